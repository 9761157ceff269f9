// What a column of a record holds: how its cells are read and written, and the type of its value.
import type { Rank } from '../cadre.ts';
import type { Day } from '../days/day.ts';
import type { CheckResult, Ground, Progress, RulingWord, Severity } from '../findings/finding.ts';
import type { RecheckResult } from '../findings/recheck.ts';
import type { AppealRuling, FollowUpResult, Receipt } from '../measure.ts';
import type { Measure } from '../round.ts';
import type { Presence, Session } from '../work/task.ts';

/** `+5d` or `+5wd` after found_on (an order: sent_on): days, or working days, to be calculated with the calendar. */
export interface DayOffset {
  readonly plus: number;
  readonly unit: 'd' | 'wd';
}

/** The vocabularies of coded columns, and their codes. */
interface Terms {
  readonly rank: Rank;
  readonly severity: Severity;
  readonly progress: Progress;
  readonly result: CheckResult;
  readonly recheck_result: RecheckResult;
  readonly ground: Ground;
  readonly ruling: RulingWord;
  readonly appeal_ruling: AppealRuling;
  readonly measure: Measure;
  readonly session: Session;
  readonly presence: Presence;
  readonly receipt: Receipt;
  readonly follow_up: FollowUpResult;
}

/** What each type of column holds, but for coded ones. */
interface Held {
  readonly text: string;
  /** The number of a record. */
  readonly number_name: string;
  /** Numbers of cadres, in the order given, separated by `;` in a cell. */
  readonly numbers: readonly string[];
  readonly day: Day;
  readonly due: Day | DayOffset;
  readonly whole: number;
  /** In hundredths. */
  readonly amount: number;
  readonly boolean: boolean;
  readonly milestones: readonly { readonly on: Day; readonly amount: number }[];
}

/** A column as a kind has it; a coded one says its vocabulary. */
export type Column = Kept &
  (
    | { readonly type: keyof Held; readonly terms?: undefined }
    | { readonly type: 'term'; readonly terms: keyof Terms }
  );

interface Kept {
  readonly required?: true;
  /** The value of an empty cell. */
  readonly default?: string | number;
  /**
   * `always`: the record has a value, whatever the file has: a default that holds without the column too, or a word that is
   * settled from other cells. `column`: where the file has the column.
   */
  readonly filled?: 'always' | 'column';
}

/** The columns of a kind, in the contract's order. */
export type Columns = Readonly<Record<string, Column>>;

/**
 * What a field holds. Three states of a cell: `undefined` the file has no such column, `null` the cell is empty,
 * else the value.
 */
export type Optional<T> = T | null | undefined;
export type OptionalText = Optional<string>;

type ValueOf<C extends Column> = C extends { readonly terms: infer T extends keyof Terms }
  ? Terms[T]
  : Held[Exclude<C['type'], 'term'>];

type FieldOf<C extends Column> = C extends { readonly required: true } | { readonly filled: 'always' }
  ? ValueOf<C>
  : C extends { readonly filled: 'column' }
    ? ValueOf<C> | undefined
    : Optional<ValueOf<C>>;

/** The record that a row of these columns makes. */
export type RecordFrom<C extends Columns> = { readonly [K in keyof C]: FieldOf<C[K]> };

export const text = { type: 'text' } as const;
export const mustText = { type: 'text', required: true } as const;
export const name = { type: 'number_name' } as const;
export const mustName = { type: 'number_name', required: true } as const;
export const numbers = { type: 'numbers' } as const;
export const mustNumbers = { type: 'numbers', required: true } as const;
export const day = { type: 'day' } as const;
export const mustDay = { type: 'day', required: true } as const;
export const due = { type: 'due' } as const;
export const mustDue = { type: 'due', required: true } as const;
export const amount = { type: 'amount', required: true } as const;
export const boolean = { type: 'boolean' } as const;
export const whole = { type: 'whole', required: true } as const;
export const milestones = { type: 'milestones' } as const;

/** A coded column. */
export function term<T extends keyof Terms>(terms: T) {
  return { type: 'term', terms } as const;
}

/** A coded column that must be there. */
export function mustTerm<T extends keyof Terms>(terms: T) {
  return { type: 'term', terms, required: true } as const;
}
