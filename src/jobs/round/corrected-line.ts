// A cadre's line in a closed round as it should have been: without what was reversed since, with what replaces it,
// never heavier.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import { type Decision, type PreviousLine, weightOf } from '../../domain/round.ts';
import type { Absence, Task } from '../../domain/work/task.ts';
import { taskResponsibleAt } from '../../domain/work/task-history.ts';
import type { CadreWithId } from '../../ledger/cadres/cadres.ts';
import { View } from '../../ledger/facts/view.ts';
import { findingsChosen } from '../../ledger/findings/findings.ts';
import { findingsOfCadre } from '../../ledger/findings/selections.ts';
import type { MeasureGiven } from '../../ledger/rounds/correction-measures.ts';
import type { IncludedFact } from '../../ledger/rounds/corrections.ts';
import { fromStanding, type StandingRow, toStanding } from '../../ledger/rounds/standings.ts';
import { judgementOf, lookAt } from '../../scoring/count.ts';
import { lineOf, tallyOf } from '../../scoring/line.ts';
import { planRound } from '../../scoring/plan-round.ts';
import type { RoundInput } from '../../scoring/round-input.ts';
import { taskAt } from '../../scoring/tasks.ts';
import { factId } from '../lookups/fact-id.ts';
import { ownFrame, roundInputFor } from './round-frame.ts';

type Line = ReturnType<typeof fromStanding>;

/** What a line is planned from. */
export interface LineAsked {
  readonly view: View;
  readonly round: number;
  readonly cadre: CadreWithId;
  /** The line that counts so far; undefined when there is none. */
  readonly counting: StandingRow | undefined;
  readonly included: readonly IncludedFact[];
  /** The last journal entry whose reversals count. */
  readonly reversedBy: number;
  /** The measure that an upheld appeal gives, where it is lighter than that of the facts. */
  readonly given?: MeasureGiven | undefined;
  /** The line of the round before, where it is not the one that the ledger has. */
  readonly before?: PreviousLine | undefined;
}

export interface CorrectedLine {
  /** The line as corrected; undefined when the round should have had none and has none, or all would be heavier. */
  readonly line: Line | undefined;
  /** Whether the reversals alone would make it heavier or put the cadre in: such facts count from the next round on. */
  readonly heavier: boolean;
}

/** Whether a line weighs more than another: a heavier measure, or in the circle where the other is not. */
export function isHeavier(
  line: Pick<StandingRow, 'measure' | 'now_in'>,
  than: Pick<StandingRow, 'measure' | 'now_in'> | undefined,
): boolean {
  return weightOf(line.measure) > weightOf(than?.measure ?? 'none') || line.now_in > (than?.now_in ?? 0);
}

/**
 * Plans a cadre's line again (contract, section 3, "Closed means closed"). Of each finding, task and absence that a
 * reversal or an included fact has changed, the lighter of both counts: a correction never makes a measure heavier.
 */
export function correctedLine(asked: LineAsked): CorrectedLine {
  const { view, round, cadre, counting, included, reversedBy } = asked;
  const { closed, ...frame } = ownFrame(view, round);
  const ids = new Set(included.map(({ table, id }) => factId(table, id)));
  const before = inputOf(new View(view.db, closed.factsSeq), asked, frame);
  const after = inputOf(new View(view.db, closed.factsSeq, reversedBy, ids), asked, frame);
  const { cadreNo } = cadre;
  const line = (input: RoundInput): Line | undefined => lineIn(input, cadre, counting);
  const whole = line(after);
  const lighter: RoundInput = {
    ...after,
    findings: lighterOf(before.findings, after.findings, {
      key: (each) => each.findingNo,
      weigh: (each) => burdenOf(each, cadreNo, after),
    }),
    tasks: lighterOf(before.tasks, after.tasks, {
      key: (each) => each.taskNo,
      weigh: (each) => behindOf(each, cadreNo, after),
    }),
    absences: absencesOf(before, after),
  };
  const tries = [
    lighter,
    { ...lighter, decisions: before.decisions },
    { ...lighter, cadres: before.cadres },
    { ...lighter, cadres: before.cadres, decisions: before.decisions },
  ];
  const withGiven = tries.map((each) => withMeasure(each, cadreNo, asked.given));
  const found = withGiven
    .map((each, at) => lighterLine(line(each), asked.given && line(tries[at] ?? each)))
    .find((each) => each === undefined || !isHeavier(each, counting));
  return { line: found, heavier: whole !== undefined && isHeavier(whole, counting) };
}

