// Counts the findings of a round for its notice: what became of each, by source, area and station.
import type { CadreNo } from '../domain/cadre.ts';
import type { Day } from '../domain/day.ts';
import type { Finding } from '../domain/finding.ts';
import { applyEvent, deadlineInForce, startOf, stateAt } from '../domain/history.ts';
import type { Policy } from '../domain/policy.ts';
import type { Since } from '../domain/round.ts';
import type { FiguredRow } from '../ledger/figured-findings.ts';
import { checksInWindow } from '../scoring/checks.ts';
import { becauseFor, dueByBasis, type FindingAtCutoff, lookAt } from '../scoring/count.ts';
import { carriesWeight } from '../scoring/rules.ts';
import { inWindow } from '../scoring/window.ts';
import { FiguresSum, type Outcome } from './figures-sum.ts';

/** The figures of a round, taken in finding by finding. */
export class NoticeFigures {
  /** What has been taken in so far. */
  readonly sum = new FiguresSum();
  readonly #cutoff: Day;
  readonly #policy: Policy;
  readonly #previous: Since;
  readonly #onRoster: ReadonlySet<CadreNo>;

  constructor(cutoff: Day, policy: Policy, previous: Since, onRoster: ReadonlySet<CadreNo>) {
    this.#cutoff = cutoff;
    this.#policy = policy;
    this.#previous = previous;
    this.#onRoster = onRoster;
  }

  /**
   * Takes in a finding (CLERK.md, notice, section 一): nothing but its checks when the round does not concern it.
   * @param at the finding at the round's cutoff, where it has been looked at already
   */
  take(
    finding: Finding,
    row: Pick<FiguredRow, 'seq' | 'area' | 'station' | 'description'>,
    at: FindingAtCutoff = lookAt(finding, this.#cutoff),
  ): void {
    const { sum } = this;
    this.#takeChecks(finding);
    if (at.outstanding && at.deadline === null && this.#policy.count.basis === 'due')
      sum.counts.withoutDeadline += 1;
    const answering = this.#answering(at);
    const outcome = this.#outcomeOf(at, answering);
    if (outcome === null) return;
    const area = row.area ?? '';
    sum.addFinding(outcome, at.overdue, { source: finding.source, area, station: row.station ?? '' });
    for (const cadreNo of answering) sum.addCadre(cadreNo);
    if (outcome === 'notRectified') {
      const { findingNo, severity } = finding;
      sum.addExample(area, { text: row.description, findingNo, severity, weeks: at.weeksOverdue });
    }
    if (this.#wasDue(finding, row.seq))
      sum.counts.rectifiedSince += Number(outcome === 'inTime' || outcome === 'late');
    else sum.counts.added += 1;
  }

  #takeChecks(finding: Finding): void {
    if (finding.events.length === 0) return;
    const { counts } = this.sum;
    for (const { days } of checksInWindow(finding, this.#cutoff, this.#previous)) {
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
      if (!inWindow(settled.on, settled.seq, this.#cutoff, this.#previous)) return null;
      return rectifiedInTime(at) ? 'inTime' : 'late';
    }
    if (!at.outstanding) return null;
    if (!dueByBasis(at, this.#cutoff, this.#policy)) return this.#extendedInWindow(at) ? 'extended' : null;
    if (answering.length === 0) return 'notRectified';
    let objected = false;
    for (const cadreNo of answering) {
      const { outcome, why } = becauseFor(at, cadreNo, this.#cutoff, this.#policy);
      if (outcome === 'counted') return 'notRectified';
      objected ||= why === 'objected';
    }
    return objected ? 'objected' : 'waiting';
  }

  /** Those who answer for a finding: responsible, with weight, on the roster. */
  #answering(at: FindingAtCutoff): CadreNo[] {
    const answering: CadreNo[] = [];
    for (const [cadreNo, role] of at.state.responsible) {
      if (this.#onRoster.has(cadreNo) && carriesWeight(this.#policy, role)) answering.push(cadreNo);
    }
    return answering;
  }

  /** Whether only an extension granted in the window keeps the finding from being due. */
  #extendedInWindow({ finding }: FindingAtCutoff): boolean {
    const state = startOf(finding.named);
    for (const event of finding.events) {
      if (event.on > this.#cutoff) break;
      const before = deadlineInForce(finding, state, event.on);
      applyEvent(state, event);
      if (event.kind !== 'extension' || before === null || before > this.#cutoff) continue;
      if (inWindow(event.on, event.seq, this.#cutoff, this.#previous)) return true;
    }
    return false;
  }

  /** Whether the last round's list of what was due had the finding. @param seq the entry that recorded it */
  #wasDue(finding: Finding, seq: number): boolean {
    const previous = this.#previous;
    if (previous === null || seq > previous.closedAt) return false;
    const known = finding.events.filter((event) => event.seq <= previous.closedAt);
    const before = lookAt({ ...finding, events: known }, previous.cutoff);
    return before.outstanding && dueByBasis(before, previous.cutoff, this.#policy);
  }
}

/** Whether a rectified finding was completed by the deadline in force that day (contract, section 3, "Commended"). */
export function rectifiedInTime({ finding, state }: Pick<FindingAtCutoff, 'finding' | 'state'>): boolean {
  const completedOn = state.completion?.on ?? state.settled?.on;
  if (completedOn === undefined) return false;
  const deadline = deadlineInForce(finding, stateAt(finding, completedOn), completedOn);
  return deadline === null || completedOn <= deadline;
}
