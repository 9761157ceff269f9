// The roster in the ledger: cadres, leaves and returns.
import type { Cadre, CadreNo } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import { spellingsOf } from '../../domain/texts/look.ts';
import type { ReadDb } from '../database.ts';
import type { CadreRow, RosterEventRow, View } from '../facts/view.ts';
import { OWN_TEXTS, type Texts } from '../findings/same-texts.ts';
import type { WriteDb } from '../writing/journal.ts';

/** The columns of a cadre that a file or an amendment gives. */
export type CadreValues = Omit<CadreRow, 'id' | 'seq' | 'batch_id' | 'line'>;

/** A cadre with the id of its row. */
export interface CadreWithId extends Cadre {
  readonly id: number;
}

/** A cadre as the roster has them: all amendments laid over, or those in force on `day`. */
function toCadre(view: View, row: CadreRow, rosterEvents: readonly RosterEventRow[], day?: Day): CadreWithId {
  const now = view.amended('cadres', row, day);
  return {
    id: row.id,
    cadreNo: row.cadre_no,
    name: now.name,
    rank: now.rank,
    post: now.post ?? '',
    unit: now.unit ?? '',
    station: now.station ?? '',
    managedBy: now.managed_by ?? '',
    identity: now.identity ?? '',
    joinedOn: now.joined_on,
    leftOn: now.left_on,
    rosterEvents,
  };
}

/** All live cadres, by number in code point order (SQLite's BINARY order of UTF-8). */
export function listCadres(view: View, day?: Day): CadreWithId[] {
  const events = Map.groupBy(
    view.db
      .all<RosterEventRow>('SELECT * FROM roster_events ORDER BY "on", id')
      .filter((row) => view.isLive('roster_events', row)),
    (row) => row.cadre_id,
  );
  const cadres: CadreWithId[] = [];
  for (const row of view.db.iterate<CadreRow>('SELECT * FROM cadres ORDER BY cadre_no')) {
    if (!view.isLive('cadres', row)) continue;
    view.knowCadre(row);
    cadres.push(toCadre(view, row, events.get(row.id) ?? [], day));
  }
  return cadres;
}

/** What a line of a round does not show of its cadre, with the name. */
export type CadreDetails = Pick<Cadre, 'name' | 'post' | 'managedBy' | 'identity'>;

/** That of all live cadres, by number, as in force on `day`: of a large roster no more is read. @param same the texts that many have alike */
export function cadreDetails(
  view: View,
  day: Day,
  same: Texts = OWN_TEXTS,
): ReadonlyMap<CadreNo, CadreDetails> {
  const sql = 'SELECT id, seq, cadre_no, name, post, managed_by, identity FROM cadres';
  const details = new Map<CadreNo, CadreDetails>();
  for (const row of view.db.iterate<DetailRow>(sql)) {
    if (!view.isLive('cadres', row)) continue;
    const { name, post, managed_by, identity } = view.amended('cadres', row, day);
    details.set(row.cadre_no, {
      name,
      post: same.of(post ?? ''),
      managedBy: same.of(managed_by ?? ''),
      identity: same.of(identity ?? ''),
    });
  }
  return details;
}
type DetailRow = Pick<CadreRow, 'id' | 'seq' | 'cadre_no' | 'name' | 'post' | 'managed_by' | 'identity'>;

/** The stations of all live cadres as in force on `day`, by number; empty where the roster names none. */
export function cadreStations(view: View, day: Day): ReadonlyMap<CadreNo, string> {
  const stations = new Map<CadreNo, string>();
  for (const row of view.db.iterate<StationRow>('SELECT id, seq, cadre_no, station FROM cadres')) {
    if (view.isLive('cadres', row))
      stations.set(row.cadre_no, view.amended('cadres', row, day).station ?? '');
  }
  return stations;
}
type StationRow = Pick<CadreRow, 'id' | 'seq' | 'cadre_no' | 'station'>;

/** The cadre of a number who was live in the view, whoever has it now; looked for among all. */
export function cadreThen(view: View, cadreNo: CadreNo, day: Day): CadreWithId | undefined {
  const row = view.db
    .all<CadreRow>('SELECT * FROM cadres WHERE cadre_no = ?', cadreNo)
    .find((each) => view.isLive('cadres', each));
  return row === undefined ? undefined : toCadre(view, row, rosterEventsOf(view, row.id), day);
}

/** The row of the live cadre with a number, as recorded, or undefined. */
export function findCadreRow(db: ReadDb, cadreNo: string): CadreRow | undefined {
  for (const spelling of spellingsOf(cadreNo)) {
    const found = db.get<CadreRow>(CADRE_NUMBERED, spelling);
    if (found !== undefined) return found;
  }
  return undefined;
}
const CADRE_NUMBERED =
  'SELECT cadres.* FROM cadre_now JOIN cadres ON cadres.id = cadre_id WHERE cadre_now.cadre_no = ?';

/** The row ids of all live cadres, by number. */
export function cadreIds(db: ReadDb): ReadonlyMap<CadreNo, number> {
  const rows = db.all<{ cadre_no: CadreNo; cadre_id: number }>('SELECT cadre_no, cadre_id FROM cadre_now');
  return new Map(rows.map((row) => [row.cadre_no, row.cadre_id]));
}

/** The live leaves and returns of a cadre, by day, then recording. */
export function rosterEventsOf(view: View, cadreId: number): RosterEventRow[] {
  return view.db
    .all<RosterEventRow>('SELECT * FROM roster_events WHERE cadre_id = ? ORDER BY "on", id', cadreId)
    .filter((row) => view.isLive('roster_events', row));
}

/** The live cadre with a number, or undefined. */
export function findCadre(view: View, cadreNo: string, day?: Day): CadreWithId | undefined {
  const row = findCadreRow(view.db, cadreNo);
  if (row === undefined || !view.isLive('cadres', row)) return undefined;
  view.knowCadre(row);
  return toCadre(view, row, rosterEventsOf(view, row.id), day);
}

/** Adds a cadre; the number must be free among live rows. Returns the row's id. */
export function addCadre(
  db: WriteDb,
  values: CadreValues,
  origin: { readonly batch_id: number | null; readonly line: number | null },
): number {
  const id = db.insert('cadres', { ...values, ...origin });
  db.insertDerived('cadre_now', { cadre_id: id, cadre_no: values.cadre_no });
  return id;
}
