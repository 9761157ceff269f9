// Verifies closed rounds: each is replayed from the facts of its closing, and must come out as it is stored.
import type { Fault } from '../domain/verification.ts';
import type { Connection } from '../ledger/database.ts';
import { type ClosedRound, closedRounds } from '../ledger/rounds.ts';
import { checked, fault } from '../ledger/verify-file.ts';
import { ENGINE } from '../scoring/rules.ts';
import { type Replay, replay } from './replay.ts';

export interface RoundsVerified {
  readonly faults: readonly Fault[];
  /** The rounds that came out the same. */
  readonly same: ReadonlySet<number>;
}

/**
 * Replays closed rounds, oldest first. One that another engine closed cannot be replayed; that is said, and is no damage.
 * @param damaged whether the ledger is known to be damaged: then an error on the way is part of the damage
 */
export function verifyRounds(
  connection: Connection,
  rounds: readonly ClosedRound[],
  damaged: boolean,
): RoundsVerified {
  const same = new Set<number>();
  const faults = rounds.flatMap((closed) =>
    checked('rounds', (tell) => {
      const round = closed.number;
      if (closed.engine !== ENGINE) {
        const said = fault(
          'rounds',
          'verify_round_engine',
          { round, engine: closed.engine, own: ENGINE },
          { round },
        );
        return tell({ ...said, grave: false });
      }
      try {
        const replayed = replay(connection, round);
        if (replayed.same) same.add(round);
        else tell(differing(closed, replayed));
      } catch (error) {
        if (!damaged) throw error;
        const detail = error instanceof Error ? error.message : String(error);
        tell(fault('rounds', 'verify_round_broken', { round, detail }, { entry: closed.closedAt, round }));
      }
    }),
  );
  return { faults, same };
}

/** How a round comes out differently: in lines, or in the digest alone. */
function differing(closed: ClosedRound, { number: round, differences, ...replayed }: Replay): Fault {
  const where = { entry: closed.closedAt, round };
  const [first] = differences;
  if (first === undefined) {
    const digests = { stored: replayed.storedDigest, replayed: replayed.replayedDigest };
    return fault('rounds', 'verify_round_digest', { round, ...digests }, where);
  }
  const cadres = new Set(differences.map((each) => each.cadreNo)).size;
  return fault(
    'rounds',
    'verify_round_lines',
    {
      ...{ round, cadres, cadre_no: first.cadreNo, column: { term: `column.${first.column}` } },
      ...{ stored: first.stored, replayed: first.replayed },
    },
    where,
  );
}

/** The closed rounds to replay: all, or the last and the one whose digest is asked after. */
export function roundsToReplay(
  connection: Connection,
  quick: boolean,
  digestRound: number | null,
): ClosedRound[] {
  const all = closedRounds(connection);
  if (!quick) return all;
  return all.filter((each, at) => at === all.length - 1 || each.number === digestRound);
}
