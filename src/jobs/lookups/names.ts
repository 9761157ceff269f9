// Names by number, each looked up once.
import type { CadreNo } from '../../domain/cadre.ts';
import type { NamedResponsible, Role } from '../../domain/findings/finding.ts';
import { findCadre } from '../../ledger/cadres/cadres.ts';
import type { View } from '../../ledger/facts/view.ts';

/** Names those responsible. The lookup remembers: make one for a whole list. */
export function namer(view: View): (responsible: ReadonlyMap<CadreNo, Role>) => NamedResponsible[] {
  const known = new Map<CadreNo, string>();
  const nameOf = (cadreNo: CadreNo): string => {
    let name = known.get(cadreNo);
    if (name === undefined) {
      name = findCadre(view, cadreNo)?.name ?? '';
      known.set(cadreNo, name);
    }
    return name;
  };
  return (responsible) =>
    [...responsible].map(([cadreNo, role]) => ({ cadreNo, role, name: nameOf(cadreNo) }));
}
