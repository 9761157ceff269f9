// Writing within the transaction of a command: ids, row digests, and what is written hundreds of rows at a time.
import type { Connection, ReadDb, SqlValue } from '../database.ts';
import { LooksWriter } from '../facts/looks.ts';
import { type FactTable, type GuardedTable, guardedTables, type PartTable } from '../tables.ts';
import { DerivedWriter } from './deriving.ts';
import { RowsDigest } from './rows-digest.ts';
import { WriteBehind } from './write-behind.ts';

/** Writing, within the one transaction of a command. */
export interface WriteDb extends ReadDb {
  /** The journal entry that the rows will belong to. */
  readonly seq: number;
  /** Inserts a fact and returns its id. Columns left out are empty. */
  insert(table: FactTable | 'batches', row: Readonly<Record<string, SqlValue>>): number;
  /** Inserts a row that belongs to a fact. */
  insertPart(table: PartTable, row: Readonly<Record<string, SqlValue>>): void;
  /** The id that the next `insert` into `table` will give. */
  nextId(table: FactTable | 'batches'): number;
  /** Changes a derived table. */
  derive(sql: string, ...values: SqlValue[]): void;
  /** Derives the status and the number of a finding just inserted. */
  deriveNewFinding(id: number): void;
}

/** What a command writes. Rows may wait (see `WriteBehind`), and nobody who reads or derives through it can tell. */
export class Transaction implements WriteDb {
  readonly seq: number;
  readonly rows = new RowsDigest();
  readonly #connection: Connection;
  readonly #behind: WriteBehind;
  readonly #looks: LooksWriter;
  readonly #nextIds = new Map<string, number>();

  constructor(connection: Connection, seq: number) {
    this.#connection = connection;
    const derived = new DerivedWriter(connection);
    this.#behind = new WriteBehind(connection, derived);
    this.#looks = new LooksWriter(derived);
    this.seq = seq;
  }

  all<T>(sql: string, ...values: SqlValue[]): T[] {
    this.#behind.flushFor(sql);
    return this.#connection.all<T>(sql, ...values);
  }

  get<T>(sql: string, ...values: SqlValue[]): T | undefined {
    this.#behind.flushFor(sql);
    return this.#connection.get<T>(sql, ...values);
  }

  column<T extends SqlValue>(sql: string, ...values: SqlValue[]): T[] {
    this.#behind.flushFor(sql);
    return this.#connection.column<T>(sql, ...values);
  }

  iterate<T>(sql: string, ...values: SqlValue[]): IterableIterator<T> {
    this.#behind.flushFor(sql);
    return this.#connection.iterate<T>(sql, ...values);
  }

  derive(sql: string, ...values: SqlValue[]): void {
    this.#behind.derive(sql, values);
  }

  deriveNewFinding(id: number): void {
    this.#behind.addNewFinding(id);
  }

  /** Writes what waits. */
  flush(): void {
    this.#behind.flush();
  }

  nextId(table: FactTable | 'batches'): number {
    const known = this.#nextIds.get(table);
    if (known !== undefined) return known;
    const last = this.get<{ id: number | null }>(`SELECT max(id) AS id FROM ${table}`)?.id ?? 0;
    this.#nextIds.set(table, last + 1);
    return last + 1;
  }

  insert(table: FactTable | 'batches', row: Readonly<Record<string, SqlValue>>): number {
    const id = this.nextId(table);
    this.#nextIds.set(table, id + 1);
    this.#looks.add(table, row);
    this.#add(table, this.#valuesOf(table, row, id));
    return id;
  }

  insertPart(table: PartTable, row: Readonly<Record<string, SqlValue>>): void {
    this.#add(table, this.#valuesOf(table, row, null));
  }

  #add(table: GuardedTable, values: readonly SqlValue[]): void {
    this.#behind.add(table, values);
    this.rows.add(table, values);
  }

  /** The row's values in the order of `guardedTables`. */
  #valuesOf(
    table: GuardedTable,
    row: Readonly<Record<string, SqlValue>>,
    id: number | null,
  ): readonly SqlValue[] {
    const columns = guardedTables[table];
    const values: SqlValue[] = [];
    for (const column of columns) {
      const value = column === 'seq' ? this.seq : column === 'id' ? id : (row[column] ?? null);
      // Half a surrogate pair would be stored as U+FFFD, and the digest must be of what is stored.
      values.push(typeof value === 'string' ? value.toWellFormed() : value);
    }
    return values;
  }
}
