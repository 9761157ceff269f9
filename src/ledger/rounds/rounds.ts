// Rounds in the ledger: opened, cancelled, closed, and the lines that a closing froze.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import type { PreviousLine, PreviousRound, RoundDigests } from '../../domain/round.ts';
import type { ReadDb } from '../database.ts';
import type { FactRow, View } from '../facts/view.ts';
import type { WriteDb } from '../writing/journal.ts';
import { CORRECTIONS, STANDINGS, type StandingRow } from './standings.ts';

export interface RoundRow extends FactRow {
  readonly round_no: number;
  readonly cutoff: Day;
  readonly policy_id: number;
}

interface ClosingRow extends FactRow {
  readonly round_id: number;
  readonly approved_by: string;
  readonly meeting: string | null;
  readonly engine: number;
  readonly facts_seq: number;
  readonly digest: string;
  readonly draft_columns: string | null;
  readonly draft_digest: string | null;
  readonly carried_from: string | null;
}

/** A closed round's frame. */
export interface ClosedRound {
  readonly roundId: number;
  readonly number: number;
  readonly cutoff: Day;
  readonly policyId: number;
  readonly approvedBy: string;
  readonly meeting: string;
  readonly engine: number;
  /** The last journal entry whose facts the round rests on. */
  readonly factsSeq: number;
  /** The journal entry that closed it. */
  readonly closedAt: number;
  /** The digest of its closing. */
  readonly digest: string;
  /** The digest of its draft, and the columns of its lines that this covers; null when it was closed in one step. */
  readonly draft: { readonly digest: string; readonly columns: readonly string[] } | null;
  /** The ledger in which it was closed, by its file's name, when this one was carried over; null for an own round. */
  readonly carriedFrom: string | null;
}

const CLOSED = `SELECT c.*, r.round_no, r.cutoff, r.policy_id, d.digest AS draft_digest, d.columns AS draft_columns,
    (SELECT o."file" FROM carry_overs o WHERE o.round_no = c.round_no) AS carried_from
  FROM round_closings c JOIN rounds r ON r.id = c.round_id
  LEFT JOIN draft_digests d ON d.round_no = c.round_no`;

function toClosed(row: ClosingRow & RoundRow): ClosedRound {
  return {
    roundId: row.round_id,
    number: row.round_no,
    cutoff: row.cutoff,
    policyId: row.policy_id,
    approvedBy: row.approved_by,
    meeting: row.meeting ?? '',
    engine: row.engine,
    factsSeq: row.facts_seq,
    closedAt: row.seq,
    digest: row.digest,
    draft: draftOf(row),
    carriedFrom: row.carried_from,
  };
}

function draftOf({ draft_digest: digest, draft_columns: columns }: ClosingRow): ClosedRound['draft'] {
  if (digest === null || columns === null) return null;
  return { digest, columns: JSON.parse(columns) as string[] };
}

/** The digests of a closed round. */
export function digestsOf({ digest, draft }: Pick<ClosedRound, 'digest' | 'draft'>): RoundDigests {
  return { draft: draft?.digest ?? null, closing: digest };
}

/** Keeps the digest of the draft that a round is closed from. */
export function keepDraftDigest(db: WriteDb, round: number, draft: NonNullable<ClosedRound['draft']>): void {
  const { digest, columns } = draft;
  db.insertPart('draft_digests', { round_no: round, columns: JSON.stringify(columns), digest });
}

/** The round that is open, or undefined. */
export function openRound(db: ReadDb): RoundRow | undefined {
  return db.get<RoundRow>(
    `SELECT r.* FROM rounds r
     WHERE r.id = (SELECT max(id) FROM rounds)
       AND NOT EXISTS (SELECT 1 FROM round_closings c WHERE c.round_id = r.id)
       AND NOT EXISTS (SELECT 1 FROM round_cancellations c WHERE c.round_id = r.id)`,
  );
}

/** The round that was opened last, when it is cancelled, with the reason. */
export function lastCancelledRound(
  db: ReadDb,
): (Pick<RoundRow, 'round_no' | 'cutoff'> & { readonly reason: string | null }) | undefined {
  return db.get(
    `SELECT r.round_no, r.cutoff, c.reason FROM rounds r JOIN round_cancellations c ON c.round_id = r.id
     WHERE r.id = (SELECT max(id) FROM rounds)`,
  );
}

/** All closed rounds, oldest first; in a ledger that was carried over the first is the old one's last. */
export function closedRounds(db: ReadDb): ClosedRound[] {
  return db.all<ClosingRow & RoundRow>(`${CLOSED} ORDER BY c.round_no`).map(toClosed);
}

/** The rounds that were closed in this ledger, oldest first: their facts are here. */
export function ownRounds(db: ReadDb): ClosedRound[] {
  return closedRounds(db).filter((round) => round.carriedFrom === null);
}

/** A closed round by its number, or undefined. */
export function closedRound(db: ReadDb, number: number): ClosedRound | undefined {
  const row = db.get<ClosingRow & RoundRow>(`${CLOSED} WHERE c.round_no = ?`, number);
  return row === undefined ? undefined : toClosed(row);
}

