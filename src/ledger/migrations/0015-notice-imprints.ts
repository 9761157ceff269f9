// Version 15: to whom an issued notice is copied, and which office prints it.

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
-- What the imprint of an issued notice says besides; an issue without either has no row.
CREATE TABLE notice_imprints (
  seq INTEGER NOT NULL CHECK (seq > 0),
  issue_id INTEGER PRIMARY KEY REFERENCES notice_issues (id),
  copied_to TEXT NOT NULL,
  printed_by TEXT NOT NULL,
  CHECK (copied_to <> '' OR printed_by <> '')
) STRICT, WITHOUT ROWID;${guards('notice_imprints')}
`;
