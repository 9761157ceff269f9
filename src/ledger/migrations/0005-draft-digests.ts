// Version 5: the digest of a closed round in two steps, the draft's and the closing's.

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
-- The digest of the draft that a round was closed from, and the columns of its lines that the digest covers. A round closed
-- before this version has no row: its one digest covers draft and journal together.
CREATE TABLE draft_digests (
  seq INTEGER NOT NULL CHECK (seq > 0),
  round_no INTEGER PRIMARY KEY REFERENCES round_closings (round_no),
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  digest TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT, WITHOUT ROWID;${guards('draft_digests')}
`;
