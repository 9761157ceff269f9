// Which findings are read whole: queries that give ids, with their values.
import type { Day } from '../../domain/days/day.ts';
import type { Since } from '../../domain/round.ts';
import type { View } from '../facts/view.ts';

/** A query that gives the ids of findings, with its values. Built here only. */
export interface FindingSelection {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** All live findings. */
export const allFindings: FindingSelection = { sql: 'SELECT finding_id FROM finding_now', values: [] };

/** All findings ever recorded, reversed ones too. */
export const recordedFindings: FindingSelection = { sql: 'SELECT id FROM findings', values: [] };

/** What is neither rectified nor withdrawn after everything recorded. */
export const outstandingFindings: FindingSelection = {
  sql: 'SELECT finding_id FROM finding_now WHERE settled_on IS NULL',
  values: [],
};

/** What can be outstanding on a day: not settled, or settled later. */
export function outstandingOn(day: Day): FindingSelection {
  const sql = 'SELECT finding_id FROM finding_now WHERE settled_on IS NULL OR settled_on > ?';
  return { sql, values: [day] };
}

/** What can wait for a check or a ruling on a day: what was settled later may have waited then. */
export function awaitingOfficeOn(day: Day): FindingSelection {
  return { sql: AWAITING_OFFICE, values: [day] };
}
const AWAITING_OFFICE = `SELECT finding_id FROM finding_now
    WHERE settled_on IS NULL AND status IN ('reported', 'returned', 'objected')
  UNION ALL SELECT finding_id FROM finding_now WHERE settled_on > ?`;

/** What was rectified in a span, or had been by an earlier position of the journal. */
export function rectifiedWithin(from: Day, to: Day): FindingSelection {
  return { sql: RECTIFIED_WITHIN, values: [from, to] };
}
const RECTIFIED_WITHIN = `SELECT DISTINCT finding_id FROM checks
  WHERE result = 'rectified' AND checked_on BETWEEN ? AND ?`;

/** What a cadre is or was responsible for, by the row id of the cadre. */
export function findingsOfCadre(cadreId: number): FindingSelection {
  return { sql: OF_CADRE, values: [cadreId, cadreId, cadreId] };
}
const OF_CADRE = `SELECT finding_id FROM finding_responsible WHERE cadre_id = ?
  UNION SELECT finding_id FROM reassignments WHERE to_id = ? AND finding_id IS NOT NULL
  UNION SELECT record_id FROM amendments WHERE record = 'findings' AND field IN ('assist_no', 'leader_no')
    AND instr(';' || new_value || ';', ';' || (SELECT cadre_no FROM cadres WHERE id = ?) || ';') > 0`;

/** The contents of dispatch orders: of one, by its row id, or on any. */
export function findingsOnOrders(orderId?: number): FindingSelection {
  const onAny = 'SELECT finding_id FROM dispatch_items WHERE finding_id IS NOT NULL';
  return orderId === undefined
    ? { sql: onAny, values: [] }
    : { sql: `${onAny} AND order_id = ?`, values: [orderId] };
}

/** Findings by their ids; none for what is not live. */
export function findingsByIds(ids: Iterable<number>): FindingSelection {
  return { sql: 'SELECT value FROM json_each(?)', values: [JSON.stringify([...ids])] };
}

/** The values of `SETTLED_SINCE`. */
export function sinceThen(view: View, previous: Since): readonly (string | number)[] {
  const since = previous?.cutoff ?? '';
  return [since, previous?.closedAt ?? 0, since, view.position];
}

/** What was settled or reversed since the round before. */
export const SETTLED_SINCE = `SELECT finding_id FROM finding_now WHERE settled_on > ?
  UNION ALL SELECT finding_id FROM finding_now WHERE settled_seq > ? AND settled_on <= ?
  UNION ALL SELECT fact_id FROM reversals WHERE fact = 'findings' AND seq > ?`;

/** What a round can rest on: not settled, or settled or reversed since the round before; pinned by a test of the query plan. */
export function findingsOfRound(view: View, previous: Since): FindingSelection {
  return { sql: OF_ROUND, values: sinceThen(view, previous) };
}
const OF_ROUND = `SELECT finding_id FROM finding_now WHERE settled_on IS NULL
  UNION ALL ${SETTLED_SINCE}`;

/** What was drawn and is not looked at again yet. */
export const openRechecks: FindingSelection = {
  sql: `SELECT m.finding_id FROM recheck_members m
    JOIN recheck_draws d ON d.id = m.draw_id
  WHERE NOT EXISTS (SELECT 1 FROM reversals v WHERE v.fact = 'recheck_draws' AND v.fact_id = d.id)
    AND NOT EXISTS (SELECT 1 FROM rechecks r WHERE r.finding_id = m.finding_id AND NOT EXISTS
      (SELECT 1 FROM reversals v WHERE v.fact = 'rechecks' AND v.fact_id = r.id))`,
  values: [],
};
