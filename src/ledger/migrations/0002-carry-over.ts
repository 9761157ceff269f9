// Version 2: where a ledger was carried over from, and the seal after which nothing more is written.

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
-- The ledger that this one was carried over from: its file, its last journal entry, its last closed round.
CREATE TABLE carry_overs (
  ${FACT},
  "file" TEXT NOT NULL CHECK ("file" <> ''),
  last_seq INTEGER NOT NULL CHECK (last_seq > 0),
  last_hash TEXT NOT NULL CHECK (length(last_hash) = 64),
  sealed INTEGER NOT NULL CHECK (sealed IN (0, 1)),
  round_no INTEGER UNIQUE CHECK (round_no > 0),
  cutoff TEXT CHECK (cutoff IS NULL OR cutoff IS date(cutoff)),
  digest TEXT CHECK (digest IS NULL OR length(digest) = 64),
  earlier_rounds TEXT NOT NULL CHECK (json_valid(earlier_rounds)),
  order_numbers TEXT NOT NULL CHECK (json_valid(order_numbers)),
  CHECK ((round_no IS NULL) = (cutoff IS NULL) AND (round_no IS NULL) = (digest IS NULL))
) STRICT;${guards('carry_overs')}
-- Where each carried fact stood in that ledger, when it was recorded there and by whom.
CREATE TABLE carried_facts (
  seq INTEGER NOT NULL CHECK (seq > 0),
  fact TEXT NOT NULL CHECK (fact <> ''),
  fact_id INTEGER NOT NULL CHECK (fact_id > 0),
  old_id INTEGER NOT NULL CHECK (old_id > 0),
  old_seq INTEGER NOT NULL CHECK (old_seq > 0),
  at TEXT NOT NULL CHECK (at <> ''),
  actor TEXT NOT NULL CHECK (actor <> ''),
  PRIMARY KEY (seq, fact, fact_id),
  UNIQUE (fact, fact_id)
) STRICT, WITHOUT ROWID;${guards('carried_facts')}
CREATE TABLE seals (
  ${FACT},
  "by" TEXT NOT NULL CHECK ("by" <> ''),
  reason TEXT
) STRICT;${guards('seals')}
CREATE TRIGGER journal_sealed BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM seals WHERE seq < NEW.seq)
BEGIN SELECT RAISE(ABORT, 'journal: the ledger is sealed'); END;
`;
