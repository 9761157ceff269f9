// Mutated inputs: only documented exits, within ten seconds and 600 MB, and not a byte of the ledger changed on refusal.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../reference/prng.ts';
import { demo } from '../support/demo.ts';
import { temporaryFolder } from '../support/folder.ts';
import { home, run, runOk, type World } from '../support/run.ts';
import { row, table, wordFile } from '../support/word.ts';
import { officeWorkbook } from '../support/workbook.ts';
import { archive, bytes, type Mutate, texts } from './mutators.ts';
import { size, TIMEOUT } from './sizes.ts';

const WORLD: World = { now: '2018-10-10T04:00:00Z' };
const TRIES = Number(process.env.YANQUAN_TRIES ?? size(40, 4_000));
const SEED = Number(process.env.YANQUAN_SEED ?? 20180912);
const LONGEST_MS = 10_000;
const MOST_MEMORY = 600_000_000;
/** Done; refused; wrong usage; done with something left out; damaged; run again. */
const DOCUMENTED = new Set([0, 1, 2, 3, 4, 75]);

const shipped = (name: string): Buffer => readFileSync(join(home, 'fixtures', name));
const tongjing = (name: string): Buffer => shipped(`tongjing/${name}`);
const csvRows = (name: string): string[][] =>
  tongjing(name)
    .toString()
    .replace('\ufeff', '')
    .trim()
    .split(/\r?\n/)
    .slice(0, 30)
    .map((line) => line.split(','));
const jsonl = (name: string): Buffer => {
  const [keys = [], ...rows] = csvRows(name);
  const objects = rows.map((row) => Object.fromEntries(keys.map((key, at) => [key, row[at] ?? ''])));
  return Buffer.from(`${objects.map((each) => JSON.stringify(each)).join('\n')}\n`);
};

interface Input {
  readonly what: string;
  readonly file: string;
  readonly good: () => Buffer;
  readonly mutate: readonly Mutate[];
  readonly args: (file: string) => readonly string[];
}

const inputs: readonly Input[] = [
  {
    what: 'csv',
    file: 'in.csv',
    good: () => tongjing('11-findings.csv'),
    mutate: [texts, bytes],
    args: (file) => ['import', 'findings', file],
  },
  {
    what: 'a register as csv',
    file: 'in.csv',
    good: () => tongjing('11-findings.csv'),
    mutate: [texts],
    args: (file) => ['import', 'ledger', file, '--skip-bad', '--rejects', `${file}.rejects.csv`],
  },
  {
    what: 'jsonl',
    file: 'in.jsonl',
    good: () => jsonl('11-findings.csv'),
    mutate: [texts, bytes],
    args: (file) => ['import', 'findings', file],
  },
  {
    what: 'xlsx',
    file: 'in.xlsx',
    good: () =>
      officeWorkbook([
        { rows: csvRows('11-findings.csv') },
        { rows: csvRows('11-findings.csv').slice(0, 4) },
      ]),
    mutate: [archive, bytes],
    args: (file) => ['import', 'findings', file, '--sheet', 'all'],
  },
  {
    what: 'docx',
    file: 'in.docx',
    good: () => wordFile([table(csvRows('11-findings.csv').map((cells) => row(cells)))]),
    mutate: [archive, bytes],
    args: (file) => ['import', 'findings', file],
  },
  {
    what: 'xls',
    file: 'in.xls',
    good: () => officeWorkbook([{ rows: csvRows('11-findings.csv') }], 'biff8'),
    mutate: [bytes],
    args: (file) => ['import', 'findings', file],
  },
  {
    what: 'inspect',
    file: 'in.xlsx',
    good: () => officeWorkbook([{ rows: csvRows('11-findings.csv') }]),
    mutate: [archive],
    args: (file) => ['import', 'inspect', file],
  },
  {
    what: 'mapping',
    file: 'map.yaml',
    good: () => shipped('import/dinesafe.yaml'),
    mutate: [texts, bytes],
    args: (file) => ['import', 'findings', join(home, 'fixtures/import/dinesafe.csv'), '--mapping', file],
  },
  {
    what: 'policy',
    file: 'policy.yaml',
    good: () => tongjing('policy.yaml'),
    mutate: [texts, bytes],
    args: (file) => ['policy', 'whatif', file],
  },
  {
    what: 'calendar',
    file: 'calendar.csv',
    good: () =>
      Buffer.from(
        `date,kind,name\n${['01-01', '05-01', '10-01', '10-02', '10-03'].map((on) => `2027-${on},holiday,x\n`).join('')}`,
      ),
    mutate: [texts, bytes],
    args: (file) => ['calendar', 'import', file],
  },
];

