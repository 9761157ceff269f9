// Version 6: who was meant by the persons that a fact names, kept when it is recorded.

export const sql = `
-- A cadre, or an outsider by the name as given; nth counts the rows of an entry, place the persons of a text. Facts
-- recorded before this version have no rows.
CREATE TABLE persons_meant (
  seq INTEGER NOT NULL CHECK (seq > 0),
  nth INTEGER NOT NULL CHECK (nth > 0),
  fact TEXT NOT NULL CHECK (fact <> ''),
  fact_id INTEGER NOT NULL CHECK (fact_id > 0),
  "column" TEXT NOT NULL CHECK ("column" <> ''),
  place INTEGER NOT NULL CHECK (place >= 0),
  cadre_id INTEGER REFERENCES cadres (id),
  outsider TEXT CHECK (outsider <> ''),
  PRIMARY KEY (seq, nth),
  CHECK ((cadre_id IS NULL) <> (outsider IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX persons_meant_fact ON persons_meant (fact_id, fact, "column", place);
CREATE INDEX persons_meant_cadre ON persons_meant (cadre_id) WHERE cadre_id IS NOT NULL;
CREATE TRIGGER persons_meant_no_update BEFORE UPDATE ON persons_meant
BEGIN SELECT RAISE(ABORT, 'persons_meant: rows are never changed'); END;
CREATE TRIGGER persons_meant_no_delete BEFORE DELETE ON persons_meant
BEGIN SELECT RAISE(ABORT, 'persons_meant: rows are never deleted'); END;
CREATE TRIGGER persons_meant_next_entry BEFORE INSERT ON persons_meant
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'persons_meant: rows belong to the next journal entry'); END;
`;
