// verify against chance: one-character edits with the guards off are all noticed, flipped bytes noticed or harmless.
import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/domain/problem.ts';
import { verify } from '../../src/jobs/verify.ts';
import { openForReading, openForWriting, read } from '../../src/ledger/open.ts';
import { guardedTables } from '../../src/ledger/tables.ts';
import { verifyChain, verifyRows } from '../../src/ledger/verify-journal.ts';
import { Random } from '../reference/prng.ts';
import { fillEveryTable, newFile, write } from '../support/ledgers.ts';
import { madeLedger } from '../support/made.ts';
import { tamper } from '../support/tamper.ts';

const EDITS = 100;
const FLIPS = 60;
const FULL = { quick: false, digest: null, against: null };

/** A ledger with a row in every guarded table. */
function filledFile(): string {
  const file = newFile();
  const ledger = openForWriting(file);
  write(ledger, fillEveryTable);
  ledger.close();
  return file;
}

function journalFaults(file: string): number {
  const ledger = openForReading(file);
  try {
    return read(ledger, () => [...verifyChain(ledger.connection), ...verifyRows(ledger.connection)].length);
  } finally {
    ledger.close();
  }
}

/** The tables with rows: all, which test/ledger/guards.test.ts sees to. */
function filledTables(file: string, content: Buffer): readonly string[] {
  writeFileSync(file, content);
  const raw = new Database(file, { readonly: true });
  const tables = ['journal', ...Object.keys(guardedTables)].filter(
    (table) => raw.prepare(`SELECT 1 FROM ${table}`).get() !== undefined,
  );
  raw.close();
  return tables;
}

/** Another value of the same kind that differs in one character. */
function edited(value: string | number, random: Random): string | number {
  const letters = [...String(value)];
  const at = random.below(letters.length);
  const others = typeof value === 'number' ? '123456789' : '0123456789abcdxyz';
  letters[at] = random.pick([...others].filter((each) => each !== letters[at]));
  return typeof value === 'number' ? Number(letters.join('')) : letters.join('');
}

/** Edits one character somewhere in a table; undone and tried elsewhere when a key would stand twice. */
function editOne(raw: Database.Database, table: string, random: Random): string {
  for (;;) {
    const rows = raw.prepare(`SELECT * FROM ${table}`).all() as Record<string, string | number | null>[];
    const row = random.pick(rows);
    const filled = Object.keys(row).filter((column) => row[column] !== null && row[column] !== '');
    const column = random.pick(filled);
    const value = edited(row[column] ?? '', random);
    const where = filled.map((each) => `"${each}" IS @${each}`).join(' AND ');
    try {
      const sql = `UPDATE ${table} SET "${column}" = @_edited WHERE ${where}`;
      expect(raw.prepare(sql).run({ ...row, _edited: value }).changes).toBe(1);
      return `${table}.${column}: ${row[column]} -> ${value}`;
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
    }
  }
}

describe('one character edited with the guards off', () => {
  it('is noticed, in whichever table', () => {
    const pristine = readFileSync(filledFile());
    const file = newFile();
    const random = new Random(11);
    const tables = filledTables(file, pristine);
    const unseen: string[] = [];
    for (let edit = 0; edit < EDITS; edit += 1) {
      writeFileSync(file, pristine);
      const table = tables[edit % tables.length] ?? '';
      const what = tamper(file, (raw) => editOne(raw, table, random));
      if (journalFaults(file) === 0) unseen.push(what);
    }
    expect(unseen).toEqual([]);
    writeFileSync(file, pristine);
    expect(journalFaults(file)).toBe(0);
  });
});

describe('a flipped bit', () => {
  const made = madeLedger({ findings: 40, rounds: 2, cadres: 6, seed: 5 });

  /** Every row of every table, as the program reads them. */
  function content(file: string): string {
    const raw = new Database(file, { readonly: true });
    try {
      const tables = raw
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .pluck()
        .all();
      return JSON.stringify(tables.map((table) => raw.prepare(`SELECT * FROM ${table}`).all()));
    } finally {
      raw.close();
    }
  }

  /** Whether the flip is noticed: the ledger is refused, or has a fault. */
  function isNoticed(file: string): boolean {
    try {
      return verify(file, FULL).faults.length > 0;
    } catch (error) {
      if (error instanceof Failure && (error.kind === 'damaged' || error.kind === 'refused')) return true;
      throw error;
    }
  }

  it('is noticed, or changes nothing that is read', () => {
    const pristine = readFileSync(made.file);
    const before = content(made.file);
    const file = made.copy();
    const random = new Random(3);
    let noticed = 0;
    for (let flip = 0; flip < FLIPS; flip += 1) {
      const bytes = Buffer.from(pristine);
      // A small ledger is mostly empty pages: bytes that say something are asked for.
      let at = random.below(bytes.length);
      while (bytes[at] === 0) at = (at + 1) % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
      writeFileSync(file, bytes);
      if (isNoticed(file)) noticed += 1;
      else expect(content(file), `byte ${at}`).toBe(before);
    }
    expect(noticed).toBeGreaterThan(FLIPS / 2);
  });
});
