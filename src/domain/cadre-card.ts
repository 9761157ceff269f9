// Cadres as the roster lists them, and one in full with findings and lines of rounds.
import type { Cadre } from './cadre.ts';
import type { ListedFinding } from './findings/finding-card.ts';
import type { Standing } from './round.ts';

/** A cadre, with whether the cadre is on the roster on a day. */
export interface ListedCadre {
  readonly cadre: Cadre;
  readonly onRoster: boolean;
}

/** A cadre in full. */
export interface CadreCard extends ListedCadre {
  readonly findings: readonly ListedFinding[];
  /** The lines in closed rounds, oldest first, with their rounds. */
  readonly standings: readonly {
    readonly round: number;
    readonly cutoff: string;
    readonly standing: Standing;
    /** Whether the line was corrected after the closing; then it is the corrected one. */
    readonly corrected: boolean;
  }[];
}
