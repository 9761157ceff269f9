// Why a line is as it is: every finding, task and absence that was looked at, and what became of it.
import type { CadreNo } from '../domain/cadre.ts';
import type { Day } from '../domain/day.ts';
import type { FindingNo, Role, Status } from '../domain/finding.ts';
import type { ExitRequirement } from '../domain/policy.ts';
import type { Measure } from '../domain/round.ts';
import type { Session, TaskNo } from '../domain/task.ts';
import type { PointsParts } from './points.ts';

/** Why a finding is counted, pending or neither for a cadre. */
export type Because =
  | { readonly outcome: 'counted'; readonly why: 'due' | 'outstanding' }
  | { readonly outcome: 'pending'; readonly why: 'objected' | 'reported' }
  | {
      readonly outcome: 'not_counted';
      readonly why:
        | 'found_later'
        | 'rectified'
        | 'withdrawn'
        | 'not_responsible'
        | 'no_weight'
        | 'no_deadline'
        | 'not_yet_due';
    };

/** What a finding means for somebody in one role at the cutoff. */
export type Judgement = Because & {
  readonly role: Role | null;
  readonly status: Status;
  readonly deadline: Day | null;
  readonly overdue: boolean;
  readonly weeksOverdue: number;
  /** null unless counted. */
  readonly points: PointsParts | null;
};

/** One finding for one cadre at the cutoff. */
export type FindingReason = Judgement & {
  readonly cadreNo: CadreNo;
  readonly findingId: number;
  readonly findingNo: FindingNo;
};

/** A finding rectified in the round's window, as the commendation looks at it. */
export interface RectifiedReason {
  readonly cadreNo: CadreNo;
  readonly findingNo: FindingNo;
  readonly checkedOn: Day;
  readonly completedOn: Day;
  readonly deadline: Day | null;
  readonly inTime: boolean;
}

/** A central task that is behind schedule at the cutoff. Amounts are hundredths, `planned` rounded up. */
export interface TaskReason {
  readonly cadreNo: CadreNo;
  readonly taskNo: TaskNo;
  readonly role: Role;
  readonly why: 'amount' | 'not_accepted';
  readonly done: number;
  readonly planned: number;
}

export interface AbsenceReason {
  readonly cadreNo: CadreNo;
  readonly site: string;
  readonly on: Day;
  readonly session: Session;
}

/** A tier that was tried: reached or not, and by how much it was missed (ten-thousandths, 0 when reached). */
export interface TierTried {
  readonly measure: Measure;
  readonly atLeast: number;
  readonly inCircle: boolean;
  readonly reached: boolean;
  readonly missing: number;
}

/** An exit requirement and the amount that stands against it: findings or tasks, 0 when it is met. */
export interface RequirementTried {
  readonly requirement: ExitRequirement;
  readonly met: boolean;
  readonly against: number;
}

/** Everything behind one cadre's line. */
export interface Reasons {
  readonly findings: readonly FindingReason[];
  readonly rectified: readonly RectifiedReason[];
  readonly tasks: readonly TaskReason[];
  readonly absences: readonly AbsenceReason[];
  readonly tiers: readonly TierTried[];
  readonly requirements: readonly RequirementTried[];
}
