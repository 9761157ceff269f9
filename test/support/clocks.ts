// A small ledger under a policy with limits: two cadres, findings of one of them.
import { join } from 'node:path';
import { world } from './errors.ts';
import { put, temporaryFolder } from './folder.ts';
import { runOk } from './run.ts';

export interface PolicyParts {
  /** Days for a check and for a ruling; 5 by default. */
  readonly check?: number;
  readonly rule?: number;
  readonly history?: string;
  /** Further lines. */
  readonly more?: string;
}

const CADRES = 'cadre_no,name,rank\nA1,吕鹏,staff\nA2,华建,staff\n';
/** A policy with limits. */
export const POLICY = ({
  check = 5,
  rule = 5,
  history = '{}',
  more = '',
}: PolicyParts): string => `name: clocks
version: "1"
tiers:
  - { measure: self_criticism, at_least: 1, in_circle: false }
  - { measure: reminder_talk, at_least: 2, in_circle: true }
  - { measure: admonition_talk, at_least: 4, in_circle: true }
duties: { check_within: ${check}, rule_within: ${rule} }
history: ${history}
${more}`;

/** A new ledger with two cadres and findings of A1, found on the 1st of September 2018. */
export async function ledger(dues: Readonly<Record<string, string>>, policy: PolicyParts = {}) {
  const folder = temporaryFolder();
  const file = join(folder, 'yanquan.db');
  const ok = (...args: string[]) => runOk([...args, '--ledger', file], world);
  const lines = Object.entries(dues).map(([no, due]) => `${no},巡察,${no},2018-09-01,${due},A1`);
  await ok('init', '--policy', put(folder, 'policy.yaml', POLICY(policy)));
  await ok('import', 'cadres', put(folder, 'cadres.csv', CADRES));
  const head = 'finding_no,source,description,found_on,due_on,cadre_no';
  await ok('import', 'findings', put(folder, 'findings.csv', `${[head, ...lines].join('\n')}\n`));
  const json = async (...args: string[]): Promise<Record<string, unknown>[]> =>
    JSON.parse((await ok(...args, '--format', 'json')).stdout) as Record<string, unknown>[];
  const line = async (...args: string[]) => (await json(...args)).find((each) => each.cadre_no === 'A1');
  const close = (cutoff: string) => ok('round', 'close', '--cutoff', cutoff, '--approved-by', '书记');
  return { ok, json, line, close, file, folder };
}

/** A report that a finding is done. */
export const report = (no: string, on: string) => ['finding', 'report', no, '--on', on];
/** An objection of A1. */
export const object = (no: string, on: string, ground = 'facts') => [
  ...['finding', 'object', no, '--cadre', 'A1', '--ground', ground, '--reason', '另有证据', '--on', on],
];
/** The ruling that dismisses it. */
export const dismiss = (no: string, on: string) => [
  ...['finding', 'rule', no, '--cadre', 'A1', '--ruling', 'dismissed', '--on', on, '--by', '裁定组'],
];
