// Texts that SQL would take for its own are stored and shown as given, from files and from the command line, and touch nothing else.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { recordColumns } from '../../src/domain/records/record-columns.ts';
import { recordKinds } from '../../src/domain/records/records.ts';
import { temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';
import { sqlPayloads } from './payloads.ts';
import { plant, planted, plantedTexts } from './planted.ts';

const texts = sqlPayloads.map(([, text]) => text);

/** Everything that a ledger consists of besides its rows. */
function schemaOf(file: string): unknown {
  const db = new Database(file, { readonly: true });
  try {
    return db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
  } finally {
    db.close();
  }
}

describe('in every column of text, of every kind', () => {
  it('kept and shown as given; the schema is untouched, the ledger whole', { timeout: 120_000 }, async () => {
    const folder = temporaryFolder();
    const empty = join(folder, 'empty.db');
    await runOk(['init', '--ledger', empty], planted);
    const { ledger } = await plant(folder, texts);
    expect(schemaOf(ledger)).toEqual(schemaOf(empty));
    let columns = 0;
    for (const kind of recordKinds) {
      if (kind === 'ledger' || kind === 'decisions') continue;
      const { stdout } = await runOk(['export', kind, '--format', 'json', '--ledger', ledger], planted);
      const rows = JSON.parse(stdout) as Record<string, string>[];
      for (const { key, type } of recordColumns[kind]) {
        if (type !== 'text') continue;
        const kept = rows.map((row) => row[key]);
        // Amended, moved or cancelled afterwards, with a text of the same kind.
        const missing = plantedTexts(kind, key, texts).filter(
          (text) => !kept.includes(text.trim()) && !kept.includes(text),
        );
        expect(missing.length, `${kind}.${key}: ${missing.join(' | ')}`).toBeLessThanOrEqual(1);
        columns += 1;
      }
    }
    expect(columns).toBeGreaterThan(40);
    // Of decisions, those of the open round are exported; these were made in one that is closed.
    const decided = new Database(ledger, { readonly: true });
    const reasons = decided.prepare('SELECT reason FROM decisions').pluck().all();
    decided.close();
    const lost = plantedTexts('decisions', 'reason', texts).filter(
      (text) => !reasons.includes(text) && !reasons.includes(text.trim()),
    );
    expect(lost).toEqual([]);
    expect(await run(['verify', '--ledger', ledger], planted)).toMatchObject({ code: 0 });
  });
});

describe('as a value of an option, and as a number', () => {
  it.each(sqlPayloads)('%s', async (_, text) => {
    const given = text.replaceAll('\0', '');
    const folder = temporaryFolder();
    const ledger = join(folder, 'yanquan.db');
    const at = ['--ledger', ledger, '--actor', given];
    await runOk(['init', '--township', given, ...at], planted);
    const schema = schemaOf(ledger);
    const no = given.replaceAll(/[;,，；、\r\n]/g, '.');
    await runOk(['cadre', 'add', 'C1', '--name', 'n', '--rank', 'staff', '--unit', given, ...at], planted);
    const finding = [
      '--source',
      given,
      '--description',
      given,
      '--found-on',
      '2018-09-01',
      '--cadre-no',
      'C1',
    ];
    const added = await run(['finding', 'add', no, ...finding, '--remark', given, ...at], planted);
    // A number in powers of ten is refused: a spreadsheet has spoilt it.
    expect(added.code, added.stderr).toBe(text === '1e5' ? 1 : 0);
    if (added.code === 0) {
      const listed = await runOk(['finding', 'list', '--source', given, '--format', 'json', ...at], planted);
      expect(JSON.parse(listed.stdout)).toMatchObject([{ finding_no: no.trim(), source: given.trim() }]);
      await runOk(['finding', 'show', no, ...at], planted);
      // Nothing has such an area: the filter is refused by name.
      const nothing = await run(['finding', 'list', '--area', given, '--format', 'json', ...at], planted);
      expect(nothing).toMatchObject({ code: 1, stdout: '' });
    }
    await runOk(
      ['cadre', 'add', 'C2', '--name', given, '--rank', 'staff', '--idempotency-key', given, ...at],
      planted,
    );
    const log = await runOk(['log', '--actor', given, '--format', 'json', '--ledger', ledger], planted);
    expect((JSON.parse(log.stdout) as { actor: string }[]).every(({ actor }) => actor === given)).toBe(true);
    expect(schemaOf(ledger)).toEqual(schema);
    expect(await run(['verify', '--ledger', ledger], planted)).toMatchObject({ code: 0 });
    for (const file of ['/tmp/yanquan-x', '/tmp/yanquan-x.db', '/tmp/yanquan-y.db'])
      expect(existsSync(file)).toBe(false);
  });
});

it('there are thirty and more', () => {
  expect(sqlPayloads.length).toBeGreaterThanOrEqual(30);
});
