// What the sources of duties are asked.
import type { Day } from '../../domain/days/day.ts';
import type { Policy } from '../../domain/policy.ts';
import type { ReadDb } from '../../ledger/database.ts';
import type { View } from '../../ledger/facts/view.ts';

/** What the sources of duties look at. */
export interface DutiesAsked {
  readonly db: ReadDb;
  readonly view: View;
  readonly on: Day;
  /** The policy in force: duties go by it, whatever that of a round. */
  readonly policy: Policy;
}
