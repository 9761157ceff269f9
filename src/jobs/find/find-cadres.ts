// Cadres: the roster on a day, and one with spans, findings and standings.
import { type Cadre, onRoster } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Standing } from '../../domain/round.ts';
import { listCadres } from '../../ledger/cadres/cadres.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { LAST_DAY } from '../../ledger/findings/findings.ts';
import { correctionsOf } from '../../ledger/rounds/rounds.ts';
import { linesOfCadre, toStanding } from '../../ledger/rounds/standings.ts';
import { theCadre } from '../the-cadre.ts';
import { findFindings, type ListedFinding } from './find-findings.ts';
import { refuseUnknownNames } from './known-names.ts';

export interface ListedCadre {
  readonly cadre: Cadre;
  readonly onRoster: boolean;
}

/**
 * All cadres, or those of a station, with whether they are on the roster on a day (the last by default).
 * @throws Failure `refused` for a station that nothing bears
 */
export function findCadres(db: ReadDb, on: Day | null, station: string | null = null): ListedCadre[] {
  refuseUnknownNames(db, { station });
  const day = on ?? LAST_DAY;
  return listCadres(new View(db), day)
    .filter((cadre) => (station ?? cadre.station) === cadre.station)
    .map((cadre) => ({ cadre, onRoster: onRoster(cadre, day) }));
}

export interface ShownCadre extends ListedCadre {
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

/** One cadre. @throws Failure `refused` when there is none of that number */
export function showCadre(db: ReadDb, cadreNo: string): ShownCadre {
  const view = new View(db);
  const cadre = theCadre(view, cadreNo);
  const filter = {
    on: null,
    status: null,
    outstanding: true,
    source: null,
    area: null,
    village: null,
    station: null,
    cadreNo: cadre.cadreNo,
    overdueOn: null,
    dueBy: null,
    withoutDeadline: false,
  };
  return {
    cadre,
    onRoster: onRoster(cadre, LAST_DAY),
    findings: [...findFindings(db, filter)],
    standings: linesOfCadre(db, cadre.id).map((row) => {
      const correction = correctionsOf(view, row.round_no).get(cadre.cadreNo);
      const about = { round: row.round_no, cutoff: row.cutoff, corrected: correction !== undefined };
      return { ...about, standing: toStanding(correction ?? row) };
    }),
  };
}
