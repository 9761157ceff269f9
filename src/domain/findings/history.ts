// A finding's history walked event by event: who is responsible, which deadline is in force, what state it is in.
import type { CadreNo } from '../cadre.ts';
import type { Day } from '../days/day.ts';
import type {
  CheckEvent,
  Dispatch,
  Finding,
  FindingEvent,
  ObjectionEvent,
  ReportEvent,
  Responsible,
  Role,
} from './finding.ts';

const KIND_ORDER: Readonly<Record<FindingEvent['kind'], number>> = {
  reassignment: 0,
  extension: 1,
  objection: 2,
  report: 3,
  check: 4,
  ruling: 5,
};

/**
 * The order of events (contract, section 3): by day; within a day reassignment, extension, objection, report, check
 * (`rectified` last), ruling; two of one kind by recording.
 */
export function compareEvents(left: FindingEvent, right: FindingEvent): number {
  if (left.on !== right.on) return left.on < right.on ? -1 : 1;
  const kinds = KIND_ORDER[left.kind] - KIND_ORDER[right.kind];
  if (kinds !== 0) return kinds;
  if (left.kind === 'check' && right.kind === 'check') {
    const settling = Number(left.result === 'rectified') - Number(right.result === 'rectified');
    if (settling !== 0) return settling;
  }
  return left.seq - right.seq || left.id - right.id;
}

/** What settled a finding. */
export interface Settled {
  readonly status: 'rectified' | 'withdrawn';
  readonly on: Day;
  readonly seq: number;
  /** See `CheckEvent`. */
  readonly windowSeq?: number;
}

/** What is true of a finding after some of its events. Made by `startOf`, moved on by `applyEvent`. */
export interface FindingState {
  readonly responsible: Map<CadreNo, Role>;
  readonly named: readonly Responsible[];
  /** Those to whom a part has passed since. */
  takenOver: readonly CadreNo[];
  /** Those who were released by a ruling: they count as never responsible, unless a part passes to them later. */
  released: readonly CadreNo[];
  /** Objections without a ruling, of those who are still responsible. */
  pendingObjections: readonly ObjectionEvent[];
  /** Those that lapsed because who raised them is no longer responsible; engine 1 still took them for pending. */
  lapsedObjections: readonly ObjectionEvent[];
  /** Those that were dismissed. */
  dismissedObjections: readonly ObjectionEvent[];
  /** The latest of the reports that say `done` and the checks. */
  latest: ReportEvent | CheckEvent | null;
  latestCheck: CheckEvent | null;
  /** The latest report `done` since the last check that did not settle the finding. */
  completion: ReportEvent | null;
  /** The first report `done` since the latest check. */
  firstReport: ReportEvent | null;
  settled: Settled | null;
  /** The extension or reassignment whose deadline is in force. */
  moved: { readonly on: Day; readonly seq: number; readonly dueOn: Day } | null;
}

/** The state of a finding or task before any event: those named are responsible. */
export function startOf(named: readonly Responsible[]): FindingState {
  const responsible = new Map<CadreNo, Role>();
  for (const { cadreNo, role } of named) responsible.set(cadreNo, role);
  return {
    responsible,
    named,
    takenOver: NONE,
    released: NONE,
    pendingObjections: NONE,
    lapsedObjections: NONE,
    dismissedObjections: NONE,
    latest: null,
    latestCheck: null,
    completion: null,
    firstReport: null,
    settled: null,
    moved: null,
  };
}

const NONE: readonly never[] = [];

/** Everybody who has ever been named on it, who was released too: to each of them it is explained. */
export function everNamed({ named, takenOver }: Pick<FindingState, 'named' | 'takenOver'>): Set<CadreNo> {
  return new Set([...named.map((each) => each.cadreNo), ...takenOver]);
}

/** Everybody who is or has been responsible, without those who were released: who must not check, grant or rule. */
export function everResponsible(
  state: Pick<FindingState, 'named' | 'takenOver' | 'released'>,
): ReadonlySet<CadreNo> {
  const ever = everNamed(state);
  for (const cadreNo of state.released) ever.delete(cadreNo);
  return ever;
}

