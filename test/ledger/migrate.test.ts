// The schema: the golden dump shows each change in review; a newer one is refused, under the lock too.
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { Connection } from '../../src/ledger/database.ts';
import { migrate, SCHEMA_VERSION } from '../../src/ledger/migrate.ts';
import { migrations } from '../../src/ledger/migrations/registry.ts';
import { newFile, newLedger } from '../support/ledgers.ts';

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
    migrate(connection, 0);
    expect(dump(connection)).toBe(dump(newLedger().connection));
    raw.close();
  });

  it('has the version of the last migration', () => {
    expect(SCHEMA_VERSION).toBe(migrations.length);
    expect(newLedger().connection.raw.pragma('user_version', { simple: true })).toBe(migrations.length);
  });
});

describe('migrating', () => {
  it('does nothing to the newest version, and nothing when somebody else was faster', () => {
    const raw = new Database(newFile());
    const before = dump(new Connection(raw));
    migrate(new Connection(raw), SCHEMA_VERSION);
    // Looked at before the lock, it was version 0; under the lock it is the newest.
    migrate(new Connection(raw), 0);
    expect(dump(new Connection(raw))).toBe(before);
    raw.close();
  });

  it('refuses a newer version that came meanwhile, and leaves it as it is', () => {
    const raw = new Database(newFile());
    raw.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    expect(() => migrate(new Connection(raw), SCHEMA_VERSION - 1)).toThrow('ledger_newer');
    expect(raw.inTransaction).toBe(false);
    expect(raw.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION + 1);
    raw.close();
  });

  it('is undone whole when a statement fails', () => {
    const raw = new Database(':memory:');
    raw.exec('CREATE TABLE talks (a)');
    expect(() => migrate(new Connection(raw), 0)).toThrow(/talks already exists/);
    expect(raw.inTransaction).toBe(false);
    expect(raw.pragma('user_version', { simple: true })).toBe(0);
    expect(raw.prepare('SELECT count(*) AS n FROM sqlite_schema').get()).toEqual({ n: 1 });
    raw.close();
  });
});
