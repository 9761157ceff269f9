// Counts the findings of a round for its notice: what became of each, by source, area and station.
import type { CadreNo } from '../domain/cadre.ts';
import type { Day } from '../domain/day.ts';
import type { Finding } from '../domain/finding.ts';
import { applyEvent, deadlineInForce, startOf, stateAt } from '../domain/history.ts';
import type { Figures, GroupFigures, MainProblem } from '../domain/notice.ts';
import type { Policy } from '../domain/policy.ts';
import type { PreviousRound } from '../domain/round.ts';
import { byCodePoint } from '../domain/text.ts';
import type { FindingRow } from '../ledger/findings.ts';
import { dueByBasis, type FindingAtCutoff, judge, lookAt } from '../scoring/count.ts';
import { carriesWeight } from '../scoring/rules.ts';
import { inWindow } from '../scoring/window.ts';

const EXAMPLES = 3;

/** The last closed round as far as the figures ask. */
export type Since = Pick<PreviousRound, 'cutoff' | 'closedAt'> | null;

type Outcome = Exclude<keyof Figures, 'findings' | 'overdue'>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Example {
  readonly text: string;
  readonly findingNo: string;
  readonly severity: number;
  readonly weeks: number;
}

const none = (): Mutable<Figures> => ({
  ...{ findings: 0, inTime: 0, late: 0, waiting: 0, objected: 0, extended: 0, notRectified: 0, overdue: 0 },
});

/** The figures of a round, taken in finding by finding. */
export class NoticeFigures {
  readonly totals = none();
  withoutDeadline = 0;
  added = 0;
  rectifiedSince = 0;
  readonly #cutoff: Day;
  readonly #policy: Policy;
  readonly #previous: Since;
  readonly #onRoster: ReadonlySet<CadreNo>;
  readonly #cadres = new Set<CadreNo>();
  readonly #sources = new Map<string, Mutable<Figures>>();
  readonly #areas = new Map<string, Mutable<Figures>>();
  readonly #stations = new Map<string, Mutable<Figures>>();
  readonly #problems = new Map<string, { count: number; examples: Example[] }>();

  constructor(cutoff: Day, policy: Policy, previous: Since, onRoster: ReadonlySet<CadreNo>) {
    this.#cutoff = cutoff;
    this.#policy = policy;
    this.#previous = previous;
    this.#onRoster = onRoster;
  }

  /** Takes in a finding (CLERK.md, notice, section 一): nothing when the round does not concern it. */
  take(finding: Finding, row: FindingRow): void {
    const at = lookAt(finding, this.#cutoff);
    if (at.outstanding && at.deadline === null && this.#policy.count.basis === 'due')
      this.withoutDeadline += 1;
    const outcome = this.#outcomeOf(at);
    if (outcome === null) return;
    const groups = [
      group(this.#sources, row.source),
      group(this.#areas, row.area ?? ''),
      group(this.#stations, row.station ?? ''),
    ];
    for (const figures of [this.totals, ...groups]) {
      figures.findings += 1;
      figures[outcome] += 1;
      if (outcome === 'notRectified' && at.overdue) figures.overdue += 1;
    }
    for (const cadreNo of this.#answering(at)) this.#cadres.add(cadreNo);
    if (outcome === 'notRectified') this.#takeProblem(at, row);
    if (this.#wasDue(finding, row)) this.rectifiedSince += Number(outcome === 'inTime' || outcome === 'late');
    else this.added += 1;
  }

  #outcomeOf(at: FindingAtCutoff): Outcome | null {
    const { settled } = at.state;
    if (settled !== null) {
      if (settled.status !== 'rectified') return null;
      if (!inWindow(settled.on, settled.seq, this.#cutoff, this.#previous)) return null;
      return rectifiedInTime(at) ? 'inTime' : 'late';
    }
    if (!at.outstanding) return null;
    if (!dueByBasis(at, this.#cutoff, this.#policy)) return this.#extendedInWindow(at) ? 'extended' : null;
    const why = new Set(
      this.#answering(at)
        .map((cadreNo) => judge(at, cadreNo, this.#cutoff, this.#policy))
        .map((each) => each.why),
    );
    if (why.has('due') || why.has('outstanding') || why.size === 0) return 'notRectified';
    return why.has('objected') ? 'objected' : 'waiting';
  }

  /** Those who answer for a finding: responsible, with weight, on the roster. */
  #answering(at: FindingAtCutoff): CadreNo[] {
    return [...at.state.responsible]
      .filter(([cadreNo, role]) => this.#onRoster.has(cadreNo) && carriesWeight(this.#policy, role))
      .map(([cadreNo]) => cadreNo);
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

  /** Whether the last round's list of what was due had the finding. */
  #wasDue(finding: Finding, row: FindingRow): boolean {
    const previous = this.#previous;
    if (previous === null || row.seq > previous.closedAt) return false;
    const known = finding.events.filter((event) => event.seq <= previous.closedAt);
    const before = lookAt({ ...finding, events: known }, previous.cutoff);
    return before.outstanding && dueByBasis(before, previous.cutoff, this.#policy);
  }

  #takeProblem(at: FindingAtCutoff, row: FindingRow): void {
    const area = row.area ?? '';
    const problem = this.#problems.get(area) ?? { count: 0, examples: [] };
    this.#problems.set(area, problem);
    problem.count += 1;
    if (problem.examples.some((each) => each.text === row.description)) return;
    const { finding_no: findingNo, severity } = row;
    problem.examples.push({ text: row.description, findingNo, severity, weeks: at.weeksOverdue });
    problem.examples.sort(gravestFirst).splice(EXAMPLES);
  }

  get cadres(): number {
    return this.#cadres.size;
  }
  get bySource(): GroupFigures[] {
    return listed(this.#sources);
  }
  get byArea(): GroupFigures[] {
    return listed(this.#areas);
  }
  get byStation(): GroupFigures[] {
    return listed(this.#stations);
  }
  /** Areas with the most first. */
  get problems(): MainProblem[] {
    return [...this.#problems]
      .map(([area, { count, examples }]) => ({ area, count, examples: examples.map((each) => each.text) }))
      .sort((left, right) => right.count - left.count || byCodePoint(left.area, right.area));
  }
}

/** Whether a rectified finding was completed by the deadline in force that day (contract, section 3, "Commended"). */
export function rectifiedInTime({ finding, state }: Pick<FindingAtCutoff, 'finding' | 'state'>): boolean {
  const completedOn = state.completion?.on ?? state.settled?.on;
  if (completedOn === undefined) return false;
  const deadline = deadlineInForce(finding, stateAt(finding, completedOn), completedOn);
  return deadline === null || completedOn <= deadline;
}

function group(groups: Map<string, Mutable<Figures>>, name: string): Mutable<Figures> {
  const figures = groups.get(name) ?? none();
  groups.set(name, figures);
  return figures;
}

function listed(groups: ReadonlyMap<string, Figures>): GroupFigures[] {
  return [...groups]
    .map(([name, figures]) => ({ name, figures }))
    .sort(
      (left, right) => right.figures.findings - left.figures.findings || byCodePoint(left.name, right.name),
    );
}

function gravestFirst(left: Example, right: Example): number {
  return (
    right.severity - left.severity || right.weeks - left.weeks || byCodePoint(left.findingNo, right.findingNo)
  );
}
