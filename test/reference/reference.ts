// The reference: one round calculated from the facts by the contract's text alone, plainly and without floats.

import { type Count, countAll, emptyCount, type Taken } from './count.ts';
import { byCodePoint, hundredths, monthsBefore, pointsText } from './exact.ts';
import { type Decision, type Facts, MEASURES, type Measure, type Policy, type Requirement } from './facts.ts';
import { live } from './finding.ts';
import { rosterAt } from './roster.ts';

export { deadlineInForce, referenceStatus, responsibleAt } from './finding.ts';

type Step = 'new' | 'raised' | 'continued' | 'lowered' | 'cleared' | '';
type Movement = 'enter' | 'stay' | 'exit' | 'outside' | 'departed';
type InBy = 'tier' | 'kept' | 'decision' | '';

/** The columns of `standing` (section 4) that section 3 defines. */
export interface Line {
  readonly cadre_no: string;
  readonly counted: number;
  readonly pending: number;
  readonly overdue: number;
  readonly behind_tasks: number;
  readonly absences: number;
  readonly points: string;
  readonly measure: Measure;
  readonly step: Step;
  readonly was_in: boolean;
  readonly now_in: boolean;
  readonly in_by: InBy;
  readonly movement: Movement;
  readonly rounds_in: number;
  readonly commended: boolean;
  readonly proposed_measure: Measure;
  readonly proposed_now_in: boolean;
  readonly proposed_commended: boolean;
  readonly raised_by: '' | 'entries' | 'rounds' | 'entries;rounds';
  readonly late_pending: number;
}

/** The last closed round: its lines as corrected, its cutoff, the journal position of its closing. */
export interface ClosedRound extends Taken {
  readonly lines: readonly Line[];
}

export interface RoundInput {
  readonly facts: Facts;
  readonly policy: Policy;
  readonly cutoff: string;
  /** Every round closed before, oldest first. */
  readonly closed: readonly ClosedRound[];
  readonly decisions: readonly Decision[];
  readonly now: number;
  readonly all?: boolean;
}

interface Settled {
  readonly measure: Measure | undefined;
  readonly commended: boolean | undefined;
}

/** Section 3 from "Due" to "Lines": the lines of the round at `cutoff`, as the journal stood at `now`. */
export function referenceRound(input: RoundInput): Line[] {
  const { facts, cutoff, now } = input;
  const roster = rosterAt(facts, cutoff, now);
  const last = input.closed.at(-1);
  const previous = new Map(last?.lines.map((line) => [line.cadre_no, line]));
  const settled = standingDecisions(input.decisions, now);
  const counts = countAll({ ...input, previous: last });
  const drafts: { line: Line; points: bigint }[] = [];
  for (const cadre of facts.cadres) {
    if (!live(cadre, now)) continue;
    const before = previous.get(cadre.cadre_no);
    if (!roster.has(cadre.cadre_no)) {
      if (before?.now_in) drafts.push({ line: departedLine(cadre.cadre_no), points: 0n });
      continue;
    }
    const count = counts.get(cadre.cadre_no) ?? emptyCount();
    const decided = settled.get(cadre.cadre_no);
    const line = standing(cadre.cadre_no, count, before, decided, input);
    if (input.all === true || hasLine(line, decided)) drafts.push({ line, points: count.points });
  }
  return drafts.sort(inLineOrder).map((draft) => draft.line);
}

/** Section 3, "Decision": the last of each wins, `--clear` goes back to the proposal. */
function standingDecisions(decisions: readonly Decision[], now: number): Map<string, Settled> {
  const settled = new Map<string, Settled>();
  const inOrder = decisions.filter((each) => live(each, now)).sort((a, b) => a.recorded - b.recorded);
  for (const decision of inOrder) {
    if (decision.clear === true) {
      settled.delete(decision.cadre_no);
      continue;
    }
    const before = settled.get(decision.cadre_no);
    settled.set(decision.cadre_no, {
      measure: decision.measure ?? before?.measure,
      commended: decision.commended ?? before?.commended,
    });
  }
  return settled;
}

/** Section 3, "Measure": the last tier that the points reach. */
function measureOf(points: bigint, policy: Policy): Measure {
  const reached = policy.tiers.filter((tier) => points >= hundredths(tier.at_least) * 100n);
  return reached.at(-1)?.measure ?? 'none';
}

/** Section 3, "History": the measure that the points reach, or one step more. */
function raisedMeasure(
  cadre_no: string,
  points: bigint,
  before: Line | undefined,
  { policy, cutoff, closed }: RoundInput,
): { readonly measure: Measure; readonly raised_by: Line['raised_by'] } {
  const measure = measureOf(points, policy);
  const unchanged = { measure, raised_by: '' } as const;
  if (!inCircle(measure, policy)) return unchanged;
  const heavier = policy.tiers.find((tier) => tier.in_circle && heaviness(tier.measure) > heaviness(measure));
  if (heavier === undefined) return unchanged;
  const { window_months, raise_at_entries, raise_at_rounds } = policy.history;
  const was_in = before?.now_in ?? false;
  const own = closed.map(({ cutoff: on, lines }) => ({
    on,
    line: lines.find((line) => line.cadre_no === cadre_no),
  }));
  const entries = own.flatMap(({ on, line }) => (line?.movement === 'enter' ? [on] : []));
  if (!was_in) entries.push(cutoff);
  const counting = entries.filter((entry) => {
    const exit = own.findLast(({ on, line }) => on < entry && line?.movement === 'exit');
    return entry > monthsBefore(cutoff, window_months) && (exit?.line?.late_pending ?? 0) === 0;
  });
  const rounds = was_in ? (before?.rounds_in ?? 0) + 1 : 1;
  const why: string[] = [];
  if (raise_at_entries > 0 && counting.length >= raise_at_entries) why.push('entries');
  if (raise_at_rounds > 0 && rounds >= raise_at_rounds) why.push('rounds');
  if (why.length === 0) return unchanged;
  return { measure: heavier.measure, raised_by: why.join(';') as Line['raised_by'] };
}

