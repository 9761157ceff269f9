// A small office on the command line: three cadres, some findings, whatever steps a test adds.
import { join } from 'node:path';
import { put, temporaryFolder } from './folder.ts';
import { type Ran, run, runOk } from './run.ts';

const POLICY = `name: office
version: "1"
tiers:
  - { measure: self_criticism, at_least: 1, in_circle: false }
  - { measure: reminder_talk, at_least: 2, in_circle: true }
  - { measure: admonition_talk, at_least: 4, in_circle: true }
`;
const CADRES = 'cadre_no,name,rank\nA1,甲一,staff\nA2,乙二,staff\nA3,丙三,section\n';

export type Row = Readonly<Record<string, unknown>>;

export interface Office {
  readonly folder: string;
  readonly ledger: string;
  /** Runs a command on the ledger. */
  readonly y: (...args: readonly string[]) => Promise<Ran>;
  /** Runs commands that must end with 0; gives the last. */
  readonly ok: (...args: readonly string[]) => Promise<Ran>;
  /** Imports a text as a file of a kind, with more options. */
  readonly take: (kind: string, text: string, ...more: readonly string[]) => Promise<Ran>;
  /** The rows of a list. */
  readonly rows: (...args: readonly string[]) => Promise<readonly Row[]>;
  /** A cadre's line in a list of lines. */
  readonly line: (cadreNo: string, ...args: readonly string[]) => Promise<Row | undefined>;
  readonly close: (cutoff: string) => Promise<Ran>;
}

/** Findings as a file: `NO CADRE` or `NO CADRE DEADLINE`, found on 2018-09-01. */
export function findings(...lines: readonly string[]): string {
  const rows = lines.map((line) => {
    const [number = '', cadre = '', due = '2018-09-10'] = line.split(' ');
    return `${number},省委巡视,问题${number},2018-09-01,${due},${cadre}`;
  });
  return `finding_no,source,description,found_on,due_on,cadre_no\n${rows.join('\n')}\n`;
}

/** The office with its roster; dates lie long before the clock of the tests. */
export async function atOffice(): Promise<Office> {
  const folder = temporaryFolder();
  // By itself: a snapshot sees what lies next to it.
  const ledger = join(temporaryFolder(), 'yanquan.db');
  let files = 0;
  const y: Office['y'] = (...args) => run(['--ledger', ledger, ...args]);
  const ok: Office['ok'] = (...args) => runOk(['--ledger', ledger, ...args]);
  const take: Office['take'] = (kind, text, ...more) => {
    files += 1;
    return y('import', kind, put(folder, `${files}-${kind}.csv`, text), ...more);
  };
  const rows: Office['rows'] = async (...args) =>
    JSON.parse((await ok(...args, '--format', 'json')).stdout) as Row[];
  await ok('init', '--policy', put(folder, 'policy.yaml', POLICY), '--township', '桶井乡');
  await take('cadres', CADRES);
  return {
    folder,
    ledger,
    y,
    ok,
    take,
    rows,
    line: async (cadreNo, ...args) => (await rows(...args)).find((row) => row.cadre_no === cadreNo),
    close: (cutoff) => ok('round', 'close', '--cutoff', cutoff, '--approved-by', '书记'),
  };
}
