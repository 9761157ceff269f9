// Dispatch orders: a new one with its number, and that it was received.

import type { Day } from '../../../domain/days/day.ts';
import { deadlineInForce, stateAt } from '../../../domain/findings/history.ts';
import { Failure, refusal } from '../../../domain/problem.ts';
import type { DispatchRecord } from '../../../domain/records/record-types.ts';
import { lookOf } from '../../../domain/texts/look.ts';
import { readValues } from '../../../intake/values/read-values.ts';
import { Persons } from '../../../ledger/cadres/persons.ts';
import { View } from '../../../ledger/facts/view.ts';
import type { Ledger } from '../../../ledger/file/open.ts';
import { findingId, findingsChosen, loadFinding } from '../../../ledger/findings/findings.ts';
import { outstandingOn } from '../../../ledger/findings/selections.ts';
import { addOrderReceipt } from '../../../ledger/work/add-work.ts';
import {
  allOrderNumbers,
  dispatchedBy,
  loadOrder,
  orderId,
  type StoredOrder,
} from '../../../ledger/work/dispatches.ts';
import { type Committed, commit, type WriteDb } from '../../../ledger/writing/journal.ts';
import { type Acting, entryOf } from '../../acting.ts';
import { factId } from '../../lookups/fact-id.ts';
import { refuseUnread } from '../../lookups/refuse-persons.ts';
import { Stations } from '../../lookups/stations.ts';
import { theOrder } from '../../the-order.ts';
import { recordUnlessReversed } from '../coming-back.ts';
import { stationUnknown } from '../name-looks.ts';
import type { Recorded } from '../record-one.ts';
import { type Outcome, Recording, recordingOf, sameValues } from '../recording.ts';
import { recordDispatches } from './dispatches.ts';
import { type OrderRequest, sameOrder } from './same-order.ts';

export type { OrderRequest } from './same-order.ts';

/** A finding sent out, and whose deadline it has. */
export interface SentFinding {
  readonly findingNo: string;
  /** The deadline it had before, and keeps; null when it takes the order's. */
  readonly own: Day | null;
  /** Its own station, when that is another one. */
  readonly otherStation: string;
  /** Whether it names no station, and lies at that of its lead. */
  readonly derived: boolean;
}

export interface Sent extends Recorded {
  readonly orderNo: string;
  readonly dueOn: Day;
  readonly findings: readonly SentFinding[];
  readonly tasks: readonly string[];
  /** With `allOpen`: outstanding findings left out because they are on an order. */
  readonly sentBefore: number;
}

/**
 * Sends findings and tasks out on a new order, which gets the next number of its year (contract, section 2; CLERK.md).
 * @throws Failure `refused`: nothing to send, a finding that is not outstanding or has no one on the roster, wrong days
 */
export function newOrder(ledger: Ledger, acting: Acting, request: OrderRequest): Committed<Sent> {
  return commit<Sent>(ledger, entryOf(acting, 'dispatch new', request), (db) => {
    const view = new View(db);
    const open = request.allOpen ? openOf(view, request.station, request.on) : { numbers: [], sentBefore: 0 };
    const findings = [...new Set([...request.findings, ...open.numbers])];
    const same = sameOrder(view, request, findings);
    if (same !== undefined) return { value: sentAgain(same), did: {} };
    refuseUnknownStation(db, request.station);
    if (findings.length + request.tasks.length === 0) refuseEmpty(request, open.sentBefore);
    const orderNo = request.no ?? nextNumber(db, request.on);
    const common = { order_no: orderNo, station: request.station, due_on: request.due, sent_on: request.on };
    const rest = { issued_by: request.issuedBy, ...(request.note !== null && { note: request.note }) };
    const records = [
      ...findings.map((finding_no) => readValues('dispatches', { ...common, ...rest, finding_no })),
      ...request.tasks.map((task_no) => readValues('dispatches', { ...common, ...rest, task_no })),
    ];
    const before = new Map(findings.map((number) => [number, ownDeadline(view, number, request.on)]));
    const { facts, late } = record(db, acting, records);
    const id = orderId(db, orderNo) ?? 0;
    const { row } = loadOrder(new View(db), id);
    const stations = new Stations(view, request.on);
    const sent = findings.map((number): SentFinding => {
      const { station, derived } = stations.of(...whereOf(view, number, request.on));
      const otherStation = station === row.station ? '' : station;
      return { findingNo: number, own: before.get(number) ?? null, otherStation, derived };
    });
    const value: Sent = {
      what: facts.length === 0 ? 'unchanged' : 'added',
      facts,
      late,
      orderNo: row.order_no,
      dueOn: row.due_on,
      findings: sent,
      tasks: request.tasks,
      sentBefore: open.sentBefore,
    };
    return { value, did: { facts, order_no: row.order_no, due: request.due, due_on: row.due_on } };
  });
}

/** @throws Failure `refused` for a station that neither cadres nor findings name */
function refuseUnknownStation(db: WriteDb, station: string): void {
  const unknown = stationUnknown(db, station);
  if (unknown !== undefined) throw refusal(unknown.code, unknown.values);
}

