// What was reversed does not come back by itself: incoming rows are compared with it (contract, section 3, "Reversal").
import type { Day } from '../../domain/days/day.ts';
import { Failure, type ProblemValue, problem } from '../../domain/problem.ts';
import { lookOf } from '../../domain/texts/look.ts';
import type { SqlValue } from '../../ledger/database.ts';
import {
  hasReversals,
  type ReturningTable,
  type Reversal,
  type ReversedFact,
  ReversedFacts,
} from '../../ledger/facts/reversals.ts';
import { addRecordedAgain } from '../../ledger/facts/reversing.ts';
import { timeZoneOf } from '../../ledger/settings.ts';
import type { WriteDb } from '../../ledger/writing/journal.ts';
import type { Again } from '../acting.ts';
import { todayIn } from '../days.ts';
import { factId } from '../lookups/fact-id.ts';
import { type Draft, type Outcome, problemAt, problemOf, sameValues } from './draft.ts';

/**
 * The columns that identify an event when it is compared with reversed ones, besides its subject: its result, and its
 * day.
 */
const IDENTITY: Readonly<Record<ReturningTable, readonly string[]>> = {
  cadres: [],
  findings: [],
  tasks: [],
  dispatch_orders: [],
  roster_events: ['kind', 'on'],
  reports: ['progress', 'reported_on'],
  checks: ['result', 'checked_on'],
  extensions: ['new_due_on', 'granted_on'],
  objections: ['cadre_no', 'ground', 'raised_on'],
  rulings: ['cadre_no', 'raised_on', 'ruling', 'ruled_on'],
  reassignments: ['from_no', 'to_no', 'on'],
  task_cancellations: ['cancelled_on'],
  progress: ['done', 'on'],
  attendance: ['site', 'session', 'on', 'present'],
  decisions: ['round_id', 'measure', 'commended', 'cleared'],
  statements: ['round_no', 'made_on', 'waived'],
  talks: ['round_no', 'talked_on'],
  talk_receipts: ['round_no', 'talked_on', 'receipt'],
  services: ['round_no', 'served_on', 'receipt'],
  appeals: ['round_no', 'raised_on'],
  appeal_rulings: ['round_no', 'raised_on', 'ruling', 'ruled_on'],
  followups: ['round_no', 'on', 'result'],
  retractions: ['cadre_no', 'raised_on', 'retracted_on'],
  recheck_draws: ['share', 'grouping'],
  rechecks: ['recheck_result', 'rechecked_on'],
  dispatch_receipts: ['received_on'],
  task_plans: ['milestones'],
  amendments: ['record', 'record_id', 'field', 'from_day', 'new_value'],
};
/** Numbers that are compared without blanks and in one form. */
const NUMBERS: ReadonlySet<string> = new Set(['cadre_no', 'from_no', 'to_no']);

type Given = Readonly<Record<string, SqlValue | undefined>>;

/** An incoming row, as far as it is compared with what was reversed. */
export interface Returning {
  readonly table: ReturningTable;
  /** The number that it is about, as given. */
  readonly number: string;
  /** Its columns, cadres by number; what is `undefined` was not given. */
  readonly given?: Given;
  /** A column whose day the source does not have. */
  readonly undated?: string | undefined;
  /** Whether a reversed row says the same in all columns given, where columns alone do not decide. */
  readonly equals?: (reversed: ReversedFact) => boolean;
}

/** A fact that was left out of a file because it was reversed before. */
export interface LeftOut {
  readonly number: string;
  /** The id of the reversed fact. */
  readonly id: string;
  readonly reversal: Reversal & { readonly on: Day };
}

/** What becomes of a row that was reversed before: recorded again in its place, or settled at once. */
export type Held = { readonly again: number } | { readonly outcome: Outcome };

/** Holds the rows of a command against what was reversed before it. */
export class ComingBack {
  /** What was left out, in the order of the rows. */
  readonly named: LeftOut[] = [];
  readonly #db: WriteDb;
  readonly #reversed: ReversedFacts;
  readonly #again: Again | null;

  private constructor(db: WriteDb, again: Again | null) {
    this.#db = db;
    this.#again = again;
    this.#reversed = new ReversedFacts(db, db.seq);
  }

  /** Null where nothing was ever reversed. */
  static of(db: WriteDb, again: Again | null): ComingBack | null {
    return hasReversals(db) ? new ComingBack(db, again) : null;
  }

  /** The reversed facts of a table about a number, the latest reversal first. */
  about(table: ReturningTable, number: string): readonly ReversedFact[] {
    return this.#reversed.about(table, lookOf(number));
  }

