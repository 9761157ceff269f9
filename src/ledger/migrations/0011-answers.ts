// Version 11: what a command answered under its idempotency key, so that the same command again answers the same.

/** Rows are only ever added, and only under the entry that is about to be written to the journal. */
const guards = (table: string): string => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table}: rows are never changed'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table}: rows are never deleted'); END;
CREATE TRIGGER ${table}_next_entry BEFORE INSERT ON ${table}
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, '${table}: rows belong to the next journal entry'); END;`;

export const sql = `
-- The answer is the value from which it is worded, as JSON: language and format are those of the command that asks again.
CREATE TABLE answers (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  "key" TEXT NOT NULL UNIQUE CHECK ("key" <> ''),
  answer TEXT NOT NULL CHECK (json_valid(answer))
) STRICT, WITHOUT ROWID;${guards('answers')}
`;
