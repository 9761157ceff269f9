// Whatever file comes through the command line: no crash, the right exit code, and a refused file leaves the ledger's bytes.
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sheetXml, workbookOf, zipOf } from '../intake/hostile.ts';
import { Random } from '../reference/prng.ts';
import { bytesIn, ledgerIn, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { type Ran, run, runOk } from '../support/run.ts';
import { officeWorkbook } from '../support/workbook.ts';

const header = ['finding_no', 'source', 'description', 'found_on', 'due_on', 'cadre_no', 'recurs'];
const rows = Array.from({ length: 12 }, (_, at) => [
  `N-${at}`,
  's',
  at % 3 === 0 ? '断\n行' : '缺“表”',
  '2018-09-01',
  '+5wd',
  at % 2 === 0 ? 'C1;C2' : 'C3',
  at > 6 ? 'N-1' : '',
]);
const csv = Buffer.from(
  [header, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n'),
);
const jsonl = Buffer.from(
  rows.map((row) => JSON.stringify(Object.fromEntries(header.map((key, at) => [key, row[at]])))).join('\n'),
);
const xlsx = officeWorkbook([{ rows: [['台账'], header, ...rows], merges: ['A1:G1', 'B3:B9'] }]);

const FILES = Number(process.env.YANQUAN_MUTANTS ?? 60);

/** Some bytes set, dropped, inserted, doubled or the end cut off. */
function mutated(seed: Buffer, random: Random): Buffer {
  let bytes = Buffer.from(seed);
  const below = (limit: number) => random.below(limit);
  for (let left = 1 + below(4); left > 0; left -= 1) {
    const at = below(bytes.length);
    const size = 1 + below(8);
    const what = below(5);
    if (what === 0) bytes[at] = below(256);
    else if (what === 1) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + size)]);
    else if (what === 2)
      bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from([below(256)]), bytes.subarray(at)]);
    else if (what === 3) bytes = Buffer.concat([bytes.subarray(0, at + size), bytes.subarray(at)]);
    else if (random.chance(30)) bytes = Buffer.from(bytes.subarray(0, Math.max(1, at)));
  }
  return bytes;
}

