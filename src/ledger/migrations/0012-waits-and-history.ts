// Version 12: what engine 2 adds to a line, and what a ledger that was carried over knows of waits and earlier rounds.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Dispatch, FindingEvent, Responsible } from '../../domain/findings/finding.ts';
import { statusAt } from '../../domain/findings/finding-status.ts';
import { compareEvents, stateAt } from '../../domain/findings/history.ts';
import type { Connection } from '../database.ts';

/** Rows are only ever added, and only under the entry that is about to be written to the journal. */
const guards = (table: string): string => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table}: rows are never changed'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table}: rows are never deleted'); END;
CREATE TRIGGER ${table}_next_entry BEFORE INSERT ON ${table}
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, '${table}: rows belong to the next journal entry'); END;`;

/** A line without either has no row. */
const ADDED = `raised_by TEXT NOT NULL CHECK (raised_by IN ('', 'entries', 'rounds', 'entries;rounds')),
  late_pending INTEGER NOT NULL CHECK (late_pending >= 0),
  CHECK (raised_by <> '' OR late_pending > 0)`;

export const sql = `
-- Why the proposal of a frozen line was raised, and how many of its pending findings the office was late with.
CREATE TABLE standing_additions (
  seq INTEGER NOT NULL CHECK (seq > 0),
  round_no INTEGER NOT NULL,
  place INTEGER NOT NULL,
  ${ADDED},
  PRIMARY KEY (round_no, place),
  FOREIGN KEY (round_no, place) REFERENCES standings (round_no, place)
) STRICT, WITHOUT ROWID;${guards('standing_additions')}
-- The same of a corrected line.
CREATE TABLE correction_additions (
  seq INTEGER NOT NULL CHECK (seq > 0),
  correction_id INTEGER PRIMARY KEY REFERENCES corrections (id),
  ${ADDED}
) STRICT, WITHOUT ROWID;${guards('correction_additions')}
-- The cutoff of the last round that was closed before a carried report or objection was recorded in the old ledger.
CREATE TABLE carried_waits (
  seq INTEGER NOT NULL CHECK (seq > 0),
  fact TEXT NOT NULL CHECK (fact IN ('reports', 'objections')),
  fact_id INTEGER NOT NULL CHECK (fact_id > 0),
  held_since TEXT NOT NULL CHECK (held_since <> ''),
  PRIMARY KEY (seq, fact, fact_id),
  UNIQUE (fact, fact_id)
) STRICT, WITHOUT ROWID;${guards('carried_waits')}
-- Entries and exits of cadres in rounds of earlier ledgers (as corrected), before the round that was carried over.
CREATE TABLE carried_movements (
  seq INTEGER NOT NULL CHECK (seq > 0),
  cadre_id INTEGER NOT NULL REFERENCES cadres (id),
  round_no INTEGER NOT NULL CHECK (round_no > 0),
  cutoff TEXT NOT NULL CHECK (cutoff <> ''),
  movement TEXT NOT NULL CHECK (movement IN ('enter', 'exit')),
  late_pending INTEGER NOT NULL CHECK (late_pending >= 0),
  PRIMARY KEY (cadre_id, round_no)
) STRICT, WITHOUT ROWID;${guards('carried_movements')}
`;

const LIVE = (table: string): string =>
  `NOT EXISTS (SELECT 1 FROM reversals v WHERE v.fact = '${table}' AND v.fact_id = t.id)`;

/** The live events of a finding by kind, as the domain has them; the amended ground of an objection changes no status. */
const EVENTS: Readonly<Record<FindingEvent['kind'], string>> = {
  reassignment: `SELECT t.id, t.seq, t."on", a.cadre_no AS "from", b.cadre_no AS "to", t.new_due_on AS newDueOn
    FROM reassignments t JOIN cadres a ON a.id = t.from_id JOIN cadres b ON b.id = t.to_id
    WHERE t.finding_id = ? AND ${LIVE('reassignments')}`,
  extension: `SELECT t.id, t.seq, t.granted_on AS "on", t.new_due_on AS newDueOn FROM extensions t
    WHERE t.finding_id = ? AND ${LIVE('extensions')}`,
  objection: `SELECT t.id, t.seq, t.raised_on AS "on", c.cadre_no AS cadreNo, t.ground
    FROM objections t JOIN cadres c ON c.id = t.cadre_id WHERE t.finding_id = ? AND ${LIVE('objections')}`,
  report: `SELECT t.id, t.seq, t.reported_on AS "on", t.progress FROM reports t
    WHERE t.finding_id = ? AND ${LIVE('reports')}`,
  check: `SELECT t.id, t.seq, t.checked_on AS "on", t.result FROM checks t
    WHERE t.finding_id = ? AND ${LIVE('checks')}`,
  ruling: `SELECT t.id, t.seq, t.ruled_on AS "on", t.objection_id AS objection, t.ruling
    FROM rulings t JOIN objections o ON o.id = t.objection_id WHERE o.finding_id = ? AND ${LIVE('rulings')}`,
};

/** Those named on a finding when it was recorded, and those filled in later, by their numbers. */
const NAMED = `SELECT c.cadre_no AS cadreNo, r.role FROM finding_responsible r JOIN cadres c ON c.id = r.cadre_id
  WHERE r.finding_id = ? ORDER BY r.place`;
const NAMED_LATER = `SELECT t.new_value AS numbers, t.field FROM amendments t WHERE t.record = 'findings'
  AND t.record_id = ? AND t.field IN ('assist_no', 'leader_no') AND ${LIVE('amendments')} ORDER BY t.id`;
const DISPATCHES = `SELECT t.id, t.seq, t.sent_on AS "on", t.due_on AS dueOn FROM dispatch_items i
  JOIN dispatch_orders t ON t.id = i.order_id WHERE i.finding_id = ? AND ${LIVE('dispatch_orders')}`;

/** Objections of those who are no longer responsible lapse since this version: they leave the status of their findings. */
export function rederive(connection: Connection): void {
  const last = '9999-12-31' as Day;
  for (const id of connection.column<number>(
    "SELECT finding_id FROM finding_now WHERE status = 'objected'",
  )) {
    const events = Object.entries(EVENTS).flatMap(([kind, sql]) =>
      connection.all<object>(sql, id).map((row) => ({ kind, ...row }) as FindingEvent),
    );
    const later = connection
      .all<{ numbers: string | null; field: string }>(NAMED_LATER, id)
      .flatMap(({ numbers, field }) =>
        (numbers ?? '')
          .split(';')
          .map(
            (no) => ({ cadreNo: no as CadreNo, role: field === 'assist_no' ? 'assist' : 'leader' }) as const,
          ),
      );
    const finding = {
      named: [...connection.all<Responsible>(NAMED, id), ...later],
      events: events.sort(compareEvents),
      dispatches: connection.all<Dispatch>(DISPATCHES, id),
    };
    const status = statusAt(finding, stateAt(finding, last), last);
    connection.run('UPDATE finding_now SET status = ? WHERE finding_id = ?', [status, id]);
  }
}
