// The cadres of a ledger by number and by every name that they bear or have borne.
import { type NamedCadre, Roster } from '../../domain/persons/roster.ts';
import type { CadreRow, View } from '../facts/view.ts';

type NameRow = Pick<CadreRow, 'id' | 'seq' | 'cadre_no' | 'name' | 'unit'>;

/** All live cadres of a view as texts may name them. Read it once a command: it reads the whole roster. */
export function rosterOf(view: View): Roster {
  const amendments = view.amendments('cadres');
  const cadres: NamedCadre[] = [];
  for (const row of view.db.iterate<NameRow>('SELECT id, seq, cadre_no, name, unit FROM cadres')) {
    if (!view.isLive('cadres', row)) continue;
    const { name, unit } = view.amended('cadres', row);
    const renamed = (amendments.get(row.id) ?? []).filter((change) => change.field === 'name');
    const borne = [row.name, ...renamed.map((change) => change.new_value ?? '')];
    const before = [...new Set(borne)].filter((each) => each !== name && each !== '');
    cadres.push({ cadreNo: row.cadre_no, name, unit: unit ?? '', before });
  }
  return new Roster(cadres);
}
