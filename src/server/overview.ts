// What a county sees of its townships: sums over the rounds' own figures, so that no line is ever read for them.
import type { Day } from '../domain/days/day.ts';
import type { AfterClosing, LedgerFigures, Township, TownshipGroup } from '../domain/publication.ts';
import type { Server } from './connect.ts';

/** A uuid as a ledger's id is printed. */
const ID = "replace(ledger_id::text, '-', '')";

/** Every registered township, the last name of each. */
export function townships(server: Server): Promise<Township[]> {
  return server.all<Township>(`SELECT ${ID} AS "ledgerId", county, township FROM yanquan.county_townships`);
}

/** The rounds shown, each with whether it is its ledger's last; the window stays within a ledger, wherever that is. */
const SHOWN_ROUNDS = `SELECT r.*, r.round_no = max(r.round_no) OVER (PARTITION BY r.ledger_id) AS is_last
    FROM yanquan.county_rounds r
    WHERE ($1::date IS NULL OR r.cutoff >= $1) AND ($2::date IS NULL OR r.cutoff <= $2)
      AND ($3::uuid[] IS NULL OR r.ledger_id = ANY ($3))`;

/** What came after closings, by column and by name. */
const AFTER = {
  talks_owed: 'talksOwed',
  talks_held: 'talksHeld',
  talks_late: 'talksLate',
  services_owed: 'servicesOwed',
  services: 'services',
  services_late: 'servicesLate',
  appeals: 'appeals',
  appeals_upheld: 'appealsUpheld',
  rechecks: 'rechecks',
  rebounds: 'rebounds',
} as const satisfies Readonly<Record<string, keyof AfterClosing>>;
const AFTER_COLUMNS = Object.keys(AFTER);

/**
 * The sums of ledgers over their rounds of a span: findings first, then people and what came after, in the rounds of that
 * span. They are joined when there is one row a ledger: no plan can go wrong much.
 */
export const SUMS = `WITH findings AS (
    SELECT ledger_id, count(*) AS rounds, min(round_no) AS first_round, max(round_no) AS last_round, max(cutoff) AS cutoff,
      sum(waiting + objected + not_rectified) FILTER (WHERE is_last) AS due,
      sum(overdue) FILTER (WHERE is_last) AS overdue,
      sum(in_time + late) AS rectified, sum(in_time) AS in_time,
      sum(checks) AS checks, sum(checks_timed) AS checks_timed, sum(check_days) AS check_days
    FROM (${SHOWN_ROUNDS}) shown GROUP BY ledger_id
  ), people AS (
    SELECT c.ledger_id, sum(c.in_circle) FILTER (WHERE c.round_no = f.last_round) AS in_circle,
      sum(c.entered) AS entered, sum(c.exited) AS exited
    FROM yanquan.county_circle c
    JOIN findings f ON f.ledger_id = c.ledger_id AND c.round_no BETWEEN f.first_round AND f.last_round
    GROUP BY c.ledger_id
  ), after AS (
    SELECT a.ledger_id, ${AFTER_COLUMNS.map((name) => `sum(a.${name}) AS ${name}`).join(', ')}
    FROM yanquan.county_after_closing a
    JOIN findings f ON f.ledger_id = a.ledger_id AND a.round_no BETWEEN f.first_round AND f.last_round
    GROUP BY a.ledger_id
  )
  SELECT replace(f.ledger_id::text, '-', '') AS "ledgerId", f.rounds, f.last_round AS "lastRound", f.cutoff,
    f.due, f.overdue, p.in_circle AS "inCircle", f.rectified, f.in_time AS "inTime", p.entered, p.exited AS "left",
    f.checks, f.checks_timed AS "checksTimed", f.check_days AS "checkDays",
    ${Object.entries(AFTER)
      .map(([column, name]) => `coalesce(a.${column}, 0) AS "${name}"`)
      .join(', ')}
  FROM findings f JOIN people p ON p.ledger_id = f.ledger_id LEFT JOIN after a ON a.ledger_id = f.ledger_id`;

/** Rounds by their cutoffs, both days included; null: no limit. */
export interface Span {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** The sums of ledgers over their rounds of a span. @param ledgers null for all */
export function sumsOf(
  server: Server,
  { from, to }: Span,
  ledgers: readonly string[] | null,
): Promise<LedgerFigures[]> {
  return server.all<LedgerFigures>(SUMS, from, to, ledgers);
}

/** Findings of given rounds by source or area, all ledgers together: each round's figures by their key. */
export const GROUPS = `SELECT f.grouping, f.name,
    sum(f.waiting + f.objected + f.not_rectified) AS due, sum(f.overdue) AS overdue, sum(f.in_time + f.late) AS rectified
  FROM unnest($1::uuid[], $2::integer[]) AS l (ledger_id, round_no)
  JOIN yanquan.county_findings f ON f.ledger_id = l.ledger_id AND f.round_no = l.round_no
  WHERE f.grouping IN ('source', 'area') GROUP BY f.grouping, f.name`;

/** The findings of the last rounds given, by source and by area. */
export function groupsOf(
  server: Server,
  lasts: readonly Pick<LedgerFigures, 'ledgerId' | 'lastRound'>[],
): Promise<TownshipGroup[]> {
  const [ledgers, rounds] = [lasts.map((each) => each.ledgerId), lasts.map((each) => String(each.lastRound))];
  return server.all<TownshipGroup>(GROUPS, ledgers, rounds);
}
