// Version 5: readers have rights on the tables below the views, lines have all columns, and figures after a closing.
import { tables } from './tables.ts';

/*
 * Citus runs the parts of a view as the caller, so the right of the view's owner does not count there. Readers get the
 * tables themselves, each with a policy; superseded editions can then be read as well. Lines are for those alone who may
 * read names.
 */
const READERS = 'yanquan_reader, yanquan_reader_standings';
const readable = (table: string, readers: string): string => `
GRANT SELECT ON yanquan.${table} TO ${readers};
CREATE POLICY readers ON yanquan.${table} FOR SELECT TO ${readers} USING (true);`;

const OWN = `current_user::text = 'yanquan_' || replace(ledger_id::text, '-', '')`;
const COUNTS = [
  ...['talks_owed', 'talks_held', 'talks_late', 'services_owed', 'services', 'services_late'],
  ...['appeals', 'appeals_upheld', 'rechecks', 'rebounds'],
];

export const sql = `
${tables.map((table) => readable(table, table === 'standings' ? 'yanquan_reader_standings' : READERS)).join('\n')}

ALTER TABLE yanquan.standings ADD COLUMN raised_by text NOT NULL DEFAULT '';
ALTER TABLE yanquan.standings ADD COLUMN late_pending integer NOT NULL DEFAULT 0;
CREATE OR REPLACE VIEW yanquan.county_standings AS SELECT s.* FROM yanquan.standings s
  WHERE NOT EXISTS (SELECT FROM yanquan.editions n
    WHERE n.ledger_id = s.ledger_id AND n.round_no = s.round_no AND n.edition = s.edition + 1);

CREATE TABLE yanquan.after_closing (
  ledger_id uuid NOT NULL,
  round_no integer NOT NULL,
  edition integer NOT NULL CHECK (edition >= 0),
  ${COUNTS.map((name) => `${name} integer NOT NULL CHECK (${name} >= 0)`).join(',\n  ')},
  published_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ledger_id, round_no, edition),
  FOREIGN KEY (ledger_id, round_no) REFERENCES yanquan.rounds (ledger_id, round_no),
  CHECK (talks_held <= talks_owed AND services <= services_owed),
  CHECK (appeals_upheld <= appeals AND rebounds <= rechecks)
);
CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON yanquan.after_closing
  FOR EACH ROW EXECUTE FUNCTION yanquan.refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON yanquan.after_closing
  FOR EACH STATEMENT EXECUTE FUNCTION yanquan.refuse_change();
REVOKE ALL ON yanquan.after_closing FROM PUBLIC;
GRANT SELECT, INSERT ON yanquan.after_closing TO yanquan_township;
ALTER TABLE yanquan.after_closing ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_ledger ON yanquan.after_closing TO yanquan_township USING (${OWN}) WITH CHECK (${OWN});
${readable('after_closing', READERS)}
CREATE VIEW yanquan.county_after_closing AS SELECT a.* FROM yanquan.after_closing a
  WHERE NOT EXISTS (SELECT FROM yanquan.after_closing n
    WHERE n.ledger_id = a.ledger_id AND n.round_no = a.round_no AND n.edition = a.edition + 1);
GRANT SELECT ON yanquan.county_after_closing TO ${READERS};
`;
