// What is derived and was edited behind the program is not believed by any command that would make it last.
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { derivedTables } from '../../src/ledger/tables.ts';
import { afterDemo, demo, demoLedgerIn } from '../support/demo.ts';
import { temporaryFolder } from '../support/folder.ts';
import { run } from '../support/run.ts';
import { tamper } from '../support/tamper.ts';

const OPEN = '(SELECT min(finding_id) FROM finding_now WHERE settled_on IS NULL)';
const SETTLED = '(SELECT max(finding_id) FROM finding_now WHERE settled_on IS NOT NULL)';
const first = (table: string, id: string): string => `(SELECT min(${id}) FROM ${table})`;

/** One edit of each derived column, and of rows as a whole. */
const EDITS: readonly (readonly [column: string, sql: string])[] = [
  ['finding_now.finding_id', `UPDATE finding_now SET finding_id = 99999 WHERE finding_id = ${OPEN}`],
  ['finding_now.finding_no', `UPDATE finding_now SET finding_no = 'X-1' WHERE finding_id = ${OPEN}`],
  ['finding_now.status', `UPDATE finding_now SET status = 'objected' WHERE finding_id = ${OPEN}`],
  ['finding_now.status', `UPDATE finding_now SET status = 'withdrawn' WHERE finding_id = ${SETTLED}`],
  [
    'finding_now.settled_on',
    `UPDATE finding_now SET status = 'rectified', settled_on = '2018-09-01', settled_seq = 3 WHERE finding_id = ${OPEN}`,
  ],
  [
    'finding_now.settled_on',
    `UPDATE finding_now SET settled_on = '2018-01-01' WHERE finding_id = ${SETTLED}`,
  ],
  ['finding_now.settled_seq', `UPDATE finding_now SET settled_seq = 1 WHERE finding_id = ${SETTLED}`],
  [
    'finding_now.settled_seq',
    `UPDATE finding_now SET status = 'registered', settled_on = NULL, settled_seq = NULL WHERE finding_id = ${SETTLED}`,
  ],
  ['finding_now', `DELETE FROM finding_now WHERE finding_id = ${OPEN}`],
  ['finding_now', `DELETE FROM finding_now WHERE settled_on IS NULL`],
  [
    'cadre_now.cadre_id',
    `UPDATE cadre_now SET cadre_id = 99999 WHERE cadre_id = ${first('cadre_now', 'cadre_id')}`,
  ],
  [
    'cadre_now.cadre_no',
    `UPDATE cadre_now SET cadre_no = 'X' WHERE cadre_id = ${first('cadre_now', 'cadre_id')}`,
  ],
  ['cadre_now', `DELETE FROM cadre_now WHERE cadre_no = 'TJ018'`],
  ['task_now.task_id', `UPDATE task_now SET task_id = 99999 WHERE task_id = ${first('task_now', 'task_id')}`],
  ['task_now.task_no', `UPDATE task_now SET task_no = 'X' WHERE task_id = ${first('task_now', 'task_id')}`],
  [
    'order_now.order_id',
    `UPDATE order_now SET order_id = 99999 WHERE order_id = ${first('order_now', 'order_id')}`,
  ],
  [
    'order_now.order_no',
    `UPDATE order_now SET order_no = 'X' WHERE order_id = ${first('order_now', 'order_id')}`,
  ],
  ['deriving', 'INSERT INTO deriving VALUES (7)'],
];

async function edited(sql: string) {
  const folder = temporaryFolder();
  const ledger = await demoLedgerIn(folder);
  tamper(ledger, (raw) => {
    expect(raw.prepare(sql).run().changes).toBeGreaterThan(0);
  });
  return { folder, ledger };
}

describe('what is derived', () => {
  it('has an edit here for each of its columns', () => {
    // No round rests on how names look: `looks` is compared by verify alone.
    const { looks: _, ...tables } = derivedTables;
    const columns = Object.entries(tables).flatMap(([table, names]) =>
      names.map((name) => `${table}.${name}`),
    );
    expect(columns.filter((column) => !EDITS.some(([edit]) => edit === column))).toEqual([]);
  });

  it.each(EDITS)('edited in %s is seen before anything rests on it: %s', async (column, sql) => {
    const { folder, ledger } = await edited(sql);
    const before = readFileSync(ledger);
    const target = join(folder, 'new.db');
    const at = ['--ledger', ledger];
    for (const args of [
      ['round', 'close', '--cutoff', '2018-09-26', '--approved-by', '书记', ...at],
      ['seal', '--by', '书记', ...at],
      ['correct', 'TJ018', '--round', '1', '--by', '书记', '--reason', '更正', ...at],
      ['verify', ...at],
      ['verify', '--quick', ...at],
      ['init', '--carry-over', ledger, '--ledger', target],
      ['backup', target, ...at],
      ['restore', ledger, '--ledger', target],
    ]) {
      const ran = await run(args, afterDemo);
      const told = ran.stdout + ran.stderr;
      expect({ code: ran.code, told }, args.join(' ')).toMatchObject({ code: 4 });
      expect(told, args.join(' ')).toContain(column.split('.')[0]);
      expect(existsSync(target), args.join(' ')).toBe(false);
      rmSync(target, { force: true });
    }
    expect(readFileSync(ledger).equals(before)).toBe(true);
  });

  it('cannot be edited with the guards standing', async () => {
    const folder = temporaryFolder();
    const raw = new Database(await demoLedgerIn(folder));
    for (const [, sql] of EDITS.filter(([column]) => column !== 'deriving'))
      expect(() => raw.exec(sql), sql).toThrow('with a journal entry only');
    raw.close();
  });

  it('is believed as the program wrote it', async () => {
    const folder = temporaryFolder();
    const ledger = join(folder, 'yanquan.db');
    copyFileSync((await demo()).ledger, ledger);
    const close = ['round', 'close', '--cutoff', '2018-09-26', '--approved-by', '书记'];
    const ran = await run([...close, '--ledger', ledger], afterDemo);
    expect(ran.stderr).not.toContain('do not follow');
  });
});
