// Holds what is published against the ledger, both ways: by digest, and by the figures and lines themselves.
import {
  editionRow,
  findingRowsOf,
  type LedgerId,
  type PublishedEdition,
  type PublishedRow,
  type PublishedTable,
  peopleRows,
  publishedColumns,
  type RoundCompared,
  type RoundThere,
  roundRow,
  standingRows,
} from '../../domain/publication.ts';
import type { Server } from '../../server/connect.ts';
import { roundsThere, rowsThere } from '../../server/rounds.ts';
import { actAsTownship } from '../../server/townships.ts';
import { ownRound, publishedRound } from './publication.ts';
import { ledgerHere, type Reading } from './publish.ts';
import { missingAfter, type OwnRound } from './publish-plan.ts';

/** Compares every round that is here or there. @throws Failure `refused` when the ledger is not registered */
export async function verifyPublished(server: Server, reading: Reading): Promise<RoundCompared[]> {
  const { ledgerId, here } = await reading(ledgerHere);
  await actAsTownship(server, ledgerId);
  const there = new Map((await roundsThere(server, ledgerId)).map((each) => [each.round, each]));
  const compared: RoundCompared[] = [];
  for (const { round, digest, after } of here) {
    const known = there.get(round);
    there.delete(round);
    const digests = { round, here: digest, there: known?.digest ?? null };
    if (known === undefined) compared.push({ ...digests, verdict: 'missing_there' });
    else if (known.digest !== digest) compared.push({ ...digests, verdict: 'digest_differs' });
    else {
      const own = await reading((db) => ({
        figures: publishedRound(db, round),
        round: ownRound(db, round, after),
      }));
      const expected = { rounds: [roundRow(own.figures)], finding_figures: findingRowsOf(own.figures) };
      const same = await allThere(server, ledgerId, round, expected);
      const verdict = same ? await compareLines(server, ledgerId, own.round, known) : 'figures_differ';
      compared.push({ ...digests, verdict });
    }
  }
  for (const { round, digest } of there.values())
    compared.push({ round, here: null, there: digest, verdict: 'unknown_here' });
  return compared;
}

/**
 * The editions that the ledger can still derive: as closed, and as the lines read now. One in between, corrected again
 * since, is known to the server only.
 */
async function compareLines(
  server: Server,
  ledgerId: LedgerId,
  own: OwnRound,
  there: RoundThere,
): Promise<RoundCompared['verdict']> {
  const last = there.editions.length - 1;
  const [first] = there.editions;
  if (first?.digest !== own.closed.digest) return 'lines_differ';
  const derivable: (PublishedEdition & { readonly withLines: boolean })[] = [];
  for (const [edition, { digest, withLines }] of there.editions.entries()) {
    const lines = [own.closed, own.now].find((each) => each.digest === digest);
    if (lines !== undefined) derivable.push({ ...lines, edition, withLines });
  }
  const editions = new Set(derivable.map((each) => each.edition));
  const expected = {
    editions: derivable.map(editionRow),
    people_figures: derivable.flatMap(peopleRows),
    standings: derivable.filter((each) => each.withLines).flatMap(standingRows),
  };
  if (!(await allThere(server, ledgerId, there.round, expected, editions))) return 'lines_differ';
  if (there.editions[last]?.digest !== own.now.digest) return 'correction_missing';
  return missingAfter(own, there.after) === null ? 'same' : 'after_missing';
}

/** Whether tables have exactly those rows of a round. @param editions the ones looked at, where a table has several */
async function allThere(
  server: Server,
  ledgerId: LedgerId,
  round: number,
  expected: Partial<Readonly<Record<PublishedTable, readonly PublishedRow[]>>>,
  editions?: ReadonlySet<number>,
): Promise<boolean> {
  for (const [table, rows] of Object.entries(expected) as [PublishedTable, readonly PublishedRow[]][]) {
    const place = (publishedColumns[table] as readonly string[]).indexOf('edition');
    const found = (await rowsThere(server, table, ledgerId, round)).filter(
      (row) => editions === undefined || editions.has(Number(row[place])),
    );
    if (inOrder(found) !== inOrder(rows)) return false;
  }
  return true;
}

const inOrder = (rows: readonly PublishedRow[]): string =>
  rows
    .map((row) => JSON.stringify(row))
    .sort()
    .join('\n');
