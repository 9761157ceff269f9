// A ledger with a schema that is not its own is refused by every command that would believe it, and left as it is.
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { afterDemo, demo, demoLedgerIn } from '../support/demo.ts';
import { temporaryFolder } from '../support/folder.ts';
import { run } from '../support/run.ts';

const SILENT = 'CREATE TRIGGER t BEFORE INSERT ON checks BEGIN SELECT RAISE(IGNORE); END';
const ENDLESS = `DROP TABLE main_problems;
  CREATE VIEW main_problems AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r`;
const CHECK = ['finding', 'check', 'HT-044', '--result', 'partial', '--on', '2018-09-28', '--by', '督查组'];

/** A copy of the demo's ledger with its schema changed, and one as it was. */
async function changed(sql: string) {
  const folder = temporaryFolder();
  const ledger = await demoLedgerIn(folder);
  const good = join(folder, 'good.db');
  copyFileSync((await demo()).ledger, good);
  const raw = new Database(ledger);
  raw.exec(sql);
  raw.close();
  return { folder, ledger, good };
}

const COMMANDS: readonly (readonly string[])[] = [
  ...[
    ['circle'],
    ['tally', '--cutoff', '2018-09-26'],
    ['finding', 'show', 'HT-001'],
    ['log'],
    ['explain', 'TJ018'],
  ],
  ...[
    CHECK,
    ['round', 'open', '--cutoff', '2018-09-26'],
    ['seal', '--by', '书记'],
    ['export', 'findings'],
    [],
  ],
  ...[
    ['round', 'close', '--cutoff', '2018-09-26', '--approved-by', '书记'],
    ['dashboard', '-o', 'OUT/a.html'],
  ],
  ...[
    ['publish', 'postgresql://a@127.0.0.1:1/x'],
    ['backup', 'OUT/copy.db'],
    ['verify'],
    ['verify', '--quick'],
    ['policy', 'show'],
  ],
];

describe.each([
  ['a silent trigger', SILENT, 'trigger t'],
  ['a view that never ends', ENDLESS, 'main_problems'],
])('%s', (_, sql, named) => {
  it.each(COMMANDS)('is refused by: %s %s', async (...words) => {
    const { folder, ledger } = await changed(sql);
    const before = readFileSync(ledger);
    const args = words.map((word) => word.replace('OUT', folder));
    const ran = await run([...args, '--ledger', ledger], afterDemo);
    expect({ code: ran.code, told: ran.stdout + ran.stderr }).toMatchObject({ code: 4 });
    expect(ran.stdout + ran.stderr).toContain(named);
    expect(readFileSync(ledger).equals(before)).toBe(true);
    expect(existsSync(join(folder, 'copy.db'))).toBe(false);
  });

  it('is refused as the source of a carry-over, of a restore, and as a copy to compare with', async () => {
    const { folder, ledger, good } = await changed(sql);
    const target = join(folder, 'new.db');
    for (const args of [
      ['init', '--carry-over', ledger, '--ledger', target],
      ['restore', ledger, '--ledger', target],
      ['verify', '--against', ledger, '--ledger', good],
    ]) {
      const ran = await run(args, afterDemo);
      expect(ran.code, args.join(' ')).toBe(4);
      expect(ran.stderr, args.join(' ')).toContain(named);
      expect(existsSync(target)).toBe(false);
    }
  });

  it('offers nothing to the shell', async () => {
    const { ledger, good } = await changed(sql);
    const offered = async (file: string) =>
      (await run(['complete', '--', '--ledger', file, 'explain', ''], afterDemo)).stdout;
    expect(await offered(good)).toContain('TJ018');
    expect(await offered(ledger)).not.toContain('TJ018');
  });
});
