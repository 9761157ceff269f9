// What the sqlite3 shell does in comparison with the tool: the same work in the same tables, without the checks.
import { CUTOFF } from './data.ts';

/** As the tool opens a ledger (contract, section 5). */
const PRAGMAS = `PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON;
PRAGMA recursive_triggers = ON; PRAGMA temp_store = FILE;`;

/** Loads both files into an empty ledger's tables, in one transaction. */
export function loading(cadres: string, findings: string): string {
  return `${PRAGMAS}
CREATE TEMP TABLE c (cadre_no, name, rank, unit, station);
CREATE TEMP TABLE f (finding_no, source, area, village, station, description, severity, found_on, due_on, cadre_no,
  assist_no);
.import --csv --skip 1 '${cadres}' c
.import --csv --skip 1 '${findings}' f
BEGIN IMMEDIATE;
INSERT INTO deriving SELECT coalesce(max(seq), 0) + 1 FROM journal;
INSERT INTO cadres (seq, cadre_no, name, rank, unit, station) SELECT 2, * FROM c;
INSERT INTO cadre_now SELECT id, cadre_no FROM cadres;
INSERT INTO findings (seq, finding_no, source, area, village, station, description, severity, found_on, due_on)
  SELECT 2, finding_no, source, area, village, station, description, CAST(severity AS INTEGER), found_on, due_on FROM f;
INSERT INTO finding_responsible SELECT 2, f.rowid, 0, n.cadre_id, 'lead' FROM f
  JOIN cadre_now n ON n.cadre_no = f.cadre_no;
INSERT INTO finding_responsible SELECT 2, f.rowid, 1, n.cadre_id, 'assist' FROM f
  JOIN cadre_now n ON n.cadre_no = f.assist_no WHERE f.assist_no <> '';
INSERT INTO finding_now (finding_id, finding_no, status) SELECT id, finding_no, 'registered' FROM findings;
DELETE FROM deriving;
COMMIT;
`;
}

const CSV = '.mode csv\n.headers on\n';

/** The points of every cadre at the cutoff, with the dates and weights of the shipped policy. */
export const TALLY = `${CSV}SELECT c.cadre_no, c.name, c.rank, c.unit, c.station, count(*) AS counted,
  sum(f.due_on < '${CUTOFF}') AS overdue,
  sum(CASE r.role WHEN 'lead' THEN 100 WHEN 'assist' THEN 100 ELSE 0 END
    * CASE f.severity WHEN 1 THEN 100 WHEN 2 THEN 100 ELSE 100 END) AS points
FROM findings f JOIN finding_now n ON n.finding_id = f.id JOIN finding_responsible r ON r.finding_id = f.id
  JOIN cadres c ON c.id = r.cadre_id
WHERE n.settled_on IS NULL AND f.found_on <= '${CUTOFF}' AND f.due_on <= '${CUTOFF}' AND r.role <> 'leader'
GROUP BY c.id ORDER BY points DESC, c.cadre_no;
`;

const numbers = (role: string): string =>
  `(SELECT group_concat(c.cadre_no, ';') FROM finding_responsible r JOIN cadres c ON c.id = r.cadre_id
    WHERE r.finding_id = f.id AND r.role = '${role}') AS ${role}`;

/** The findings in the columns of \`export findings\`. */
export const EXPORT = `${CSV}SELECT finding_no, source, clause, area, village, station, description, severity, reason,
  "action", standard, found_on, due_on, ${numbers('lead')}, ${numbers('assist')}, ${numbers('leader')}, resp_unit,
  (SELECT o.finding_no FROM findings o WHERE o.id = f.recurs_id) AS recurs, remark
FROM findings f ORDER BY f.id;
`;

export const INTEGRITY = 'PRAGMA integrity_check;\n';
