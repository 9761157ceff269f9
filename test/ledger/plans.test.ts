// The statements that a tally runs use indices: what was settled long ago is not read again.
import { describe, expect, it } from 'vitest';
import type { CadreNo } from '../../src/domain/cadre.ts';
import type { Day } from '../../src/domain/days/day.ts';
import { cadreDetails, cadreThen, findCadre, listCadres } from '../../src/ledger/cadres/cadres.ts';
import type { ReadDb, SqlValue } from '../../src/ledger/database.ts';
import { nameSpellings, numberAlike, numberOrigin, spellingsAlike } from '../../src/ledger/facts/looks.ts';
import { View } from '../../src/ledger/facts/view.ts';
import { figuredFindings } from '../../src/ledger/findings/figured-findings.ts';
import { FindingNumbers } from '../../src/ledger/findings/finding-numbers.ts';
import { findingsChosen, findingsForRound, loadFinding } from '../../src/ledger/findings/findings.ts';
import { RoundIds } from '../../src/ledger/findings/round-ids.ts';
import { findingsOfCadre } from '../../src/ledger/findings/selections.ts';
import { decisionsOf } from '../../src/ledger/rounds/decisions.ts';
import { keptFigures } from '../../src/ledger/rounds/round-figures.ts';
import {
  asPrevious,
  countMembers,
  eachCorrectedLine,
  eachCorrectedMember,
  frozenLine,
  lastClosedRound,
  openRound,
} from '../../src/ledger/rounds/rounds.ts';
import { absencesForRound, listTasks } from '../../src/ledger/work/tasks.ts';
import { journalHead } from '../../src/ledger/writing/journal.ts';
import { fillEveryTable, newLedger, write } from '../support/ledgers.ts';

/**
 * Tables that are read whole: the ids of a batch as JSON; as large as the roster and the tasks, not as the years; `a` is what was recorded again, `c`
 * the closings, one row a round.
 */
const READ_WHOLE = [
  'json_each',
  'cadres',
  'roster_events',
  'tasks',
  'reversals',
  'a',
  'c',
  'carried_waits',
  'carried_holds',
];

/** Runs `work` on a filled ledger and gives the plan of every statement it ran. */
function plansOf(work: (view: View) => void): { readonly sql: string; readonly plan: readonly string[] }[] {
  const ledger = newLedger();
  write(ledger, fillEveryTable);
  const { connection } = ledger;
  const seen = new Map<string, SqlValue[]>();
  const noting =
    <R>(run: (sql: string, ...values: SqlValue[]) => R) =>
    (sql: string, ...values: SqlValue[]): R => {
      seen.set(sql, values);
      return run(sql, ...values);
    };
  const db = {
    all: noting((sql, ...values) => connection.all(sql, ...values)),
    get: noting((sql, ...values) => connection.get(sql, ...values)),
    column: noting((sql, ...values) => connection.column(sql, ...values)),
    iterate: noting((sql, ...values) => connection.iterate(sql, ...values)),
  } as ReadDb;
  work(new View(db));
  return [...seen].map(([sql, values]) => ({
    sql,
    plan: (connection.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]).map(
      (row) => row.detail,
    ),
  }));
}

/** What is scanned besides the tables that may be. */
function scans(work: (view: View) => void): string[] {
  const plans = plansOf(work);
  expect(plans.length).toBeGreaterThan(0);
  // The first row in the order of an index is no scan.
  return plans.flatMap(({ sql, plan }) =>
    (sql.endsWith('LIMIT 1') ? [] : plan)
      .map((detail) => /^SCAN (\w+)/.exec(detail)?.[1])
      .filter((table) => table !== undefined && !READ_WHOLE.includes(table))
      .map((table) => `${table}: ${sql}`),
  );
}

const previous = { cutoff: '2018-09-12' as Day, closedAt: 1 };

