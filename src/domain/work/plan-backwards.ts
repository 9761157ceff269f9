// A task planned backwards from its deadline (倒排工期): milestones spread over the working days that there are.
import { type Calendar, isWorkingDay, workingDaysBack } from '../days/calendar.ts';
import { addDays, type Day } from '../days/day.ts';
import type { Milestone } from './task.ts';

/** One unit in hundredths. */
const WHOLE = 100n;

interface Span {
  readonly startOn: Day;
  readonly dueOn: Day;
  /** Hundredths. */
  readonly target: number;
}

/** The milestones; or why there are none: fewer working days, or a smaller target, than steps. */
export type BackwardPlan =
  | { readonly milestones: readonly Milestone[] }
  | { readonly milestones?: undefined; readonly tooMany: 'days' | 'amount'; readonly workingDays: number };

/**
 * Milestones in `steps` equal steps, calculated back from the deadline (issue 5): the last is the target on the
 * deadline; each of the others lies as many working days before it as its share of the working days after the start.
 * Amounts are rounded up, to whole units where the target is whole and large enough.
 * @throws Failure `calendar_year_missing` when a day lies in a year without data
 */
export function planBackwards(
  { startOn, dueOn, target }: Span,
  steps: number,
  calendar: Calendar,
): BackwardPlan {
  let workingDays = 0;
  for (let day = addDays(startOn, 1); day <= dueOn; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) workingDays += 1;
  }
  if (steps > 1 && steps > workingDays) return { tooMany: 'days', workingDays };
  if (target < steps) return { tooMany: 'amount', workingDays };
  const total = BigInt(target);
  const unit = total % WHOLE === 0n && total / WHOLE >= BigInt(steps) ? WHOLE : 1n;
  const milestones = Array.from({ length: steps }, (_, place): Milestone => {
    const step = place + 1;
    const back = Math.floor(((steps - step) * workingDays) / steps);
    const share = (total * BigInt(step) + unit * BigInt(steps) - 1n) / (unit * BigInt(steps));
    return { on: workingDaysBack(dueOn, back, calendar), amount: Number(share * unit) };
  });
  return { milestones };
}
