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
  /** A further edition of what came after the closing; null: nothing new. */
  readonly after: PublishedRow | null;
}

/** The rounds of a ledger, oldest first: all of them, or one. */
export async function roundsThere(
  server: Server,
  ledgerId: LedgerId,
  round: number | null = null,
): Promise<RoundThere[]> {
  const rows = await server.all<Found>(
    `SELECT r.round_no AS round, r.digest, e.digest AS edition, e.lines = 0 OR s.place IS NOT NULL AS "withLines"
     FROM yanquan.rounds r
     JOIN yanquan.editions e ON e.ledger_id = r.ledger_id AND e.round_no = r.round_no
     LEFT JOIN yanquan.standings s
       ON s.ledger_id = e.ledger_id AND s.round_no = e.round_no AND s.edition = e.edition AND s.place = 1
     WHERE r.ledger_id = $1 AND ($2::integer IS NULL OR r.round_no = $2) ORDER BY r.round_no, e.edition`,
    ...[ledgerId, round],
  );
  const after = await lastAfter(server, ledgerId, round);
  return [...Map.groupBy(rows, (each) => each.round).values()].flatMap((editions) => {
    const [first] = editions;
    if (first === undefined) return [];
    const known = editions.map(({ edition, withLines }) => ({ digest: edition, withLines }));
    const { round: number, digest } = first;
    return [{ round: number, digest, editions: known, after: after.get(number) ?? null }];
  });
}

/** By round the last edition of what came after its closing. */
async function lastAfter(
  server: Server,
  ledgerId: LedgerId,
  round: number | null,
): Promise<Map<number, PublishedRow>> {
  const rows = await server.lists(
    `SELECT ${publishedColumns.after_closing.join(', ')} FROM yanquan.after_closing
     WHERE ledger_id = $1 AND ($2::integer IS NULL OR round_no = $2) ORDER BY round_no, edition`,
    ...[ledgerId, round],
  );
  return new Map(rows.map((row) => [Number(row[0]), row]));
}

/** A round with one of its editions. */
interface Found {
  readonly round: number;
  readonly digest: string;
  readonly edition: string;
  readonly withLines: boolean;
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
  const lock = `SELECT pg_advisory_xact_lock(hashtextextended('${ledgerId}', 0))`;
  return server.transaction(async () => {
    const [there] = await roundsThere(server, ledgerId, round);
    const missing = missingGiven(there);
    const { round: whole, editions, lines, after } = missing;
    await copyRows(server, ledgerId, [
      ['rounds', whole === null ? [] : [roundRow(whole)]],
      ['finding_figures', whole === null ? [] : findingRowsOf(whole)],
      ['editions', editions.map(editionRow)],
      ['people_figures', editions.flatMap(peopleRows)],
      ['standings', lines.flatMap(standingRows)],
      ['after_closing', after === null ? [] : [after]],
    ]);
    return missing;
  }, lock);
}

/** All rows of a round in a table, as stored, in no order. */
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
