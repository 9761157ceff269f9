// npm run bench: the tool and its peers, in turn, in one run; median ratios as a table and as JSON.
// Options: --findings N (1000000), --cadres N (20000), --pairs N (3), --seed N, --only TEXT, --json FILE, --folder DIR
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeFiles, TENTH } from './ledgers.ts';
import { median, type Took, take } from './measure.ts';
import { type Files, type Row, rowsOf } from './rows.ts';

const { values: given } = parseArgs({
  options: {
    findings: { type: 'string', default: '1000000' },
    cadres: { type: 'string', default: '20000' },
    pairs: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    json: { type: 'string' },
    folder: { type: 'string' },
  },
});

/** What came of one comparison. Seconds and bytes are medians; the ratio is the median of the pairs' ratios. */
interface Measured {
  readonly name: string;
  readonly against: string;
  readonly ratio: number;
  readonly goal: number;
  readonly least: number;
  readonly seconds: { readonly tool: number; readonly peer: number };
  readonly peak: { readonly tool: number | null; readonly peer: number | null };
  readonly pairs: number;
}

async function measure(row: Row, files: Files, pairs: number): Promise<Measured> {
  const took: { readonly tool: Took; readonly peer: Took }[] = [];
  // The first pair fills the caches and is not counted.
  for (let at = row.times > 1 ? -1 : 0; at < pairs * row.times; at += 1) {
    row.before?.(files);
    const pair = { tool: await take(row.tool(files)), peer: await take(row.peer(files)) };
    if (at >= 0) took.push(pair);
  }
  const middle = (of: (pair: (typeof took)[number]) => number): number => median(took.map(of));
  const peak = (who: 'tool' | 'peer'): number | null => {
    const known = took.map((pair) => pair[who].peak).filter((each) => each !== null);
    return known.length === 0 ? null : median(known);
  };
  return {
    name: row.name,
    against: row.against,
    goal: row.goal,
    least: row.least,
    ratio: middle(({ tool, peer }) => tool.seconds / peer.seconds),
    seconds: { tool: middle((pair) => pair.tool.seconds), peer: middle((pair) => pair.peer.seconds) },
    peak: { tool: peak('tool'), peer: peak('peer') },
    pairs: took.length,
  };
}

const verdict = (value: number, { goal, least }: { goal: number; least: number }): string =>
  value <= goal ? 'goal' : value <= least ? 'least' : 'missed';
const seconds = (value: number): string => `${value.toFixed(value < 1 ? 3 : 1)} s`;
const megabytes = (bytes: number | null): string => (bytes === null ? '-' : `${Math.round(bytes / 1e6)} MB`);

function line(row: Row, each: Measured): string[] {
  const cells = [each.name, each.against, `**${each.ratio.toFixed(2)}x**`, `${each.goal}x / ${each.least}x`];
  const more = [verdict(each.ratio, each), seconds(each.seconds.tool), seconds(each.seconds.peer)];
  const written = [[...cells, ...more, megabytes(each.peak.tool), megabytes(each.peak.peer)]];
  if (row.memory !== undefined && each.peak.tool !== null) {
    const { goal, least } = row.memory;
    const wanted = `${megabytes(goal)} / ${megabytes(least)}`;
    written.push([
      ...[
        'memory of it',
        '',
        `**${megabytes(each.peak.tool)}**`,
        wanted,
        verdict(each.peak.tool, row.memory),
      ],
      ...['', '', '', ''],
    ]);
  }
  return written.map((row) => `| ${row.join(' | ')} |`);
}

/** The version of the sqlite3 shell, or undefined when there is none. */
function sqliteVersion(): string | undefined {
  try {
    return execFileSync('sqlite3', ['--version'], { encoding: 'utf8' }).split(' ')[0];
  } catch {
    return undefined;
  }
}

const [findings, cadres, pairs, seed] = [given.findings, given.cadres, given.pairs, given.seed].map(
  Number,
) as [number, number, number, number];
const folder = given.folder ?? mkdtempSync(join(tmpdir(), 'yanquan-bench-'));
const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
const sqlite = sqliteVersion();
if (sqlite === undefined) say('NOT MEASURED against sqlite3: there is no sqlite3 shell on PATH.');
const measured: Measured[] = [];
try {
  const files = await makeFiles(folder, { findings, cadres, seed }, (what) => say(`making ${what}`));
  const head = `Node ${process.version}, sqlite3 ${sqlite ?? 'not there'}, ${cpus().length} cores`;
  console.log(
    `${new Date().toISOString().slice(0, 10)} · ${head} · seed ${seed}, ${pairs} pairs at the least\n`,
  );
  console.log(
    '| work | against | ratio | goal / at the least | reached | tool | peer | tool memory | peer memory |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  const [all, tenth] = [findings, Math.ceil(findings / TENTH)].map((many) => many.toLocaleString('en-US'));
  for (const row of rowsOf(all ?? '', tenth ?? '')) {
    if (!row.name.includes(given.only)) continue;
    if (row.sqlite && sqlite === undefined) {
      console.log(`| ${row.name} | ${row.against} | NOT MEASURED: no sqlite3 | | | | | | |`);
      continue;
    }
    const each = await measure(row, files, pairs);
    measured.push(each);
    for (const text of line(row, each)) console.log(text);
  }
  if (given.json !== undefined) writeFileSync(given.json, `${JSON.stringify(measured, null, 2)}\n`);
} finally {
  if (given.folder === undefined) rmSync(folder, { recursive: true, force: true });
}
