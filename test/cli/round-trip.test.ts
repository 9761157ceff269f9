// What export writes, import takes as unchanged, in every format; and a new ledger filled from exports exports the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { afterDemo, demoLedgerIn } from '../support/demo.ts';
import { bytesIn, ledgerIn, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';

const kinds = [
  'cadres',
  'findings',
  'reports',
  'checks',
  'extensions',
  'objections',
  'reassignments',
  'tasks',
  'progress',
  'attendance',
  'decisions',
  'statements',
  'talks',
  'services',
  'appeals',
  'followups',
  'rechecks',
];
/** Kinds that need a round which was closed, or is open. */
const OF_ROUNDS = ['decisions', 'statements', 'talks', 'services', 'appeals', 'followups'];
const formats = ['csv', 'json', 'jsonl', 'xlsx'];

/** The demo with a third round open, so that decisions have a place, and re-checks. */
async function demoWithRound(folder: string): Promise<string> {
  const ledger = await demoLedgerIn(folder);
  const at = ['--ledger', ledger];
  const recheck = ['recheck', 'add', '--on', '2018-09-20', '--by', '回头看甲', '--note', '="x"', ...at];
  await runOk([...recheck, 'SX-001', '--result', 'holds'], afterDemo);
  await runOk(
    [
      ...['finding', 'add', 'HK-1', '--source', '回头看', '--description', '又出现', '--recurs', 'SX-002'],
      ...['--found-on', '2018-09-20', '--cadre-no', 'TJ001', ...at],
    ],
    afterDemo,
  );
  await runOk([...recheck, 'SX-002', '--result', 'rebound', '--new-no', 'HK-1'], afterDemo);
  await afterClosing(ledger);
  await runOk(['round', 'open', '--cutoff', '2018-09-26', ...at], afterDemo);
  await runOk(
    ['decide', 'TJ018', '--measure', 'reminder_talk', '--by', '审定甲', '--reason', '首次', ...at],
    afterDemo,
  );
  await runOk(
    ['decide', 'TJ020', '--measure', 'none', '--no-commend', '--by', '审定甲', '--reason', '="x"', ...at],
    afterDemo,
  );
  return ledger;
}

/** What comes after the closing of round 2: a service, a talk with a receipt, appeals with and without answers, a follow-up. */
async function afterClosing(ledger: string): Promise<void> {
  const steps = [
    ['serve', 'TJ018', '--on', '2018-09-20', '--by', '送达甲', '--receipt', 'refused', '--note', '="x"'],
    ['talk', 'TJ020', '--on', '2018-09-21', '--by', '谈话甲', '--receipt', 'left'],
    ['appeal', 'TJ018', '--on', '2018-09-21', '--reason', '数量有误，\n见附件'],
    ['answer', 'TJ018', '--ruling', 'dismissed', '--on', '2018-09-24', '--by', '复核甲'],
    ['appeal', 'TJ020', '--on', '2018-09-22', '--reason', '="x"'],
    ['answer', 'TJ020', '--ruling', 'retracted', '--on', '2018-09-23', '--by', 'TJ020'],
    ['appeal', 'TJ009', '--on', '2018-09-22', '--reason', '过重'],
    ['follow-up', 'TJ009', '--on', '2018-09-28', '--by', '回访甲', '--result', 'not_improved'],
  ];
  for (const [step = '', cadre = '', ...more] of steps)
    await runOk(['measure', step, cadre, '--round', '2', ...more, '--ledger', ledger], afterDemo);
}

describe('into the ledger it came from', () => {
  it.each(formats)('%s: every kind is unchanged, and so is the file', async (format) => {
    const folder = temporaryFolder();
    const ledger = await demoWithRound(folder);
    for (const kind of kinds) {
      const out = temporaryFolder();
      const file = join(out, `${kind}.${format}`);
      await runOk(['export', kind, '-o', file, '--ledger', ledger, '--lang', 'zh'], afterDemo);
      const before = bytesIn(folder);
      const ran = await run(['import', kind, file, '--ledger', ledger, '--json'], afterDemo);
      expect({ kind, stderr: ran.stderr, code: ran.code }).toMatchObject({ kind, code: 0 });
      const counts = JSON.parse(ran.stdout) as Record<string, number>;
      expect(counts).toMatchObject({ kind, added: 0, amended: 0, rejected: 0 });
      expect(counts.unchanged).toBeGreaterThan(0);
      expect(bytesIn(folder)).toEqual(before);
    }
  });

  it('csv with Chinese headings too, and in gb18030', async () => {
    const folder = temporaryFolder();
    const ledger = await demoWithRound(folder);
    for (const kind of kinds) {
      const file = join(temporaryFolder(), `${kind}.csv`);
      await runOk(
        ['export', kind, '-o', file, '--headers', 'zh', '--encoding', 'gb18030', '--ledger', ledger],
        afterDemo,
      );
      const ran = await run(['import', kind, file, '--ledger', ledger, '--json'], afterDemo);
      expect({ kind, stderr: ran.stderr, code: ran.code }).toMatchObject({ kind, code: 0 });
      expect(JSON.parse(ran.stdout)).toMatchObject({ kind, added: 0, amended: 0, rejected: 0 });
    }
  });

  it('a workbook written in English', async () => {
    const ledger = await demoWithRound(temporaryFolder());
    const file = join(temporaryFolder(), 'cadres.xlsx');
    await runOk(['export', 'cadres', '-o', file, '--ledger', ledger, '--lang', 'en'], afterDemo);
    await runOk(['import', 'cadres', file, '--ledger', ledger], afterDemo);
  });

  it('decisions made twice and cleared: what stands is what is exported', async () => {
    const folder = temporaryFolder();
    const by = ['--by', '审定甲', '--reason', '研究'];
    const ledger = await ledgerIn(folder, [
      ['round', 'open', '--cutoff', '2018-09-12'],
      ['decide', 'C1', '--measure', 'reminder_talk', ...by],
      ['decide', 'C1', '--measure', 'admonition_talk', ...by],
      ['decide', 'C3', '--measure', 'none', ...by],
      ['decide', 'C3', '--clear'],
    ]);
    const file = join(temporaryFolder(), 'decisions.csv');
    await runOk(['export', 'decisions', '-o', file, '--ledger', ledger], world);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.slice(1)).toEqual(['C1,admonition_talk,,审定甲,研究']);
    const { stderr } = await run(['import', 'decisions', file, '--ledger', ledger], world);
    expect(stderr).toMatch(/0 added, 1 unchanged/);
  });

  it('a cadre who moved, left and returned', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder, [
      ['cadre', 'move', 'C2', '--on', '2018-09-10', '--unit', '水利站'],
      ['cadre', 'leave', 'C3', '--on', '2018-09-10'],
      ['cadre', 'leave', 'C4', '--on', '2018-09-10'],
      ['cadre', 'return', 'C4', '--on', '2018-09-20'],
    ]);
    const file = join(temporaryFolder(), 'cadres.csv');
    await runOk(['export', 'cadres', '-o', file, '--ledger', ledger], world);
    const ran = await run(['import', 'cadres', file, '--ledger', ledger, '--json'], world);
    expect(ran.stderr.split('\n')[0]).toMatch(/0 added, 8 unchanged/);
  });
});

