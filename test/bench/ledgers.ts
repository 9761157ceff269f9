// The ledgers that the bench measures on, made through the tool and the real imports.
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type Day } from '../../src/domain/days/day.ts';
import { FIRST_CUTOFF, makeLedger, WEEK } from '../support/make-ledger.ts';
import { CUTOFF, type Size, writeCadres, writeFindings } from './data.ts';
import { type Run, take } from './measure.ts';
import { type Files, tool } from './rows.ts';

export const YOUNG_ROUNDS = 10;
export const OLD_ROUNDS = 520;
/** The share of the findings that is imported besides all of them. */
export const TENTH = 10;
/** Findings and cadres of the ledgers with rounds behind them. */
const FINDINGS_A_WEEK = 100;
const CADRES = 300;

/** The policy of the contract's section 3: the shipped one, but no decision is required. */
const POLICY = `name: measured
version: "1"
tiers:
  - { measure: self_criticism, at_least: 1, in_circle: false }
  - { measure: reminder_talk, at_least: 2, in_circle: true }
  - { measure: admonition_talk, at_least: 4, in_circle: true }
`;

/** The cutoff a week after so many rounds of a made ledger. */
export function cutoffAfter(rounds: number): Day {
  return addDays(FIRST_CUTOFF, rounds * WEEK);
}

/**
 * Makes every file of the bench in a folder; what is there already from a run of the same size is kept.
 * @param say called with what is being made
 */
export async function makeFiles(folder: string, size: Size, say: (what: string) => void): Promise<Files> {
  mkdirSync(folder, { recursive: true });
  const at = (name: string): string => join(folder, name);
  const files: Files = {
    folder,
    cadres: at('cadres.csv'),
    findings: at('findings.csv'),
    tenth: at('tenth.csv'),
    empty: at('empty.db'),
    roster: at('roster.db'),
    large: at('large.db'),
    closed: at('closed.db'),
    demo: join(at('demo'), 'yanquan.db'),
    young: at('young.db'),
    old: at('old.db'),
  };
  const once = async (file: string, make: () => Promise<void>): Promise<void> => {
    if (existsSync(file)) return;
    say(file);
    await make();
  };
  await once(files.cadres, () => writeCadres(files.cadres, size));
  await once(files.findings, () => writeFindings(files.findings, size));
  await once(files.tenth, () =>
    writeFindings(files.tenth, { ...size, findings: Math.ceil(size.findings / TENTH) }),
  );
  writeFileSync(at('policy.yaml'), POLICY);
  await once(files.empty, () => run(tool(files.empty, 'init', '--policy', at('policy.yaml'))));
  await once(files.roster, () => onCopy(files.empty, files.roster, 'import', 'cadres', files.cadres));
  await once(files.large, () => onCopy(files.roster, files.large, 'import', 'findings', files.findings));
  await once(files.closed, () =>
    onCopy(files.large, files.closed, 'round', 'close', '--cutoff', CUTOFF, '--approved-by', '书记'),
  );
  await once(files.demo, () => run(tool(files.demo, 'demo', '--dir', at('demo'))));
  for (const [file, rounds] of [
    [files.young, YOUNG_ROUNDS],
    [files.old, OLD_ROUNDS],
  ] as const) {
    const findings = rounds * FINDINGS_A_WEEK;
    await once(file, () =>
      makeLedger(file, { findings, rounds, cadres: CADRES, seed: size.seed, weeksAlike: true }),
    );
  }
  return files;
}

async function onCopy(from: string, to: string, ...args: readonly string[]): Promise<void> {
  const making = `${to}.making`;
  copyFileSync(from, making);
  await run(tool(making, ...args));
  copyFileSync(making, to);
}

async function run(command: Run): Promise<void> {
  await take(command);
}
