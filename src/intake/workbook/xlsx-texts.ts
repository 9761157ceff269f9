// The texts and styles that the cells of an .xlsx share.
import { isDateFormat } from 'hucre';
import { refusal } from '../../domain/problem.ts';
import { LONGEST_TEXT } from '../../domain/texts/readable.ts';
import type { Archive } from './archive.ts';
import { formatCode } from './number-format.ts';
import { MOST_TEXTS } from './xlsx-limits.ts';
import { attribute, readXml } from './xml.ts';

/** A text longer than a cell may hold: it is counted and not kept. */
export const TOO_LONG = Symbol('a text too long for a cell');
export type CellText = string | typeof TOO_LONG;

/** Puts a text together that comes in pieces, and stops where no cell could hold it. */
export class TextPieces {
  #text = '';
  #length = 0;

  clear(): void {
    this.#text = '';
    this.#length = 0;
  }

  add(piece: string): void {
    this.#length += piece.length;
    if (this.#length <= LONGEST_TEXT * ESCAPE) this.#text += piece;
  }

  /** The text with `_x000D_` and the like resolved (ECMA-376, part 1, 22.9.2.19). */
  get text(): CellText {
    if (this.#length > LONGEST_TEXT * ESCAPE) return TOO_LONG;
    const text = this.#text.includes('_x') ? this.#text.replace(ESCAPED, unescaped) : this.#text;
    return text.length > LONGEST_TEXT ? TOO_LONG : text;
  }
}

/** The letters that an escape represents. */
const ESCAPE = 7;
const ESCAPED = /_x([0-9a-f]{4})_/gi;

function unescaped(_: string, hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}

/** The shared texts by their number. Throws `workbook_texts_too_many` and what `readXml` throws. */
export async function sharedTexts(archive: Archive, path: string): Promise<readonly CellText[]> {
  const texts: CellText[] = [];
  if (!archive.has(path)) return texts;
  const pieces = new TextPieces();
  let inText = false;
  let phonetic = 0;
  await readXml(archive, path, {
    open: (name) => {
      if (name === 'si') pieces.clear();
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') inText = phonetic === 0;
    },
    text: (piece) => {
      if (inText) pieces.add(piece);
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic -= 1;
      if (name !== 'si') return;
      if (texts.length === MOST_TEXTS) {
        throw refusal('workbook_texts_too_many', { most: MOST_TEXTS }, { file: archive.file });
      }
      texts.push(pieces.text);
    },
  });
  return texts;
}

/** What a cell style says of a number. */
export interface CellStyle {
  /** The code of its format; undefined for General and for what shows a number as it is. */
  readonly format: string | undefined;
  readonly isDate: boolean;
}

/** The cell styles of a workbook, by their place. */
export async function cellStyles(archive: Archive, path: string): Promise<readonly CellStyle[]> {
  if (!archive.has(path)) return [];
  const written = new Map<number, string>();
  const formats: number[] = [];
  let inStyles = false;
  await readXml(archive, path, {
    open: (name, attributes) => {
      if (name === 'cellXfs') inStyles = true;
      else if (name === 'numFmt') {
        written.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode'));
      } else if (name === 'xf' && inStyles) formats.push(Number(attribute(attributes, 'numFmtId') || 0));
    },
    close: (name) => {
      if (name === 'cellXfs') inStyles = false;
    },
  });
  return formats.map((id) => ({ format: formatCode(id, written), isDate: isDate(id, written) }));
}

/** Whether a format shows a day or a time: the Chinese Excel's too, which no file writes out. */
function isDate(id: number, written: ReadonlyMap<number, string>): boolean {
  const code = written.get(id);
  if (code !== undefined && code !== '') return isDateFormat(code);
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}
