// Records findings: new ones are added with those responsible, known ones compared.
import type { Day } from '../../domain/day.ts';
import type { FindingNo, Role } from '../../domain/finding.ts';
import type { Problem } from '../../domain/problem.ts';
import type { FindingRecord } from '../../domain/record-types.ts';
import { comparableNumber } from '../../domain/text.ts';
import { firstRefused } from '../../domain/validity.ts';
import { addFinding, type FindingRow, findingId, loadFinding, namedOn } from '../../ledger/findings.ts';
import { View } from '../../ledger/view.ts';
import { offsetText, reckonedDay } from './reckon.ts';
import {
  amendOrConflict,
  type Draft,
  factId,
  filled,
  type Outcome,
  problemAt,
  problemOf,
  type Recording,
  rejected,
  type Settle,
} from './recording.ts';

const ROLE_COLUMNS = { cadre_no: 'lead', assist_no: 'assist', leader_no: 'leader' } as const;
type RoleColumn = keyof typeof ROLE_COLUMNS;

const ALWAYS_AMENDABLE = [
  ...['source', 'clause', 'area', 'village', 'station', 'description', 'severity', 'reason', 'action'],
  ...['standard', 'found_on', 'resp_unit', 'recurs_id', 'remark'],
];
/** Once recorded these are changed by extension or reassignment (contract, section 3, "Reversal"). */
const AMENDABLE_WHILE_EMPTY = ['due_on', 'assist_no', 'leader_no'];

/**
 * Records each finding (contract, section 4, "findings"). A finding may repeat one that stands further down: those
 * whose older finding is not there yet wait until the others are in.
 */
export function recordFindings(
  recording: Recording,
  drafts: Iterable<Draft<FindingRecord>>,
  settle: Settle<FindingRecord>,
): void {
  let waiting: Draft<FindingRecord>[] = [];
  for (const draft of drafts) {
    const { recurs } = draft.record;
    if (recurs && findingId(recording.db, recurs) === undefined) waiting.push(draft);
    else settle(draft, recordFinding(recording, draft));
  }
  waiting.sort((left, right) =>
    left.record.found_on === right.record.found_on
      ? 0
      : left.record.found_on < right.record.found_on
        ? -1
        : 1,
  );
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length;
    waiting = waiting.filter((draft) => {
      if (findingId(recording.db, draft.record.recurs ?? '') === undefined) return true;
      settle(draft, recordFinding(recording, draft));
      return false;
    });
  }
  for (const draft of waiting) settle(draft, recordFinding(recording, draft));
}

function recordFinding(recording: Recording, draft: Draft<FindingRecord>): Outcome {
  const { db } = recording;
  const { record } = draft;
  const problems: Problem[] = [];
  const keep = <T>(value: T | Problem): T | undefined => {
    if (!isProblem(value)) return value;
    problems.push(value);
    return undefined;
  };
  const late = recording.afterToday(draft, 'found_on', record.found_on);
  if (late !== undefined) problems.push(late);
  const responsible = responsibleOf(record).map(({ column, number, role }) => ({
    cadreId: keep(recording.cadreId(draft, column, number)) ?? 0,
    role,
  }));
  const due = keep(dueOf(recording, draft));
  const recursId = keep(recursOf(recording, draft));
  if (problems.length > 0 || due === undefined) return rejected(...problems);

  const known = findingId(db, record.finding_no);
  if (known !== undefined) return compare(recording, draft, known, due.due_on, recursId ?? null);
  const { cadre_no: _lead, assist_no: _assist, leader_no: _leader, recurs: _recurs, ...given } = record;
  const values = {
    ...filled({ ...given, severity: given.severity, due_on: due.due_on }),
    finding_no: comparableNumber(record.finding_no) as FindingNo,
    severity: record.severity ?? 1,
    due_reckoned: due.due_reckoned,
    recurs_id: recursId ?? null,
  } as Omit<FindingRow, 'id' | 'seq' | 'batch_id' | 'line'>;
  const id = addFinding(db, { values, responsible }, draft.origin);
  recording.noteDay(record.found_on);
  return { what: 'added', facts: [factId('findings', id)] };
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value;
}

function responsibleOf(record: FindingRecord): { column: RoleColumn; number: string; role: Role }[] {
  return (Object.keys(ROLE_COLUMNS) as RoleColumn[]).flatMap((column) =>
    (record[column] ?? []).map((number) => ({ column, number, role: ROLE_COLUMNS[column] })),
  );
}

