// Rows that tests insert: columns that may be empty may be left out.
import { rowFor } from '../../src/ledger/columns/known.ts';
import type { FactTable, PartTable } from '../../src/ledger/tables.ts';
import type { WriteDb } from '../../src/ledger/writing/journal.ts';

type Values = Parameters<typeof rowFor>[1];

/** Inserts a fact, checked at run time. Returns its id. */
export function insertFact(db: WriteDb, table: FactTable, values: Values): number {
  return db.insert(table, rowFor(table, values));
}

/** Inserts a row that belongs to a fact. */
export function insertPart(db: WriteDb, table: PartTable, values: Values): void {
  db.insertPart(table, rowFor(table, values));
}
