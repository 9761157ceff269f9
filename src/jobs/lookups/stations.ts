// The stations of findings in a view, on a day.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Role } from '../../domain/findings/finding.ts';
import { type FindingStation, findingStation } from '../../domain/station.ts';
import { cadreStations } from '../../ledger/cadres/cadres.ts';
import type { View } from '../../ledger/facts/view.ts';

/** Says where findings lie; the roster is read when the first of them names no station. */
export class Stations {
  readonly #view: View;
  readonly #day: Day;
  #ofCadres: ReadonlyMap<CadreNo, string> | undefined;

  constructor(view: View, day: Day) {
    this.#view = view;
    this.#day = day;
  }

  /** Where a finding lies; see `findingStation`. */
  of(own: string | null, responsible: Iterable<readonly [CadreNo, Role]>): FindingStation {
    return findingStation(own, responsible, (cadreNo) => this.ofCadre(cadreNo));
  }

  /** The station of a cadre on the day; empty when the roster names none. */
  ofCadre(cadreNo: CadreNo): string {
    this.#ofCadres ??= cadreStations(this.#view, this.#day);
    return this.#ofCadres.get(cadreNo) ?? '';
  }
}
