// Records dispatch orders: the rows of one number make one sheet, which is written whole or not at all.

import { onRoster } from '../../../domain/cadre.ts';
import type { Day } from '../../../domain/days/day.ts';
import { eventTerm } from '../../../domain/findings/finding.ts';
import { stateAt } from '../../../domain/findings/history.ts';
import { faultsOf, firstRefused } from '../../../domain/findings/validity.ts';
import { type Problem, problem } from '../../../domain/problem.ts';
import type { DispatchRecord } from '../../../domain/records/record-types.ts';
import { plainSpelling, spellingsOf } from '../../../domain/texts/look.ts';
import { taskResponsibleAt } from '../../../domain/work/task-history.ts';
import { findCadre } from '../../../ledger/cadres/cadres.ts';
import type { FactRow } from '../../../ledger/facts/view.ts';
import { findingId, loadFinding, updateFindingNow } from '../../../ledger/findings/findings.ts';
import { addOrder, type OrderItem, type OrderRow, orderId } from '../../../ledger/work/dispatches.ts';
import { loadTask, taskId } from '../../../ledger/work/tasks.ts';
import { factId } from '../../lookups/fact-id.ts';
import type { Held } from '../coming-back.ts';
import { numberLooksKnown } from '../looks.ts';
import { plainName, stationUnknown } from '../name-looks.ts';
import {
  type Draft,
  problemAt,
  problemOf,
  problemOfName,
  type Recording,
  rejected,
  type Settle,
} from '../recording.ts';
import { compareOrder, dueOfOrder } from './known-order.ts';
import { holdOrder } from './order-returns.ts';

type OrderDraft = Draft<DispatchRecord>;
type Header = Omit<OrderRow, keyof FactRow>;

/** A row on its way: what it puts on the sheet, or why it cannot. */
interface Row {
  readonly draft: OrderDraft;
  readonly item: OrderItem | undefined;
  readonly problems: readonly Problem[];
}

/** Records each order (issue 5, "Dispatch orders"). */
export function recordDispatches(
  recording: Recording,
  drafts: Iterable<OrderDraft>,
  settle: Settle<DispatchRecord>,
): void {
  const orders = Map.groupBy(drafts, (draft) => heldOrder(recording, draft.record.order_no));
  for (const [number, rows] of orders) {
    const known = orderId(recording.db, number);
    if (known === undefined) {
      const held = holdOrder(recording, number, rows);
      if (held === undefined || 'again' in held) recordOrder(recording, number, rows, settle, held);
      else for (const draft of rows) settle(draft, held.outcome);
    } else for (const draft of rows) settle(draft, compareOrder(recording, draft, known));
  }
}

/** The number under which an order is held, or will be. */
function heldOrder({ db }: Recording, given: string): string {
  return spellingsOf(given).find((each) => orderId(db, each) !== undefined) ?? plainSpelling(given);
}

function recordOrder(
  recording: Recording,
  number: string,
  drafts: readonly OrderDraft[],
  settle: Settle<DispatchRecord>,
  held: Held | undefined,
): void {
  const [first] = drafts;
  if (first === undefined) return;
  const alike = numberLooksKnown(recording, first, 'order', number);
  const header = alike ?? headerOf(recording, first, number, drafts);
  if ('code' in header) {
    for (const draft of drafts)
      settle(draft, rejected(problemOf(draft, { ...header, ...(draft.place && { place: draft.place }) })));
    return;
  }
  const rows = drafts.map((draft) => readRow(recording, draft, header, first));
  if (rows.some((row) => row.problems.length > 0)) {
    for (const { draft, problems } of rows) {
      const beside = problemOf(draft, problem('order_row_beside_bad', { order_no: number }));
      settle(draft, rejected(...(problems.length > 0 ? problems : [beside])));
    }
    return;
  }
  const items = uniqueItems(rows);
  const id = addOrder(
    recording.db,
    recording.persons,
    { values: header, items: [...items.keys()] },
    first.origin,
  );
  recording.replace(first, 'dispatch_orders', id, held);
  for (const { finding_id } of items.keys()) {
    if (finding_id !== null) updateFindingNow(recording.db, loadFinding(recording.view, finding_id).finding);
  }
  recording.noteDay(header.sent_on);
  const written = new Set(items.values());
  for (const row of rows) {
    const facts = row.draft === first ? [factId('dispatch_orders', id)] : [];
    settle(row.draft, written.has(row) ? { what: 'added', facts } : { what: 'unchanged' });
  }
}

/** The lines of the sheet, each once, with the row that gives it. */
function uniqueItems(rows: readonly Row[]): Map<OrderItem, Row> {
  const seen = new Set<string>();
  const items = new Map<OrderItem, Row>();
  for (const row of rows) {
    const key = JSON.stringify(row.item);
    if (row.item === undefined || seen.has(key)) continue;
    seen.add(key);
    items.set(row.item, row);
  }
  return items;
}

