// Dispatch orders as they stand on a day: what lists, sheets and the receipt slip show of them.
import type { Day } from '../days/day.ts';
import type { NamedResponsible } from '../findings/finding.ts';

/** One line of an order on a day. */
export interface DispatchItem {
  readonly kind: 'finding' | 'task';
  readonly number: string;
  readonly source: string;
  readonly content: string;
  readonly standard: string;
  readonly responsible: readonly NamedResponsible[];
  readonly deadline: Day | null;
  /** `done`: rectified or withdrawn, the target reached, or cancelled; `late`: past its deadline and not done. */
  readonly state: 'done' | 'late' | 'open';
  /** A finding's status, a task's place in its plan. */
  readonly status: string;
}

export interface DispatchOrder {
  readonly id: string;
  readonly orderNo: string;
  readonly station: string;
  readonly sentOn: Day;
  readonly dueOn: Day;
  readonly issuedBy: string;
  readonly note: string;
  readonly receivedOn: Day | null;
  readonly receivedBy: string;
  readonly items: readonly DispatchItem[];
}
