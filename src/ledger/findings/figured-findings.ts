// Findings with as much of their rows as the figures of a round ask for.
import type { Finding } from '../../domain/findings/finding.ts';
import type { Since } from '../../domain/round.ts';
import type { View } from '../facts/view.ts';
import { type FindingRow, findingRows, liveFinding, SCORED, type ScoredRow } from './finding-rows.ts';
import { type FindingSelection, findingsByIds, findingsOfRound } from './selections.ts';

/** The columns: those that the rules need, and the words by which findings are grouped and shown. */
export const FIGURED = `${SCORED}, area, station, description`;
export type FiguredRow = ScoredRow & Pick<FindingRow, 'area' | 'station' | 'description'>;

/** A finding with those columns. */
export interface FiguredFinding {
  readonly finding: Finding;
  readonly row: FiguredRow;
}

/** The findings that a round can rest on (see `findingsForRound`), in the order of their ids. */
export function figuredFindings(view: View, previous: Since): Generator<FiguredFinding> {
  return figured(view, findingsOfRound(view, previous));
}

/** The findings with some ids, ascending; none for what is not live. */
export function figuredAmong(view: View, ids: readonly number[]): Generator<FiguredFinding> {
  return figured(view, findingsByIds(ids));
}

function* figured(view: View, selection: FindingSelection): Generator<FiguredFinding> {
  for (const rows of findingRows<FiguredRow>(view, FIGURED, selection)) {
    const found = liveFinding(view, rows);
    if (found !== undefined) yield found;
  }
}
