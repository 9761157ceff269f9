// Dispatch orders as of a day: what is on each, what of it is done or late, whether it was received.
import type { Day } from '../../domain/days/day.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import { statusAt } from '../../domain/findings/finding-status.ts';
import { deadlineInForce, stateAt } from '../../domain/findings/history.ts';
import type { DispatchItem, DispatchOrder } from '../../domain/work/dispatch-order.ts';
import { taskResponsibleAt } from '../../domain/work/task-history.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { type FindingRow, findingsChosen } from '../../ledger/findings/findings.ts';
import { type FindingSelection, findingsOnOrders } from '../../ledger/findings/selections.ts';
import { listOrders, type OrderItem, type StoredOrder } from '../../ledger/work/dispatches.ts';
import { loadTask, type StoredTask } from '../../ledger/work/tasks.ts';
import { doneBy, taskDeadline, taskStateAt } from '../../scoring/tasks.ts';
import { factId } from '../lookups/fact-id.ts';
import { refuseUnknownNames } from '../lookups/known-names.ts';
import { namer } from '../lookups/names.ts';
import { theOrder } from '../the-order.ts';

export interface OrderFilter {
  /** As of the end of this day. */
  readonly on: Day;
  readonly station: string | null;
  /** Only orders with something late on them. */
  readonly late: boolean;
  /** Only orders not received by that day. */
  readonly unreceived: boolean;
}

/** The orders sent by a day that a filter lets through. @throws Failure `refused` for an unknown station */
export function findOrders(db: ReadDb, filter: OrderFilter): DispatchOrder[] {
  refuseUnknownNames(db, { station: filter.station });
  const view = new View(db);
  const orders = listOrders(view).filter(
    ({ row }) => row.sent_on <= filter.on && (filter.station ?? row.station) === row.station,
  );
  const list = lister(view, filter.on, findingsOnOrders());
  return orders
    .map(list)
    .filter((order) => !filter.late || order.items.some((item) => item.state === 'late'))
    .filter((order) => !filter.unreceived || order.receivedOn === null);
}

/** One order. @throws Failure `refused` when there is none of that number */
export function showOrder(db: ReadDb, orderNo: string, on: Day): DispatchOrder {
  const view = new View(db);
  const order = theOrder(view, orderNo);
  return lister(view, on, findingsOnOrders(order.row.id))(order);
}

/** Lists orders on a day; the findings on them are read once. */
function lister(view: View, on: Day, selection: FindingSelection): (order: StoredOrder) => DispatchOrder {
  const findings = new Map<number, { readonly finding: Finding; readonly row: FindingRow }>();
  for (const each of findingsChosen(view, selection)) findings.set(each.finding.id, each);
  const named = namer(view);
  const listItem = (item: OrderItem): DispatchItem[] => {
    if (item.task_id !== null) return [taskItem(loadTask(view, item.task_id), on, named)];
    const found = findings.get(item.finding_id ?? 0);
    return found === undefined ? [] : [findingItem(found, on, named)];
  };
  return ({ row, items, receipt }) => {
    const received = receipt !== null && receipt.received_on <= on ? receipt : null;
    return {
      id: factId('dispatch_orders', row.id),
      orderNo: row.order_no,
      station: row.station,
      sentOn: row.sent_on,
      dueOn: row.due_on,
      issuedBy: row.issued_by,
      note: row.note ?? '',
      receivedOn: received?.received_on ?? null,
      receivedBy: received?.received_by ?? '',
      items: items.flatMap(listItem),
    };
  };
}

function findingItem(
  { finding, row }: { readonly finding: Finding; readonly row: FindingRow },
  on: Day,
  named: ReturnType<typeof namer>,
): DispatchItem {
  const state = stateAt(finding, on);
  const deadline = deadlineInForce(finding, state, on);
  const late = deadline !== null && deadline < on;
  return {
    kind: 'finding',
    number: finding.findingNo,
    source: row.source,
    content: row.description,
    standard: row.standard ?? row.action ?? '',
    responsible: named(state.responsible),
    deadline,
    state: state.settled !== null ? 'done' : late ? 'late' : 'open',
    status: `status.${statusAt(finding, state, on)}`,
  };
}

function taskItem(task: StoredTask, on: Day, named: ReturnType<typeof namer>): DispatchItem {
  const deadline = taskDeadline(task, on);
  const status = taskStateAt(task, on);
  const over = status === 'cancelled' || doneBy(task, on) >= task.target;
  return {
    kind: 'task',
    number: task.taskNo,
    source: task.row.area ?? '',
    content: task.name,
    standard: '',
    responsible: named(taskResponsibleAt(task, on)),
    deadline,
    state: over ? 'done' : deadline < on ? 'late' : 'open',
    status: `task_state.${status}`,
  };
}
