// Records the rows of the office's workbook: each is a finding and what is new about it since last time.
import type { Problem } from '../../../domain/problem.ts';
import type { LedgerRecord } from '../../../domain/records/record-types.ts';
import type { LeftAsRecorded } from '../../../domain/records/register-changes.ts';
import {
  type Draft,
  type Drafts,
  type Outcome,
  type Recording,
  rejected,
  type Settle,
} from '../recording.ts';
import { recordEvents } from './events.ts';
import { recordFindings } from './findings.ts';
import { leftAsRecorded, misreadReport } from './misread-words.ts';
import { checkPart, findingPart, reportPart } from './register-row.ts';
import { recordUnitWords } from './unit-words.ts';

type RegisterDraft = Draft<LedgerRecord>;

/**
 * Records a register (issue 4, "The whole register"): the findings first, then reports (完成情况 is the unit's own word),
 * then checks, which are recorded only where who checked and when are given. Empty cells change nothing.
 */
export function recordRegister(
  recording: Recording,
  drafts: Drafts<LedgerRecord>,
  settle: Settle<LedgerRecord>,
): void {
  const outcomes = new Outcomes();
  /** Rows whose finding was reversed: what they say of it is left out with it. */
  const leftOut = new Set<string>();
  const part = <R>(make: (draft: RegisterDraft) => R | Problem | undefined): PartDrafts<R> =>
    new PartDrafts(drafts, (draft) => {
      if (outcomes.isRejected(draft) || leftOut.has(keyOf(draft))) return undefined;
      const record = make(draft);
      if (!isProblem(record)) return record;
      outcomes.add(draft, rejected(record));
      return undefined;
    });
  const take = (draft: Row, outcome: Outcome): void => outcomes.add(draft, outcome);
  const { changes } = recording;
  const findings = part((draft) => findingPart(recording, draft));
  // One at a time: what is new about a row depends on those before it.
  recordFindings(
    recording,
    findings,
    (draft, outcome) => {
      changes.noteFinding(draft.record.finding_no, outcome);
      if (outcome.what === 'unchanged' && outcome.reversed !== undefined) leftOut.add(keyOf(draft));
      take(draft, outcome);
    },
    1,
  );
  const undated = new Set<string>();
  const misread = new Map<string, LeftAsRecorded>();
  const reports = part((draft) => {
    const old = misreadReport(recording, draft.record);
    if (old !== undefined) {
      if (draft.record.progress !== 'not_done')
        misread.set(keyOf(draft), leftAsRecorded(recording, draft.record, old));
      return undefined;
    }
    const report = reportPart(recording, draft);
    if (report !== undefined && draft.record.reported_on == null) undated.add(keyOf(draft));
    return report;
  });
  recordEvents(recording, 'reports', reports, (draft, outcome) => {
    if (outcome.what === 'added') {
      if (undated.has(keyOf(draft))) recording.undatedWords += 1;
      const { finding_no, progress } = draft.record;
      changes.reported.push({ finding_no, progress: progress ?? 'done' });
    }
    take(draft, outcome);
  });
  changes.left_as_recorded.push(...misread.values());
  const checks = part((draft) => checkPart(draft));
  recordEvents(recording, 'checks', checks, (draft, outcome) => {
    const { finding_no, result } = draft.record;
    if (outcome.what === 'added') changes.checked.push({ finding_no, result });
    take(draft, outcome);
  });
  for (const draft of drafts) {
    if (!outcomes.isRejected(draft)) {
      const kept = recordUnitWords(recording, draft);
      if (kept !== undefined) outcomes.add(draft, kept);
    }
    settle(draft, outcomes.of(draft));
  }
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'values' in value;
}

/** What became of the parts of each row, known by its place in the file. */
class Outcomes {
  readonly #outcomes = new Map<string, Outcome>();

  add(draft: Row, outcome: Outcome): void {
    const key = keyOf(draft);
    this.#outcomes.set(key, together(this.#outcomes.get(key), outcome));
  }

  of(draft: Row): Outcome {
    return this.#outcomes.get(keyOf(draft)) ?? { what: 'unchanged' };
  }

  isRejected(draft: Row): boolean {
    return this.#outcomes.get(keyOf(draft))?.what === 'rejected';
  }
}

/** A row of the file, whichever part of it. */
type Row = Pick<RegisterDraft, 'origin' | 'row'>;

function keyOf({ origin, row }: Row): string {
  return `${origin.batch_id}:${row ?? origin.line}`;
}

/** A row is rejected when one of its parts is, else amended or added when one is. */
function together(left: Outcome | undefined, right: Outcome): Outcome {
  if (left?.what === 'unchanged' && right.what === 'unchanged') return { ...left, ...right };
  if (left === undefined || left.what === 'unchanged') return right;
  if (right.what === 'unchanged') return left;
  if (left.what === 'rejected') {
    return right.what === 'rejected' ? rejected(...left.problems, ...right.problems) : left;
  }
  if (right.what === 'rejected') return right;
  const facts = [...left.facts, ...right.facts];
  if (left.what === 'amended') return { ...left, facts };
  return right.what === 'amended' ? { ...right, facts } : { what: 'added', facts };
}

/** The drafts of one part of the rows, made as they are asked for. */
class PartDrafts<R> implements Drafts<R> {
  readonly #drafts: Drafts<LedgerRecord>;
  readonly #make: (draft: RegisterDraft) => R | undefined;
  /** The places of the rows that have this part. */
  readonly #places: number[] = [];

  constructor(drafts: Drafts<LedgerRecord>, make: (draft: RegisterDraft) => R | undefined) {
    this.#drafts = drafts;
    this.#make = make;
  }

  *[Symbol.iterator](): Generator<Draft<R>> {
    this.#places.length = 0;
    let place = 0;
    for (const draft of this.#drafts) {
      const record = this.#make(draft);
      if (record !== undefined) {
        this.#places.push(place);
        yield this.#partOf(draft, record);
      }
      place += 1;
    }
  }

  at(index: number): Draft<R> | undefined {
    const draft = this.#drafts.at(this.#places[index] ?? -1);
    const record = draft === undefined ? undefined : this.#make(draft);
    return draft === undefined || record === undefined ? undefined : this.#partOf(draft, record);
  }

  /** A day of application that the row does not have comes from an option, or is that of the import. */
  #partOf(draft: RegisterDraft, record: R): Draft<R> {
    return { ...draft, record, ...(draft.record.reported_on == null && { undated: 'reported_on' }) };
  }
}
