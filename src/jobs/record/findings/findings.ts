// Records findings: new ones are added with those responsible, known ones compared.
import type { Day } from '../../../domain/days/day.ts';
import type { FindingNo } from '../../../domain/findings/finding.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { FindingGiven } from '../../../domain/records/record-types.ts';
import { plainSpelling } from '../../../domain/texts/look.ts';
import { FindingNumbers } from '../../../ledger/findings/finding-numbers.ts';
import {
  addFinding,
  type FindingRow,
  findingRow,
  type NewFinding,
} from '../../../ledger/findings/findings.ts';
import { calculatedDay, offsetText } from '../deadline-offset.ts';
import { looksLike, problemsOfNew } from '../looks.ts';
import { plainName } from '../name-looks.ts';
import { type Draft, type Outcome, problemAt, type Recording, rejected, type Settle } from '../recording.ts';
import { holdFinding } from './finding-returns.ts';
import { compareFinding } from './known-finding.ts';

const ROLE_COLUMNS = { cadre_no: 'lead', assist_no: 'assist', leader_no: 'leader' } as const;
const ROLE_COLUMN_NAMES = Object.keys(ROLE_COLUMNS) as (keyof typeof ROLE_COLUMNS)[];

/** Drafts whose numbers are looked up together. */
const AT_ONCE = 256;

/**
 * Records each finding (contract, section 4, "findings"). A finding may repeat one further down: those
 * whose older finding is not there yet wait until the others are in.
 * @param atOnce how many drafts are read before the first of them is recorded
 */
export function recordFindings<R extends FindingGiven>(
  recording: Recording,
  drafts: Iterable<Draft<R>>,
  settle: Settle<R>,
  atOnce = AT_ONCE,
): void {
  const numbers = new FindingNumbers(recording.db);
  const record = (batch: readonly Draft<R>[], all: boolean): Draft<R>[] => {
    numbers.look(
      batch.flatMap(({ record: { finding_no, recurs } }) => (recurs ? [finding_no, recurs] : finding_no)),
    );
    return batch.filter((draft) => {
      const { recurs } = draft.record;
      if (!all && recurs && numbers.id(recurs) === undefined) return true;
      settle(draft, recordFinding(recording, numbers, draft));
      return false;
    });
  };
  let waiting: Draft<R>[] = [];
  for (const batch of batchesOf(drafts, atOnce))
    for (const draft of record(batch, false)) waiting.push(draft);
  const foundOn = ({ record: { found_on } }: Draft<R>): string => found_on ?? '';
  waiting.sort((left, right) =>
    foundOn(left) === foundOn(right) ? 0 : foundOn(left) < foundOn(right) ? -1 : 1,
  );
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length;
    waiting = [...batchesOf(waiting, AT_ONCE)].flatMap((batch) => record(batch, false));
  }
  for (const batch of batchesOf(waiting, AT_ONCE)) record(batch, true);
}

