// Verifies the file as SQLite sees it: pages and indices, references, the schema, what the ledger knows of itself.
import Database from 'better-sqlite3';
import type { ProblemCode } from '../../domain/codes/problem-codes.ts';
import { type ProblemValue, problem } from '../../domain/problem.ts';
import type { Check, Fault } from '../../domain/verification.ts';
import type { Connection } from '../database.ts';
import { type SchemaDifference, schemaProblem } from '../schema.ts';
import { setting } from '../settings.ts';

/** Faults of one kind that are named one by one; the rest would only repeat them. */
export const NAMED = 20;

/** How SQLite says that it cannot read what should be there: pages that are broken, tables and columns that are gone. */
const DAMAGE = /^SQLITE_(CORRUPT|NOTADB|ERROR)/;

/** A grave fault. */
export function fault(
  check: Check,
  code: ProblemCode,
  values: Readonly<Record<string, ProblemValue>>,
  where: { readonly entry?: number; readonly round?: number } = {},
): Fault {
  const { entry = null, round = null } = where;
  return { check, problem: problem(code, values), entry, round, grave: true };
}

/**
 * Makes a check; where SQLite cannot read the file any more, that is what it found. What was found before is kept.
 * @param work yields each fault as it finds it
 * @param damaged whether the ledger is known to be damaged: then any error on the way is part of the damage
 */
export function checked(
  check: Check,
  work: (tell: (found: Fault) => void) => void,
  damaged = false,
): Fault[] {
  const found: Fault[] = [];
  try {
    work((each) => found.push(each));
  } catch (error) {
    const unread = error instanceof Database.SqliteError && DAMAGE.test(error.code);
    if (!unread && !damaged) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    found.push(fault(check, 'verify_unreadable', { detail }));
  }
  return found;
}

/** Whether an error says nothing about what the ledger holds: a disk that fails, no memory, another process. */
export function isOfTheSystem(error: unknown): boolean {
  return error instanceof Database.SqliteError && !DAMAGE.test(error.code);
}

/** SQLite's own check of its pages, and of every index against its table. */
export function verifyIntegrity(connection: Connection): Fault[] {
  return checked('integrity', (tell) => {
    const said = connection.all<{ integrity_check: string }>(`PRAGMA integrity_check(${NAMED})`);
    for (const detail of said.map((row) => row.integrity_check).filter((each) => each !== 'ok')) {
      tell(fault('integrity', 'verify_integrity', { detail }));
    }
  });
}

/** Every reference leads to a row. */
export function verifyForeignKeys(connection: Connection): Fault[] {
  return checked('foreign_keys', (tell) => {
    const dangling = connection.iterate<{ table: string; rowid: number | null; parent: string }>(
      'PRAGMA foreign_key_check',
    );
    let count = 0;
    for (const { table, rowid, parent } of dangling) {
      count += 1;
      if (count > NAMED) break;
      tell(fault('foreign_keys', 'verify_foreign_key', { table, id: rowid ?? '', parent }));
    }
  });
}

/** The schema is, word for word, the one of the ledger's version: no guard is missing, nothing has been added. */
export function verifySchema(differences: readonly SchemaDifference[]): Fault[] {
  return differences.map((each) => ({
    check: 'schema',
    problem: schemaProblem(each),
    entry: null,
    round: null,
    grave: true,
  }));
}

/**
 * What the ledger knows of itself can be used: the time zone of its days, a policy in force. Where there is no entry at
 * all there is nothing to know, and `verifyChain` says so.
 */
export function verifySettings(connection: Connection): Fault[] {
  return checked('settings', (tell) => {
    if (connection.get('SELECT 1 FROM journal') === undefined) return;
    const timeZone = setting(connection, 'time_zone') ?? '';
    if (!isTimeZone(timeZone)) tell(fault('settings', 'verify_time_zone', { time_zone: timeZone }));
    const adopted = connection.get('SELECT 1 FROM policy_adoptions JOIN policies ON policies.id = policy_id');
    if (adopted === undefined) tell(fault('settings', 'verify_no_policy', {}));
  });
}

function isTimeZone(name: string): boolean {
  try {
    return name !== '' && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
