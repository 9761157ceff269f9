// template: an empty workbook with headings, drop-downs and notes; empty it imports as nothing, filled in as its rows.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils, type WorkSheet, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { recordColumns } from '../../../src/domain/records/record-columns.ts';
import { recordKinds } from '../../../src/domain/records/records.ts';
import { ledgerIn, refuseInBoth, world } from '../../support/errors.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { run, runOk } from '../../support/run.ts';

/** A workbook as another library reads it: its sheet, and the XML of the sheet and of the styles. */
function readBack(file: string): { sheet: WorkSheet; xml: string; styles: string } {
  const book = read(readFileSync(file), { bookFiles: true, cellStyles: true }) as ReturnType<typeof read> & {
    files: Record<string, { content: Uint8Array }>;
  };
  const [name = ''] = book.SheetNames;
  const text = (path: string) => Buffer.from(book.files[path]?.content ?? []).toString('utf8');
  const sheet = book.Sheets[name];
  if (sheet === undefined) throw new Error('no sheet');
  return { sheet, xml: text('xl/worksheets/sheet1.xml'), styles: text('xl/styles.xml') };
}

const headsOf = (sheet: WorkSheet): string[] => utils.sheet_to_json<string[]>(sheet, { header: 1 })[0] ?? [];

describe('template', () => {
  it('findings: headings, drop-downs, notes, text cells, read back by another reader', async () => {
    const file = join(temporaryFolder(), 'f.xlsx');
    expect(await runOk(['template', 'findings', '-o', file, '--headers', 'zh'], world)).toMatchObject({
      stdout: '',
      stderr: expect.stringMatching(/^Written: /),
    });
    const { sheet, xml, styles } = readBack(file);
    const heads = headsOf(sheet);
    expect(heads).toHaveLength(recordColumns.findings.length);
    expect(heads.slice(0, 2)).toEqual(['问题编号', '问题来源']);
    const noteAt = (heading: string) =>
      (sheet[utils.encode_cell({ r: 0, c: heads.indexOf(heading) })] as { c: { t: string }[] }).c[0]?.t;
    expect(noteAt('问题编号')).toBe('必填。编号，按文本填写，007不会变成7。');
    expect(noteAt('整改时限')).toContain('+5wd');
    for (const heading of heads) expect(noteAt(heading)).toMatch(/^(必填|可以不填)。./);
    const severity = utils.encode_col(heads.indexOf('严重程度'));
    expect(xml).toMatch(
      new RegExp(
        `<dataValidation [^>]*type="list"[^>]*sqref="${severity}2:${severity}501"[^>]*>\\s*<formula1>"一般,较重,严重"`,
      ),
    );
    expect(xml.match(/<dataValidation /g)).toHaveLength(1);
    // The cells of numbers are text, those of days are days, down to the last row of the drop-downs.
    const format = (cell: string) => {
      const style = Number(new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(xml)?.[1]);
      const id = [
        ...(/<cellXfs[\s\S]*<\/cellXfs>/.exec(styles)?.[0] ?? '').matchAll(/<xf numFmtId="(\d+)"/g),
      ][style]?.[1];
      return new RegExp(`numFmtId="${id}" formatCode="([^"]*)"`).exec(styles)?.[1];
    };
    expect(['A2', 'A501', `${utils.encode_col(heads.indexOf('发现时间'))}2`].map(format)).toEqual([
      '@',
      '@',
      'yyyy-mm-dd',
    ]);
  });

  it.each(recordKinds)('%s: empty it imports as 0 rows, in both languages, as xlsx and csv', async (kind) => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder, [['round', 'open', '--cutoff', '2018-09-12']]);
    for (const format of ['xlsx', 'csv']) {
      for (const headers of ['zh', 'en']) {
        const file = join(temporaryFolder(), `t.${format}`);
        await runOk(['template', kind, '-o', file, '--headers', headers], world);
        const ran = await runOk(['import', kind, file, '--ledger', ledger, '--json'], world);
        expect(JSON.parse(ran.stdout)).toMatchObject({ added: 0, unchanged: 0, rejected: 0, written: false });
        expect(ran.stderr).not.toContain('not known');
      }
    }
  });

  it.each(['zh', 'en'])(
    'filled in by another program (%s) it imports, words of the drop-downs and all',
    async (headers) => {
      const folder = temporaryFolder();
      const ledger = await ledgerIn(folder);
      const file = join(folder, 'c.xlsx');
      await runOk(['template', 'cadres', '-o', file, '--headers', headers], world);
      const { xml } = readBack(file);
      const ranks = /<formula1>"([^"]*)"/.exec(xml)?.[1]?.split(',') ?? [];
      expect(ranks).toHaveLength(4);
      const book = read(readFileSync(file), { cellStyles: true });
      const sheet = book.Sheets[book.SheetNames[0] ?? ''] as WorkSheet;
      ranks.forEach((rank, at) => {
        utils.sheet_add_aoa(
          sheet,
          [[`00${at}`, `新${at}`, rank, '', '', '', '', '', new Date(Date.UTC(2018, 0, 15))]],
          { origin: -1, cellDates: true },
        );
      });
      writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
      const ran = await runOk(['import', 'cadres', file, '--ledger', ledger, '--json'], world);
      expect(JSON.parse(ran.stdout)).toMatchObject({ added: 4, rejected: 0 });
      const { stdout } = await runOk(['export', 'cadres', '--ledger', ledger], world);
      expect(
        stdout
          .split('\n')
          .slice(1, 5)
          .map((line) =>
            line
              .split(',')
              .filter((cell) => cell !== '')
              .join(' '),
          ),
      ).toEqual([
        '000 新0 section 2018-01-15',
        '001 新1 subsection 2018-01-15',
        '002 新2 staff 2018-01-15',
        '003 新3 other 2018-01-15',
      ]);
    },
  );

  it('csv on stdout without -o; no other format; an unknown kind is named with the nearest', async () => {
    expect((await runOk(['template', 'checks', '--headers', 'en'], world)).stdout).toBe(
      'finding_no,result,checked_on,checked_by,method,approved_by,approved_on,note\n',
    );
    expect((await runOk(['template', 'checks'], { ...world, env: { YANQUAN_LANG: 'zh' } })).stdout).toMatch(
      /^问题编号,核查结果,/,
    );
    const folder = temporaryFolder();
    await refuseInBoth(folder, ['template', 'checks', '-o', join(folder, 'x.json')], {
      code: 'usage_template_format',
      exit: 2,
      names: ['json', '.xlsx'],
    });
    expect((await run(['template', 'check'], world)).stderr).toContain('checks');
  });
});
