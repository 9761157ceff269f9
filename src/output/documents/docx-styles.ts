// The styles of a docx: what every text is unless it says otherwise, and the text of cells, which keeps off the grid.
import { TEXT_SIZES } from './columns.ts';
import { BODY_SIZE, FONTS } from './page.ts';

/** The style of paragraphs in tables: the grid of 22 lines a page is for the body alone. */
export const CELL = 'Cell';

/** The style of a list's cell or heading: a list of hundreds says its fonts once. */
export function cellStyle(font: 'body' | 'heading', size: number): string {
  return `${CELL}-${font}-${size}`;
}

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const runOf = (font: keyof typeof FONTS, size: number, more = ''): string => {
  const name = FONTS[font];
  const fonts = `<w:rFonts w:hint="eastAsia" w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`;
  return `<w:rPr>${fonts}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>${more}</w:rPr>`;
};

const styleOf = (id: string, basedOn: string, inside: string): string =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${basedOn}"/>${inside}</w:style>`;

/** The title and the headings: what a reader lists as the outline; how they look is said by each paragraph. */
const outline = [
  ['Title', 'Title', ''],
  ['Heading1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'],
  ['Heading2', 'heading 2', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'],
].map(
  ([id, name, level]) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>${level}</w:style>`,
);

const cells = TEXT_SIZES.flatMap((size) =>
  (['body', 'heading'] as const).map((font) => {
    const line = `<w:pPr><w:spacing w:before="0" w:after="0" w:line="${size * 13}" w:lineRule="exact"/></w:pPr>`;
    return styleOf(cellStyle(font, size), CELL, line + runOf(font, size));
  }),
);

/** `word/styles.xml`: the library has no word for `snapToGrid` of a paragraph. */
export const STYLES = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  `<w:styles xmlns:w="${MAIN}">`,
  `<w:docDefaults><w:rPrDefault>${runOf('body', BODY_SIZE, '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>')}</w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  ...outline,
  styleOf(CELL, 'Normal', '<w:pPr><w:widowControl w:val="0"/><w:snapToGrid w:val="0"/></w:pPr>'),
  ...cells,
  '</w:styles>',
].join('');
