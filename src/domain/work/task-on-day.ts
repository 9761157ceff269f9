// Central tasks as they stand on a day, and one day by day. Amounts are hundredths.
import type { Day } from '../days/day.ts';
import type { NamedResponsible } from '../findings/finding.ts';
import type { Milestone, TaskState } from './task.ts';

/** A task on a day. Amounts are hundredths. */
export interface TaskOnDay {
  readonly taskNo: string;
  readonly name: string;
  readonly area: string;
  readonly quantityUnit: string;
  readonly target: number;
  readonly startOn: Day;
  readonly deadline: Day;
  readonly planned: number;
  readonly done: number;
  readonly state: TaskState;
  /** The first day from which it is behind without interruption, null when it is not. */
  readonly since: Day | null;
  readonly responsible: readonly NamedResponsible[];
}

/** A day in a task's life: what was planned by then and, up to the day looked at, what was done. */
export interface TaskDay {
  readonly on: Day;
  readonly planned: number;
  readonly done: number | null;
  readonly what: readonly ('start' | 'milestone' | 'progress' | 'deadline' | 'looked_at')[];
  readonly accepted: boolean | null;
  readonly acceptedBy: string;
  readonly note: string;
  readonly id: string;
}

export interface TaskByDay extends TaskOnDay {
  readonly firstDue: Day;
  readonly milestones: readonly Milestone[];
  readonly cancelled: {
    readonly on: Day;
    readonly by: string;
    readonly reason: string;
    readonly id: string;
  } | null;
  readonly days: readonly TaskDay[];
}
