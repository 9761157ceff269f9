// Everything recorded about one finding, reversed rows included: what, when, by whom, from which file, row and entry.
import type { HistoryEntry } from '../../domain/findings/finding-card.ts';
import type { Origin } from '../../domain/origin.ts';
import { carriedFact } from '../carry-over/carry-overs.ts';
import type { ReadDb } from '../database.ts';
import { sheetOf } from '../facts/batches.ts';
import type { FactRow, View } from '../facts/view.ts';
import { instantsOf } from '../settings.ts';
import type { FactTable } from '../tables.ts';
import { type EventTable, eventTables } from './events.ts';

type AnyRow = FactRow & Readonly<Record<string, string | number | null>>;

const DAY_OF: Readonly<Partial<Record<FactTable, string>>> = {
  findings: 'found_on',
  reports: 'reported_on',
  checks: 'checked_on',
  extensions: 'granted_on',
  objections: 'raised_on',
  rulings: 'ruled_on',
  retractions: 'retracted_on',
  reassignments: 'on',
  dispatch_orders: 'sent_on',
  rechecks: 'rechecked_on',
};

const SELECTS: readonly (readonly [FactTable, string])[] = [
  ['findings', 'SELECT * FROM findings WHERE id = ?'],
  [
    'dispatch_orders',
    'SELECT o.* FROM dispatch_items i JOIN dispatch_orders o ON o.id = i.order_id WHERE i.finding_id = ?',
  ],
  ...eventTables.map((table): [EventTable, string] => [
    table,
    table === 'rulings' || table === 'retractions'
      ? `SELECT r.*, o.cadre_id FROM objections o JOIN ${table} r ON r.objection_id = o.id WHERE o.finding_id = ?`
      : `SELECT * FROM ${table} WHERE finding_id = ?`,
  ]),
  [
    'recheck_draws',
    'SELECT d.* FROM recheck_members m JOIN recheck_draws d ON d.id = m.draw_id WHERE m.finding_id = ?',
  ],
  ['rechecks', 'SELECT * FROM rechecks WHERE finding_id = ?'],
  ['rechecks', 'SELECT * FROM rechecks WHERE new_id = ?'],
  ['unit_words', 'SELECT * FROM unit_words WHERE finding_id = ?'],
  ['amendments', "SELECT * FROM amendments WHERE record = 'findings' AND record_id = ?"],
];

/** Where a fact came from: its batch's file and line, its journal entry, and where it was recorded when it was carried. */
export function originOf(db: ReadDb, table: FactTable, row: FactRow): Origin {
  const entry = db.get<{ at: string; actor: string }>('SELECT at, actor FROM journal WHERE seq = ?', row.seq);
  const batch =
    row.batch_id === null
      ? undefined
      : db.get<{ file: string }>('SELECT file FROM batches WHERE id = ?', row.batch_id);
  const carried = carriedFact(db, table, row);
  return {
    file: fileOf(db, batch?.file ?? '', table, row),
    line: row.line,
    seq: row.seq,
    at: carried?.at ?? entry?.at ?? '',
    actor: carried?.actor ?? entry?.actor ?? '',
    carriedFrom: carried === undefined ? null : { ledger: carried.ledger, seq: carried.seq },
  };
}

/** The file that a fact came from, with the sheet where it is one of several. */
function fileOf(db: ReadDb, file: string, table: FactTable, { batch_id, id }: FactRow): string {
  const sheet = batch_id === null ? undefined : sheetOf(db, batch_id, table, id);
  return sheet === undefined ? file : `${file}#${sheet}`;
}

/** The history of a finding: by day, within a day in the order of recording. */
export function historyOf(view: View, findingId: number): HistoryEntry[] {
  const local = instantsOf(view.db);
  const entries = SELECTS.flatMap(([table, sql]) =>
    view.db.all<AnyRow>(sql, findingId).map((row): HistoryEntry => {
      const from = originOf(view.db, table, row);
      const origin = { ...from, at: local(from.at) };
      const reversal = view.db.get<{ seq: number }>(
        'SELECT seq FROM reversals WHERE fact = ? AND fact_id = ?',
        table,
        row.id,
      );
      const day = String(row[DAY_OF[table] ?? ''] ?? origin.at.slice(0, 10));
      return {
        ...origin,
        table,
        id: row.id,
        day,
        values: withNumbers(view, table, row),
        reversedBy: reversal?.seq ?? null,
      };
    }),
  );
  return entries.sort((left, right) =>
    left.day === right.day ? left.seq - right.seq : left.day < right.day ? -1 : 1,
  );
}

function numberOf({ db }: View, findingId: number): string {
  return db.get<{ no: string }>('SELECT finding_no AS no FROM findings WHERE id = ?', findingId)?.no ?? '';
}

/** The row with numbers in place of row ids: of cadres, and of the findings of a re-check or an amended `recurs`. */
function withNumbers(view: View, table: FactTable, row: AnyRow): HistoryEntry['values'] {
  const values: Record<string, string | number | null> = { ...row };
  for (const [id, number] of [
    ['finding_id', 'finding_no'],
    ['new_id', 'new_no'],
  ] as const) {
    if (table === 'rechecks' && typeof row[id] === 'number') values[number] = numberOf(view, row[id]);
  }
  if (table === 'amendments' && row.field === 'recurs_id') {
    values.field = 'recurs';
    for (const key of ['old_value', 'new_value'] as const)
      values[key] = row[key] === null ? null : numberOf(view, Number(row[key]));
  }
  for (const [id, number] of [
    ['cadre_id', 'cadre_no'],
    ['from_id', 'from_no'],
    ['to_id', 'to_no'],
  ] as const) {
    const value = row[id];
    if (typeof value === 'number') values[number] = view.cadreNo(value);
  }
  return values;
}
