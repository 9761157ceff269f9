// Several importers at once, as real processes: every row once, no process refused as the ledger is busy.
import { describe, expect, it } from 'vitest';
import { runBuilt } from '../support/built.ts';
import { ledgerIn, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { runOk } from '../support/run.ts';

const IMPORTERS = 8;
const ROWS = 300;
const header = 'finding_no,source,description,found_on,cadre_no';
const rows = (from: number) =>
  Array.from({ length: ROWS }, (_, at) => `N-${from}-${at},s,d,2018-09-01,C${1 + (at % 5)}`).join('\n');
const fileOf = (folder: string, from: number) => put(folder, `${from}.csv`, `${header}\n${rows(from)}\n`);

async function importAll(files: readonly string[], ledger: string, more: readonly string[] = []) {
  const ran = await Promise.all(
    files.map((file) => runBuilt(['import', 'findings', file, '--ledger', ledger, '--json', ...more])),
  );
  for (const each of ran) expect({ code: each.code, stderr: each.stderr }).toMatchObject({ code: 0 });
  return ran.map((each) =>
    each.stdout === '' ? undefined : (JSON.parse(each.stdout) as { added: number; unchanged: number }),
  );
}

async function numbersIn(ledger: string): Promise<string[]> {
  const { stdout } = await runOk(['export', 'findings', '--ledger', ledger], world);
  return stdout.split('\n').flatMap((line) => (line.startsWith('N-') ? [line.split(',')[0] ?? ''] : []));
}

const slow = 240_000;

describe(`${IMPORTERS} importers at once`, () => {
  it('of different files: all rows, once each, and the journal holds', { timeout: slow }, async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const summaries = await importAll(
      Array.from({ length: IMPORTERS }, (_, at) => fileOf(folder, at)),
      ledger,
    );
    expect(summaries.map((each) => each?.added)).toEqual(Array.from({ length: IMPORTERS }, () => ROWS));
    const numbers = await numbersIn(ledger);
    expect(new Set(numbers).size).toBe(IMPORTERS * ROWS);
    expect(numbers).toHaveLength(IMPORTERS * ROWS);
    await runOk(['verify', '--ledger', ledger], world);
  });

  it('of the same file: one adds it, the others find it unchanged', { timeout: slow }, async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = fileOf(folder, 0);
    const summaries = await importAll(
      Array.from({ length: IMPORTERS }, () => file),
      ledger,
    );
    expect(summaries.map((each) => each?.added).sort()).toEqual([
      ...Array.from({ length: IMPORTERS - 1 }, () => 0),
      ROWS,
    ]);
    expect(await numbersIn(ledger)).toHaveLength(ROWS);
  });

  it('of the same file under one idempotency key: done once', { timeout: slow }, async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = fileOf(folder, 0);
    const summaries = await importAll(
      Array.from({ length: IMPORTERS }, () => file),
      ledger,
      ['--idempotency-key', 'week-37'],
    );
    // Whoever comes later is given the answer of the first.
    expect(summaries).toEqual(summaries.map(() => summaries[0]));
    expect(summaries[0]).toBeDefined();
    expect(await numbersIn(ledger)).toHaveLength(ROWS);
  });
});
