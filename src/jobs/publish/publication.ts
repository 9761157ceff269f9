// What of a ledger is published: its id, and each closed round as figures and editions of its lines.
import {
  type AfterClosing,
  type LedgerId,
  type PublishedEdition,
  type PublishedLine,
  type PublishedRound,
  parseLedgerId,
} from '../../domain/publication.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { correctedLines, frozenLines } from '../../ledger/rounds/rounds.ts';
import type { StandingRow } from '../../ledger/rounds/standings.ts';
import { additionColumns, standingColumns } from '../../ledger/tables.ts';
import { sha256 } from '../../ledger/writing/journal.ts';
import { firstHash } from '../../ledger/writing/journal-entries.ts';
import { closedFigures } from '../round/round-figures.ts';
import { ownFrame } from '../round/round-frame.ts';
import type { OwnRound } from './publish-plan.ts';

/** The ledger's id: the first 32 of the 64 hex digits of its first journal entry's hash. Copies of it have the same. */
export function ledgerIdOf(db: ReadDb): LedgerId {
  const id = parseLedgerId(firstHash(db)?.slice(0, 32) ?? '');
  if (id === undefined) throw new Error('a ledger without a first entry');
  return id;
}

/**
 * A closed round as it was closed: the findings counted as its notice counts them, on the facts of its closing.
 * @throws Failure `refused` when no round of that number was closed in this ledger
 */
export function publishedRound(db: ReadDb, number: number): PublishedRound {
  const frame = ownFrame(new View(db), number);
  const { closed, cutoff } = frame;
  const { policy } = frame.policy;
  const figures = closedFigures(db, frame);
  const groups = [
    ...figures.bySource.map((each) => ({ grouping: 'source' as const, ...each })),
    ...figures.byArea.map((each) => ({ grouping: 'area' as const, ...each })),
    ...figures.byStation.map((each) => ({ grouping: 'station' as const, ...each })),
  ];
  return {
    round: number,
    cutoff,
    digest: closed.digest,
    engine: closed.engine,
    policy: `${policy.name} ${policy.version}`,
    totals: figures.totals,
    withoutDeadline: figures.withoutDeadline,
    groups,
    checks: figures.checks,
    checksTimed: figures.checksTimed,
    checkDays: figures.checkDays,
  };
}

/**
 * The lines of a closed round as it was closed, and, where they have been corrected since, as they read now; and what
 * came after the closing.
 * @param after what came after, of all rounds counted at once
 */
export function ownRound(db: ReadDb, number: number, after: AfterClosing): OwnRound {
  const closed = editionOf(number, frozenLines(db, number));
  return { closed, now: editionOf(number, correctedLines(new View(db), number)), after };
}

/**
 * Lines as an edition; its number follows from the editions before it on the server. Where no line has anything in the
 * columns that engine 2 added, the digest leaves them out: it is then the one that earlier versions published.
 */
function editionOf(round: number, rows: readonly StandingRow[]): PublishedEdition {
  const lines = rows.map(lineOf);
  const added = rows.some((line) => line.raised_by !== '' || line.late_pending > 0);
  const digested = lines.map(({ row }) => (added ? row : row.slice(0, -additionColumns.length)));
  return { round, edition: 0, digest: sha256(JSON.stringify(digested)), lines };
}

const FLAGS: ReadonlySet<string> = new Set([
  ...['was_in', 'now_in', 'commended', 'proposed_now_in', 'proposed_commended'],
]);

function lineOf(line: StandingRow): PublishedLine {
  const row = [...standingColumns, ...additionColumns]
    .filter((column) => column !== 'cadre_id')
    .map((column) => (FLAGS.has(column) ? line[column] === 1 : line[column]));
  return { measure: line.measure, movement: line.movement, commended: line.commended === 1, row };
}
