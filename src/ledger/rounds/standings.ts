// Standings as they are stored: one row a cadre, the words and numbers of the contract's columns.

import type { CadreNo, Rank } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import type { InBy, Measure, Movement, RaisedBy, Standing, Step } from '../../domain/round.ts';
import { flag } from '../columns/column.ts';
import type { ReadDb, SqlValue } from '../database.ts';
import { OWN_TEXTS } from '../findings/same-texts.ts';
import type { WriteDb } from '../writing/journal.ts';

/** A standing's row. Flags are 0 or 1, points ten-thousandths. */
export interface StandingRow {
  readonly cadre_id: number;
  readonly cadre_no: CadreNo;
  readonly name: string;
  readonly rank: Rank;
  readonly unit: string;
  readonly station: string;
  readonly counted: number;
  readonly pending: number;
  readonly overdue: number;
  readonly behind_tasks: number;
  readonly absences: number;
  readonly points: number;
  readonly measure: Measure;
  readonly step: Step;
  readonly was_in: 0 | 1;
  readonly now_in: 0 | 1;
  readonly in_by: InBy;
  readonly movement: Movement;
  readonly rounds_in: number;
  readonly commended: 0 | 1;
  readonly proposed_measure: Measure;
  readonly proposed_now_in: 0 | 1;
  readonly proposed_commended: 0 | 1;
  readonly decided_by: string;
  readonly decision_reason: string;
  readonly raised_by: RaisedBy;
  readonly late_pending: number;
}

/** Frozen lines with what is added to them; conditions on `s` and an order go behind it. */
export const STANDINGS = `SELECT s.*, coalesce(a.raised_by, '') AS raised_by, coalesce(a.late_pending, 0) AS late_pending
  FROM standings s LEFT JOIN standing_additions a ON a.round_no = s.round_no AND a.place = s.place`;

/** Corrections with what is added to their lines; conditions on `c` and an order go behind it. */
export const CORRECTIONS = `SELECT c.*, coalesce(a.raised_by, '') AS raised_by, coalesce(a.late_pending, 0) AS late_pending
  FROM corrections c LEFT JOIN correction_additions a ON a.correction_id = c.id`;

/** Freezes a line of a round at its place. */
export function freezeStanding(
  db: WriteDb,
  key: { readonly round_no: number; readonly place: number },
  line: StandingRow,
): void {
  db.insertPart('standings', { ...key, ...frozenOf(line) });
  if (hasAdditions(line)) db.insertPart('standing_additions', { ...key, ...additionsOf(line) });
}

/** A line without what is added to it in a table of its own. */
export function frozenOf({ raised_by: _, late_pending: __, ...line }: StandingRow) {
  return line;
}

/** Keeps what is added to the line of a correction just recorded. */
export function keepCorrectionAdditions(db: WriteDb, id: number, line: StandingRow): void {
  if (hasAdditions(line)) db.insertPart('correction_additions', { correction_id: id, ...additionsOf(line) });
}

function hasAdditions({ raised_by, late_pending }: StandingRow): boolean {
  return raised_by !== '' || late_pending > 0;
}

function additionsOf({
  raised_by,
  late_pending,
}: StandingRow): Pick<StandingRow, 'raised_by' | 'late_pending'> {
  return { raised_by, late_pending };
}

/** The row of a standing. */
export function fromStanding(standing: Standing, cadreId: number): StandingRow & Record<string, SqlValue> {
  const { cadre } = standing;
  return {
    cadre_id: cadreId,
    cadre_no: cadre.cadreNo,
    name: cadre.name,
    rank: cadre.rank,
    unit: cadre.unit,
    station: cadre.station,
    counted: standing.counted,
    pending: standing.pending,
    overdue: standing.overdue,
    behind_tasks: standing.behindTasks,
    absences: standing.absences,
    points: standing.points,
    measure: standing.measure,
    step: standing.step,
    was_in: flag(standing.wasIn),
    now_in: flag(standing.nowIn),
    in_by: standing.inBy,
    movement: standing.movement,
    rounds_in: standing.roundsIn,
    commended: flag(standing.commended),
    proposed_measure: standing.proposedMeasure,
    proposed_now_in: flag(standing.proposedNowIn),
    proposed_commended: flag(standing.proposedCommended),
    decided_by: standing.decidedBy,
    decision_reason: standing.decisionReason,
    raised_by: standing.raisedBy,
    late_pending: standing.latePending,
  };
}

/** What a line does not show of its cadre. */
type Unshown = Pick<Standing['cadre'], 'post' | 'managedBy' | 'identity'>;

const UNKNOWN: Unshown = { post: '', managedBy: '', identity: '' };
const NO_EVENTS: Standing['cadre']['rosterEvents'] = [];

/**
 * A standing from its row.
 * @param details what is known of the cadre in addition to the line
 * @param same of many rows the texts that they have alike
 */
export function toStanding(
  row: StandingRow,
  { post, managedBy, identity } = UNKNOWN,
  same = OWN_TEXTS,
): Standing {
  return {
    cadre: {
      cadreNo: row.cadre_no,
      name: row.name,
      rank: same.of(row.rank),
      unit: same.of(row.unit),
      station: same.of(row.station),
      post,
      managedBy,
      identity,
      joinedOn: null,
      leftOn: null,
      rosterEvents: NO_EVENTS,
    },
    counted: row.counted,
    pending: row.pending,
    overdue: row.overdue,
    behindTasks: row.behind_tasks,
    absences: row.absences,
    points: row.points,
    measure: same.of(row.measure),
    step: same.of(row.step),
    wasIn: row.was_in === 1,
    nowIn: row.now_in === 1,
    inBy: same.of(row.in_by),
    movement: same.of(row.movement),
    roundsIn: row.rounds_in,
    commended: row.commended === 1,
    proposedMeasure: same.of(row.proposed_measure),
    proposedNowIn: row.proposed_now_in === 1,
    proposedCommended: row.proposed_commended === 1,
    decidedBy: same.of(row.decided_by),
    decisionReason: row.decision_reason,
    raisedBy: row.raised_by,
    latePending: row.late_pending,
  };
}

/** How many lines a closed round froze, and how many of them are in the circle or commended. */
export function countLines(
  db: ReadDb,
  round: number,
): { readonly lines: number; readonly inCircle: number; readonly commended: number } {
  const counts = db.get<Record<'lines' | 'in_circle' | 'commended', number | null>>(
    'SELECT count(*) AS lines, sum(now_in) AS in_circle, sum(commended) AS commended FROM standings WHERE round_no = ?',
    round,
  );
  return {
    lines: counts?.lines ?? 0,
    inCircle: counts?.in_circle ?? 0,
    commended: counts?.commended ?? 0,
  };
}

/** The lines of a cadre in closed rounds as they were frozen, oldest first, with their rounds. */
export function linesOfCadre(
  db: ReadDb,
  cadreId: number,
): (StandingRow & { readonly round_no: number; readonly cutoff: Day })[] {
  return db.all(
    `SELECT s.*, coalesce(a.raised_by, '') AS raised_by, coalesce(a.late_pending, 0) AS late_pending, r.cutoff
     FROM standings s LEFT JOIN standing_additions a ON a.round_no = s.round_no AND a.place = s.place
     JOIN round_closings c ON c.round_no = s.round_no
     JOIN rounds r ON r.id = c.round_id WHERE s.cadre_id = ? ORDER BY s.round_no`,
    cadreId,
  );
}
