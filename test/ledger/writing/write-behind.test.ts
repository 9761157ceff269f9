// Rows that wait are written many at a time, invisibly to readers and derived data: order, digests, refusals, counts.
import { expect, test } from 'vitest';
import type { SqlValue } from '../../../src/ledger/database.ts';
import { View } from '../../../src/ledger/facts/view.ts';
import type { Ledger } from '../../../src/ledger/file/open.ts';
import { addFinding, findingId, loadFinding } from '../../../src/ledger/findings/findings.ts';
import { guardedTables, parentsFirst } from '../../../src/ledger/tables.ts';
import { verifyDerived } from '../../../src/ledger/verify/verify-derived.ts';
import { verifyRows } from '../../../src/ledger/verify/verify-journal.ts';
import { commit, type WriteDb } from '../../../src/ledger/writing/journal.ts';
import { entry, newLedger, snapshot, write } from '../../support/ledgers.ts';
import { insertFact } from '../../support/rows.ts';

const ORIGIN = { batch_id: null, line: null };

function newCadre(db: WriteDb, no: string): number {
  const id = insertFact(db, 'cadres', { cadre_no: no, name: no, rank: 'staff' });
  db.insertDerived('cadre_now', { cadre_id: id, cadre_no: no });
  return id;
}

function newFinding(db: WriteDb, no: string, cadres: readonly number[], description = '问题'): number {
  const values = {
    finding_no: no,
    source: '来源',
    description,
    severity: 1,
    found_on: '2018-09-01',
    clause: null,
    area: null,
    village: null,
    station: null,
    reason: null,
    action: null,
    standard: null,
    due_on: null,
    due_reckoned: null,
    resp_unit: null,
    recurs_id: null,
    remark: null,
  } as unknown as Parameters<typeof addFinding>[1]['values'];
  const responsible = cadres.map((cadreId) => ({ cadreId, role: 'lead' as const }));
  return addFinding(db, { values, responsible }, ORIGIN);
}

/** Has the statements noted that a ledger runs from now on. */
function noted({ connection }: Ledger): {
  readonly one: string[];
  readonly many: { table: string; rows: number }[];
} {
  const seen = { one: [] as string[], many: [] as { table: string; rows: number }[] };
  const { run, runRows } = connection;
  connection.run = (sql: string, values: readonly SqlValue[]) => {
    seen.one.push(sql);
    run.call(connection, sql, values);
  };
  connection.runRows = (table: string, ...rest) => {
    seen.many.push({ table, rows: rest[1].length });
    runRows.call(connection, table, ...rest);
  };
  return seen;
}

test('many findings: few statements, the digest of rows written one by one, texts of any letters', () => {
  const ledger = newLedger();
  const texts = ['问题', 'a\0b', '半个 \ud800', '"\\\n', '𠮷😀'];
  const cadres = write(ledger, (db) => [newCadre(db, 'A'), newCadre(db, 'B')]);
  const seen = noted(ledger);
  const many = write(ledger, (db) =>
    Array.from({ length: 1000 }, (_, at) => newFinding(db, `F${at}`, cadres, texts[at % texts.length])),
  );
  const counts = (table: string) => seen.many.filter((each) => each.table === table).map(({ rows }) => rows);
  // What is left over goes by ever smaller statements, and what is left of that one by one.
  expect(counts('findings')).toEqual([256, 256, 256, 64, 64, 64, 16, 16]);
  expect(counts('finding_responsible')).toEqual([1024, 256, 256, 256, 64, 64, 64, 16]);
  expect(seen.many.findIndex(({ table }) => table === 'finding_responsible')).toBe(8);
  expect(seen.one.map((sql) => /INTO (\w+)/.exec(sql)?.[1])).toEqual([
    // The one name of a source.
    'looks',
    ...Array.from({ length: 8 }, () => 'findings'),
    ...['finding_now', 'journal'],
  ]);
  expect([...verifyRows(ledger.connection), ...verifyDerived(ledger.connection, false)]).toEqual([]);
  expect(ledger.connection.column('SELECT description FROM findings LIMIT 3')).toEqual([
    ...['问题', 'a\0b', '半个 \ufffd'],
  ]);
  // Another ledger, in which every row is asked for before the next one comes.
  const single = newLedger();
  write(single, (db) => [newCadre(db, 'A'), newCadre(db, 'B')]);
  const same = write(single, (db) =>
    Array.from({ length: 1000 }, (_, at) => {
      const id = newFinding(db, `F${at}`, cadres, texts[at % texts.length]);
      expect(findingId(db, `F${at}`)).toBe(id);
      expect(db.column('SELECT cadre_id FROM finding_responsible WHERE finding_id = ?', id)).toEqual(cadres);
      return id;
    }),
  );
  expect(same).toEqual(many);
  const digest = 'SELECT rows_digest FROM journal ORDER BY seq DESC LIMIT 1';
  expect(single.connection.column(digest)).toEqual(ledger.connection.column(digest));
  for (const table of ['findings', 'finding_responsible', 'finding_now']) {
    const rows = `SELECT * FROM ${table} ORDER BY 1, 2`;
    expect(single.connection.all(rows)).toEqual(ledger.connection.all(rows));
  }
});

