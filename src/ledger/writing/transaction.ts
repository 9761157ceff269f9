// Writing within the transaction of a command: ids, row digests, and what is written hundreds of rows at a time.
import type { Exactly } from '../columns/column.ts';
import { refuseUnknownColumns } from '../columns/known.ts';
import type { Connection, ReadDb, SqlValue } from '../database.ts';
import { LooksWriter } from '../facts/looks.ts';
import {
  type DerivedRows,
  type FactTable,
  type GuardedTable,
  guardedTables,
  type NowTable,
  type PartTable,
  type TableRows,
} from '../tables.ts';
import { DerivedWriter } from './deriving.ts';
import { RowsDigest } from './rows-digest.ts';
import { WriteBehind } from './write-behind.ts';

/** Writing, within the one transaction of a command. */
export interface WriteDb extends ReadDb {
  /** The journal entry that the rows will belong to. */
  readonly seq: number;
  /** The tables into which rows have been inserted. */
  readonly written: Iterable<GuardedTable>;
  /** Inserts a fact and returns its id. The row has every column of the table and no other (`TableRows`). */
  insert<T extends FactTable | 'batches', R extends TableRows[T]>(
    table: T,
    row: Exactly<R, TableRows[T]>,
  ): number;
  /** Inserts a row that belongs to a fact. */
  insertPart<T extends PartTable, R extends TableRows[T]>(table: T, row: Exactly<R, TableRows[T]>): void;
  /** The id that the next `insert` into `table` will give. */
  nextId(table: FactTable | 'batches'): number;
  /** Derives the row of a record that is live from now on. */
  insertDerived<T extends NowTable, R extends DerivedRows[T]>(
    table: T,
    row: Exactly<R, DerivedRows[T]>,
  ): void;
  /** Changes what is derived of a live record. */
  updateDerived<T extends NowTable, R extends Partial<DerivedRows[T]>>(
    table: T,
    id: number,
    changes: Exactly<R, DerivedRows[T]>,
  ): void;
  /** Takes away the row of a record that is live no more. */
  deleteDerived(table: NowTable, id: number): void;
  /** Derives the status and the number of a finding just inserted. */
  deriveNewFinding(id: number): void;
}

/** What a command writes. Rows may wait (see `WriteBehind`), invisibly to whoever reads or derives through it. */
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

  insertDerived<T extends NowTable>(table: T, row: DerivedRows[T]): void {
    this.#behind.derived.insert(table, row);
  }

  updateDerived<T extends NowTable>(table: T, id: number, changes: Partial<DerivedRows[T]>): void {
    this.#behind.derived.update(table, id, changes);
  }

  deleteDerived(table: NowTable, id: number): void {
    this.#behind.derived.delete(table, id);
  }

  deriveNewFinding(id: number): void {
    this.#behind.addNewFinding(id);
  }

  /** Writes what waits. */
  flush(): void {
    this.#behind.flush();
  }

  get written(): Iterable<GuardedTable> {
    return this.rows.tables;
  }

  nextId(table: FactTable | 'batches'): number {
    const known = this.#nextIds.get(table);
    if (known !== undefined) return known;
    const last = this.get<{ id: number | null }>(`SELECT max(id) AS id FROM ${table}`)?.id ?? 0;
    this.#nextIds.set(table, last + 1);
    return last + 1;
  }

  insert<T extends FactTable | 'batches'>(table: T, row: TableRows[T]): number {
    const id = this.nextId(table);
    this.#nextIds.set(table, id + 1);
    this.#looks.add(table, row);
    this.#add(table, this.#valuesOf(table, row, id));
    return id;
  }

  insertPart<T extends PartTable>(table: T, row: TableRows[T]): void {
    this.#add(table, this.#valuesOf(table, row, null));
  }

  #add(table: GuardedTable, values: readonly SqlValue[]): void {
    this.#behind.add(table, values);
    this.rows.add(table, values);
  }

  /** The row's values in the order of `guardedTables`. */
  #valuesOf(
    table: GuardedTable,
    row: Readonly<Record<string, SqlValue | undefined>>,
    id: number | null,
  ): readonly SqlValue[] {
    const columns = guardedTables[table];
    const values: SqlValue[] = [];
    let found = 0;
    for (const column of columns) {
      if (column === 'seq' || column === 'id') {
        values.push(column === 'seq' ? this.seq : id);
        continue;
      }
      const value = row[column];
      if (value !== undefined) found += 1;
      // Half a surrogate pair would be stored as U+FFFD, and the digest must be of what is stored.
      values.push(typeof value === 'string' ? value.toWellFormed() : (value ?? null));
    }
    refuseUnknownColumns(table, columns, row, found);
    return values;
  }
}
