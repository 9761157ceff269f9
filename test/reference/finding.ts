// What the contract says of one finding at a day: its events in order, status, deadline, responsible.

import type {
  Check,
  DispatchOrder,
  Extension,
  Facts,
  Finding,
  Objection,
  Reassignment,
  Recorded,
  Report,
  Role,
  Ruling,
} from './facts.ts';

/** One finding and everything recorded about it. */
export interface FindingHistory {
  readonly finding: Finding;
  readonly reports: readonly Report[];
  readonly checks: readonly Check[];
  readonly extensions: readonly Extension[];
  readonly objections: readonly Objection[];
  readonly rulings: readonly Ruling[];
  readonly reassignments: readonly Reassignment[];
  readonly orders: readonly DispatchOrder[];
}

export type FindingEvent =
  | { readonly kind: 'reassignment'; readonly day: string; readonly fact: Reassignment }
  | { readonly kind: 'extension'; readonly day: string; readonly fact: Extension }
  | { readonly kind: 'objection'; readonly day: string; readonly fact: Objection }
  | { readonly kind: 'report'; readonly day: string; readonly fact: Report }
  | { readonly kind: 'check'; readonly day: string; readonly fact: Check }
  | { readonly kind: 'ruling'; readonly day: string; readonly fact: Ruling };

export type FindingStatus =
  | 'registered'
  | 'dispatched'
  | 'reported'
  | 'returned'
  | 'objected'
  | 'rectified'
  | 'withdrawn';

/** A fact as of journal position `now`: recorded, and not reversed (section 3, "Reversal"). */
export function live(fact: Recorded, now: number): boolean {
  return fact.recorded <= now && !(fact.reversed_at !== undefined && fact.reversed_at <= now);
}

/** The live findings at journal position `now`, each with its live events, in the order of recording. */
export function findingHistories(facts: Facts, now: number): Map<string, FindingHistory> {
  const histories = new Map<string, ReturnType<typeof emptyHistory>>();
  for (const finding of facts.findings) {
    if (live(finding, now)) histories.set(finding.finding_no, emptyHistory(finding));
  }
  for (const fact of facts.reports) if (live(fact, now)) histories.get(fact.finding_no)?.reports.push(fact);
  for (const fact of facts.checks) if (live(fact, now)) histories.get(fact.finding_no)?.checks.push(fact);
  for (const fact of facts.extensions) {
    if (live(fact, now)) histories.get(fact.finding_no)?.extensions.push(fact);
  }
  for (const fact of facts.objections) {
    if (live(fact, now)) histories.get(fact.finding_no)?.objections.push(fact);
  }
  for (const fact of facts.rulings) if (live(fact, now)) histories.get(fact.finding_no)?.rulings.push(fact);
  for (const fact of facts.reassignments) {
    if (live(fact, now)) histories.get(fact.finding_no)?.reassignments.push(fact);
  }
  for (const fact of facts.orders) {
    if (live(fact, now)) for (const no of fact.finding_nos) histories.get(no)?.orders.push(fact);
  }
  return histories;
}

/** A finding about which nothing has been recorded yet. */
export function emptyHistory(finding: Finding) {
  return {
    finding,
    reports: [] as Report[],
    checks: [] as Check[],
    extensions: [] as Extension[],
    objections: [] as Objection[],
    rulings: [] as Ruling[],
    reassignments: [] as Reassignment[],
    orders: [] as DispatchOrder[],
  };
}

/** Section 3, "Events on a finding": by day, within a day by kind, check `rectified` last of the checks, then as recorded. */
export function orderedEvents(history: FindingHistory): FindingEvent[] {
  const events: FindingEvent[] = [
    ...history.reassignments.map((fact) => ({ kind: 'reassignment', day: fact.on, fact }) as const),
    ...history.extensions.map((fact) => ({ kind: 'extension', day: fact.granted_on, fact }) as const),
    ...history.objections.map((fact) => ({ kind: 'objection', day: fact.raised_on, fact }) as const),
    ...history.reports.map((fact) => ({ kind: 'report', day: fact.reported_on, fact }) as const),
    ...history.checks.map((fact) => ({ kind: 'check', day: fact.checked_on, fact }) as const),
    ...history.rulings.map((fact) => ({ kind: 'ruling', day: fact.ruled_on, fact }) as const),
  ];
  return events.sort(
    (a, b) => compare(a.day, b.day) || place(a) - place(b) || a.fact.recorded - b.fact.recorded,
  );
}

