// The policy in force, as its file.
import type { Policy } from '../../domain/policy.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { policyInForce, type StoredPolicy } from '../../ledger/rounds/policies.ts';
import { type PolicyDoubt, policyDoubts } from '../../scoring/policy-doubts.ts';

/** The policy in force. */
export function policyNow(db: ReadDb): StoredPolicy {
  return policyInForce(db);
}

/** What `policy check` warns of. */
export function policyDoubtsOf(policy: Policy): PolicyDoubt[] {
  return policyDoubts(policy);
}
