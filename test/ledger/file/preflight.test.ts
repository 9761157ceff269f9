// Opening: what is refused before SQLite touches it, each with its word, the bytes as they were; settings read back.
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/domain/problem.ts';
import { Connection } from '../../../src/ledger/database.ts';
import { applySettings, openForReading, openForWriting, read } from '../../../src/ledger/file/open.ts';
import { preflight } from '../../../src/ledger/file/preflight.ts';
import { SCHEMA_VERSION } from '../../../src/ledger/migrate.ts';
import { newFile, newLedger, snapshot, temporaryFolder } from '../../support/ledgers.ts';

const PAGE = 4096;

/** Tries to open a file for reading and for writing; says what both said. */
function refused(file: string): string {
  const said = [openForReading, openForWriting].map((open) => {
    try {
      open(file).close();
      return 'opened';
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return `${error.kind} ${error.message}`;
    }
  });
  expect(said[0]).toBe(said[1]);
  return said[0] ?? '';
}

/** Writes a file of these bytes, tries it, and sees that nothing was changed. */
function refusedBytes(bytes: Uint8Array | string): string {
  const file = join(temporaryFolder(), 'yanquan.db');
  writeFileSync(file, bytes);
  const before = { ...snapshot(file), changed: statSync(file).mtimeMs };
  const said = refused(file);
  expect({ ...snapshot(file), changed: statSync(file).mtimeMs }).toEqual(before);
  return said;
}

/** A whole ledger with some bytes of its header changed. */
function altered(at: number, ...bytes: number[]): Buffer {
  const content = readFileSync(newFile());
  content.set(bytes, at);
  return content;
}

describe('a file that is refused', () => {
  it('is missing, and stays missing', () => {
    const file = join(temporaryFolder(), 'yanquan.db');
    expect(refused(file)).toBe('refused ledger_missing');
    expect(existsSync(file)).toBe(false);
  });

  it('is a link, to a ledger or to nothing', () => {
    const file = newFile();
    const before = snapshot(file);
    const links = temporaryFolder();
    symlinkSync(file, join(links, 'good.db'));
    symlinkSync(join(links, 'nowhere'), join(links, 'bad.db'));
    expect(refused(join(links, 'good.db'))).toBe('refused ledger_is_link');
    expect(refused(join(links, 'bad.db'))).toBe('refused ledger_is_link');
    expect(snapshot(file)).toEqual(before);
  });

  it('is a folder', () => {
    const folder = join(temporaryFolder(), 'yanquan.db');
    mkdirSync(folder);
    expect(refused(folder)).toBe('refused ledger_not_a_file');
  });

  it('is empty', () => {
    expect(refusedBytes('')).toBe('refused ledger_empty');
  });

  it('is cut, wherever', () => {
    const whole = readFileSync(newFile());
    expect(whole.length % PAGE).toBe(0);
    const lengths = [
      1,
      15,
      16,
      17,
      99,
      100,
      101,
      511,
      512,
      1000,
      PAGE - 1,
      PAGE,
      PAGE + 1,
      5 * PAGE,
      9 * PAGE + 7,
    ];
    for (const length of [...lengths, whole.length - PAGE, whole.length - 1]) {
      expect(refusedBytes(whole.subarray(0, length)), `${length} bytes`).toBe('damaged ledger_cut');
    }
    expect(refusedBytes(Buffer.concat([whole, whole.subarray(0, 7)]))).toBe('damaged ledger_cut');
  });

  it('is something else', () => {
    const text = '严圈\n'.repeat(2000);
    expect(refusedBytes(text)).toBe('refused ledger_foreign');
    expect(refusedBytes('x')).toBe('refused ledger_foreign');
    expect(refusedBytes(Buffer.alloc(8192, 0xa5))).toBe('refused ledger_foreign');
    expect(refusedBytes(Buffer.alloc(8192))).toBe('refused ledger_foreign');
    const other = join(temporaryFolder(), 'other.db');
    new Database(other).exec('CREATE TABLE t (a)').close();
    expect(refusedBytes(readFileSync(other))).toBe('refused ledger_foreign');
    expect(refusedBytes(altered(68, 1, 2, 3, 4))).toBe('refused ledger_foreign');
    expect(refusedBytes(altered(60, 0, 0, 0, 0))).toBe('refused ledger_foreign');
  });

  it('is of a newer version, and says which', () => {
    expect(refusedBytes(altered(60, 0, 0, 0, SCHEMA_VERSION + 1))).toBe('refused ledger_newer');
    const file = join(temporaryFolder(), 'newer.db');
    writeFileSync(file, altered(60, 0, 0, 3, 232));
    const values = { file, version: 1000, known: SCHEMA_VERSION };
    expect(() => preflight(file, false)).toThrow(
      expect.objectContaining({ problems: [{ code: 'ledger_newer', values }] }),
    );
  });

  it('says in its header that it has a write-ahead log', () => {
    expect(refusedBytes(altered(18, 2, 2))).toBe('damaged ledger_wrong_mode');
    expect(refusedBytes(altered(18, 1, 2))).toBe('damaged ledger_wrong_mode');
  });

  it('is junk behind its header', () => {
    const junk = readFileSync(newFile()).fill(0xa5, 100);
    expect(refusedBytes(junk)).toBe('damaged ledger_damaged');
  });

  it('is not one that is cut beside a hot journal: SQLite knows how to go on', () => {
    const file = join(temporaryFolder(), 'yanquan.db');
    writeFileSync(file, readFileSync(newFile()).subarray(0, 3 * PAGE));
    expect(() => preflight(file, false)).toThrow('ledger_cut');
    writeFileSync(`${file}-journal`, 'x');
    expect(preflight(file, false)).toMatchObject({ schemaVersion: SCHEMA_VERSION });
  });
});

