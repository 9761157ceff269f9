// Random numbers and random ways to write them: a second spelling never becomes a second record, and old files change nothing.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookOf, plainSpelling } from '../../../src/domain/texts/look.ts';
import { importFiles } from '../../../src/jobs/import/import-batch.ts';
import type { Ledger } from '../../../src/ledger/file/open.ts';
import { verifyLooks } from '../../../src/ledger/verify/verify-looks.ts';
import { newLedger, temporaryFolder } from '../../support/ledgers.ts';

const ACTING = {
  at: '2018-09-30T10:00:00.000Z',
  actor: '甲',
  idempotencyKey: null,
  dryRun: false,
  today: null,
};
const INVISIBLE = ['\u200b', '\u200d', '\u00ad', '\u2060', '\ufe0f', '\ufeff'];
const DASHES = ['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\uff0d'];

const number = fc
  .tuple(fc.constantFrom('HT', 'SX', 'ZX', 'Q'), fc.integer({ min: 0, max: 40 }))
  .map(([word, count]) => `${word}-${count}`);

/** Another way to write a number: letters made wide or small, other dashes, unseen letters, marks of spreadsheets. */
const respelt = (text: string): fc.Arbitrary<string> =>
  fc
    .record({
      each: fc.array(fc.constantFrom('', '', 'wide', 'small', 'unseen'), {
        minLength: text.length,
        maxLength: text.length,
      }),
      unseen: fc.constantFrom(...INVISIBLE),
      dash: fc.constantFrom('-', ...DASHES),
      mark: fc.constantFrom('', '', "'", '="'),
    })
    .map(({ each, unseen, dash, mark }) => {
      const letters = [...text].map((letter, at) => {
        const way = each[at];
        if (letter === '-') return dash;
        if (way === 'wide') return String.fromCharCode(letter.charCodeAt(0) + 0xfee0);
        return way === 'small' ? letter.toLowerCase() : way === 'unseen' ? `${unseen}${letter}` : letter;
      });
      const written = letters.join('');
      return mark === '="' ? `="${written}"` : mark + written;
    });

const rows = fc.uniqueArray(number, { minLength: 1, maxLength: 8 }).chain((numbers) =>
  fc.record({
    numbers: fc.constant(numbers),
    again: fc.array(
      fc.constantFrom(...numbers).chain((each) => respelt(each)),
      { minLength: 1, maxLength: 8 },
    ),
  }),
);

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

async function bring(ledger: Ledger, folder: string, kind: 'cadres' | 'findings', lines: readonly string[]) {
  const file = join(folder, `${kind}.csv`);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return importFiles(ledger, ACTING, {
    kind,
    files: [file],
    open: {},
    read: {},
    mapping: null,
    amend: null,
    skipBad: true,
  });
}

const HEADING = 'finding_no,source,description,found_on,cadre_no';
const findings = (numbers: readonly string[]): string[] => [
  HEADING,
  ...numbers.map((each) => `${cell(each)},巡察,缺表,2018-09-01,A1`),
];

describe('look-alikes', () => {
  it('never become a second finding; exact files again change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async ({ numbers, again }) => {
        const ledger = newLedger();
        const folder = temporaryFolder();
        await bring(ledger, folder, 'cadres', ['cadre_no,name,rank', 'A1,甲,staff']);
        // All in one file first: what comes second of a look is refused there too.
        await bring(ledger, folder, 'findings', findings([...numbers, ...again]));
        const held = ledger.connection.column<string>('SELECT finding_no FROM finding_now ORDER BY 1');
        expect(held).toEqual([...numbers].sort());
        expect(new Set(held.map(lookOf)).size).toBe(held.length);
        const result = await bring(ledger, folder, 'findings', findings([...again, ...numbers]));
        const known = again.filter((each) => numbers.includes(plainSpelling(each)));
        expect(result).toMatchObject({
          outcome: 'nothing',
          value: {
            added: 0,
            unchanged: numbers.length + known.length,
            rejected: again.length - known.length,
          },
        });
        expect(verifyLooks(ledger.connection, false)).toEqual([]);
        ledger.close();
      }),
      { numRuns: 25 },
    );
  });

  it('among names never become a second source', async () => {
    const ledger = newLedger();
    const folder = temporaryFolder();
    await bring(ledger, folder, 'cadres', ['cadre_no,name,rank', 'A1,甲,staff']);
    const spelt = ['巡察A', '巡察Ａ', '巡察a', '巡\u200b察A', "'巡察A", '巡察A\ufe0f', '="巡察A"'];
    const lines = spelt.map((each, at) => `N-${at},${cell(each)},缺表,2018-09-01,A1`);
    const result = await bring(ledger, folder, 'findings', [HEADING, ...lines]);
    expect(result).toMatchObject({ value: { added: 2, rejected: 5 } });
    expect(ledger.connection.column('SELECT DISTINCT source FROM findings')).toEqual(['巡察A']);
  });
});
