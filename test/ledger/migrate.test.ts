// The schema: the golden dump shows each change in review; a newer one is refused, under the lock too.
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { refusal } from '../../src/domain/problem.ts';
import { Connection } from '../../src/ledger/database.ts';
import { type Ledger, openForWriting, read } from '../../src/ledger/file/open.ts';
import { migrate, SCHEMA_VERSION } from '../../src/ledger/migrate.ts';
import { migrations } from '../../src/ledger/migrations/registry.ts';
import { commit, type WriteDb } from '../../src/ledger/writing/journal.ts';
import { fixtureLedger, versionOf } from '../support/fixture-ledger.ts';
import { entry, newFile, newLedger } from '../support/ledgers.ts';
import { insertFact } from '../support/rows.ts';

/** Everything that the schema says, by kind and name, one statement each. */
function dump({ raw }: Connection): string {
  const rows = raw
    .prepare(
      "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type = 'trigger', type DESC, name",
    )
    .all() as { sql: string }[];
  return `-- user_version ${raw.pragma('user_version', { simple: true })}\n${rows.map(({ sql }) => `${sql};\n`).join('')}`;
}

describe('the schema', () => {
  it('is the golden one (npx vitest -u after a wanted change)', async () => {
    await expect(dump(newLedger().connection)).toMatchFileSnapshot('golden/schema.sql');
  });

  it('is the same whether created or migrated to', () => {
    const raw = new Database(':memory:');
    const connection = new Connection(raw);
    migrated(connection);
    expect(dump(connection)).toBe(dump(newLedger().connection));
    raw.close();
  });

  it('has the version of the last migration', () => {
    expect(SCHEMA_VERSION).toBe(migrations.length);
    expect(newLedger().connection.raw.pragma('user_version', { simple: true })).toBe(migrations.length);
  });
});

/** Migrates in a transaction of its own. */
function migrated(connection: Connection): number | undefined {
  return connection.raw.transaction(() => migrate(connection)).immediate();
}

describe('migrating', () => {
  it('does nothing to the newest version', () => {
    const raw = new Database(newFile());
    const before = dump(new Connection(raw));
    expect(migrated(new Connection(raw))).toBe(undefined);
    expect(dump(new Connection(raw))).toBe(before);
    raw.close();
  });

  it('is undone whole when a statement fails', () => {
    const raw = new Database(':memory:');
    raw.exec('CREATE TABLE talks (a)');
    expect(() => migrated(new Connection(raw))).toThrow(/talks already exists/);
    expect(raw.inTransaction).toBe(false);
    expect(raw.pragma('user_version', { simple: true })).toBe(0);
    expect(raw.prepare('SELECT count(*) AS n FROM sqlite_schema').get()).toEqual({ n: 1 });
    raw.close();
  });
});

describe('a ledger of an older version, open for writing', () => {
  const opened = () => {
    const file = fixtureLedger(1);
    const ledger = openForWriting(file);
    onTestFinished(() => ledger.close());
    return { file, ledger, before: readFileSync(file) };
  };
  const sealing = (db: WriteDb) => ({ value: insertFact(db, 'seals', { by: '书记' }), did: {} });
  const sealsOf = ({ connection }: Ledger) => connection.column('SELECT "by" FROM seals');

  it('is refused when a newer program has migrated it meanwhile, and left as it is', () => {
    const { ledger, file } = opened();
    const raw = new Database(file);
    raw.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    raw.close();
    expect(() => commit(ledger, entry(), sealing)).toThrow('ledger_newer');
    expect(ledger.connection.raw.inTransaction).toBe(false);
    expect(versionOf(file)).toBe(SCHEMA_VERSION + 1);
  });

  it('is not read any more when another command has migrated it meanwhile', () => {
    const { ledger, file } = opened();
    const other = openForWriting(file);
    expect(commit(other, entry(), sealing).outcome).toBe('written');
    other.close();
    expect(() => read(ledger, () => sealsOf(ledger))).toThrow('ledger_migrated');
  });

  it('is migrated by what is written first, in the same transaction', () => {
    const { ledger, file } = opened();
    expect(sealsOf(ledger)).toEqual([]);
    expect(commit(ledger, entry(), sealing).outcome).toBe('written');
    expect(ledger.done).toEqual({ written: true, migratedFrom: 1 });
    expect(sealsOf(ledger)).toEqual(['书记']);
    expect(versionOf(file)).toBe(SCHEMA_VERSION);
  });

  it.each([
    ['a dry run', { dryRun: true }, sealing],
    ['work that writes nothing', {}, () => ({ value: 0, did: {} })],
    ['work that is not kept', {}, (db: WriteDb) => ({ ...sealing(db), keep: false })],
    [
      'work that is refused',
      {},
      (db: WriteDb) => {
        sealing(db);
        throw refusal('round_not_open');
      },
    ],
  ])('stays as it was, byte for byte, after %s', (_, more, work) => {
    const { file, ledger, before } = opened();
    try {
      expect(commit(ledger, entry(more), work).outcome).toBe('nothing');
    } catch (error) {
      expect((error as Error).message).toBe('round_not_open');
    }
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(ledger.done).toEqual({ written: false });
    // It can still be read, and written to.
    expect(sealsOf(ledger)).toEqual([]);
    expect(commit(ledger, entry(), sealing).outcome).toBe('written');
    expect(sealsOf(ledger)).toEqual(['书记']);
  });
});
