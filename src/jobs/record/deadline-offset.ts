// Deadlines given as days after another day: `+5d`, `+5wd`.
import { addWorkingDays } from '../../domain/days/calendar.ts';
import { addDays, type Day } from '../../domain/days/day.ts';
import { Failure, type Problem } from '../../domain/problem.ts';
import type { DayOffset } from '../../domain/records/record-types.ts';
import { type Draft, problemAt, type Recording } from './recording.ts';

/** How an offset is written: `+5wd`. */
export function offsetText({ plus, unit }: DayOffset): string {
  return `+${plus}${unit}`;
}

/** The day that lies `offset` after `from`, or the problem that a year on the way has no calendar. */
export function calculatedDay<R>(
  recording: Recording,
  draft: Draft<R>,
  column: string,
  from: Day,
  offset: DayOffset,
): Day | Problem {
  if (offset.unit === 'd') return addDays(from, offset.plus);
  try {
    return addWorkingDays(from, offset.plus, recording.calendar);
  } catch (error) {
    const [missing] = error instanceof Failure ? error.problems : [];
    if (missing?.code !== 'calendar_year_missing') throw error;
    return problemAt(draft, column, missing.code, missing.values, offsetText(offset));
  }
}
