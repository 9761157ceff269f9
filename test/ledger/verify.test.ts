// verify: each check has a ledger that only it finds fault with; the first bad entry and what can be trusted are named.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../src/jobs/care/verify.ts';
import { createLedger } from '../../src/ledger/file/create.ts';
import { openForWriting } from '../../src/ledger/file/open.ts';
import { figureTables } from '../../src/ledger/rounds/round-figures.ts';
import { recordSetting } from '../../src/ledger/settings.ts';
import { entryHash, type JournalRow } from '../../src/ledger/writing/journal.ts';
import { temporaryFolder, write } from '../support/ledgers.ts';
import { madeLedger } from '../support/made.ts';
import { insertFact } from '../support/rows.ts';
import { forge, rechain, tamper } from '../support/tamper.ts';

const FULL = { quick: false, digest: null, against: null };
const made = madeLedger({ findings: 60, rounds: 3, cadres: 8, seed: 7 });
let entries: number;

beforeAll(() => {
  const raw = new Database(made.file, { readonly: true });
  entries = raw.prepare('SELECT max(seq) FROM journal').pluck().get() as number;
  raw.close();
});

/** A copy, tampered with. */
function edited(work: (raw: Database.Database) => void): string {
  const file = made.copy();
  tamper(file, work);
  return file;
}

const codesIn = (file: string) =>
  verify(file, FULL).faults.map((each) => `${each.check}: ${each.problem.code}`);

const rootOf = (raw: Database.Database, name: string) =>
  raw.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name) as number;

const lastId = (raw: Database.Database, table: string) =>
  raw.prepare(`SELECT max(id) FROM ${table}`).pluck().get() as number;

describe('a whole ledger', () => {
  it('has no faults, every round replays, and everything is trusted', () => {
    const { faults, trusted, rounds, replayed, made: checks } = verify(made.file, FULL);
    expect(faults).toEqual([]);
    expect({ trusted, rounds, replayed }).toEqual({
      trusted: { entry: entries, round: 3 },
      rounds: 3,
      replayed: 3,
    });
    expect(checks).toContain('derived');
  });

  it('is looked at quickly: the last round only, without SQLite’s own checks', () => {
    const { faults, replayed, made: checks } = verify(made.file, { ...FULL, quick: true });
    expect({ faults, replayed }).toEqual({ faults: [], replayed: 1 });
    for (const check of ['integrity', 'foreign_keys']) expect(checks).not.toContain(check);
    expect(checks).toContain('derived');
  });

  it('is left as it is', () => {
    const before = readFileSync(made.file);
    verify(made.file, { ...FULL, against: made.file });
    expect(readFileSync(made.file).equals(before)).toBe(true);
  });
});

