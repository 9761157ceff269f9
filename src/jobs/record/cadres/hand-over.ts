// What a cadre still answers for, and its passing to a successor: findings and central tasks alike.
import type { CadreNo } from '../../../domain/cadre.ts';
import type { Day } from '../../../domain/days/day.ts';
import type { FindingNo, Role } from '../../../domain/findings/finding.ts';
import { deadlineInForce, stateAt } from '../../../domain/findings/history.ts';
import { Failure, type Problem, refusal } from '../../../domain/problem.ts';
import type { ReassignmentRecord } from '../../../domain/records/record-types.ts';
import { comparableNumber } from '../../../domain/texts/text.ts';
import type { TaskNo } from '../../../domain/work/task.ts';
import { taskResponsibleAt } from '../../../domain/work/task-history.ts';
import type { CadreWithId } from '../../../ledger/cadres/cadres.ts';
import type { View } from '../../../ledger/facts/view.ts';
import type { Ledger } from '../../../ledger/file/open.ts';
import { isHandedOver } from '../../../ledger/findings/events.ts';
import { findingId, findingsChosen, LAST_DAY } from '../../../ledger/findings/findings.ts';
import { findingsOfCadre } from '../../../ledger/findings/selections.ts';
import { listTasks, taskId } from '../../../ledger/work/tasks.ts';
import { type Committed, commit } from '../../../ledger/writing/journal.ts';
import { taskAt, taskDeadline } from '../../../scoring/tasks.ts';
import { type Acting, entryOf } from '../../acting.ts';
import { theCadre } from '../../the-cadre.ts';
import { type Draft, type Outcome, Recording, recordingOf } from '../recording.ts';
import { recorders } from '../registry.ts';

/** An outstanding finding, or a central task not done yet, that a cadre is responsible for. */
export interface Held {
  readonly kind: 'finding' | 'task';
  readonly number: string;
  readonly description: string;
  readonly role: Role;
  /** The deadline in force. */
  readonly deadline: Day | null;
  /** The first day on which it can pass to another: a finding's day of finding. */
  readonly from: Day | null;
  /** Everybody responsible for it. */
  readonly responsible: readonly CadreNo[];
}

/** A cadre in an answer. */
export type NamedCadre = Pick<CadreWithId, 'cadreNo' | 'name'>;

/** As much of a cadre as an answer shows. */
export function nameOf({ cadreNo, name }: NamedCadre): NamedCadre {
  return { cadreNo, name };
}

/** What is handed over, from whom to whom. */
export interface HandOverRequest {
  readonly from: CadreWithId;
  readonly to: CadreWithId;
  readonly on: Day;
  readonly by: string;
  readonly reason: string | null;
  /** The new deadline of what is past its own on that day; all else keeps its deadline. */
  readonly newDueOn: Day | null;
  /** Numbers of findings and tasks; empty is all. */
  readonly only: readonly string[];
}

export interface HandedOver {
  readonly facts: readonly string[];
  readonly handed: readonly Held[];
  /** What stays: not chosen, or the successor answers for it already. */
  readonly kept: readonly Held[];
  readonly late: number;
}

/** What a cadre answers for after everything recorded, findings before tasks, each in the order of recording. */
export function heldBy(view: View, cadre: CadreWithId): Held[] {
  const held: Held[] = [];
  for (const { finding, row } of findingsChosen(view, findingsOfCadre(cadre.id))) {
    const state = stateAt(finding, LAST_DAY);
    const role = state.responsible.get(cadre.cadreNo);
    if (state.settled !== null || role === undefined) continue;
    held.push({
      kind: 'finding',
      number: finding.findingNo,
      description: row.description,
      role,
      deadline: deadlineInForce(finding, state, LAST_DAY),
      from: finding.foundOn,
      responsible: [...state.responsible.keys()],
    });
  }
  for (const task of listTasks(view)) {
    const responsible = taskResponsibleAt(task, LAST_DAY);
    const role = responsible.get(cadre.cadreNo);
    if (role === undefined || taskAt(task, LAST_DAY).behind === null) continue;
    held.push({
      kind: 'task',
      number: task.taskNo,
      description: task.name,
      role,
      deadline: taskDeadline(task, LAST_DAY),
      from: null,
      responsible: [...responsible.keys()],
    });
  }
  return held;
}

/** Whether something held is past its own deadline on a day. */
export function isOverdue({ deadline }: Held, on: Day): boolean {
  return deadline !== null && deadline < on;
}

