// The facts of a ledger as plain types, in the words and columns of the contract's import kinds.

/** When a fact was entered, and from which journal position on it is reversed (section 3, "Reversal"). */
export interface Recorded {
  readonly recorded: number;
  readonly reversed_at?: number;
}

/** Section 3, "Measure": lightest first. */
export const MEASURES = ['self_criticism', 'reminder_talk', 'admonition_talk'] as const;
type TierMeasure = (typeof MEASURES)[number];
export type Measure = 'none' | TierMeasure;

export type Role = 'lead' | 'assist' | 'leader';
export type Ground = 'facts' | 'not_mine' | 'deadline' | 'other';
export type RulingWord = 'upheld' | 'released' | 'dismissed';
export type Progress = 'not_done' | 'partly' | 'done';
export type CheckResult = 'rectified' | 'partial' | 'not_rectified';
export type Requirement = 'no_counted_findings' | 'central_tasks_on_schedule' | 'no_overdue_findings';

export interface Cadre extends Recorded {
  readonly cadre_no: string;
  readonly name: string;
  readonly joined_on: string;
  readonly left_on: string;
}

export interface RosterSpan extends Recorded {
  readonly cadre_no: string;
  readonly kind: 'leave' | 'return';
  readonly on: string;
}

export interface Finding extends Recorded {
  readonly finding_no: string;
  readonly source: string;
  readonly severity: 1 | 2 | 3;
  readonly found_on: string;
  readonly due_on: string;
  readonly lead: readonly string[];
  readonly assist: readonly string[];
  readonly leader: readonly string[];
  readonly recurs: string;
}

export interface Report extends Recorded {
  readonly finding_no: string;
  readonly reported_on: string;
  readonly progress: Progress;
}

export interface Check extends Recorded {
  readonly finding_no: string;
  readonly result: CheckResult;
  readonly checked_on: string;
  readonly checked_by: string;
}

export interface Extension extends Recorded {
  readonly finding_no: string;
  readonly new_due_on: string;
  readonly granted_on: string;
  readonly granted_by: string;
}

export interface Objection extends Recorded {
  readonly finding_no: string;
  readonly cadre_no: string;
  readonly raised_on: string;
  readonly ground: Ground;
}

/** A ruling has its own place in the journal: a later file may bring it. It answers the objection `objection`. */
export interface Ruling extends Recorded {
  readonly finding_no: string;
  readonly cadre_no: string;
  readonly raised_on: string;
  readonly ground: Ground;
  readonly ruled_on: string;
  readonly ruling: RulingWord;
  readonly ruled_by: string;
}

/** `new_due_on` is empty when the reassignment sets no deadline; one of the two numbers is empty. */
export interface Reassignment extends Recorded {
  readonly finding_no: string;
  readonly task_no: string;
  readonly from_no: string;
  readonly to_no: string;
  readonly on: string;
  readonly new_due_on: string;
}

export interface DispatchOrder extends Recorded {
  readonly order_no: string;
  readonly finding_nos: readonly string[];
  readonly on: string;
  readonly due: string;
}

interface Milestone {
  readonly on: string;
  readonly amount: string;
}

export interface Task extends Recorded {
  readonly task_no: string;
  readonly target: string;
  readonly start_on: string;
  readonly due_on: string;
  readonly lead: readonly string[];
  readonly assist: readonly string[];
  readonly leader: readonly string[];
  readonly milestones: readonly Milestone[];
}

export interface TaskProgress extends Recorded {
  readonly task_no: string;
  readonly on: string;
  readonly done: string;
  readonly accepted: 'yes' | 'no' | '';
}

export interface TaskCancellation extends Recorded {
  readonly task_no: string;
  readonly on: string;
}

export interface Attendance extends Recorded {
  readonly site: string;
  readonly on: string;
  readonly session: string;
  readonly cadre_no: string;
  readonly present: 'yes' | 'no' | 'leave';
}

/** One entry of `decide`: what is undefined was not decided by it; `clear` goes back to the proposal. */
export interface Decision extends Recorded {
  readonly cadre_no: string;
  readonly measure?: Measure;
  readonly commended?: boolean;
  readonly clear?: boolean;
}

export interface Facts {
  readonly cadres: readonly Cadre[];
  readonly spans: readonly RosterSpan[];
  readonly findings: readonly Finding[];
  readonly reports: readonly Report[];
  readonly checks: readonly Check[];
  readonly extensions: readonly Extension[];
  readonly objections: readonly Objection[];
  readonly rulings: readonly Ruling[];
  readonly reassignments: readonly Reassignment[];
  readonly orders: readonly DispatchOrder[];
  readonly tasks: readonly Task[];
  readonly progress: readonly TaskProgress[];
  readonly cancellations: readonly TaskCancellation[];
  readonly attendance: readonly Attendance[];
}

export interface Tier {
  readonly measure: TierMeasure;
  readonly at_least: number;
  readonly in_circle: boolean;
}

/** Section 3, "Policy", every key filled. Numbers have at most two decimals and are read by their decimal text. */
export interface Policy {
  readonly name: string;
  readonly version: string;
  readonly document: string;
  readonly count: {
    readonly basis: 'due' | 'outstanding';
    readonly objected: 'suspend' | 'count';
    readonly reported: 'suspend' | 'count';
    readonly weights: {
      readonly severity: { readonly 1: number; readonly 2: number; readonly 3: number };
      readonly source: Readonly<Record<string, number>>;
      readonly recurrence: number;
      readonly returned: number;
      readonly overdue_per_week: number;
      readonly role: { readonly lead: number; readonly assist: number; readonly leader: number };
    };
    readonly task_behind: number;
    readonly absence: number;
  };
  readonly tiers: readonly Tier[];
  readonly exit: { readonly require: readonly Requirement[] };
  readonly commend: { readonly rectified_at_least: number };
  readonly history: {
    readonly window_months: number;
    readonly raise_at_entries: number;
    readonly raise_at_rounds: number;
  };
  readonly duties: { readonly check_within: number; readonly rule_within: number };
  readonly require_decision: readonly TierMeasure[];
}

/** The policy whose every key has the value shown in section 3. */
export const DEFAULT_POLICY: Policy = {
  name: 'tongjing',
  version: '2018-09',
  document: '',
  count: {
    basis: 'due',
    objected: 'suspend',
    reported: 'suspend',
    weights: {
      severity: { 1: 1, 2: 1, 3: 1 },
      source: {},
      recurrence: 0,
      returned: 0,
      overdue_per_week: 0,
      role: { lead: 1, assist: 1, leader: 0 },
    },
    task_behind: 0,
    absence: 0,
  },
  tiers: [
    { measure: 'self_criticism', at_least: 1, in_circle: false },
    { measure: 'reminder_talk', at_least: 2, in_circle: true },
    { measure: 'admonition_talk', at_least: 4, in_circle: true },
  ],
  exit: { require: ['no_counted_findings', 'central_tasks_on_schedule'] },
  commend: { rectified_at_least: 2 },
  history: { window_months: 12, raise_at_entries: 0, raise_at_rounds: 0 },
  duties: { check_within: 0, rule_within: 0 },
  require_decision: [],
};