describe('each check alone finds', () => {
  it('an index that is not its table', () => {
    const file = made.copy();
    const raw = new Database(file);
    const root = rootOf(raw, 'sqlite_autoindex_finding_now_1');
    const size = raw.pragma('page_size', { simple: true }) as number;
    raw.close();
    const bytes = readFileSync(file);
    const at = bytes.indexOf('F0000020', (root - 1) * size);
    expect(Math.floor(at / size) + 1).toBe(root);
    bytes.write('F0000x20', at);
    writeFileSync(file, bytes);
    expect(new Set(codesIn(file))).toEqual(new Set(['integrity: verify_integrity']));
  });

  it('a reference to nothing', () => {
    const file = made.copy();
    const ledger = openForWriting(file);
    ledger.connection.raw.pragma('foreign_keys = OFF');
    write(ledger, (db) =>
      insertFact(db, 'reports', { finding_id: 9999, reported_on: '2018-01-05', progress: 'done' }),
    );
    ledger.close();
    expect(codesIn(file)).toEqual(['foreign_keys: verify_foreign_key']);
  });

  it.each([
    ['a guard that is gone', 'DROP TRIGGER findings_no_update', 'verify_schema_missing'],
    [
      'a guard that guards nothing',
      'DROP TRIGGER findings_no_update; CREATE TRIGGER findings_no_update BEFORE UPDATE ON findings BEGIN SELECT 1; END',
      'verify_schema_changed',
    ],
    ['a table of somebody else', 'CREATE TABLE mine (a)', 'verify_schema_added'],
  ])('%s', (_, sql, code) => {
    const file = made.copy();
    const raw = new Database(file);
    raw.exec(sql);
    raw.close();
    expect(codesIn(file)).toEqual([`schema: ${code}`]);
  });

  it('a time zone that is none', () => {
    const file = made.copy();
    const ledger = openForWriting(file);
    write(ledger, (db) => recordSetting(db, 'time_zone', 'Mars/Olympus'));
    ledger.close();
    expect(codesIn(file)).toEqual(['settings: verify_time_zone']);
  });

  it('a ledger in which no policy is in force', () => {
    const file = edited((raw) => {
      raw.exec('DELETE FROM policy_adoptions');
      forge(raw);
    });
    expect(codesIn(file)).toEqual(['settings: verify_no_policy']);
  });

  it('a ledger that nobody ever wrote to', () => {
    const file = join(temporaryFolder(), 'yanquan.db');
    createLedger(file, () => undefined);
    expect(codesIn(file)).toEqual(['sequence: verify_empty']);
    expect(verify(file, FULL).trusted).toEqual({ entry: 0, round: 0 });
  });

  it('an index that cannot be read at all: SQLite gives up on its own check', () => {
    const file = made.copy();
    const raw = new Database(file);
    const [root, size] = [
      rootOf(raw, 'finding_responsible_cadre'),
      raw.pragma('page_size', { simple: true }) as number,
    ];
    raw.close();
    const bytes = readFileSync(file);
    // The first byte says what kind of page it is.
    bytes[(root - 1) * size] = 0;
    writeFileSync(file, bytes);
    expect(codesIn(file)).toEqual(['integrity: verify_unreadable']);
    expect(verify(file, FULL).trusted).toEqual({ entry: entries, round: 3 });
  });

  it('a page that cannot be read, without asking SQLite for every page', () => {
    const file = made.copy();
    const raw = new Database(file);
    // A leaf of a table that no round rests on.
    raw.pragma('foreign_keys = OFF');
    const page = raw.prepare(
      "SELECT max(pageno) FROM dbstat WHERE name = 'batch_rows' AND pagetype = 'leaf'",
    );
    const at = ((page.pluck().get() as number) - 1) * (raw.pragma('page_size', { simple: true }) as number);
    raw.close();
    const bytes = readFileSync(file);
    bytes.fill(0xff, at, at + 8);
    writeFileSync(file, bytes);
    const { faults, trusted } = verify(file, { ...FULL, quick: true });
    expect(faults.map((each) => `${each.check}: ${each.problem.code}`)).toEqual(['rows: verify_unreadable']);
    expect(trusted).toEqual({ entry: 0, round: 0 });
  });

  it('a gap in the numbers of the journal', () => {
    const file = edited((raw) => {
      const closing = [
        'journal',
        'rounds',
        'round_closings',
        'standings',
        'draft_digests',
        'persons_meant',
        'figure_stations',
        ...figureTables,
      ];
      for (const table of closing) {
        raw.prepare(`UPDATE ${table} SET seq = seq + 1 WHERE seq = ?`).run(entries);
      }
      rechain(raw);
    });
    expect(codesIn(file)).toEqual(['sequence: verify_gap']);
    expect(verify(file, FULL).trusted).toEqual({ entry: entries, round: 2 });
  });

  it.each(['at', 'actor', 'command', 'request', 'did', 'idempotency_key', 'hash'])(
    'another %s of an entry',
    (column) => {
      const file = edited((raw) => {
        const value = { did: '{}', at: '2048-01-01T00:00:00Z' }[column] ?? 'f'.repeat(64);
        raw.prepare(`UPDATE journal SET "${column}" = ? WHERE seq = ?`).run(value, entries);
      });
      expect(codesIn(file)).toEqual(['chain: verify_chain']);
      expect(verify(file, FULL).trusted).toEqual({ entry: entries - 1, round: 2 });
    },
  );

  it('an entry that follows another one, and says so', () => {
    const file = edited((raw) => {
      const entry = raw.prepare('SELECT * FROM journal WHERE seq = ?').get(entries) as JournalRow;
      const other = { ...entry, previous_hash: 'f'.repeat(64) };
      const values = [other.previous_hash, entryHash(other), entries];
      raw.prepare('UPDATE journal SET previous_hash = ?, hash = ? WHERE seq = ?').run(...values);
    });
    expect(codesIn(file)).toEqual(['chain: verify_chain']);
  });

  it('a row that was changed, taken away, or added', () => {
    const changes = [
      (raw: Database.Database) =>
        raw.prepare("UPDATE findings SET description = '无' WHERE id = ?").run(lastId(raw, 'findings')),
      (raw: Database.Database) => raw.prepare('DELETE FROM attendance WHERE id = 2').run(),
      (raw: Database.Database) =>
        raw.prepare("INSERT INTO talks VALUES (1, 9, NULL, NULL, 1, 9, '2018-01-12', '书记', '', '')").run(),
      // Behind those of later entries, as one of the first entry that has any.
      (raw: Database.Database) =>
        raw.exec(`INSERT INTO attendance
          SELECT 999, min(seq), NULL, NULL, '工地', '2018-01-08', 'evening', 1, 'leave' FROM attendance`),
    ];
    const found = changes.map((change) => codesIn(edited(change)));
    expect(found).toEqual(changes.map(() => ['rows: verify_rows']));
  });

  it('a row beyond the last entry, which the guards let in', () => {
    const file = made.copy();
    const raw = new Database(file);
    raw.prepare("INSERT INTO settings (seq, key, value) VALUES (?, 'township', '别处')").run(entries + 1);
    raw.close();
    expect(codesIn(file)).toEqual(['beyond_head: verify_beyond_head']);
    expect(verify(file, FULL).trusted).toEqual({ entry: entries, round: 3 });
  });

  it.each([
    ['another status', "UPDATE finding_now SET status = 'objected' WHERE finding_id = 3", 1],
    ['a finding left out', 'DELETE FROM finding_now WHERE finding_id = 60 AND settled_on IS NULL', 1],
    ['another number', "UPDATE cadre_now SET cadre_no = 'X' WHERE cadre_id = 8", 1],
    ['two that were swapped', "UPDATE task_now SET task_no = task_no || '!' WHERE task_id < 3", 2],
  ])('what does not follow from the facts: %s', (_, sql, faults) => {
    const file = made.copy();
    expect(tamper(file, (raw) => raw.prepare(sql).run().changes)).toBe(faults);
    expect(new Set(codesIn(file))).toEqual(new Set(['derived: verify_derived']));
    expect(codesIn(file)).toHaveLength(faults);
  });

  it('a line of a closed round that does not come out again', () => {
    const file = edited((raw) => {
      raw.prepare("UPDATE standings SET unit = '别的' WHERE round_no = 3 AND place = 1").run();
      rechain(raw);
    });
    expect(codesIn(file)).toEqual(['rounds: verify_round_lines']);
    const closedAt = verify(made.file, FULL).trusted.entry;
    expect(verify(file, FULL).trusted.round).toBe(2);
    expect(verify(file, FULL).trusted.entry).toBeLessThan(closedAt);
  });

  it('a digest of a closed round that does not come out again', () => {
    const file = edited((raw) => {
      raw.prepare('UPDATE round_closings SET digest = ? WHERE round_no = 3').run('a'.repeat(64));
      rechain(raw);
    });
    expect(codesIn(file)).toEqual(['rounds: verify_round_digest']);
  });

  it.each([
    ['round_figures', 'UPDATE round_figures SET without_deadline = without_deadline + 1 WHERE round_no = 3'],
    ['finding_figures', "UPDATE finding_figures SET name = '别处' WHERE round_no = 3 AND name = '1号作战所'"],
    ['finding_figures', "DELETE FROM finding_figures WHERE round_no = 3 AND grouping = 'area'"],
    ['main_problems', "UPDATE main_problems SET description = '无' WHERE round_no = 3 AND place = 1"],
    [
      'main_problems',
      "INSERT INTO main_problems SELECT seq, round_no, '别处', 1, '无' FROM round_figures WHERE round_no = 3",
    ],
  ])('figures of a closed round that do not follow from its facts: %s', (table, sql) => {
    const file = edited((raw) => {
      expect(raw.prepare(sql).run().changes).toBeGreaterThan(0);
      rechain(raw);
    });
    const { faults, replayed } = verify(file, FULL);
    expect(faults.map(({ problem, round }) => [problem.code, round])).toEqual([['verify_round_figures', 3]]);
    expect(faults[0]?.problem.values.what).toMatch(new RegExp(`^${table} `));
    expect(replayed).toBe(2);
    // Quickly, only what decides about people is recalculated.
    expect(verify(file, { ...FULL, quick: true }).faults).toEqual([]);
  });

  it('a closed round that cannot be reckoned any more', () => {
    const file = edited((raw) => {
      raw.exec("UPDATE policies SET content = '{}'");
      rechain(raw);
    });
    expect(codesIn(file)).toEqual(Array.from({ length: 3 }, () => 'rounds: verify_round_broken'));
    expect(verify(file, FULL).trusted).toEqual({ entry: 0, round: 0 });
  });

  it('a round that another engine decided, which is said and is no damage', () => {
    const file = edited((raw) => {
      raw.prepare('UPDATE round_closings SET engine = 0 WHERE round_no = 3').run();
      rechain(raw);
    });
    const { faults, trusted, replayed } = verify(file, FULL);
    expect(faults.map(({ problem, grave, round }) => [problem.code, grave, round])).toEqual([
      ['verify_round_engine', false, 3],
    ]);
    expect({ trusted, replayed }).toEqual({ trusted: { entry: entries, round: 3 }, replayed: 2 });
  });
});

it('goes on where facts lead nowhere, and says what cannot be read any more', () => {
  const file = edited((raw) => raw.exec('UPDATE finding_responsible SET cadre_id = 99 WHERE place = 0'));
  const codes = codesIn(file);
  for (const code of [
    'foreign_keys: verify_foreign_key',
    'rows: verify_rows',
    'derived: verify_unreadable',
  ]) {
    expect(codes).toContain(code);
  }
});

it('names the first of several bad entries, and the rounds closed before it', () => {
  const file = edited((raw) => {
    raw.prepare("UPDATE cadres SET unit = '无' WHERE id = 1").run();
    raw.prepare("UPDATE findings SET remark = '无' WHERE id = ?").run(lastId(raw, 'findings'));
  });
  const { faults, trusted } = verify(file, FULL);
  // The cadres came with entry 2; every round shows their units.
  const [first] = faults.filter((each) => each.check === 'rows').map((each) => each.entry);
  expect(first).toBe(2);
  expect(faults.filter((each) => each.check === 'rounds').map((each) => each.round)).toEqual([1, 2, 3]);
  expect(trusted).toEqual({ entry: 1, round: 0 });
});
