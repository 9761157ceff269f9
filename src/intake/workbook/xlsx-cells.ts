// The cells of a sheet of an .xlsx: values, and what cannot be read, row by row as the part is unpacked.
import { serialToDate } from 'hucre';
import type { CellValue } from 'hucre/xlsx';
import { refusal } from '../../domain/problem.ts';
import { LONGEST_TEXT } from '../../domain/texts/readable.ts';
import { type RowFault, WIDEST_ROW } from '../table.ts';
import type { Archive } from './archive.ts';
import type { CellFact, Merge } from './cell-facts.ts';
import type { SheetRows } from './sheet-rows.ts';
import { type CellStyle, type CellText, TextPieces, TOO_LONG } from './xlsx-texts.ts';
import { attribute, readXml } from './xml.ts';

/** What the cells of a workbook share. */
export interface CellWorld {
  readonly texts: readonly CellText[];
  readonly styles: readonly CellStyle[];
  readonly is1904: boolean;
}

/** What a sheet has besides its rows. */
export interface SheetMarks {
  readonly merges: readonly Merge[];
  /** Numbers of hidden or filtered rows, from 1. */
  readonly hiddenRows: readonly number[];
}

const MOST_ROWS = 1_048_576;
const MOST_MERGES = 200_000;

/** Reads a sheet's part into `rows`. Throws `workbook_too_wide`, what `rows` throw and what `readXml` throws. */
export async function readCells(
  archive: Archive,
  path: string,
  sheet: string,
  world: CellWorld,
  rows: SheetRows,
): Promise<SheetMarks> {
  const merges: Merge[] = [];
  const hiddenRows: number[] = [];
  const place = { file: archive.file, sheet };
  const cell = new OpenCell(world);
  let [row, column, count] = [0, -1, 0];
  let values: CellValue[] = [];
  let facts = new Map<number, CellFact>();
  let inRow = false;
  const openRow = (attributes: string): void => {
    inRow = true;
    row = Number(attribute(attributes, 'r')) || row + 1;
    count += 1;
    if (count > MOST_ROWS) throw refusal('workbook_too_wide', {}, place);
    column = -1;
    values = [];
    facts = new Map();
    if (/^(?:1|true)$/.test(attribute(attributes, 'hidden'))) hiddenRows.push(row);
  };
  const closeCell = (): void => {
    const { value, fact } = cell.close();
    if (value !== undefined) values[column] = value;
    if (fact !== undefined) facts.set(column, fact);
  };
  await readXml(archive, path, {
    open: (name, attributes) => {
      if (cell.isOpen) cell.open(name);
      else if (name === 'row') openRow(attributes);
      else if (name === 'c' && inRow) {
        column = columnOf(attribute(attributes, 'r')) ?? column + 1;
        if (column >= WIDEST_ROW) throw refusal('workbook_too_wide', {}, place);
        cell.begin(attribute(attributes, 't'), attribute(attributes, 's'));
      } else if (name === 'mergeCell' && merges.length < MOST_MERGES) {
        const merge = mergeOf(attribute(attributes, 'ref'));
        if (merge !== undefined) merges.push(merge);
      }
    },
    text: (text) => cell.add(text),
    close: (name) => {
      if (name === 'c' && cell.isOpen) closeCell();
      else if (cell.isOpen) cell.closeInner(name);
      else if (name === 'row' && inRow) {
        inRow = false;
        rows.add(row - 1, values, facts.size === 0 ? undefined : facts);
      }
    },
  });
  return { merges, hiddenRows };
}

/** The value of a cell. */
interface ClosedCell {
  readonly value?: CellValue;
  readonly fact?: CellFact;
}

/** The cell whose elements are being read. */
class OpenCell {
  isOpen = false;
  readonly #world: CellWorld;
  readonly #pieces = new TextPieces();
  #type = '';
  #style: CellStyle | undefined;
  #isFormula = false;
  #hasValue = false;
  #takes = false;
  #phonetic = 0;

  constructor(world: CellWorld) {
    this.#world = world;
  }

  begin(type: string, style: string): void {
    this.isOpen = true;
    this.#type = type;
    this.#style = style === '' ? undefined : this.#world.styles[Number(style)];
    this.#isFormula = false;
    this.#hasValue = false;
    this.#takes = false;
    this.#phonetic = 0;
    this.#pieces.clear();
  }

  open(name: string): void {
    if (name === 'f') this.#isFormula = true;
    else if (name === 'rPh') this.#phonetic += 1;
    else if (name === 'v' && this.#type !== 'inlineStr') {
      this.#hasValue = true;
      this.#takes = true;
    } else if (name === 't' && this.#type === 'inlineStr') this.#takes = this.#phonetic === 0;
  }

  add(text: string): void {
    if (this.#takes) this.#pieces.add(text);
  }

  closeInner(name: string): void {
    if (name === 'v' || name === 't') this.#takes = false;
    else if (name === 'rPh') this.#phonetic -= 1;
  }

  close(): ClosedCell {
    this.isOpen = false;
    const text = this.#pieces.text;
    if (text === TOO_LONG) return tooLong();
    const missing = this.#isFormula ? fault('formula_without_value') : {};
    switch (this.#type) {
      case 'inlineStr':
        return { value: text };
      case 'e':
        return { value: text, ...fault('cell_is_error') };
      case 's':
        return this.#shared(text.trim());
      case 'str':
        return this.#hasValue ? { value: text } : missing;
      case 'b':
        if (text.trim() !== '') return { value: text.trim() === '1' || text.trim().toLowerCase() === 'true' };
        break;
    }
    if (!this.#hasValue) return missing;
    if (text.trim() === '') return this.#isFormula ? missing : fault('cell_value_missing');
    return this.#number(text.trim());
  }

  #shared(number: string): ClosedCell {
    const text = /^\d{1,9}$/.test(number) ? this.#world.texts[Number(number)] : undefined;
    if (text === undefined) return fault('cell_text_missing');
    return text === TOO_LONG ? tooLong() : { value: text };
  }

  #number(text: string): ClosedCell {
    const number = Number(text);
    if (Number.isNaN(number)) return { value: text };
    const { format, isDate = false } = this.#style ?? {};
    const value = isDate ? serialToDate(number, this.#world.is1904) : number;
    return format === undefined ? { value } : { value, fact: { format } };
  }
}

function fault(code: RowFault['code'], values: RowFault['values'] = {}): { readonly fact: CellFact } {
  return { fact: { fault: { code, values } } };
}

function tooLong(): ClosedCell {
  return fault('cell_text_too_long', { most: LONGEST_TEXT });
}

function columnOf(reference: string): number | undefined {
  const letters = /^[A-Za-z]{1,5}(?=\d)/.exec(reference)?.[0]?.toUpperCase();
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function mergeOf(reference: string): Merge | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  const startCol = columnOf(`${match?.[1]}1`);
  const endCol = columnOf(`${match?.[3]}1`);
  if (match === null || startCol === undefined || endCol === undefined) return undefined;
  return { startRow: Number(match[2]) - 1, startCol, endRow: Number(match[4]) - 1, endCol };
}
