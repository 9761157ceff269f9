// Instants are printed in the ledger's time zone, as the filters of days mean them; undone batches are marked.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { langs, ledgerIn, patternOf, templateOf } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';
import { tamper } from '../support/tamper.ts';

/** Half past midnight of the 13th in China, the 12th in UTC. */
const NIGHT = { now: '2018-09-12T16:30:00Z' };
const ROWS = 'finding_no,source,description,found_on,due_on,cadre_no\nN-1,s,d,2018-09-01,2018-09-10,C1\n';
let made: string;

beforeEach(async () => {
  const folder = temporaryFolder();
  made = await ledgerIn(folder);
  const at = ['--ledger', made];
  await runOk(['import', 'findings', put(folder, 'in.csv', ROWS), ...at], NIGHT);
  await runOk(['import', 'findings', put(folder, 'in2.csv', ROWS.replace('N-1', 'N-2')), ...at], NIGHT);
  const [first] = JSON.parse((await runOk(['batch', 'list', '--format', 'json', ...at], NIGHT)).stdout).slice(
    -2,
  );
  await runOk(['batch', 'undo', String(first.batch), '--reason', '误导入', ...at], NIGHT);
  await runOk(['finding', 'report', 'F-2', '--on', '2018-09-10', ...at], { now: '2018-09-12T15:59:59Z' });
});

const json = async (...args: readonly string[]) =>
  JSON.parse((await runOk([...args, '--format', 'json', '--ledger', made], NIGHT)).stdout) as Record<
    string,
    unknown
  >[];

describe('instants', () => {
  it('of the journal carry the day that --from and --to mean', async () => {
    const days = async (...filter: readonly string[]) =>
      (await json('log', ...filter)).map(({ at }) => String(at).slice(0, 10));
    expect(new Set(await days('--from', '2018-09-13', '--to', '2018-09-30'))).toEqual(
      new Set(['2018-09-13']),
    );
    expect(await days('--from', '2018-09-12', '--to', '2018-09-12')).toEqual(['2018-09-12']);
    expect((await json('log', '--limit', '1'))[0]?.at).toBe('2018-09-12T23:59:59.000+08:00');
    const { stdout } = await runOk(['log', '--limit', '2', '--ledger', made], NIGHT);
    expect(stdout).toContain('2018-09-12 23:59:59');
    expect(stdout).toContain('2018-09-13 00:30:00');
    expect(stdout).not.toMatch(/\d\dZ|\+08/);
  });

  it('of batches too, and those undone are marked', async () => {
    const [undone, kept] = (await json('batch', 'list')).slice(-2);
    expect(undone).toMatchObject({ at: '2018-09-13T00:30:00.000+08:00', undone: true });
    expect(kept).toMatchObject({ at: '2018-09-13T00:30:00.000+08:00', undone: false });
    const show = async (batch: unknown, lang: string) =>
      (await runOk(['batch', 'show', String(batch), '--lang', lang, '--ledger', made], NIGHT)).stdout;
    expect(await show(undone?.batch, 'zh')).toContain('2018-09-13 00:30:00');
    expect(await show(undone?.batch, 'zh')).toContain('本批次已撤销');
    expect(await show(kept?.batch, 'en')).not.toContain('undone');
    const list = (await runOk(['batch', 'list', '--lang', 'zh', '--ledger', made], NIGHT)).stdout;
    expect(list).toContain('已撤销');
    expect(list).toContain('2018-09-13 00:30:00');
  });

  it('of what a backup holds, and of a seal', async () => {
    const folder = temporaryFolder();
    const ledger = join(folder, 'sealed.db');
    copyFileSync(made, ledger);
    const at = ['--ledger', ledger];
    const backup = await runOk(['backup', join(folder, 'copy.db'), ...at], NIGHT);
    expect(backup.stderr).toContain('2018-09-12 23:59:59');
    await runOk(['seal', '--by', '书记', ...at], NIGHT);
    for (const args of [
      ['seal', '--by', '书记'],
      ['finding', 'report', 'F-2', '--on', '2018-09-11'],
    ]) {
      const ran = await run([...args, ...at], NIGHT);
      expect(ran.stderr, args.join(' ')).toContain('2018-09-13 00:30:00');
    }
  });

  it('that run backwards are noted by verify, and are no damage', async () => {
    // The report was recorded half an hour before the batch that was undone.
    for (const lang of langs) {
      const ran = await run(['verify', '--lang', lang, '--ledger', made], NIGHT);
      expect(ran.code).toBe(0);
      expect(ran.stdout.replaceAll(/\s+/g, '')).toMatch(
        new RegExp(patternOf(templateOf(lang, 'verify_time_backwards')).source.replaceAll(/\s+/g, ''), 's'),
      );
    }
    expect(await json('verify')).toContainEqual(
      expect.objectContaining({ check: 'chain', verdict: 'noted', code: 'verify_time_backwards' }),
    );
  });

  it('of entries that verify finds damaged', async () => {
    const ledger = join(temporaryFolder(), 'bad.db');
    copyFileSync(made, ledger);
    tamper(ledger, (raw) => raw.exec("UPDATE reports SET reported_on = '2018-09-11'"));
    const { stdout, code } = await run(['verify', '--format', 'csv', '--ledger', ledger], NIGHT);
    expect(code).toBe(4);
    expect(stdout).toContain('2018-09-12 23:59:59');
  });
});
