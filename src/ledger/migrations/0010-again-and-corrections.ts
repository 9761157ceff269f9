// This version: what was recorded again after a reversal, and what a correction of a closed round rests on.

/** Rows are only ever added, and only under the entry that is about to be written to the journal. */
const guards = (table: string): string => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table}: rows are never changed'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table}: rows are never deleted'); END;
CREATE TRIGGER ${table}_next_entry BEFORE INSERT ON ${table}
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, '${table}: rows belong to the next journal entry'); END;`;

/** Columns every fact row has: the journal entry that wrote it, and the batch and line it came from. */
const FACT = `id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0)`;

export const sql = `
-- A fact that was recorded again on purpose, and the reversed one whose place it takes.
CREATE TABLE recorded_again (
  ${FACT},
  fact TEXT NOT NULL CHECK (fact <> ''),
  fact_id INTEGER NOT NULL CHECK (fact_id > 0),
  reversed_id INTEGER NOT NULL CHECK (reversed_id > 0),
  UNIQUE (fact, fact_id),
  CHECK (fact_id <> reversed_id)
) STRICT;${guards('recorded_again')}
-- How a correction was made: the scoring, and the last journal entry whose facts and reversals it rests on.
CREATE TABLE correction_bases (
  ${FACT},
  correction_id INTEGER NOT NULL UNIQUE REFERENCES corrections (id),
  engine INTEGER NOT NULL,
  facts_seq INTEGER NOT NULL CHECK (facts_seq < seq)
) STRICT;${guards('correction_bases')}
-- Facts recorded since the closing that a correction takes in, each with the reversed one that it stands in for.
CREATE TABLE correction_facts (
  ${FACT},
  correction_id INTEGER NOT NULL REFERENCES corrections (id),
  fact TEXT NOT NULL CHECK (fact <> ''),
  fact_id INTEGER NOT NULL CHECK (fact_id > 0),
  reversed_id INTEGER CHECK (reversed_id > 0),
  UNIQUE (correction_id, fact, fact_id)
) STRICT;${guards('correction_facts')}
`;
