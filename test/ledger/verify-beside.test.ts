// A large ledger is verified in two threads, and the same is found as in one.
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { verify, verifyBeside } from '../../src/jobs/care/verify.ts';
import { openForReading, openForWriting, read } from '../../src/ledger/file/open.ts';
import { recordSetting } from '../../src/ledger/settings.ts';
import { verifyRowsBeside } from '../../src/ledger/verify/rows-beside.ts';
import { verifyRows } from '../../src/ledger/verify/verify-journal.ts';
import { write } from '../support/ledgers.ts';
import { madeLedger } from '../support/made.ts';
import { tamper } from '../support/tamper.ts';

const made = madeLedger({ findings: 60, rounds: 3, cadres: 8, seed: 7 });

/** A copy that is worth a thread by its size. */
function large(): string {
  const file = made.copy();
  const ledger = openForWriting(file);
  write(ledger, (db) => recordSetting(db, 'township', '乡'.repeat(3_000_000)));
  ledger.close();
  return file;
}

test.each([true, false])('rows and rounds, found side by side (quick: %s)', async (quick) => {
  const request = { quick, digest: null, against: null };
  const file = large();
  const whole = await verifyBeside(file, request);
  expect(whole).toEqual(verify(file, request));
  expect(whole.faults).toEqual([]);
  tamper(file, (raw) => {
    raw.exec("UPDATE findings SET description = description || '。' WHERE id = 9");
    raw.exec("UPDATE standings SET unit = '乙' WHERE round_no = 3 AND place = 1");
  });
  const damaged = await verifyBeside(file, request);
  expect(damaged).toEqual(verify(file, request));
  expect(damaged.faults.map((each) => each.check)).toEqual(['rows', 'rows', 'rounds']);
});

test('a writer that waits for the reader keeps the thread out: the rows are verified here', async () => {
  const file = made.copy();
  const ledger = openForReading(file);
  const writer = new Database(file, { timeout: 0 });
  try {
    ledger.connection.raw.exec('BEGIN');
    ledger.connection.raw.prepare('SELECT count(*) FROM journal').get();
    writer.exec('BEGIN IMMEDIATE; INSERT INTO deriving SELECT max(seq) + 1 FROM journal');
    expect(() => writer.exec('COMMIT')).toThrow('locked');
    expect(() => read(openForReading(file, { patience: 0 }), () => 0)).toThrow();
    const rows = verifyRowsBeside(ledger, {});
    expect(await rows()).toEqual(verifyRows(ledger.connection));
  } finally {
    writer.close();
    ledger.close();
  }
});
