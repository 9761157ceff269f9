// Version 9: by whose station the kept figures of a round are grouped.

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
-- A round of which the figures count a finding without a station at the station of its lead. Those kept before have no row:
-- there such findings are counted without one, and are reckoned so for ever.
CREATE TABLE figure_stations (
  seq INTEGER NOT NULL CHECK (seq > 0),
  round_no INTEGER PRIMARY KEY REFERENCES round_figures (round_no),
  station TEXT NOT NULL CHECK (station = 'lead')
) STRICT, WITHOUT ROWID;${guards('figure_stations')}
`;
