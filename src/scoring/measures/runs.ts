// Runs of measures over closed rounds: whose talk is owed until it is held, and how long a measure stays in force.
import { addDays, addMonths, type Day } from '../../domain/days/day.ts';
import { type Measure, weightOf } from '../../domain/round.ts';

/** A closed round, as far as runs ask. */
export interface MeasureRound {
  readonly round: number;
  readonly cutoff: Day;
  /** Days that the policy of the round leaves for talks and services; 0 is no limit. */
  readonly talkWithin: number;
  readonly serveWithin: number;
}

/** A cadre's line in a closed round (as corrected) with a measure. */
export interface MeasureLine {
  readonly round: number;
  readonly cutoff: Day;
  readonly measure: Exclude<Measure, 'none'>;
  /** For how many months the policy of the round keeps the measure in force; 0 is none. */
  readonly months: number;
}

/** Lines that follow each other: the first is new or raised, the others continue it or are lighter. */
export interface Run {
  /** What it began with; a talk that was lowered to self-criticism is a talk's run. */
  readonly kind: 'talk' | 'self_criticism';
  /** In the order of rounds; at least one. */
  readonly lines: readonly [MeasureLine, ...MeasureLine[]];
  /** Whether it reaches into the last closed round. */
  readonly ended: boolean;
}

/** Whether a measure is a talk. */
export function isTalk(measure: Measure): boolean {
  return measure === 'reminder_talk' || measure === 'admonition_talk';
}

/**
 * The runs of one cadre (contract, section 3, "After the closing"). A round without a line of the cadre ends a run; so
 * does a heavier line, which begins another one.
 * @param rounds all closed rounds, oldest first
 * @param lines those of the cadre, in the same order
 */
export function runsOf(rounds: readonly Pick<MeasureRound, 'round'>[], lines: readonly MeasureLine[]): Run[] {
  const places = new Map(rounds.map(({ round }, place) => [round, place]));
  const runs: [MeasureLine, ...MeasureLine[]][] = [];
  let last: MeasureLine | undefined;
  for (const line of lines) {
    const follows =
      last !== undefined && (places.get(line.round) ?? -1) === (places.get(last.round) ?? -1) + 1;
    const heavier = last !== undefined && weightOf(line.measure) > weightOf(last.measure);
    const run = runs.at(-1);
    if (run !== undefined && follows && !heavier) run.push(line);
    else runs.push([line]);
    last = line;
  }
  const end = rounds.at(-1)?.round;
  return runs.map((each) => ({
    kind: isTalk(each[0].measure) ? 'talk' : 'self_criticism',
    lines: each,
    ended: each.at(-1)?.round !== end,
  }));
}

/** The state of a run's talk on a day. */
export interface TalkState {
  /** `none`: no talk is owed. */
  readonly state: 'none' | 'held' | 'due' | 'late';
  /** The day of the first talk held. */
  readonly heldOn: Day | null;
  /** The last day on which it is in time; null without a limit. */
  readonly due: Day | null;
}

/** What the rules about a run's talk ask. */
export interface TalkAsked {
  readonly on: Day;
  /** All closed rounds, oldest first. */
  readonly rounds: readonly MeasureRound[];
  /** Days for a talk by the policy in force. */
  readonly talkWithin: number;
  /** Talks of the cadre, of whatever round. */
  readonly talks: readonly { readonly round: number; readonly on: Day }[];
  /** Whether the cadre is on the roster on the day: who has left owes no talk. */
  readonly onRoster: boolean;
}

/** The state of the talk of a run: owed once for the whole run, until it is held for any line of it. */
export function talkOf(run: Run, { on, rounds, talkWithin, talks, onRoster }: TalkAsked): TalkState {
  const [first] = run.lines;
  const nothing = { state: 'none', heldOn: null, due: null } as const;
  if (run.kind !== 'talk') return nothing;
  const own = new Set(run.lines.map(({ round }) => round));
  const held = talks
    .filter((talk) => own.has(talk.round) && talk.on <= on)
    .map((talk) => talk.on)
    .sort();
  const due = talkWithin === 0 ? null : addDays(first.cutoff, talkWithin);
  const [heldOn] = held;
  if (heldOn !== undefined) return { state: 'held', heldOn, due };
  if (!onRoster || (run.ended && !isTracked(run, rounds))) return nothing;
  return { state: due !== null && on > due ? 'late' : 'due', heldOn: null, due };
}

/** Whether a run reaches into the first round under a limit for talks, or a later one: older ones are not owed. */
function isTracked(run: Run, rounds: readonly MeasureRound[]): boolean {
  const first = rounds.find((each) => each.talkWithin > 0);
  return first !== undefined && (run.lines.at(-1)?.round ?? 0) >= first.round;
}

/** How long a run's measure stays in force; null where the policy gives no months. */
export function influenceOf(run: Run): { readonly from: Day; readonly last: Day } | null {
  const heaviest = run.lines.reduce((left, right) =>
    weightOf(right.measure) > weightOf(left.measure) ? right : left,
  );
  if (heaviest.months === 0) return null;
  const from = run.lines[0].cutoff;
  return { from, last: addDays(addMonths(from, heaviest.months), -1) };
}

/** Whether a run's measure is in force on a day. */
export function isActiveOn(run: Run, on: Day): boolean {
  const influence = influenceOf(run);
  return influence !== null && influence.from <= on && on <= influence.last;
}
