// What every recorder works with: rows to be recorded, the ledger they go into, and what became of each.
import type { Calendar } from '../../domain/calendar.ts';
import type { Day } from '../../domain/day.ts';
import { type PersonFact, personColumns } from '../../domain/persons/meant.ts';
import { type Place, type Problem, type ProblemValue, problem } from '../../domain/problem.ts';
import type { ProblemCode } from '../../domain/problem-codes.ts';
import { cadreIds, findCadreRow } from '../../ledger/cadres.ts';
import type { SqlValue } from '../../ledger/database.ts';
import type { WriteDb } from '../../ledger/journal.ts';
import { Persons } from '../../ledger/persons.ts';
import { lastClosedRound } from '../../ledger/rounds.ts';
import type { FactTable } from '../../ledger/tables.ts';
import { View } from '../../ledger/view.ts';
import { calendarOf } from '../calendar.ts';
import { Changes } from './changes.ts';
import { NameLooks, type NameProblem } from './name-looks.ts';

/** Where a row came from: batch and physical line; both null for a single command. */
export interface Origin {
  readonly batch_id: number | null;
  readonly line: number | null;
}

/** A record on its way into the ledger. */
export interface Draft<R> {
  readonly record: R;
  readonly origin: Origin;
  /** Its place among the rows of its table, from 0: several may share a line (JSON). */
  readonly row?: number;
  /** Where it stands in a file; absent for a single command. */
  readonly place?: Place;
  /** Its cells as the file has them. */
  readonly original?: readonly string[];
  /** What is wrong with it where it is news: nothing is asked of one that equals what is recorded. */
  readonly doubts?: readonly Problem[];
  /** How the file heads a field. */
  readonly headings?: ReadonlyMap<string, string>;
}

/** Drafts in their order, by index too: an array, or rows that wait in a file. */
export interface Drafts<R> extends Iterable<Draft<R>> {
  at(index: number): Draft<R> | undefined;
}

/** What became of a row. `facts` are the ids that `reverse` takes. */
export type Outcome =
  | { readonly what: 'added'; readonly facts: readonly string[] }
  | { readonly what: 'unchanged' }
  | { readonly what: 'amended'; readonly fields: readonly string[]; readonly facts: readonly string[] }
  | { readonly what: 'rejected'; readonly problems: readonly Problem[] };

/** Told the outcome of each draft, once each, in any order. */
export type Settle<R> = (draft: Draft<R>, outcome: Outcome) => void;

/** Which columns of known records may be changed, and why (`--amend COL,… --reason`). */
export interface Amend {
  readonly columns: ReadonlySet<string>;
  readonly reason: string;
}

export interface RecordingOptions {
  /** Event days after it are refused; null with `--future`. */
  readonly today: Day | null;
  readonly amend: Amend | null;
  /** The day of words in a register that bear none (`--on`). */
  readonly registerDay?: Day | null;
  /** The day of the import, for words without a day where `registerDay` is not given. */
  readonly importDay?: Day;
}

/** Cadres that are looked up one by one; then the whole roster is read, which takes as long as a few dozen of them. */
const ONE_BY_ONE = 64;

/** One run of recorders inside one transaction. */
export class Recording {
  readonly db: WriteDb;
  readonly view: View;
  readonly persons: Persons;
  readonly options: RecordingOptions;
  readonly names: NameLooks;
  /** The cutoff of the last closed round and its number, or null. */
  readonly closed: { readonly number: number; readonly cutoff: Day } | null;
  /** Facts recorded with a day that a closed round has passed: they count from the next round on. */
  late = 0;
  /** Reports made of words without a day of their own. */
  undatedWords = 0;
  /** What a register changed. */
  readonly changes = new Changes();
  #calendar: Calendar | undefined;
  /** The row ids of cadres that have been looked up: a file names the same few again and again. */
  readonly #cadreIds = new Map<string, number>();
  #rosterRead = false;

  constructor(db: WriteDb, options: RecordingOptions) {
    this.db = db;
    this.view = new View(db);
    this.persons = new Persons(this.view);
    this.options = options;
    this.names = new NameLooks(db);
    this.closed = lastClosedRound(db) ?? null;
  }

  /** The working-day calendar, read when it is first asked for. */
  get calendar(): Calendar {
    this.#calendar ??= calendarOf(this.view);
    return this.#calendar;
  }

