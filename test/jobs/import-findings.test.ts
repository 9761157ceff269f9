// Findings on their way into the ledger: how rows wait, and how many lookups a file of them takes.
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importFiles } from '../../src/jobs/import/import-batch.ts';
import { RowPacking, type StagedRow } from '../../src/jobs/import/staged-row.ts';
import type { Ledger } from '../../src/ledger/file/open.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { newLedger } from '../support/ledgers.ts';

const acting = {
  at: '2018-09-12T08:00:00.000Z',
  actor: '督查办',
  idempotencyKey: null,
  dryRun: false,
  today: null,
};
const importing = (ledger: Ledger, kind: 'cadres' | 'findings', file: string) =>
  importFiles(ledger, acting, {
    kind,
    files: [file],
    open: {},
    read: {},
    mapping: null,
    amend: null,
    skipBad: false,
  });

test('a row unpacks to what was packed, by way of JSON too, whatever fields came before and after', () => {
  const value = fc.oneof(fc.string(), fc.constant(null), fc.integer(), fc.boolean(), fc.array(fc.string()));
  const record = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'note'), value);
  const row = fc.record({ record, line: fc.nat(), original: fc.array(fc.string()) });
  // Some fields are cells, as they are in files.
  const withCells = row.map(({ record: each, line, original }) => ({
    record: { ...each, ...(original.length > 0 && { d: original.at(-1) }) },
    line,
    original,
  }));
  fc.assert(
    fc.property(fc.array(withCells), (rows) => {
      const packing = new RowPacking<'findings'>();
      const packed = rows.map((each) => packing.pack(each as unknown as StagedRow<'findings'>));
      const unpacked = packed.map((each) => packing.unpack(JSON.parse(JSON.stringify(each))));
      expect(unpacked.map((each) => ({ ...each, record: { ...each.record } }))).toEqual(
        rows.map((each) => ({ ...each, record: { ...each.record } })),
      );
    }),
  );
});

test('a file of findings takes a lookup for a few hundred rows, and older ones may stand further down', async () => {
  const ledger = newLedger();
  const folder = temporaryFolder();
  put(folder, 'cadres.csv', 'cadre_no,name,rank\nA1,甲一,staff\nA2,甲二,staff\n');
  await importing(ledger, 'cadres', join(folder, 'cadres.csv'));
  const rows = Array.from({ length: 3000 }, (_, at) => {
    // Each hundredth repeats one that comes a thousand rows later, or the one before it.
    const recurs = at % 100 !== 0 ? '' : at < 1500 ? `F${at + 1001}` : `F${at - 1}`;
    return `F${at},来源,问题${at},2018-09-0${at % 100 === 0 ? 2 : 1},A${1 + (at % 2)},${recurs}`;
  });
  put(folder, 'f.csv', `finding_no,source,description,found_on,cadre_no,recurs\n${rows.join('\n')}\n`);
  const { connection } = ledger;
  const asked = new Map<string, number>();
  for (const way of ['all', 'get', 'column'] as const) {
    const given = connection[way].bind(connection) as (sql: string, ...values: never[]) => unknown;
    Object.assign(connection, {
      [way]: (sql: string, ...values: never[]) => {
        asked.set(sql, (asked.get(sql) ?? 0) + 1);
        return given(sql, ...values);
      },
    });
  }
  const came = await importing(ledger, 'findings', join(folder, 'f.csv'));
  expect(came).toMatchObject({ outcome: 'written', value: { added: 3000, rejected: 0 } });
  const lookups = [...asked]
    .filter(([sql]) => sql.includes('FROM finding_now'))
    .reduce((sum, [, n]) => sum + n, 0);
  expect(lookups).toBeLessThanOrEqual(30);
  const recurs = connection.all(
    'SELECT f.finding_no AS no, o.finding_no AS older FROM findings f JOIN findings o ON o.id = f.recurs_id ORDER BY f.line',
  );
  expect(recurs).toHaveLength(30);
  expect(recurs[0]).toEqual({ no: 'F0', older: 'F1001' });
  expect(recurs.at(-1)).toEqual({ no: 'F2900', older: 'F2899' });
  // Once more: nothing is new, and a repeated number is still found.
  expect(await importing(ledger, 'findings', join(folder, 'f.csv'))).toMatchObject({
    outcome: 'nothing',
    value: { unchanged: 3000 },
  });
  put(
    folder,
    'twice.csv',
    `finding_no,source,description,found_on,cadre_no\nG1,来源,甲,2018-09-01,A1\nG1,来源,乙,2018-09-01,A1\n`,
  );
  const twice = await importing(ledger, 'findings', join(folder, 'twice.csv'));
  expect(twice).toMatchObject({ outcome: 'nothing', value: { rejected: 1 } });
});
