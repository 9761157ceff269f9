// Who stands behind a number: names looked up once each.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Role } from '../../domain/findings/finding.ts';
import { findCadre } from '../../ledger/cadres/cadres.ts';
import type { View } from '../../ledger/facts/view.ts';

/** A cadre with name and role, as lists show those responsible. */
export interface NamedCadre {
  readonly cadreNo: CadreNo;
  readonly name: string;
  readonly role: Role;
}

/** Names those responsible. The lookup remembers: make one for a whole list. */
export function namer(view: View): (responsible: ReadonlyMap<CadreNo, Role>) => NamedCadre[] {
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
