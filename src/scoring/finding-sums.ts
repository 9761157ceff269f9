// Sums of a round's findings for each cadre on the roster.
import type { CadreNo } from '../domain/cadre.ts';
import { type Finding, type FindingNo, inRole, roles } from '../domain/findings/finding.ts';
import { everNamed } from '../domain/findings/history.ts';
import { rectifiedFor } from './commend.ts';
import { type FindingAtCutoff, judge, judgementOf, lookAt, reasonFrom } from './count.ts';
import type { Tallied } from './line.ts';
import type { FindingReason, Judgement, PlanOptions, RectifiedReason } from './reasons.ts';
import { carriesWeight, type RoundRules } from './rules.ts';
import { type Alike, AlikeFindings, isUntouched } from './untouched.ts';

/** The sums of a cadre, by their place. Points are ten-thousandths. */
const [COUNTED, PENDING, LATE, OVERDUE, POINTS, RECTIFIED, IN_TIME, SUMS] = [0, 1, 2, 3, 4, 5, 6, 7];

/** The sums of findings for one cadre. */
type FindingTally = Pick<
  Tallied,
  'counted' | 'pending' | 'latePending' | 'overdue' | 'points' | 'rectified' | 'rectifiedInTime'
>;

/** An untouched finding whose kind is known. */
export interface UntouchedOne extends Pick<Finding, 'id' | 'findingNo'> {
  /** See `alikeBy`. */
  readonly kind: string;
  /** See `inRole`. */
  readonly named: readonly number[];
}

/** The reasons of a cadre that somebody asks for. */
interface Kept {
  readonly findings: FindingReason[];
  readonly rectified: RectifiedReason[];
}

/** Findings while they are added one by one, in the order of their ids. */
export class FindingSums {
  readonly #round: RoundRules;
  readonly #options: PlanOptions;
  readonly #alike: AlikeFindings;
  readonly #roster: readonly CadreNo[];
  /** The place of each cadre on the roster. */
  readonly #places = new Map<CadreNo, number>();
  readonly #kept = new Map<CadreNo, Kept>();
  readonly #sums: Float64Array;
  #withoutDeadline = 0;
  readonly #withoutResponsible: FindingNo[] = [];

  /** @param roster everybody on the roster at the cutoff */
  constructor(round: RoundRules, roster: Iterable<CadreNo>, options: PlanOptions = {}) {
    this.#round = round;
    this.#options = options;
    this.#alike = new AlikeFindings(round);
    this.#roster = [...roster];
    for (const cadreNo of this.#roster) {
      this.#places.set(cadreNo, this.#places.size);
      if (options.reasonsOf?.(cadreNo) ?? true) this.#kept.set(cadreNo, { findings: [], rectified: [] });
    }
    this.#sums = new Float64Array(this.#places.size * SUMS);
  }

  /** Takes in a finding (contract, section 3, "A finding at day D" to "Points"). */
  take(finding: Finding): void {
    // Reasons cover every finding, even those that count for no one.
    if (this.#kept.size === 0 && isUntouched(finding)) this.#takeUntouched(finding);
    else this.#takeWhole(finding);
  }

  #takeUntouched(finding: Finding): void {
    const named = finding.named.map(({ cadreNo, role }) =>
      inRole(this.placeOf(cadreNo), roles.indexOf(role)),
    );
    this.#takeAlike(finding, this.#alike.alikeTo(finding), named);
  }

  /** The place of a cadre on the roster. */
  placeOf(cadreNo: CadreNo): number | undefined {
    return this.#places.get(cadreNo);
  }

  /**
   * Adds an untouched finding by its kind; only where no reasons were asked for.
   * @param whole gives one of its kind, where none has been judged yet
   * @returns one that is alike, at the cutoff
   */
  takeUntouched(finding: UntouchedOne, whole: (kind: string) => Finding): FindingAtCutoff {
    const alike = this.#alike.alikeBy(finding.kind, whole);
    this.#takeAlike(finding, alike, finding.named);
    return alike.at;
  }

