// Findings with as much of their rows as the figures of a round ask for.
import type { Finding } from '../../domain/findings/finding.ts';
import type { Since } from '../../domain/round.ts';
import type { View } from '../facts/view.ts';
import { type FindingRow, findingRows, liveFinding, SCORED, type ScoredRow } from './finding-rows.ts';
import { chosenForRound, type IdSpan, type IdsAmong } from './findings.ts';

/** The columns: those that the rules ask for, and the words that findings are grouped by and told with. */
export const FIGURED = `${SCORED}, area, station, description`;
export type FiguredRow = ScoredRow & Pick<FindingRow, 'area' | 'station' | 'description'>;

/** A finding with those columns. */
export interface FiguredFinding {
  readonly finding: Finding;
  readonly row: FiguredRow;
}

/**
 * The findings that a round can rest on (see `findingsForRound`), in the order of their ids.
 * @param among of these ids only
 */
export function* figuredFindings(
  view: View,
  previous: Since,
  among?: IdSpan | IdsAmong,
): Generator<FiguredFinding> {
  const { chosen, values } = chosenForRound(view, previous, among);
  for (const rows of findingRows<FiguredRow>(view, FIGURED, chosen, values)) {
    const found = liveFinding(view, rows);
    if (found !== undefined) yield found;
  }
}
