// Central tasks: cancelled, and planned backwards from their deadline.

import { formatHundredths } from '../../../domain/amount.ts';
import type { Day } from '../../../domain/days/day.ts';
import { Failure, problem, refusal } from '../../../domain/problem.ts';
import { planBackwards } from '../../../domain/work/plan-backwards.ts';
import type { Milestone } from '../../../domain/work/task.ts';
import { faultsOfTask, firstRefusedEntry } from '../../../domain/work/task-validity.ts';
import { readValues } from '../../../intake/values/read-values.ts';
import { Persons } from '../../../ledger/cadres/persons.ts';
import type { ReadDb } from '../../../ledger/database.ts';
import { View } from '../../../ledger/facts/view.ts';
import type { Ledger } from '../../../ledger/file/open.ts';
import { LAST_DAY } from '../../../ledger/findings/findings.ts';
import { addTaskCancellation } from '../../../ledger/work/add-work.ts';
import { addPlan, planInForce, type StoredTask } from '../../../ledger/work/tasks.ts';
import { type Committed, commit } from '../../../ledger/writing/journal.ts';
import { plannedAt, taskDeadline } from '../../../scoring/tasks.ts';
import { type Acting, entryOf } from '../../acting.ts';
import { calendarOf } from '../../lookups/calendar.ts';
import { factId } from '../../lookups/fact-id.ts';
import { refuseUnread } from '../../lookups/refuse-persons.ts';
import { theTask } from '../../the-task.ts';
import { recordUnlessReversed } from '../coming-back.ts';
import type { Recorded } from '../record-one.ts';
import { sameValues } from '../recording.ts';

export interface CancelRequest {
  readonly taskNo: string;
  readonly on: Day;
  readonly by: string;
  readonly reason: string | null;
}

const UNCHANGED: Recorded = { what: 'unchanged', facts: [], late: null };

/**
 * Cancels a task: from that day on it is no longer behind (contract, section 3, "Behind schedule").
 * @throws Failure `refused`: cancelled already, progress or a reassignment on a later day, after today
 */
export function cancelTask(ledger: Ledger, acting: Acting, request: CancelRequest): Committed<Recorded> {
  return commit<Recorded>(ledger, entryOf(acting, 'task cancel', request), (db) => {
    const view = new View(db);
    const task = theTask(view, request.taskNo);
    const { on, by, reason } = request;
    const { cancellation } = task;
    const values = { cancelled_on: on, by, reason };
    if (cancellation !== null) {
      if (sameValues(cancellation, values)) {
        const facts = [factId('task_cancellations', cancellation.id)];
        return { value: { ...UNCHANGED, facts }, did: {} };
      }
      const already = { task_no: task.taskNo, on: cancellation.cancelled_on, by: cancellation.by };
      throw refusal('cancelled_already', already);
    }
    if (acting.today !== null && on > acting.today)
      throw refusal('day_after_today', { day: on, today: acting.today });
    const persons = new Persons(view);
    refuseUnread(persons, by);
    const refused = firstRefusedEntry({ ...task, cancelledOn: on }, persons, faultsOfTask(task, persons));
    if (refused !== undefined) {
      const later = { later: { term: 'kind' in refused.entry ? 'event.reassignment' : 'event.progress' } };
      throw refusal('cancel_before_entry', {
        task_no: task.taskNo,
        on,
        ...later,
        later_on: refused.entry.on,
      });
    }
    const returning = { table: 'task_cancellations', number: task.taskNo, given: values } as const;
    const insert = (): number => addTaskCancellation({ db, persons }, { task_id: task.id, ...values });
    const facts = [recordUnlessReversed(db, acting.again, returning, insert)];
    return { value: { ...UNCHANGED, what: 'added', facts }, did: { facts, task_no: task.taskNo, on } };
  });
}

/** A plan for a task, from `steps` or as given (`2018-09-01:20;2018-09-10:60`). */
export interface PlanRequest {
  readonly taskNo: string;
  readonly steps: number | null;
  readonly milestones: string | null;
  readonly reason: string | null;
}

/** A proposed plan next to the one that counts. */
export interface ProposedPlan {
  readonly task: StoredTask;
  readonly deadline: Day;
  readonly milestones: readonly Milestone[];
  /** What the plan in force has by the day of each milestone, in hundredths. */
  readonly now: readonly number[];
}

/**
 * Calculates the plan of a request; nothing is written.
 * @throws Failure `refused`: no such task, cancelled, more steps than working days, a year without a calendar,
 *   milestones outside the span, above the target, or not rising
 */
export function proposePlan(db: ReadDb, request: PlanRequest): ProposedPlan {
  const view = new View(db);
  const task = theTask(view, request.taskNo);
  if (task.cancelledOn !== null)
    throw refusal('plan_task_cancelled', { task_no: task.taskNo, on: task.cancelledOn });
  const deadline = taskDeadline(task, LAST_DAY);
  if (request.milestones !== null) return proposed(task, deadline, given(task, deadline, request.milestones));
  const span = { startOn: task.startOn, dueOn: deadline, target: task.target };
  const plan = planBackwards(span, request.steps ?? 1, calendarOf(view));
  if (plan.milestones !== undefined) return proposed(task, deadline, plan.milestones);
  const about = { task_no: task.taskNo, steps: request.steps ?? 1 };
  if (plan.tooMany === 'days') throw refusal('plan_steps_too_many', { ...about, days: plan.workingDays });
  throw refusal('plan_amounts_too_small', { ...about, target: formatHundredths(task.target) });
}

function proposed(task: StoredTask, deadline: Day, milestones: readonly Milestone[]): ProposedPlan {
  return { task, deadline, milestones, now: milestones.map((each) => plannedAt(task, each.on)) };
}

/** Milestones as typed, checked against the task like those of a file's row. */
function given(task: StoredTask, deadline: Day, milestones: string): readonly Milestone[] {
  const { row } = task;
  const record = readValues('tasks', {
    task_no: row.task_no,
    name: row.name,
    target: formatHundredths(row.target),
    start_on: row.start_on,
    due_on: deadline,
    cadre_no: task.named[0]?.cadreNo ?? '',
    milestones,
  });
  if (record.milestones == null) throw new Failure('usage', [problem('usage_plan_what')]);
  return record.milestones;
}

/** Adopts a plan: from now on its milestones count. @throws Failure `refused`, see `proposePlan` */
export function adoptPlan(
  ledger: Ledger,
  acting: Acting,
  request: PlanRequest,
): Committed<Recorded & ProposedPlan> {
  return commit<Recorded & ProposedPlan>(ledger, entryOf(acting, 'task plan', request), (db) => {
    const plan = proposePlan(db, request);
    const { task, milestones } = plan;
    if (JSON.stringify(milestones) === JSON.stringify(task.milestones))
      return { value: { ...UNCHANGED, facts: planIdInForce(db, task.id), ...plan }, did: {} };
    const given = {
      milestones: milestones.map(({ on, amount }) => `${on}:${amount}`).join(';'),
      reason: request.reason,
    };
    const returning = { table: 'task_plans', number: task.taskNo, given } as const;
    const insert = (): number =>
      addPlan(db, task.id, milestones, request.reason, { batch_id: null, line: null });
    const facts = [recordUnlessReversed(db, acting.again, returning, insert)];
    return {
      value: { ...UNCHANGED, what: 'added', facts, ...plan },
      did: { facts, task_no: task.taskNo, milestones },
    };
  });
}

function planIdInForce(db: ReadDb, taskId: number): string[] {
  const plan = planInForce(new View(db), taskId);
  return plan === undefined ? [] : [factId('task_plans', plan.id)];
}
