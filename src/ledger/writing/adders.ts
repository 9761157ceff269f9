// What adds facts of one table: the files of the aggregates make their functions with these.
import type { PersonFact } from '../../domain/persons/meant.ts';
import type { Persons } from '../cadres/persons.ts';
import type { Exactly } from '../columns/column.ts';
import type { FactTable, TableRows } from '../tables.ts';
import type { WriteDb } from './transaction.ts';

/** Writing facts whose texts name persons. */
export interface FactWriter {
  readonly db: WriteDb;
  readonly persons: Persons;
}

/** A function that adds a fact of a table and returns its id. */
export function adder<T extends FactTable>(table: T) {
  return <R extends TableRows[T]>({ db }: Pick<FactWriter, 'db'>, row: Exactly<R, TableRows[T]>): number =>
    db.insert<T, R>(table, row);
}

/** The same for facts that name persons: who is meant is kept with them. Their texts have been read before, without problems. */
export function personAdder<T extends PersonFact>(table: T) {
  return <R extends TableRows[T]>({ db, persons }: FactWriter, row: Exactly<R, TableRows[T]>): number =>
    persons.insert<T, R>(db, table, row);
}
