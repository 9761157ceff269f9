// Adds rows by COPY: all rows of a round in one, into a table of the session, since a COPY does not pass the policies of
// a table, an INSERT does; from there each table takes its own.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvFormatRows } from 'd3-dsv';
import { from as copyFrom } from 'pg-copy-streams';
import {
  type LedgerId,
  type PublishedRow,
  type PublishedTable,
  publishedColumns,
} from '../domain/publication.ts';
import type { Server } from './connect.ts';

/** Rows by table; tables that others refer to come first. */
export type RowsByTable = readonly (readonly [table: PublishedTable, rows: readonly PublishedRow[]])[];

/** The types of columns that are neither whole numbers nor text. */
const TYPES: Readonly<Record<string, string>> = {
  cutoff: 'date',
  points: 'bigint',
  was_in: 'boolean',
  now_in: 'boolean',
  commended: 'boolean',
  proposed_now_in: 'boolean',
  proposed_commended: 'boolean',
};
const TEXTS: ReadonlySet<string> = new Set([
  ...['digest', 'policy', 'grouping', 'name', 'code', 'cadre_no', 'rank', 'unit', 'station'],
  ...['measure', 'step', 'in_by', 'movement', 'proposed_measure', 'decided_by', 'decision_reason'],
  'raised_by',
]);

function typeOf(table: PublishedTable, column: string): string {
  // How many were commended, where a row is not a person's.
  if (table === 'editions' && column === 'commended') return 'integer';
  return TYPES[column] ?? (TEXTS.has(column) ? 'text' : 'integer');
}

/** Takes a table's rows from those that wait. */
function taking(table: PublishedTable, ledgerId: LedgerId): string {
  const columns: readonly string[] = publishedColumns[table];
  const values = columns.map((column, at) => `(cells ->> ${at})::${typeOf(table, column)}`);
  // RETURNING makes a cluster add the rows by INSERT on each machine as well, where the policies hold.
  return `INSERT INTO yanquan.${table} (ledger_id, ${columns.join(', ')})
    SELECT '${ledgerId}'::uuid, ${values.join(', ')} FROM pg_temp.waiting WHERE name = '${table}' RETURNING round_no`;
}

/** Makes the table that rows wait in until their transaction adds them; once for a connection. */
export async function prepareCopies(server: Server): Promise<void> {
  await server.run('CREATE TEMPORARY TABLE waiting (name text, cells jsonb) ON COMMIT DELETE ROWS');
}

/** Adds rows of a ledger; within a transaction. @throws Failure as the server's errors mean it */
export async function copyRows(server: Server, ledgerId: LedgerId, tables: RowsByTable): Promise<void> {
  const filled = tables.filter(([, rows]) => rows.length > 0);
  if (filled.length === 0) return;
  const lines = filled.flatMap(([table, rows]) => rows.map((row) => [table, JSON.stringify(row)]));
  const copy = copyFrom('COPY pg_temp.waiting (name, cells) FROM STDIN (FORMAT csv)');
  await pipeline(Readable.from([csvFormatRows(lines)]), server.client.query(copy));
  await server.run(filled.map(([table]) => taking(table, ledgerId)).join(';\n'));
}
