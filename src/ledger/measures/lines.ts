// Every line with a measure in the closed rounds (as corrected), with what the policies of their rounds say about it.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Measure } from '../../domain/round.ts';
import type { MeasureLine, MeasureRound } from '../../scoring/measures/runs.ts';
import { carryOverOf } from '../carry-over/carry-overs.ts';
import type { View } from '../facts/view.ts';
import { policyById } from '../rounds/policies.ts';
import { closedRounds, correctionsOf } from '../rounds/rounds.ts';

/** A line with a measure, and whose it is. */
export interface MeasuredLine extends MeasureLine {
  readonly cadreId: number;
  readonly cadreNo: CadreNo;
  readonly name: string;
  readonly unit: string;
  readonly corrected: boolean;
  /** Whether the round was closed in an earlier ledger and is not the last of it. */
  readonly carried: boolean;
}

/** The closed rounds, and the lines with a measure by cadre, each in the order of rounds. */
export interface MeasuredRounds {
  readonly rounds: readonly MeasureRound[];
  readonly lines: ReadonlyMap<number, readonly MeasuredLine[]>;
}

interface Read {
  readonly cadre_id: number;
  readonly cadre_no: CadreNo;
  readonly name: string;
  readonly unit: string;
  readonly measure: Measure;
}

interface CarriedRead {
  readonly cadre_id: number;
  readonly round_no: number;
  readonly cutoff: Day;
  readonly measure: Exclude<Measure, 'none'>;
  readonly months: number;
  readonly talk_within: number;
  readonly serve_within: number;
  readonly corrected: number;
}

/** By the index of measured lines. */
const MEASURED = `SELECT cadre_id, cadre_no, name, unit, measure FROM standings
  WHERE round_no = ? AND measure <> 'none'`;

/**
 * The lines with a measure of the rounds with a cutoff up to a day.
 * @param only the row id of the one cadre who is asked for
 */
export function measuredRounds(view: View, on: Day, only?: number): MeasuredRounds {
  const lines = new Map<number, MeasuredLine[]>();
  const add = (line: MeasuredLine): void => {
    const known = lines.get(line.cadreId);
    if (known === undefined) lines.set(line.cadreId, [line]);
    else known.push(line);
  };
  const rounds = carriedRounds(view, add, only);
  for (const { number: round, cutoff, policyId } of closedRounds(view.db)) {
    if (cutoff > on) continue;
    const { duties, influenceMonths } = policyById(view.db, policyId).policy;
    rounds.push({ round, cutoff, talkWithin: duties.talkWithin, serveWithin: duties.serveWithin });
    const corrections = correctionsOf(view, round);
    for (const read of readLines(view, round, corrections)) {
      if (read.measure === 'none' || (only !== undefined && read.cadre_id !== only)) continue;
      add({
        cadreId: read.cadre_id,
        cadreNo: read.cadre_no,
        name: read.name,
        unit: read.unit,
        round,
        cutoff,
        measure: read.measure,
        months: influenceMonths[read.measure],
        corrected: corrections.has(read.cadre_no),
        carried: false,
      });
    }
  }
  return { rounds, lines };
}

function* readLines(
  view: View,
  round: number,
  corrections: ReturnType<typeof correctionsOf>,
): Generator<Read> {
  for (const line of view.db.all<Read>(MEASURED, round)) if (!corrections.has(line.cadre_no)) yield line;
  yield* corrections.values();
}

/** The rounds of earlier ledgers, with those of their lines that were carried. */
function carriedRounds(view: View, add: (line: MeasuredLine) => void, only?: number): MeasureRound[] {
  const rows = view.db.all<CarriedRead>('SELECT * FROM carried_lines ORDER BY round_no, cadre_id');
  const corrections = new Map<number, ReturnType<typeof correctionsOf>>();
  const correctionsIn = (round: number): ReturnType<typeof correctionsOf> => {
    const known = corrections.get(round) ?? correctionsOf(view, round);
    corrections.set(round, known);
    return known;
  };
  const limits = new Map<number, { readonly talkWithin: number; readonly serveWithin: number }>();
  for (const row of rows) {
    const { cadre_id: cadreId, round_no: round, cutoff, months } = row;
    limits.set(round, { talkWithin: row.talk_within, serveWithin: row.serve_within });
    if (only !== undefined && cadreId !== only) continue;
    const cadreNo = view.cadreNo(cadreId);
    const correction = correctionsIn(round).get(cadreNo);
    const measure = correction?.measure ?? row.measure;
    if (measure === 'none') continue;
    const line = { cadreId, cadreNo, name: '', unit: '', round, cutoff, measure, months };
    add({ ...line, corrected: row.corrected === 1 || correction !== undefined, carried: true });
  }
  return (carryOverOf(view.db)?.earlierRounds ?? []).map(({ number: round, cutoff }) => ({
    round,
    cutoff,
    ...(limits.get(round) ?? { talkWithin: 0, serveWithin: 0 }),
  }));
}
