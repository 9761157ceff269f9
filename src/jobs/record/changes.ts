// What a register changed since last time, finding by finding (contract, section 4, "Read as it stands": 本周变动).
import type { CheckResult, Progress } from '../../domain/findings/finding.ts';
import type { Problem } from '../../domain/problem.ts';
import type { RecordKind } from '../../domain/records/records.ts';
import type { KeptWords, LeftAsRecorded, RegisterChanges } from '../../domain/records/register-changes.ts';

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
  get plain(): RegisterChanges {
    const { added, amended, reported, checked, rectified, to_amend, unit_words, left_as_recorded } = this;
    return { added, amended, reported, checked, rectified, to_amend, unit_words, left_as_recorded };
  }
}

/** Kinds that change a finding as a register does: its registration, a report, a check. */
export function isChange(kind: RecordKind): boolean {
  return kind === 'findings' || kind === 'reports' || kind === 'checks';
}

/** Notes what became of a row of such a kind; of a register its own recorder notes it. */
export function noteChange(
  changes: Changes,
  kind: RecordKind,
  record: object,
  outcome: Parameters<Changes['noteFinding']>[1],
): void {
  if (!isChange(kind) || !('finding_no' in record)) return;
  const finding_no = String(record.finding_no);
  if (kind === 'findings') changes.noteFinding(finding_no, outcome);
  if (outcome.what !== 'added') return;
  if (kind === 'reports') {
    const progress = 'progress' in record ? (record.progress as Progress | null | undefined) : null;
    changes.reported.push({ finding_no, progress: progress ?? 'done' });
  } else if (kind === 'checks' && 'result' in record) {
    changes.checked.push({ finding_no, result: record.result as CheckResult });
  }
}

/** The changes of several imports as one. */
export function allChanges(all: readonly RegisterChanges[]): RegisterChanges {
  return {
    added: all.flatMap((each) => each.added),
    amended: all.flatMap((each) => each.amended),
    reported: all.flatMap((each) => each.reported),
    checked: all.flatMap((each) => each.checked),
    rectified: all.flatMap((each) => each.rectified),
    to_amend: all.flatMap((each) => each.to_amend),
    unit_words: all.flatMap((each) => each.unit_words),
    left_as_recorded: all.flatMap((each) => each.left_as_recorded),
  };
}
