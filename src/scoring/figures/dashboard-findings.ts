// Counts the findings for the page: each is walked once, past the cutoffs of all rounds shown.
import type { AgeBand, DashboardGroup, LateChecks } from '../../domain/dashboard.ts';
import { type Day, daysBetween } from '../../domain/days/day.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import { statusAt } from '../../domain/findings/finding-status.ts';
import {
  applyEvent,
  deadlineInForce,
  type FindingState,
  type Settled,
  startOf,
} from '../../domain/findings/history.ts';
import { byCodePoint } from '../../domain/texts/text.ts';
import { waitBegins } from '../pending.ts';
import { rectifiedInTime } from './notice-figures.ts';

const AGES = [0, 8, 31, 61, 91, 181] as const;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A round as far as its windows ask: its cutoff, and the journal position at its closing; null while it is open. */
export interface FiguredRound {
  readonly cutoff: Day;
  readonly closedAt: number | null;
}

/** What of a round's figures comes from findings. */
export interface FindingTotals {
  found: number;
  rectified: number;
  inTime: number;
  withdrawn: number;
  outstanding: number;
  overdue: number;
}

/** Under which names a finding is counted, given those responsible at the last cutoff. */
export interface GroupNames {
  readonly source: string;
  readonly area: string;
  readonly station: string;
  readonly unit: string;
  readonly leaders: readonly string[];
}

export type GroupKind = 'leader' | 'unit' | 'station' | 'source' | 'area';
type Kept = Mutable<Omit<DashboardGroup, 'inCircle'>>;

/** The figures, added finding by finding. All go by the days on which things happened, as the ledger has them now. */
export class DashboardFindings {
  readonly totals: readonly FindingTotals[];
  withoutDeadline = 0;
  waiting = 0;
  readonly #rounds: readonly FiguredRound[];
  readonly #since: FiguredRound | null;
  readonly #checkLimit: number;
  readonly #groups = new Map<GroupKind, Map<string, Kept>>();
  readonly #late = new Map<string, Mutable<LateChecks>>();
  readonly #ages: readonly Mutable<AgeBand>[];

