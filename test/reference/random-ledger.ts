// A seeded generator of whole valid histories: what was imported, entered, decided and closed, step by step.

import { DEFAULT_POLICY, type Measure, type Policy } from './facts.ts';
import {
  makeChecks,
  makeDispatch,
  makeExtensions,
  makeFindings,
  makeObjections,
  makeReassignments,
  makeReports,
  sweep,
} from './make-findings.ts';
import { decidable, makeCadres, makeMoves } from './make-roster.ts';
import {
  makeAttendance,
  makeCancellation,
  makeProgress,
  makeTaskReassignments,
  makeTasks,
} from './make-tasks.ts';
import { cutoffOf, emit, type LedgerOptions, type Maker, note, USUAL_OPTIONS } from './maker.ts';
import { Random } from './prng.ts';
import { randomPolicy } from './random-policy.ts';
import { type DecideStep, type LedgerStep, Replay, type RoundResult } from './replay.ts';

export type { LedgerOptions } from './maker.ts';
export { type LedgerStep, replaySteps } from './replay.ts';

export interface RandomLedger {
  readonly seed: number;
  readonly policy: Policy;
  readonly steps: readonly LedgerStep[];
  /** The sparse lines of each closed round, as `replaySteps` gives them. */
  readonly rounds: readonly RoundResult[];
}

/** The history of a seed: the same seed and options always give the same. */
export function randomLedger(seed: number, options: Partial<LedgerOptions> = {}): RandomLedger {
  const random = new Random(seed);
  const chosen = { ...USUAL_OPTIONS, ...options };
  const drawn = chosen.policy === 'default' ? DEFAULT_POLICY : randomPolicy(random, `random-${seed}`);
  const policy = chosen.decisions ? drawn : { ...drawn, require_decision: [] };
  const maker: Maker = {
    random,
    options: chosen,
    policy,
    replay: new Replay(policy),
    steps: [],
    rounds: [],
    cadres: [],
    open: [],
    found: [],
    tasks: [],
    attended: new Set(),
    undoable: [],
    week: 0,
    counter: 0,
  };
  for (; maker.week < chosen.weeks; maker.week += 1) makeWeek(maker);
  return { seed, policy, steps: maker.steps, rounds: maker.rounds };
}

/** What is still to come, spread evenly over the weeks left. */
function share(maker: Maker, total: number, made: number): number {
  return Math.ceil((total - made) / (maker.options.weeks - maker.week));
}

function makeWeek(maker: Maker): void {
  const { random, options } = maker;
  const cadres =
    maker.week === 0 ? Math.ceil(options.cadres * 0.85) : share(maker, options.cadres, maker.cadres.length);
  makeCadres(maker, cadres);
  makeFindings(maker, share(maker, options.findings, maker.found.length));
  if (options.tasks) makeTasks(maker, share(maker, options.task_count, maker.tasks.length));
  for (const make of random.shuffle(eventMakers(options))) make(maker);
  if (options.undo && random.chance(50)) undoBatch(maker);
  const opened = random.chance(50) || (options.decisions && maker.policy.require_decision.length > 0);
  const cutoff = cutoffOf(maker);
  if (opened) {
    emit(maker, { kind: 'open', cutoff });
    if (random.chance(50)) for (const make of random.shuffle(eventMakers(options)).slice(0, 2)) make(maker);
    if (options.decisions) makeDecisions(maker);
  }
  emit(maker, { kind: 'close', cutoff, opened });
  sweep(maker);
}

function eventMakers(options: LedgerOptions): ((maker: Maker) => void)[] {
  const makers: [boolean, (maker: Maker) => void][] = [
    [options.roster, makeMoves],
    [options.reports, makeReports],
    [options.reports, makeReports],
    [options.checks, makeChecks],
    [options.extensions, makeExtensions],
    [options.objections, makeObjections],
    [options.reassignments, makeReassignments],
    [options.dispatch, makeDispatch],
    [options.tasks && options.reassignments, makeTaskReassignments],
    [options.tasks, makeProgress],
    [options.tasks && options.cancellations, makeCancellation],
    [options.attendance, makeAttendance],
  ];
  return makers.filter(([wanted]) => wanted).map(([, make]) => make);
}

function undoBatch(maker: Maker): void {
  if (maker.undoable.length === 0) return;
  const place = Math.max(0, maker.undoable.length - 1 - maker.random.below(6));
  const [taken] = maker.undoable.splice(place, 1);
  if (taken === undefined) return;
  taken.undo();
  emit(maker, { kind: 'undo', step: taken.step });
}

/** Decisions of the open round: some that change a proposal, some withdrawn, and all that the policy requires. */
function makeDecisions(maker: Maker): void {
  const { random, policy } = maker;
  const measures: Measure[] = ['none', ...policy.tiers.map((tier) => tier.measure)];
  const there = decidable(maker);
  for (const line of maker.replay.linesAt(cutoffOf(maker))) {
    if (line.commended && random.chance(15)) decide(maker, { cadre_no: line.cadre_no, commended: false });
  }
  for (let i = random.below(4); i > 0 && there.length > 0; i -= 1) {
    const cadre_no = random.pick(there);
    const what = random.below(3);
    decide(maker, {
      cadre_no,
      ...(what === 1 ? {} : { measure: random.pick(measures) }),
      ...(what === 0 ? {} : { commended: random.chance(60) }),
    });
    if (random.chance(20) && hasLineAnyway(maker, cadre_no)) decide(maker, { cadre_no, clear: true });
  }
  const decided = maker.replay.decidedMeasures();
  for (const line of maker.replay.linesAt(cutoffOf(maker))) {
    const required = policy.require_decision.some((measure) => measure === line.measure);
    if (required && !decided.has(line.cadre_no)) {
      decide(maker, {
        cadre_no: line.cadre_no,
        measure: random.chance(75) ? line.measure : random.pick(measures),
      });
    }
  }
}

/** A cleared decision is only generated for whom the facts give a line, since the contract may be read either way. */
function hasLineAnyway(maker: Maker, cadre_no: string): boolean {
  const line = maker.replay.linesAt(cutoffOf(maker)).find((each) => each.cadre_no === cadre_no);
  return (
    line !== undefined && (line.counted + line.pending + line.behind_tasks + line.absences > 0 || line.was_in)
  );
}

function decide(maker: Maker, what: Omit<DecideStep, 'kind' | 'by' | 'reason'>): void {
  emit(maker, {
    kind: 'decide',
    ...what,
    by: maker.random.pick(['党委会', '书记丁']),
    reason: note(maker, '议'),
  });
}
