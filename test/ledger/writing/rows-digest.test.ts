// Rows digested by SQLite's JSON are the rows digested as they were written.
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TableDigest } from '../../../src/ledger/writing/rows-digest.ts';

test('json_array writes what JSON.stringify does', () => {
  const db = new Database(':memory:');
  const line = db.prepare('SELECT json_array(?, ?, ?)').pluck();
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a\0b', '\u007f\u0085\u2028\u2029\ufeff', '\\"/\b\f\n\r\t\u001b', '〔2018〕1号·𠮷', '😀'),
  );
  fc.assert(
    fc.property(text, fc.maxSafeInteger(), fc.option(text), (first, whole, last) => {
      // What SQLite hands back as a number it took in as a double, unless it is bound as an integer.
      const sql = line.get(first, BigInt(whole), last) as string;
      expect(sql).toBe(JSON.stringify([first, whole, last]));
      const [asWritten, asRead] = [new TableDigest(), new TableDigest()];
      asWritten.addLine(JSON.stringify([first, whole, last]));
      asRead.addLine(sql);
      expect(asRead.digest()).toBe(asWritten.digest());
    }),
    { numRuns: 2000 },
  );
  db.close();
});
