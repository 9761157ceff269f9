// What the reader of .xls leaves out (MS-XLS): hidden sheets and rows, charts, formats of cells, values that are not there.
import { serialToDate } from 'hucre';
import { Failure, refusal } from '../../domain/problem.ts';
import type { RowFault } from '../table.ts';
import type { CellFact, CellFacts } from './cell-facts.ts';
import { compoundStreams } from './cfb.ts';
import { formatCode, isChineseDate } from './number-format.ts';
import { MOST_SHEETS } from './xlsx-limits.ts';

const RECORD = {
  formula: 0x0006,
  eof: 0x000a,
  dateMode: 0x0022,
  filePass: 0x002f,
  boundSheet: 0x0085,
  mulRk: 0x00bd,
  xf: 0x00e0,
  sst: 0x00fc,
  labelSst: 0x00fd,
  number: 0x0203,
  boolErr: 0x0205,
  string: 0x0207,
  row: 0x0208,
  array: 0x0221,
  table: 0x0236,
  rk: 0x027e,
  format: 0x041e,
  sharedFormula: 0x04bc,
  bof: 0x0809,
} as const;

/** A cell of an .xls besides its value. */
export interface XlsFact extends CellFact {
  /** A date of the Chinese Excel, from the number in its place. */
  readonly date?: (serial: number) => Date;
  /** The text of a formula whose value lies beyond what the reader searches. */
  readonly text?: string;
}

/** A sheet in its order. */
export interface XlsPart {
  readonly hidden: boolean;
  readonly isChart: boolean;
  /** Numbers of hidden rows, from 1. */
  readonly hiddenRows: readonly number[];
  readonly facts: ReadonlyMap<number, ReadonlyMap<number, XlsFact>> & CellFacts;
}

/** What an .xls turns out to be. */
export type XlsKind = 'workbook' | 'excel95' | 'word' | 'encrypted' | 'other';

/** Looks at what is in the container of an .xls. */
export function xlsKind(bytes: Buffer): XlsKind {
  const streams = compoundStreams(bytes);
  if (streams === undefined) return 'other';
  if (streams.has('EncryptedPackage')) return 'encrypted';
  if (streams.has('WordDocument')) return 'word';
  const stream = (streams.get('Workbook') ?? streams.get('Book'))?.();
  if (stream === undefined || stream.length < 8) return 'other';
  if (stream.readUInt16LE(0) !== RECORD.bof || stream.readUInt16LE(4) < 0x0600) return 'excel95';
  return hasPassword(stream) ? 'encrypted' : 'workbook';
}

function hasPassword(stream: Buffer): boolean {
  for (const { id } of recordsOf(stream, 0)) {
    if (id === RECORD.filePass) return true;
    if (id === RECORD.eof) return false;
  }
  return false;
}

/**
 * The sheets of an .xls; empty when its stream is damaged: the reader of its cells says so. Throws
 * `workbook_sheets_too_many`, and `workbook_sheet_twice` where two sheets lie over each other.
 */
