// The digest of the rows that one journal entry wrote: what `verify` reckons again from the tables.
import { createHash, type Hash } from 'node:crypto';
import type { SqlValue } from './database.ts';
import { type GuardedTable, guardedTables } from './tables.ts';

/** How much text waits before it goes into a running hash. */
const FLUSH_AT = 64 * 1024;

/** The digest of the rows of one entry: per table a running hash, in insertion order, the tables in fixed order. */
export class RowsDigest {
  readonly #hashes = new Map<GuardedTable, { hash: Hash; waiting: string }>();

  /** Takes in a row: its values in the order of `guardedTables`. */
  add(table: GuardedTable, values: readonly SqlValue[]): void {
    let entry = this.#hashes.get(table);
    if (entry === undefined) {
      entry = { hash: createHash('sha256'), waiting: '' };
      this.#hashes.set(table, entry);
    }
    entry.waiting += `${JSON.stringify(values)}\n`;
    if (entry.waiting.length > FLUSH_AT) {
      entry.hash.update(entry.waiting, 'utf8');
      entry.waiting = '';
    }
  }

  /** Whether no row has been taken in. */
  get empty(): boolean {
    return this.#hashes.size === 0;
  }

  /** The digest as 64 hex digits; call it once. */
  digest(): string {
    let all = '';
    for (const table of Object.keys(guardedTables) as GuardedTable[]) {
      const entry = this.#hashes.get(table);
      if (entry === undefined) continue;
      all += `${table} ${entry.hash.update(entry.waiting, 'utf8').digest('hex')}\n`;
    }
    return createHash('sha256').update(all, 'utf8').digest('hex');
  }
}