function place(event: FindingEvent): number {
  if (event.kind === 'check') return event.fact.result === 'rectified' ? 5 : 4;
  return { reassignment: 0, extension: 1, objection: 2, report: 3, ruling: 6 }[event.kind];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Section 3, "A finding at day D". */
export function referenceStatus(history: FindingHistory, day: string): FindingStatus {
  if (history.rulings.some((ruling) => ruling.ruling === 'upheld' && ruling.ruled_on <= day))
    return 'withdrawn';
  if (history.checks.some((check) => check.result === 'rectified' && check.checked_on <= day))
    return 'rectified';
  if (objectionsAt(history, day).pending.length > 0) return 'objected';
  const latest = latestReportOrCheck(history, day);
  if (latest !== undefined) return latest.kind === 'report' ? 'reported' : 'returned';
  return history.orders.some((order) => order.on <= day) ? 'dispatched' : 'registered';
}

/** Section 3: "Outstanding = neither withdrawn nor rectified". */
export function outstanding(history: FindingHistory, day: string): boolean {
  const status = referenceStatus(history, day);
  return status !== 'withdrawn' && status !== 'rectified';
}

/** What has become of a finding's objections by a day. */
export interface Objections {
  /** Neither ruled on nor lapsed. */
  readonly pending: readonly Objection[];
  readonly dismissed: readonly Objection[];
}

/** Section 3, "Due": one lapses when who raised it is no longer responsible, whatever happens later. */
export function objectionsAt(history: FindingHistory, day: string): Objections {
  let pending: Objection[] = [];
  const dismissed: Objection[] = [];
  const responsible = namedOn(history.finding);
  for (const event of orderedEvents(history)) {
    if (event.day > day) break;
    if (event.kind === 'objection') pending.push(event.fact);
    if (event.kind === 'reassignment') handOver(responsible, event.fact);
    if (event.kind === 'ruling') {
      const of = pending.filter((each) => isAbout(event.fact, each));
      pending = pending.filter((each) => !of.includes(each));
      if (event.fact.ruling === 'dismissed') dismissed.push(...of);
      if (event.fact.ruling === 'released') responsible.delete(event.fact.cadre_no);
    }
    pending = pending.filter((each) => responsible.has(each.cadre_no));
  }
  return { pending, dismissed };
}

function isAbout(ruling: Ruling, { cadre_no, raised_on, ground }: Objection): boolean {
  return ruling.cadre_no === cadre_no && ruling.raised_on === raised_on && ruling.ground === ground;
}

/** The last, in the order of events, of the reports `done` and the checks by `day`. */
function latestReportOrCheck(history: FindingHistory, day: string): FindingEvent | undefined {
  return orderedEvents(history).findLast(
    (event) =>
      event.day <= day &&
      (event.kind === 'check' || (event.kind === 'report' && event.fact.progress === 'done')),
  );
}

/** The first report `done` by `day` since the latest check by it; undefined without one. */
export function firstReportSinceCheck(history: FindingHistory, day: string): Report | undefined {
  const events = orderedEvents(history).filter((event) => event.day <= day);
  const since = events.slice(events.findLastIndex((event) => event.kind === 'check') + 1);
  const first = since.find((event) => event.kind === 'report' && event.fact.progress === 'done');
  return first?.kind === 'report' ? first.fact : undefined;
}

/** The last check by `day`, in the order of events. */
export function latestCheck(history: FindingHistory, day: string): Check | undefined {
  const event = orderedEvents(history).findLast((each) => each.kind === 'check' && each.day <= day);
  return event?.kind === 'check' ? event.fact : undefined;
}

/** Section 3, "Deadline in force at D"; undefined when there is none. */
export function deadlineInForce(history: FindingHistory, day: string): string | undefined {
  const changes = [
    ...history.extensions.map((each) => ({
      on: each.granted_on,
      due: each.new_due_on,
      recorded: each.recorded,
    })),
    ...history.reassignments.map((each) => ({ on: each.on, due: each.new_due_on, recorded: each.recorded })),
  ]
    .filter((change) => change.due !== '' && change.on <= day)
    .sort((a, b) => compare(a.on, b.on) || a.recorded - b.recorded);
  const changed = changes.at(-1)?.due;
  if (changed !== undefined) return changed;
  if (history.finding.due_on !== '') return history.finding.due_on;
  const sent = history.orders
    .filter((order) => order.on <= day)
    .sort((a, b) => compare(a.on, b.on) || a.recorded - b.recorded);
  return sent[0]?.due;
}

/** Section 3, "Overdue": outstanding, and the deadline in force is before the day. */
export function overdueAt(history: FindingHistory, day: string): boolean {
  const deadline = deadlineInForce(history, day);
  return outstanding(history, day) && deadline !== undefined && deadline < day;
}

/** Those named on a finding or a task, each with the role. */
export function namedOn(item: Pick<Finding, Role>): Map<string, Role> {
  const named = new Map<string, Role>();
  for (const role of ['lead', 'assist', 'leader'] as const) for (const no of item[role]) named.set(no, role);
  return named;
}

/** Passes the role of the old cadre to the new one (section 3, "Responsible at D"). */
export function handOver(responsible: Map<string, Role>, reassignment: Reassignment): void {
  const role = responsible.get(reassignment.from_no);
  responsible.delete(reassignment.from_no);
  if (role !== undefined) responsible.set(reassignment.to_no, role);
}

/** Section 3, "Responsible at D": those named, with reassignments and releases up to and on D in their order. */
export function responsibleAt(history: FindingHistory, day: string): Map<string, Role> {
  const responsible = namedOn(history.finding);
  for (const event of orderedEvents(history)) {
    if (event.day > day) break;
    if (event.kind === 'reassignment') handOver(responsible, event.fact);
    if (event.kind === 'ruling' && event.fact.ruling === 'released') responsible.delete(event.fact.cadre_no);
  }
  return responsible;
}
