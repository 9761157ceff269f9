// The measures of closed rounds: those asked for, and everything that has become of one cadre's.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import { daysLate } from '../../domain/duty.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { lastClosedRound } from '../../ledger/rounds/rounds.ts';
import { dutiesOf } from '../duties/measure-duties.ts';
import { type MeasureStanding, measuresOn } from '../measures/measures.ts';

export interface MeasuresAsked {
  readonly on: Day;
  /** Whose measure is in force on that day, once each run; null where that is not asked. */
  readonly activeOn: Day | null;
  /** The numbers of those asked for; null for everybody. */
  readonly only: readonly string[] | null;
  readonly due: boolean;
  readonly late: boolean;
  /** Lines of older rounds with nothing open too. */
  readonly all: boolean;
}

/** A line with what is owed for it. */
export interface MeasureFound extends MeasureStanding {
  readonly owed: boolean;
  readonly late: boolean;
}

export interface MeasuresFound {
  readonly on: Day;
  readonly activeOn: Day | null;
  readonly found: readonly MeasureFound[];
  /** Of the numbers asked for, those with nothing in the list. */
  readonly nothing: readonly string[];
}

/** The measures of closed rounds, the latest round first, within a round by cadre number. */
export function findMeasures(db: ReadDb, asked: MeasuresAsked): MeasuresFound {
  const { on, activeOn, only, all, due, late } = asked;
  const view = new View(db);
  const last = lastClosedRound(db)?.number;
  const wanted = only === null ? null : new Set(only);
  const [one] = only ?? [];
  const standings = measuresOn(view, on, only?.length === 1 ? (one as CadreNo) : undefined);
  const found = standings
    .filter(({ line }) => wanted === null || wanted.has(line.cadreNo))
    .map((standing): MeasureFound => {
      const owed = [...dutiesOf(standing)];
      return { ...standing, owed: owed.length > 0, late: owed.some((duty) => daysLate(duty, on) > 0) };
    })
    .filter((each) => {
      if (activeOn !== null) return each.isLast && each.active;
      if (late || due) return late ? each.late : each.owed;
      return all || wanted !== null || each.line.round === last || each.owed || (each.isLast && each.active);
    })
    .sort(
      (left, right) =>
        right.line.round - left.line.round || (left.line.cadreNo < right.line.cadreNo ? -1 : 1),
    );
  const there = new Set<string>(found.map(({ line }) => line.cadreNo));
  return { on, activeOn, found, nothing: [...new Set(only ?? [])].filter((each) => !there.has(each)) };
}

/** Everything that has become of a cadre's measures, in all rounds or in one. */
export function showMeasures(db: ReadDb, cadreNo: string, on: Day, round: number | null): MeasureStanding[] {
  return measuresOn(new View(db), on, cadreNo as CadreNo).filter(
    ({ line }) => round === null || line.round === round,
  );
}
