// What rests on what: a fact is not reversed under the rows that need it.
import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../src/ledger/database.ts';
import { dependantsOf, isReversible, touchedBy } from '../../../src/ledger/facts/dependants.ts';
import { View } from '../../../src/ledger/facts/view.ts';
import type { Ledger } from '../../../src/ledger/file/open.ts';
import { figureTables } from '../../../src/ledger/rounds/round-figures.ts';
import { type FactTable, guardedTables } from '../../../src/ledger/tables.ts';
import { fillEveryTable, newLedger, write } from '../../support/ledgers.ts';
import { insertFact } from '../../support/rows.ts';

function filled(): Ledger {
  const ledger = newLedger();
  write(ledger, fillEveryTable);
  return ledger;
}
const rests = ({ connection }: Ledger, table: FactTable, id: number) =>
  dependantsOf(new View(connection), { table, id })
    .map((each) => `${each.table}-${each.id}`)
    .sort();
const reverse = (ledger: Ledger, fact: FactTable, id: number) =>
  write(ledger, (db) => db.insert('reversals', { fact, fact_id: id, reason: '误录' }));

describe('dependants', () => {
  it('of a cadre are all rows that name them', () => {
    const all = ['findings-1', 'findings-2', 'tasks-1', 'objections-1', 'reassignments-1', 'attendance-1'];
    const ofRounds = ['decisions-1', 'statements-1', 'talks-1', 'corrections-1', 'round_closings-1'];
    const after = ['services-1', 'appeals-1', 'followups-1'];
    expect(rests(filled(), 'cadres', 1)).toEqual([...all, ...ofRounds, ...after].sort());
    expect(rests(filled(), 'cadres', 2)).toEqual([
      'findings-1',
      'findings-2',
      'reassignments-1',
      'roster_events-1',
    ]);
  });

  it('of a cadre are amendments that name them on a finding, and not those that name another', () => {
    const ledger = filled();
    write(ledger, (db) => {
      const id = insertFact(db, 'cadres', { cadre_no: 'A3', name: '丙三', rank: 'staff' });
      db.insertDerived('cadre_now', { cadre_id: id, cadre_no: 'A3' });
      const amendment = { record: 'findings', record_id: 1, field: 'leader_no', reason: '补录' };
      insertFact(db, 'amendments', { ...amendment, new_value: 'A33;A3' });
      insertFact(db, 'amendments', { ...amendment, record_id: 2, new_value: 'A33' });
    });
    expect(rests(ledger, 'cadres', 3)).toEqual(['amendments-2']);
    reverse(ledger, 'amendments', 2);
    expect(rests(ledger, 'cadres', 3)).toEqual([]);
  });

  it('of a finding are its events and amendments, and what repeats it, first or by amendment; not its orders', () => {
    const ledger = filled();
    const events = [
      'checks-1',
      'extensions-1',
      'objections-1',
      'reassignments-1',
      'amendments-1',
      'unit_words-1',
      'rechecks-1',
    ];
    // Its report is reversed.
    expect(rests(ledger, 'findings', 1)).toEqual([...events, 'findings-2'].sort());
    write(ledger, (db) => {
      const about = { record: 'findings', record_id: 1, field: 'recurs_id', reason: '更正' };
      return insertFact(db, 'amendments', { ...about, new_value: '2' });
    });
    expect(rests(ledger, 'findings', 2)).toEqual(['amendments-2', 'rechecks-1']);
  });

  it('of an objection is its ruling, and that it was retracted, while they are live', () => {
    const ledger = filled();
    expect(rests(ledger, 'objections', 1)).toEqual(['retractions-1', 'rulings-1']);
    reverse(ledger, 'rulings', 1);
    expect(rests(ledger, 'objections', 1)).toEqual(['retractions-1']);
  });

  it('of an appeal is its answer, and of that the correction which gives a lighter measure', () => {
    const ledger = filled();
    expect(rests(ledger, 'appeals', 1)).toEqual(['appeal_rulings-1']);
    expect(rests(ledger, 'appeal_rulings', 1)).toEqual(['corrections-1']);
  });
});

describe('reversible', () => {
  it('is every fact but what rounds and policies stand on', () => {
    const not = Object.keys(guardedTables).filter((table) => !isReversible(table));
    const parts = [
      'batches',
      'batch_counts',
      'batch_notes',
      'batch_rows',
      'batch_sheets',
      'calendar_days',
      'carried_facts',
      'dispatch_items',
      'finding_responsible',
      'persons_meant',
    ];
    const fixed = [
      'settings',
      'policies',
      'policy_adoptions',
      'rounds',
      'round_cancellations',
      'round_closings',
      'reversals',
      'carry_overs',
      'seals',
      'recorded_again',
      'correction_bases',
      'correction_facts',
    ];
    expect(not.sort()).toEqual(
      [
        ...parts,
        ...figureTables,
        'answers',
        'recheck_members',
        'notice_imprints',
        ...['carried_holds', 'carried_lines', 'correction_measures'],
        'carried_movements',
        'carried_waits',
        'correction_additions',
        'draft_digests',
        'figure_stations',
        'milestones',
        'standing_additions',
        'standings',
        'task_responsible',
        ...fixed,
      ].sort(),
    );
    expect(isReversible('journal') || isReversible('finding_now') || isReversible('toString')).toBe(false);
  });
});

describe('touched', () => {
  const touched = (connection: Connection, table: FactTable) => touchedBy(connection, table, 1);

  it('is the finding or task whose history changes', () => {
    const { connection } = filled();
    for (const table of [
      'reports',
      'checks',
      'extensions',
      'objections',
      'rulings',
      'reassignments',
    ] as const) {
      expect(touched(connection, table), table).toEqual({ findings: [1], tasks: [] });
    }
    expect(touched(connection, 'amendments')).toEqual({ findings: [1], tasks: [] });
    expect(touched(connection, 'progress')).toEqual({ findings: [], tasks: [1] });
    expect(touched(connection, 'dispatch_orders').findings).toEqual([1]);
    expect(touched(connection, 'talks')).toEqual({ findings: [], tasks: [] });
  });
});
