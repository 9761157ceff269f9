// What every recorder works with: rows to be recorded, the ledger they go into, and what became of each.

import type { Calendar } from '../../domain/days/calendar.ts';
import type { Day } from '../../domain/days/day.ts';
import { type PersonFact, personColumns } from '../../domain/persons/meant.ts';
import type { Problem } from '../../domain/problem.ts';
import { cadreIds, findCadreRow } from '../../ledger/cadres/cadres.ts';
import { Persons } from '../../ledger/cadres/persons.ts';
import type { SqlValue } from '../../ledger/database.ts';
import type { ReturningTable } from '../../ledger/facts/reversals.ts';
import { View } from '../../ledger/facts/view.ts';
import { lastClosedRound } from '../../ledger/rounds/rounds.ts';
import type { WriteDb } from '../../ledger/writing/journal.ts';
import type { Acting, Again } from '../acting.ts';
import { calendarOf } from '../lookups/calendar.ts';
import { factId } from '../lookups/fact-id.ts';
import { Changes } from './changes.ts';
import { ComingBack, type Held } from './coming-back.ts';
import { type Draft, type Outcome, problemAt } from './draft.ts';
import { NameLooks } from './name-looks.ts';

export {
  type Draft,
  type Drafts,
  differing,
  filled,
  type Given,
  type Origin,
  type Outcome,
  problemAt,
  problemOf,
  problemOfName,
  rejected,
  type Settle,
  sameValues,
} from './draft.ts';

/** Which columns of known records may be changed, and why (`--amend COL,… --reason`). */
export interface Amend {
  readonly columns: ReadonlySet<string>;
  readonly reason: string;
}

export interface RecordingOptions {
  /** Event days after it are refused; null with `--future`. */
  readonly today: Day | null;
  readonly amend: Amend | null;
  /** What is recorded again although it was reversed before (`--again`); nothing by default. */
  readonly again?: Again | null;
  /** The day of words in a register that have none (`--on`). */
  readonly registerDay?: Day | null;
  /** The day of the import, for words without a day where `registerDay` is not given. */
  readonly importDay?: Day;
}

/** What a recording takes from the world of its command. */
export function recordingOf({ today, again = null }: Pick<Acting, 'today' | 'again'>): RecordingOptions {
  return { today, again, amend: null };
}

/** Cadres that are looked up one by one; then the whole roster is read, which takes as long as some dozens of them. */
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
  /** What was reversed before, to compare with incoming rows; null where nothing was. */
  readonly back: ComingBack | null;
  /** Facts recorded with a day that a closed round has passed: they count from the next round on. */
  late = 0;
  /** Reports made of words without a day of their own. */
  undatedWords = 0;
  /** What a register changed. */
  readonly changes = new Changes();
  #calendar: Calendar | undefined;
  /** The row ids of cadres that have been looked up: a file repeats a small number of cadres. */
  readonly #cadreIds = new Map<string, number>();
  #rosterRead = false;

  constructor(db: WriteDb, options: RecordingOptions) {
    this.db = db;
    this.view = new View(db);
    this.persons = new Persons(this.view);
    this.options = options;
    this.names = new NameLooks(db);
    this.closed = lastClosedRound(db) ?? null;
    this.back = ComingBack.of(db, options.again ?? null);
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

  /** The outcome of a new fact, which takes the place of a reversed one where it was recorded again. */
  added<R>(draft: Draft<R>, table: ReturningTable, id: number, held: Held | undefined): Outcome {
    this.replace(draft, table, id, held);
    return { what: 'added', facts: [factId(table, id)] };
  }

  /** A new fact takes the place of the reversed one for which it was recorded again. */
  replace<R>(draft: Draft<R>, table: ReturningTable, id: number, held: Held | undefined): void {
    if (held !== undefined && 'again' in held) this.back?.takesPlace(table, id, held.again, draft.origin);
  }

  /** The problem of an event day after today, or undefined (contract, section 3, "Dates"). */
  afterToday<R>(draft: Draft<R>, column: string, day: Day): Problem | undefined {
    const { today } = this.options;
    if (today === null || day <= today) return undefined;
    return problemAt(draft, column, 'day_after_today', { day, today }, day);
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

  /** The row id of the cadre with a number, or the problem that it is unknown. */
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
