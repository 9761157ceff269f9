// The central task that a command names by number: apart from what records tasks, so that reading does not load that.
import { refusal } from '../domain/problem.ts';
import type { View } from '../ledger/facts/view.ts';
import { loadTask, type StoredTask, taskId } from '../ledger/work/tasks.ts';

/** The live task with a number. @throws Failure `refused` */
export function theTask(view: View, taskNo: string): StoredTask {
  const id = taskId(view.db, taskNo);
  if (id === undefined) throw refusal('task_unknown', { task_no: taskNo });
  return loadTask(view, id);
}
