// What a register changed since last time (本周变动), as plain data. Keys are those of `--json`.
import type { CheckResult, Progress } from '../findings/finding.ts';

/** An outstanding finding whose word is not understood. */
export interface KeptWords {
  readonly finding_no: string;
  readonly words: string;
  readonly file: string;
  readonly line: number | null;
  /** Whether they are other words than last time. */
  readonly news: boolean;
}

/** A row that an earlier program read as a report `not_done`, its word kept as the note: it stays as recorded. */
export interface LeftAsRecorded {
  readonly finding_no: string;
  /** The report's id, as `reverse` takes it. */
  readonly report: string;
  readonly reported_on: string;
  readonly words: string;
  /** How the word is read now. */
  readonly progress: Progress;
  /** Closed rounds that used the report, and whose lines of it may be corrected. */
  readonly rounds: readonly number[];
  readonly cadres: readonly string[];
}

/** All that changed, in the order of the rows. */
export interface RegisterChanges {
  readonly added: readonly string[];
  readonly amended: readonly string[];
  readonly reported: readonly { readonly finding_no: string; readonly progress: Progress }[];
  readonly checked: readonly { readonly finding_no: string; readonly result: CheckResult }[];
  readonly rectified: readonly string[];
  /** What differs from what is recorded, and can be amended. */
  readonly to_amend: readonly { readonly finding_no: string; readonly columns: readonly string[] }[];
  readonly unit_words: readonly KeptWords[];
  readonly left_as_recorded: readonly LeftAsRecorded[];
}