function* batchesOf<T>(all: Iterable<T>, atOnce: number): Generator<readonly T[]> {
  let batch: T[] = [];
  for (const each of all) {
    batch.push(each);
    if (batch.length < atOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function recordFinding(recording: Recording, numbers: FindingNumbers, draft: Draft<FindingGiven>): Outcome {
  const { record } = draft;
  const known = numbers.id(record.finding_no);
  const held = known === undefined ? holdFinding(recording, draft) : undefined;
  if (held !== undefined && 'outcome' in held) return held.outcome;
  const problems: Problem[] = [];
  const { source, description, found_on } = record;
  const late = found_on === undefined ? undefined : recording.afterToday(draft, 'found_on', found_on);
  if (late !== undefined) problems.push(late);
  const responsible = responsibleOf(recording, draft, problems);
  const due = dueOf(recording, draft);
  if (isProblem(due)) problems.push(due);
  const recursId = recursOf(recording, numbers, draft);
  if (isProblem(recursId)) problems.push(recursId);
  if (problems.length > 0 || isProblem(due) || isProblem(recursId)) return rejected(...problems);

  if (known !== undefined)
    return compareFinding(recording, draft, known, { dueOn: due.due_on, recursId, responsible });
  if (source === undefined || description === undefined || found_on === undefined) {
    const missing = source === undefined ? 'source' : description === undefined ? 'description' : 'found_on';
    const needs = { finding_no: record.finding_no, field: { term: `column.${missing}` } };
    return rejected(problemAt(draft, missing, 'register_finding_needs', needs));
  }
  const alike = numbers.alike(record.finding_no)?.number;
  const spelt = { kind: 'finding', number: record.finding_no, known: alike } as const;
  const unlike = problemsOfNew(recording, draft, looksLike(recording, draft, spelt));
  if (unlike.length > 0) return rejected(...unlike);
  const values = {
    finding_no: plainSpelling(record.finding_no) as FindingNo,
    source: plainName(source),
    clause: record.clause ?? null,
    area: record.area ? plainName(record.area) : null,
    village: record.village ?? null,
    station: record.station ? plainName(record.station) : null,
    description,
    severity: record.severity ?? 1,
    reason: record.reason ?? null,
    action: record.action ?? null,
    standard: record.standard ?? null,
    found_on,
    due_on: due.due_on ?? null,
    due_reckoned: due.due_reckoned,
    resp_unit: record.resp_unit ?? null,
    recurs_id: recursId,
    remark: record.remark ?? null,
  };
  const id = addFinding(recording.db, { values, responsible }, draft.origin);
  numbers.add(values.finding_no, id);
  recording.noteDay(found_on);
  return recording.added(draft, 'findings', id, held);
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value;
}

/** Those named on a draft; unknown numbers go to `problems`. */
function responsibleOf(
  recording: Recording,
  draft: Draft<FindingGiven>,
  problems: Problem[],
): NewFinding['responsible'] {
  const responsible: NewFinding['responsible'][number][] = [];
  for (const column of ROLE_COLUMN_NAMES) {
    for (const number of draft.record[column] ?? []) {
      const cadreId = recording.cadreId(draft, column, number);
      if (isProblem(cadreId)) problems.push(cadreId);
      else responsible.push({ cadreId, role: ROLE_COLUMNS[column] });
    }
  }
  return responsible;
}

/** The deadline as a day, and how it was calculated when it was. */
function dueOf(
  recording: Recording,
  draft: Draft<FindingGiven>,
): { readonly due_on: Day | null | undefined; readonly due_reckoned: string | null } | Problem {
  const { due_on, found_on } = draft.record;
  if (due_on === null || due_on === undefined) return { due_on, due_reckoned: null };
  if (typeof due_on === 'string') {
    if (found_on === undefined || due_on >= found_on) return { due_on, due_reckoned: null };
    return problemAt(draft, 'due_on', 'deadline_before_found', { due_on, found_on }, due_on);
  }
  if (found_on === undefined) return { due_on: undefined, due_reckoned: null };
  const calculated = calculatedDay(recording, draft, 'due_on', found_on, due_on);
  return typeof calculated === 'string'
    ? { due_on: calculated, due_reckoned: offsetText(due_on) }
    : calculated;
}

/** The id of the older finding that this one repeats: another one, found no later. */
function recursOf(
  recording: Recording,
  numbers: FindingNumbers,
  draft: Draft<FindingGiven>,
): number | null | Problem {
  const { recurs, finding_no, found_on } = draft.record;
  if (!recurs) return null;
  const id = numbers.id(recurs);
  if (id === undefined || id === numbers.id(finding_no)) {
    return problemAt(draft, 'recurs', 'recurs_unknown', { recurs }, recurs);
  }
  const older = findingRow(recording.view, id);
  if (found_on !== undefined && older.found_on > found_on)
    return problemAt(draft, 'recurs', 'recurs_later', { recurs, found_on: older.found_on }, recurs);
  const own = numbers.id(finding_no);
  if (own !== undefined && recursTo(recording, older, own))
    return problemAt(draft, 'recurs', 'recurs_circle', { recurs, finding_no }, recurs);
  return id;
}

/** Whether a finding repeats another one, by however many steps: found on one day, two could name each other. */
function recursTo(recording: Recording, from: FindingRow, id: number): boolean {
  const seen = new Set<number>();
  for (let next = from.recurs_id; next !== null && !seen.has(next); ) {
    if (next === id) return true;
    seen.add(next);
    next = findingRow(recording.view, next).recurs_id;
  }
  return false;
}
