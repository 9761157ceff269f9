// The dispatch order that a command names by number: apart from what records orders, so that reading does not load that.
import { refusal } from '../domain/problem.ts';
import type { View } from '../ledger/facts/view.ts';
import { loadOrder, orderId, type StoredOrder } from '../ledger/work/dispatches.ts';

/** The live order with a number. @throws Failure `refused` */
export function theOrder(view: View, orderNo: string): StoredOrder {
  const id = orderId(view.db, orderNo);
  if (id === undefined) throw refusal('order_unknown', { order_no: orderNo });
  return loadOrder(view, id);
}
