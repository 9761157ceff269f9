// What a round is planned from.
import type { Cadre, CadreNo } from '../domain/cadre.ts';
import type { Day } from '../domain/days/day.ts';
import type { Finding } from '../domain/findings/finding.ts';
import type { Policy } from '../domain/policy.ts';
import type { Decision, PastLine, PreviousRound } from '../domain/round.ts';
import type { Absence, Task } from '../domain/work/task.ts';
import type { FindingSums } from './finding-sums.ts';
import type { Engine } from './rules.ts';

/** All facts that a round rests on. Findings may be a stream; they must come in the order of their ids. */
export interface RoundInput {
  readonly number: number;
  readonly engine: Engine;
  readonly cutoff: Day;
  readonly policy: Policy;
  readonly cadres: Iterable<Cadre>;
  /** At least those outstanding at the cutoff and those rectified in the window; others do no harm. */
  readonly findings: Iterable<Finding>;
  readonly tasks: Iterable<Task>;
  readonly absences: Iterable<Absence>;
  readonly previous: PreviousRound | null;
  /** A cadre's lines in closed rounds before this one, oldest first. Asked only where the policy looks at history. */
  readonly pastLines: (cadreNo: CadreNo) => readonly PastLine[];
  readonly decisions: ReadonlyMap<CadreNo, Decision>;
}

/** Adds the findings of a round to its sums, in the order of their ids, in place of a stream of whole findings. */
export type FindingsReader = (sums: FindingSums) => void;

/** The input of `planRound`: findings are whole ones, or added by a reader where no reasons are asked for. */
export type PlanInput = Omit<RoundInput, 'findings'> & {
  readonly findings: Iterable<Finding> | FindingsReader;
};
