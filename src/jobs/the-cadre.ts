// The cadre that a command names by number: apart from what records cadres, so that reading does not load that.
import { refusal } from '../domain/problem.ts';
import { type CadreWithId, findCadre } from '../ledger/cadres/cadres.ts';
import type { View } from '../ledger/facts/view.ts';

/** The live cadre with a number. @throws Failure `refused` */
export function theCadre(view: View, cadreNo: string): CadreWithId {
  const cadre = findCadre(view, cadreNo);
  if (cadre === undefined) throw refusal('cadre_unknown', { cadre_no: cadreNo });
  return cadre;
}
