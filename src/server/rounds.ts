// A ledger's rounds on the server: what is there, one added whole, and the rows read back to be compared.
import {
  editionRow,
  findingRowsOf,
  type LedgerId,
  type PublishedEdition,
  type PublishedRound,
  type PublishedRow,
  type PublishedTable,
  peopleRows,
  publishedColumns,
  type RoundThere,
  roundRow,
  standingRows,
} from '../domain/publication.ts';
import type { Server } from './connect.ts';
import { copyRows } from './copy-rows.ts';

/** What is missing of a round: all of it, editions made since, lines of editions that are there without. */
export interface MissingOfRound {
  /** null: the round is there. */
  readonly round: PublishedRound | null;
  readonly editions: readonly PublishedEdition[];
  /** Editions whose lines are added. */
  readonly lines: readonly PublishedEdition[];
}

/** The rounds of a ledger, oldest first: all of them, or one. */
export async function roundsThere(
  server: Server,
  ledgerId: LedgerId,
  round: number | null = null,
): Promise<RoundThere[]> {
  const rounds = await server.all<{ round: number; digest: string }>(
    `SELECT round_no AS round, digest FROM yanquan.rounds
     WHERE ledger_id = $1 AND ($2::integer IS NULL OR round_no = $2) ORDER BY round_no`,
    ...[ledgerId, round],
  );
  const editions = await server.all<{ round: number; digest: string; withLines: boolean }>(
    `SELECT e.round_no AS round, e.digest, e.lines = 0 OR s.place IS NOT NULL AS "withLines"
     FROM yanquan.editions e
     LEFT JOIN yanquan.standings s
       ON s.ledger_id = e.ledger_id AND s.round_no = e.round_no AND s.edition = e.edition AND s.place = 1
     WHERE e.ledger_id = $1 AND ($2::integer IS NULL OR e.round_no = $2) ORDER BY e.round_no, e.edition`,
    ...[ledgerId, round],
  );
  const byRound = Map.groupBy(editions, (each) => each.round);
  return rounds.map((each) => ({
    ...each,
    editions: (byRound.get(each.round) ?? []).map(({ digest, withLines }) => ({ digest, withLines })),
  }));
}

/**
 * Adds what is missing of a round in one transaction; other publishers of the ledger wait meanwhile.
 * @param missingGiven says what is missing, given what is there by now
 * @returns what was missing
 */
export async function addRound<T extends MissingOfRound>(
  server: Server,
  ledgerId: LedgerId,
  round: number,
  missingGiven: (there: RoundThere | undefined) => T,
): Promise<T> {
  return server.transaction(async () => {
    await server.all('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', ledgerId);
    const [there] = await roundsThere(server, ledgerId, round);
    const missing = missingGiven(there);
    const { round: whole, editions, lines } = missing;
    const add = (table: PublishedTable, rows: readonly PublishedRow[]): Promise<void> =>
      copyRows(server, table, ledgerId, rows);
    if (whole !== null) {
      await add('rounds', [roundRow(whole)]);
      await add('finding_figures', findingRowsOf(whole));
    }
    await add('editions', editions.map(editionRow));
    await add('people_figures', editions.flatMap(peopleRows));
    await add('standings', lines.flatMap(standingRows));
    return missing;
  });
}

/** All rows of a round in a table, as they stand there, in no order. */
export async function rowsThere(
  server: Server,
  table: PublishedTable,
  ledgerId: LedgerId,
  round: number,
): Promise<PublishedRow[]> {
  return server.lists(
    `SELECT ${publishedColumns[table].join(', ')} FROM yanquan.${table} WHERE ledger_id = $1 AND round_no = $2`,
    ...[ledgerId, round],
  );
}
