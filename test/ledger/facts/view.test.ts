// The ledger at a journal position: reversed rows, amendments, findings read side by side, rounds as corrected.
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/days/day.ts';
import { stateAt } from '../../../src/domain/findings/history.ts';
import { findCadre, listCadres } from '../../../src/ledger/cadres/cadres.ts';
import { rosterOf } from '../../../src/ledger/cadres/roster.ts';
import { View } from '../../../src/ledger/facts/view.ts';
import type { Ledger } from '../../../src/ledger/file/open.ts';
import {
  deriveFinding,
  findingId,
  findingsChosen,
  findingsForRound,
  LAST_DAY,
  loadFinding,
} from '../../../src/ledger/findings/findings.ts';
import { allFindings } from '../../../src/ledger/findings/selections.ts';
import { decisionsOf } from '../../../src/ledger/rounds/decisions.ts';
import { adoptPolicy, policyInForce } from '../../../src/ledger/rounds/policies.ts';
import { asPrevious, closedRounds, lastClosedRound, openRound } from '../../../src/ledger/rounds/rounds.ts';
import { fromStanding, STANDINGS, toStanding } from '../../../src/ledger/rounds/standings.ts';
import { absencesForRound, listTasks } from '../../../src/ledger/work/tasks.ts';
import { commit } from '../../../src/ledger/writing/journal.ts';
import { contractPolicy, no } from '../../support/build.ts';
import { entry, fillEveryTable, newLedger, write } from '../../support/ledgers.ts';
import { insertFact } from '../../support/rows.ts';

const day = (text: string): Day => text as Day;

function filled(): Ledger {
  const ledger = newLedger();
  write(ledger, fillEveryTable);
  return ledger;
}
const view = (ledger: Ledger, position?: number) => new View(ledger.connection, position);

describe('a view', () => {
  it('does not see what was reversed by then, nor what came later', () => {
    const ledger = filled();
    const reports = (position?: number) =>
      loadFinding(view(ledger, position), 1).stored.filter((each) => each.row.table === 'reports');
    write(ledger, (db) =>
      insertFact(db, 'reports', { finding_id: 1, reported_on: '2018-09-11', progress: 'done' }),
    );
    write(ledger, (db) => db.insert('reversals', { fact: 'reports', fact_id: 2, reason: '误录' }));
    // The first report was reversed in the entry that wrote it.
    expect([2, 3, 4, undefined].map((position) => reports(position).length)).toEqual([0, 1, 0, 0]);
  });

  it('lays amendments over, numbers as numbers, up to its position', () => {
    const ledger = filled();
    expect(loadFinding(view(ledger), 1).finding.severity).toBe(3);
    expect(loadFinding(view(ledger, 1), 1).row.severity).toBe(2);
    write(ledger, (db) => {
      const about = { record: 'findings', record_id: 2, field: 'recurs_id', old_value: '1', reason: '更正' };
      insertFact(db, 'amendments', { ...about, new_value: null });
    });
    expect(loadFinding(view(ledger), 2).finding.recurs).toBe(false);
    expect(loadFinding(view(ledger, 2), 2).finding.recurs).toBe(true);
  });

  it('lays a move over from its day on', () => {
    const ledger = filled();
    write(ledger, (db) => {
      const about = {
        record: 'cadres',
        record_id: 1,
        field: 'unit',
        old_value: '办公室',
        new_value: '扶贫站',
      };
      db.insert('amendments', { ...about, from_day: '2018-09-15', reason: '调动' });
    });
    const unit = (on?: Day) => findCadre(view(ledger), 'A1', on)?.unit;
    expect([unit(day('2018-09-14')), unit(day('2018-09-15')), unit()]).toEqual([
      '办公室',
      '扶贫站',
      '扶贫站',
    ]);
    expect(findCadre(view(ledger, 2), 'A1')?.unit).toBe('办公室');
  });
});

