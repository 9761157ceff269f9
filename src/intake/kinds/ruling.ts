// A ruling in the row of what it answers (objections, appeals): whole or not at all, and not before it.
import type { Day } from '../../domain/days/day.ts';
import type { Optional } from '../../domain/records/record-types.ts';
import type { Read, Say } from './kind.ts';

const rulingKeys = ['ruled_on', 'ruling', 'ruled_by'] as const;

interface Ruled {
  readonly raised_on: Day;
  readonly ruled_on: Optional<Day>;
  readonly ruling: Optional<string>;
  readonly ruled_by: Optional<string>;
}

/** Reports a half-filled ruling, and one that is dated before what it answers. */
export function sayRuling(record: Partial<Ruled>, say: Say, read: Read<Ruled>): void {
  const missing = rulingKeys.filter((key) => record[key] === undefined || record[key] === null);
  if (!read(...rulingKeys)) return;
  const [first] = missing;
  if (first !== undefined && missing.length < rulingKeys.length)
    say('ruling_half_filled', first, { missing: missing.map((each) => ({ term: `column.${each}` })) });
  const raised = read('raised_on')?.raised_on;
  if (record.ruled_on && raised !== undefined && record.ruled_on < raised)
    say('ruled_before_raised', 'ruled_on', { ruled: record.ruled_on, raised });
}