export function xlsParts(bytes: Buffer, file: string): readonly XlsPart[] {
  const streams = compoundStreams(bytes);
  const stream = (streams?.get('Workbook') ?? streams?.get('Book'))?.();
  if (stream === undefined) return [];
  try {
    return partsOf(stream, file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    return [];
  }
}

interface BoundSheet {
  readonly at: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly isChart: boolean;
}

interface Globals {
  readonly formatIds: number[];
  readonly written: Map<number, string>;
  readonly sheets: BoundSheet[];
  is1904: boolean;
  texts: number;
}

function partsOf(stream: Buffer, file: string): XlsPart[] {
  const globals: Globals = { formatIds: [], written: new Map(), sheets: [], is1904: false, texts: 0 };
  for (const { id, data } of recordsOf(stream, 0)) {
    if (id === RECORD.eof) break;
    if (id === RECORD.dateMode) globals.is1904 = data.readUInt16LE(0) === 1;
    else if (id === RECORD.xf) globals.formatIds.push(data.readUInt16LE(2));
    else if (id === RECORD.format) globals.written.set(data.readUInt16LE(0), textAt(data, 2) ?? '');
    else if (id === RECORD.sst) globals.texts = data.readUInt32LE(4);
    else if (id === RECORD.boundSheet) {
      const isChart = data[5] !== 0;
      const hidden = ((data[4] ?? 0) & 3) !== 0;
      globals.sheets.push({ at: data.readUInt32LE(0), name: sheetName(data), hidden, isChart });
    }
  }
  checkSheets(stream, globals.sheets, file);
  return globals.sheets.map(({ at, hidden, isChart }) => ({
    hidden,
    isChart,
    ...sheetOf(stream, at, globals),
  }));
}

function sheetName(data: Buffer): string {
  const letters = data[6] ?? 0;
  return ((data[7] ?? 0) & 1) === 0
    ? data.toString('latin1', 8, 8 + letters)
    : data.toString('utf16le', 8, 8 + letters * 2);
}

/** As many sheets as are read, each in bytes of its own: so all of them are read in the time of the file. */
function checkSheets(stream: Buffer, sheets: readonly BoundSheet[], file: string): void {
  if (sheets.length > MOST_SHEETS) throw refusal('workbook_sheets_too_many', { most: MOST_SHEETS }, { file });
  let [end, other] = [0, ''];
  for (const { at, name } of [...sheets].sort((one, two) => one.at - two.at)) {
    if (at < end) throw refusal('workbook_sheet_twice', { sheet: name, other }, { file });
    [end, other] = [at + 1, name];
    for (const { data } of recordsOf(stream, at, true))
      end = data.byteOffset - stream.byteOffset + data.length;
  }
}

function sheetOf(stream: Buffer, at: number, globals: Globals): Pick<XlsPart, 'hiddenRows' | 'facts'> {
  const hiddenRows: number[] = [];
  const facts = new Map<number, Map<number, XlsFact>>();
  const add = (row: number, column: number, fact: XlsFact | undefined): void => {
    if (fact === undefined) return;
    const ofRow = facts.get(row + 1) ?? new Map<number, XlsFact>();
    facts.set(row + 1, ofRow.set(column, fact));
  };
  const records = [...recordsOf(stream, at, true)];
  for (const [index, { id, data }] of records.entries()) {
    if (data.length < 6) continue;
    const [row, column, style] = [data.readUInt16LE(0), data.readUInt16LE(2), data.readUInt16LE(4)];
    switch (id) {
      case RECORD.row:
        if ((data.readUInt16LE(12) & 0x20) !== 0) hiddenRows.push(row + 1);
        break;
      case RECORD.labelSst:
        if (data.readUInt32LE(6) >= globals.texts) add(row, column, fault('cell_text_missing'));
        break;
      case RECORD.boolErr:
        if (data[7] === 1) add(row, column, fault('cell_is_error'));
        break;
      case RECORD.number:
      case RECORD.rk:
        add(row, column, numberFact(style, globals));
        break;
      case RECORD.mulRk:
        for (let place = 0; 4 + place * 6 + 8 <= data.length; place += 1) {
          add(row, column + place, numberFact(data.readUInt16LE(4 + place * 6), globals));
        }
        break;
      case RECORD.formula:
        add(row, column, formulaFact(data, records.slice(index + 1, index + 3), style, globals));
        break;
    }
  }
  return { hiddenRows, facts };
}

function formulaFact(
  data: Buffer,
  next: readonly Rec[],
  style: number,
  globals: Globals,
): XlsFact | undefined {
  if (data.readUInt16LE(12) !== 0xffff) return numberFact(style, globals);
  if (data[6] === 2) return fault('cell_is_error');
  if (data[6] !== 0) return undefined;
  const [first, second] = next;
  if (first?.id === RECORD.string) return undefined;
  const isBetween = [RECORD.sharedFormula, RECORD.array, RECORD.table].some((id) => id === first?.id);
  const text = isBetween && second?.id === RECORD.string ? textAt(second.data, 0) : undefined;
  return text === undefined ? fault('formula_without_value') : { text };
}

function numberFact(style: number, { formatIds, written, is1904 }: Globals): XlsFact | undefined {
  const id = formatIds[style] ?? 0;
  if (isChineseDate(id, written)) return { date: (serial) => serialToDate(serial, is1904) };
  const format = formatCode(id, written);
  return format === undefined ? undefined : { format };
}

function fault(code: RowFault['code']): XlsFact {
  return { fault: { code, values: {} } };
}

interface Rec {
  readonly id: number;
  readonly data: Buffer;
}

/** The records from a place on, of a sheet to its end (a chart in it has records and an end of its own). */
function* recordsOf(stream: Buffer, from: number, toEnd = false): Generator<Rec> {
  let depth = 0;
  for (let at = from; at + 4 <= stream.length; ) {
    const id = stream.readUInt16LE(at);
    const length = stream.readUInt16LE(at + 2);
    const data = stream.subarray(at + 4, at + 4 + length);
    if (id === RECORD.bof) depth += 1;
    if (depth <= 1) yield { id, data };
    if (id === RECORD.eof) depth -= 1;
    if (toEnd && depth <= 0) return;
    at += 4 + length;
  }
}

/** A text with its length in two bytes before it; undefined where it goes on in another record. */
function textAt(data: Buffer, at: number): string | undefined {
  const letters = data.readUInt16LE(at);
  const flags = data[at + 2] ?? 0;
  const from = at + 3 + ((flags & 8) !== 0 ? 2 : 0) + ((flags & 4) !== 0 ? 4 : 0);
  const size = (flags & 1) === 0 ? letters : letters * 2;
  if (from + size > data.length) return undefined;
  return data.toString((flags & 1) === 0 ? 'latin1' : 'utf16le', from, from + size);
}