describe('findings', () => {
  it('read side by side are as each read alone', () => {
    const ledger = filled();
    const together = [...findingsChosen(view(ledger), allFindings)];
    expect(together).toHaveLength(2);
    for (const { finding, row } of together) {
      const alone = loadFinding(view(ledger), finding.id);
      expect({ finding, row }).toEqual({ finding: alone.finding, row: alone.row });
    }
    expect(together[0]?.finding).toMatchObject({
      findingNo: 'F1',
      dueOn: '2018-09-12',
      recurs: false,
      severity: 3,
      named: [
        { cadreNo: 'A1', role: 'lead' },
        { cadreNo: 'A2', role: 'assist' },
      ],
    });
    expect(together[0]?.finding.events.map((each) => each.kind)).toEqual([
      ...['reassignment', 'extension', 'objection', 'check', 'ruling', 'ruling'],
    ]);
    expect(together[0]?.finding.dispatches).toHaveLength(1);
  });

  it('leave no cursor open when the reader stops half way', () => {
    const ledger = filled();
    for (const { finding } of findingsChosen(view(ledger), allFindings)) {
      if (finding.id === 1) break;
    }
    expect(() => write(ledger, (db) => db.insert('settings', { key: 'a', value: 'b' }))).not.toThrow();
    expect(() =>
      commit(ledger, entry(), (db) => {
        for (const _ of findingsChosen(new View(db), allFindings)) throw new Error('half way');
        return { value: 0, did: {} };
      }),
    ).toThrow('half way');
    expect(ledger.connection.raw.inTransaction).toBe(false);
  });

  it('of a round are those not settled, settled since, or settled by something recorded since', () => {
    const ledger = newLedger();
    const settled = (seq: number | null, on: string | null): number =>
      write(ledger, (db) => {
        const number = `F${db.nextId('findings')}`;
        const values = {
          finding_no: number,
          source: 's',
          description: 'd',
          severity: 1,
          found_on: '2018-09-01',
        };
        const id = insertFact(db, 'findings', values);
        const status = on === null ? 'registered' : 'rectified';
        const now = { finding_id: id, finding_no: number, status, settled_on: on, settled_seq: seq };
        db.insertDerived('finding_now', now);
        return id;
      });
    const [open, before, since, late, ahead] = [
      settled(null, null),
      settled(10, '2018-09-12'),
      settled(10, '2018-09-13'),
      settled(11, '2018-09-12'),
      settled(5, '2018-09-30'),
    ];
    const taken = (previous: { cutoff: Day; closedAt: number } | null) =>
      [...findingsForRound(view(ledger), previous)].map((each) => each.id);
    expect(taken({ cutoff: day('2018-09-12'), closedAt: 10 })).toEqual([open, since, late, ahead]);
    expect(taken(null)).toEqual([open, before, since, late, ahead]);
  });

  it('that were reversed since are seen by a view of before', () => {
    const ledger = filled();
    write(ledger, (db) => {
      db.insert('reversals', { fact: 'findings', fact_id: 2, reason: '误录' });
      db.deleteDerived('finding_now', 2);
    });
    const taken = (position?: number) =>
      [...findingsForRound(view(ledger, position), null)].map((each) => each.id);
    expect(taken()).toEqual([1]);
    expect(taken(2)).toEqual([1, 2]);
    expect(findingId(ledger.connection, 'F2')).toBeUndefined();
  });

  it('derive their status and what settled them', () => {
    const ledger = filled();
    const { finding } = loadFinding(view(ledger), 1);
    expect(deriveFinding(finding)).toEqual({ status: 'returned', settledOn: null, settledSeq: null });
    write(ledger, (db) =>
      insertFact(db, 'checks', {
        finding_id: 1,
        result: 'rectified',
        checked_on: '2018-09-14',
        checked_by: '督查组',
      }),
    );
    const later = loadFinding(view(ledger), 1).finding;
    expect(deriveFinding(later)).toEqual({ status: 'rectified', settledOn: '2018-09-14', settledSeq: 3 });
    expect(stateAt(later, LAST_DAY).settled?.on).toBe('2018-09-14');
  });
});

describe('the roster', () => {
  it('is listed by number with leaves and returns, and knows names for numbers', () => {
    const ledger = filled();
    const cadres = listCadres(view(ledger));
    expect(cadres.map((each) => each.cadreNo)).toEqual(['A1', 'A2']);
    expect(cadres[1]?.rosterEvents).toMatchObject([{ kind: 'leave', on: '2018-09-10' }]);
    const roster = rosterOf(view(ledger));
    expect([roster.cadre('A1')?.cadreNo, roster.cadre('甲一'), roster.cadre('A2')?.name]).toEqual([
      'A1',
      undefined,
      '名A2',
    ]);
  });
});

