// verify against what lies outside the ledger: a printed digest, and a copy.
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../src/jobs/care/verify.ts';
import { Connection } from '../../src/ledger/database.ts';
import { openForWriting } from '../../src/ledger/file/open.ts';
import { closedRounds } from '../../src/ledger/rounds/rounds.ts';
import { recordSetting } from '../../src/ledger/settings.ts';
import { guardedTables } from '../../src/ledger/tables.ts';
import { write } from '../support/ledgers.ts';
import { madeLedger } from '../support/made.ts';
import { forge, rechain, tamper } from '../support/tamper.ts';

const FULL = { quick: false, digest: null, against: null };
const made = madeLedger({ findings: 60, rounds: 3, cadres: 8, seed: 7 });
let entries: number;
let digests: readonly string[];

beforeAll(() => {
  const raw = new Database(made.file, { readonly: true });
  entries = raw.prepare('SELECT max(seq) FROM journal').pluck().get() as number;
  digests = closedRounds(new Connection(raw)).map((each) => each.digest);
  raw.close();
});

/** A copy, tampered with. */
function edited(work: (raw: Database.Database) => void): string {
  const file = made.copy();
  tamper(file, work);
  return file;
}

const codesIn = (file: string, request: { readonly digest?: string; readonly round?: number } = {}) =>
  verify(file, { ...FULL, ...request }).faults.map((each) => `${each.check}: ${each.problem.code}`);

describe('a printed digest', () => {
  it('is that of a round, however it was typed', () => {
    const typed = digests[1]?.toUpperCase().replace(/(.{8})/g, '$1 ') ?? '';
    const { faults, digestOf } = verify(made.file, { ...FULL, quick: true, digest: typed });
    expect({ faults, digestOf }).toEqual({ faults: [], digestOf: { round: 2, which: 'closing' } });
  });

  it('finds a tail that was cut, a rollback and a chain that was rewritten, which nothing else finds', () => {
    const cut = edited((raw) => {
      for (const table of ['journal', ...Object.keys(guardedTables)]) {
        raw.prepare(`DELETE FROM ${table} WHERE seq = ?`).run(entries);
      }
    });
    const rewritten = edited((raw) => {
      raw.prepare("UPDATE findings SET description = '无' WHERE id = 1").run();
      forge(raw);
    });
    for (const file of [cut, rewritten]) {
      expect(codesIn(file)).toEqual([]);
      expect(codesIn(file, { digest: digests[2] ?? '' })).toEqual(['digest: verify_digest_near']);
    }
    const first = { ...FULL, digest: digests[0] ?? '', round: 1 };
    expect(codesIn(rewritten, first)).toEqual(['digest: verify_digest_differs']);
    expect(verify(rewritten, first).trusted).toEqual({ entry: 0, round: 0 });
    // Without the round it may as well be a slip of the hand: nothing is in doubt.
    expect(verify(rewritten, { ...first, round: null }).trusted).toEqual({ entry: entries, round: 3 });
  });

  it('finds that the approver or the meeting of the last round is another one, by the digest of the closing', () => {
    for (const column of ['approved_by', 'meeting']) {
      const changed = `UPDATE round_closings SET ${column} = '他人' WHERE round_no = 3`;
      const rechained = edited((raw) => {
        raw.prepare(changed).run();
        rechain(raw);
      });
      expect(codesIn(rechained)).toEqual(['rounds: verify_round_digest']);
      const forged = edited((raw) => {
        raw.prepare(changed).run();
        forge(raw);
      });
      expect(codesIn(forged)).toEqual([]);
      expect(codesIn(forged, { digest: digests[2] ?? '', round: 3 })).toEqual([
        'digest: verify_digest_differs',
      ]);
    }
  });

  it('finds a rewritten chain that kept the stored digests, quickly too', () => {
    const file = edited((raw) => {
      raw.prepare("UPDATE findings SET description = '无' WHERE id = 1").run();
      rechain(raw);
    });
    const found = verify(file, { ...FULL, quick: true, digest: digests[0] ?? '' }).faults;
    expect(found.map(({ problem, round }) => [problem.code, round])).toContainEqual([
      'verify_round_digest',
      1,
    ]);
  });
});

describe('a copy', () => {
  it('is the same, earlier, later, or went another way from an entry on', () => {
    const add = (file: string, value: string): string => {
      const ledger = openForWriting(file);
      write(ledger, (db) => recordSetting(db, 'township', value));
      ledger.close();
      return file;
    };
    const [one, other] = [add(made.copy(), '甲乡'), add(made.copy(), '乙乡')];
    const told = (file: string, against: string) => {
      const came = verify(file, { ...FULL, quick: true, against });
      return [came.against, came.faults.map((each) => [each.problem.code, each.entry])];
    };
    expect(told(made.file, made.copy())).toEqual([{ says: 'same', entry: entries }, []]);
    expect(told(one, made.file)).toEqual([{ says: 'ahead', entry: entries }, []]);
    expect(told(made.file, one)).toEqual([
      { says: 'behind', entry: entries },
      [['verify_behind', entries + 1]],
    ]);
    expect(told(one, other)).toEqual([{ says: 'forked', entry: entries }, [['verify_forked', entries + 1]]]);
    tamper(other, (raw) => raw.exec("UPDATE findings SET description = '无' WHERE id = 1"));
    expect(told(one, other)[1]).toEqual([
      ['verify_forked', entries + 1],
      ['verify_copy_damaged', null],
    ]);
  });
});
