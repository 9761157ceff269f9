// Version 8: what units wrote of their progress in words of their own; what an import said of its files, and their sheets.

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
-- What a unit wrote under 完成情况 that is no known word: no report. The last live row of a finding counts; NULL is none.
CREATE TABLE unit_words (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  finding_id INTEGER NOT NULL REFERENCES findings (id),
  words TEXT CHECK (words <> '')
) STRICT;
CREATE INDEX unit_words_finding ON unit_words (finding_id);${guards('unit_words')}
-- What an import guessed, matched or skipped in its files, as codes with their values.
CREATE TABLE batch_notes (
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER NOT NULL REFERENCES batches (id),
  place INTEGER NOT NULL CHECK (place >= 0),
  note TEXT NOT NULL CHECK (json_valid(note)),
  PRIMARY KEY (batch_id, place)
) STRICT, WITHOUT ROWID;${guards('batch_notes')}
-- The sheet that the rows of a batch came from, from a row of a table on, where a workbook had several.
CREATE TABLE batch_sheets (
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER NOT NULL REFERENCES batches (id),
  "table" TEXT NOT NULL CHECK ("table" <> ''),
  first_row INTEGER NOT NULL CHECK (first_row >= 0),
  sheet TEXT NOT NULL,
  PRIMARY KEY (batch_id, "table", first_row)
) STRICT, WITHOUT ROWID;${guards('batch_sheets')}
`;
