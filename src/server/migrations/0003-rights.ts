// Version 3: who may do what. A township adds to its own ledger and reads nothing else; readers read the views.
import { tables } from './tables.ts';

/*
 * A township's role is named after its ledger (yanquan_ and 32 hex digits), so that a policy can determine a row's
 * township without looking anything up: Citus accepts no policy with a subquery.
 */
const OWN = `current_user::text = 'yanquan_' || replace(ledger_id::text, '-', '')`;

const role = (name: string): string => `
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}') THEN CREATE ROLE ${name} NOLOGIN; END IF;
END $$;`;

const own = (table: string): string => `
REVOKE ALL ON yanquan.${table} FROM PUBLIC;
GRANT SELECT${table === 'registrations' ? '' : ', INSERT'} ON yanquan.${table} TO yanquan_township;
ALTER TABLE yanquan.${table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_ledger ON yanquan.${table} TO yanquan_township USING (${OWN}) WITH CHECK (${OWN});`;

export const sql = `
${['yanquan_township', 'yanquan_reader', 'yanquan_reader_standings'].map(role).join('\n')}
REVOKE ALL ON SCHEMA yanquan FROM PUBLIC;
REVOKE ALL ON FUNCTION yanquan.refuse_change() FROM PUBLIC;
GRANT USAGE ON SCHEMA yanquan TO yanquan_township, yanquan_reader, yanquan_reader_standings;
GRANT SELECT (version, sha256) ON yanquan.migrations TO yanquan_township, yanquan_reader, yanquan_reader_standings;
DO $$ BEGIN
  EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO yanquan_township', current_database());
END $$;
${tables.map(own).join('\n')}
`;