/** What the whole sheet says, from its first row; the notes of its rows together. */
function headerOf(
  recording: Recording,
  first: OrderDraft,
  number: string,
  drafts: readonly OrderDraft[],
): Header | Problem {
  const { station, sent_on, issued_by } = first.record;
  const late = recording.afterToday(first, 'sent_on', sent_on);
  if (late !== undefined) return late;
  const unknown = stationUnknown(recording.db, station);
  if (unknown !== undefined) return problemOfName(first, unknown);
  const due_on = dueOfOrder(recording, first);
  if (typeof due_on !== 'string') return due_on;
  const [unread] = recording.personProblems(first, 'dispatch_orders', { issued_by });
  if (unread !== undefined) return unread;
  const notes = new Set(drafts.flatMap(({ record }) => record.note || []));
  return {
    order_no: number,
    station: plainName(station),
    due_on,
    sent_on,
    issued_by,
    note: [...notes].join('；') || null,
  };
}

function readRow(recording: Recording, draft: OrderDraft, header: Header, first: OrderDraft): Row {
  const { record } = draft;
  const problems: Problem[] = [...(draft.doubts ?? [])];
  const due = dueOfOrder(recording, draft);
  const { order_no } = header;
  for (const [column, given, other] of [
    ['station', plainName(record.station), header.station],
    ['sent_on', record.sent_on, header.sent_on],
    ['issued_by', record.issued_by, header.issued_by],
    ['due_on', typeof due === 'string' ? due : header.due_on, header.due_on],
  ] as const) {
    if (given.normalize('NFC') === other.normalize('NFC')) continue;
    const values = {
      order_no,
      field: { term: `column.${column}` },
      given,
      other,
      line: first.place?.line ?? 0,
    };
    problems.push(problemAt(draft, column, 'order_rows_differ', values, given));
  }
  const item = record.task_no ? taskItem(recording, draft, header) : findingItem(recording, draft, header);
  if ('code' in item) return { draft, item: undefined, problems: [...problems, item] };
  return { draft, item, problems };
}

/** The finding that a row sends out: outstanding on the day, with somebody to answer for it. */
function findingItem(recording: Recording, draft: OrderDraft, header: Header): OrderItem | Problem {
  const { db, view } = recording;
  const { sent_on: on, due_on } = header;
  const finding_no = draft.record.finding_no ?? '';
  const id = findingId(db, finding_no);
  const refuse = (code: Parameters<typeof problemAt>[2], values: Parameters<typeof problemAt>[3]): Problem =>
    problemAt(draft, 'finding_no', code, values, finding_no);
  if (id === undefined) return refuse('finding_unknown', { finding_no });
  const { finding } = loadFinding(view, id);
  const event = { term: 'event.dispatch' };
  if (due_on < finding.foundOn) {
    return refuse('order_due_before_found', { finding_no, due_on, found_on: finding.foundOn });
  }
  if (on < finding.foundOn)
    return refuse('event_before_found', { finding_no, found_on: finding.foundOn, on, event });
  const { settled, responsible } = stateAt(finding, on);
  if (settled !== null) {
    const status = { term: `status.${settled.status}` };
    return refuse('event_after_settled', { finding_no, settled_on: settled.on, status, event, on });
  }
  if (!someOnRoster(recording, responsible.keys(), on)) {
    return refuse('order_nobody_on_roster', { number: finding_no, on });
  }
  // A deadline that comes from this order must not undo what was granted on another one.
  const sent = { id: Number.MAX_SAFE_INTEGER, seq: db.seq, on, dueOn: due_on };
  const { persons } = recording;
  const after = { ...finding, dispatches: [...finding.dispatches, sent] };
  const broken = firstRefused(after, persons, faultsOf(finding, persons));
  if (broken !== undefined) {
    const later = { later: eventTerm(broken.event), later_on: broken.event.on };
    return refuse('event_breaks_later', { finding_no, event, on, ...later });
  }
  return { finding_id: id, task_id: null };
}

function taskItem(recording: Recording, draft: OrderDraft, header: Header): OrderItem | Problem {
  const { db, view } = recording;
  const { sent_on: on } = header;
  const task_no = draft.record.task_no ?? '';
  const id = taskId(db, task_no);
  if (id === undefined) return problemAt(draft, 'task_no', 'task_unknown', { task_no }, task_no);
  const task = loadTask(view, id);
  if (task.cancelledOn !== null && task.cancelledOn <= on) {
    return problemAt(draft, 'task_no', 'order_task_cancelled', { task_no, on: task.cancelledOn }, task_no);
  }
  if (!someOnRoster(recording, taskResponsibleAt(task, on).keys(), on)) {
    return problemAt(draft, 'task_no', 'order_nobody_on_roster', { number: task_no, on }, task_no);
  }
  return { finding_id: null, task_id: id };
}

function someOnRoster({ view }: Recording, responsible: Iterable<string>, on: Day): boolean {
  return [...responsible].some((cadreNo) => {
    const cadre = findCadre(view, cadreNo);
    return cadre !== undefined && onRoster(cadre, on);
  });
}
