// Version 4: spellings by their look, so that what only looks like something known is found by index.
import type { Connection } from '../database.ts';
import { spellingsOfFacts } from '../facts/looks-of-facts.ts';

const KINDS = ['cadre', 'finding', 'task', 'order', 'source', 'area', 'station', 'village'];

export const sql = `
-- Every name of a source, area, station or village that was ever recorded, and of numbers those that are not their own
-- look. Derived from the facts, which verify compares; what was reversed stays, so who asks looks for a live row too.
CREATE TABLE looks (
  kind TEXT NOT NULL CHECK (kind IN (${KINDS.map((each) => `'${each}'`).join(', ')})),
  look TEXT NOT NULL,
  spelling TEXT NOT NULL CHECK (spelling <> ''),
  PRIMARY KEY (kind, look, spelling)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER looks_no_update BEFORE UPDATE ON looks
BEGIN SELECT RAISE(ABORT, 'looks: rows are never changed'); END;
CREATE TRIGGER looks_no_delete BEFORE DELETE ON looks
BEGIN SELECT RAISE(ABORT, 'looks: rows are never deleted'); END;
`;

/** Adds the spellings of an older ledger. */
export function fill(connection: Connection): void {
  for (const { kind, look, spelling } of spellingsOfFacts(connection))
    connection.run('INSERT INTO looks (kind, look, spelling) VALUES (?, ?, ?)', [kind, look, spelling]);
}
