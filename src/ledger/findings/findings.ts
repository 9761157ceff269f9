// Findings in the ledger: one by number, many for a round, and the status derived from their events.
import type { Day } from '../../domain/days/day.ts';
import type { Finding, FindingNo, Role, Status } from '../../domain/findings/finding.ts';
import { statusAt, type statusBeforeLapsing } from '../../domain/findings/finding-status.ts';
import { stateAt } from '../../domain/findings/history.ts';
import type { Since } from '../../domain/round.ts';
import { spellingsOf } from '../../domain/texts/look.ts';
import type { ReadDb } from '../database.ts';
import type { FactRow, View } from '../facts/view.ts';
import type { WriteDb } from '../writing/journal.ts';
import { type FindingRow, findingRows, liveFinding, SCORED, type ScoredRow } from './finding-rows.ts';
import { type FindingSelection, findingsByIds, findingsOfRound } from './selections.ts';

export { type FindingRow, type FindingWithRows, findingRow, loadFinding } from './finding-rows.ts';

/** The last day: what is true after everything recorded. */
export const LAST_DAY = '9999-12-31' as Day;

/** The id of the live finding with a number, or undefined. */
export function findingId(db: ReadDb, findingNo: string): number | undefined {
  for (const spelling of spellingsOf(findingNo)) {
    const sql = 'SELECT finding_id FROM finding_now WHERE finding_no = ?';
    const found = db.get<{ finding_id: number }>(sql, spelling);
    if (found !== undefined) return found.finding_id;
  }
  return undefined;
}

/** Whether a finding is neither rectified nor withdrawn after everything recorded. */
export function isOutstanding(db: ReadDb, id: number): boolean {
  return settledOn(db, id) === null;
}

/**
 * The findings that a round can rest on, in the order of their ids: those not settled, settled after the last closed
 * round's cutoff, or settled by something recorded after that round was closed. Everything before it stays unread.
 */
export function findingsForRound(view: View, previous: Since): Generator<Finding> {
  return scored(view, findingsOfRound(view, previous));
}

/** The findings with some ids, ascending; none for what is not live. */
export function findingsAmong(view: View, ids: readonly number[]): Generator<Finding> {
  return scored(view, findingsByIds(ids));
}

function* scored(view: View, selection: FindingSelection): Generator<Finding> {
  for (const rows of findingRows<ScoredRow>(view, SCORED, selection)) {
    const found = liveFinding(view, rows);
    if (found !== undefined) yield found.finding;
  }
}

/** The same with their rows. */
export function findingsWithRowsForRound(view: View, previous: Since): ReturnType<typeof findingsChosen> {
  return findingsChosen(view, findingsOfRound(view, previous));
}

/** The greatest id of a finding, 0 when there is none. */
export function lastFindingId(db: ReadDb): number {
  return db.get<{ id: number | null }>('SELECT max(id) AS id FROM findings')?.id ?? 0;
}

/** Findings whole, in the order of their ids. */
export function* findingsChosen(
  view: View,
  selection: FindingSelection,
): Generator<{ readonly finding: Finding; readonly row: FindingRow }> {
  for (const rows of findingRows<FindingRow>(view, '*', selection)) {
    const found = liveFinding(view, rows);
    if (found !== undefined) yield found;
  }
}

/** What is derived of a finding: its status after everything recorded, and what settled it. */
export interface FindingNow {
  readonly status: Status;
  readonly settledOn: Day | null;
  readonly settledSeq: number | null;
}

/**
 * Derives `FindingNow` from the facts.
 * @param statusOf how the status follows; in a ledger of an older schema objections did not lapse
 */
export function deriveFinding(
  finding: Finding,
  statusOf: typeof statusAt | typeof statusBeforeLapsing = statusAt,
): FindingNow {
  const state = stateAt(finding, LAST_DAY);
  return {
    status: statusOf(finding, state, LAST_DAY),
    settledOn: state.settled?.on ?? null,
    settledSeq: state.settled?.seq ?? null,
  };
}

/** Stores what is derived of a finding that has it stored already. */
export function updateFindingNow(db: WriteDb, finding: Finding): void {
  const { status, settledOn, settledSeq } = deriveFinding(finding);
  db.updateDerived('finding_now', finding.id, { status, settled_on: settledOn, settled_seq: settledSeq });
}

/** A new finding's columns, those responsible in the order given, by the ids of their rows. */
export interface NewFinding {
  readonly values: Omit<FindingRow, keyof FactRow>;
  readonly responsible: readonly { readonly cadreId: number; readonly role: Role }[];
}

/** Adds a finding; the number must be free among live rows. Returns the row's id. */
export function addFinding(
  db: WriteDb,
  { values, responsible }: NewFinding,
  origin: { readonly batch_id: number | null; readonly line: number | null },
): number {
  const id = db.insert('findings', { ...values, ...origin });
  for (const [place, { cadreId, role }] of responsible.entries()) {
    db.insertPart('finding_responsible', { finding_id: id, place, cadre_id: cadreId, role });
  }
  db.deriveNewFinding(id);
  return id;
}

/** How many outstanding findings have a status. */
export function countOutstanding(db: ReadDb, status: Status): number {
  const sql = 'SELECT count(*) AS n FROM finding_now WHERE status = ? AND settled_on IS NULL';
  return db.get<{ n: number }>(sql, status)?.n ?? 0;
}

/** The day that settled a finding after everything recorded: null while it is outstanding, undefined where it is not live. */
export function settledOn(db: ReadDb, id: number): Day | null | undefined {
  const sql = 'SELECT settled_on FROM finding_now WHERE finding_id = ?';
  return db.get<{ settled_on: Day | null }>(sql, id)?.settled_on;
}

/** Whether a finding is live after everything recorded. */
export function isLiveFinding(db: ReadDb, id: number): boolean {
  return db.get('SELECT 1 FROM finding_now WHERE finding_id = ?', id) !== undefined;
}

/** A finding's row as it was recorded, without amendments; undefined where there is none. */
export function recordedFinding(db: ReadDb, id: number): FindingRow | undefined {
  return db.get<FindingRow>('SELECT * FROM findings WHERE id = ?', id);
}

/** The number of a finding, live or reversed; undefined where there is none. */
export function findingNumber(db: ReadDb, id: number): FindingNo | undefined {
  return db.get<{ no: FindingNo }>('SELECT finding_no AS no FROM findings WHERE id = ?', id)?.no;
}

/** The ids of the findings that were recorded as recurring from one. */
export function findingsRecurringFrom(db: ReadDb, id: number): number[] {
  return db.column<number>('SELECT id FROM findings WHERE recurs_id = ?', id);
}
