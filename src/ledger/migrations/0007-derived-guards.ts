// Version 7: what is derived changes only while a journal entry is being written.

const DERIVED = ['finding_now', 'cadre_now', 'task_now', 'order_now'];

/**
 * The guards of a derived table: a row is added, changed or removed only while an entry is being written, that is while
 * `deriving` has a row. Later migrations guard their derived tables with it too.
 */
const derivedGuards = (table: string, changes = ['INSERT', 'UPDATE', 'DELETE']): string =>
  changes
    .map(
      (change) => `
CREATE TRIGGER ${table}_${change.toLowerCase()}_with_entry BEFORE ${change} ON ${table}
WHEN NOT EXISTS (SELECT 1 FROM deriving)
BEGIN SELECT RAISE(ABORT, '${table}: rows change with a journal entry only'); END;`,
    )
    .join('');

export const sql = `
-- The journal entry under which derived rows are being changed. It is empty but within that entry's transaction.
CREATE TABLE deriving (seq INTEGER PRIMARY KEY CHECK (seq > 0)) STRICT;
CREATE TRIGGER deriving_next_entry BEFORE INSERT ON deriving
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'deriving: rows change with the next journal entry'); END;
CREATE TRIGGER journal_ends_deriving AFTER INSERT ON journal
BEGIN DELETE FROM deriving; END;
${DERIVED.map((table) => derivedGuards(table)).join('')}
-- Rows of looks are never changed nor removed anyway.
${derivedGuards('looks', ['INSERT'])}
`;
