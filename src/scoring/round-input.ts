// What a round is planned from, and what is told while it is.
import type { Cadre, CadreNo } from '../domain/cadre.ts';
import type { Day } from '../domain/days/day.ts';
import type { Finding, FindingNo } from '../domain/findings/finding.ts';
import type { Policy } from '../domain/policy.ts';
import type { Decision, PastLine, PreviousRound, Since } from '../domain/round.ts';
import type { Absence, Task } from '../domain/work/task.ts';
import type { AbsenceReason, Judgement, RectifiedReason, TaskReason } from './reasons.ts';
import type { Engine } from './rules.ts';

/** What some of a round's findings come to. Plain data: it may come from another thread. */
export interface FindingsShare {
  /** Whole numbers: seven for each cadre on the roster, in its order. */
  readonly sums: Float64Array<ArrayBuffer>;
  /** Outstanding findings left out because they have no deadline. */
  readonly withoutDeadline: number;
  /** Outstanding findings for which nobody with weight on the roster is responsible. */
  readonly withoutResponsible: readonly FindingNo[];
}

/** What findings are judged by. Plain data, for another thread too. */
export interface RoundRules {
  readonly engine: Engine;
  readonly cutoff: Day;
  readonly policy: Policy;
  readonly previous: Since;
}

/** All facts that a round rests on. Findings may be a stream; they must come in the order of their ids. */
export interface RoundInput {
  readonly number: number;
  readonly engine: Engine;
  readonly cutoff: Day;
  readonly policy: Policy;
  readonly cadres: Iterable<Cadre>;
  /** At least those outstanding at the cutoff and those rectified in the window; others do no harm. */
  readonly findings: Iterable<Finding>;
  /** What further findings come to, reckoned elsewhere, in the order of the findings' ids. Each may hold until the next only. */
  readonly shares?: Iterable<FindingsShare>;
  readonly tasks: Iterable<Task>;
  readonly absences: Iterable<Absence>;
  readonly previous: PreviousRound | null;
  /** A cadre's lines in closed rounds before this one, oldest first. Asked only where the policy looks at history. */
  readonly pastLines: (cadreNo: CadreNo) => readonly PastLine[];
  readonly decisions: ReadonlyMap<CadreNo, Decision>;
}

/** A reason as it arises, in the order of findings, then tasks, then absences: for the digest and for nobody's memory. */
export type ReasonSeen =
  | {
      readonly about: 'finding';
      readonly finding: Pick<Finding, 'id' | 'findingNo'>;
      readonly cadreNo: CadreNo;
      readonly judgement: Judgement;
      /** Whether the same judgement is told again of others that are alike. */
      readonly shared: boolean;
    }
  | { readonly about: 'rectified'; readonly reason: RectifiedReason }
  | { readonly about: 'task'; readonly reason: TaskReason }
  | { readonly about: 'absence'; readonly reason: AbsenceReason };

export interface PlanOptions {
  /** Whose reasons the lines keep: everybody's by default; a million findings need more thrift. */
  readonly reasonsOf?: (cadreNo: CadreNo) => boolean;
  /** Told every reason that bears on a line (counted, pending, rectified, behind, absent). */
  readonly onReason?: (seen: ReasonSeen) => void;
}