function expectSane(ran: Ran, before: Map<string, string>, after: Map<string, string>, name: string): void {
  expect([0, 1], `${name}: ${ran.stderr}`).toContain(ran.code);
  expect(ran.stderr).not.toMatch(/\n {4}at |undefined|\[object|\bNaN\b/);
  expect(ran.stdout).toBe('');
  expect(ran.stderr).not.toBe('');
  if (ran.code === 1) expect(after).toEqual(before);
}

describe(`${FILES} mutated files each`, () => {
  it.each([
    ['csv', csv],
    ['jsonl', jsonl],
    ['xlsx', xlsx],
  ] as const)('%s', { timeout: 600_000 }, async (ending, seed) => {
    const start = await ledgerIn(temporaryFolder());
    const folder = temporaryFolder();
    const ledger = join(folder, 'yanquan.db');
    const chance = new Random(20180912);
    const codes = new Map<number, number>();
    for (let at = 0; at < FILES; at += 1) {
      copyFileSync(start, ledger);
      const file = put(temporaryFolder(), `m${at}.${ending}`, mutated(seed, chance));
      const before = bytesIn(folder);
      const ran = await run(['import', 'findings', file, '--ledger', ledger], world);
      expectSane(ran, before, bytesIn(folder), `${ending} ${at}`);
      codes.set(ran.code, (codes.get(ran.code) ?? 0) + 1);
    }
    expect([...codes.keys()]).toContain(1);
  });

  it('and the seeds themselves are good', async () => {
    for (const [ending, seed] of Object.entries({ csv, jsonl, xlsx })) {
      const folder = temporaryFolder();
      const ledger = await ledgerIn(folder);
      const ran = await runOk(
        ['import', 'findings', put(folder, `x.${ending}`, seed), '--ledger', ledger, '--json'],
        world,
      );
      expect(JSON.parse(ran.stdout)).toMatchObject({ added: 12 });
    }
  });
});

describe('hostile files are refused within ten seconds', () => {
  const cell = (at: string) => `<c r="${at}" t="inlineStr"><is><t>x</t></is></c>`;
  const head = header.join(',');
  const fifty = (text: string) => text.repeat(Math.ceil((50 << 20) / text.length));
  const cases: readonly (readonly [
    what: string,
    code: string,
    name: string,
    make: () => string | Uint8Array,
  ])[] = [
    [
      'a zip bomb',
      'more than',
      'x.xlsx',
      () => zipOf([{ name: 'xl/workbook.xml', data: Buffer.alloc(300 << 20, 32) }]),
    ],
    ['a million columns', 'more than 1048576 characters', 'x.csv', () => `${'a,'.repeat(1_000_000)}\n`],
    [
      'a cell at XFD1048576',
      'area',
      'x.xlsx',
      () => workbookOf(sheetXml(`<row r="1048576">${cell('XFD1048576')}</row>`)),
    ],
    ['a DTD', 'DTD', 'x.xlsx', () => workbookOf(sheetXml(''), { dtd: true })],
    [
      '__proto__ among the headings',
      'not known',
      'x.csv',
      () => `__proto__,constructor,${head}\nx,y,N-1,,d,2018-09-01,,C1,\n`,
    ],
    [
      '__proto__ keys',
      'must have are missing',
      'x.jsonl',
      () => '{"__proto__":{"finding_no":"x"},"finding_no":"N-1"}\n',
    ],
    ['a line of 50 MB', 'characters', 'x.csv', () => `${head}\n${fifty('x')}`],
    ['a quote of 50 MB', 'cannot be read', 'x.csv', () => `${head}\nN-1,"${fifty('x\n')}`],
    ['headings twice', 'more than once', 'x.csv', () => 'finding_no,finding_no\n1,2\n'],
  ];

  it.each(cases)('%s', { timeout: 60_000 }, async (_, words, name, make) => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = put(temporaryFolder(), name, make());
    const before = bytesIn(folder);
    // Time of the processor, so that what else the machine does is not counted.
    const begun = process.cpuUsage();
    const ran = await run(['import', 'findings', file, '--ledger', ledger], world);
    const { user, system } = process.cpuUsage(begun);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain(words);
    expect(bytesIn(folder)).toEqual(before);
    expect((user + system) / 1e6).toBeLessThan(10);
    expect(Object.prototype).not.toHaveProperty('finding_no');
  });
});

describe('the same file again', () => {
  const lines = csv.toString('utf8').split('\r\n');

  it('a hundred times, a subset, a superset: no existing finding changes', { timeout: 240_000 }, async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = put(temporaryFolder(), 'x.csv', csv);
    await runOk(['import', 'findings', file, '--ledger', ledger], world);
    const exported = async () => (await runOk(['export', 'findings', '--ledger', ledger], world)).stdout;
    const before = bytesIn(folder);
    const findings = await exported();
    for (let time = 0; time < 100; time += 1)
      await runOk(['import', 'findings', file, '--ledger', ledger], world);
    const subset = put(temporaryFolder(), 'x.csv', [lines[0], ...lines.slice(4, 7)].join('\n'));
    await runOk(['import', 'findings', subset, '--ledger', ledger], world);
    expect(bytesIn(folder)).toEqual(before);
    const superset = put(
      temporaryFolder(),
      'x.csv',
      [...lines, '"N-99","s","d","2018-09-01","","C1",""'].join('\n'),
    );
    const ran = await runOk(['import', 'findings', superset, '--ledger', ledger, '--json'], world);
    expect(JSON.parse(ran.stdout)).toMatchObject({ added: 1, unchanged: 12, amended: 0 });
    expect((await exported()).startsWith(findings)).toBe(true);
    expect(readFileSync(ledger).length).toBeGreaterThan(0);
  });
});
