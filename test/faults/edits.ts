// Edits: one character changed somewhere with the guards off, and whatever the guards let through while they are there.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openForWriting } from '../../src/ledger/file/open.ts';
import { derivedTables, guardedTables } from '../../src/ledger/tables.ts';
import { Random } from '../reference/prng.ts';
import { fillEveryTable, fillSeals, newFile, write } from '../support/ledgers.ts';
import { makeLedger } from '../support/make-ledger.ts';
import { tamper } from '../support/tamper.ts';
import { damageIn } from './judging.ts';
import { copyIn, faultFolder, findingsFile, rosterLedger } from './material.ts';
import { type Program, runOk } from './program.ts';
import { type Seen, tried } from './tampering.ts';

/** Derived tables that the made ledger has rows in. */
export const DERIVED: readonly string[] = ['cadre_now', 'finding_now', 'task_now'];

/** The tables in which characters are edited. */
export const EDITED: readonly string[] = ['journal', ...Object.keys(guardedTables), ...DERIVED];

/** Edits one character somewhere, `edits` times in every table in turn, the guards taken off and put back. */
export async function editCharacters(
  program: Program,
  edits: number,
  seed: number,
  tables = EDITED,
): Promise<Seen> {
  const random = new Random(seed);
  const folder = faultFolder();
  // One ledger has a row in every guarded table; in the other, everything derived follows from the facts.
  const [filled, derived] = [join(folder, 'filled.db'), join(folder, 'derived.db')];
  copyFileSync(filledFile(folder), filled);
  await makeLedger(derived, { findings: 40, rounds: 1, cadres: 6, seed: 5 });
  const known = new Map<string, readonly string[]>();
  const [ofFilled = [], ofDerived = []] = await damageIn(program, [filled, derived]);
  known.set(filled, ofFilled).set(derived, ofDerived);
  const files = Array.from({ length: edits }, (_, number) => {
    const table = tables[number % tables.length] ?? '';
    const source = DERIVED.includes(table) ? derived : filled;
    const file = join(folder, `${number}.db`);
    copyFileSync(source, file);
    return { source, file, what: tamper(file, (raw) => editOne(raw, table, random)) };
  });
  return tried(files, async (list) => {
    const damage = await damageIn(
      program,
      list.map(({ file }) => file),
    );
    return list.map(({ source, what }, at) => {
      const seen = damage[at]?.some((line) => known.get(source)?.includes(line) !== true) === true;
      return { seen, changed: !seen, what };
    });
  });
}

function filledFile(folder: string): string {
  const file = newFile(folder);
  const ledger = openForWriting(file);
  write(ledger, fillEveryTable);
  write(ledger, fillSeals);
  ledger.close();
  return file;
}

/** Another value of the same kind that differs in one character. */
function edited(value: string | number, random: Random): string | number {
  const letters = [...String(value)];
  const at = random.below(letters.length);
  const others = typeof value === 'number' ? '123456789' : '0123456789abcdxyz';
  letters[at] = random.pick([...others].filter((letter) => letter !== letters[at]));
  return typeof value === 'number' ? Number(letters.join('')) : letters.join('');
}

/** Edits one character somewhere in a table; undone and tried elsewhere when a key would be repeated. */
function editOne(raw: Database.Database, table: string, random: Random): string {
  const rows = raw.prepare(`SELECT * FROM ${table}`).all() as Record<string, string | number | null>[];
  for (;;) {
    const row = random.pick(rows);
    const filled = Object.keys(row).filter((column) => row[column] !== null && row[column] !== '');
    const column = random.pick(filled);
    const value = edited(row[column] ?? '', random);
    const where = filled.map((name) => `"${name}" IS @${name}`).join(' AND ');
    try {
      const sql = `UPDATE ${table} SET "${column}" = @_edited WHERE ${where}`;
      if (raw.prepare(sql).run({ ...row, _edited: value }).changes !== 1) throw new Error(sql);
      return `${table}.${column}: ${row[column]} -> ${value}`;
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
    }
  }
}

export interface Guarded {
  readonly tried: number;
  /** Changes that a ledger made by the program has let in. */
  readonly letIn: number;
}

/** Changes, deletes and replaces a row of every table that has one, through plain SQL and with the guards standing. */
export async function tryGuards(program: Program): Promise<Guarded> {
  const folder = faultFolder();
  const base = await rosterLedger(program, folder);
  await runOk(program, ['import', 'findings', findingsFile(folder, 'N', 5), '--ledger', base]);
  const raw = new Database(copyIn(folder, 'guarded', base));
  raw.pragma('foreign_keys = OFF');
  raw.pragma('recursive_triggers = ON');
  const filled = ['journal', ...Object.keys(guardedTables)].filter(
    (table) => raw.prepare(`SELECT 1 FROM ${table}`).get() !== undefined,
  );
  const derived = Object.entries(derivedTables)
    .filter(([table]) => raw.prepare(`SELECT 1 FROM ${table}`).get() !== undefined)
    .map(([table, [column]]) => [table, column] as const);
  const statements = [...filled.map((table) => [table, 'seq'] as const), ...derived].flatMap(
    ([table, column]) => [
      `UPDATE ${table} SET ${column} = ${column}`,
      `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`,
      `DELETE FROM ${table}`,
    ],
  );
  const letIn = statements.filter((sql) => isLetIn(raw, sql));
  raw.close();
  return { tried: statements.length, letIn: letIn.length };
}

function isLetIn(raw: Database.Database, sql: string): boolean {
  raw.exec('BEGIN');
  try {
    raw.exec(sql);
    return true;
  } catch {
    return false;
  } finally {
    raw.exec('ROLLBACK');
  }
}