  /** @param named see `inRole` */
  #takeAlike(finding: Pick<Finding, 'id' | 'findingNo'>, alike: Alike, named: readonly number[]): void {
    const { policy } = this.#round;
    if (!alike.at.outstanding) return;
    if (policy.count.basis === 'due' && alike.at.deadline === null) this.#withoutDeadline += 1;
    let answered = false;
    for (const each of named) {
      if (each < 0) continue;
      const role = each % roles.length;
      const place = (each - role) / roles.length;
      const judgement = alike.judgementIn(role);
      if (carriesWeight(policy, roles[role] ?? 'lead')) answered = true;
      this.#add(place, finding, this.#roster[place] as CadreNo, judgement, true);
    }
    if (!answered) this.#withoutResponsible.push(finding.findingNo);
  }

  #takeWhole(finding: Finding): void {
    const { cutoff, policy, previous } = this.#round;
    const at = lookAt(finding, cutoff);
    if (at.outstanding) this.#takeOutstanding(at);
    for (const reason of rectifiedFor(finding, at.state, cutoff, previous, policy)) {
      const place = this.#places.get(reason.cadreNo);
      if (place === undefined) continue;
      this.#raise(place, RECTIFIED, 1);
      if (reason.inTime) this.#raise(place, IN_TIME, 1);
      this.#kept.get(reason.cadreNo)?.rectified.push(reason);
      this.#options.onReason?.({ about: 'rectified', reason });
    }
    if (this.#kept.size > 0) this.#keepUncounted(at);
  }

  #takeOutstanding(at: FindingAtCutoff): void {
    const { policy } = this.#round;
    const { finding } = at;
    if (policy.count.basis === 'due' && at.deadline === null) this.#withoutDeadline += 1;
    let answered = false;
    for (const [cadreNo, role] of at.state.responsible) {
      const place = this.#places.get(cadreNo);
      if (place === undefined) continue;
      if (carriesWeight(policy, role)) answered = true;
      const judgement = judgementOf(at, cadreNo, this.#round);
      this.#kept.get(cadreNo)?.findings.push(reasonFrom(finding, cadreNo, judgement));
      this.#add(place, finding, cadreNo, judgement, false);
    }
    if (!answered) this.#withoutResponsible.push(finding.findingNo);
  }

  #add(
    place: number,
    finding: Pick<Finding, 'id' | 'findingNo'>,
    cadreNo: CadreNo,
    judgement: Judgement,
    shared: boolean,
  ): void {
    if (judgement.outcome === 'not_counted') return;
    this.#options.onReason?.({ about: 'finding', finding, cadreNo, judgement, shared });
    if (judgement.outcome === 'pending') {
      this.#raise(place, PENDING, 1);
      if (judgement.late.length > 0) this.#raise(place, LATE, 1);
      return;
    }
    this.#raise(place, COUNTED, 1);
    this.#raise(place, POINTS, judgement.points?.total ?? 0);
    if (judgement.overdue) this.#raise(place, OVERDUE, 1);
  }

  #raise(place: number, sum: number, by: number): void {
    const at = place * SUMS + sum;
    this.#sums[at] = (this.#sums[at] ?? 0) + by;
  }

  /** Keeps findings that no longer affect a line, for those who ask for reasons only. */
  #keepUncounted(at: FindingAtCutoff): void {
    for (const cadreNo of everNamed(at.state)) {
      if (at.outstanding && at.state.responsible.has(cadreNo)) continue;
      this.#kept.get(cadreNo)?.findings.push(judge(at, cadreNo, this.#round));
    }
  }

  get withoutDeadline(): number {
    return this.#withoutDeadline;
  }

  get withoutResponsible(): readonly FindingNo[] {
    return this.#withoutResponsible;
  }

  /** The sums of the findings for a cadre on the roster. */
  of(cadreNo: CadreNo): FindingTally {
    const from = (this.#places.get(cadreNo) ?? 0) * SUMS;
    const sum = (which: number): number => this.#sums[from + which] ?? 0;
    return {
      counted: sum(COUNTED),
      pending: sum(PENDING),
      overdue: sum(OVERDUE),
      points: sum(POINTS),
      latePending: sum(LATE),
      rectified: sum(RECTIFIED),
      rectifiedInTime: sum(IN_TIME),
    };
  }

  /** The reasons of a cadre, or null when they were not asked for. */
  reasonsOf(cadreNo: CadreNo): Kept | null {
    return this.#kept.get(cadreNo) ?? null;
  }
}