/** A round in which a measure is settled for a cadre, as a decision settles it. */
function withMeasure<T extends RoundInput>(input: T, cadreNo: CadreNo, given: MeasureGiven | undefined): T {
  if (given === undefined) return input;
  const { measure, by, reason } = given;
  const commended = input.decisions.get(cadreNo)?.commended ?? null;
  const decision: Decision = { measure, commended, by, reason };
  return { ...input, decisions: new Map([...input.decisions, [cadreNo, decision]]) };
}

/** The lighter of the line with a measure given and of the one without; that with it where they weigh the same. */
function lighterLine(given: Line | undefined, without: Line | undefined): Line | undefined {
  return without !== undefined && given !== undefined && isHeavier(given, without) ? without : given;
}

function inputOf(
  view: View,
  { cadre, before }: LineAsked,
  frame: Parameters<typeof roundInputFor>[1],
): RoundInput & {
  readonly findings: readonly Finding[];
  readonly tasks: readonly Task[];
} {
  const chosen = findingsChosen(view, findingsOfCadre(cadre.id));
  const findings = [...chosen].map(({ finding }) => finding);
  const input = roundInputFor(view, frame, cadre.cadreNo, findings);
  const previous =
    before === undefined || input.previous === null
      ? input.previous
      : { ...input.previous, lines: new Map([[cadre.cadreNo, before]]) };
  return { ...input, previous, findings, tasks: [...input.tasks] };
}

function lineIn(input: RoundInput, cadre: CadreWithId, counting: StandingRow | undefined): Line | undefined {
  const plan = planRound(input);
  const line = plan.lines.find((each) => each.standing.cadre.cadreNo === cadre.cadreNo);
  if (counting === undefined) return line?.shown === true ? fromStanding(line.standing, cadre.id) : undefined;
  if (line !== undefined) return fromStanding(line.standing, cadre.id);
  // Off the roster and not in the circle before: nothing is left of the line but the name.
  const { engine, cutoff, policy } = plan;
  const nothing = {
    engine,
    cutoff,
    policy,
    before: null,
    decision: null,
    departed: false,
    pastLines: () => [],
  };
  return fromStanding(lineOf(tallyOf(toStanding(counting).cadre, false), nothing).standing, cadre.id);
}

/** What a finding weighs for the cadre: its points, then whether it is counted, then whether it is pending, and not late. */
function burdenOf(finding: Finding, cadreNo: CadreNo, rules: RoundInput): readonly number[] {
  const { outcome, points, late } = judgementOf(lookAt(finding, rules.cutoff), cadreNo, rules);
  const pending = outcome === 'pending';
  // What the office is late with keeps no one in.
  return [
    points?.total ?? 0,
    Number(outcome === 'counted'),
    Number(pending && late.length === 0),
    Number(pending),
  ];
}

function behindOf(task: Task, cadreNo: CadreNo, { cutoff }: RoundInput): readonly number[] {
  const isOwn = taskResponsibleAt(task, cutoff).has(cadreNo);
  return [Number(isOwn && taskAt(task, cutoff).behind !== null)];
}

/** Of each thing as it was and as it would be, by its number, the lighter one; what is gone weighs nothing. */
function lighterOf<T extends { readonly id: number }>(
  before: Iterable<T>,
  after: Iterable<T>,
  { key, weigh }: { readonly key: (each: T) => string; readonly weigh: (each: T) => readonly number[] },
): T[] {
  const known = new Map([...before].map((each) => [key(each), each]));
  const chosen: T[] = [];
  for (const each of after) {
    const old = known.get(key(each));
    const weights = weigh(each);
    if (compare(weights, old === undefined ? [] : weigh(old)) <= 0) chosen.push(each);
    else if (old !== undefined) chosen.push(old);
  }
  return chosen.sort((left, right) => left.id - right.id);
}

function compare(left: readonly number[], right: readonly number[]): number {
  for (const [at, each] of left.entries()) {
    const other = right[at] ?? 0;
    if (each !== other) return each - other;
  }
  return 0;
}

/** The absences that were there and still are: one that is new makes nothing lighter. */
function absencesOf(before: RoundInput, after: RoundInput): Absence[] {
  const key = ({ on, site, session, cadreNo }: Absence): string => [on, site, session, cadreNo].join('\n');
  const there = new Set([...before.absences].map(key));
  return [...after.absences].filter((each) => there.has(key(each)));
}
