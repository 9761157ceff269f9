// Verifies closed rounds: each is replayed from the facts of its closing, and must come out as it is stored, its figures too.

import type { Fault } from '../../domain/verification.ts';
import { findCadre } from '../../ledger/cadres/cadres.ts';
import { carryOverOf } from '../../ledger/carry-over/carry-overs.ts';
import type { Connection, ReadDb } from '../../ledger/database.ts';
import { NOW, View } from '../../ledger/facts/view.ts';
import { FindingsOverRounds } from '../../ledger/findings/findings-over-rounds.ts';
import { measureGivenBy } from '../../ledger/rounds/correction-measures.ts';
import { correctionsWithBasis, includedIn } from '../../ledger/rounds/corrections.ts';
import { type FigureDifference, figureDifferences, keptFigures } from '../../ledger/rounds/round-figures.ts';
import {
  type ClosedRound,
  type CorrectionRow,
  closedRound,
  frozenLines,
} from '../../ledger/rounds/rounds.ts';
import { fault, isOfTheSystem } from '../../ledger/verify/verify-file.ts';
import { ENGINE, isEngine } from '../../scoring/rules.ts';
import { factId } from '../lookups/fact-id.ts';
import { carriedFrame, lineOnAppeal } from '../round/carried-correction.ts';
import { correctedLine } from '../round/corrected-line.ts';
import { countingLine } from '../round/corrections-due.ts';
import { differencesOf, type Replay, replay } from '../round/replay.ts';
import { type FiguredFindingsOf, figuresOfFacts } from '../round/round-figures.ts';
import { ownFrame } from '../round/round-frame.ts';

/** Up to here each round reads its own findings. */
const FEW = 2;

export interface RoundsVerified {
  readonly faults: readonly Fault[];
  /** The rounds that came out the same. */
  readonly same: ReadonlySet<number>;
}

/**
 * Replays closed rounds, oldest first. One that another engine closed cannot be replayed, nor one that was carried over: its
 * facts are in the old ledger. That is said, and is no damage.
 * One that cannot be replayed to its end is not vouched for by anything.
 * @param rounds all of them, or a selection: many are processed with the findings read once
 * @param figures whether the figures that were kept are recalculated too
 */
export function verifyRounds(
  connection: Connection,
  rounds: readonly ClosedRound[],
  figures: boolean,
): RoundsVerified {
  const same = new Set<number>();
  const findings = rounds.length > FEW ? new FindingsOverRounds(connection) : undefined;
  const verify = (closed: ClosedRound): Fault | undefined => {
    if (closed.carriedFrom !== null) return differingOnAppeal(connection) ?? carriedOver(connection, closed);
    if (!isEngine(closed.engine)) return otherEngine(closed);
    try {
      const replayed = replay(connection, closed.number, findings?.figured);
      if (!replayed.same) return differing(closed, replayed);
      const [first] = figures ? differingFigures(connection, closed, findings?.figured) : [];
      if (first !== undefined) return otherFigures(closed, first);
      const correction = differingCorrection(connection, closed);
      if (correction !== undefined) return correction;
      same.add(closed.number);
    } catch (error) {
      if (isOfTheSystem(error)) throw error;
      return broken(closed, error);
    }
  };
  return { faults: rounds.map(verify).filter((each) => each !== undefined), same };
}

/** A carried round has the digest that the carry-over was recorded with. */
function carriedOver(db: ReadDb, { number: round, cutoff, digest, closedAt: entry }: ClosedRound): Fault {
  const over = carryOverOf(db);
  const file = over?.file ?? '';
  if (over?.round?.digest !== digest || over.round.cutoff !== cutoff) {
    return fault('rounds', 'verify_carried_digest', { round, file }, { entry, round });
  }
  return { ...fault('rounds', 'verify_round_carried', { round, file }, { round }), grave: false };
}

