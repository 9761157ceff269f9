// The schema of a ledger is held against that of its version before anything in it is believed.
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/domain/problem.ts';
import { verify } from '../../src/jobs/care/verify.ts';
import { Connection } from '../../src/ledger/database.ts';
import { openForReading, openForWriting } from '../../src/ledger/file/open.ts';
import { migrations } from '../../src/ledger/migrations/registry.ts';
import { isReadable, ownSchema, schemaDifferences } from '../../src/ledger/schema.ts';
import { fixtureLedger } from '../support/fixture-ledger.ts';
import { newFile } from '../support/ledgers.ts';

const versions = migrations.map((_, at) => at + 1);
const FULL = { quick: false, digest: null, against: null };
const NEVER_ENDS = 'AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r';

function withRaw<T>(file: string, work: (raw: Database.Database) => T): T {
  const raw = new Database(file);
  try {
    return work(raw);
  } finally {
    raw.close();
  }
}

const failureOf = (work: () => unknown): readonly string[] => {
  try {
    work();
  } catch (error) {
    const { kind, problems } = error as Failure;
    return [kind, ...problems.map(({ code, values }) => `${code} ${values.name ?? values.count ?? ''}`)];
  }
  return [];
};

describe('the schema of a version', () => {
  it.each(versions)('%i, taken from the text of the migrations, is what SQLite makes of it', (version) => {
    const raw = new Database(':memory:');
    for (const { sql } of migrations.slice(0, version)) raw.exec(sql);
    const rows = raw
      .prepare("SELECT type || ' ' || name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")
      .raw()
      .all() as [string, string][];
    raw.close();
    expect(new Map(rows)).toEqual(ownSchema(version));
    expect(ownSchema(version).size).toBeGreaterThan(100);
  });

  it.each([1, 2, 3])('%i is that of a ledger that its program wrote', (version) => {
    withRaw(fixtureLedger(version), (raw) => expect(schemaDifferences(new Connection(raw))).toEqual([]));
  });
});

/** What somebody with a shell could do to a schema, with what is found. */
const foreign: readonly (readonly [what: string, sql: string, found: string])[] = [
  [
    'a trigger that drops what is written',
    'CREATE TRIGGER t BEFORE INSERT ON findings BEGIN SELECT RAISE(IGNORE); END',
    'verify_schema_added trigger t',
  ],
  ['a guard removed', 'DROP TRIGGER journal_no_delete', 'verify_schema_missing trigger journal_no_delete'],
  [
    'a guard replaced',
    'DROP TRIGGER checks_no_update; CREATE TRIGGER checks_no_update BEFORE UPDATE ON checks BEGIN SELECT 1; END',
    'verify_schema_changed trigger checks_no_update',
  ],
  ['a view', `CREATE VIEW v ${NEVER_ENDS}`, 'verify_schema_added view v'],
  ['a table', 'CREATE TABLE mine (a)', 'verify_schema_added table mine'],
  ['a virtual table', 'CREATE VIRTUAL TABLE mine USING rtree (a, b, c)', 'verify_schema_added table mine'],
  ['an index', 'CREATE INDEX i ON findings (source)', 'verify_schema_added index i'],
  ['an index removed', 'DROP INDEX checks_finding', 'verify_schema_missing index checks_finding'],
  [
    'a name of another case',
    'DROP INDEX checks_finding; CREATE INDEX CHECKS_finding ON checks (finding_id)',
    'verify_schema_added index CHECKS_finding',
  ],
  ['a table removed', 'DROP TABLE main_problems', 'verify_schema_missing table main_problems'],
  [
    'a view in the place of a table',
    `DROP TABLE main_problems; CREATE VIEW main_problems ${NEVER_ENDS}`,
    'verify_schema_added view main_problems',
  ],
  ['a column added', 'ALTER TABLE seals ADD COLUMN x TEXT', 'verify_schema_changed table seals'],
  [
    'a trigger by a name of SQLite',
    `PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('trigger', 'sqlite_t', 'findings', 0,
       'CREATE TRIGGER sqlite_t BEFORE INSERT ON findings BEGIN SELECT RAISE(IGNORE); END')`,
    'verify_schema_added trigger sqlite_t',
  ],
  ['another version', `PRAGMA user_version = ${migrations.length - 1}`, 'verify_schema_added'],
];

describe('a schema that is not the version’s own', () => {
  it.each(foreign)('%s is refused by readers and writers, and named by verify', (_, sql, found) => {
    const file = newFile();
    withRaw(file, (raw) => {
      raw.unsafeMode();
      raw.exec(sql);
    });
    for (const open of [openForReading, openForWriting]) {
      const [kind, first, ...rest] = failureOf(() => open(file).close());
      expect(kind).toBe('damaged');
      expect(first).toMatch(/^ledger_schema \d+$/);
      expect(rest.join('\n')).toContain(found);
    }
    const { faults, trusted } = verify(file, FULL);
    expect(faults.map(({ problem }) => `${problem.code} ${problem.values.name}`).join('\n')).toContain(found);
    const readable = /trigger|missing index/.test(found);
    expect(trusted).toEqual(readable ? { entry: 1, round: 0 } : { entry: 0, round: 0 });
  });

  it('is not what ANALYZE and VACUUM leave', () => {
    const file = newFile();
    withRaw(file, (raw) => raw.exec('ANALYZE; VACUUM'));
    openForReading(file).close();
    openForWriting(file).close();
    expect(verify(file, FULL).faults).toEqual([]);
  });

  it('can be read where guards or indices alone differ', () => {
    expect(isReadable([{ what: 'missing', type: 'trigger', name: 'a' }])).toBe(true);
    expect(isReadable([{ what: 'added', type: 'trigger', name: 'a' }])).toBe(true);
    expect(isReadable([{ what: 'missing', type: 'index', name: 'a' }])).toBe(true);
    expect(isReadable([{ what: 'added', type: 'index', name: 'a' }])).toBe(false);
    expect(isReadable([{ what: 'added', type: 'view', name: 'a' }])).toBe(false);
    expect(isReadable([{ what: 'changed', type: 'table', name: 'a' }])).toBe(false);
  });
});
