// Counts the findings of a round for its notice: what became of each, by source, area and station.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Finding, FindingNo } from '../../domain/findings/finding.ts';
import { applyEvent, deadlineInForce, startOf, stateAt } from '../../domain/findings/history.ts';
import type { FiguredFacts, FiguredWords } from '../../domain/round-figures.ts';
import { findingStation, stationOfLead } from '../../domain/station.ts';
import { checksInWindow } from '../checks.ts';
import { becauseFor, dueByBasis, type FindingAtCutoff, lookAt } from '../count.ts';

import { carriesWeight, type RoundRules } from '../rules.ts';
import { inWindow } from '../window.ts';
import { FiguresSum, type Outcome } from './figures-sum.ts';

/** What figures need of a finding to which nothing has happened, besides a similar one. */
export interface UntouchedFigures extends FiguredFacts {
  readonly findingNo: FindingNo;
  /** Says who leads on it. */
  readonly lead: () => CadreNo | undefined;
  /** Reads its description. */
  readonly text: () => string;
}

interface AlikeFigures {
  readonly outcome: Outcome | null;
  /** Whether the last round's list of what was due had it, if it was found and recorded by then. */
  readonly wasDue: boolean;
}

/** The figures of a round, added finding by finding. */
export class NoticeFigures {
  /** What has been added so far. */
  readonly sum = new FiguresSum();
  readonly #rules: RoundRules;
  readonly #onRoster: ReadonlySet<CadreNo>;
  readonly #stationOf: (cadreNo: CadreNo) => string;

  /** The figures of an untouched finding, by a similar one at the cutoff. */
  readonly #alike = new Map<FindingAtCutoff, AlikeFigures>();

  /** @param stationOf the station of a cadre at the cutoff: of findings that name none; the empty text where they are counted without */
  constructor(
    rules: RoundRules,
    onRoster: ReadonlySet<CadreNo>,
    stationOf: (cadreNo: CadreNo) => string = () => '',
  ) {
    this.#rules = rules;
    this.#onRoster = onRoster;
    this.#stationOf = stationOf;
  }

