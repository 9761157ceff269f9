// Tables of a Word file (.docx): each is a sheet, named by the line above it (ECMA-376, part 1, 17.4).
import { refusal } from '../../domain/problem.ts';
import type { Archive } from './archive.ts';
import { symbolOf } from './word-symbols.ts';
import { WordTable } from './word-table.ts';
import { Allowance, MOST_SHEETS } from './xlsx-limits.ts';
import { attribute, readXml } from './xml.ts';

/** Content that is struck out, moved away, shown twice, or no part of the line that contains it. */
const NOT_SHOWN: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'rt',
  'txbxContent',
  'delText',
]);
const STRUCK_OUT: ReadonlySet<string> = new Set(['del', 'moveFrom']);
/** What a reader sees and no text says. */
const PICTURES: ReadonlySet<string> = new Set(['drawing', 'pict', 'object']);
const OFF = /^(?:0|false|off|none)$/;

/**
 * Reads the tables of a document in their order, one within a cell of another behind it; the cell is marked. Hidden and struck
 * out text is left out. Throws `word_without_table`, `workbook_sheets_too_many`, what `SheetRows` throws and what `readXml` throws.
 */
export async function readWordTables(archive: Archive, path: string): Promise<readonly WordTable[]> {
  const hiddenStyles = await hiddenStylesOf(archive, `${path.slice(0, path.lastIndexOf('/') + 1)}styles.xml`);
  const reader = new DocumentReader(archive.file, hiddenStyles);
  await readXml(archive, path, reader);
  const tables = reader.tables.filter((table) => table.rows.list.length > 0);
  if (tables.length === 0) throw refusal('word_without_table', {}, { file: archive.file });
  return tables;
}

/** The styles whose text is hidden, those included that rest on one. */
async function hiddenStylesOf(archive: Archive, path: string): Promise<ReadonlySet<string>> {
  const hidden = new Set<string>();
  const basedOn = new Map<string, string>();
  if (!archive.has(path)) return hidden;
  let style = '';
  await readXml(archive, path, {
    open: (name, attributes) => {
      if (name === 'style') style = attribute(attributes, '\\w+:styleId');
      else if (name === 'basedOn') basedOn.set(style, attribute(attributes, '\\w+:val'));
      else if (name === 'vanish' && !OFF.test(attribute(attributes, '\\w+:val'))) hidden.add(style);
    },
  });
  for (const [name] of basedOn) {
    const seen = new Set<string>();
    for (let at: string | undefined = name; at !== undefined && !seen.has(at); at = basedOn.get(at)) {
      seen.add(at);
      if (hidden.has(at)) hidden.add(name);
    }
  }
  hidden.delete('');
  return hidden;
}

class DocumentReader {
  readonly tables: WordTable[] = [];
  readonly #file: string;
  readonly #hiddenStyles: ReadonlySet<string>;
  readonly #allowance = new Allowance();
  /** Tables that are open, the innermost last. */
  readonly #open: WordTable[] = [];
  /** Elements that are open, the innermost last. */
  readonly #path: string[] = [];
  readonly #names = new Set<string>();
  #notShown = 0;
  #isHiddenRun = false;
  #isHiddenLine = false;
  #isText = false;
  /** The line of text above the next table. */
  #line = '';
  #above = '';

  constructor(file: string, hiddenStyles: ReadonlySet<string>) {
    this.#file = file;
    this.#hiddenStyles = hiddenStyles;
  }

