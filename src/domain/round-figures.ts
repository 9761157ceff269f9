// The figures of a round: what became of its findings, for its notice and its publication.
import type { Finding } from './findings/finding.ts';
import type { Figures, GroupFigures, MainProblem } from './notice.ts';

/** What the figures of a round ask of the row of a finding to which nothing has happened. Empty texts: no area, no station. */
export interface FiguredFacts extends Pick<Finding, 'foundOn'> {
  readonly area: string;
  readonly station: string;
  /** The journal entry that recorded the finding. */
  readonly seq: number;
}

/** What the figures of a round ask of the row of any other finding. */
export interface FiguredWords {
  readonly seq: number;
  readonly area: string | null;
  readonly station: string | null;
  readonly description: string;
}

/** What findings are grouped by. */
export type Grouping = 'source' | 'area' | 'station';

/** The figures of a round as shown; kept with a round when it is closed. */
export interface RoundFigures {
  readonly totals: Figures;
  /** Cadres responsible, with weight and on the roster, for the findings concerned. */
  readonly cadres: number;
  /** Outstanding findings that no deadline makes due. */
  readonly withoutDeadline: number;
  /** Against the last round's list of what was due: new on it, and rectified from it. */
  readonly added: number;
  readonly rectifiedSince: number;
  /** The team's checks in the window, how many answered a report, and after how many days altogether. */
  readonly checks: number;
  readonly checksTimed: number;
  readonly checkDays: number;
  /** Each with the most findings first. */
  readonly bySource: readonly GroupFigures[];
  readonly byArea: readonly GroupFigures[];
  readonly byStation: readonly GroupFigures[];
  /** The areas with something not rectified, the most first; texts as the ledger holds them. */
  readonly problems: readonly MainProblem[];
}
