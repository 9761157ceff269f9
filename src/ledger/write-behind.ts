// Rows of an import that wait to be written many at a time: one statement for thousands is less work than one for each.
import type { Connection } from './database.ts';
import { guardedTables, quoted } from './tables.ts';

/** So many rows are written by one statement. Twice as many are no quicker and take memory. */
const AT_ONCE = 4096;

const COLUMNS = guardedTables.finding_responsible;
/** Of numbers and words of the contract alone: JSON would not keep every text (a NUL ends one). */
const RESPONSIBLE = `INSERT INTO finding_responsible (${COLUMNS.map(quoted).join(', ')})
  SELECT ${COLUMNS.map((_, at) => `value ->> ${at}`).join(', ')} FROM json_each(?)`;
const NEW_FINDINGS = `INSERT INTO finding_now (finding_id, finding_no, status)
  SELECT id, finding_no, 'registered' FROM findings WHERE id BETWEEN ? AND ?`;

/**
 * Holds rows of `finding_responsible`, and findings that `finding_now` does not know yet. An insert of one row costs
 * SQLite a journal of its own for the guards' sake; one of thousands shares it.
 */
export class WriteBehind {
  readonly #connection: Connection;
  /** Rows as lines of JSON, as they were digested. */
  #responsible: string[] = [];
  /** The run of ids of the new findings, `last` below `first` when there are none. */
  #first = 0;
  #last = -1;
  /** Whether a statement names a table whose rows may wait. */
  readonly #concerned = new Map<string, boolean>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** @param line the row's values in the order of `guardedTables`, as JSON */
  addResponsible(line: string): void {
    this.#responsible.push(line);
    if (this.#responsible.length >= AT_ONCE) this.flush();
  }

  /** @param id of a row that is in `findings` */
  addNewFinding(id: number): void {
    if (this.#last >= this.#first && (id !== this.#last + 1 || id - this.#first >= AT_ONCE)) this.flush();
    if (this.#last < this.#first) this.#first = id;
    this.#last = id;
  }

  /** Writes what waits before a statement that could see it is missing: one that names its table. */
  flushFor(sql: string): void {
    if (this.#responsible.length === 0 && this.#last < this.#first) return;
    let concerned = this.#concerned.get(sql);
    if (concerned === undefined) {
      concerned = /finding_(?:responsible|now)/i.test(sql);
      this.#concerned.set(sql, concerned);
    }
    if (concerned) this.flush();
  }

  /** Writes what waits. */
  flush(): void {
    const lines = this.#responsible;
    if (lines.length > 0) {
      this.#responsible = [];
      this.#connection.run(RESPONSIBLE, [`[${lines.join(',')}]`]);
    }
    if (this.#last < this.#first) return;
    const run = [this.#first, this.#last];
    this.#last = this.#first - 1;
    this.#connection.run(NEW_FINDINGS, run);
  }
}
