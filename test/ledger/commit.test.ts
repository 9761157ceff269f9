// The one way in: one transaction, one entry, chained; nothing written leaves the file byte for byte as it was.
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Failure } from '../../src/domain/problem.ts';
import type { Ledger } from '../../src/ledger/file/open.ts';
import { guardedTables } from '../../src/ledger/tables.ts';
import { type Committed, commit, type JournalRow, sha256 } from '../../src/ledger/writing/journal.ts';
import { entry, fillEveryTable, newLedger, snapshot, write } from '../support/ledgers.ts';
import { insertFact } from '../support/rows.ts';

const setTownship = (
  ledger: Ledger,
  value: string,
  more: Parameters<typeof entry>[0] = {},
): Committed<number> =>
  commit(ledger, entry(more), (db) => ({
    value: db.insert('settings', { key: 'township', value }),
    did: { value },
  }));
const townships = ({ connection }: Ledger) =>
  connection
    .all<{ value: string }>("SELECT value FROM settings WHERE key = 'township'")
    .map((row) => row.value);

/** Runs `work` and sees that it left the file as it was. */
function unchanged<T>(ledger: Ledger, work: () => T): T {
  const before = snapshot(ledger.file);
  const value = work();
  expect(ledger.connection.raw.inTransaction).toBe(false);
  expect(snapshot(ledger.file)).toEqual(before);
  return value;
}

describe('commit', () => {
  it('writes one entry with its rows and says which', () => {
    const ledger = newLedger();
    expect(setTownship(ledger, '桶井乡', { command: 'init', actor: '甲一' })).toEqual({
      outcome: 'written',
      value: 2,
      seq: 2,
    });
    const last = ledger.connection.get<JournalRow>('SELECT * FROM journal ORDER BY seq DESC');
    expect(last).toMatchObject({
      seq: 2,
      actor: '甲一',
      command: 'init',
      did: '{"value":"桶井乡"}',
      idempotency_key: null,
    });
    expect(townships(ledger)).toEqual(['桶井乡']);
  });

  it('leaves the file as it was when nothing is written, even if something was derived', () => {
    const ledger = newLedger();
    const said = unchanged(ledger, () =>
      commit(ledger, entry(), (db) => {
        db.deleteDerived('cadre_now', 99);
        return { value: 'looked', did: {} };
      }),
    );
    expect(said).toEqual({ outcome: 'nothing', value: 'looked' });
  });

  it('leaves the file as it was in a dry run, and says what would have been', () => {
    const ledger = newLedger();
    expect(unchanged(ledger, () => setTownship(ledger, '桶井乡', { dryRun: true }))).toEqual({
      outcome: 'nothing',
      value: 2,
    });
    expect(townships(ledger)).toEqual([]);
  });

  it('leaves the file as it was when the work does not want to keep it', () => {
    const ledger = newLedger();
    const said = unchanged(ledger, () =>
      commit(ledger, entry(), (db) => ({
        value: db.insert('settings', { key: 'a', value: 'b' }),
        did: {},
        keep: false,
      })),
    );
    expect(said.outcome).toBe('nothing');
  });

  it('rolls back when the work throws, however much was written, and says the error as it is', () => {
    const ledger = newLedger();
    unchanged(ledger, () => {
      expect(() =>
        write(ledger, (db) => {
          for (let i = 0; i < 20_000; i += 1) db.insert('settings', { key: `k${i}`, value: 'v'.repeat(100) });
          throw new Error('at the end');
        }),
      ).toThrow('at the end');
    });
  });

  it('rolls back when SQLite refuses a row, or the whole at the end', () => {
    const ledger = newLedger();
    unchanged(ledger, () => {
      expect(() => write(ledger, (db) => db.insert('settings', { key: '', value: 'v' }))).toThrow(/CHECK/);
      expect(() =>
        write(ledger, (db) =>
          insertFact(db, 'roster_events', { cadre_id: 99, kind: 'leave', on: '2018-02-30' }),
        ),
      ).toThrow(/CHECK/);
    });
    unchanged(ledger, () => {
      // The finding that is repeated may come later in the command, so that its key is looked at in COMMIT.
      const values = { finding_no: 'F1', source: 's', description: 'd', severity: 1, found_on: '2018-09-01' };
      expect(() => write(ledger, (db) => insertFact(db, 'findings', { ...values, recurs_id: 77 }))).toThrow(
        /FOREIGN KEY/,
      );
    });
    expect(setTownship(ledger, '桶井乡').outcome).toBe('written');
  });

  it('says to try again when another one writes', () => {
    const ledger = newLedger();
    ledger.connection.raw.pragma('busy_timeout = 20');
    const other = new Database(ledger.file);
    onTestFinished(() => void other.close());
    other.exec('BEGIN IMMEDIATE');
    expect(() => setTownship(ledger, 'x')).toThrow(
      expect.objectContaining({ kind: 'again', message: 'ledger_busy' }),
    );
    other.exec('ROLLBACK');
    // A reader that does not end holds up the COMMIT.
    other.exec('BEGIN; SELECT count(*) FROM journal');
    other.prepare('SELECT * FROM journal').all();
    const before = townships(ledger);
    expect(() => setTownship(ledger, 'x')).toThrow(
      expect.objectContaining({ kind: 'again', message: 'ledger_busy' }),
    );
    other.exec('COMMIT');
    expect(townships(ledger)).toEqual(before);
    expect(setTownship(ledger, 'x').outcome).toBe('written');
  });
});

/** Puts the guard back that the newest schema has. */
function restoreGuard({ connection }: Ledger): void {
  const fresh = newLedger();
  const guard = "SELECT sql FROM sqlite_schema WHERE name = 'answers_no_delete'";
  connection.raw.exec(fresh.connection.get<{ sql: string }>(guard)?.sql ?? '');
}

