// The styles of a docx: what every text is unless it says otherwise, and the text of cells, which keeps off the grid.
import { BODY_SIZE, FONTS } from './page.ts';

/** The style of paragraphs in tables: the grid of 22 lines a page is for the body alone. */
export const CELL = 'Cell';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const body = FONTS.body;

/** `word/styles.xml`: the library has no word for `snapToGrid` of a paragraph. */
export const STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${body}" w:hAnsi="${body}" w:eastAsia="${body}" w:cs="${body}"/><w:sz w:val="${BODY_SIZE}"/><w:szCs w:val="${BODY_SIZE}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:customStyle="1" w:styleId="${CELL}"><w:name w:val="${CELL}"/><w:basedOn w:val="Normal"/><w:pPr><w:snapToGrid w:val="0"/></w:pPr></w:style></w:styles>`;
