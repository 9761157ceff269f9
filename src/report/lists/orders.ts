// Dispatch orders as a list, and one of them as a card.
import type { DispatchOrder } from '../../domain/work/dispatch-order.ts';
import type { Column, Report, Text } from '../report.ts';
import { answeringCodes, answeringText, type NameStyle } from './answering.ts';
import { type Entry, listOf } from './lists.ts';
import type { Card } from './shown.ts';

const orderColumns: readonly Column[] = [
  { key: 'order_no', type: 'text' },
  { key: 'station', type: 'text' },
  { key: 'sent_on', type: 'day' },
  { key: 'due_on', type: 'day' },
  { key: 'issued_by', type: 'text', machineOnly: true },
  { key: 'items', type: 'number' },
  { key: 'items_done', type: 'number' },
  { key: 'items_open', type: 'number', machineOnly: true },
  { key: 'items_late', type: 'number' },
  { key: 'received_on', type: 'day' },
  { key: 'received_by', type: 'text', machineOnly: true },
  { key: 'note', type: 'text', machineOnly: true },
  { key: 'id', type: 'text', machineOnly: true },
];

/** `dispatch list`: orders with what is done, still open, late, and not received. */
export function ordersReport(orders: readonly DispatchOrder[], on: string): Report {
  const counted = (order: DispatchOrder, state: string): number =>
    order.items.filter((item) => item.state === state).length;
  const entries = orders.map(
    (order): Entry => ({
      order_no: order.orderNo,
      station: order.station,
      sent_on: order.sentOn,
      due_on: order.dueOn,
      issued_by: order.issuedBy,
      items: order.items.length,
      items_done: counted(order, 'done'),
      items_open: counted(order, 'open'),
      items_late: counted(order, 'late'),
      received_on: order.receivedOn,
      received_by: order.receivedBy,
      note: order.note,
      id: order.id,
    }),
  );
  const unreceived = orders.filter((order) => order.receivedOn === null);
  const notes: Text[] =
    unreceived.length === 0
      ? []
      : [
          {
            key: 'note.orders_unreceived',
            values: {
              count: unreceived.length,
              numbers: unreceived.map((order) => order.orderNo),
            },
          },
        ];
  return listOf('list dispatches', orderColumns, entries, {
    title: { key: 'title.dispatch_list', values: { on } },
    notes,
  });
}

const itemColumns: readonly Column[] = [
  { key: 'order_no', type: 'text', machineOnly: true },
  { key: 'place', type: 'number' },
  { key: 'item_kind', type: 'term', terms: 'item_kind', machineOnly: true },
  { key: 'number', type: 'text' },
  { key: 'source', type: 'text', machineOnly: true },
  { key: 'content', type: 'text' },
  { key: 'standard', type: 'text', machineOnly: true },
  { key: 'responsible', type: 'text', codes: answeringCodes },
  { key: 'deadline', type: 'day' },
  { key: 'item_state', type: 'term' },
  { key: 'status', type: 'text', codes: [['status', 'task_state']] },
];

/** An order's own columns, for machines. */
function ownOfOrder(order: DispatchOrder): Card['own'] {
  const text = (key: string, cell: string) => [{ key, type: 'text' }, cell] as const;
  const day = (key: string, cell: string | null) => [{ key, type: 'day' }, cell] as const;
  return [
    text('order_no', order.orderNo),
    text('station', order.station),
    text('issued_by', order.issuedBy),
    day('sent_on', order.sentOn),
    day('due_on', order.dueOn),
    day('received_on', order.receivedOn),
    text('received_by', order.receivedBy),
    text('note', order.note),
    text('order_id', order.id),
  ];
}

/** `dispatch show`: the sheet's head as a card, its lines as the list. @param word words a coded term */
export function orderCard(
  order: DispatchOrder,
  on: string,
  nameStyle: NameStyle,
  word: (key: string) => string,
): Card {
  const column = (key: string): Text => ({ key: `column.${key}` });
  const entries = order.items.map(
    (item, at): Entry => ({
      order_no: order.orderNo,
      place: at + 1,
      item_kind: item.kind,
      number: item.number,
      source: item.source,
      content: item.content,
      standard: item.standard,
      responsible: answeringText(item.responsible, nameStyle, word),
      deadline: item.deadline,
      item_state: item.state,
      status: nameStyle === 'machines' ? item.status.replace(/^\w+\./, '') : word(item.status),
    }),
  );
  return {
    title: { key: 'title.dispatch_show', values: { order_no: order.orderNo } },
    pairs: [
      [column('station'), order.station],
      [column('issued_by'), order.issuedBy],
      [column('sent_on'), order.sentOn],
      [column('dispatches.due_on'), order.dueOn],
      [
        column('received_on'),
        order.receivedOn === null ? { key: 'said.not_received' } : `${order.receivedOn} ${order.receivedBy}`,
      ],
      [column('note'), order.note],
      [column('id'), order.id],
    ],
    list: listOf('dispatch show', itemColumns, entries, {
      title: { key: 'title.dispatch_items', values: { on, count: order.items.length } },
    }),
    own: ownOfOrder(order),
  };
}