/**
 * Passes what a cadre holds to another, all or what was chosen; where the successor is responsible already nothing passes.
 * @param held see `heldBy`
 * @throws Failure `refused`: the same cadre, a chosen number that is not held, a new deadline before the day, and whatever
 *   refuses a reassignment
 */
export function handOver(recording: Recording, held: readonly Held[], request: HandOverRequest): HandedOver {
  const { from, to, on, newDueOn } = request;
  if (from.id === to.id) throw refusal('handover_to_same', { cadre_no: from.cadreNo, name: from.name });
  if (newDueOn !== null && newDueOn < on) throw refusal('handover_due_before', { new_due_on: newDueOn, on });
  const handed = chosen(recording.view, held, request).filter(
    (each) => !each.responsible.includes(to.cadreNo),
  );
  const outcomes: Outcome[] = [];
  const drafts = handed.map(
    (each): Draft<ReassignmentRecord> => ({
      record: reassignment(each, request),
      origin: { batch_id: null, line: null },
    }),
  );
  const late = recording.late;
  recorders.reassignments(recording, drafts, (_, outcome) => outcomes.push(outcome));
  const problems: Problem[] = outcomes.flatMap((each) => (each.what === 'rejected' ? each.problems : []));
  if (problems.length > 0) throw new Failure('refused', problems);
  return {
    facts: outcomes.flatMap((each) => (each.what === 'added' ? each.facts : [])),
    handed,
    kept: held.filter((each) => !handed.includes(each)),
    late: recording.late - late,
  };
}

/** What has passed to the successor already is left out. @throws Failure `refused` naming each number that is not held */
function chosen(view: View, held: readonly Held[], { from, to, only }: HandOverRequest): Held[] {
  if (only.length === 0) return [...held];
  const wanted = new Set(only.map(comparableNumber));
  const found = held.filter((each) => wanted.delete(each.number));
  for (const number of wanted) if (hasPassed(view, number, from, to)) wanted.delete(number);
  if (wanted.size === 0) return found;
  const about = { cadre_no: from.cadreNo, name: from.name };
  throw refusal('handover_not_held', { ...about, numbers: [...wanted] });
}

/** Whether a finding or task has been handed over from one cadre to another: the same command again changes nothing. */
function hasPassed(view: View, number: string, from: CadreWithId, to: CadreWithId): boolean {
  return isHandedOver(view, {
    findingId: findingId(view.db, number) ?? 0,
    taskId: taskId(view.db, number) ?? 0,
    fromId: from.id,
    toId: to.id,
  });
}

function reassignment(
  held: Held,
  { from, to, on, by, reason, newDueOn }: HandOverRequest,
): ReassignmentRecord {
  const day = held.from !== null && held.from > on ? held.from : on;
  return {
    finding_no: held.kind === 'finding' ? (held.number as FindingNo) : undefined,
    task_no: held.kind === 'task' ? (held.number as TaskNo) : undefined,
    from_no: from.cadreNo,
    to_no: to.cadreNo,
    on: day,
    by,
    reason,
    new_due_on: isOverdue(held, on) ? newDueOn : null,
  };
}

export interface ReassignAllRequest extends Omit<HandOverRequest, 'from' | 'to' | 'only'> {
  readonly fromNo: string;
  readonly toNo: string;
}

/** The result of handing over everything of one kind. */
export interface ReassignedAll extends HandedOver {
  readonly from: NamedCadre;
  readonly to: NamedCadre;
  readonly newDueOn: Day | null;
  readonly lateRound: number | null;
}

/** Hands over all findings, or all central tasks, that a cadre holds. @throws Failure `refused`, see `handOver` */
export function reassignAll(
  ledger: Ledger,
  acting: Acting,
  kind: Held['kind'],
  { fromNo, toNo, ...rest }: ReassignAllRequest,
): Committed<ReassignedAll> {
  const asked = { all_of: fromNo, to: toNo, ...rest };
  return commit(ledger, entryOf(acting, `${kind} reassign`, asked), (db) => {
    const recording = new Recording(db, recordingOf(acting));
    const [from, to] = [theCadre(recording.view, fromNo), theCadre(recording.view, toNo)];
    const held = heldBy(recording.view, from).filter((each) => each.kind === kind);
    const came = handOver(recording, held, { from, to, only: [], ...rest });
    const named = { from: nameOf(from), to: nameOf(to) };
    const lateRound = recording.closed?.number ?? null;
    const value: ReassignedAll = { ...came, ...named, newDueOn: rest.newDueOn, lateRound };
    return { value, did: { facts: came.facts, from_no: from.cadreNo, to_no: to.cadreNo } };
  });
}
