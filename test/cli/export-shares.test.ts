// An export whose rows are written in two threads is the export written in one, to the byte.
import { expect, test } from 'vitest';
import { sharedCsv } from '../../src/cli/export-shares.ts';
import type { RecordKind } from '../../src/domain/records/records.ts';
import { exportRecords } from '../../src/jobs/find/export.ts';
import { openForReading, readWhile } from '../../src/ledger/file/open.ts';
import { renderCsv } from '../../src/output/csv.ts';
import type { Settings } from '../../src/output/settings.ts';
import { recordsReport } from '../../src/report/lists/lists.ts';
import { madeLedger } from '../support/made.ts';
import { wordsFor } from '../support/words.ts';

const made = madeLedger({ findings: 9_000, rounds: 3, cadres: 30, seed: 5 });

async function both(kind: RecordKind, more: Partial<Settings> = {}, worth = 0) {
  const settings: Settings = {
    words: await wordsFor('zh'),
    width: undefined,
    colour: false,
    headers: 'keys',
    bom: true,
    crlf: true,
    encoding: 'utf-8',
    ...more,
  };
  const ledger = openForReading(made.file);
  try {
    return await readWhile(ledger, async (db) => {
      const report = recordsReport(kind, exportRecords(db, kind));
      const chunks = sharedCsv(db, kind, report, settings, worth);
      if (chunks === null) return null;
      const came: Buffer[] = [];
      for await (const chunk of chunks) came.push(Buffer.from(chunk));
      const whole = [...renderCsv(recordsReport(kind, exportRecords(db, kind)), settings)].join('');
      return { came: Buffer.concat(came).toString(), whole };
    });
  } finally {
    ledger.close();
  }
}

test.each(['findings', 'ledger'] as const)('%s', async (kind) => {
  const result = await both(kind);
  expect(result?.came).toBe(result?.whole);
  expect(result?.came.split('\r\n').length).toBeGreaterThan(9_000);
  const pipe = await both(kind, { bom: false, crlf: false });
  expect(pipe?.came).toBe(pipe?.whole);
});

test('other kinds, other encodings, words of a language and small ledgers are written in one', async () => {
  expect(await both('cadres')).toBeNull();
  expect(await both('findings', { encoding: 'gb18030' })).toBeNull();
  expect(await both('findings', { headers: 'words' })).toBeNull();
  expect(await both('findings', {}, 100_000_000)).toBeNull();
});
