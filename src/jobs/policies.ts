// The policy in force, as its file.
import type { ReadDb } from '../ledger/database.ts';
import { policyInForce, type StoredPolicy } from '../ledger/policies.ts';

/** The policy in force. */
export function policyNow(db: ReadDb): StoredPolicy {
  return policyInForce(db);
}
