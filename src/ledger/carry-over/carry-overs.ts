// Where a ledger was carried over from, and where each of its carried facts was recorded.
import type { Day } from '../../domain/days/day.ts';
import { Failure, problem } from '../../domain/problem.ts';
import type { ReadDb } from '../database.ts';
import type { FactRow } from '../facts/view.ts';
import type { FactTable } from '../tables.ts';
import type { WriteDb } from '../writing/transaction.ts';

/** A round that the old ledger had closed. */
export interface EarlierRound {
  readonly number: number;
  readonly cutoff: Day;
}

/** The ledger that this one was carried over from. */
export interface CarryOver {
  /** The journal entry that says so. */
  readonly seq: number;
  /** The name of its file then. */
  readonly file: string;
  /** Its last journal entry, and the hash of that. */
  readonly lastSeq: number;
  readonly lastHash: string;
  /** Whether it was sealed. */
  readonly sealed: boolean;
  /** Its last closed round, whose lines were carried; null when none was closed. */
  readonly round: (EarlierRound & { readonly digest: string }) | null;
  /** The rounds closed before that one, oldest first. */
  readonly earlierRounds: readonly EarlierRound[];
  /** The numbers of all its dispatch orders: a number on paper is not given twice. */
  readonly orderNumbers: readonly string[];
}

interface CarryOverRow extends FactRow {
  readonly file: string;
  readonly last_seq: number;
  readonly last_hash: string;
  readonly sealed: 0 | 1;
  readonly round_no: number | null;
  readonly cutoff: Day | null;
  readonly digest: string | null;
  readonly earlier_rounds: string;
  readonly order_numbers: string;
}

/** Where the ledger was carried over from, or undefined when it began empty. */
export function carryOverOf(db: ReadDb): CarryOver | undefined {
  const row = db.get<CarryOverRow>('SELECT * FROM carry_overs ORDER BY id LIMIT 1');
  if (row === undefined) return undefined;
  const { seq, file, round_no: number, cutoff, digest } = row;
  return {
    seq,
    file,
    lastSeq: row.last_seq,
    lastHash: row.last_hash,
    sealed: row.sealed === 1,
    round: number === null || cutoff === null || digest === null ? null : { number, cutoff, digest },
    // Read when they are asked for: `verify` looks at the rest of a ledger in which they may be damaged.
    get earlierRounds() {
      const rounds = listIn(row.earlier_rounds, (each): each is [number, Day] => {
        return Array.isArray(each) && Number.isInteger(each[0]) && isDay(each[1]);
      });
      return rounds.map(([earlier, day]) => ({ number: earlier, cutoff: day }));
    },
    get orderNumbers() {
      return listIn(row.order_numbers, (each) => typeof each === 'string');
    },
  };
}

/** A list that is stored as JSON. @throws Failure `damaged` when it is none, or one of other things */
function listIn<T>(json: string, isOne: (each: unknown) => each is T): T[] {
  const damaged = (cause?: unknown) => new Failure('damaged', [problem('carried_lists_damaged')], { cause });
  let list: unknown;
  try {
    list = JSON.parse(json);
  } catch (error) {
    throw damaged(error);
  }
  if (Array.isArray(list) && list.every(isOne)) return list;
  throw damaged();
}

const isDay = (value: unknown): value is Day => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

/** Adds where this ledger was carried over from; see `carryOverOf`. */
export function addCarryOver(db: WriteDb, carried: Omit<CarryOver, 'seq'>): void {
  const { file, lastSeq, lastHash, sealed, round, earlierRounds, orderNumbers } = carried;
  db.insert('carry_overs', {
    file,
    last_seq: lastSeq,
    last_hash: lastHash,
    sealed: sealed ? 1 : 0,
    round_no: round?.number ?? null,
    cutoff: round?.cutoff ?? null,
    digest: round?.digest ?? null,
    earlier_rounds: JSON.stringify(earlierRounds.map(({ number, cutoff }) => [number, cutoff])),
    order_numbers: JSON.stringify(orderNumbers),
  });
}

/** Where and when a carried fact was recorded. */
export interface CarriedFact {
  readonly ledger: string;
  /** The journal entry of that ledger. */
  readonly seq: number;
  /** The instant of that entry, UTC. */
  readonly at: string;
  readonly actor: string;
}

/** Where a fact was recorded when it was carried over; undefined for a fact of this ledger's own. */
export function carriedFact(db: ReadDb, table: FactTable, row: FactRow): CarriedFact | undefined {
  return db.get<CarriedFact>(
    `SELECT (SELECT "file" FROM carry_overs ORDER BY id LIMIT 1) AS ledger, old_seq AS seq, at, actor
     FROM carried_facts WHERE seq = ? AND fact = ? AND fact_id = ?`,
    ...[row.seq, table, row.id],
  );
}
