// Writes a document as Markdown: headings, paragraphs, tables, a rule where a new page begins.
import type { Block, Document, DocumentColumn, FormCell, FormRow } from '../../report/document.ts';
import { escapeMarkdown, PLAIN } from '../markdown.ts';
import { cleanLine } from '../text/clean.ts';

// What would begin a list, a heading or a rule; `>` is escaped anyway.
const BEGINS_A_BLOCK = /^(\d*)([-+#=.)])/;

/** A document as Markdown text that ends in one newline. */
export function documentMarkdown(document: Document): string {
  const blocks = document[0]?.kind === 'page' ? document.slice(1) : document;
  return `${blocks.map(written).join('\n\n')}\n`;
}

function written(block: Block): string {
  switch (block.kind) {
    case 'header':
      return begun([block.left, block.right].filter((each) => each !== '').join('　　'));
    case 'title':
      return `# ${line(block.text)}`;
    case 'heading':
      return `## ${line(block.text)}`;
    case 'subheading':
      return `### ${line(block.text)}`;
    case 'address':
    case 'paragraph':
    case 'annexes':
    case 'closing':
    case 'imprint':
      return begun(block.text);
    case 'receipt':
      return [begun(block.text), begun(block.sign)].join('\n\n');
    case 'table':
      return table(block.columns, block.rows);
    case 'form':
      return form(block.widths.length, block.rows);
    case 'page':
      return '---';
  }
}

/** A form as a table without a heading; what is to be filled in stays empty. */
function form(columns: number, rows: readonly FormRow[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: columns }, (_, at) => cells[at] ?? '').join(' | ')} |`;
  const cell = ({ text, label, sign }: FormCell): string => {
    const written = [text, sign ?? '']
      .filter((each) => each !== '')
      .map((each) => escapeMarkdown(cleanLine(each)));
    return label === true ? `**${written.join(' ')}**` : written.join(' ');
  };
  return [
    line([]),
    line(Array.from({ length: columns }, () => '---')),
    ...rows.map((row) => line(row.cells.map(cell))),
  ].join('\n');
}

function table(columns: readonly DocumentColumn[], rows: readonly (readonly string[])[]): string {
  const cells = (texts: readonly string[]): string => `| ${texts.map(line).join(' | ')} |`;
  return [
    cells(columns.map(({ heading }) => heading)),
    `| ${columns.map(({ numeric }) => (numeric ? '---:' : '---')).join(' | ')} |`,
    ...rows.map(cells),
  ].join('\n');
}

function line(text: string): string {
  return PLAIN.test(text) ? text : escapeMarkdown(cleanLine(text));
}

/** A line that begins a block of its own, and no other kind than a paragraph. */
function begun(text: string): string {
  return line(text).replace(BEGINS_A_BLOCK, '$1\\$2');
}
