// Decisions in the open round: all are kept, the last of each kind counts.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Decision, Measure } from '../../domain/round.ts';
import type { ReadDb } from '../database.ts';
import type { FactRow, View } from '../facts/view.ts';
import { adder, personAdder } from '../writing/adders.ts';

export interface DecisionRow extends FactRow {
  readonly round_id: number;
  readonly cadre_id: number;
  readonly measure: Measure | null;
  readonly commended: 0 | 1 | null;
  readonly cleared: 0 | 1;
  readonly by: string;
  readonly reason: string;
  /** The last journal entry when it was decided: what came later may have changed the proposal. */
  readonly facts_seq: number;
}

/** The live decisions of a round in the order of recording. */
export function decisionRows(view: View, roundId: number): DecisionRow[] {
  return view.db
    .all<DecisionRow>('SELECT * FROM decisions WHERE round_id = ? ORDER BY id', roundId)
    .filter((row) => view.isLive('decisions', row));
}

/** The result of the decisions of a round, by cadre (contract, section 3, "Decision"). Cleared ones are left out. */
export function decisionsOf(view: View, roundId: number): ReadonlyMap<CadreNo, Decision> {
  const decisions = new Map<CadreNo, Decision>();
  for (const [cadreId, rows] of Map.groupBy(decisionRows(view, roundId), (row) => row.cadre_id)) {
    const decision = settle(rows);
    if (decision !== null) decisions.set(view.cadreNo(cadreId), decision);
  }
  return decisions;
}

/** The decisions on one cadre that count: the last on the measure and the last on the commendation since a clearing. */
function counting(rows: readonly DecisionRow[]): Record<'measure' | 'commended', DecisionRow | null> {
  let measure: DecisionRow | null = null;
  let commended: DecisionRow | null = null;
  for (const row of rows) {
    if (row.cleared === 1) {
      measure = null;
      commended = null;
    }
    if (row.measure !== null) measure = row;
    if (row.commended !== null) commended = row;
  }
  return { measure, commended };
}

/** The decisions that count in the round opened last, in the order of recording: imported again they decide the same. */
export function* countingDecisions(view: View): Generator<DecisionRow> {
  const [last] = view.db.column<number | null>('SELECT max(id) FROM rounds');
  const rows = last == null ? [] : decisionRows(view, last);
  const counted = new Set(
    [...Map.groupBy(rows, (row) => row.cadre_id).values()].flatMap((own) => Object.values(counting(own))),
  );
  for (const row of rows) if (counted.has(row)) yield row;
}

function settle(rows: readonly DecisionRow[]): Decision | null {
  const { measure, commended } = counting(rows);
  const said = [...new Set([measure, commended])].filter((row) => row !== null);
  if (said.length === 0) return null;
  const together = (texts: readonly string[]): string => [...new Set(texts)].join(';');
  return {
    measure: measure?.measure ?? null,
    commended: commended === null ? null : commended.commended === 1,
    by: together(said.map((row) => row.by)),
    reason: together(said.map((row) => row.reason)),
  };
}

/** The last journal entry by `seq` that may change a proposal: decisions do not. */
export function lastFactsBy(db: ReadDb, seq: number): number {
  const row = db.get<{ seq: number | null }>(
    "SELECT max(seq) AS seq FROM journal WHERE seq <= ? AND command NOT IN ('decide', 'import decisions')",
    seq,
  );
  return row?.seq ?? 0;
}

/** Adds a decision of a person, or of several. */
export const addDecision = personAdder('decisions');
/** Adds a decision that names no one: decisions are cleared by a command that asks for no name. */
export const addUnnamedDecision = adder('decisions');