  open(name: string, attributes: string): void {
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(name);
    const table = this.#open.at(-1);
    if (NOT_SHOWN.has(name)) {
      this.#notShown += 1;
      if (name === 'del' && parent === 'trPr') table?.deleteRow();
      if (STRUCK_OUT.has(name)) table?.leaveOut();
    }
    if (name === 'tbl') this.#openTable();
    else if (name === 'tr') table?.openRow();
    else if (name === 'tc') table?.openCell();
    else if (this.#notShown === 0) this.#openWithin(name, parent, attributes);
  }

  text(text: string): void {
    if (this.#isText) this.#add(text);
  }

  close(name: string): void {
    this.#path.pop();
    const table = this.#open.at(-1);
    if (NOT_SHOWN.has(name)) this.#notShown -= 1;
    if (name === 't') this.#isText = false;
    else if (name === 'tc') table?.closeCell();
    else if (name === 'tr') table?.closeRow();
    else if (name === 'tbl') {
      table?.close();
      this.#open.pop();
    } else if (name === 'p' && table === undefined && !NO_NAME.test(this.#line)) this.#above = this.#line;
  }

  /** What a table, a line or a run of letters has. */
  #openWithin(name: string, parent: string, attributes: string): void {
    const table = this.#open.at(-1);
    const value = attribute(attributes, '\\w+:val');
    const isOfRun = parent === 'rPr' && this.#path.at(-3) === 'r';
    if (name === 'gridBefore') table?.skip(Number(value) || 0);
    else if (name === 'gridSpan') table?.span(Number(value));
    else if (name === 'vMerge') table?.mergeDown(value === 'restart');
    else if (name === 'p') this.#openLine(table);
    else if (name === 'pStyle') this.#isHiddenLine = this.#hiddenStyles.has(value);
    else if (name === 'numId' && value !== '0') table?.addUnsaid();
    else if (name === 'r') this.#isHiddenRun = false;
    else if (name === 't') this.#isText = true;
    else if (name === 'vanish' && isOfRun) this.#isHiddenRun = !OFF.test(value);
    else if (name === 'rStyle' && isOfRun) this.#isHiddenRun ||= this.#hiddenStyles.has(value);
    else if (name === 'checkBox') table?.addUnreadable();
    else if (PICTURES.has(name)) table?.addUnsaid();
    else if (parent === 'r') this.#addLetter(name, attributes);
  }

  #openLine(table: WordTable | undefined): void {
    this.#isHiddenLine = false;
    this.#line = '';
    table?.openLine();
  }

  #addLetter(name: string, attributes: string): void {
    if (name === 'br' || name === 'cr') this.#add('\n');
    else if (name === 'tab') this.#add(' ');
    else if (name === 'noBreakHyphen') this.#add('-');
    else if (name === 'sym') this.#addSymbol(attributes);
  }

  #addSymbol(attributes: string): void {
    const symbol = symbolOf(attribute(attributes, '\\w+:font'), attribute(attributes, '\\w+:char'));
    if (symbol !== undefined) this.#add(symbol);
    else this.#open.at(-1)?.addUnreadable();
  }

  #add(text: string): void {
    const table = this.#open.at(-1);
    if (this.#notShown > 0) return;
    if (this.#isHiddenRun || this.#isHiddenLine) table?.leaveOut();
    else if (table !== undefined) table.add(text);
    else if (this.#line.length <= LONGEST_NAME) this.#line += text;
  }

  #openTable(): void {
    this.#open.at(-1)?.addUnreadable();
    if (this.tables.length === MOST_SHEETS) {
      throw refusal('workbook_sheets_too_many', { most: MOST_SHEETS }, { file: this.#file });
    }
    const table = new WordTable(this.#nameOfNext(), this.#file, this.#allowance);
    this.tables.push(table);
    this.#open.push(table);
    this.#above = '';
  }

  /** The line above names a table where it is short and names nothing else; else 表1, 表2 by its place. */
  #nameOfNext(): string {
    const line = this.#open.length > 0 ? '' : this.#above.replace(/\s+/gu, ' ').trim();
    const isName =
      line !== '' && line.length <= LONGEST_NAME && !NO_NAME.test(line) && !this.#names.has(line);
    const name = isName ? line : `表${this.tables.length + 1}`;
    this.#names.add(name);
    return name;
  }
}

const LONGEST_NAME = 40;
/** Sentences, lines that say who made the table and when, and empty ones. */
const NO_NAME = /[。；;！？!?]|^\s*(?:$|单位|填报|填表|制表|编制|日期|时间|截至|统计)/u;
