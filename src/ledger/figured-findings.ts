// Findings with as much of their rows as the figures of a round ask for.
import type { Finding } from '../domain/finding.ts';
import type { PreviousRound } from '../domain/round.ts';
import { type FindingRow, findingRows, liveFinding, SCORED, type ScoredRow } from './finding-rows.ts';
import { CHOSEN_FOR_ROUND } from './findings.ts';
import type { View } from './view.ts';

/** The columns: those that the rules ask for, and the words that findings are grouped by and told with. */
export const FIGURED = `${SCORED}, area, station, description`;
export type FiguredRow = ScoredRow & Pick<FindingRow, 'area' | 'station' | 'description'>;

/** A finding with those columns. */
export interface FiguredFinding {
  readonly finding: Finding;
  readonly row: FiguredRow;
}

/** The findings that a round can rest on (see `findingsForRound`), in the order of their ids. */
export function* figuredFindings(
  view: View,
  previous: Pick<PreviousRound, 'cutoff' | 'closedAt'> | null,
): Generator<FiguredFinding> {
  const since = previous?.cutoff ?? '';
  const values = [since, previous?.closedAt ?? 0, since, view.position];
  for (const rows of findingRows<FiguredRow>(view, FIGURED, CHOSEN_FOR_ROUND, values)) {
    const found = liveFinding(view, rows);
    if (found !== undefined) yield found;
  }
}
