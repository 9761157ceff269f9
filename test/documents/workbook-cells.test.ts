// Cells of a workbook as this program reads them, against LibreOffice's own CSV of the same workbook.
import { expect, test } from 'vitest';
import { openSource } from '../../src/intake/source.ts';
import { sheetXml, workbookParts, zipOf } from '../intake/hostile.ts';
import { withFile } from '../intake/support.ts';
import { Random } from '../reference/prng.ts';
import { workbookCsv } from '../support/printed.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const FORMATS = ['General', '0%', '"TJ"000', '000000', 'yyyy-mm-dd', '0.0%', '@'];
const styles = `<styleSheet xmlns="${MAIN}"><numFmts>${FORMATS.map(
  (code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
).join(
  '',
)}</numFmts><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs>${FORMATS.map(
  (_, at) => `<xf numFmtId="${at === 0 ? 0 : 200 + at}" applyNumberFormat="1"/>`,
).join('')}</cellXfs></styleSheet>`;
// Not _x0041_, which Excel shows as A (ECMA-376, part 1, 22.9.2.19) and LibreOffice as it is.
const TEXTS = [
  '道路未硬化',
  'a,b',
  'x &amp; y',
  '&lt;空&gt;',
  '"引"号',
  '行一\n行二',
  '007',
  '=1+1',
  '  前后  ',
  '😀',

  '合计',
];

/** A cell of any kind that both programs show in the same way. */
function cellOf(random: Random, texts: string[]): string {
  const text = random.pick(TEXTS);
  const space = 'xml:space="preserve"';
  switch (random.below(8)) {
    case 0:
      return `<c t="inlineStr"><is><t ${space}>${text}</t></is></c>`;
    case 1:
      texts.push(`<si><t ${space}>${text}</t></si>`);
      return `<c t="s"><v>${texts.length - 1}</v></c>`;
    case 2:
      texts.push(
        `<si><r><t ${space}>甲</t></r><r><t ${space}>${text}</t></r><rPh sb="0" eb="1"><t>jia</t></rPh></si>`,
      );
      return `<c t="s"><v>${texts.length - 1}</v></c>`;
    case 3:
      return `<c><v>${random.between(-5000, 5000)}</v></c>`;
    case 4:
      return `<c s="${random.pick([1, 2, 3])}"><v>${random.between(0, 99)}</v></c>`;
    case 5:
      return `<c s="4"><v>${random.between(40_000, 45_000)}</v></c>`;
    case 6:
      return `<c t="str"><f>"甲"&amp;"乙"</f><v>甲乙</v></c>`;
    default:
      return random.chance(50) ? '<c/>' : `<c s="5"><v>0.${random.between(1, 9)}</v></c>`;
  }
}

/** Without empty cells at the end of a row, and empty rows at the end. */
function trimmed(rows: readonly (readonly string[])[]): string[][] {
  const all = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1));
  while (all.at(-1)?.join('') === '') all.pop();
  return all;
}

test.each([1, 2])('the same cells, seed %i', { timeout: 240_000 }, async (seed) => {
  const random = new Random(seed);
  const texts: string[] = [];
  const rows = Array.from(
    { length: 60 },
    () =>
      `<row><c t="inlineStr"><is><t>行</t></is></c>${Array.from({ length: 12 }, () => cellOf(random, texts)).join('')}</row>`,
  );
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles';
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const types = ['workbook', 'sharedStrings', 'styles'].map((name) =>
    override(name, name === 'workbook' ? 'sheet.main' : name),
  );
  const more: Readonly<Record<string, (xml: string) => string>> = {
    '[Content_Types].xml': (xml) =>
      xml.replace(
        '/>',
        `><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types.join('')}${override('worksheets/sheet1', 'worksheet')}</Types>`,
      ),
    'xl/_rels/workbook.xml.rels': (xml) =>
      xml.replace(
        '</Relationships>',
        `<Relationship Id="styles" Type="${relation}" Target="styles.xml"/></Relationships>`,
      ),
  };
  const bytes = zipOf([
    ...workbookParts().map((part) => ({
      ...part,
      data: Buffer.from((more[part.name] ?? String)(part.data.toString())),
    })),
    { name: 'xl/worksheets/sheet1.xml', data: Buffer.from(sheetXml(rows.join(''))) },
    { name: 'xl/sharedStrings.xml', data: Buffer.from(`<sst xmlns="${MAIN}">${texts.join('')}</sst>`) },
    { name: 'xl/styles.xml', data: Buffer.from(styles) },
  ]);
  const read = async (content: Uint8Array | string, name: string): Promise<string[][]> =>
    withFile(content, name, async (path) => {
      const { tables } = await openSource(path, name.endsWith('csv') ? { delimiter: ',' } : {});
      return trimmed([...(tables[0]?.rows() ?? [])].map(({ cells }) => [...cells]));
    });
  const ours = await read(bytes, 'a.xlsx');
  expect(ours).toHaveLength(60);
  const theirs = await read(workbookCsv(bytes), 'a.csv');
  expect(ours).toEqual(theirs);
});
