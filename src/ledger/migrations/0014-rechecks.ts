// This version: draws of rectified findings, and the results of looking at them again.

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
-- A draw: the span of rectifications, the share in hundredths of a percent, and the digest that its tickets were made with.
CREATE TABLE recheck_draws (
  ${FACT},
  from_on TEXT NOT NULL CHECK (from_on <> ''),
  to_on TEXT NOT NULL CHECK (to_on >= from_on),
  share INTEGER NOT NULL CHECK (share BETWEEN 1 AND 10000),
  grouping TEXT NOT NULL CHECK (grouping IN ('station', 'source', 'area')),
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  "by" TEXT NOT NULL CHECK ("by" <> '')
) STRICT;${guards('recheck_draws')}
-- The findings that a draw took, by group and ticket.
CREATE TABLE recheck_members (
  seq INTEGER NOT NULL CHECK (seq > 0),
  draw_id INTEGER NOT NULL REFERENCES recheck_draws (id),
  place INTEGER NOT NULL CHECK (place >= 0),
  finding_id INTEGER NOT NULL REFERENCES findings (id),
  "group" TEXT NOT NULL,
  ticket TEXT NOT NULL CHECK (length(ticket) = 64),
  PRIMARY KEY (draw_id, place),
  UNIQUE (draw_id, finding_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX recheck_members_finding ON recheck_members (finding_id);${guards('recheck_members')}
-- A look at a rectified finding; a rebound names the finding that was recorded for it.
CREATE TABLE rechecks (
  ${FACT},
  finding_id INTEGER NOT NULL REFERENCES findings (id),
  rechecked_on TEXT NOT NULL CHECK (rechecked_on <> ''),
  rechecked_by TEXT NOT NULL CHECK (rechecked_by <> ''),
  recheck_result TEXT NOT NULL CHECK (recheck_result IN ('holds', 'rebound')),
  new_id INTEGER REFERENCES findings (id),
  note TEXT,
  CHECK ((recheck_result = 'rebound') = (new_id IS NOT NULL)),
  CHECK (new_id <> finding_id)
) STRICT;
CREATE INDEX rechecks_finding ON rechecks (finding_id);
CREATE INDEX rechecks_new ON rechecks (new_id) WHERE new_id IS NOT NULL;${guards('rechecks')}
`;