  /**
   * Takes in a finding to which nothing has happened, but for those who answer for it. Nothing was reported or objected
   * to, so that whoever answers has it counted.
   * @param at one that is alike, at the round's cutoff
   * @returns whether the round concerns it
   */
  takeUntouched(
    at: FindingAtCutoff,
    { findingNo, seq, foundOn, area, station: own, lead, text }: UntouchedFigures,
  ): boolean {
    const { sum } = this;
    let alike = this.#alike.get(at);
    if (alike === undefined) {
      const last = this.#rules.previous?.cutoff ?? this.#rules.cutoff;
      alike = { outcome: this.#outcomeOf(at, []), wasDue: this.#wasDue({ ...at.finding, foundOn: last }, 0) };
      this.#alike.set(at, alike);
    }
    if (at.deadline === null && this.#rules.policy.count.basis === 'due') sum.counts.withoutDeadline += 1;
    const { outcome, wasDue } = alike;
    if (outcome === null) return false;
    const { source, severity } = at.finding;
    const station = own === '' ? stationOfLead(lead(), this.#stationOf) : own;
    sum.addFinding(outcome, at.overdue, { source, area, station });
    sum.addExample(area, { findingNo, severity, weeks: at.weeksOverdue }, text);
    const previous = this.#rules.previous;
    const wasThere = previous !== null && seq <= previous.closedAt && foundOn <= previous.cutoff;
    if (!wasThere || !wasDue) sum.counts.added += 1;
    return true;
  }

  /**
   * Takes in a finding (CLERK.md, notice, section 一): nothing but its checks when the round does not concern it.
   * @param at the finding at the round's cutoff, where it has been looked at already
   */
  take(finding: Finding, row: FiguredWords, at: FindingAtCutoff = lookAt(finding, this.#rules.cutoff)): void {
    const { sum } = this;
    this.#takeChecks(finding);
    if (at.outstanding && at.deadline === null && this.#rules.policy.count.basis === 'due')
      sum.counts.withoutDeadline += 1;
    const answering = this.#answering(at);
    const outcome = this.#outcomeOf(at, answering);
    if (outcome === null) return;
    const area = row.area ?? '';
    const { station } = findingStation(row.station, at.state.responsible, this.#stationOf);
    sum.addFinding(outcome, at.overdue, { source: finding.source, area, station });
    for (const cadreNo of answering) sum.addCadre(cadreNo);
    if (outcome === 'notRectified') {
      const { findingNo, severity } = finding;
      sum.addExample(area, { findingNo, severity, weeks: at.weeksOverdue }, () => row.description);
    }
    if (this.#wasDue(finding, row.seq))
      sum.counts.rectifiedSince += Number(outcome === 'inTime' || outcome === 'late');
    else sum.counts.added += 1;
  }

  #takeChecks(finding: Finding): void {
    if (finding.events.length === 0) return;
    const { counts } = this.sum;
    for (const { days } of checksInWindow(finding, this.#rules.cutoff, this.#rules.previous)) {
      counts.checks += 1;
      if (days === null) continue;
      counts.checksTimed += 1;
      counts.checkDays += days;
    }
  }

  #outcomeOf(at: FindingAtCutoff, answering: readonly CadreNo[]): Outcome | null {
    const { settled } = at.state;
    if (settled !== null) {
      if (settled.status !== 'rectified') return null;
      if (!inWindow(settled.on, settled.seq, this.#rules.cutoff, this.#rules.previous)) return null;
      return rectifiedInTime(at) ? 'inTime' : 'late';
    }
    if (!at.outstanding) return null;
    if (!dueByBasis(at, this.#rules.cutoff, this.#rules.policy))
      return this.#extendedInWindow(at) ? 'extended' : null;
    if (answering.length === 0) return 'notRectified';
    let objected = false;
    for (const cadreNo of answering) {
      const { outcome, why } = becauseFor(at, cadreNo, this.#rules);
      if (outcome === 'counted') return 'notRectified';
      objected ||= why === 'objected';
    }
    return objected ? 'objected' : 'waiting';
  }

  /** Those who answer for a finding: responsible, with weight, on the roster. */
  #answering(at: FindingAtCutoff): CadreNo[] {
    const answering: CadreNo[] = [];
    for (const [cadreNo, role] of at.state.responsible) {
      if (this.#onRoster.has(cadreNo) && carriesWeight(this.#rules.policy, role)) answering.push(cadreNo);
    }
    return answering;
  }

  /** Whether only an extension granted in the window keeps the finding from being due. */
  #extendedInWindow({ finding }: FindingAtCutoff): boolean {
    const state = startOf(finding.named);
    for (const event of finding.events) {
      if (event.on > this.#rules.cutoff) break;
      const before = deadlineInForce(finding, state, event.on);
      applyEvent(state, event);
      if (event.kind !== 'extension' || before === null || before > this.#rules.cutoff) continue;
      if (inWindow(event.on, event.seq, this.#rules.cutoff, this.#rules.previous)) return true;
    }
    return false;
  }

  /** Whether the last round's list of what was due had the finding. @param seq the entry that recorded it */
  #wasDue(finding: Finding, seq: number): boolean {
    const previous = this.#rules.previous;
    if (previous === null || seq > previous.closedAt) return false;
    const known = finding.events.filter((event) => event.seq <= previous.closedAt);
    const before = lookAt({ ...finding, events: known }, previous.cutoff);
    return before.outstanding && dueByBasis(before, previous.cutoff, this.#rules.policy);
  }
}

/** Whether a rectified finding was completed by the deadline in force that day (contract, section 3, "Commended"). */
export function rectifiedInTime({ finding, state }: Pick<FindingAtCutoff, 'finding' | 'state'>): boolean {
  const completedOn = state.completion?.on ?? state.settled?.on;
  if (completedOn === undefined) return false;
  const deadline = deadlineInForce(finding, stateAt(finding, completedOn), completedOn);
  return deadline === null || completedOn <= deadline;
}
