// What the office is late with in a round, counted by finding.
import type { FindingNo } from '../domain/findings/finding.ts';
import type { Late } from './reasons.ts';

/** A pending finding that the office is late with. */
export interface LateFinding extends Late {
  readonly findingNo: FindingNo;
}

/** How many findings the office is late with. */
export interface LateFigures {
  /** Pending findings that wait for a check beyond the limit, at the cutoff. */
  readonly checks: number;
  /** Pending findings with an objection that waits for a ruling beyond the limit, at the cutoff. */
  readonly rulings: number;
}

/** Counts each finding once, however many cadres are responsible for it; one that is late with both counts in both. */
export function lateFiguresOf(late: Iterable<LateFinding>): LateFigures {
  const checks = new Set<FindingNo>();
  const rulings = new Set<FindingNo>();
  for (const each of late) (each.with === 'check' ? checks : rulings).add(each.findingNo);
  return { checks: checks.size, rulings: rulings.size };
}
