// Changes derived tables: their guards let nothing through unless a journal entry is being written.
import type { Connection, SqlValue } from '../database.ts';
import { DERIVING } from '../tables.ts';

/** Changes what is derived, within one transaction. Writing the journal entry ends it, and so does undoing the transaction. */
export class DerivedWriter {
  readonly #connection: Connection;
  #begun = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  run(sql: string, values: readonly SqlValue[]): void {
    if (!this.#begun) beginDeriving(this.#connection);
    this.#begun = true;
    this.#connection.run(sql, values);
  }
}

/** Lets what is derived be changed under the next journal entry. */
export function beginDeriving({ raw }: Connection): void {
  raw.exec(`INSERT OR IGNORE INTO ${DERIVING} SELECT coalesce(max(seq), 0) + 1 FROM journal`);
}
