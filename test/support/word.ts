// Word files as an office makes them: paragraphs, tables with cells merged across and down, tracked changes, hidden text.
import { zipOf } from '../intake/hostile.ts';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A run of letters. @param properties the XML of what it looks like */
export function letters(text: string, properties = ''): string {
  const look = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  return `<w:r>${look}${lines.join('<w:br/>')}</w:r>`;
}

/** A paragraph of runs; a text is one run. */
export function line(content: string, properties = ''): string {
  const runs = content.startsWith('<') ? content : letters(content);
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A cell of paragraphs; a text is one paragraph. @param properties the XML of its merges */
export function cell(content: string, properties = ''): string {
  const lines = content.startsWith('<') ? content : line(content);
  return `<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/>${properties}</w:tcPr>${lines}</w:tc>`;
}

export const across = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
export const DOWN = '<w:vMerge w:val="restart"/>';
export const GOES_ON = '<w:vMerge/>';

/** A row of cells; a text is a cell. */
export function row(cells: readonly string[], properties = ''): string {
  const written = cells.map((each) => (each.startsWith('<w:tc>') ? each : cell(each)));
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${written.join('')}</w:tr>`;
}

export function table(rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
}

/** The bytes of a .docx. @param styles the XML of its styles */
export function wordFile(body: readonly string[], styles = ''): Buffer {
  const part = (name: string, text: string) => ({ name, data: Buffer.from(text) });
  const relation = `<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/>`;
  return zipOf([
    part('[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types"/>`),
    part('_rels/.rels', `<Relationships xmlns="${PACKAGE}/relationships">${relation}</Relationships>`),
    part('word/styles.xml', `<w:styles xmlns:w="${MAIN}">${styles}</w:styles>`),
    part(
      'word/document.xml',
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${MAIN}"><w:body>${body.join('')}<w:sectPr/></w:body></w:document>`,
    ),
  ]);
}
