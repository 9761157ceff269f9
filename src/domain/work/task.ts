// Central work: tasks with their plan and progress, and attendance on site.
import type { CadreNo } from '../cadre.ts';
import type { Day } from '../days/day.ts';
import type { ReassignmentEvent, Responsible } from '../findings/finding.ts';

declare const taskBrand: unique symbol;
/** The number that identifies a central task among the live rows. */
export type TaskNo = string & { readonly [taskBrand]: true };

/** A planned amount, cumulative, in hundredths of the task's unit. */
export interface Milestone {
  readonly on: Day;
  readonly amount: number;
}

/** A progress entry: the amount done so far, cumulative, in hundredths; `accepted` null when it has no mark. */
export interface ProgressEntry {
  readonly id: number;
  readonly seq: number;
  readonly on: Day;
  readonly done: number;
  readonly accepted: boolean | null;
}

/** A central task. Amounts are hundredths. */
export interface Task {
  readonly id: number;
  readonly taskNo: TaskNo;
  readonly name: string;
  readonly target: number;
  readonly startOn: Day;
  readonly dueOn: Day;
  readonly named: readonly Responsible[];
  /** Sorted by day. */
  readonly milestones: readonly Milestone[];
  /** Sorted by day, then recording. */
  readonly progress: readonly ProgressEntry[];
  /** Sorted by day, then recording. */
  readonly reassignments: readonly ReassignmentEvent[];
  readonly cancelledOn: Day | null;
}

const taskStates = ['not_started', 'on_schedule', 'behind', 'not_accepted', 'done', 'cancelled'] as const;
/** The state of a task in its plan. */
export type TaskState = (typeof taskStates)[number];

export const sessions = ['morning', 'evening'] as const;
export type Session = (typeof sessions)[number];

export const presences = ['present', 'absent', 'leave'] as const;
export type Presence = (typeof presences)[number];

/** An absence on a site; `seq` is the journal entry that recorded it. */
export interface Absence {
  readonly cadreNo: CadreNo;
  readonly site: string;
  readonly on: Day;
  readonly session: Session;
  readonly seq: number;
}
