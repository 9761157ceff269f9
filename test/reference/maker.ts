// What the parts of the generator share: the options, the week, the steps made so far.

import { addDays } from './exact.ts';
import type { Policy } from './facts.ts';
import type { emptyHistory } from './finding.ts';
import type { Random } from './prng.ts';
import type { LedgerStep, RecordKind, Replay, RoundResult } from './replay.ts';
import type { Row } from './rows.ts';
import type { emptyTaskHistory } from './task.ts';

/** How large a history is, and what may appear in it. */
export interface LedgerOptions {
  readonly cadres: number;
  readonly findings: number;
  readonly weeks: number;
  /** How many central tasks. */
  readonly task_count: number;
  readonly policy: 'random' | 'default';
  /** joined_on, left_on, leave, return. */
  readonly roster: boolean;
  readonly recurs: boolean;
  /** `due_on` written as `+5d`. */
  readonly due_offsets: boolean;
  readonly reports: boolean;
  readonly checks: boolean;
  readonly extensions: boolean;
  readonly objections: boolean;
  readonly reassignments: boolean;
  readonly dispatch: boolean;
  readonly tasks: boolean;
  /** A reassignment of a task may set a new deadline. */
  readonly task_deadlines: boolean;
  readonly cancellations: boolean;
  readonly attendance: boolean;
  readonly decisions: boolean;
  /** Facts with days before the last closed cutoff. */
  readonly late: boolean;
  /** Facts with days after the coming cutoff. */
  readonly ahead: boolean;
  /** Cadre numbers beyond U+FFFF and just below, whose order by code point is not that of UTF-16. */
  readonly odd_numbers: boolean;
  /** Whole batches undone (`batch undo`). */
  readonly undo: boolean;
}

export const USUAL_OPTIONS: LedgerOptions = {
  cadres: 14,
  findings: 50,
  weeks: 6,
  task_count: 6,
  policy: 'random',
  roster: true,
  recurs: true,
  due_offsets: true,
  reports: true,
  checks: true,
  extensions: true,
  objections: true,
  reassignments: true,
  dispatch: true,
  tasks: true,
  task_deadlines: true,
  cancellations: true,
  attendance: true,
  decisions: true,
  late: true,
  ahead: true,
  odd_numbers: false,
  undo: false,
};

export const STATIONS = ['一号作战所', '二号作战所', '三号作战所'] as const;

/** The first day of every generated history, a Thursday; cutoffs are seven days apart, Wednesdays. */
export const FIRST_DAY = '2018-08-30';

interface CadreDraft {
  readonly cadre_no: string;
  readonly joined_on: string;
  readonly left_on: string;
  readonly spans: { recorded: number; cadre_no: string; kind: 'leave' | 'return'; on: string }[];
}

export interface FindingDraft extends ReturnType<typeof emptyHistory> {
  readonly station: string;
  /** The rows of its objections, to be repeated with the ruling. */
  readonly objectionRows: Map<string, Row>;
  settledWeek: number | undefined;
}

interface TaskDraft extends ReturnType<typeof emptyTaskHistory> {
  readonly acceptors: string[];
}

export interface Maker {
  readonly random: Random;
  readonly options: LedgerOptions;
  readonly policy: Policy;
  readonly replay: Replay;
  readonly steps: LedgerStep[];
  readonly rounds: RoundResult[];
  readonly cadres: CadreDraft[];
  /** Findings that may still get an event. */
  readonly open: FindingDraft[];
  /** Number and found_on of each finding so far. */
  readonly found: { readonly finding_no: string; readonly found_on: string }[];
  readonly tasks: TaskDraft[];
  readonly attended: Set<string>;
  /** How to take the batch of a step out of the drafts again. */
  readonly undoable: { readonly step: number; readonly undo: () => void }[];
  week: number;
  counter: number;
}

/** The next number of the generator's own order of recording. */
export function next(maker: Maker): number {
  maker.counter += 1;
  return maker.counter;
}

/** A text that no other row has, since two rows with equal content are one fact. */
export function note(maker: Maker, word: string): string {
  return `${word}${next(maker)}`;
}

function weekStart(maker: Maker): string {
  return addDays(FIRST_DAY, maker.week * 7);
}

export function cutoffOf(maker: Maker): string {
  return addDays(FIRST_DAY, maker.week * 7 + 6);
}

/** A day for a fact recorded now: mostly of this week, at times of a closed one, at times ahead. */
export function dayFor(maker: Maker, notBefore = ''): string {
  const { random, options } = maker;
  let day = addDays(weekStart(maker), random.below(7));
  const fate = random.below(100);
  if (options.late && fate < 12) day = addDays(weekStart(maker), -random.between(1, 12));
  if (options.ahead && fate >= 95) day = addDays(cutoffOf(maker), random.between(1, 3));
  return day < notBefore ? notBefore : day;
}

/** Adds one step, if it holds anything, and runs it through the reference. */
export function emit(maker: Maker, step: LedgerStep): void {
  if (step.kind === 'import' && step.rows.length === 0) return;
  maker.steps.push(step);
  const round = maker.replay.apply(step);
  if (round !== undefined) maker.rounds.push(round);
}

/** Adds one import file; `undo` takes its rows out of the drafts again. */
export function emitBatch(maker: Maker, record: RecordKind, rows: readonly Row[], undo?: () => void): void {
  if (rows.length === 0) return;
  emit(maker, { kind: 'import', record, rows });
  if (undo !== undefined) maker.undoable.push({ step: maker.steps.length - 1, undo });
}

/** A cadre recorded so far; the first of the roster more often than the last. */
export function someCadre(maker: Maker): string {
  const count = maker.cadres.length;
  const index = Math.min(maker.random.below(count), maker.random.below(count));
  return maker.cadres[index]?.cadre_no ?? '';
}

/** Some different cadres, at least one when `count` is above 0. */
export function someCadres(maker: Maker, count: number, except: readonly string[]): string[] {
  const chosen = new Set<string>();
  for (let i = 0; i < count * 3 && chosen.size < count; i += 1) {
    const no = someCadre(maker);
    if (!except.includes(no)) chosen.add(no);
  }
  return [...chosen];
}

/** Who checks, grants, rules or accepts: names that no cadre has, at times the number of an uninvolved cadre. */
export function outsider(maker: Maker, names: readonly string[], involved: ReadonlySet<string>): string {
  const { random } = maker;
  if (random.chance(20)) {
    const no = someCadre(maker);
    if (!involved.has(no)) return no;
  }
  const name = random.pick(names);
  const second = random.pick(names);
  return random.chance(25) && second !== name ? `${name};${second}` : name;
}
