// Adds rows by COPY: into a table of the session first, since a COPY does not pass the policies of a table, an INSERT does.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { from as copyFrom } from 'pg-copy-streams';
import {
  type LedgerId,
  type PublishedRow,
  type PublishedTable,
  publishedColumns,
} from '../domain/publication.ts';
import type { Server } from './connect.ts';

const columnsOf = (table: PublishedTable): string => ['ledger_id', ...publishedColumns[table]].join(', ');

/** Makes the tables that rows wait in until their transaction adds them; once for a connection. */
export async function prepareCopies(server: Server): Promise<void> {
  const staged = Object.keys(publishedColumns).map(
    (table) =>
      `CREATE TEMPORARY TABLE staged_${table} ON COMMIT DELETE ROWS AS
         SELECT ${columnsOf(table as PublishedTable)} FROM yanquan.${table} WITH NO DATA`,
  );
  await server.run(staged.join(';\n'));
}

/** Adds rows of a ledger; within a transaction. @throws Failure as the server's errors mean it */
export async function copyRows(
  server: Server,
  table: PublishedTable,
  ledgerId: LedgerId,
  rows: readonly PublishedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = columnsOf(table);
  const copy = server.client.query(
    copyFrom(`COPY pg_temp.staged_${table} (${columns}) FROM STDIN (FORMAT csv)`),
  );
  // All texts in quotes: an empty one is a text, not nothing.
  const lines = stringify({ quoted_string: true, quoted_empty: true, cast: { boolean: String } });
  await pipeline(Readable.from(rows.map((row) => [ledgerId, ...row])), lines, copy);
  // RETURNING makes a cluster add the rows by INSERT on each machine as well, where the policies hold.
  await server.all(
    `INSERT INTO yanquan.${table} (${columns}) SELECT ${columns} FROM pg_temp.staged_${table} RETURNING round_no`,
  );
}
