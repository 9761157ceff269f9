// What a register changed since last time, finding by finding (contract, section 4, "Read as it stands": 本周变动).
import type { CheckResult, Progress } from '../../domain/findings/finding.ts';
import type { Problem } from '../../domain/problem.ts';

/** An outstanding finding whose word is not understood. */
interface KeptWords {
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

/** All that changed, in the order of the rows. Keys are those of `--json`. */
export class Changes {
  readonly added: string[] = [];
  readonly amended: string[] = [];
  readonly reported: { readonly finding_no: string; readonly progress: Progress }[] = [];
  readonly checked: { readonly finding_no: string; readonly result: CheckResult }[] = [];
  /** What differs from what is recorded, and can be amended. */
  readonly to_amend: { readonly finding_no: string; readonly columns: readonly string[] }[] = [];
  readonly unit_words: KeptWords[] = [];
  readonly left_as_recorded: LeftAsRecorded[] = [];

  get rectified(): readonly string[] {
    return this.checked.filter((each) => each.result === 'rectified').map((each) => each.finding_no);
  }

  /** Notes what became of the finding of a row. */
  noteFinding(
    finding_no: string,
    outcome: { readonly what: string; readonly problems?: readonly Problem[] },
  ): void {
    if (outcome.what === 'added') this.added.push(finding_no);
    if (outcome.what === 'amended') this.amended.push(finding_no);
    const columns = (outcome.problems ?? [])
      .filter(({ code }) => code === 'record_conflict' || code === 'record_conflict_amend')
      .map(({ values }) => String(values.column));
    if (columns.length > 0) this.to_amend.push({ finding_no, columns });
  }

  /** All of it as plain data. */
  get told(): ChangesTold {
    const { added, amended, reported, checked, rectified, to_amend, unit_words, left_as_recorded } = this;
    return { added, amended, reported, checked, rectified, to_amend, unit_words, left_as_recorded };
  }
}

/** What is told of changes: plain data. */
export type ChangesTold = Pick<
  Changes,
  'added' | 'amended' | 'reported' | 'checked' | 'rectified' | 'to_amend' | 'unit_words' | 'left_as_recorded'
>;
