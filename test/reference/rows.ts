// Import rows read as facts: the columns of section 4's import list, with their defaults.

import { addDays } from './exact.ts';
import type {
  Attendance,
  Cadre,
  Check,
  Extension,
  Finding,
  Ground,
  Objection,
  Reassignment,
  Report,
  Ruling,
  Task,
  TaskProgress,
} from './facts.ts';

export type Row = Readonly<Record<string, string>>;

function cell(row: Row, column: string): string {
  return row[column] ?? '';
}

function word<T extends string>(row: Row, column: string, words: readonly T[], usual?: T): T {
  const found = words.find((each) => each === cell(row, column));
  if (found !== undefined) return found;
  if (usual !== undefined && cell(row, column) === '') return usual;
  throw new Error(`${column}: ${cell(row, column)}`);
}

function numbers(row: Row, column: string): string[] {
  return cell(row, column) === '' ? [] : cell(row, column).split(';');
}

function responsible(row: Row) {
  return {
    lead: numbers(row, 'cadre_no'),
    assist: numbers(row, 'assist_no'),
    leader: numbers(row, 'leader_no'),
  };
}

/** `due_on` takes a day or `+5d` after found_on; the reference does not know working days. */
function dueDay(row: Row): string {
  const offset = /^\+(\d+)d$/.exec(cell(row, 'due_on'))?.[1];
  return offset === undefined ? cell(row, 'due_on') : addDays(cell(row, 'found_on'), Number(offset));
}

/** Section 4, "Import": a row of cadres. */
export function cadreFrom(row: Row, recorded: number): Cadre {
  return {
    recorded,
    cadre_no: cell(row, 'cadre_no'),
    name: cell(row, 'name'),
    joined_on: cell(row, 'joined_on'),
    left_on: cell(row, 'left_on'),
  };
}

/** Section 4, "Import": a row of findings. */
export function findingFrom(row: Row, recorded: number): Finding {
  const severity = { '': 1, '1': 1, '2': 2, '3': 3 } as const;
  return {
    recorded,
    finding_no: cell(row, 'finding_no'),
    source: cell(row, 'source'),
    severity: severity[word(row, 'severity', ['', '1', '2', '3'])],
    found_on: cell(row, 'found_on'),
    due_on: dueDay(row),
    recurs: cell(row, 'recurs'),
    ...responsible(row),
  };
}

/** Section 4, "Import": a row of reports. */
export function reportFrom(row: Row, recorded: number): Report {
  return {
    recorded,
    finding_no: cell(row, 'finding_no'),
    reported_on: cell(row, 'reported_on'),
    progress: word(row, 'progress', ['not_done', 'partly', 'done'], 'done'),
  };
}

/** Section 4, "Import": a row of checks. */
export function checkFrom(row: Row, recorded: number): Check {
  return {
    recorded,
    finding_no: cell(row, 'finding_no'),
    result: word(row, 'result', ['rectified', 'partial', 'not_rectified']),
    checked_on: cell(row, 'checked_on'),
    checked_by: cell(row, 'checked_by'),
  };
}

/** Section 4, "Import": a row of extensions. */
export function extensionFrom(row: Row, recorded: number): Extension {
  return {
    recorded,
    finding_no: cell(row, 'finding_no'),
    new_due_on: cell(row, 'new_due_on'),
    granted_on: cell(row, 'granted_on'),
    granted_by: cell(row, 'granted_by'),
  };
}

/** Section 4, "Import": a row of objections (without its last three columns). */
export function objectionFrom(row: Row, recorded: number): Objection {
  return {
    recorded,
    finding_no: cell(row, 'finding_no'),
    cadre_no: cell(row, 'cadre_no'),
    raised_on: cell(row, 'raised_on'),
    ground: word<Ground>(row, 'ground', ['facts', 'not_mine', 'deadline', 'other'], 'other'),
  };
}

/** The last three columns of an objection; undefined while it is pending. */
export function rulingFrom(row: Row, recorded: number): Ruling | undefined {
  if (cell(row, 'ruled_on') === '') return undefined;
  return {
    recorded,
    finding_no: cell(row, 'finding_no'),
    cadre_no: cell(row, 'cadre_no'),
    raised_on: cell(row, 'raised_on'),
    ground: word<Ground>(row, 'ground', ['facts', 'not_mine', 'deadline', 'other'], 'other'),
    ruled_on: cell(row, 'ruled_on'),
    ruling: word(row, 'ruling', ['upheld', 'released', 'dismissed']),
    ruled_by: cell(row, 'ruled_by'),
  };
}

/** Section 4, "Import": a row of reassignments. */
export function reassignmentFrom(row: Row, recorded: number): Reassignment {
  return {
    recorded,
    finding_no: cell(row, 'finding_no'),
    task_no: cell(row, 'task_no'),
    from_no: cell(row, 'from_no'),
    to_no: cell(row, 'to_no'),
    on: cell(row, 'on'),
    new_due_on: cell(row, 'new_due_on'),
  };
}

/** Section 4, "Import": a row of tasks. */
export function taskFrom(row: Row, recorded: number): Task {
  return {
    recorded,
    task_no: cell(row, 'task_no'),
    target: cell(row, 'target'),
    start_on: cell(row, 'start_on'),
    due_on: cell(row, 'due_on'),
    milestones: numbers(row, 'milestones').map((each) => {
      const [on = '', amount = ''] = each.split(':');
      return { on, amount };
    }),
    ...responsible(row),
  };
}

/** Section 4, "Import": a row of progress. */
export function progressFrom(row: Row, recorded: number): TaskProgress {
  return {
    recorded,
    task_no: cell(row, 'task_no'),
    on: cell(row, 'on'),
    done: cell(row, 'done'),
    accepted: word(row, 'accepted', ['yes', 'no', '']),
  };
}

/** Section 4, "Import": a row of attendance. */
export function attendanceFrom(row: Row, recorded: number): Attendance {
  return {
    recorded,
    site: cell(row, 'site'),
    on: cell(row, 'on'),
    session: cell(row, 'session'),
    cadre_no: cell(row, 'cadre_no'),
    present: { '1': 'yes', yes: 'yes', '0': 'no', no: 'no', leave: 'leave' }[
      word(row, 'present', ['1', '0', 'leave', 'yes', 'no'])
    ] as Attendance['present'],
  };
}
