// What a finding waits for, read from the contract's words once more and independently of the program's states.
import type { Day } from '../../src/domain/days/day.ts';
import type { FindingEvent, ObjectionEvent, Responsible } from '../../src/domain/findings/finding.ts';

/** What waits for the office. */
export interface Waits {
  /** The day of the first report since the latest check; null when nothing was reported since. */
  readonly report: Day | null;
  /** The objections without a ruling, of those who are still responsible. */
  readonly objections: readonly ObjectionEvent[];
}

const NOTHING: Waits = { report: null, objections: [] };

/** What waits at the end of a day. */
export function expectedWaits(
  events: readonly FindingEvent[],
  named: readonly Responsible[],
  on: Day,
): Waits {
  const past = events.filter((each) => each.on <= on);
  const rulings = past.filter((each) => each.kind === 'ruling');
  const checks = past.filter((each) => each.kind === 'check');
  if (checks.some((each) => each.result === 'rectified')) return NOTHING;
  if (rulings.some((each) => each.ruling === 'upheld')) return NOTHING;
  const lastCheck = past.findLastIndex((each) => each.kind === 'check');
  const reports = past.slice(lastCheck + 1).filter((each) => each.kind === 'report');
  const objections = past.filter(
    (each, at): each is ObjectionEvent =>
      each.kind === 'objection' &&
      !rulings.some((ruling) => ruling.objection === each.id) &&
      !lost(each, past.slice(at + 1), past),
  );
  return { report: reports[0]?.on ?? null, objections: named.length === 0 ? [] : objections };
}

/** Whether who raised an objection lost their part afterwards: it passed to another, or a ruling released them. */
function lost(
  objection: ObjectionEvent,
  after: readonly FindingEvent[],
  all: readonly FindingEvent[],
): boolean {
  return after.some((each) => {
    if (each.kind === 'reassignment') return each.from === objection.cadreNo;
    if (each.kind !== 'ruling' || each.ruling !== 'released') return false;
    const ruled = all.find((one) => one.kind === 'objection' && one.id === each.objection);
    return ruled?.kind === 'objection' && ruled.cadreNo === objection.cadreNo;
  });
}

interface Limits {
  readonly checkWithin: number;
  readonly ruleWithin: number;
}

/** The duties that follow: a check first, then rulings in the order of their objections. */
export function expectedDuties(
  events: readonly FindingEvent[],
  named: readonly Responsible[],
  on: Day,
  { checkWithin, ruleWithin }: Limits,
) {
  const { report, objections } = expectedWaits(events, named, on);
  const due = (day: Day, within: number) =>
    new Date(Date.parse(day) + within * 86_400_000).toISOString().slice(0, 10);
  return [
    ...(report === null
      ? []
      : [{ kind: 'check', cadreNo: null, since: report, due: due(report, checkWithin) }]),
    ...objections.map(({ cadreNo, on: since }) => ({
      kind: 'rule',
      cadreNo,
      since,
      due: due(since, ruleWithin),
    })),
  ];
}