test('a statement that is run again for as many rows is not prepared again', () => {
  const ledger = newLedger();
  const cadres = write(ledger, (db) => [newCadre(db, 'A')]);
  const some = (from: number): void => {
    write(ledger, (db) => {
      for (let at = from; at < from + 600; at += 1) newFinding(db, `F${at}`, cadres);
    });
  };
  some(0);
  const before = ledger.connection.preparedCount;
  some(600);
  expect(ledger.connection.preparedCount).toBe(before);
});

test('what waits is seen by every way of reading, and by what is derived', () => {
  const ledger = newLedger();
  write(ledger, (db) => {
    const cadre = newCadre(db, 'A');
    expect(loadFinding(new View(db), newFinding(db, 'F1', [cadre])).finding.named).toHaveLength(1);
    const second = newFinding(db, 'F2', [cadre]);
    expect(db.get('SELECT finding_no FROM findings WHERE id = ?', second)).toEqual({ finding_no: 'F2' });
    newFinding(db, 'F3', [cadre]);
    expect([
      ...db.iterate('SELECT id FROM finding_responsible AS r JOIN findings f ON f.id = r.finding_id'),
    ]).toHaveLength(3);
    newFinding(db, 'F4', [cadre]);
    expect(db.all('SELECT finding_no FROM finding_now')).toHaveLength(4);
    const fifth = newFinding(db, 'F5', [cadre]);
    db.updateDerived('finding_now', fifth, { status: 'dispatched' });
    expect(db.column('SELECT status FROM finding_now WHERE finding_id = ?', fifth)).toEqual(['dispatched']);
  });
});

test('rows of other tables come after what they belong to, whichever table was used first', () => {
  const ledger = newLedger();
  const cadre = write(ledger, (db) => newCadre(db, 'A'));
  const on = '2018-09-02';
  const object = (db: WriteDb, no: string): number => {
    const about = { finding_id: newFinding(db, no, [cadre]), cadre_id: cadre };
    return insertFact(db, 'objections', { ...about, raised_on: on, ground: 'facts', reason: '不实' });
  };
  const rule = (db: WriteDb, objection: number): number =>
    insertFact(db, 'rulings', {
      objection_id: objection,
      ruled_on: on,
      ruling: 'dismissed',
      ruled_by: '裁定组',
    });
  const before = write(ledger, (db) => object(db, 'F1'));
  write(ledger, (db) => {
    rule(db, before);
    rule(db, object(db, 'F2'));
  });
  expect(verifyRows(ledger.connection)).toEqual([]);
});

test('a row that SQLite refuses among many rolls everything back, in a dry run too', () => {
  const ledger = newLedger();
  const cadres = write(ledger, (db) => [newCadre(db, 'A')]);
  const before = snapshot(ledger.file);
  for (const dryRun of [false, true]) {
    for (const [wrong, said] of [
      [
        (db: WriteDb) => newFinding(db, 'F900', [cadres[0] ?? 0, cadres[0] ?? 0]),
        /UNIQUE.*finding_responsible/,
      ],
      [(db: WriteDb) => newFinding(db, 'F7', cadres), /UNIQUE.*finding_now/],
      [(db: WriteDb) => newFinding(db, 'F900', cadres, ''), /CHECK.*description/],
      [(db: WriteDb) => newFinding(db, 'F900', [99]), /FOREIGN KEY/],
    ] as const) {
      const work = (db: WriteDb) => {
        for (let at = 0; at < 300; at += 1) newFinding(db, `F${at}`, cadres);
        wrong(db);
        for (let at = 300; at < 400; at += 1) newFinding(db, `F${at}`, cadres);
        return { value: 0, did: {} };
      };
      expect(() => commit(ledger, entry({ dryRun }), work)).toThrow(said);
      expect(snapshot(ledger.file)).toEqual(before);
    }
  }
});

test('no table refers to one that is written after it', () => {
  const { connection } = newLedger();
  const ranks = new Map<string, number>(parentsFirst.map((table, rank) => [table, rank]));
  expect([...ranks.keys()].sort()).toEqual(Object.keys(guardedTables).sort());
  const later = parentsFirst.flatMap((table) =>
    connection
      .all<{ table: string }>(`PRAGMA foreign_key_list(${table})`)
      .filter((key) => key.table !== table && (ranks.get(key.table) ?? -1) > (ranks.get(table) ?? -1))
      .map((key) => `${table} refers to ${key.table}`),
  );
  expect(later).toEqual([]);
});
