// Imports through the command line: all or nothing, once is enough, dry runs are accurate, rejects can be fixed.
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesIn, fixture, ledgerIn, refuseInBoth, world } from '../../support/errors.ts';
import { put, temporaryFolder } from '../../support/folder.ts';
import { run, runOk } from '../../support/run.ts';

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
];
const HEADER = 'finding_no,source,description,found_on,due_on,cadre_no';

describe('once is enough', () => {
  it.each(kinds)('%s: a second import changes no byte', async (kind) => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const before = bytesIn(folder);
    const ran = await run(
      ['import', kind, fixture('base', `${kind}.csv`), '--ledger', ledger, '--json'],
      world,
    );
    expect(JSON.parse(ran.stdout)).toMatchObject({
      kind,
      added: 0,
      amended: 0,
      rejected: 0,
      written: false,
      batches: [],
    });
    expect(ran.code).toBe(0);
    expect(bytesIn(folder)).toEqual(before);
  });

  it('a file that holds a row twice adds it once', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const row = 'N-1,市委巡察反馈,缺表,2018-09-01,2018-09-20,C1';
    const file = put(folder, 'twice.csv', `${HEADER}\n${row}\n${row}\n`);
    const ran = await runOk(['import', 'findings', file, '--ledger', ledger, '--json'], world);
    expect(JSON.parse(ran.stdout)).toMatchObject({ added: 1, unchanged: 1 });
  });
});

describe('dry run', () => {
  it('counts what the real run does, and writes nothing', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const rows = [
      'F-2,市委巡察反馈,两户档案缺表,2018-08-20,2018-09-05,C1',
      'N-1,市委巡察反馈,缺表,2018-09-01,2018-09-20,C1',
      'N-2,市委巡察反馈,缺照片,2018-09-01,2018-09-20,C2',
    ];
    const file = put(folder, 'findings.csv', `${[HEADER, ...rows].join('\n')}\n`);
    const before = bytesIn(folder);
    const args = ['import', 'findings', file, '--ledger', ledger, '--json'];
    const dry = await runOk([...args, '--dry-run'], world);
    expect(bytesIn(folder)).toEqual(before);
    const real = await runOk(args, world);
    const counts = ({ stdout }: { stdout: string }) => {
      const { added, unchanged, amended, rejected } = JSON.parse(stdout) as Record<string, number>;
      return { added, unchanged, amended, rejected };
    };
    expect(counts(dry)).toEqual({ added: 2, unchanged: 1, amended: 0, rejected: 0 });
    expect(counts(real)).toEqual(counts(dry));
    expect(JSON.parse(dry.stdout)).toMatchObject({ written: false, dry_run: true, batches: [] });
    expect(JSON.parse(real.stdout)).toMatchObject({ written: true, dry_run: false });
  });

  it('of a bad file is refused like the file', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const args = ['import', 'findings', fixture('cli', 'cadre_unknown.csv'), '--dry-run', '--ledger', ledger];
    await refuseInBoth(folder, args, { code: 'cadre_unknown', exit: 1, names: ['cadre_unknown.csv:3:'] });
  });
});

