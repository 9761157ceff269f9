// Draws of rectified findings and re-checks of them, as they are recorded.
import type { Day } from '../../domain/days/day.ts';
import type { CountedRecheck, DrawGrouping, RecheckResult } from '../../domain/findings/recheck.ts';
import type { Persons } from '../cadres/persons.ts';
import type { ReadDb } from '../database.ts';
import type { FactRow, View } from '../facts/view.ts';
import { personAdder } from '../writing/adders.ts';
import type { WriteDb } from '../writing/journal.ts';

export interface RecheckRow extends FactRow {
  readonly finding_id: number;
  readonly finding_no: string;
  readonly rechecked_on: Day;
  readonly rechecked_by: string;
  readonly recheck_result: RecheckResult;
  readonly new_id: number | null;
  readonly note: string | null;
}

export interface DrawRow extends FactRow {
  readonly from_on: Day;
  readonly to_on: Day;
  /** In hundredths of a percent. */
  readonly share: number;
  readonly grouping: DrawGrouping;
  readonly digest: string;
  readonly by: string;
}

/** A finding that a draw took. */
export interface MemberRow {
  readonly seq: number;
  readonly draw_id: number;
  readonly place: number;
  readonly finding_id: number;
  readonly group: string;
  readonly ticket: string;
}

const RECHECKS = 'SELECT r.*, f.finding_no FROM rechecks r JOIN findings f ON f.id = r.finding_id';

/** All live re-checks, in the order of recording. */
export function* recheckRows(view: View): Generator<RecheckRow> {
  for (const row of view.db.iterate<RecheckRow>(`${RECHECKS} ORDER BY r.id`)) {
    if (view.isLive('rechecks', row)) yield row;
  }
}

/** The live re-checks of a finding, by day, then recording. */
export function rechecksOf(view: View, findingId: number): RecheckRow[] {
  return view.db
    .all<RecheckRow>(`${RECHECKS} WHERE r.finding_id = ? ORDER BY r.rechecked_on, r.id`, findingId)
    .filter((row) => view.isLive('rechecks', row));
}

/** The live re-checks that found a rebound for which a finding was recorded. */
export function reboundsBehind(view: View, newId: number): RecheckRow[] {
  return view.db
    .all<RecheckRow>(`${RECHECKS} WHERE r.new_id = ? ORDER BY r.rechecked_on, r.id`, newId)
    .filter((row) => view.isLive('rechecks', row));
}

/** The live re-checks as figures count them. */
export function* countedRechecks(view: View): Generator<CountedRecheck> {
  for (const { rechecked_on: on, seq, recheck_result: result } of recheckRows(view))
    yield { on, seq, result };
}

/** The live draws, oldest first. */
export function draws(view: View): DrawRow[] {
  return view.db
    .all<DrawRow>('SELECT * FROM recheck_draws ORDER BY id')
    .filter((row) => view.isLive('recheck_draws', row));
}

/** A live draw by its number, or undefined. */
export function findDraw(view: View, id: number): DrawRow | undefined {
  const row = view.db.get<DrawRow>('SELECT * FROM recheck_draws WHERE id = ?', id);
  return row !== undefined && view.isLive('recheck_draws', row) ? row : undefined;
}

/** What a draw took, by group and ticket. */
export function membersOf(view: View, drawId: number): MemberRow[] {
  return view.db.all<MemberRow>('SELECT * FROM recheck_members WHERE draw_id = ? ORDER BY place', drawId);
}

/** The findings that live draws took. */
export function drawnFindings(view: View): ReadonlySet<number> {
  return new Set(draws(view).flatMap(({ id }) => membersOf(view, id).map((each) => each.finding_id)));
}

/** Records a draw with what it took. Returns the row's id. */
export function addDraw(
  db: WriteDb,
  persons: Persons,
  draw: Omit<DrawRow, keyof FactRow>,
  members: readonly Pick<MemberRow, 'finding_id' | 'group' | 'ticket'>[],
): number {
  const id = persons.insert(db, 'recheck_draws', { ...draw });
  for (const [place, { finding_id, group, ticket }] of members.entries()) {
    db.insertPart('recheck_members', { draw_id: id, place, finding_id, group, ticket });
  }
  return id;
}

/** The numbers of the findings that were recorded for rebounds, by their ids. */
export function reboundNumbers(db: ReadDb): ReadonlyMap<number, string> {
  const rows = db.all<{ id: number; finding_no: string }>(
    'SELECT DISTINCT f.id, f.finding_no FROM rechecks r JOIN findings f ON f.id = r.new_id',
  );
  return new Map(rows.map((row) => [row.id, row.finding_no]));
}

/** The draws of this ledger's own, reversed ones too: what a carried draw was made from is in the old ledger. */
export function ownDraws(db: ReadDb): DrawRow[] {
  return db.all<DrawRow>(
    `SELECT * FROM recheck_draws d WHERE NOT EXISTS
       (SELECT 1 FROM carried_facts c WHERE c.fact = 'recheck_draws' AND c.fact_id = d.id) ORDER BY id`,
  );
}

/** Adds a re-check of a rectified finding. */
export const addRecheck = personAdder('rechecks');