function inCircle(measure: Measure, policy: Policy): boolean {
  return policy.tiers.some((tier) => tier.measure === measure && tier.in_circle);
}

function heaviness(measure: Measure): number {
  return measure === 'none' ? 0 : MEASURES.indexOf(measure) + 1;
}

/** Section 3, "Measure": the settled measure against that of the last closed round. */
function stepOf(measure: Measure, before: Measure): Step {
  if (measure === before) return measure === 'none' ? '' : 'continued';
  if (before === 'none') return 'new';
  if (measure === 'none') return 'cleared';
  return heaviness(measure) > heaviness(before) ? 'raised' : 'lowered';
}

function met(requirement: Requirement, count: Count): boolean {
  switch (requirement) {
    case 'no_counted_findings':
      return count.counted === 0 && count.pending === count.late_pending;
    case 'central_tasks_on_schedule':
      return count.behind_tasks === 0;
    case 'no_overdue_findings':
      return count.overdue === 0;
  }
}

/** Section 3, "Measure", "Circle", "Decision", "Commended", for a cadre on the roster. */
function standing(
  cadre_no: string,
  count: Count,
  before: Line | undefined,
  decided: Settled | undefined,
  input: RoundInput,
): Line {
  const { policy } = input;
  const was_in = before?.now_in ?? false;
  const { measure: proposed_measure, raised_by } = raisedMeasure(cadre_no, count.points, before, input);
  const byTier = inCircle(proposed_measure, policy);
  const kept = was_in && policy.exit.require.some((requirement) => !met(requirement, count));
  const proposed_now_in = byTier || kept;
  const measure = decided?.measure ?? proposed_measure;
  const now_in = decided?.measure === undefined ? proposed_now_in : inCircle(decided.measure, policy);
  return {
    cadre_no,
    counted: count.counted,
    pending: count.pending,
    overdue: count.overdue,
    behind_tasks: count.behind_tasks,
    absences: count.absences,
    points: pointsText(count.points),
    measure,
    step: stepOf(measure, before?.measure ?? 'none'),
    was_in,
    now_in,
    in_by: !now_in ? '' : decided?.measure !== undefined ? 'decision' : byTier ? 'tier' : 'kept',
    movement: was_in ? (now_in ? 'stay' : 'exit') : now_in ? 'enter' : 'outside',
    rounds_in: now_in ? (before?.rounds_in ?? 0) + 1 : 0,
    commended: decided?.commended ?? deserves(count, measure, now_in, policy),
    proposed_measure,
    proposed_now_in,
    proposed_commended: deserves(count, proposed_measure, proposed_now_in, policy),
    raised_by,
    late_pending: count.late_pending,
  };
}

function deserves(count: Count, measure: Measure, now_in: boolean, policy: Policy): boolean {
  if (now_in || measure !== 'none') return false;
  if (count.counted !== 0 || count.pending !== 0 || count.behind_tasks !== 0) return false;
  return count.rectified >= policy.commend.rectified_at_least && count.rectifiedLate === 0;
}

/** Section 3, "Circle": the one line of a member who is off the roster. */
function departedLine(cadre_no: string): Line {
  return {
    cadre_no,
    counted: 0,
    pending: 0,
    overdue: 0,
    behind_tasks: 0,
    absences: 0,
    points: '0',
    measure: 'none',
    step: '',
    was_in: true,
    now_in: false,
    in_by: '',
    movement: 'departed',
    rounds_in: 0,
    commended: false,
    proposed_measure: 'none',
    proposed_now_in: false,
    proposed_commended: false,
    raised_by: '',
    late_pending: 0,
  };
}

/** Section 3, "Lines": who has one in the sparse list. */
function hasLine(line: Line, decided: Settled | undefined): boolean {
  if (line.counted + line.pending + line.behind_tasks + line.absences !== 0) return true;
  return line.was_in || line.now_in || line.commended || decided !== undefined;
}

/** Section 3, "Lines": in first, heaviest measure first, points descending, number ascending. */
function inLineOrder(a: { line: Line; points: bigint }, b: { line: Line; points: bigint }): number {
  if (a.line.now_in !== b.line.now_in) return a.line.now_in ? -1 : 1;
  const measures = heaviness(b.line.measure) - heaviness(a.line.measure);
  if (measures !== 0) return measures;
  if (a.points !== b.points) return a.points > b.points ? -1 : 1;
  return byCodePoint(a.line.cadre_no, b.line.cadre_no);
}
