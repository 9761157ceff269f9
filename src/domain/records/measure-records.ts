// One record of each kind about measures after the closing, as files and commands give it.
import type { Day } from '../days/day.ts';
import type { AppealRuling, FollowUpResult, Receipt } from '../measure.ts';
import type { Optional, OptionalText } from './record-types.ts';

/** That a measure was handed to the cadre. */
export interface ServiceRecord {
  readonly cadre_no: string;
  readonly round: number;
  readonly served_on: Day;
  readonly served_by: string;
  readonly receipt: Receipt;
  readonly note: OptionalText;
}

/** `ruled_on`, `ruling`, `ruled_by` are given all three or not at all. */
export interface AppealRecord {
  readonly cadre_no: string;
  readonly round: number;
  readonly raised_on: Day;
  readonly reason: string;
  readonly ruled_on: Optional<Day>;
  readonly ruling: Optional<AppealRuling>;
  readonly ruled_by: OptionalText;
  /** Notes of the appeal and of its answer: given by commands, no columns of a file. */
  readonly note?: OptionalText;
  readonly ruling_note?: OptionalText;
}

/** How a cadre does after a talk. */
export interface FollowUpRecord {
  readonly cadre_no: string;
  readonly round: number;
  readonly on: Day;
  readonly by: string;
  readonly result: FollowUpResult;
  readonly note: OptionalText;
}
