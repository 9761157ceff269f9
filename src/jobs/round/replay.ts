// Plans a closed round again from the facts that the journal held at its closing, and compares to the byte.
import { refusal } from '../../domain/problem.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { type ClosedRound, frozenLines } from '../../ledger/rounds/rounds.ts';
import { fromStanding, type StandingRow } from '../../ledger/rounds/standings.ts';
import { additionColumns, standingColumns } from '../../ledger/tables.ts';
import { ENGINE, isEngine } from '../../scoring/rules.ts';
import { closingDigest, formOf } from './round-digest.ts';
import type { FiguredFindingsOf } from './round-figures.ts';
import { ownFrame } from './round-frame.ts';
import { planOf } from './round-plan.ts';

/** A column of a line that comes out differently. */
export interface Difference {
  readonly cadreNo: string;
  readonly column: string;
  readonly stored: string | number;
  readonly replayed: string | number;
}

export interface Replay {
  readonly number: number;
  readonly lines: number;
  readonly storedDigest: string;
  readonly replayedDigest: string;
  readonly same: boolean;
  readonly differences: readonly Difference[];
}

/** @throws Failure `refused` when an engine closed the round that this program does not have */
export function refuseOtherEngine({ number, engine }: ClosedRound): void {
  if (!isEngine(engine)) throw refusal('engine_differs', { round: number, engine, own: ENGINE });
}

/**
 * Replays a closed round (contract, section 3, "Closed means closed").
 * @param findingsOf see `PlanAsked`
 * @throws Failure `refused` when there is no such round or another engine closed it
 */
export function replay(db: ReadDb, number: number, findingsOf?: FiguredFindingsOf): Replay {
  const { closed, ...frame } = ownFrame(new View(db), number);
  refuseOtherEngine(closed);
  const view = new View(db, closed.factsSeq);
  const form = formOf(closed);
  const { plan, digest, factsHash } = planOf(view, frame, { form, findingsOf });
  const digests = digestsOf(closed, digest, factsHash);
  const stored = new Map(frozenLines(db, number).map((row) => [row.cadre_no, row]));
  const replayed = new Map(
    plan.lines
      .filter((line) => line.shown)
      .map((line) => [line.standing.cadre.cadreNo, fromStanding(line.standing, 0)]),
  );
  const differences: Difference[] = [];
  for (const cadreNo of new Set([...stored.keys(), ...replayed.keys()])) {
    differences.push(...differencesOf(cadreNo, stored.get(cadreNo), replayed.get(cadreNo)));
  }
  return {
    number,
    lines: stored.size,
    storedDigest: digests.stored,
    replayedDigest: digests.replayed,
    same: digests.stored === digests.replayed && differences.length === 0,
    differences,
  };
}

/**
 * The digest of a closed round as it is stored and as it is computed again: the draft's where this differs, else the
 * closing's.
 * @param plan the digest of the plan, in the form of the round
 * @param head the hash of the last journal entry whose facts it rests on
 */
function digestsOf(
  closed: ClosedRound,
  plan: string,
  head: string,
): { readonly stored: string; readonly replayed: string } {
  const { draft, digest, approvedBy, meeting } = closed;
  if (draft === null) return { stored: digest, replayed: plan };
  if (draft.digest !== plan) return { stored: draft.digest, replayed: plan };
  return { stored: digest, replayed: closingDigest({ draft: plan, approvedBy, meeting, head }) };
}

/** The columns in which two lines of a cadre differ; a line that is not there is empty in each. */
export function differencesOf(
  cadreNo: string,
  stored: StandingRow | undefined,
  replayed: StandingRow | undefined,
): Difference[] {
  return [...standingColumns, ...additionColumns]
    .filter((column) => column !== 'cadre_id')
    .map((column) => {
      const name = column as keyof StandingRow;
      return { cadreNo, column, stored: stored?.[name] ?? '', replayed: replayed?.[name] ?? '' };
    })
    .filter((each) => each.stored !== each.replayed);
}
