// The clerk's week up to the decisions: files of all kinds imported and the round opened in one transaction, then its tally.

import type { Day } from '../../domain/days/day.ts';
import type { Duty } from '../../domain/duty.ts';
import { type Measure, measures } from '../../domain/round.ts';
import { View } from '../../ledger/facts/view.ts';
import type { Ledger } from '../../ledger/file/open.ts';
import { decisionsOf } from '../../ledger/rounds/decisions.ts';
import { lastClosedRound, openRound } from '../../ledger/rounds/rounds.ts';
import { timeZoneOf } from '../../ledger/settings.ts';
import type { Committed, WriteDb } from '../../ledger/writing/journal.ts';
import type { Line } from '../../scoring/line.ts';
import { type Acting, entryOf } from '../acting.ts';
import { todayIn } from '../days.ts';
import { type DutyOwed, dutiesOn } from '../duties/duties.ts';
import { AutoImport, type AutoRequest, type AutoResult } from '../import/auto/auto.ts';
import { entryAgain } from '../import/import-undone.ts';
import { openInto } from '../round/rounds.ts';
import { tally } from '../round/tally.ts';

export interface WeekRequest extends AutoRequest {
  /** Opens the round of this cutoff, and tallies it; without one the files alone are imported. */
  readonly cutoff: Day | null;
}

/** A decision without which the round cannot be closed, with what is proposed and the figures it rests on. */
export interface MissingDecision {
  readonly cadreNo: string;
  readonly name: string;
  readonly unit: string;
  readonly counted: number;
  readonly overdue: number;
  readonly pending: number;
  readonly measure: Measure;
}

/** What the round says after the files. */
export interface WeekRound {
  readonly number: number;
  readonly cutoff: Day;
  /** `closed`: the round of this cutoff is closed already, and its tally is what was published. */
  readonly state: 'opened' | 'open' | 'closed';
  readonly tally: WeekTally | null;
  readonly missing: readonly MissingDecision[];
}

export interface WeekTally {
  readonly counted: number;
  readonly pending: number;
  readonly latePending: number;
  /** Cadres by measure. */
  readonly measures: Readonly<Record<Measure, number>>;
  readonly commended: number;
  readonly inCircle: number;
  readonly entered: number;
  readonly left: number;
  readonly withoutDeadline: number;
  readonly withoutResponsible: readonly string[];
}

export interface WeekResult {
  readonly imported: AutoResult;
  readonly round: WeekRound | null;
  /** What the office owes and is late with on the day of the command, decisions aside. */
  readonly on: Day;
  readonly late: readonly DutyOwed[];
  /** The words of the next command; capitals mark what only a person knows. */
  readonly next: Duty['command'];
}

/**
 * Imports files of all kinds and, with a cutoff, opens the round if none is open, in one transaction under one key. The
 * same files at the same cutoff change nothing.
 * @throws Failure see `AutoImport.of` and `openInto`
 */
export async function week(
  ledger: Ledger,
  acting: Acting,
  request: WeekRequest,
): Promise<Committed<WeekResult>> {
  const { cutoff } = request;
  const auto = await AutoImport.of(ledger, acting, request);
  const asked = entryOf(acting, 'week', { files: auto.asked, cutoff });
  return auto.imports.commit(ledger, entryAgain(ledger.connection, acting, asked), (db) => {
    const { result: imported, did, refused, changed } = auto.write(db);
    const on = todayIn(timeZoneOf(db), new Date(acting.at));
    if (refused) return { value: { imported, round: null, on, late: [], next: [] }, did, keep: false };
    const round = cutoff === null ? null : roundOf(db, acting, cutoff);
    const late = dutiesOn(db, on, true).filter(({ kind }) => kind !== 'decide');
    const value: WeekResult = { imported, round, on, late, next: nextOf(round, request) };
    const isOpened = round?.state === 'opened';
    const { number } = round ?? {};
    return {
      value,
      did: { ...did, ...(isOpened && { round: { number, cutoff } }) },
      keep: changed || isOpened,
    };
  });
}

/** The round of the cutoff, opened where none is; one that is closed already stays as it is. */
function roundOf(db: WriteDb, acting: Acting, cutoff: Day): WeekRound {
  const last = lastClosedRound(db);
  if (openRound(db) === undefined && last?.cutoff === cutoff)
    return { number: last.number, cutoff, state: 'closed', tally: null, missing: [] };
  const { value: opened } = openInto(db, acting, cutoff);
  const { plan } = tally(db, { cutoff });
  const lines = plan.lines.filter((line) => line.shown);
  return {
    number: opened.round,
    cutoff,
    state: opened.what === 'added' ? 'opened' : 'open',
    tally: {
      ...sums(lines),
      withoutDeadline: plan.withoutDeadline,
      withoutResponsible: [...plan.withoutResponsible],
    },
    missing: missingIn(db, lines, plan.policy.requireDecision),
  };
}

function sums(lines: readonly Line[]): Omit<WeekTally, 'withoutDeadline' | 'withoutResponsible'> {
  const standings = lines.map(({ standing }) => standing);
  const count = (is: (each: Line['standing']) => boolean): number => standings.filter(is).length;
  const sum = (of: (each: Line['standing']) => number): number =>
    standings.reduce((all, each) => all + of(each), 0);
  const byMeasure = (measure: Measure): number => count((each) => each.measure === measure);
  return {
    counted: sum((each) => each.counted),
    pending: sum((each) => each.pending),
    latePending: sum((each) => each.latePending),
    measures: Object.fromEntries(measures.map((measure) => [measure, byMeasure(measure)])) as Record<
      Measure,
      number
    >,
    commended: count((each) => each.commended),
    inCircle: count((each) => each.nowIn),
    entered: count((each) => each.movement === 'enter'),
    left: count((each) => each.movement === 'exit'),
  };
}

function missingIn(db: WriteDb, lines: readonly Line[], required: readonly Measure[]): MissingDecision[] {
  const open = openRound(db);
  if (open === undefined) return [];
  const decided = decisionsOf(new View(db), open.id);
  return lines
    .map(({ standing }) => standing)
    .filter(({ cadre, measure }) => required.includes(measure) && decided.get(cadre.cadreNo)?.measure == null)
    .map(({ cadre, counted, overdue, pending, measure }) => {
      const { cadreNo, name, unit } = cadre;
      return { cadreNo, name, unit: unit ?? '', counted, overdue, pending, measure };
    });
}

/** The command that comes next. */
function nextOf(round: WeekRound | null, { paths }: WeekRequest): Duty['command'] {
  if (round === null) return ['week', ...paths, '--cutoff', 'DAY'];
  const { number, state, missing } = round;
  const [first] = missing;
  if (state === 'closed') return ['pack', '--round', String(number), '-o', `第${number}轮`];
  if (first !== undefined) return ['decide', first.cadreNo, '--confirm', '--by', 'WHO', '--reason', 'TEXT'];
  return ['round', 'close', '--approved-by', 'WHO', '--meeting', 'MEETING'];
}
