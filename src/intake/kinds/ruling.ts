// A ruling in the row of what it answers (objections, appeals): whole or not at all, and not before it.
import type { Day } from '../../domain/days/day.ts';
import type { Optional } from '../../domain/records/record-types.ts';
import type { Say } from './kind.ts';

const rulingKeys = ['ruled_on', 'ruling', 'ruled_by'] as const;

interface Ruled {
  readonly raised_on: Day;
  readonly ruled_on: Optional<Day>;
  readonly ruling: Optional<string>;
  readonly ruled_by: Optional<string>;
}

/** Reports a half-filled ruling, and one that is dated before what it answers. */
export function sayRuling(record: Ruled, say: Say, read: (...keys: readonly string[]) => boolean): void {
  const missing = rulingKeys.filter((key) => record[key] === undefined || record[key] === null);
  if (!read(...rulingKeys)) return;
  const [first] = missing;
  if (first !== undefined && missing.length < rulingKeys.length)
    say('ruling_half_filled', first, { missing: missing.map((each) => ({ term: `column.${each}` })) });
  if (record.ruled_on && read('raised_on') && record.ruled_on < record.raised_on)
    say('ruled_before_raised', 'ruled_on', { ruled: record.ruled_on, raised: record.raised_on });
}
