// What a county sees of its townships: sums over the rounds' own figures, so that no line is ever read for them.
import type { Day } from '../domain/day.ts';
import type { LedgerFigures, Township, TownshipGroup } from '../domain/publication.ts';
import type { Server } from './connect.ts';

/** A uuid as a ledger's id is printed. */
const ID = "replace(ledger_id::text, '-', '')";

/** Every registered township, the last name of each. */
export function townships(server: Server): Promise<Township[]> {
  return server.all<Township>(`SELECT ${ID} AS "ledgerId", county, township FROM yanquan.county_townships`);
}

/** Of each ledger's rounds whether it is the last; the window stays within a ledger, on whichever machine that is. */
const TOLD = `SELECT r.*, r.round_no = max(r.round_no) OVER (PARTITION BY r.ledger_id) AS is_last
  FROM yanquan.county_rounds r
  WHERE ($1::date IS NULL OR r.cutoff <= $1) AND ($2::uuid[] IS NULL OR r.ledger_id = ANY ($2))`;

/** The sums of ledgers over their rounds up to a cutoff. */
export const SUMS = `SELECT ${ID} AS "ledgerId", count(*) AS rounds,
    max(round_no) AS "lastRound", max(cutoff) AS cutoff,
    coalesce(sum(waiting + objected + not_rectified) FILTER (WHERE is_last), 0)::bigint AS due,
    coalesce(sum(overdue) FILTER (WHERE is_last), 0)::bigint AS overdue,
    coalesce(sum(in_circle) FILTER (WHERE is_last), 0)::bigint AS "inCircle",
    sum(in_time + late)::bigint AS rectified, sum(in_time)::bigint AS "inTime",
    sum(entered)::bigint AS entered, sum(exited)::bigint AS "left",
    sum(checks)::bigint AS checks, sum(checks_timed)::bigint AS "checksTimed", sum(check_days)::bigint AS "checkDays"
  FROM (${TOLD}) told GROUP BY ledger_id`;

/** The sums of ledgers. @param cutoff rounds with a later one are left out @param ledgers null for all */
export function sumsOf(
  server: Server,
  cutoff: Day | null,
  ledgers: readonly string[] | null,
): Promise<LedgerFigures[]> {
  return server.all<LedgerFigures>(SUMS, cutoff, ledgers);
}

/** Findings of the last rounds by source or area, all ledgers together. */
const GROUPS = `SELECT f.grouping, f.name,
    sum(f.waiting + f.objected + f.not_rectified)::bigint AS due, sum(f.overdue)::bigint AS overdue,
    sum(f.in_time + f.late)::bigint AS rectified
  FROM yanquan.county_findings f
  JOIN (SELECT ledger_id, max(round_no) AS round_no FROM yanquan.county_rounds
        WHERE ($1::date IS NULL OR cutoff <= $1) AND ($2::uuid[] IS NULL OR ledger_id = ANY ($2))
        GROUP BY ledger_id) l
    ON l.ledger_id = f.ledger_id AND l.round_no = f.round_no
  WHERE f.grouping IN ('source', 'area') GROUP BY f.grouping, f.name`;

/** The last rounds' findings by source and by area. */
export function groupsOf(
  server: Server,
  cutoff: Day | null,
  ledgers: readonly string[] | null,
): Promise<TownshipGroup[]> {
  return server.all<TownshipGroup>(GROUPS, cutoff, ledgers);
}