/** Whether a carried round is, line by line and figure by figure, the one that the old ledger closed. @param old that ledger */
export function verifyCarried(own: ReadDb, old: ReadDb): Fault[] {
  const over = carryOverOf(own);
  if (over?.round == null) return [];
  const { file, round } = over;
  const lines = new Map(frozenLines(old, round.number).map((line) => [line.cadre_no, line]));
  const ours = new Map(frozenLines(own, round.number).map((line) => [line.cadre_no, line]));
  const differ = [...new Set([...lines.keys(), ...ours.keys()])].filter(
    (cadreNo) => differencesOf(cadreNo, lines.get(cadreNo), ours.get(cadreNo)).length > 0,
  );
  if (differ.length === 0 && closedRound(old, round.number)?.digest === round.digest) {
    return carriedFigures(own, old, round.number, file);
  }
  const values = { round: round.number, file, numbers: differ };
  return [fault('rounds', 'verify_carried_lines', values, { round: round.number })];
}

/** Figures are carried with the round; a ledger in which none were kept has none to be compared with. */
function carriedFigures(own: ReadDb, old: ReadDb, round: number, file: string): Fault[] {
  const kept = keptFigures(old, round);
  if (kept === undefined) return [];
  const [first] = figureDifferences(own, round, kept);
  if (first === undefined) return [];
  return [fault('rounds', 'verify_carried_figures', { round, file, what: first.what }, { round })];
}

function otherEngine({ number: round, engine }: ClosedRound): Fault {
  return {
    ...fault('rounds', 'verify_round_engine', { round, engine, own: ENGINE }, { round }),
    grave: false,
  };
}

function broken({ number: round, closedAt: entry }: ClosedRound, error: unknown): Fault {
  const detail = error instanceof Error ? error.message : String(error);
  return fault('rounds', 'verify_round_broken', { round, detail }, { entry, round });
}

/** The differences between the figures kept with a round and those of its facts; none when no figures were kept. */
function differingFigures(
  db: ReadDb,
  { number }: ClosedRound,
  findingsOf?: FiguredFindingsOf,
): FigureDifference[] {
  if (keptFigures(db, number) === undefined) return [];
  return figureDifferences(db, number, figuresOfFacts(db, ownFrame(new View(db), number), findingsOf));
}

function otherFigures({ number: round, closedAt: entry }: ClosedRound, first: FigureDifference): Fault {
  const { what, kept: stored, recalculated } = first;
  return fault(
    'rounds',
    'verify_round_figures',
    { round, what, stored, reckoned: recalculated },
    { entry, round },
  );
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
      round,
      cadres,
      cadre_no: first.cadreNo,
      column: { term: `column.${first.column}` },
      stored: first.stored,
      replayed: first.replayed,
    },
    where,
  );
}

/** So must one of an earlier ledger's round, from the line as it was carried and the measure given on appeal. */
function differingOnAppeal(connection: Connection): Fault | undefined {
  for (const row of correctionsWithBasis(connection)) {
    const view = new View(connection, NOW, row.basis);
    const frame = carriedFrame(view, row.round_no);
    const counting = countingLine(view, row.round_no, row.cadre_no);
    const given = measureGivenBy(connection, row.id);
    if (frame === undefined || counting === undefined || given === undefined) continue;
    const [first] = differencesOf(row.cadre_no, row, lineOnAppeal(view, frame, counting, given));
    if (first !== undefined) return differs(row, first.column);
  }
  return undefined;
}

function differs(row: CorrectionRow, column: string): Fault {
  const { round_no: round, cadre_no, seq: entry } = row;
  const id = factId('corrections', row.id);
  const values = { round, id, cadre_no, column: { term: `column.${column}` } };
  return fault('rounds', 'verify_correction', values, { entry, round });
}

/** A correction must come out as it is stored, from the facts and reversals that it rests on; undefined when all do. */
function differingCorrection(
  connection: Connection,
  { number: round, engine }: ClosedRound,
): Fault | undefined {
  for (const row of correctionsWithBasis(connection, round)) {
    if (row.engine !== engine) continue;
    const view = new View(connection, NOW, row.basis);
    const cadre = findCadre(view, row.cadre_no);
    if (cadre === undefined) continue;
    const counting = countingLine(view, round, cadre.cadreNo);
    const included = includedIn(connection, row.id);
    const given = measureGivenBy(connection, row.id);
    const { line } = correctedLine({ view, round, cadre, counting, included, given, reversedBy: row.basis });
    const [first] = differencesOf(row.cadre_no, row, line);
    if (first === undefined) continue;
    return differs(row, first.column);
  }
  return undefined;
}
