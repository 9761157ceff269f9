// A new ledger with its township and policy.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Policy } from '../../domain/policy.ts';
import { refusal } from '../../domain/problem.ts';
import { readPolicyFile } from '../../intake/policy-file.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { createLedger } from '../../ledger/file/create.ts';
import type { Ledger, OpenOptions } from '../../ledger/file/open.ts';
import { adoptPolicy, policyInForce } from '../../ledger/rounds/policies.ts';
import { openRound } from '../../ledger/rounds/rounds.ts';
import { DEFAULT_TIME_ZONE, recordSetting, setting } from '../../ledger/settings.ts';
import { type Committed, commit, type JournalRow } from '../../ledger/writing/journal.ts';
import { type Acting, entryOf } from '../acting.ts';
import { createdBefore } from './created-before.ts';

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

/** A ledger that was created, or is there already as it would be. */
export interface Created extends Omit<Adopted, 'what' | 'open'> {
  readonly what: 'added' | 'unchanged';
  readonly township: string;
}

/**
 * Creates a ledger; one that is there with the same township and policy and nothing else stays as it is.
 * @throws Failure `refused` when there is another one already, or the policy is wrong
 */
export function initLedger(
  file: string,
  acting: Acting,
  township: string | null,
  policyFile: PolicyFile,
  options: OpenOptions = {},
): Committed<Created> {
  const entry = entryOf(acting, 'init', { township, policy: policyFile.sha256 });
  const { name, version } = policyFile.policy;
  const about = { name, version, sha256: policyFile.sha256, township: township ?? '' };
  const stands = (db: ReadDb, head: JournalRow): Created | undefined =>
    head.seq === 1 &&
    policyInForce(db).sha256 === about.sha256 &&
    (setting(db, 'township') ?? '') === about.township
      ? { what: 'unchanged', ...about }
      : undefined;
  const before = createdBefore(file, acting, { entry: () => entry, stands }, options);
  if (before !== undefined) return before;
  const fill = (ledger: Ledger) =>
    commit<Created>(ledger, entry, (db) => {
      recordSetting(db, 'time_zone', DEFAULT_TIME_ZONE);
      if (township !== null) recordSetting(db, 'township', township);
      adoptPolicy(db, policyFile);
      const did = { township, policy: { name, version, sha256: policyFile.sha256 } };
      return { value: { what: 'added', ...about }, did };
    });
  return createLedger(file, fill, options);
}

/** A policy that was put in force, or is already. */
export interface Adopted {
  readonly what: 'adopted' | 'unchanged';
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
  /** The round that is open and keeps the policy it was opened with; null without one. */
  readonly open: number | null;
}

/** Puts a policy in force for the rounds opened from now on. @throws Failure `refused` */
export function adopt(ledger: Ledger, acting: Acting, policyFile: PolicyFile): Committed<Adopted> {
  return commit(ledger, entryOf(acting, 'policy adopt', { policy: policyFile.sha256 }), (db) => {
    const adopted = adoptPolicy(db, policyFile);
    const { name, version } = policyFile.policy;
    const { sha256 } = policyFile;
    return {
      value: {
        what: adopted ? 'adopted' : 'unchanged',
        name,
        version,
        sha256,
        open: openRound(db)?.round_no ?? null,
      },
      did: { name, version, sha256 },
    };
  });
}
