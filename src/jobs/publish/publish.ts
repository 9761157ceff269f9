// Publishes closed rounds to a server: each whole or not at all, in their order, and only what is not there yet.
import type { Day } from '../../domain/days/day.ts';
import type { AfterClosing, LedgerId, PublishScope } from '../../domain/publication.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { ownRounds } from '../../ledger/rounds/rounds.ts';
import type { Server } from '../../server/connect.ts';
import { prepareCopies } from '../../server/copy-rows.ts';
import { addRound, roundsThere } from '../../server/rounds.ts';
import { actAsTownship } from '../../server/townships.ts';
import { afterClosings } from './after-closing.ts';
import { ledgerIdOf, ownRound, publishedRound } from './publication.ts';
import { type ClosedDigest, type Missing, missingOf, refuseFork } from './publish-plan.ts';

/** Reads the ledger in one snapshot that ends before the server is spoken to. */
export type Reading = <T>(work: (db: ReadDb) => T) => Promise<T>;

/** How rounds are published. */
export interface PublishRequest {
  readonly scope: PublishScope;
  /** Says what would be added, and adds nothing. */
  readonly dryRun: boolean;
  /** Called after each round with how many of all closed rounds are done. */
  readonly onRound: (done: number, rounds: number) => void;
}

/** What became of a round, or of a dry run what would. */
export interface RoundPublished extends ClosedDigest {
  readonly cutoff: string;
  readonly what: Missing['what'];
}

/** A closed round of the ledger, with what came after its closing. */
interface ClosedHere extends ClosedDigest {
  readonly cutoff: Day;
  readonly after: AfterClosing;
}

/** The closed rounds of a ledger by their digests. */
function closedDigests(db: ReadDb): ClosedHere[] {
  const after = afterClosings(db);
  return ownRounds(db).map(({ number, digest, cutoff }) => {
    const came = after.get(number);
    if (came === undefined) throw new Error(`nothing counted after round ${number}`);
    return { round: number, digest, cutoff, after: came };
  });
}

/** The ledger's id, and its closed rounds. */
export function ledgerHere(db: ReadDb): { readonly ledgerId: LedgerId; readonly here: ClosedHere[] } {
  return { ledgerId: ledgerIdOf(db), here: closedDigests(db) };
}

/**
 * Publishes what is missing, as the township's role. Rounds that are there stay as they are.
 * @throws Failure `refused`: a fork, not registered; `again`: the connection was lost, whole rounds are there
 */
export async function publish(
  server: Server,
  reading: Reading,
  { scope, dryRun, onRound }: PublishRequest,
): Promise<RoundPublished[]> {
  const { ledgerId, here } = await reading(ledgerHere);
  await actAsTownship(server, ledgerId);
  const there = new Map((await roundsThere(server, ledgerId)).map((each) => [each.round, each]));
  refuseFork(here, [...there.values()], server.name);
  if (!dryRun) await prepareCopies(server);
  const came: RoundPublished[] = [];
  for (const closed of here) {
    const known = there.get(closed.round);
    const { whole, own } = await reading((db) => ({
      whole: known === undefined && !dryRun ? publishedRound(db, closed.round) : null,
      own: ownRound(db, closed.round, closed.after),
    }));
    let { what } = missingOf(own, known, scope);
    if (what !== 'unchanged' && !dryRun) {
      const added = await addRound(server, ledgerId, closed.round, (now) => {
        if (now !== undefined) refuseFork([closed], [now], server.name);
        return { ...missingOf(own, now, scope), round: now === undefined ? whole : null };
      });
      what = added.what;
    }
    const { round, digest, cutoff } = closed;
    came.push({ round, digest, cutoff, what });
    onRound(came.length, here.length);
  }
  return came;
}
