// Names of sources, areas and stations in records: one that only looks like a known one is refused, naming it.

import type { ProblemCode } from '../../domain/codes/problem-codes.ts';
import type { ProblemValue } from '../../domain/problem.ts';
import { lookOf, unlikeLetters, unwrapped } from '../../domain/texts/look.ts';
import { hasStations, spellingsAlike } from '../../ledger/facts/looks.ts';
import { type Except, isBorne } from '../../ledger/findings/names-borne.ts';
import type { WriteDb } from '../../ledger/writing/journal.ts';
import { unknownName } from '../lookups/known-names.ts';

/** The columns whose names are compared in their look. */
const COLUMNS = ['source', 'area', 'station'] as const;
export type NamedColumn = (typeof COLUMNS)[number];

/** A name as a new record holds it: NFC, without outer spaces, unwrapped. */
export function plainName(name: string): string {
  return unwrapped(name).trim().normalize('NFC');
}

/** The names in a record as a new record holds them. */
export function withPlainNames<R extends object>(record: R): R {
  const plain: Record<string, unknown> = Object.fromEntries(Object.entries(record));
  for (const column of COLUMNS) {
    const name = plain[column];
    if (typeof name === 'string') plain[column] = plainName(name);
  }
  return plain as R;
}

/** A given name, compared with the recorded one: an old ledger may hold it wrapped, as it was typed. */
export function asRecorded<R extends object>(given: R, stored: object): R {
  const plain: Record<string, unknown> = Object.fromEntries(Object.entries(withPlainNames(given)));
  for (const column of COLUMNS) {
    const [as, held] = [given, stored].map((each) => (each as Readonly<Record<string, unknown>>)[column]);
    if (typeof as === 'string' && as === held) plain[column] = as;
  }
  return plain as R;
}

/** What is wrong with a name of a record. */
export interface NameProblem {
  readonly column: NamedColumn;
  readonly code: ProblemCode;
  readonly values: Readonly<Record<string, ProblemValue>>;
  /** As it was given. */
  readonly value: string;
}

/** Where a record comes from: both null for a single command. */
interface Origin {
  readonly batch_id: number | null;
  readonly line: number | null;
}

/** A name that came in this command, and where. */
interface Come extends Origin {
  readonly name: string;
}

/** Asks of each name once whether it only looks like a known one; a million findings have a small number of names. */
export class NameLooks {
  readonly #db: WriteDb;
  readonly #fine = new Set<string>();
  readonly #come = new Map<string, Come>();

  constructor(db: WriteDb) {
    this.#db = db;
  }

  /** The problems of the names in a record that is news. @param except the row that is about to be respelt */
  problems(origin: Origin, record: object, except?: Except): NameProblem[] {
    const names = record as Readonly<Record<string, unknown>>;
    return COLUMNS.flatMap((column) => {
      const name = names[column];
      return typeof name === 'string' && name !== ''
        ? (this.#problem(origin, column, name, except) ?? [])
        : [];
    });
  }

  #problem(origin: Origin, column: NamedColumn, value: string, except?: Except): NameProblem | undefined {
    const name = plainName(value);
    const key = `${column} ${name}`;
    if (this.#fine.has(key)) return undefined;
    const look = lookOf(name);
    const field = { term: `column.${column}` };
    if (look === '') return { column, code: 'name_invisible', values: { field }, value };
    const known = this.#knownAlike(column, { name, look }, except);
    if (known === undefined) {
      this.#fine.add(key);
      const first = `${column} ${look}`;
      if (!this.#come.has(first)) this.#come.set(first, { name, ...origin });
      return undefined;
    }
    const values = { field, name: value, letters: unlikeLetters(name, known) };
    const come = this.#come.get(`${column} ${look}`);
    if (come?.name !== known || origin.batch_id === null || come.batch_id !== origin.batch_id)
      return { column, code: 'name_looks_known', values: { ...values, known }, value };
    const lines = { line: origin.line ?? 0, other: known, other_line: come.line ?? 0 };
    return { column, code: 'name_looks_twice', values: { ...values, ...lines }, value };
  }

  /** A known name of the same look; none where the name itself is known: a ledger may hold two already. */
  #knownAlike(
    column: NamedColumn,
    { name, look }: { readonly name: string; readonly look: string },
    except?: Except,
  ): string | undefined {
    const spellings = spellingsAlike(this.#db, column, look);
    const known = spellings.find((each) => each !== name && isBorne(this.#db, column, each, except));
    if (known === undefined || !spellings.includes(name)) return known;
    return isBorne(this.#db, column, name, except) ? undefined : known;
  }
}

const CODES = {
  alike: 'station_unknown_alike',
  near: 'station_unknown_near',
  unknown: 'station_unknown',
} as const;

/**
 * The problem of an order to an unknown station. Where neither cadres nor findings name stations at all, any name
 * will do.
 */
export function stationUnknown(db: WriteDb, station: string): NameProblem | undefined {
  const unknown = unknownName(db, 'station', plainName(station));
  if (unknown === undefined || unknown.is === 'none') return undefined;
  if (unknown.is !== 'alike' && !hasStations(db)) return undefined;
  const values: Record<string, ProblemValue> = { station, ...unknown.values };
  return { column: 'station', code: CODES[unknown.is], values, value: station };
}
