// The digest of the rows that one journal entry wrote: `verify` recalculates it from the tables.
import { createHash } from 'node:crypto';
import type { SqlValue } from '../database.ts';
import { type GuardedTable, guardedTables } from '../tables.ts';

/** How much text waits before it goes into a running hash. */
const FLUSH_AT = 8 * 1024;

/** The digest of the rows of one table: a running hash over each row as a line of JSON. */
export class TableDigest {
  readonly #hash = createHash('sha256');
  #waiting = '';

  /** Takes in a row that is JSON already: SQLite's `json_array` writes what `JSON.stringify` does, character for character. */
  addLine(line: string): void {
    this.#waiting += `${line}\n`;
    if (this.#waiting.length <= FLUSH_AT) return;
    this.#hash.update(this.#waiting, 'utf8');
    this.#waiting = '';
  }

  /** The digest as 64 hex digits; call it once. */
  digest(): string {
    return this.#hash.update(this.#waiting, 'utf8').digest('hex');
  }
}

/** The digest of an entry over those of its tables, in fixed order. */
export function digestOfTables(digests: ReadonlyMap<GuardedTable, string>): string {
  let all = '';
  for (const table of Object.keys(guardedTables) as GuardedTable[]) {
    const digest = digests.get(table);
    if (digest !== undefined) all += `${table} ${digest}\n`;
  }
  return createHash('sha256').update(all, 'utf8').digest('hex');
}

/** The digest of the rows of one entry: per table a running hash, in insertion order, the tables in fixed order. */
export class RowsDigest {
  readonly #tables = new Map<GuardedTable, TableDigest>();

  /** Takes in a row: its values in the order of `guardedTables`. */
  add(table: GuardedTable, values: readonly SqlValue[]): void {
    let digest = this.#tables.get(table);
    if (digest === undefined) {
      digest = new TableDigest();
      this.#tables.set(table, digest);
    }
    digest.addLine(JSON.stringify(values));
  }

  /** The tables of the rows included so far. */
  get tables(): Iterable<GuardedTable> {
    return this.#tables.keys();
  }

  /** Whether no row has been included. */
  get empty(): boolean {
    return this.#tables.size === 0;
  }

  /** The digest as 64 hex digits; call it once. */
  digest(): string {
    return digestOfTables(new Map([...this.#tables].map(([table, each]) => [table, each.digest()])));
  }
}