const place = mkdtempSync(join(tmpdir(), 'yanquan-fuzz-'));
const ledger = join(place, 'yanquan.db');
beforeAll(async () => {
  copyFileSync((await demo()).ledger, ledger);
  // Whom the mapped file names.
  await runOk(['cadre', 'add', '1001', '--name', '检查甲', '--rank', 'staff', '--ledger', ledger], WORLD);
});
afterAll(() => rmSync(place, { recursive: true }));

/** Runs and says what is wrong with how it ended; undefined when nothing is. */
async function wrongWith(args: readonly string[]): Promise<string | undefined> {
  const began = performance.now();
  const { code, stderr } = await run(args, WORLD);
  const took = performance.now() - began;
  if (!DOCUMENTED.has(code)) return `exit ${code}: ${stderr.slice(0, 400)}`;
  if (took > LONGEST_MS) return `${Math.round(took)} ms`;
  const held = process.memoryUsage.rss();
  if (held > MOST_MEMORY) return `${Math.round(held / 1e6)} MB`;
  return code === 0 || stderr !== '' ? undefined : `exit ${code} without a word`;
}

describe('mutated inputs', { timeout: TIMEOUT }, () => {
  it.each(inputs)('$what', async ({ what, file: name, good: make, mutate, args }) => {
    const random = new Random(SEED);
    const folder = temporaryFolder();
    const [file, at] = [join(folder, name), join(folder, 'yanquan.db')];
    copyFileSync(ledger, at);
    const before = readFileSync(at);
    const good = make();
    const wrong: string[] = [];
    for (let tried = 0; tried < TRIES; tried += 1) {
      writeFileSync(file, random.pick(mutate)(good, random));
      const found = await wrongWith([
        ...args(file),
        '--ledger',
        at,
        ...(what === 'inspect' || what === 'policy' ? [] : ['--dry-run']),
      ]);
      if (found !== undefined) wrong.push(`${what} ${SEED}/${tried}: ${found}`);
      if (!readFileSync(at).equals(before)) wrong.push(`${what} ${SEED}/${tried}: the ledger changed`);
    }
    expect(wrong).toEqual([]);
  });

  it('a ledger file', async () => {
    const random = new Random(SEED);
    const folder = temporaryFolder();
    const at = join(folder, 'yanquan.db');
    const good = readFileSync(ledger);
    const commands = [
      'circle',
      'verify',
      'tally --cutoff 2018-09-30',
      'finding show HT-001',
      'cadre add Z9 --name 某九 --rank staff',
    ];
    const wrong: string[] = [];
    for (let tried = 0; tried < TRIES; tried += 1) {
      const changed = bytes(good, random);
      const command = random.pick(commands);
      writeFileSync(at, changed);
      const found = await wrongWith(['--ledger', at, ...command.split(' ')]);
      if (found !== undefined) wrong.push(`${command} ${SEED}/${tried}: ${found}`);
    }
    expect(wrong).toEqual([]);
  });
});

it('the inputs are good before they are changed', async () => {
  const folder = temporaryFolder();
  for (const { what, file: name, good, args } of inputs) {
    const [file, at] = [join(folder, name), join(folder, 'yanquan.db')];
    copyFileSync(ledger, at);
    writeFileSync(file, good());
    const ran = await run([...args(file), '--ledger', at], WORLD);
    expect([0, 3], `${what}: ${ran.stderr}`).toContain(ran.code);
  }
  await runOk(['--ledger', ledger, 'verify'], WORLD);
});
