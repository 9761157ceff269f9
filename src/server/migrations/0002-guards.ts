// Version 2: rows are added and stay as they are, whoever asks: the tables' owner too.
import { tables } from './tables.ts';

const guarded = (table: string): string => `
CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON yanquan.${table}
  FOR EACH ROW EXECUTE FUNCTION yanquan.refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON yanquan.${table}
  FOR EACH STATEMENT EXECUTE FUNCTION yanquan.refuse_change();`;

export const sql = `
CREATE FUNCTION yanquan.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%: rows are never changed', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
${tables.map(guarded).join('\n')}
`;