  /** Counts a fact of `day` as late when a closed round has passed it. */
  noteDay(day: Day): void {
    if (this.closed !== null && day <= this.closed.cutoff) this.late += 1;
  }

  /** The problem of an event day after today, or undefined (contract, section 3, "Dates"). */
  afterToday<R>(draft: Draft<R>, column: string, day: Day): Problem | undefined {
    const { today } = this.options;
    if (today === null || day <= today) return undefined;
    return problemAt(draft, column, 'day_after_today', { day, today }, day);
  }

  /** Inserts a fact that names persons, with who is meant. Returns the row's id. */
  insert(fact: PersonFact, row: Readonly<Record<string, SqlValue>>): number {
    return this.persons.insert(this.db, fact, row);
  }

  /** What is wrong with the texts of a new fact that name persons, whoever is concerned. */
  personProblems<R>(
    draft: Draft<R>,
    fact: PersonFact,
    values: Readonly<Record<string, SqlValue | undefined>>,
  ): Problem[] {
    return personColumns[fact].flatMap((column) => {
      const text = values[column];
      if (typeof text !== 'string' || text === '') return [];
      const { problems } = this.persons.read(text);
      return problems.map((each) => problemAt(draft, column, each.code, each.values, text));
    });
  }

  /** The row id of the cadre with a number, or the problem that nobody has it. */
  cadreId<R>(draft: Draft<R>, column: string, cadreNo: string): number | Problem {
    if (!this.#rosterRead && this.#cadreIds.size >= ONE_BY_ONE) {
      this.#rosterRead = true;
      for (const [number, id] of cadreIds(this.db)) this.#cadreIds.set(number, id);
    }
    const known = this.#cadreIds.get(cadreNo);
    if (known !== undefined) return known;
    const row = findCadreRow(this.db, cadreNo);
    if (row === undefined) return problemAt(draft, column, 'cadre_unknown', { cadre_no: cadreNo }, cadreNo);
    this.view.knowCadre(row);
    this.#cadreIds.set(cadreNo, row.id);
    return row.id;
  }
}

/** A problem about one field of a draft, placed in its file when it came from one. */
export function problemAt<R>(
  draft: Draft<R>,
  column: string,
  code: ProblemCode,
  values: Readonly<Record<string, ProblemValue>>,
  value?: string,
): Problem {
  const { place, headings } = draft;
  if (place === undefined) return problem(code, values);
  const heading = headings?.get(column) ?? column;
  return problem(code, values, { ...place, column: heading, ...(value !== undefined && { value }) });
}

/** The problem of a name of a draft. */
export function problemOfName<R>(draft: Draft<R>, { column, code, values, value }: NameProblem): Problem {
  return problemAt(draft, column, code, values, value);
}

/** A problem about a whole draft. */
export function problemOf<R>(draft: Draft<R>, found: Problem): Problem {
  if (found.place !== undefined || draft.place === undefined) return found;
  return problem(found.code, found.values, draft.place);
}

export function rejected(...problems: readonly Problem[]): Outcome {
  return { what: 'rejected', problems };
}

/** The id by which `reverse` knows a fact: its table and row. */
export function factId(table: FactTable, id: number): string {
  return `${table}-${id}`;
}

/** Whether a stored row says the same as the given values; a value that is `undefined` was not given and not compared. */
export function sameValues(row: object, given: Readonly<Record<string, SqlValue | undefined>>): boolean {
  return differing(row, given).length === 0;
}

/** The columns in which a stored row and the given values differ. Texts are compared in NFC. */
export function differing(row: object, given: Readonly<Record<string, SqlValue | undefined>>): string[] {
  const stored = row as Readonly<Record<string, SqlValue | undefined>>;
  return Object.keys(given).filter((column) => {
    const value = given[column];
    return value !== undefined && comparable(value) !== comparable(stored[column] ?? null);
  });
}

function comparable(value: SqlValue): SqlValue {
  return typeof value === 'string' ? value.normalize('NFC') : value;
}

/** `undefined` (not given) as an empty cell, for a row that is new. */
export function filled<T extends Readonly<Record<string, SqlValue | undefined>>>(
  given: T,
): { [K in keyof T]: Exclude<T[K], undefined> | null } {
  const values = Object.entries(given).map(([column, value]) => [column, value ?? null]);
  return Object.fromEntries(values) as { [K in keyof T]: Exclude<T[K], undefined> | null };
}
