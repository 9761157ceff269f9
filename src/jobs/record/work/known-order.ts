// A row of an order that is recorded already, compared with it.
import type { Day } from '../../../domain/days/day.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { DispatchRecord } from '../../../domain/records/record-types.ts';
import { findingId } from '../../../ledger/findings/findings.ts';
import { loadOrder } from '../../../ledger/work/dispatches.ts';
import { taskId } from '../../../ledger/work/tasks.ts';
import { calculatedDay } from '../deadline-offset.ts';
import { asRecorded } from '../name-looks.ts';
import { type Draft, differing, type Outcome, problemAt, type Recording, rejected } from '../recording.ts';
import { onStruckItem } from './order-returns.ts';

type OrderDraft = Draft<DispatchRecord>;

/** The deadline of an order as a day. */
export function dueOfOrder(recording: Recording, draft: OrderDraft): Day | Problem {
  const { due_on, sent_on } = draft.record;
  return typeof due_on === 'string' ? due_on : calculatedDay(recording, draft, 'due_on', sent_on, due_on);
}

/** A row of an order that is recorded: the same as recorded, or refused; a sheet that was sent is not changed. */
export function compareOrder(recording: Recording, draft: OrderDraft, id: number): Outcome {
  const { db } = recording;
  const { row, items } = loadOrder(recording.view, id);
  const { order_no, station, sent_on, issued_by, finding_no, task_no } = draft.record;
  const due_on = dueOfOrder(recording, draft);
  if (typeof due_on !== 'string') return rejected(due_on);
  const given = asRecorded({ station, sent_on, due_on, issued_by }, row);
  const problems = differing(row, given).map((column) => {
    const key = column as keyof typeof given;
    const values = {
      number: order_no,
      field: { term: `column.${column}` },
      recorded: row[key],
      given: given[key],
    };
    return problemAt(draft, column, 'record_fixed', values, given[key]);
  });
  if (problems.length > 0) return rejected(...problems);
  const onSheet = items.some((item) =>
    finding_no
      ? item.finding_id === (findingId(db, finding_no) ?? 0)
      : item.task_id === (taskId(db, task_no ?? '') ?? 0),
  );
  if (onSheet) return { what: 'unchanged' };
  const struck = onStruckItem(recording, draft, id);
  if (struck !== undefined) return struck;
  const column = finding_no ? 'finding_no' : 'task_no';
  const number = finding_no || task_no || '';
  return rejected(problemAt(draft, column, 'order_fixed', { order_no, number, count: items.length }, number));
}
