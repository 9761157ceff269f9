// Live numbers that begin alike: for completion, and to find the one that was meant by a slip.
import type { ReadDb } from '../database.ts';
import { LIVE_NUMBERS, type NumberKind } from './looks.ts';

/** A number, and what it denotes. */
interface NumberedRow {
  readonly number: string;
  readonly what: string | null;
}

/** What completion knows numbers of. */
export type CompletedKind = NumberKind | 'round' | 'batch';

const BEGINNING: Readonly<Record<CompletedKind, string>> = {
  cadre: `SELECT n.cadre_no AS number, c.name AS what FROM cadre_now n JOIN cadres c ON c.id = n.cadre_id
    WHERE n.cadre_no >= ? AND n.cadre_no < ? ORDER BY n.cadre_no LIMIT ?`,
  finding: `SELECT n.finding_no AS number, f.description AS what FROM finding_now n JOIN findings f ON f.id = n.finding_id
    WHERE n.finding_no >= ? AND n.finding_no < ? ORDER BY n.settled_on IS NOT NULL, n.finding_no LIMIT ?`,
  task: `SELECT n.task_no AS number, t.name AS what FROM task_now n JOIN tasks t ON t.id = n.task_id
    WHERE n.task_no >= ? AND n.task_no < ? ORDER BY n.task_no LIMIT ?`,
  order: `SELECT n.order_no AS number, o.station AS what FROM order_now n JOIN dispatch_orders o ON o.id = n.order_id
    WHERE n.order_no >= ? AND n.order_no < ? ORDER BY o.id DESC LIMIT ?`,
  round: `SELECT CAST(round_no AS TEXT) AS number, cutoff AS what FROM rounds
    WHERE CAST(round_no AS TEXT) >= ? AND CAST(round_no AS TEXT) < ? ORDER BY id DESC LIMIT ?`,
  batch: `SELECT CAST(id AS TEXT) AS number, kind AS what FROM batches
    WHERE CAST(id AS TEXT) >= ? AND CAST(id AS TEXT) < ? ORDER BY id DESC LIMIT ?`,
};

/** Sorts after every text that begins with the text before it. */
const LAST_LETTER = '\u{10FFFF}';

/** Numbers of a kind that begin with a text, with what they denote: outstanding findings and the newest first. */
export function numbersWithMeaning(
  db: ReadDb,
  kind: CompletedKind,
  beginning: string,
  limit: number,
): NumberedRow[] {
  return db.all<NumberedRow>(BEGINNING[kind], beginning, `${beginning}${LAST_LETTER}`, limit);
}

/** Live numbers of a kind that begin with a text. */
export function liveNumbers(db: ReadDb, kind: NumberKind, beginning: string, limit: number): string[] {
  const { derived, column } = LIVE_NUMBERS[kind];
  const sql = `SELECT ${column} FROM ${derived} WHERE ${column} >= ? AND ${column} < ? LIMIT ?`;
  return db.column<string>(sql, beginning, `${beginning}${LAST_LETTER}`, limit);
}
