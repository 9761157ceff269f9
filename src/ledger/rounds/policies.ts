// Policies in the ledger: each stored whole, one in force.
import { laterPolicyKeys, type Policy } from '../../domain/policy.ts';
import { refusal } from '../../domain/problem.ts';
import type { ReadDb } from '../database.ts';
import type { FactRow } from '../facts/view.ts';
import type { WriteDb } from '../writing/journal.ts';

interface PolicyRow extends FactRow {
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
  readonly text: string;
  readonly content: string;
}

/** A policy as stored: the file's text and SHA-256, and what the program reads in it. */
export interface StoredPolicy {
  readonly id: number;
  readonly sha256: string;
  readonly text: string;
  readonly policy: Policy;
}

function toPolicy(row: PolicyRow): StoredPolicy {
  const content = JSON.parse(row.content) as Policy;
  return { id: row.id, sha256: row.sha256, text: row.text, policy: { ...laterPolicyKeys, ...content } };
}

/** The policy in force: the one adopted last. */
export function policyInForce(db: ReadDb): StoredPolicy {
  const row = db.get<PolicyRow>(
    `SELECT policies.* FROM policy_adoptions JOIN policies ON policies.id = policy_id
     ORDER BY policy_adoptions.id DESC LIMIT 1`,
  );
  if (row === undefined) throw new Error('a ledger without a policy');
  return toPolicy(row);
}

/** The policy with an id. */
export function policyById(db: ReadDb, id: number): StoredPolicy {
  const row = db.get<PolicyRow>('SELECT * FROM policies WHERE id = ?', id);
  if (row === undefined) throw new Error(`no policy with id ${id}`);
  return toPolicy(row);
}

/**
 * Adopts a policy: stores it when it is new, and puts it in force. Returns false when it is in force already.
 * @throws Failure `refused` when the same name and version is stored with other content
 */
export function adoptPolicy(db: WriteDb, file: Pick<StoredPolicy, 'sha256' | 'text' | 'policy'>): boolean {
  const { name, version } = file.policy;
  const stored = db.get<PolicyRow>('SELECT * FROM policies WHERE name = ? AND version = ?', name, version);
  if (stored !== undefined && stored.sha256 !== file.sha256) {
    throw refusal('policy_version_taken', { name, version });
  }
  const inForce = db.get<{ policy_id: number }>(
    'SELECT policy_id FROM policy_adoptions ORDER BY id DESC LIMIT 1',
  );
  if (stored !== undefined && inForce?.policy_id === stored.id) return false;
  const policyId =
    stored?.id ??
    db.insert('policies', {
      name,
      version,
      sha256: file.sha256,
      text: file.text,
      content: JSON.stringify(file.policy),
    });
  db.insert('policy_adoptions', { policy_id: policyId });
  return true;
}
