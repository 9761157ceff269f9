// The ids of facts as people give them: `reports-12`.
import type { FactTable } from '../../ledger/tables.ts';

/** The id by which `reverse` knows a fact: its table and row. */
export function factId(table: FactTable, id: number): string {
  return `${table}-${id}`;
}