/** The deadline as a day, and how it was reckoned when it was. */
function dueOf(
  recording: Recording,
  draft: Draft<FindingRecord>,
): { readonly due_on: Day | null | undefined; readonly due_reckoned: string | null } | Problem {
  const { due_on, found_on } = draft.record;
  if (due_on === null || due_on === undefined) return { due_on, due_reckoned: null };
  if (typeof due_on === 'string') {
    if (due_on >= found_on) return { due_on, due_reckoned: null };
    return problemAt(draft, 'due_on', 'deadline_before_found', { due_on, found_on }, due_on);
  }
  const reckoned = reckonedDay(recording, draft, 'due_on', found_on, due_on);
  return typeof reckoned === 'string' ? { due_on: reckoned, due_reckoned: offsetText(due_on) } : reckoned;
}

/** The id of the older finding that this one repeats: another one, found no later. */
function recursOf(recording: Recording, draft: Draft<FindingRecord>): number | null | Problem {
  const { recurs, finding_no, found_on } = draft.record;
  if (!recurs) return null;
  const id = findingId(recording.db, recurs);
  if (id === undefined || comparableNumber(recurs) === comparableNumber(finding_no)) {
    return problemAt(draft, 'recurs', 'recurs_unknown', { recurs }, recurs);
  }
  const older = loadFinding(recording.view, id).row;
  if (older.found_on <= found_on) return id;
  return problemAt(draft, 'recurs', 'recurs_later', { recurs, found_on: older.found_on }, recurs);
}

/** Compares a draft with the finding recorded under its number. */
function compare(
  recording: Recording,
  draft: Draft<FindingRecord>,
  id: number,
  dueOn: Day | null | undefined,
  recursId: number | null,
): Outcome {
  const { db, view } = recording;
  const { finding_no, ...record } = draft.record;
  const { row } = loadFinding(view, id);
  const named = namedOn(view, id);
  const numbers = (role: Role): string =>
    named
      .filter((each) => each.role === role)
      .map((each) => each.cadreNo)
      .sort()
      .join(';');
  const list = (given: readonly string[] | null | undefined): string | null | undefined =>
    given === undefined ? undefined : given === null ? null : given.map(comparableNumber).sort().join(';');
  const stored = {
    ...row,
    cadre_no: numbers('lead'),
    assist_no: numbers('assist') || null,
    leader_no: numbers('leader') || null,
  };
  const given = {
    ...record,
    due_on: dueOn,
    cadre_no: list(record.cadre_no),
    assist_no: list(record.assist_no),
    leader_no: list(record.leader_no),
    recurs: undefined,
    recurs_id: record.recurs === undefined ? undefined : recursId,
  };
  const empty = AMENDABLE_WHILE_EMPTY.filter((column) => stored[column as keyof typeof stored] === null);
  const outcome = amendOrConflict(recording, draft, {
    ...{ record: 'findings', id, number: finding_no, seq: row.seq, stored, given },
    amendable: new Set([...ALWAYS_AMENDABLE, ...empty]),
    called: { recurs_id: 'recurs' },
  });
  if (outcome.what !== 'amended') return outcome;
  const dates = datesContradict(recording, draft, id);
  if (dates !== undefined) return rejected(dates);
  // What was recorded since must still hold under the amended finding.
  const refused = firstRefused(loadFinding(new View(db), id).finding, recording.people);
  return refused === undefined ? outcome : rejected(problemOf(draft, refused.problem));
}

/** Dates that contradict each other after an amendment: deadline, older finding, findings that repeat this one. */
function datesContradict(
  { db, view }: Recording,
  draft: Draft<FindingRecord>,
  id: number,
): Problem | undefined {
  const { found_on, due_on, recurs_id } = loadFinding(view, id).row;
  if (due_on !== null && due_on < found_on) {
    return problemAt(draft, 'found_on', 'deadline_before_found', { due_on, found_on }, found_on);
  }
  const older = recurs_id === null ? undefined : loadFinding(view, recurs_id).row;
  if (older !== undefined && older.found_on > found_on) {
    const values = { recurs: older.finding_no, found_on: older.found_on };
    return problemAt(draft, 'found_on', 'recurs_later', values, found_on);
  }
  const repeats = db
    .all<{ id: number }>('SELECT id FROM findings WHERE recurs_id = ?', id)
    .map((row) => loadFinding(view, row.id).row)
    .find((row) => row.found_on < found_on);
  if (repeats === undefined) return undefined;
  return problemAt(
    draft,
    'found_on',
    'recurs_later',
    { recurs: repeats.finding_no, found_on: repeats.found_on },
    found_on,
  );
}