  /**
   * @param rounds those to be counted, oldest first, at least one
   * @param since the round before the first, if any
   * @param checkLimit for how many days a check may be waited for before it is late
   */
  constructor(rounds: readonly FiguredRound[], since: FiguredRound | null, checkLimit: number) {
    this.#checkLimit = checkLimit;
    this.#rounds = rounds;
    this.#since = since;
    const zero = { found: 0, rectified: 0, inTime: 0, withdrawn: 0, outstanding: 0, overdue: 0 };
    this.totals = rounds.map(() => ({ ...zero }));
    this.#ages = AGES.map((from, at) => {
      const next = AGES[at + 1];
      return { from, to: next === undefined ? null : next - 1, notDue: 0, withoutDeadline: 0, overdue: 0 };
    });
  }

  /** Takes in a finding. @param namesOf the groups it belongs to, asked only when it is counted in one */
  take(finding: Finding, namesOf: (state: FindingState) => GroupNames): void {
    const last = this.#rounds.length - 1;
    const state = startOf(finding.named);
    let next = 0;
    for (const [at, { cutoff }] of this.#rounds.entries()) {
      const totals = this.totals[at];
      if (totals === undefined || finding.foundOn > cutoff) continue;
      const before = at === 0 ? this.#since : (this.#rounds[at - 1] ?? null);
      if (before === null || finding.foundOn > before.cutoff) totals.found += 1;
      for (let event = finding.events[next]; event !== undefined && event.on <= cutoff; ) {
        applyEvent(state, event);
        next += 1;
        event = finding.events[next];
      }
      if (state.settled !== null) {
        const settledIn = this.#roundOf(state.settled);
        const into = this.totals[settledIn];
        if (into !== undefined) this.#takeSettled(finding, state, into, settledIn === last, namesOf);
        return;
      }
      totals.outstanding += 1;
      const deadline = deadlineInForce(finding, state, cutoff);
      if (deadline !== null && deadline < cutoff) totals.overdue += 1;
      if (at === last) this.#takeOutstanding(finding, state, deadline, cutoff, namesOf(state));
    }
  }

  /** The round whose window has a settlement, as the notice counts it: the first that knew of it. -1: one before, or none yet. */
  #roundOf({ on, seq, windowSeq = seq }: Settled): number {
    const knows = ({ cutoff, closedAt }: FiguredRound): boolean =>
      on <= cutoff && (closedAt === null || windowSeq <= closedAt);
    return this.#since !== null && knows(this.#since) ? -1 : this.#rounds.findIndex(knows);
  }

  #takeSettled(
    finding: Finding,
    state: FindingState,
    totals: FindingTotals,
    inLast: boolean,
    namesOf: (state: FindingState) => GroupNames,
  ): void {
    if (state.settled?.status !== 'rectified') {
      totals.withdrawn += 1;
      return;
    }
    const inTime = rectifiedInTime({ finding, state });
    totals.rectified += 1;
    if (inTime) totals.inTime += 1;
    for (const group of this.#groupsOf(namesOf(state))) {
      group.rectifiedInAll += 1;
      if (inTime) group.inTimeInAll += 1;
      if (inLast) group.rectified += 1;
    }
  }

  #takeOutstanding(
    finding: Finding,
    state: FindingState,
    deadline: Day | null,
    cutoff: Day,
    names: GroupNames,
  ): void {
    const overdue = deadline !== null && deadline < cutoff;
    const waits = statusAt(finding, state, cutoff) === 'reported';
    for (const group of this.#groupsOf(names)) {
      group.outstanding += 1;
      if (overdue) group.overdue += 1;
      if (waits) group.waiting += 1;
    }
    if (deadline === null) this.withoutDeadline += 1;
    const age = daysBetween(finding.foundOn, cutoff);
    const band = this.#ages.findLast((each) => age >= each.from);
    if (band !== undefined) band[overdue ? 'overdue' : deadline === null ? 'withoutDeadline' : 'notDue'] += 1;
    if (waits && state.firstReport !== null)
      this.#takeWaiting(names.station, daysBetween(waitBegins(state.firstReport), cutoff));
  }

  #takeWaiting(station: string, days: number): void {
    this.waiting += 1;
    const late = this.#late.get(station) ?? { station, waiting: 0, late: 0, longest: 0 };
    this.#late.set(station, late);
    late.waiting += 1;
    if (days > this.#checkLimit) late.late += 1;
    late.longest = Math.max(late.longest, days);
  }

  #groupsOf({ source, area, station, unit, leaders }: GroupNames): Kept[] {
    return [
      ...[this.#group('source', source), this.#group('area', area)],
      ...[this.#group('station', station), this.#group('unit', unit)],
      ...leaders.map((leader) => this.#group('leader', leader)),
    ];
  }

  #group(kind: GroupKind, name: string): Kept {
    const groups = this.#groups.get(kind) ?? new Map<string, Kept>();
    this.#groups.set(kind, groups);
    const none = { outstanding: 0, overdue: 0, waiting: 0, rectified: 0, rectifiedInAll: 0, inTimeInAll: 0 };
    const group = groups.get(name) ?? { name, ...none };
    groups.set(name, group);
    return group;
  }

  /** The groups of a kind: most overdue first, then most outstanding, then by name. @param people members of the circle by group */
  groups(kind: GroupKind, people: ReadonlyMap<string, number> | null): DashboardGroup[] {
    for (const name of people?.keys() ?? []) this.#group(kind, name);
    return [...(this.#groups.get(kind)?.values() ?? [])]
      .map((group) => ({ ...group, inCircle: people === null ? null : (people.get(group.name) ?? 0) }))
      .sort(
        (left, right) =>
          right.overdue - left.overdue ||
          right.outstanding - left.outstanding ||
          right.rectifiedInAll - left.rectifiedInAll ||
          byCodePoint(left.name, right.name),
      );
  }

  /** Where checks are waited for: most late ones first. */
  get lateChecks(): LateChecks[] {
    return [...this.#late.values()].sort(
      (left, right) =>
        right.late - left.late || right.longest - left.longest || byCodePoint(left.station, right.station),
    );
  }

  get ages(): readonly AgeBand[] {
    return this.#ages;
  }
}
