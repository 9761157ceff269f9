// Why a cadre's line in a round is as it is: the line, its reasons, and where each fact behind it came from.
import type { Cadre } from '../domain/cadre.ts';
import type { Day } from '../domain/days/day.ts';
import type { FindingNo } from '../domain/findings/finding.ts';
import type { RecheckResult } from '../domain/findings/recheck.ts';
import type { Origin } from '../domain/origin.ts';
import type { Policy } from '../domain/policy.ts';
import type { Measure, Standing } from '../domain/round.ts';
import type { TaskNo } from '../domain/work/task.ts';
import type { Reasons } from './reasons.ts';

/** The round that is explained: the open one, one that is not open, or a closed one. */
export interface ExplainedRound {
  readonly number: number;
  readonly cutoff: Day;
  readonly state: 'open' | 'imagined' | 'closed';
  readonly policy: Policy;
  /** Empty before closing. */
  readonly approvedBy: string;
  readonly meeting: string;
}

/** A re-check of a finding, or the one behind it. */
export interface ExplainedRecheck {
  readonly on: Day;
  /** `found`: the explained finding was recorded for a rebound of another one. */
  readonly what: RecheckResult | 'found';
  /** The other finding of a rebound; empty when the finding holds. */
  readonly otherNo: string;
}

/** What an explanation says of a finding besides the reason. */
export interface ExplainedFinding {
  readonly description: string;
  readonly source: string;
  readonly area: string;
  readonly foundOn: Day;
  /** What the unit wrote of its progress that is no report; null without, and of what is settled. */
  readonly unitWords: string | null;
  /** By day; shown whenever the re-check was made, also after the round. */
  readonly rechecks: readonly ExplainedRecheck[];
  readonly origin: Origin;
}

/** What an explanation says of a central task besides the reason. */
export interface ExplainedTask {
  readonly name: string;
  readonly quantityUnit: string;
  /** The first day from which it is behind without interruption until the cutoff. */
  readonly behindSince: Day | null;
  readonly origin: Origin;
}

/** A decision in the round. All are shown, the last of each kind counts; `measure` and `commended` null: cleared. */
export interface ExplainedDecision {
  readonly measure: Measure | null;
  readonly commended: boolean | null;
  readonly by: string;
  readonly reason: string;
  readonly origin: Origin;
}

/** A correction of a line in a closed round. */
export interface ExplainedCorrection {
  readonly standing: Standing;
  readonly by: string;
  readonly reason: string;
  readonly origin: Origin;
}

/** Why a line is as it is. */
export interface Explanation {
  readonly round: ExplainedRound;
  readonly cadre: Cadre;
  readonly standing: Standing;
  readonly reasons: Reasons;
  readonly findings: ReadonlyMap<FindingNo, ExplainedFinding>;
  readonly tasks: ReadonlyMap<TaskNo, ExplainedTask>;
  /** The decisions of the round on this cadre, oldest first. */
  readonly decisions: readonly ExplainedDecision[];
  /** The correction of the frozen line, when there is one. */
  readonly correction: ExplainedCorrection | null;
  /** Names of everybody else that the texts might name: to be masked in what a cadre is handed. */
  readonly othersNames: readonly string[];
}
