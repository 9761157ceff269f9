// For scripts: the JSON summary, exit codes, idempotency keys with mappings, progress on a terminal only, quiet.
import { describe, expect, it } from 'vitest';
import { bytesIn, ledgerIn, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { run, runOk, type World } from '../support/run.ts';

const header = 'finding_no,source,description,found_on,cadre_no';
const rowsOf = (count: number, cadre = 'C1') =>
  Array.from({ length: count }, (_, at) => `N-${at},s,d,2018-09-01,${cadre}`).join('\n');

/** A world whose clock runs a tenth of a second at each look, on a terminal. */
function ticking(more: World = {}): World {
  let now = Date.parse('2018-10-01T04:00:00Z');
  return {
    stderrIsTerminal: true,
    clock: () => {
      now += 100;
      return new Date(now);
    },
    ...more,
  };
}

describe('progress', () => {
  it('is one line written over on stderr, with the rows so far, gone at the end', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = put(folder, 'x.csv', `${header}\n${rowsOf(6000)}\n`);
    const ran = await runOk(['import', 'findings', file, '--ledger', ledger], ticking());
    const steps = ran.stderr.split('\r\x1b[K');
    expect(steps[0]).toBe('');
    expect(steps.some((step) => /^\d+ rows read…$/.test(step))).toBe(true);
    expect(steps.some((step) => /^\d+ of 6000 rows written…$/.test(step))).toBe(true);
    const rows = steps.flatMap((step) => /^(\d+) rows read/.exec(step)?.[1] ?? []).map(Number);
    expect(rows).toEqual(rows.toSorted((left, right) => left - right));
    // Nothing in the first second: ten looks of 256 rows.
    expect(rows[0]).toBeGreaterThanOrEqual(256 * 9);
    expect(steps.at(-1)).toBe(
      `findings: 6000 added, 0 unchanged, 0 amended, 0 rejected.\nBatch 11: ${file}\n`,
    );
  });

  it.each([
    ['off a terminal', { stderrIsTerminal: false }, []],
    ['with -q', {}, ['-q']],
  ] as const)('is silent %s', async (_, more, options) => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = put(folder, 'x.csv', `${header}\n${rowsOf(6000)}\n`);
    const ran = await runOk(['import', 'findings', file, '--ledger', ledger, ...options], ticking(more));
    expect(ran.stderr).not.toContain('\r');
    if (options.length > 0) expect(ran).toMatchObject({ stdout: '', stderr: '' });
  });

  it('is silent in the first second', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = put(folder, 'x.csv', `${header}\n${rowsOf(6000)}\n`);
    const ran = await runOk(['import', 'findings', file, '--ledger', ledger], {
      ...world,
      stderrIsTerminal: true,
    });
    expect(ran.stderr).not.toContain('\r');
  });
});

describe('--json and exit codes', () => {
  it.each([
    ['added', rowsOf(2), [], 0, { added: 2, rejected: 0, written: true, dry_run: false }],
    ['dry run', rowsOf(2), ['--dry-run'], 0, { added: 2, written: false, dry_run: true, batches: [] }],
    ['refused', rowsOf(2, 'X1'), [], 1, { added: 0, rejected: 2, written: false, batches: [] }],
    ['dry run refused', rowsOf(2, 'X1'), ['--dry-run'], 1, { rejected: 2, written: false, dry_run: true }],
    [
      'skipped',
      `${rowsOf(1)}\nN-8,s,d,2018-09-01,X1`,
      ['--skip-bad'],
      3,
      { added: 1, rejected: 1, written: true },
    ],
    ['nothing', '', [], 0, { added: 0, unchanged: 0, written: false }],
  ] as const)('%s', async (_, rows, options, code, summary) => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = put(folder, 'x.csv', `${header}\n${rows}\n`);
    const ran = await run(['import', 'findings', file, '--ledger', ledger, '--json', ...options], world);
    expect(ran.code).toBe(code);
    expect(ran.stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(ran.stdout)).toMatchObject({ kind: 'findings', ...summary });
  });

  it('-q with bad rows says what is wrong and nothing else', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = put(folder, 'x.csv', `${header},photo\nN-1,s,d,2018-09-01,X1,2\n`);
    const ran = await run(['import', 'findings', file, '--ledger', ledger, '-q'], world);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(ran.stderr).toContain('x.csv:2: "cadre_no" \'X1\'');
  });
});

describe('an idempotency key', () => {
  const mapping = (folder: string, prefix: string) =>
    put(folder, `${prefix}.yaml`, `fields:\n  finding_no: { column: no, prefix: "${prefix}-" }\n`);

  it('stands for the file and how it is read: another mapping is another request', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = put(folder, 'x.csv', 'no,source,description,found_on,cadre_no\n1,s,d,2018-09-01,C1\n');
    const args = ['import', 'findings', file, '--ledger', ledger, '--idempotency-key', 'k'];
    const first = await runOk([...args, '--mapping', mapping(folder, 'A'), '--json'], world);
    const before = bytesIn(folder);
    const again = await runOk([...args, '--mapping', mapping(folder, 'A'), '--json'], world);
    expect(again.stderr).toMatch(/^Done already under this idempotency key/);
    expect(again.stdout).toBe(first.stdout);
    expect(bytesIn(folder)).toEqual(before);
    mapping(folder, 'B');
    const other = await run([...args, '--mapping', `${folder}/B.yaml`], world);
    expect(other).toMatchObject({ code: 1, stdout: '' });
    expect(other.stderr).toMatch(/^The idempotency key k /);
  });
});