function refuseEmpty(request: OrderRequest, sentBefore: number): never {
  if (!request.allOpen) throw refusal('order_without_items');
  throw refusal('order_nothing_open', { station: request.station, on: request.on, sent_before: sentBefore });
}

/** The station's findings outstanding on a day and on no order yet. */
function openOf(view: View, station: string, on: Day): { numbers: string[]; sentBefore: number } {
  const sent = dispatchedBy(view, on);
  const stations = new Stations(view, on);
  const numbers: string[] = [];
  let sentBefore = 0;
  for (const { finding, row } of findingsChosen(view, outstandingOn(on))) {
    const state = stateAt(finding, on);
    if (state.settled !== null || finding.foundOn > on) continue;
    if (stations.of(row.station, state.responsible).station !== station) continue;
    if (sent.has(finding.id)) sentBefore += 1;
    else numbers.push(finding.findingNo);
  }
  return { numbers, sentBefore };
}

function sentAgain({ row }: StoredOrder): Sent {
  const rest = { late: null, findings: [], tasks: [], sentBefore: 0 };
  return {
    what: 'unchanged',
    facts: [factId('dispatch_orders', row.id)],
    orderNo: row.order_no,
    dueOn: row.due_on,
    ...rest,
  };
}

function ownDeadline(view: View, findingNo: string, on: Day): Day | null {
  const id = findingId(view.db, findingNo);
  if (id === undefined) return null;
  const { finding } = loadFinding(view, id);
  return deadlineInForce(finding, stateAt(finding, on), on);
}

/** What says where a finding lies on a day. */
function whereOf(view: View, findingNo: string, on: Day): Parameters<Stations['of']> {
  const { row, finding } = loadFinding(view, findingId(view.db, findingNo) ?? 0);
  return [row.station, stateAt(finding, on).responsible];
}

/** The next running number of the year: 〔2018〕1号 (CLERK.md, "Forms"). */
function nextNumber(db: WriteDb, on: Day): string {
  const year = on.slice(0, 4);
  const running = allOrderNumbers(db).flatMap((number) => {
    const match = /^[〔[(（【](\d{4})[〕\])）】](\d{1,9})号?$/u.exec(lookOf(number));
    return match?.[1] === year ? [Number(match[2])] : [];
  });
  return `〔${year}〕${Math.max(0, ...running) + 1}号`;
}

function record(
  db: WriteDb,
  acting: Acting,
  records: readonly DispatchRecord[],
): Pick<Recorded, 'facts' | 'late'> {
  const recording = new Recording(db, recordingOf(acting));
  const outcomes: Outcome[] = [];
  const drafts = records.map((each) => ({ record: each, origin: { batch_id: null, line: null } }));
  recordDispatches(recording, drafts, (_, outcome) => outcomes.push(outcome));
  const problems = outcomes.flatMap((each) => (each.what === 'rejected' ? each.problems : []));
  if (problems.length > 0) {
    throw new Failure(
      'refused',
      problems.filter((each) => each.code !== 'order_row_beside_bad'),
    );
  }
  const { closed, late } = recording;
  return {
    facts: outcomes.flatMap((each) => ('facts' in each ? each.facts : [])),
    late: late === 0 || closed === null ? null : { count: late, round: closed.number },
  };
}

export interface ReceiptRequest {
  readonly orderNo: string;
  readonly on: Day;
  readonly by: string;
  readonly note: string | null;
}

/**
 * Records that a station received an order.
 * @throws Failure `refused`: no such order, received already by somebody else, before it was sent, after today
 */
export function receiveOrder(ledger: Ledger, acting: Acting, request: ReceiptRequest): Committed<Recorded> {
  return commit<Recorded>(ledger, entryOf(acting, 'dispatch receive', request), (db) => {
    const view = new View(db);
    const { row, receipt } = theOrder(view, request.orderNo);
    const { on, by, note } = request;
    const order_no = row.order_no;
    if (receipt !== null) {
      if (!sameValues(receipt, { received_on: on, received_by: by })) {
        throw refusal('order_received_already', {
          order_no,
          on: receipt.received_on,
          by: receipt.received_by,
        });
      }
      const facts = [factId('dispatch_receipts', receipt.id)];
      return { value: { what: 'unchanged', facts, late: null }, did: {} };
    }
    if (acting.today !== null && on > acting.today)
      throw refusal('day_after_today', { day: on, today: acting.today });
    if (on < row.sent_on) throw refusal('receipt_before_sent', { order_no, on, sent_on: row.sent_on });
    const values = { order_id: row.id, received_on: on, received_by: by, note };
    const persons = new Persons(view);
    refuseUnread(persons, by);
    const { order_id: _, ...given } = values;
    const returning = { table: 'dispatch_receipts', number: order_no, given } as const;
    const insert = (): number => addOrderReceipt({ db, persons }, values);
    const facts = [recordUnlessReversed(db, acting.again, returning, insert)];
    return { value: { what: 'added', facts, late: null }, did: { facts, order_no, on } };
  });
}
