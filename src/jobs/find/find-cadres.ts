// Cadres: the roster on a day, and one with spans, findings and standings.
import { onRoster } from '../../domain/cadre.ts';
import type { CadreCard, ListedCadre } from '../../domain/cadre-card.ts';
import type { Day } from '../../domain/days/day.ts';
import { listCadres } from '../../ledger/cadres/cadres.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { LAST_DAY } from '../../ledger/findings/findings.ts';
import { correctionsOf } from '../../ledger/rounds/rounds.ts';
import { linesOfCadre, toStanding } from '../../ledger/rounds/standings.ts';
import { refuseUnknownNames, refuseUnknownText } from '../lookups/known-names.ts';
import { theCadre } from '../the-cadre.ts';
import { findFindings } from './find-findings.ts';

/**
 * All cadres, or those of a station or a unit, with whether they are on the roster on a day (the last by default).
 * @throws Failure `refused` for a station or a unit that nothing bears
 */
export function findCadres(
  db: ReadDb,
  on: Day | null,
  { station = null, unit = null }: { readonly station?: string | null; readonly unit?: string | null } = {},
): ListedCadre[] {
  refuseUnknownNames(db, { station });
  const day = on ?? LAST_DAY;
  const cadres = listCadres(new View(db), day);
  refuseUnknownText(
    'unit',
    unit,
    cadres.map((cadre) => cadre.unit),
  );
  return cadres
    .filter((cadre) => (station ?? cadre.station) === cadre.station && (unit ?? cadre.unit) === cadre.unit)
    .map((cadre) => ({ cadre, onRoster: onRoster(cadre, day) }));
}

/** One cadre. @throws Failure `refused` when there is none of that number */
export function showCadre(db: ReadDb, cadreNo: string): CadreCard {
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