describe('a tally', () => {
  it('chooses its findings and their events by index', () => {
    expect(scans((view) => [...findingsForRound(view, previous)])).toEqual([]);
    expect(scans((view) => [...findingsForRound(view, null)])).toEqual([]);
    const chosen = plansOf((view) => [...findingsForRound(view, previous)]);
    expect(chosen).toHaveLength(25);
    const indices = [
      'finding_now_settled',
      'finding_now_settled_seq',
      'reports_finding',
      'checks_finding',
      'objections_finding',
    ];
    for (const index of [
      ...indices,
      'rulings_objection',
      'reassignments_finding',
      'dispatch_items_finding',
    ]) {
      expect(
        chosen.some(({ plan }) => plan.some((detail) => detail.includes(index))),
        index,
      ).toBe(true);
    }
  });

  it('goes from batch to batch of outstanding findings by index', () => {
    const read = (view: View): void => {
      const ids = new RoundIds(view, previous);
      for (const batch of ids.batches()) ids.among(batch, [batch.first]);
    };
    expect(scans(read)).toEqual([]);
    const [next] = plansOf(read).filter(({ sql }) => sql.includes('finding_id >= ?'));
    expect(next?.plan).toEqual([
      'SEARCH finding_now USING COVERING INDEX finding_now_settled (settled_on=? AND rowid>?)',
    ]);
  });

  it('takes attendance by day, and by entry what came late', () => {
    expect(scans((view) => absencesForRound(view, '2018-09-19' as Day, previous))).toEqual([]);
    const [attendance] = plansOf((view) => absencesForRound(view, '2018-09-19' as Day, previous));
    expect(attendance?.plan.join('\n')).toMatch(/attendance_on[\s\S]*attendance_seq/);
  });

  it('finds rounds, decisions, cadres and tasks by index', () => {
    expect(
      scans((view) => {
        openRound(view.db);
        asPrevious(view, lastClosedRound(view.db));
        decisionsOf(view, 1);
        listCadres(view);
        findCadre(view, 'A1');
        listTasks(view);
        journalHead(view.db);
      }),
    ).toEqual([]);
  });
});

describe('one finding and one cadre', () => {
  it('are found by index, with all that happened', () => {
    expect(scans((view) => loadFinding(view, 1))).toEqual([]);
    expect(scans((view) => [...findingsChosen(view, findingsOfCadre(1))])).toEqual([]);
  });
});

describe('a closed round', () => {
  it('is told from its own rows: members, one line, figures', () => {
    const plans = plansOf((view) => {
      const none = new Map();
      [...eachCorrectedLine(view, 1, none), ...eachCorrectedMember(view, 1, none)];
      countMembers(view, 1, none);
      frozenLine(view.db, 1, 'A1' as CadreNo);
      keptFigures(view.db, 1);
    });
    expect(plans).toHaveLength(7);
    for (const { sql, plan } of plans) expect(plan[0], sql).toMatch(/^SEARCH \w+ USING PRIMARY KEY/);
  });

  it('asks of the roster what a notice tells, each cadre once', () => {
    expect(scans((view) => cadreDetails(view, '2018-09-12' as Day))).toEqual([]);
    expect(scans((view) => cadreThen(view, 'A1' as CadreNo, '2018-09-12' as Day))).toEqual([]);
    const [roster] = plansOf((view) => cadreDetails(view, '2018-09-12' as Day));
    expect(roster?.plan).toEqual(['SCAN cadres']);
  });

  it('before figures were kept has its findings chosen as a tally has', () => {
    expect(scans((view) => [...figuredFindings(view, previous)])).toEqual([]);
  });
});

describe('spellings', () => {
  it('are found by their look, and numbers that are their own look by number', () => {
    const plans = plansOf((view) => {
      numberAlike(view.db, 'finding', 'ＨＴ－００１');
      numberOrigin(view.db, 'finding', 'F1');
      spellingsAlike(view.db, 'station', '所');
      nameSpellings(view.db, 'source');
      new FindingNumbers(view.db).look(Array.from({ length: 20 }, (_, at) => `f-${at}`));
    });
    expect(plans.length).toBeGreaterThanOrEqual(5);
    for (const { sql, plan } of plans) expect(plan.join('\n'), sql).not.toMatch(/SCAN/);
    const looks = plans.filter(({ sql }) => sql.includes('FROM looks'));
    for (const { sql, plan } of looks) expect(plan[0], sql).toMatch(/SEARCH looks USING PRIMARY KEY \(kind=/);
  });
});

describe('writing', () => {
  it('asks the next ids and the guards of the keys', () => {
    const ledger = newLedger();
    for (const sql of [
      'SELECT max(id) AS id FROM reports',
      'SELECT coalesce(max(seq), 0) + 1 FROM journal',
    ]) {
      const plan = ledger.connection.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
      expect(plan.map((row) => row.detail).join(), sql).toMatch(/^SEARCH/);
    }
  });
});
