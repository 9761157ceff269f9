// Why a line is as it is: every finding, task and absence that was looked at, and what became of it.
import type { CadreNo } from '../domain/cadre.ts';
import type { Day } from '../domain/days/day.ts';
import type { Finding, FindingNo, Ground, Role, Status } from '../domain/findings/finding.ts';
import type { ExitRequirement } from '../domain/policy.ts';
import type { Measure, RaisedBy } from '../domain/round.ts';
import type { Session, TaskNo } from '../domain/work/task.ts';
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

/** That the office is late with what a finding waits for, and since which day. */
export interface Late {
  readonly with: 'check' | 'ruling';
  /** The first day on which it was late. */
  readonly since: Day;
}

/** An objection that does not suspend, since another one on the same ground was dismissed. */
export interface ObjectedAgain {
  readonly cadreNo: CadreNo;
  readonly on: Day;
  readonly ground: Ground;
}

/** What a finding means for somebody in one role at the cutoff. */
export type Judgement = Because & {
  readonly role: Role | null;
  readonly status: Status;
  readonly deadline: Day | null;
  readonly overdue: boolean;
  readonly weeksOverdue: number;
  /** null unless counted. */
  readonly points: PointsParts | null;
  /** What the office is late with; nothing unless pending. */
  readonly late: readonly Late[];
  /** The pending objections that do not suspend it for this cadre; nothing unless due. */
  readonly objectedAgain: readonly ObjectedAgain[];
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

/** An exit requirement and the amount against it: findings or tasks, 0 when it is met. */
export interface RequirementTried {
  readonly requirement: ExitRequirement;
  readonly met: boolean;
  readonly against: number;
}

/** An entry into the circle, as the history rules look at it. */
export interface EntryTried {
  readonly on: Day;
  /** False where the exit before it was held up by the office. */
  readonly counts: boolean;
  /** The first day on which it no longer counts. */
  readonly lapsesOn: Day;
}

/** The history rules tried on a cadre who is in by points, or was in the window (contract, section 3, "History"). */
export interface HistoryTried {
  /** The entries in the window, oldest first, this round's too where it would be one. */
  readonly entries: readonly EntryTried[];
  /** How many rounds running, this one too; 0 when the points reach no tier of the circle. */
  readonly roundsIn: number;
  /** The measure that the points reach. */
  readonly reached: Measure;
  readonly raisedBy: RaisedBy;
}

/** Everything behind one cadre's line. */
export interface Reasons {
  readonly findings: readonly FindingReason[];
  readonly rectified: readonly RectifiedReason[];
  readonly tasks: readonly TaskReason[];
  readonly absences: readonly AbsenceReason[];
  readonly tiers: readonly TierTried[];
  readonly requirements: readonly RequirementTried[];
  /** null where the policy looks at no history, and under engine 1. */
  readonly history: HistoryTried | null;
}

/** A reason as it arises, in the order of findings, then tasks, then absences. */
export type ReasonSeen =
  | {
      readonly about: 'finding';
      readonly finding: Pick<Finding, 'id' | 'findingNo'>;
      readonly cadreNo: CadreNo;
      readonly judgement: Judgement;
      /** Whether one judgement object serves several findings. */
      readonly shared: boolean;
    }
  | { readonly about: 'rectified'; readonly reason: RectifiedReason }
  | { readonly about: 'task'; readonly reason: TaskReason }
  | { readonly about: 'absence'; readonly reason: AbsenceReason };

/** What is done with the reasons of a round. */
export interface PlanOptions {
  /** Whose reasons the lines keep: everybody's by default. */
  readonly reasonsOf?: (cadreNo: CadreNo) => boolean;
  /** Called with every reason that counts in a line (counted, pending, rectified, behind, absent). */
  readonly onReason?: (seen: ReasonSeen) => void;
}
