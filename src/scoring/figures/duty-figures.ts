// The duties of a day, counted by kind.
import type { DutiesOfKind } from '../../domain/dashboard.ts';
import { type Duty, dutyKinds } from '../../domain/duty.ts';

/** Counts the duties of each kind that is owed, in the order of the kinds: all, those late, and the latest of them. */
export function dutiesByKind(
  duties: readonly (Pick<Duty, 'kind'> & { readonly daysLate: number })[],
): DutiesOfKind[] {
  return dutyKinds.flatMap((kind) => {
    const owed = duties.filter((each) => each.kind === kind);
    if (owed.length === 0) return [];
    const late = owed.filter((each) => each.daysLate > 0);
    const longest = late.reduce((most, each) => Math.max(most, each.daysLate), 0);
    return [{ kind, owed: owed.length, late: late.length, longest }];
  });
}