describe('tasks and attendance', () => {
  it('come whole', () => {
    const ledger = filled();
    const [task] = listTasks(view(ledger));
    expect(task).toMatchObject({
      taskNo: 'T1',
      target: 10000,
      cancelledOn: '2018-09-28',
      milestones: [{ on: '2018-09-15', amount: 2000 }],
      progress: [{ on: '2018-09-15', done: 1500, accepted: false, acceptedBy: '验收组' }],
    });
  });

  it('give the absences of the window, as amended', () => {
    const ledger = filled();
    const absences = (previous: { cutoff: Day; closedAt: number } | null, position?: number) =>
      absencesForRound(view(ledger, position), day('2018-09-19'), previous).length;
    expect(absences(null)).toBe(1);
    expect(absences({ cutoff: day('2018-09-12'), closedAt: 1 })).toBe(1);
    expect(absences({ cutoff: day('2018-09-12'), closedAt: 2 })).toBe(0);
    write(ledger, (db) => {
      const about = {
        record: 'attendance',
        record_id: 1,
        field: 'present',
        old_value: 'absent',
        new_value: 'leave',
      };
      insertFact(db, 'amendments', { ...about, reason: '请假条补交' });
    });
    expect([absences(null), absences(null, 2)]).toEqual([0, 1]);
  });
});

describe('rounds', () => {
  it('give the last closed one with its lines as corrected', () => {
    const ledger = filled();
    expect(closedRounds(ledger.connection).map((each) => each.number)).toEqual([1]);
    expect(openRound(ledger.connection)).toBeUndefined();
    const last = lastClosedRound(ledger.connection);
    const lines = (position?: number) => asPrevious(view(ledger, position), last)?.lines.get(no('A1'));
    expect(lines()).toEqual({ cadreNo: 'A1', measure: 'self_criticism', nowIn: true, roundsIn: 1 });
    expect(lines(1)?.measure).toBe('reminder_talk');
    expect(asPrevious(view(ledger), undefined)).toBeNull();
  });

  it('keep every column of a standing', () => {
    const ledger = filled();
    const row = ledger.connection.get(STANDINGS) as Parameters<typeof toStanding>[0];
    expect(row).toMatchObject(fromStanding(toStanding(row), row.cadre_id));
  });
});

describe('decisions', () => {
  it('of a round: the last of each kind wins, clear goes back, all are kept', () => {
    const ledger = newLedger();
    write(ledger, (db) => {
      insertFact(db, 'cadres', { cadre_no: 'A1', name: '甲一', rank: 'staff' });
      db.insert('rounds', { round_no: 1, cutoff: '2018-09-12', policy_id: 1 });
    });
    const decide = (
      what: { measure?: string; commended?: number; cleared?: number },
      by: string,
      reason: string,
    ) =>
      write(ledger, (db) => {
        insertFact(db, 'decisions', {
          round_id: 1,
          cadre_id: 1,
          cleared: 0,
          facts_seq: 1,
          by,
          reason,
          ...what,
        });
        return undefined;
      });
    const now = () => decisionsOf(view(ledger), 1).get(no('A1'));
    decide({ measure: 'reminder_talk' }, '书记', '一');
    decide({ commended: 0 }, '乡长', '二');
    expect(now()).toEqual({ measure: 'reminder_talk', commended: false, by: '书记;乡长', reason: '一;二' });
    decide({ measure: 'none' }, '乡长', '三');
    expect(now()).toEqual({ measure: 'none', commended: false, by: '乡长', reason: '三;二' });
    decide({ cleared: 1 }, '书记', '收回');
    expect(now()).toBeUndefined();
    decide({ commended: 1 }, '书记', '四');
    expect(now()).toEqual({ measure: null, commended: true, by: '书记', reason: '四' });
    write(ledger, (db) => db.insert('reversals', { fact: 'decisions', fact_id: 5, reason: '误录' }));
    expect(now()).toBeUndefined();
  });
});

describe('policies', () => {
  it('are stored whole, one in force; the same version with other content is refused', () => {
    const ledger = newLedger();
    const adopt = (version: string, text: string) =>
      write(ledger, (db) =>
        adoptPolicy(db, { text, sha256: text.padEnd(64, '0'), policy: { ...contractPolicy, version } }),
      );
    expect(adopt('2', 'b')).toBe(true);
    expect(policyInForce(ledger.connection).policy).toEqual({ ...contractPolicy, version: '2' });
    expect(adopt('2', 'b')).toBe(false);
    expect(() => adopt('2', 'c')).toThrow('policy_version_taken');
    expect(adopt('3', 'd')).toBe(true);
    expect(adopt('2', 'b')).toBe(true);
    expect(policyInForce(ledger.connection)).toMatchObject({ text: 'b' });
  });
});
