// Dispatch orders in the ledger: the numbered sheets sent to stations, what is on them, and when they were received.
import type { Day } from '../../domain/days/day.ts';
import { lookOf, spellingsOf } from '../../domain/texts/look.ts';
import type { Persons } from '../cadres/persons.ts';
import { carryOverOf } from '../carry-over/carry-overs.ts';
import type { ReadDb } from '../database.ts';
import type { FactRow, View } from '../facts/view.ts';
import type { WriteDb } from '../writing/journal.ts';

export interface OrderRow extends FactRow {
  readonly order_no: string;
  readonly station: string;
  readonly due_on: Day;
  readonly sent_on: Day;
  readonly issued_by: string;
  readonly note: string | null;
}

export interface ReceiptRow extends FactRow {
  readonly order_id: number;
  readonly received_on: Day;
  readonly received_by: string;
  readonly note: string | null;
}

/** One line of an order: the row id of a finding or of a task. */
export interface OrderItem {
  readonly finding_id: number | null;
  readonly task_id: number | null;
}

/** An order whole. */
export interface StoredOrder {
  readonly row: OrderRow;
  /** In the order of the sheet. */
  readonly items: readonly OrderItem[];
  readonly receipt: ReceiptRow | null;
}

/** The id of the live order with a number, or undefined. */
export function orderId(db: ReadDb, orderNo: string): number | undefined {
  for (const spelling of spellingsOf(orderNo)) {
    const found = db.get<{ order_id: number }>('SELECT order_id FROM order_now WHERE order_no = ?', spelling);
    if (found !== undefined) return found.order_id;
  }
  return undefined;
}

/** One order whole. */
export function loadOrder(view: View, id: number): StoredOrder {
  const row = view.db.get<OrderRow>('SELECT * FROM dispatch_orders WHERE id = ?', id);
  if (row === undefined) throw new Error(`no order with id ${id}`);
  return assemble(view, row);
}

/** Every live order, by the day it was sent, then by recording. */
export function listOrders(view: View): StoredOrder[] {
  return view.db
    .all<OrderRow>('SELECT * FROM dispatch_orders ORDER BY sent_on, id')
    .filter((row) => view.isLive('dispatch_orders', row))
    .map((row) => assemble(view, row));
}

function assemble(view: View, row: OrderRow): StoredOrder {
  const items = view.db
    .all<OrderItem>(
      'SELECT finding_id, task_id FROM dispatch_items WHERE order_id = ? ORDER BY place',
      row.id,
    )
    .filter((item) => isStanding(view, row, item));
  const receipt = view.db
    .all<ReceiptRow>('SELECT * FROM dispatch_receipts WHERE order_id = ? ORDER BY id', row.id)
    .find((each) => view.isLive('dispatch_receipts', each));
  return { row, items, receipt: receipt ?? null };
}

/** All that was ever on a sheet, reversed or not, by the look of its number: `finding HT-001`, `task ZX-01`. */
export function numbersOnSheet(db: ReadDb, id: number): ReadonlySet<string> {
  const items = db.all<{ finding_no: string | null; task_no: string | null }>(
    `SELECT f.finding_no, t.task_no FROM dispatch_items i
       LEFT JOIN findings f ON f.id = i.finding_id LEFT JOIN tasks t ON t.id = i.task_id WHERE i.order_id = ?`,
    id,
  );
  return new Set(
    items.map(({ finding_no, task_no }) =>
      finding_no === null ? `task ${lookOf(task_no ?? '')}` : `finding ${lookOf(finding_no)}`,
    ),
  );
}

/** Whether what an item names was not reversed: a finding or task that is reversed is struck from its orders. */
function isStanding(view: View, { seq }: OrderRow, { finding_id, task_id }: OrderItem): boolean {
  return finding_id === null
    ? view.isLive('tasks', { id: task_id ?? 0, seq })
    : view.isLive('findings', { id: finding_id, seq });
}

/** The ids of the findings on a live order sent by a day. */
export function dispatchedBy(view: View, day: Day): ReadonlySet<number> {
  const rows = view.db.all<FactRow & { finding_id: number }>(
    `SELECT o.*, i.finding_id FROM dispatch_orders o JOIN dispatch_items i ON i.order_id = o.id
     WHERE i.finding_id IS NOT NULL AND o.sent_on <= ?`,
    day,
  );
  return new Set(rows.filter((row) => view.isLive('dispatch_orders', row)).map((row) => row.finding_id));
}

/** The numbers of all orders, reversed ones and those of an old ledger too: a number on paper is not given twice. */
export function allOrderNumbers(db: ReadDb): string[] {
  const own = db.column<string>('SELECT order_no FROM dispatch_orders');
  return [...new Set([...(carryOverOf(db)?.orderNumbers ?? []), ...own])];
}

/** A new order's columns and lines. */
export interface NewOrder {
  readonly values: Omit<OrderRow, keyof FactRow>;
  readonly items: readonly OrderItem[];
}

/** Adds an order; the number must be free among live rows. Returns the row's id. */
export function addOrder(
  db: WriteDb,
  persons: Persons,
  { values, items }: NewOrder,
  origin: { readonly batch_id: number | null; readonly line: number | null },
): number {
  const id = persons.insert(db, 'dispatch_orders', { ...values, ...origin });
  for (const [place, item] of items.entries())
    db.insertPart('dispatch_items', { order_id: id, place, ...item });
  db.insertDerived('order_now', { order_id: id, order_no: values.order_no });
  return id;
}

/** The ids of the findings that an order was sent with, reversed ones too. */
export function findingsOnOrder(db: ReadDb, id: number): number[] {
  return db.column<number>(
    'SELECT finding_id FROM dispatch_items WHERE order_id = ? AND finding_id IS NOT NULL',
    id,
  );
}
