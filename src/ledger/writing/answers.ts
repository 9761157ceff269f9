// What commands answered under their idempotency keys (contract, section 4).
import { refusal } from '../../domain/problem.ts';
import type { ReadDb } from '../database.ts';
import type { Committed, Entry, JournalRow } from './entry.ts';
import type { WriteDb } from './transaction.ts';

/** Keeps the value from which a command's answer is worded, under its key. @param value plain data */
export function keepAnswer(db: WriteDb, key: string, value: unknown): void {
  // A command without a value answers with what it was asked.
  db.insertPart('answers', { key, answer: JSON.stringify(value ?? null) });
}

/** The earlier result of a command under its key. */
export type Repeated<T> = Exclude<Committed<T>, { readonly outcome: 'nothing' }>;

/**
 * What a command answered before under the same key; undefined when the key is new, or there is none. An entry from before
 * answers were kept has none: it is only said which one it is, and what it was asked cannot be compared.
 * @throws Failure `refused`: the key was used for something else
 */
export function answeredBefore<T>(db: ReadDb, entry: Entry): Repeated<T> | undefined {
  const key = entry.idempotencyKey;
  if (key === null) return undefined;
  const used = db.get<JournalRow>('SELECT * FROM journal WHERE idempotency_key = ?', key);
  if (used === undefined) return undefined;
  const { seq, command, request } = used;
  const answer = answerOf(db, seq);
  if (command !== entry.command || (answer !== undefined && request !== entry.request))
    throw refusal('idempotency_key_used', { key, seq, command });
  if (answer === undefined) return { outcome: 'already', seq };
  return { outcome: 'written', value: JSON.parse(answer) as T, seq, repeated: true };
}

function answerOf(db: ReadDb, seq: number): string | undefined {
  return db.get<{ answer: string }>('SELECT answer FROM answers WHERE seq = ?', seq)?.answer;
}