it('what came after the closing goes into a ledger that has the rounds and none of it', async () => {
  const [source, target] = [await demoLedgerIn(temporaryFolder()), await demoLedgerIn(temporaryFolder())];
  await afterClosing(source);
  const exported = async (kind: string, ledger: string): Promise<string> =>
    (await runOk(['export', kind, '--ledger', ledger], afterDemo)).stdout;
  const after = ['talks', 'services', 'appeals', 'followups'];
  for (const kind of after) {
    const file = join(temporaryFolder(), `${kind}.csv`);
    await runOk(['export', kind, '-o', file, '--ledger', source], afterDemo);
    expect(await exported(kind, target)).not.toEqual(await exported(kind, source));
    await runOk(['import', kind, file, '--ledger', target], afterDemo);
    expect(await exported(kind, target)).toEqual(await exported(kind, source));
  }
  for (const list of [
    ['measure', 'list', '--all', '--on', '2018-09-30'],
    ['duties', '--on', '2018-10-30'],
  ]) {
    const told = async (ledger: string) =>
      (await runOk([...list, '--format', 'json', '--ledger', ledger], afterDemo)).stdout;
    expect(await told(target)).toEqual(await told(source));
  }
});

describe('into a new ledger', () => {
  const order = kinds.filter((kind) => !OF_ROUNDS.includes(kind));

  /** Every kind's lines; in which order findings were imported is no matter. */
  async function exportAll(ledger: string): Promise<Record<string, string[]>> {
    const all: Record<string, string[]> = {};
    for (const kind of order) {
      all[kind] = (await runOk(['export', kind, '--ledger', ledger], afterDemo)).stdout.split('\n').sort();
    }
    return all;
  }

  async function filledFrom(ledger: string): Promise<[Record<string, string[]>, Record<string, string[]>]> {
    const folder = temporaryFolder();
    const copy = join(folder, 'yanquan.db');
    await runOk(['init', '--ledger', copy], afterDemo);
    for (const kind of order) {
      const file = join(folder, `${kind}.csv`);
      await runOk(['export', kind, '-o', file, '--ledger', ledger], afterDemo);
      await runOk(['import', kind, file, '--ledger', copy], afterDemo);
    }
    return [await exportAll(ledger), await exportAll(copy)];
  }

  it('the demo', async () => {
    const folder = temporaryFolder();
    const [before, after] = await filledFrom(await demoLedgerIn(folder));
    expect(after).toEqual(before);
  });

  it('hostile cells', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const cells = [
      '=1+1',
      "'=1+1",
      "''@x",
      '+5',
      '-3',
      '@SUM(A1)',
      '\t制表',
      'a,b;c',
      '"引"号',
      '行一\n行二',
      '007',
      '1e5',
      '2018-9-2',
      "'",
      ' 前后 ',
      'null',
      'é',
      '😀',
      '是',
    ];
    const rows = cells.map(
      (cell, at) =>
        `H-${at},s,"${cell.replaceAll('"', '""')}",2018-09-01,2018-09-20,C1,"${cell.replaceAll('"', '""')}"`,
    );
    const file = put(
      folder,
      'hostile.csv',
      `finding_no,source,description,found_on,due_on,cadre_no,remark\n${rows.join('\n')}\n`,
    );
    await runOk(['import', 'findings', file, '--ledger', ledger], world);
    const [before, after] = await filledFrom(ledger);
    expect(after).toEqual(before);
    for (const format of formats) {
      const out = join(temporaryFolder(), `findings.${format}`);
      await runOk(['export', 'findings', '-o', out, '--ledger', ledger, '--lang', 'zh'], world);
      const ran = await run(['import', 'findings', out, '--ledger', ledger, '--json'], world);
      expect({ format, stderr: ran.stderr, code: ran.code }).toMatchObject({ code: 0 });
      expect(JSON.parse(ran.stdout)).toMatchObject({ added: 0, amended: 0, unchanged: 12 + cells.length });
    }
  });
});
