// A dispatch order as the sheet that is handed over: the form's fields on one page, what comes back left blank.
import type { Day } from '../domain/day.ts';
import type { Words } from '../i18n/words.ts';
import { type Block, type Document, paragraph } from './document.ts';
import type { OrderItemShown, OrderShown } from './orders.ts';
import { longDay } from './wording.ts';

/** 任务派遣单 (CLERK.md, "Forms"). */
export function orderDocument(order: OrderShown, words: Words): Document {
  const say = (key: string, values = {}): string => words.text({ key: `order.form.${key}`, values });
  const day = (text: string | null): string => (text === null ? '' : longDay(text as Day, words));
  const table = (headings: readonly string[], rows: readonly (readonly string[])[]): Block => ({
    kind: 'table',
    columns: headings.map((each) => ({ heading: say(each), numeric: each === 'line' })),
    rows,
  });
  const of = (item: OrderItemShown, ...roles: readonly string[]): string =>
    item.responsible
      .filter((each) => roles.includes(each.role))
      .map((each) => each.name)
      .join(say('and'));
  const leaders = [...new Set(order.items.map((item) => of(item, 'leader')).filter((each) => each !== ''))];
  return [
    { kind: 'header', left: say('copies'), right: say('number', { order_no: order.orderNo }) },
    { kind: 'title', text: say('title') },
    table(
      ['station', 'leader', 'issued_by', 'signed', 'sent_on', 'due_on'],
      [[order.station, leaders.join(say('and')), order.issuedBy, '', day(order.sentOn), day(order.dueOn)]],
    ),
    table(
      ['line', 'item', 'source', 'content', 'standard', 'responsible', 'assisting', 'deadline'],
      order.items.map((item, at) => [
        ...[String(at + 1), item.number, item.source, item.content, item.standard],
        ...[of(item, 'lead'), of(item, 'assist'), day(item.deadline)],
      ]),
    ),
    table(
      ['step', 'facts', 'signature', 'day'],
      [
        [say('received'), '', order.receivedBy, day(order.receivedOn)],
        [say('feedback'), '', '', ''],
        [say('verdict'), '', '', ''],
      ],
    ),
    ...(order.note === '' ? [] : [paragraph(say('note', { note: order.note }))]),
  ];
}
