// Spellings by their look: what a new number or name could be confused with, found by index.
import { lookOf } from '../../domain/texts/look.ts';
import type { ReadDb, SqlValue } from '../database.ts';
import type { GuardedTable } from '../tables.ts';
import type { DerivedWriter } from '../writing/deriving.ts';
import type { FactRow } from './view.ts';

/** What has numbers of its own. */
export type NumberKind = 'cadre' | 'finding' | 'task' | 'order';
/** Code lists that imports grow. */
export type NameKind = 'source' | 'area' | 'station' | 'village';

/** Where the live numbers of each kind are. */
export const LIVE_NUMBERS = {
  cadre: { facts: 'cadres', derived: 'cadre_now', column: 'cadre_no' },
  finding: { facts: 'findings', derived: 'finding_now', column: 'finding_no' },
  task: { facts: 'tasks', derived: 'task_now', column: 'task_no' },
  order: { facts: 'dispatch_orders', derived: 'order_now', column: 'order_no' },
} as const;

/** The columns whose texts are kept by their look. */
const NAMES: Readonly<Partial<Record<GuardedTable, readonly NameKind[]>>> = {
  cadres: ['station'],
  findings: ['source', 'area', 'station', 'village'],
  tasks: ['area'],
  dispatch_orders: ['station'],
};
const NUMBERS = new Map<GuardedTable, NumberKind>(
  (Object.keys(LIVE_NUMBERS) as NumberKind[]).map((kind) => [LIVE_NUMBERS[kind].facts, kind]),
);
const NAME_KINDS: ReadonlySet<string> = new Set(['source', 'area', 'station', 'village']);

const BY_LOOK = 'SELECT spelling FROM looks WHERE kind = ? AND look = ? ORDER BY spelling';

/** Keeps the table `looks` while rows are written. */
export class LooksWriter {
  readonly #derived: DerivedWriter;
  /** Names that are in the table already: a million findings have the same small number of names. */
  readonly #known = new Map<NameKind, Set<string>>();

  constructor(derived: DerivedWriter) {
    this.#derived = derived;
  }

  /** Adds what a row that is being inserted brings. */
  add(table: GuardedTable, row: Readonly<Record<string, SqlValue | undefined>>): void {
    const numbered = NUMBERS.get(table);
    if (numbered !== undefined) this.#addNumber(numbered, row[LIVE_NUMBERS[numbered].column]);
    for (const kind of NAMES[table] ?? []) this.#addName(kind, row[kind]);
    if (table === 'amendments' && NAME_KINDS.has(String(row.field)))
      this.#addName(row.field as NameKind, row.new_value);
  }

  #addNumber(kind: NumberKind, value: SqlValue | undefined): void {
    if (typeof value !== 'string') return;
    const number = value.toWellFormed();
    const look = lookOf(number);
    if (look !== number) this.#derived.insertIfNew('looks', { kind, look, spelling: number });
  }

  #addName(kind: NameKind, value: SqlValue | undefined): void {
    if (typeof value !== 'string' || value === '') return;
    let known = this.#known.get(kind);
    if (known === undefined) {
      known = new Set();
      this.#known.set(kind, known);
    }
    if (known.has(value)) return;
    if (known.size >= MOST_KNOWN) known.clear();
    known.add(value);
    const name = value.toWellFormed();
    this.#derived.insertIfNew('looks', { kind, look: lookOf(name), spelling: name });
  }
}

/** A column of descriptions mapped to a name must not fill the memory. */
const MOST_KNOWN = 10_000;

/** The spellings of a look that were ever recorded; of numbers without the one that is its own look. */
export function spellingsAlike(db: ReadDb, kind: NumberKind | NameKind, look: string): string[] {
  return db.column<string>(BY_LOOK, kind, look);
}

/** All names of a kind that were ever recorded. */
export function nameSpellings(db: ReadDb, kind: NameKind): string[] {
  return db.column<string>('SELECT spelling FROM looks WHERE kind = ? ORDER BY look, spelling', kind);
}

/** The live number that `number` only looks like: of the same look, spelt differently; undefined when there is none. */
export function numberAlike(db: ReadDb, kind: NumberKind, number: string): string | undefined {
  const { derived, column } = LIVE_NUMBERS[kind];
  const look = lookOf(number);
  const spellings = [look, ...spellingsAlike(db, kind, look)];
  return spellings.find(
    (each) => each !== number && db.get(`SELECT 1 FROM ${derived} WHERE ${column} = ?`, each) !== undefined,
  );
}

/** The journal entry, batch and line of the live row with a number. */
export function numberOrigin(db: ReadDb, kind: NumberKind, number: string): Origin | undefined {
  const { facts, derived, column } = LIVE_NUMBERS[kind];
  return db.get<Origin>(
    `SELECT ${facts}.seq, ${facts}.batch_id, ${facts}.line FROM ${derived}
     JOIN ${facts} ON ${facts}.id = ${derived}.${column.replace('_no', '_id')} WHERE ${derived}.${column} = ?`,
    number,
  );
}
type Origin = Pick<FactRow, 'seq' | 'batch_id' | 'line'>;

/** Whether any cadre or finding was ever recorded with a station. */
export function hasStations(db: ReadDb): boolean {
  return ['cadres', 'findings'].some(
    (table) => db.get(`SELECT 1 FROM ${table} WHERE station IS NOT NULL LIMIT 1`) !== undefined,
  );
}
