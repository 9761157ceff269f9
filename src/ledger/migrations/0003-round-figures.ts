// Version 3: the figures of a round, kept when it is closed, so that its notice need not read every finding again.

/** Rows are only ever added, and only under the entry that is about to be written to the journal. */
const guards = (table: string): string => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table}: rows are never changed'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table}: rows are never deleted'); END;
CREATE TRIGGER ${table}_next_entry BEFORE INSERT ON ${table}
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, '${table}: rows belong to the next journal entry'); END;`;

const counts = (...names: readonly string[]): string =>
  names.map((name) => `${name} INTEGER NOT NULL CHECK (${name} >= 0)`).join(',\n  ');

/** Findings by what became of them: each is one of the six between the first and the last. */
const FIGURES = `${counts('findings', 'in_time', 'late', 'waiting', 'objected', 'extended', 'not_rectified', 'overdue')},
  CHECK (findings = in_time + late + waiting + objected + extended + not_rectified),
  CHECK (overdue <= not_rectified)`;

export const sql = `
-- What became of the findings of a closed round, in all; a round closed before this version has no row.
CREATE TABLE round_figures (
  seq INTEGER NOT NULL CHECK (seq > 0),
  round_no INTEGER PRIMARY KEY REFERENCES round_closings (round_no),
  ${counts('cadres', 'without_deadline', 'added', 'rectified_since', 'checks', 'checks_timed', 'check_days')},
  ${FIGURES},
  CHECK (checks_timed <= checks)
) STRICT, WITHOUT ROWID;${guards('round_figures')}
-- The same by source, area and station; an empty name is what bears none.
CREATE TABLE finding_figures (
  seq INTEGER NOT NULL CHECK (seq > 0),
  round_no INTEGER NOT NULL REFERENCES round_figures (round_no),
  grouping TEXT NOT NULL CHECK (grouping IN ('source', 'area', 'station')),
  name TEXT NOT NULL,
  ${FIGURES},
  PRIMARY KEY (round_no, grouping, name)
) STRICT, WITHOUT ROWID;${guards('finding_figures')}
-- What is not rectified in an area, told by its gravest; texts as the round found them.
CREATE TABLE main_problems (
  seq INTEGER NOT NULL CHECK (seq > 0),
  round_no INTEGER NOT NULL REFERENCES round_figures (round_no),
  area TEXT NOT NULL,
  place INTEGER NOT NULL CHECK (place > 0),
  description TEXT NOT NULL,
  PRIMARY KEY (round_no, area, place)
) STRICT, WITHOUT ROWID;${guards('main_problems')}
`;
