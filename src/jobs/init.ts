// A new ledger with its township and policy.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Policy } from '../domain/policy.ts';
import { refusal } from '../domain/problem.ts';
import { readPolicyFile } from '../intake/policy-file.ts';
import { createLedger } from '../ledger/create.ts';
import { type Committed, commit } from '../ledger/journal.ts';
import type { Ledger } from '../ledger/open.ts';
import { adoptPolicy } from '../ledger/policies.ts';
import { DEFAULT_TIME_ZONE, recordSetting } from '../ledger/settings.ts';
import { type Acting, entryOf } from './acting.ts';

/** A policy file: its text, the SHA-256 of its bytes, and what it says. */
export interface PolicyFile {
  readonly text: string;
  readonly sha256: string;
  readonly policy: Policy;
}

/** Reads and validates a policy file. @throws Failure `refused` with every problem by line and column */
export function readPolicy(file: string): PolicyFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw refusal('file_not_found', { file }, { file });
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { text, sha256, policy: readPolicyFile(text, file) };
}

/** Creates a ledger. @throws Failure `refused` when there is one already, or the policy is wrong */
export function initLedger(
  file: string,
  acting: Acting,
  township: string | null,
  policyFile: PolicyFile,
): void {
  createLedger(file, (ledger) => {
    commit(ledger, entryOf(acting, 'init', { township, policy: policyFile.sha256 }), (db) => {
      recordSetting(db, 'time_zone', DEFAULT_TIME_ZONE);
      if (township !== null) recordSetting(db, 'township', township);
      adoptPolicy(db, policyFile);
      const { name, version } = policyFile.policy;
      return { value: undefined, did: { township, policy: { name, version, sha256: policyFile.sha256 } } };
    });
  });
}

/** Puts a policy in force for the rounds opened from now on. @throws Failure `refused` */
export function adopt(
  ledger: Ledger,
  acting: Acting,
  policyFile: PolicyFile,
): Committed<'adopted' | 'unchanged'> {
  return commit(ledger, entryOf(acting, 'policy adopt', { policy: policyFile.sha256 }), (db) => {
    const adopted = adoptPolicy(db, policyFile);
    const { name, version } = policyFile.policy;
    return { value: adopted ? 'adopted' : 'unchanged', did: { name, version, sha256: policyFile.sha256 } };
  });
}
