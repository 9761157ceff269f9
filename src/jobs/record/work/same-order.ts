// A dispatch order that is asked for once more.
import type { Day } from '../../../domain/days/day.ts';
import { spellingsOf } from '../../../domain/texts/look.ts';
import type { View } from '../../../ledger/facts/view.ts';
import { findingId } from '../../../ledger/findings/findings.ts';
import { listOrders, type OrderItem, type StoredOrder } from '../../../ledger/work/dispatches.ts';
import { taskId } from '../../../ledger/work/tasks.ts';
import { sameValues } from '../recording.ts';

/** What a new order is asked to be. */
export interface OrderRequest {
  readonly station: string;
  /** A day, or days after `on`: `+5wd`. */
  readonly due: string;
  readonly on: Day;
  readonly issuedBy: string;
  readonly findings: readonly string[];
  readonly tasks: readonly string[];
  /** Everything outstanding of the station that is on no order yet. */
  readonly allOpen: boolean;
  readonly no: string | null;
  readonly note: string | null;
}

/** The order that says the very same already: unless a number is asked for, nothing distinguishes the two. */
export function sameOrder(
  view: View,
  request: OrderRequest,
  findings: readonly string[],
): StoredOrder | undefined {
  const wanted: OrderItem[] = [
    ...findings.map((number) => ({ finding_id: findingId(view.db, number) ?? 0, task_id: null })),
    ...request.tasks.map((number) => ({ finding_id: null, task_id: taskId(view.db, number) ?? 0 })),
  ];
  if (wanted.length === 0 && !request.allOpen) return undefined;
  const key = (items: readonly OrderItem[]): string =>
    JSON.stringify(items.map((item) => JSON.stringify([item.finding_id, item.task_id])).sort());
  // All that was open is on the order by now: it was chosen, not named.
  const isAllSent = request.allOpen && findings.length === request.findings.length;
  const given = { station: request.station, sent_on: request.on, issued_by: request.issuedBy };
  return listOrders(view).findLast(
    ({ row, items }) =>
      sameValues(row, given) &&
      (request.no === null || spellingsOf(request.no).includes(row.order_no)) &&
      (row.due_on === request.due || request.due.startsWith('+')) &&
      (key(items) === key(wanted) || (isAllSent && includesAll(items, wanted))),
  );
}

function includesAll(items: readonly OrderItem[], wanted: readonly OrderItem[]): boolean {
  const same = (one: OrderItem) => (other: OrderItem) =>
    one.finding_id === other.finding_id && one.task_id === other.task_id;
  return wanted.every((each) => items.some(same(each)));
}
