// The cadres of a ledger by number and by every present and former name.
import { type NamedCadre, Roster } from '../../domain/persons/roster.ts';
import type { ReadDb } from '../database.ts';
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

/** Every name that cadres other than one were ever recorded with, by the row id of the one. */
export function namesOfOthers(db: ReadDb, cadreId: number): string[] {
  return db.column<string>(
    `SELECT name FROM cadres WHERE id <> ?
     UNION ALL SELECT new_value FROM amendments
     WHERE record = 'cadres' AND field = 'name' AND new_value IS NOT NULL AND record_id <> ?`,
    ...[cadreId, cadreId],
  );
}