/** Moves `state` on by one event, which must be the next in the order of events. Asks nothing about its validity. */
export function applyEvent(state: FindingState, event: FindingEvent): void {
  switch (event.kind) {
    case 'reassignment': {
      const role = state.responsible.get(event.from);
      if (role !== undefined) {
        state.responsible.delete(event.from);
        state.responsible.set(event.to, role);
        state.takenOver = [...state.takenOver, event.to];
        state.released = state.released.filter((each) => each !== event.to);
        lapse(state, event.from);
      }
      if (event.newDueOn !== null) moveDeadline(state, event, event.newDueOn);
      return;
    }
    case 'extension':
      moveDeadline(state, event, event.newDueOn);
      return;
    case 'objection':
      state.pendingObjections = [...state.pendingObjections, event];
      return;
    case 'report':
      if (event.progress === 'done') {
        state.latest = event;
        state.completion = event;
        state.firstReport ??= event;
      }
      return;
    case 'check':
      state.latest = event;
      state.latestCheck = event;
      state.firstReport = null;
      if (event.result === 'rectified') settle(state, 'rectified', event);
      else state.completion = null;
      return;
    case 'ruling': {
      const ruled = takeObjection(state, event.objection);
      if (event.ruling === 'upheld') settle(state, 'withdrawn', event);
      if (ruled === undefined) return;
      if (event.ruling === 'dismissed') state.dismissedObjections = [...state.dismissedObjections, ruled];
      if (event.ruling === 'released') {
        state.responsible.delete(ruled.cadreNo);
        state.released = [...state.released, ruled.cadreNo];
        lapse(state, ruled.cadreNo);
      }
    }
  }
}

/** Takes the objection that is ruled on out of those without a ruling. */
function takeObjection(state: FindingState, id: number): ObjectionEvent | undefined {
  const ruled = [...state.pendingObjections, ...state.lapsedObjections].find((each) => each.id === id);
  state.pendingObjections = state.pendingObjections.filter((each) => each !== ruled);
  state.lapsedObjections = state.lapsedObjections.filter((each) => each !== ruled);
  return ruled;
}

/** Objections of a cadre who is no longer responsible lapse (contract, section 3, "Due"). */
function lapse(state: FindingState, cadreNo: CadreNo): void {
  const lapsed = state.pendingObjections.filter((each) => each.cadreNo === cadreNo);
  if (lapsed.length === 0) return;
  state.lapsedObjections = [...state.lapsedObjections, ...lapsed];
  state.pendingObjections = state.pendingObjections.filter((each) => each.cadreNo !== cadreNo);
}

function moveDeadline(
  state: FindingState,
  event: { readonly on: Day; readonly seq: number },
  dueOn: Day,
): void {
  const { moved } = state;
  // Of two on one day the later recorded counts, whatever its place in the order of events.
  if (moved !== null && moved.on === event.on && moved.seq > event.seq) return;
  state.moved = { on: event.on, seq: event.seq, dueOn };
}

function settle(state: FindingState, status: 'rectified' | 'withdrawn', event: FindingEvent): void {
  const again = event.kind === 'check' ? event.windowSeq : undefined;
  state.settled = {
    status,
    on: event.on,
    seq: event.seq,
    ...(again !== undefined && { windowSeq: again }),
  };
  // Objections still pending lapse.
  state.pendingObjections = NONE;
  state.lapsedObjections = NONE;
}

/** The state at the end of `day`: all events up to and on it applied. */
export function stateAt(finding: Pick<Finding, 'named' | 'events'>, day: Day): FindingState {
  const state = startOf(finding.named);
  for (const event of finding.events) {
    if (event.on > day) break;
    applyEvent(state, event);
  }
  return state;
}

/** The deadline in force on `day` (contract, section 3), given the state on that day; null when there is none. */
export function deadlineInForce(
  finding: Pick<Finding, 'dueOn' | 'dispatches'>,
  state: FindingState,
  day: Day,
): Day | null {
  if (state.moved !== null) return state.moved.dueOn;
  if (finding.dueOn !== null) return finding.dueOn;
  return firstDispatch(finding.dispatches, day)?.dueOn ?? null;
}

/** The first order by `day`, of two on one day the earlier recorded. */
export function firstDispatch(dispatches: readonly Dispatch[], day: Day): Dispatch | undefined {
  let first: Dispatch | undefined;
  for (const each of dispatches) {
    if (each.on > day) continue;
    if (first === undefined || each.on < first.on || (each.on === first.on && recordedBefore(each, first))) {
      first = each;
    }
  }
  return first;
}

function recordedBefore(left: Dispatch, right: Dispatch): boolean {
  return left.seq < right.seq || (left.seq === right.seq && left.id < right.id);
}
