// ID-card and phone numbers in free text: reported on import without the number, masked in every document, kept as
// given in the ledger.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';
import { plant, planted } from './planted.ts';

const NUMBERS = [
  '522227199001011234',
  '５２２２２７１９９００１０１１２３４',
  '522227 19900101 1234',
  '13812345678',
  '138 1234 5678',
  '１３８１２３４５６７８',
  '0856-8520000',
];
/** Enough of them for the planted ledger. */
const texts = [...NUMBERS, ...NUMBERS].map(
  (number, at) => `第${'甲乙丙丁戊己庚辛壬癸子丑寅卯'[at]}户 ${number} 反映`,
);
/** What is left of a number when spaces and dashes are off and full-width digits are half-width. */
const bare = (text: string): string => text.normalize('NFKC').replaceAll(/[\s-]/g, '');
const OPEN = ['522227199001011234', '13812345678', '08568520000'];

const documents: readonly (readonly string[])[] = [
  ...['md', 'html'].flatMap((format) => [
    ['notice', '--round', '1', '--format', format],
    ['notice', '--round', '1', '--scope', 'leader', '--format', format],
    ['notice', '--proposed', '--format', format],
    ['explain', 'C0', '--round', '1', '--format', format],
    ['explain', 'C5', '--format', format],
    ['finding', 'form', 'F0', 'F3', 'L1', '--format', format],
    ['dispatch', 'show', 'D0', '--format', format],
    ['sheet', 'visit', '--station', texts[0] ?? '', '--until', '2018-10-30', '--format', format],
  ]),
  ['explain', 'C0', '--round', '1', '--format', 'csv'],
  ['dashboard', '--names', '-o', '-'],
];

describe('a ledger full of such numbers', () => {
  it('is told of on import, masked in documents, and holds them as given', { timeout: 120_000 }, async () => {
    const folder = temporaryFolder();
    const { ledger, told } = await plant(folder, texts);
    expect(told).toMatch(
      /findings\.jsonl:\d+: "description": In 6 rows this column seems to hold an ID-card number/,
    );
    expect(told).toMatch(
      /findings\.jsonl:\d+: "description": In 8 rows this column seems to hold a phone number/,
    );
    for (const number of OPEN) expect(bare(told)).not.toContain(number);
    let masked = 0;
    for (const args of documents) {
      for (const lang of ['zh', 'en']) {
        const { stdout } = await runOk([...args, '--ledger', ledger, '--lang', lang], planted);
        const shown = bare(stdout.replaceAll(/<[^>]*>|&nbsp;|<br>/g, ''));
        for (const number of OPEN)
          expect(shown.includes(number), `${args.join(' ')} ${lang}: ${number}`).toBe(false);
        if (stdout.includes('＊＊＊')) masked += 1;
      }
    }
    expect(masked).toBe(documents.length * 2);
    const { stdout } = await runOk(['export', 'findings', '--format', 'json', '--ledger', ledger], planted);
    const kept = (JSON.parse(stdout) as { description: string }[]).map((row) => row.description);
    for (const text of texts) expect(kept).toContain(text);
  });

  it('leaves what was given for the notice as it is: the telephone of the office', async () => {
    const folder = temporaryFolder();
    const { ledger } = await plant(folder, texts);
    const file = join(folder, 'third.md');
    await runOk(['round', 'close', '--approved-by', 'W', '--ledger', ledger], planted);
    const given = ['--contact', '督查办', '--phone', '0856-8520001', '--number', '3', '--date', '2018-09-20'];
    await runOk(['notice', 'issue', ...given, '-o', file, '--ledger', ledger], planted);
    expect(readFileSync(file, 'utf8')).toContain('0856-8520001');
  });

  it('says it in Chinese too, and with -q not at all', async () => {
    const folder = temporaryFolder();
    await plant(folder, texts);
    const ledger = join(folder, 'new.db');
    await runOk(['init', '--ledger', ledger], planted);
    const args = ['import', 'cadres', join(folder, 'cadres.jsonl'), '--dry-run', '--ledger', ledger];
    expect((await run([...args, '--lang', 'zh'], planted)).stderr).toContain('像是有身份证号');
    expect((await run([...args, '-q'], planted)).stderr).toBe('');
  });
});