describe('a ledger that is opened', () => {
  const held = (connection: Connection) =>
    [
      'journal_mode',
      'synchronous',
      'foreign_keys',
      'recursive_triggers',
      'trusted_schema',
      'application_id',
      'user_version',
      'timeout',
    ]
      .filter((name) => name !== 'timeout')
      .map((name) => connection.raw.pragma(name, { simple: true }));

  it('has the settings of the contract', () => {
    expect(held(newLedger().connection)).toEqual(['delete', 3, 1, 1, 0, 0x59514c31, SCHEMA_VERSION]);
  });

  it('has them for reading too, can only be read, and stays as it was', () => {
    const file = newFile();
    const before = snapshot(file);
    const ledger = openForReading(file);
    expect(held(ledger.connection)).toEqual(['delete', 3, 1, 1, 0, 0x59514c31, SCHEMA_VERSION]);
    expect(ledger.connection.raw.pragma('query_only', { simple: true })).toBe(1);
    expect(() => ledger.connection.raw.exec("INSERT INTO cadre_now VALUES (1, 'x')")).toThrow(/readonly/);
    expect(read(ledger, (db) => db.get<{ n: number }>('SELECT count(*) AS n FROM journal'))).toEqual({
      n: 1,
    });
    expect(ledger.connection.raw.inTransaction).toBe(false);
    ledger.close();
    expect(snapshot(file)).toEqual(before);
    expect(before.beside).toEqual(['yanquan.db']);
  });

  it('is refused when a setting does not hold', () => {
    const raw = new Database(':memory:');
    // A ledger in memory cannot have journal_mode=DELETE.
    expect(() => applySettings(new Connection(raw), 'x.db')).toThrow(
      expect.objectContaining({
        kind: 'storage',
        problems: [
          { code: 'ledger_setting', values: { file: 'x.db', pragma: 'journal_mode', held: 'memory' } },
        ],
      }),
    );
    raw.close();
  });

  it('holds no lock after reading, even when the reading fails', () => {
    const ledger = newLedger();
    expect(() =>
      read(ledger, () => {
        throw new Error('in the middle');
      }),
    ).toThrow('in the middle');
    expect(ledger.connection.raw.inTransaction).toBe(false);
  });
});
