// Version 4: what readers see. Of each round its last edition; lines only for those who may read names.

/** Nothing but the last edition of a round: editions are counted on, so the last one has none after it. */
const isLast = (alias: string): string => `NOT EXISTS (SELECT FROM yanquan.editions n
    WHERE n.ledger_id = ${alias}.ledger_id AND n.round_no = ${alias}.round_no AND n.edition = ${alias}.edition + 1)`;

export const sql = `
CREATE VIEW yanquan.county_townships AS
  SELECT g.ledger_id, g.county, g.township FROM yanquan.registrations g
  WHERE NOT EXISTS (SELECT FROM yanquan.registrations n
    WHERE n.ledger_id = g.ledger_id AND n.number = g.number + 1);
CREATE VIEW yanquan.county_rounds AS SELECT * FROM yanquan.rounds;
CREATE VIEW yanquan.county_findings AS SELECT * FROM yanquan.finding_figures;
CREATE VIEW yanquan.county_circle AS SELECT e.* FROM yanquan.editions e WHERE ${isLast('e')};
CREATE VIEW yanquan.county_people AS SELECT p.* FROM yanquan.people_figures p WHERE ${isLast('p')};
CREATE VIEW yanquan.county_standings AS SELECT s.* FROM yanquan.standings s WHERE ${isLast('s')};
GRANT SELECT ON yanquan.county_townships, yanquan.county_rounds, yanquan.county_findings, yanquan.county_circle,
  yanquan.county_people TO yanquan_reader, yanquan_reader_standings;
GRANT SELECT ON yanquan.county_standings TO yanquan_reader_standings;
`;
