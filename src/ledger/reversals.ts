// What was reversed, and by what.
import { comparableNumber } from '../domain/text.ts';
import type { ReadDb } from './database.ts';

const NUMBERS = { findings: 'finding_no', tasks: 'task_no' } as const;

/** The row of the last reversed finding or task that bore a number, or undefined. */
export function lastReversed(db: ReadDb, table: keyof typeof NUMBERS, number: string): number | undefined {
  return db.get<{ id: number }>(
    `SELECT t.id FROM reversals r JOIN ${table} t ON t.id = r.fact_id
     WHERE r.fact = '${table}' AND t.${NUMBERS[table]} = ? ORDER BY r.id DESC LIMIT 1`,
    comparableNumber(number),
  )?.id;
}
