// The schema defends itself: rows of every guarded table are only ever added, under the entry about to be written.
import { describe, expect, it } from 'vitest';
import type { Connection } from '../../src/ledger/database.ts';
import { DERIVING, derivedTables, guardedTables, typesOf } from '../../src/ledger/tables.ts';
import { fillEveryTable, fillSeals, newLedger, write } from '../support/ledgers.ts';

const guarded = ['journal', ...Object.keys(guardedTables)];
const derived = Object.keys(derivedTables);

/** A column as SQLite describes it. */
interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

const columnsOf = ({ raw }: Connection, table: string) =>
  raw.pragma(`table_info(${table})`) as { readonly name: string }[];

/** A ledger with rows in every table; sealed only where that is what is looked at. */
function filledLedger(sealed = false): Connection {
  const ledger = newLedger();
  write(ledger, fillEveryTable);
  if (sealed) write(ledger, fillSeals);
  return ledger.connection;
}

describe('every table', () => {
  it('is guarded or derived, STRICT, and has in the code the columns that it has', () => {
    const { connection } = newLedger();
    const tables = connection.all<{ name: string; strict: number }>(
      "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    );
    expect(tables.map((each) => each.name).sort()).toEqual([...guarded, ...derived, DERIVING].sort());
    expect(tables.filter((each) => each.strict !== 1)).toEqual([]);
    for (const [table, columns] of Object.entries({ ...guardedTables, ...derivedTables })) {
      expect(
        columnsOf(connection, table)
          .map((each) => each.name)
          .sort(),
        table,
      ).toEqual([...columns].sort());
    }
  });

  it('has in the code the type of each column, and whether it may be empty', () => {
    const { raw } = newLedger().connection;
    for (const table of [...Object.keys(guardedTables), ...derived] as Parameters<typeof typesOf>[0][]) {
      const stored = raw.pragma(`table_info(${table})`) as ColumnInfo[];
      for (const [column, kind] of Object.entries(typesOf(table))) {
        const own = stored.find((each) => each.name === column);
        const what = `${table}.${column}`;
        expect(own?.type, what).toBe(kind.startsWith('text') ? 'TEXT' : 'INTEGER');
        expect(own?.notnull === 1 || (own?.pk ?? 0) > 0, what).toBe(!kind.endsWith('?'));
      }
    }
  });

  it('keeps its foreign keys', () => {
    const connection = filledLedger();
    expect(connection.raw.pragma('foreign_key_check')).toEqual([]);
    expect(connection.raw.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});

describe.each(guarded)('%s', (table) => {
  it('is filled by the test, and refuses every change but a row of the next entry', () => {
    const connection = filledLedger(table === 'seals');
    const { raw } = connection;
    const columns = columnsOf(connection, table).map((each) => `"${each.name}"`);
    const count = () => connection.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n;
    const before = count();
    expect(before).toBeGreaterThan(0);
    expect(() => raw.exec(`UPDATE ${table} SET seq = seq`)).toThrow('rows are never changed');
    expect(() => raw.exec(`DELETE FROM ${table}`)).toThrow('rows are never deleted');
    // Rows of an entry that is written already, or of one further on.
    const next = '(SELECT max(seq) + 1 FROM journal)';
    const copy = (verb: string, seq: string) =>
      raw.exec(
        `${verb} INTO ${table} (${columns.join(', ')})
         SELECT ${columns.map((name) => (name === '"seq"' ? seq : name)).join(', ')} FROM ${table} LIMIT 1`,
      );
    for (const verb of ['INSERT', 'INSERT OR REPLACE', 'INSERT OR IGNORE']) {
      expect(() => copy(verb, 'seq'), verb).toThrow('next journal entry');
      expect(() => copy(verb, `${next} + 1`), verb).toThrow('next journal entry');
    }
    // A row of the next entry must not push out one that is there.
    expect(() => copy('INSERT OR REPLACE', next)).toThrow('rows are never deleted');
    expect(() => copy('REPLACE', next)).toThrow('rows are never deleted');
    expect(count()).toBe(before);
  });
});

describe.each(derived)('%s', (table) => {
  it('is filled by the test, and changes only while a journal entry is being written', () => {
    const connection = filledLedger();
    const { raw } = connection;
    const columns = columnsOf(connection, table).map((each) => `"${each.name}"`);
    const rows = () => raw.prepare(`SELECT * FROM ${table}`).all();
    const before = rows();
    expect(before.length).toBeGreaterThan(0);
    const changes = [
      ...columns.map((column) => `UPDATE ${table} SET ${column} = ${column}`),
      `DELETE FROM ${table}`,
      ...['INSERT', 'REPLACE', 'INSERT OR IGNORE'].map(
        (verb) => `${verb} INTO ${table} SELECT * FROM ${table}`,
      ),
    ];
    for (const sql of changes) expect(() => raw.exec(sql), sql).toThrow(/with a journal entry only|never/);
    expect(rows()).toEqual(before);
    // No entry but the next one can be begun, and none is begun when it is written.
    for (const seq of ['1', '(SELECT max(seq) FROM journal)', '(SELECT max(seq) + 2 FROM journal)'])
      expect(() => raw.exec(`INSERT INTO deriving VALUES (${seq})`)).toThrow('next journal entry');
    expect(raw.prepare('SELECT * FROM deriving').all()).toEqual([]);
  });
});

describe('a sealed ledger', () => {
  it('takes no further entry, whoever writes', () => {
    const { raw } = filledLedger(true);
    const values = `max(seq) + 1, at, actor, command, NULL, request, did, rows_digest, hash, '${'f'.repeat(64)}'`;
    const add = () => raw.exec(`INSERT INTO journal SELECT ${values} FROM journal`);
    expect(add).toThrow('the ledger is sealed');
  });
});
