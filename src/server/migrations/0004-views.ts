// Version 4: what readers see. Of each round its last edition; lines only for those who may read names.

/** The last edition of each round: sums by ledger, so that every machine of a cluster can make its own. */
const LAST = `JOIN (SELECT ledger_id, round_no, max(edition) AS edition FROM yanquan.editions GROUP BY ledger_id, round_no) l
    ON l.ledger_id = r.ledger_id AND l.round_no = r.round_no`;
const at = (alias: string): string =>
  `${alias}.ledger_id = l.ledger_id AND ${alias}.round_no = l.round_no AND ${alias}.edition = l.edition`;

export const sql = `
CREATE VIEW yanquan.county_townships AS
  SELECT g.ledger_id, g.county, g.township FROM yanquan.registrations g
  JOIN (SELECT ledger_id, max(number) AS number FROM yanquan.registrations GROUP BY ledger_id) l
    ON l.ledger_id = g.ledger_id AND l.number = g.number;
CREATE VIEW yanquan.county_rounds AS
  SELECT r.*, e.edition, e.lines, e.in_circle, e.entered, e.stayed, e.exited, e.departed, e.commended
  FROM yanquan.rounds r ${LAST}
  JOIN yanquan.editions e ON ${at('e')};
CREATE VIEW yanquan.county_findings AS SELECT * FROM yanquan.finding_figures;
CREATE VIEW yanquan.county_people AS
  SELECT p.* FROM yanquan.rounds r ${LAST}
  JOIN yanquan.people_figures p ON ${at('p')};
CREATE VIEW yanquan.county_standings AS
  SELECT s.* FROM yanquan.rounds r ${LAST}
  JOIN yanquan.standings s ON ${at('s')};
GRANT SELECT ON yanquan.county_townships, yanquan.county_rounds, yanquan.county_findings, yanquan.county_people
  TO yanquan_reader, yanquan_reader_standings;
GRANT SELECT ON yanquan.county_standings TO yanquan_reader_standings;
`;