describe('bad rows', () => {
  it('900 lines down, after a quoted line break, the physical line is named', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = fixture('cli', 'far_down.csv');
    const lines = readFileSync(file, 'utf8').split('\n');
    const at = lines.findIndex((line) => line.includes('X9')) + 1;
    expect(at).toBeGreaterThan(900);
    const args = ['import', 'findings', file, '--ledger', ledger];
    await refuseInBoth(folder, args, {
      code: 'cadre_unknown',
      exit: 1,
      names: [`far_down.csv:${at}:`, 'X9'],
    });
  });

  it('severity 0 is named as it stands there', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const args = ['import', 'findings', fixture('cli', 'severity_zero.csv'), '--ledger', ledger];
    await refuseInBoth(folder, args, {
      code: 'severity_not_1_to_3',
      exit: 1,
      names: ['severity_zero.csv:2:', 'severity'],
    });
    const ran = await run([...args, '--lang', 'zh'], world);
    expect(ran.stderr).toContain('「severity」“0”');
  });

  it('all are told in one go, and --json says that nothing was written', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const rows = [
      'N-1,s,缺表,2018-02-30,2018-09-20,C1',
      'N-2,s,缺表,2018-09-01,2018-09-20,X8',
      'N-3,s,,2018-09-01,2018-09-20,C1',
      'N-4,s,好行,2018-09-01,2018-09-20,C1',
    ];
    const file = put(folder, 'bad.csv', `${[HEADER, ...rows].join('\n')}\n`);
    const before = bytesIn(folder);
    const ran = await run(['import', 'findings', file, '--ledger', ledger, '--json'], world);
    expect(ran.code).toBe(1);
    for (const line of [2, 3, 4]) expect(ran.stderr).toContain(`${file}:${line}: `);
    expect(ran.stderr).not.toContain(`${file}:5: `);
    expect(JSON.parse(ran.stdout)).toMatchObject({ rejected: 3, written: false, batches: [] });
    expect(bytesIn(folder)).toEqual(before);
  });

  it('--skip-bad writes the good rows; the rejects, mended, import as they are', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const rows = [
      'N-1,s,"缺表,两处",2018-02-30,2018-09-20,C1',
      'N-2,s,好行,2018-09-01,2018-09-20,C1',
      'N-3,s,"断\n行",2018-09-01,2018-09-20,X8',
    ];
    const file = put(folder, 'mixed.csv', `${[HEADER, ...rows].join('\n')}\n`);
    const rejects = join(folder, 'rejects.csv');
    const args = [
      'import',
      'findings',
      file,
      '--skip-bad',
      '--rejects',
      rejects,
      '--ledger',
      ledger,
      '--json',
    ];
    const ran = await run(args, world);
    expect(ran.code).toBe(3);
    expect(JSON.parse(ran.stdout)).toMatchObject({ added: 1, rejected: 2, written: true });
    const text = readFileSync(rejects, 'utf8');
    expect(text.split('\r\n')[0]).toBe(`\uFEFF${HEADER},reject_reason`);
    put(folder, 'rejects.csv', text.replace('2018-02-30', '2018-08-30').replace('X8', 'C8'));
    const again = await runOk(['import', 'findings', rejects, '--ledger', ledger, '--json'], world);
    expect(JSON.parse(again.stdout)).toMatchObject({ added: 2, rejected: 0 });
    const shown = await runOk(['finding', 'list', '--ledger', ledger, '--format', 'json'], world);
    expect(JSON.parse(shown.stdout)).toContainEqual(
      expect.objectContaining({ finding_no: 'N-3', description: '断\n行' }),
    );
  });

  it('--skip-bad of a file of bad rows only writes nothing', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = put(folder, 'bad.csv', `${HEADER}\nN-1,s,缺表,2018-02-30,2018-09-20,C1\n`);
    const before = bytesIn(folder);
    const ran = await run(['import', 'findings', file, '--skip-bad', '--ledger', ledger, '--json'], world);
    expect(ran.code).toBe(3);
    expect(JSON.parse(ran.stdout)).toMatchObject({ added: 0, rejected: 1, written: false });
    expect(bytesIn(folder)).toEqual(before);
  });

  // Open: it is reported as a conflict with the ledger, and with --amend the second row amends the first.
  it('a finding number twice in one file with other content has its own message', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = fixture('cli', 'finding_twice.csv');
    const ran = await run(['import', 'findings', file, '--ledger', ledger, '--lang', 'zh'], world);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(`${file}:3:`);
    expect(ran.stderr).not.toContain('--amend');
  });
});

describe('standard input', () => {
  it('- is read, and named in messages', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const stdin = openSync(fixture('cli', 'four_eyes.csv'), 'r');
    const ran = await run(['import', 'checks', '-', '--ledger', ledger], { ...world, stdin });
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('-:2: ');
  });
});

describe('an idempotency key', () => {
  const key = ['--idempotency-key', 'week-37'];

  it('does the same content once, and says so', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const args = [
      'finding',
      'report',
      'F-2',
      '--on',
      '2018-09-10',
      '--by',
      '丙三',
      '--ledger',
      ledger,
      ...key,
    ];
    expect((await runOk(args, world)).stdout).toBe('reports-2\n');
    const before = bytesIn(folder);
    const again = await runOk(args, world);
    expect(again.stdout).toBe('reports-2\n');
    expect(again.stderr).toMatch(/^Done already under this idempotency key/);
    expect(bytesIn(folder)).toEqual(before);
  });

  it('is refused for other content, of another command too', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder, [['round', 'open', '--cutoff', '2018-09-12', ...key]]);
    const expected = { code: 'idempotency_key_used', exit: 1, names: ['week-37'] } as const;
    await refuseInBoth(folder, ['round', 'cancel', ...key, '--ledger', ledger], expected);
    await refuseInBoth(
      folder,
      ['import', 'reports', fixture('base', 'reports.csv'), ...key, '--ledger', ledger],
      expected,
    );
  });

  it('without one the very same event is unchanged', async () => {
    const folder = temporaryFolder();
    const args = ['finding', 'report', 'F-2', '--on', '2018-09-10', '--by', '丙三'];
    const ledger = await ledgerIn(folder, [args]);
    const before = bytesIn(folder);
    const again = await runOk([...args, '--ledger', ledger], world);
    expect(again).toMatchObject({ code: 0, stdout: 'reports-2\n' });
    expect(bytesIn(folder)).toEqual(before);
  });
});
