// A dispatch order as the sheet that is handed over: the form's fields on one page, what comes back left blank.
import { withoutPersonalNumbers } from '../../domain/texts/personal-numbers.ts';
import { comparableName } from '../../domain/texts/text.ts';
import type { DispatchItem, DispatchOrder } from '../../domain/work/dispatch-order.ts';
import type { Words } from '../../i18n/words.ts';
import { type Document, type FormRow, paragraph } from '../document.ts';
import { dayText, label, place, signed } from './form-parts.ts';

/** 任务派遣单 (CLERK.md, "Forms"), on one page while it is not long, with the receipt to be cut off. */
export function orderDocument(told: DispatchOrder, words: Words): Document {
  const order = withoutPersonalNumbers(told);
  const say = (key: string, values = {}): string => words.text({ key: `order.form.${key}`, values });
  const of = (item: DispatchItem, ...roles: readonly string[]): string =>
    item.responsible
      .filter((each) => roles.includes(each.role))
      .map((each) => comparableName(each.name))
      .join(say('and'));
  const leaders = [...new Set(order.items.map((item) => of(item, 'leader')).filter((each) => each !== ''))];
  const row = (...pairs: readonly (readonly [key: string, text: string])[]): FormRow => ({
    cells: pairs.flatMap(([key, text]) => [label(say(key)), place(text)]),
  });
  // Where an item has a deadline of its own, the receipt promises that one, and not the order's.
  const ownDeadlines = order.items.some(({ deadline }) => deadline !== null && deadline !== order.dueOn);
  const headings = ['line', 'item', 'source', 'content', 'standard', 'responsible', 'assisting', 'deadline'];
  return [
    { kind: 'page', form: true },
    {
      kind: 'header',
      left: say('copies'),
      right: say('number', { order_no: order.orderNo }),
      continued: say('continued', { order_no: order.orderNo }),
    },
    { kind: 'title', text: say('title') },
    {
      kind: 'form',
      widths: [6, 8, 5, 7, 5, 9],
      rows: [
        row(
          ['station', order.station],
          ['leader', leaders.join(say('and'))],
          ['due_on', dayText(order.dueOn, words)],
        ),
        row(['issued_by', order.issuedBy], ['signed', ''], ['sent_on', dayText(order.sentOn, words)]),
      ],
    },
    {
      kind: 'table',
      columns: headings.map((each) => ({ heading: say(each), numeric: each === 'line' })),
      rows: order.items.map((item, at) => [
        ...[String(at + 1), item.number, item.source, item.content, item.standard],
        ...[of(item, 'lead'), of(item, 'assist'), dayText(item.deadline ?? order.dueOn, words)],
      ]),
    },
    {
      kind: 'form',
      widths: [8, 30],
      rows: [signed(say('feedback'), say('sign'), 1, 2), signed(say('verdict'), say('checkers_sign'), 1, 2)],
    },
    ...(order.note === '' ? [] : [paragraph(say('note', { note: order.note }))]),
    {
      kind: 'receipt',
      text: say(ownDeadlines ? 'receipt_own' : 'receipt', {
        order_no: order.orderNo,
        count: order.items.length,
        due_on: dayText(order.dueOn, words),
      }),
      sign:
        order.receivedOn === null
          ? say('received_sign')
          : say('received_by', { by: order.receivedBy, day: dayText(order.receivedOn, words) }),
    },
  ];
}