/** The round that was carried over from another ledger, or undefined. */
export function lastCarriedRound(db: ReadDb): ClosedRound | undefined {
  return closedRounds(db).find((each) => each.carriedFrom !== null);
}

/** The last closed round, or undefined. */
export function lastClosedRound(db: ReadDb): ClosedRound | undefined {
  const row = db.get<ClosingRow & RoundRow>(`${CLOSED} ORDER BY c.round_no DESC LIMIT 1`);
  return row === undefined ? undefined : toClosed(row);
}

/**
 * A closed round as the next one sees it: its lines as corrected by the view's position.
 * @param only whose line alone is asked for
 */
export function asPrevious(
  view: View,
  closed: ClosedRound | undefined,
  only?: CadreNo,
): PreviousRound | null {
  if (closed === undefined) return null;
  const lines = new Map<CadreNo, PreviousLine>();
  const corrections = correctionsOf(view, closed.number);
  const seen =
    only === undefined
      ? eachCorrectedLine(view, closed.number, corrections)
      : [corrections.get(only) ?? frozenLine(view.db, closed.number, only)].filter(
          (line) => line !== undefined,
        );
  for (const { cadre_no, measure, now_in, rounds_in } of seen) {
    lines.set(cadre_no, { cadreNo: cadre_no, measure, nowIn: now_in === 1, roundsIn: rounds_in });
  }
  return { number: closed.number, cutoff: closed.cutoff, closedAt: closed.closedAt, lines };
}

/** The lines of a closed round as they were frozen, in their order. */
export function frozenLines(db: ReadDb, number: number): StandingRow[] {
  return db.all<StandingRow>(FROZEN, number);
}

/** The line of one cadre as it was frozen, or undefined. */
export function frozenLine(db: ReadDb, number: number, cadreNo: CadreNo): StandingRow | undefined {
  return db.get<StandingRow>(`${STANDINGS} WHERE s.round_no = ? AND s.cadre_no = ?`, number, cadreNo);
}

/** A correction of a line in a closed round: the line as it should have been. */
export interface CorrectionRow extends FactRow, StandingRow {
  readonly round_no: number;
  readonly by: string;
  readonly reason: string;
}

/** The live corrections of a closed round, the latest of each cadre, by cadre. */
export function correctionsOf(view: View, number: number): ReadonlyMap<CadreNo, CorrectionRow> {
  const rows = view.db.all<CorrectionRow>(`${CORRECTIONS} WHERE c.round_no = ? ORDER BY c.id`, number);
  return new Map(rows.filter((row) => view.isLive('corrections', row)).map((row) => [row.cadre_no, row]));
}

/** The lines of a closed round, each replaced by its correction where there is one. */
export function correctedLines(
  view: View,
  number: number,
  corrections: ReadonlyMap<CadreNo, CorrectionRow> = correctionsOf(view, number),
): StandingRow[] {
  return [...eachCorrectedLine(view, number, corrections)];
}

/** The same one by one, as they are read: a round of a county has many, and most are asked for only in passing. */
export function* eachCorrectedLine(
  { db }: View,
  number: number,
  corrections: ReadonlyMap<CadreNo, CorrectionRow>,
): Generator<StandingRow> {
  if (corrections.size === 0) {
    yield* db.iterate<StandingRow>(FROZEN, number);
    return;
  }
  const unseen = new Map(corrections);
  for (const line of db.iterate<StandingRow>(FROZEN, number)) {
    unseen.delete(line.cadre_no);
    yield corrections.get(line.cadre_no) ?? line;
  }
  yield* unseen.values();
}

/** Those of the corrected lines that are in the circle; where nothing was corrected, no others are read. */
export function* eachCorrectedMember(
  view: View,
  number: number,
  corrections: ReadonlyMap<CadreNo, CorrectionRow>,
): Generator<StandingRow> {
  if (corrections.size === 0) {
    yield* view.db.iterate<StandingRow>(FROZEN_MEMBERS, number);
    return;
  }
  for (const line of eachCorrectedLine(view, number, corrections)) if (line.now_in === 1) yield line;
}

/** How many corrected lines are in the circle. */
export function countMembers(
  view: View,
  number: number,
  corrections: ReadonlyMap<CadreNo, CorrectionRow>,
): number {
  if (corrections.size > 0) return [...eachCorrectedMember(view, number, corrections)].length;
  const sql = 'SELECT count(*) AS members FROM standings WHERE round_no = ? AND now_in = 1';
  return view.db.get<{ members: number }>(sql, number)?.members ?? 0;
}

const FROZEN = `${STANDINGS} WHERE s.round_no = ? ORDER BY s.place`;
const FROZEN_MEMBERS = `${STANDINGS} WHERE s.round_no = ? AND s.now_in = 1 ORDER BY s.place`;

/** The fact that closed a round, or undefined. */
export function closingFact(db: ReadDb, number: number): FactRow | undefined {
  return db.get<FactRow>('SELECT * FROM round_closings WHERE round_no = ?', number);
}
