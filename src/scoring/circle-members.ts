// The circle of a round, as lists show it: who is in, since when, and what still keeps them in.
import type { Standing } from '../domain/round.ts';
import type { LateFinding } from './lateness.ts';
import type { RequirementTried } from './reasons.ts';

/** A member of the circle, with what is not in the line. */
export interface CircleMember {
  readonly standing: Standing;
  readonly sinceRound: number;
  readonly sinceCutoff: string;
  /** Exit requirements that are not met. */
  readonly unmet: readonly RequirementTried[];
  /** The pending findings that keep nobody in, since the office is late with them. */
  readonly late: readonly LateFinding[];
  readonly corrected: boolean;
}

/** The circle of a round: its members are read as they are listed. */
export interface Circle {
  readonly round: number;
  readonly cutoff: string;
  readonly draft: boolean;
  readonly count: number;
  /** Whose lines of the round were corrected, members or not any more. */
  readonly corrected: ReadonlySet<string>;
  /** Reads them in the order of the round; while the ledger is open, as often as it is asked. */
  readonly members: () => Iterable<CircleMember>;
}