describe('an idempotency key', () => {
  it('from before answers were kept is answered with its entry, of another command refused', () => {
    const ledger = newLedger();
    const old = { idempotencyKey: 'week-37', request: sha256('as it was hashed then') };
    setTownship(ledger, '桶井乡', old);
    ledger.connection.raw.exec('DROP TRIGGER answers_no_delete; DELETE FROM answers');
    restoreGuard(ledger);
    const again = { ...old, request: sha256('as it is hashed now') };
    expect(setTownship(ledger, '桶井乡', again)).toEqual({ outcome: 'already', seq: 2 });
    expect(() => setTownship(ledger, '桶井乡', { ...again, command: 'other' })).toThrow();
  });

  it('used again with the same content is done already, with other content refused', () => {
    const ledger = newLedger();
    const same = { idempotencyKey: 'week-37', request: sha256('a') };
    expect(setTownship(ledger, '桶井乡', same)).toMatchObject({ outcome: 'written', seq: 2 });
    setTownship(ledger, '又一个');
    const again = unchanged(ledger, () => setTownship(ledger, '桶井乡', same));
    expect(again).toEqual({ outcome: 'written', value: 2, seq: 2, repeated: true });
    for (const other of [
      { ...same, request: sha256('b') },
      { ...same, command: 'other' },
    ]) {
      unchanged(ledger, () => {
        expect(() => setTownship(ledger, '桶井乡', other)).toThrow(
          expect.objectContaining({
            kind: 'refused',
            problems: [{ code: 'idempotency_key_used', values: { key: 'week-37', seq: 2, command: 'test' } }],
          }),
        );
      });
    }
    expect(townships(ledger)).toEqual(['桶井乡', '又一个']);
  });

  it('is not used up by what wrote nothing', () => {
    const ledger = newLedger();
    const key = { idempotencyKey: 'k', request: sha256('a') };
    setTownship(ledger, 'x', { ...key, dryRun: true });
    expect(() =>
      write(
        ledger,
        () => {
          throw new Failure('refused', []);
        },
        key,
      ),
    ).toThrow();
    expect(setTownship(ledger, 'x', key).outcome).toBe('written');
  });
});

describe('the chain', () => {
  const hex = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

  it('is recomputed from the tables: every entry over the rows it wrote and the entry before it', () => {
    const ledger = newLedger();
    write(ledger, fillEveryTable, { command: 'import findings' });
    setTownship(ledger, '桶井乡');
    write(ledger, (db) => {
      // More than the running hash holds back, and several tables.
      for (let i = 0; i < 3000; i += 1) db.insert('settings', { key: `键${i}`, value: '值'.repeat(i % 40) });
      insertFact(db, 'roster_events', { cadre_id: 2, kind: 'return', on: '2018-09-20' });
    });
    const entries = ledger.connection.all<JournalRow>('SELECT * FROM journal ORDER BY seq');
    expect(entries.map((each) => each.seq)).toEqual([1, 2, 3, 4]);
    let previous = '0'.repeat(64);
    for (const { hash, ...content } of entries) {
      expect(content.previous_hash).toBe(previous);
      expect(content.rows_digest).toBe(rowsDigest(ledger, content.seq));
      const { seq, at, actor, command, idempotency_key, request, did, rows_digest, previous_hash } = content;
      const all = [seq, at, actor, command, idempotency_key, request, did, rows_digest, previous_hash];
      expect(hash).toBe(hex(JSON.stringify(all)));
      previous = hash;
    }
  });

  /** The rows of an entry as they are in the tables: by row id, or by key where there are no row ids. */
  function rowsDigest({ connection }: Ledger, seq: number): string {
    let all = '';
    for (const [table, columns] of Object.entries(guardedTables)) {
      const keys = connection
        .all<{ name: string }>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk', table)
        .map(({ name }) => `"${name}"`);
      const names = columns.map((name) => `"${name}"`).join(', ');
      const rows = connection.raw
        .prepare(`SELECT ${names} FROM ${table} WHERE seq = ? ORDER BY ${keys.join(', ')}`)
        .raw()
        .all(seq);
      if (rows.length > 0) all += `${table} ${hex(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))}\n`;
    }
    return hex(all);
  }

  it('is broken by a single changed cell, a lost row and an added one', () => {
    const ledger = newLedger();
    write(ledger, fillEveryTable);
    const { raw } = ledger.connection;
    raw.exec('DROP TRIGGER checks_no_update; DROP TRIGGER findings_no_delete; DROP TRIGGER talks_next_entry');
    const before = rowsDigest(ledger, 2);
    for (const tampering of [
      "UPDATE checks SET result = 'not_rectified'",
      'PRAGMA foreign_keys = OFF; DELETE FROM findings WHERE id = 2',
      "INSERT INTO talks SELECT id + 1, seq, batch_id, line, cadre_id, round_no, talked_on, '别人', recorder, note FROM talks",
    ]) {
      raw.exec(tampering);
      expect(rowsDigest(ledger, 2), tampering).not.toBe(before);
    }
  });
});

describe('statements', () => {
  it('are prepared once, however often they run', () => {
    const ledger = newLedger();
    write(ledger, fillEveryTable);
    setTownship(ledger, 'x');
    const before = ledger.connection.preparedCount;
    for (let i = 0; i < 5; i += 1) setTownship(ledger, `x${i}`);
    expect(ledger.connection.preparedCount).toBe(before);
    const sql = 'SELECT * FROM settings WHERE key = ?';
    expect(ledger.connection.prepare(sql)).toBe(ledger.connection.prepare(sql));
  });
});