  /** Whether something of that number was reversed, and is not asked for again. */
  isHeldBack(table: ReturningTable, number: string): boolean {
    const reversed = this.about(table, number);
    return reversed.length > 0 && !reversed.some((each) => this.#isAsked(number, each));
  }

  /**
   * Holds a row that no live fact equals against the reversed ones. One that equals a reversed fact is left out of a file
   * and refused as a command; one of the same identity with other content is refused; both are recorded where that is
   * asked for. Undefined where nothing like it was reversed.
   */
  hold<R>(draft: Draft<R>, row: Returning): Held | undefined {
    const alike = this.about(row.table, row.number).filter((each) => isSame(row, each));
    if (alike.length === 0) return undefined;
    const equal = alike.find((each) => equals(row, each));
    const asked = alike.find((each) => this.#isAsked(row.number, each));
    if (asked !== undefined) return { again: (equal ?? asked).row.id };
    const reversed = equal ?? (alike[0] as ReversedFact);
    if (equal !== undefined && draft.place !== undefined)
      return { outcome: this.leaveOut(row.number, equal) };
    const code = equal === undefined ? 'again_otherwise' : 'again_the_same';
    return {
      outcome: {
        what: 'rejected',
        problems: [problemOf(draft, problem(code, this.#values(row.number, reversed)))],
      },
    };
  }

  /** The same where the row cannot be recorded anyway: only what is left out is settled here. */
  leftOut<R>(draft: Draft<R>, row: Returning): Outcome | undefined {
    const equal = this.about(row.table, row.number).find((each) => isSame(row, each) && equals(row, each));
    if (equal === undefined || draft.place === undefined || this.#isAsked(row.number, equal))
      return undefined;
    return this.leaveOut(row.number, equal);
  }

  /** Leaves a row out, and keeps it to be named. */
  leaveOut(number: string, reversed: ReversedFact): Outcome {
    const values = this.#values(number, reversed);
    const { table, row, reversal } = reversed;
    this.named.push({ number, id: factId(table, row.id), reversal: { ...reversal, on: values.on as Day } });
    return { what: 'unchanged', reversed: problem('reversed_before', values) };
  }

  /** What is wrong with a row about a finding or task that was reversed; undefined where none of that number was. */
  subjectReversed<R>(draft: Draft<R>, table: 'findings' | 'tasks', number: string): Outcome | undefined {
    const [reversed] = this.about(table, number);
    if (reversed === undefined) return undefined;
    const column = table === 'findings' ? 'finding_no' : 'task_no';
    const code = table === 'findings' ? 'finding_reversed' : 'task_reversed';
    const values = this.#values(number, reversed);
    return { what: 'rejected', problems: [problemAt(draft, column, code, values, number)] };
  }

  /** Records that a new fact takes the place of a reversed one. */
  takesPlace(table: ReturningTable, id: number, reversedId: number, origin: Draft<unknown>['origin']): void {
    addRecordedAgain({ db: this.#db }, { fact: table, fact_id: id, reversed_id: reversedId, ...origin });
  }

  #isAsked(number: string, { table, row }: ReversedFact): boolean {
    if (this.#again === null) return false;
    return (
      this.#again === 'all' ||
      [lookOf(number), factId(table, row.id)].some((each) => (this.#again as ReadonlySet<string>).has(each))
    );
  }

  #values(number: string, { table, row, reversal }: ReversedFact): Readonly<Record<string, ProblemValue>> {
    const on = todayIn(timeZoneOf(this.#db), new Date(reversal.at));
    return { number, id: factId(table, row.id), on, by: reversal.actor, why: reversal.reason };
  }
}

/**
 * Records a fact of a single command that has no record kind, unless it was reversed before and is not asked for again.
 * @param write inserts the fact and returns its row id
 * @throws Failure `refused`
 */
export function recordUnlessReversed(
  db: WriteDb,
  again: Again | null | undefined,
  row: Returning,
  write: () => number,
): string {
  const back = ComingBack.of(db, again ?? null);
  const draft = { record: undefined, origin: { batch_id: null, line: null } };
  const held = back?.hold(draft, row);
  if (held !== undefined && 'outcome' in held && held.outcome.what === 'rejected') {
    throw new Failure('refused', held.outcome.problems);
  }
  const id = write();
  if (held !== undefined && 'again' in held) back?.takesPlace(row.table, id, held.again, draft.origin);
  return factId(row.table, id);
}

function isSame({ table, given = {}, undated }: Returning, { row }: ReversedFact): boolean {
  return IDENTITY[table].every(
    (field) => field === undated || comparable(field, given[field]) === comparable(field, row[field]),
  );
}

function equals({ table, given = {}, undated, equals: other }: Returning, reversed: ReversedFact): boolean {
  if (other !== undefined) return other(reversed);
  const known = new Set(IDENTITY[table]);
  const rest = Object.entries(given).filter(([column]) => !known.has(column) && column !== undated);
  return sameValues(reversed.row, Object.fromEntries(rest));
}

function comparable(field: string, value: SqlValue | undefined): SqlValue {
  if (typeof value !== 'string') return value ?? null;
  return NUMBERS.has(field) ? lookOf(value) : value.normalize('NFC');
}
