// dispatch: numbered sheets of findings and tasks, sent to stations with a deadline.
import type { Committed } from '../../jobs/committed.ts';
import { findOrders, showOrder } from '../../jobs/find/find-orders.ts';
import type { Sent } from '../../jobs/record/work/dispatch.ts';
import { orderDocument } from '../../report/forms/order-document.ts';
import { orderCard, ordersReport } from '../../report/lists/orders.ts';
import { answer } from '../answers/answer.ts';
import { documentFormat, LIST_OR_DOCUMENT, printDocument } from '../answers/documents.ts';
import { sayDerivedStations, sayLate, sayRecorded } from '../answers/said.ts';
import { printCard } from '../answers/show.ts';
import type { CommandSpec } from '../command-spec.ts';
import { todayOf } from '../options/today.ts';
import type { Session } from '../session.ts';

/** How many findings are named before the rest is counted. */
const MOST_NAMED = 12;

/** Loaded by what records: lists need no validation. */
const recording = () => import('../../jobs/record/work/dispatch.ts');

export const leaves: readonly CommandSpec[] = [
  {
    name: 'dispatch new',
    traits: ['write'],
    options: [
      { flags: '--station <name>', required: true },
      { flags: '--due <day>', help: 'order_due', required: true },
      { flags: '--on <day>', required: true },
      { flags: '--issued-by <who>', required: true },
      { flags: '--finding <no...>', help: 'order_finding' },
      { flags: '--task <no...>', help: 'order_task' },
      { flags: '--all-open' },
      { flags: '--no <no>', help: 'order_no' },
      { flags: '--note <text>' },
    ],
    async run(session, input) {
      const request = {
        station: input.requiredText('station'),
        due: input.requiredText('due'),
        on: input.requiredDay('on'),
        issuedBy: input.requiredText('issuedBy'),
        no: input.text('no') ?? null,
        note: input.text('note') ?? null,
        findings: input.list('finding'),
        tasks: input.list('task'),
        allOpen: input.flag('allOpen') === true,
      };
      const { newOrder } = await recording();
      return saySent(session, await session.writing((ledger, acting) => newOrder(ledger, acting, request)));
    },
  },
  {
    name: 'dispatch receive',
    arguments: '<order_no>',
    traits: ['write'],
    options: [
      { flags: '--on <day>', required: true },
      { flags: '--by <who>', required: true },
      { flags: '--note <text>' },
    ],
    async run(session, input) {
      const request = {
        orderNo: input.argument(0),
        on: input.requiredDay('on'),
        by: input.requiredText('by'),
        note: input.text('note') ?? null,
      };
      const { receiveOrder } = await recording();
      return sayRecorded(
        session,
        await session.writing((ledger, acting) => receiveOrder(ledger, acting, request)),
      );
    },
  },
  {
    name: 'dispatch list',
    traits: ['list'],
    options: [
      { flags: '--station <name>' },
      { flags: '--late' },
      { flags: '--unreceived' },
      { flags: '--on <day>', help: 'as_of_today' },
    ],
    async run(session, input) {
      const { on, orders } = await session.reading((db) => {
        const day = input.day('on') ?? todayOf(session, db);
        const filter = {
          on: day,
          station: input.text('station') ?? null,
          late: input.flag('late') === true,
          unreceived: input.flag('unreceived') === true,
        };
        return { on: day, orders: findOrders(db, filter) };
      });
      return session.print(ordersReport(orders, on));
    },
  },
  {
    name: 'dispatch show',
    arguments: '<order_no>',
    traits: ['list'],
    options: [{ flags: '--on <day>', help: 'as_of_today' }, LIST_OR_DOCUMENT],
    async run(session, input) {
      const { on, order } = await session.reading((db) => {
        const day = input.day('on') ?? todayOf(session, db);
        return { on: day, order: showOrder(db, input.argument(0), day) };
      });
      const document = documentFormat(input);
      if (document !== undefined)
        return printDocument(session, orderDocument(order, await session.documentWords()), document);
      return printCard(session, orderCard(order, on, session.nameStyle, session.words.term));
    },
  },
];

/** The number is the answer; whose deadline each finding has is the talk. */
function saySent(session: Session, came: Committed<Sent>): Promise<number> {
  return answer(session, came, {
    tell: (value) => describeSent(session, value),
    lines: ({ orderNo }) => [orderNo],
  });
}

function describeSent(session: Session, sent: Sent): void {
  const { what, orderNo, dueOn, findings, tasks, facts, sentBefore, late } = sent;
  if (what === 'unchanged') session.tell({ key: 'said.order_unchanged', values: { order_no: orderNo } });
  else {
    const counts = { findings: findings.length, tasks: tasks.length };
    session.tell({
      key: 'said.order_sent',
      values: { order_no: orderNo, ...counts, due_on: dueOn, fact: facts.join(' ') },
    });
    const taking = findings.filter((each) => each.own === null).map((each) => each.findingNo);
    if (taking.length > 0)
      session.tell({
        key: 'said.order_takes',
        values: { count: taking.length, due_on: dueOn, numbers: named(taking) },
      });
    const keeping = findings.filter((each) => each.own !== null);
    if (keeping.length > 0) {
      const numbers = named(keeping.map((each) => `${each.findingNo} (${each.own})`));
      session.tell({ key: 'said.order_keeps', values: { count: keeping.length, numbers } });
    }
    const elsewhere = findings.filter((each) => each.otherStation !== '');
    if (elsewhere.length > 0) {
      const numbers = named(elsewhere.map((each) => `${each.findingNo} (${each.otherStation})`));
      session.tell({ key: 'said.order_elsewhere', values: { count: elsewhere.length, numbers } });
    }
    sayDerivedStations(session, findings);
    if (sentBefore > 0) session.tell({ key: 'said.order_sent_before', values: { count: sentBefore } });
    sayLate(session, late);
  }
}

function named(texts: readonly string[]): readonly string[] {
  return [...texts.slice(0, MOST_NAMED), ...(texts.length > MOST_NAMED ? ['…'] : [])];
}
