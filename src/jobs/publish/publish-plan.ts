// What is missing of a ledger on a server, found by digests alone; and what keeps it from being added.

import { Failure, problem } from '../../domain/problem.ts';
import {
  type AfterClosing,
  afterRow,
  type PublishedEdition,
  type PublishedRow,
  type PublishScope,
  type RoundThere,
} from '../../domain/publication.ts';

/** A closed round of the ledger by its digest. */
export interface ClosedDigest {
  readonly round: number;
  readonly digest: string;
}

/**
 * Refuses to go on where the server has rounds that the ledger closed otherwise, or has not closed.
 * @throws Failure `refused` that names each round with both digests
 */
export function refuseFork(
  here: readonly ClosedDigest[],
  there: readonly ClosedDigest[],
  server: string,
): void {
  const own = new Map(here.map(({ round, digest }) => [round, digest]));
  const forks = there.flatMap(({ round, digest }) => {
    const ours = own.get(round);
    if (ours === digest) return [];
    if (ours === undefined) return [problem('publish_behind', { round, there: digest, server })];
    return [problem('publish_fork', { round, here: ours, there: digest, server })];
  });
  if (forks.length > 0) throw new Failure('refused', forks);
}

/** The lines of a round as closed and as they read now. */
export interface Lines {
  readonly closed: PublishedEdition;
  readonly now: PublishedEdition;
}

/** What of a closed round may be added later: corrected lines, and what came after the closing. */
export interface OwnRound extends Lines {
  readonly after: AfterClosing;
}

/** What is to be added of a round besides its figures, and the name for all of it. */
export interface Missing {
  readonly what: 'added' | 'corrected' | 'lines' | 'after' | 'unchanged';
  readonly editions: readonly PublishedEdition[];
  /** Editions whose lines are added. */
  readonly lines: readonly PublishedEdition[];
  /** A further edition of what came after the closing; null: nothing new. */
  readonly after: PublishedRow | null;
}

/**
 * What is missing of a round. Corrected lines make a new edition after those that are there: nothing is ever replaced.
 * Lines are published of the editions that can still be derived: as closed, and as they read now.
 */
export function missingOf(own: OwnRound, there: RoundThere | undefined, scope: PublishScope): Missing {
  const known = there?.editions ?? [];
  const editions: PublishedEdition[] = known.length === 0 ? [own.closed] : [];
  const last = known.at(-1)?.digest ?? own.closed.digest;
  if (own.now.digest !== last) editions.push({ ...own.now, edition: Math.max(known.length, 1) });
  const unpublished = known.flatMap((each, edition) => withoutLines(each, edition, own));
  const lines = scope === 'figures' ? [] : [...unpublished, ...editions];
  const after = missingAfter(own, there?.after ?? null);
  return { what: nameOf(there, { editions, lines, after }), editions, lines, after };
}

function nameOf(
  there: RoundThere | undefined,
  { editions, lines, after }: Omit<Missing, 'what'>,
): Missing['what'] {
  if (there === undefined) return 'added';
  if (editions.length > 0) return 'corrected';
  if (lines.length > 0) return 'lines';
  return after === null ? 'unchanged' : 'after';
}

/**
 * What came after the closing, where it differs from the last edition that is there.
 * @param last that edition as a row of `after_closing`; null where there is none
 */
export function missingAfter({ closed, after }: OwnRound, last: PublishedRow | null): PublishedRow | null {
  const row = afterRow(closed.round, last === null ? 0 : Number(last[1]) + 1, after);
  const same = last !== null && row.every((value, at) => at === 1 || value === last[at]);
  return same ? null : row;
}

/** An edition that is there without its lines, where the ledger still has them. */
function withoutLines(
  { digest, withLines }: RoundThere['editions'][number],
  edition: number,
  { closed, now }: Lines,
): PublishedEdition[] {
  if (withLines) return [];
  const lines = [now, closed].find((each) => each.digest === digest);
  return lines === undefined ? [] : [{ ...lines, edition }];
}
