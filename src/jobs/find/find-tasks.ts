// Central tasks as of a day: planned against done, who is responsible, since when one is behind.
import type { Day } from '../../domain/days/day.ts';
import { taskResponsibleAt } from '../../domain/work/task-history.ts';
import type { TaskByDay, TaskDay, TaskOnDay } from '../../domain/work/task-on-day.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { listTasks, type StoredTask } from '../../ledger/work/tasks.ts';
import { behindSince, doneBy, plannedAt, taskAt, taskDeadline, taskStateAt } from '../../scoring/tasks.ts';
import { factId } from '../lookups/fact-id.ts';
import { namer } from '../lookups/names.ts';
import { theCadre } from '../the-cadre.ts';
import { theTask } from '../the-task.ts';

export interface TaskFilter {
  /** As of the end of this day. */
  readonly on: Day;
  readonly cadreNo: string | null;
  readonly behind: boolean;
}

/** The tasks that a filter lets through, in the order of recording. @throws Failure `refused` for an unknown cadre */
export function findTasks(db: ReadDb, filter: TaskFilter): TaskOnDay[] {
  const view = new View(db);
  const cadre = filter.cadreNo === null ? null : theCadre(view, filter.cadreNo).cadreNo;
  const named = namer(view);
  return listTasks(view)
    .map((task) => listed(task, filter.on, named))
    .filter((task) => cadre === null || task.responsible.some((each) => each.cadreNo === cadre))
    .filter((task) => !filter.behind || task.since !== null);
}

function listed(task: StoredTask, on: Day, named: ReturnType<typeof namer>): TaskOnDay {
  const { done, planned } = taskAt(task, on);
  return {
    taskNo: task.taskNo,
    name: task.name,
    area: task.row.area ?? '',
    quantityUnit: task.row.quantity_unit ?? '',
    target: task.target,
    startOn: task.startOn,
    deadline: taskDeadline(task, on),
    planned,
    done,
    state: taskStateAt(task, on),
    since: behindSince(task, on),
    responsible: named(taskResponsibleAt(task, on)),
  };
}

/** One task, day by day. @throws Failure `refused` when there is none of that number */
export function showTask(db: ReadDb, taskNo: string, on: Day): TaskByDay {
  const view = new View(db);
  const task = theTask(view, taskNo);
  const { cancellation } = task;
  const deadline = taskDeadline(task, on);
  const days = new Set<Day>([task.startOn, deadline]);
  for (const each of [...task.milestones, ...task.progress]) days.add(each.on);
  if (on > task.startOn && on < deadline) days.add(on);
  return {
    ...listed(task, on, namer(view)),
    firstDue: task.dueOn,
    milestones: task.milestones,
    cancelled: cancellation && {
      on: cancellation.cancelled_on,
      by: cancellation.by,
      reason: cancellation.reason ?? '',
      id: factId('task_cancellations', cancellation.id),
    },
    days: [...days].sort().map((day) => dayOf(task, day, on, deadline)),
  };
}

function dayOf(task: StoredTask, day: Day, on: Day, deadline: Day): TaskDay {
  const entry = task.progress.findLast((each) => each.on === day);
  const what: TaskDay['what'][number][] = [];
  if (day === task.startOn) what.push('start');
  if (task.milestones.some((each) => each.on === day)) what.push('milestone');
  if (entry !== undefined) what.push('progress');
  if (day === deadline) what.push('deadline');
  if (what.length === 0) what.push('looked_at');
  return {
    on: day,
    planned: plannedAt(task, day),
    done: day <= on ? doneBy(task, day) : null,
    what,
    accepted: entry?.accepted ?? null,
    acceptedBy: entry?.acceptedBy ?? '',
    note: entry?.row.note ?? '',
    id: entry === undefined ? '' : factId('progress', entry.row.id),
  };
}
