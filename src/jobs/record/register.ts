// Records the rows of the office's workbook: each is a finding and what is new about it since last time.
import type { Day } from '../../domain/day.ts';
import type { Problem } from '../../domain/problem.ts';
import type { CheckRecord, FindingRecord, LedgerRecord, ReportRecord } from '../../domain/record-types.ts';
import { eventsOf } from '../../ledger/events.ts';
import { findingId } from '../../ledger/findings.ts';
import { recordEvents } from './events.ts';
import { recordFindings } from './findings.ts';
import {
  type Draft,
  type Drafts,
  type Outcome,
  problemAt,
  type Recording,
  rejected,
  type Settle,
} from './recording.ts';

/** Columns that a finding must have when it is new to the ledger. */
const NEEDED = ['source', 'description', 'found_on', 'cadre_no'] as const;

type RegisterDraft = Draft<LedgerRecord>;

/**
 * Records a register (issue 4, "The whole register"): the findings first, then reports (完成情况 is the unit's own word),
 * then checks, which are taken only where who checked and when are given. Empty cells change nothing.
 */
export function recordRegister(
  recording: Recording,
  drafts: Drafts<LedgerRecord>,
  settle: Settle<LedgerRecord>,
): void {
  const outcomes = new Outcomes();
  const part = <R>(make: (draft: RegisterDraft) => R | Problem | undefined): PartDrafts<R> =>
    new PartDrafts(drafts, (draft) => {
      if (outcomes.isRejected(draft)) return undefined;
      const record = make(draft);
      if (!isProblem(record)) return record;
      outcomes.add(draft, rejected(record));
      return undefined;
    });
  const take =
    <R>(of: PartDrafts<R>) =>
    (draft: Draft<R>, outcome: Outcome) =>
      outcomes.add(of.whole(draft), outcome);
  const findings = part((draft) => findingPart(recording, draft));
  recordFindings(recording, findings, take(findings));
  const reports = part((draft) => reportPart(recording, draft));
  recordEvents(recording, 'reports', reports, take(reports));
  const checks = part((draft) => checkPart(draft));
  recordEvents(recording, 'checks', checks, take(checks));
  for (const draft of drafts) settle(draft, outcomes.of(draft));
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'values' in value;
}

/** What became of the parts of each row, known by its place in the file. */
class Outcomes {
  readonly #outcomes = new Map<string, Outcome>();

  add(draft: RegisterDraft, outcome: Outcome): void {
    const key = keyOf(draft);
    this.#outcomes.set(key, together(this.#outcomes.get(key), outcome));
  }

  of(draft: RegisterDraft): Outcome {
    return this.#outcomes.get(keyOf(draft)) ?? { what: 'unchanged' };
  }

  isRejected(draft: RegisterDraft): boolean {
    return this.#outcomes.get(keyOf(draft))?.what === 'rejected';
  }
}

function keyOf({ origin }: RegisterDraft): string {
  return `${origin.batch_id}:${origin.line}`;
}

/** A row is rejected when one of its parts is, else amended or added when one is. */
function together(left: Outcome | undefined, right: Outcome): Outcome {
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
        yield { ...draft, record };
      }
      place += 1;
    }
  }

  at(index: number): Draft<R> | undefined {
    const draft = this.#drafts.at(this.#places[index] ?? -1);
    const record = draft === undefined ? undefined : this.#make(draft);
    return draft === undefined || record === undefined ? undefined : { ...draft, record };
  }

  /** The row that a part belongs to: what its outcome is kept under does not depend on the record. */
  whole(draft: Draft<R>): RegisterDraft {
    return draft as unknown as RegisterDraft;
  }
}

/** An empty cell counts as a column that is not there. */
function given<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined;
}

function findingPart(recording: Recording, draft: RegisterDraft): FindingRecord | Problem {
  const { record } = draft;
  if (findingId(recording.db, record.finding_no) === undefined) {
    const missing = NEEDED.find((column) => given(record[column]) === undefined);
    if (missing !== undefined) {
      return problemAt(draft, missing, 'register_finding_needs', {
        ...{ finding_no: record.finding_no, field: { term: `column.${missing}` } },
      });
    }
  }
  const columns = [
    ...['finding_no', 'source', 'clause', 'area', 'village', 'station', 'description', 'severity', 'reason'],
    ...[
      'action',
      'standard',
      'found_on',
      'due_on',
      'cadre_no',
      'assist_no',
      'leader_no',
      'resp_unit',
      'recurs',
    ],
    'remark',
  ] as const;
  const finding = Object.fromEntries(
    columns.map((column) => [column, given(record[column as keyof LedgerRecord])]),
  );
  return finding as unknown as FindingRecord;
}

function reportPart(recording: Recording, draft: RegisterDraft): ReportRecord | Problem | undefined {
  const { finding_no, progress, reported_on, reported_by, evidence, note } = draft.record;
  if (progress == null) return undefined;
  const texts = { reported_by: given(reported_by), evidence: given(evidence), note: given(note) };
  const id = findingId(recording.db, finding_no);
  const latest =
    id === undefined
      ? undefined
      : eventsOf(recording.view, id).findLast(({ row }) => row.table === 'reports')?.row;
  const on: Day | null = reported_on ?? recording.options.registerDay ?? null;
  if (reported_on == null) {
    // Without a day of its own the word is news only when it is another word than last time.
    const last = latest?.table === 'reports' ? latest.progress : 'not_done';
    if (last === progress) return undefined;
    if (on === null) {
      return problemAt(draft, 'progress', 'register_report_needs_day', { finding_no }, progress);
    }
  }
  return on === null ? undefined : { finding_no, reported_on: on, progress, ...texts };
}

function checkPart(draft: RegisterDraft): CheckRecord | Problem | undefined {
  const { finding_no, result, checked_on, checked_by, method, approved_by, approved_on, check_note } =
    draft.record;
  if (checked_on == null || checked_by == null) return undefined;
  if (result == null) return problemAt(draft, 'result', 'register_check_needs_result', { finding_no });
  return {
    ...{ finding_no, result, checked_on, checked_by },
    ...{ method: given(method), approved_by: given(approved_by), approved_on: given(approved_on) },
    note: given(check_note),
  };
}
