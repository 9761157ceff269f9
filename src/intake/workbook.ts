// Workbooks (.xlsx, .xls) through hucre: the one adapter in, so that another reader could take its place.
import { type CellValue, readXls, streamXlsxRows } from 'hucre/xlsx';
import { Failure, type Problem, problem, refusal } from '../domain/problem.ts';
import { type Merge, sheetParts } from './sheet-parts.ts';
import { type RawRow, type Table, WIDEST_ROW } from './table.ts';
import { guardZip } from './zip-guard.ts';

/** The area that a sheet may span, and how many cells merged ranges may fill; more is no office form. */
const LARGEST_AREA = 20_000_000;
const MOST_FILLED = 2_000_000;
const MOST_ROWS = 1_048_576;
/** From here on Excel has dropped digits: it keeps fifteen. */
const INEXACT = 1e15;

/** What is behind a workbook: the sheets that are read, and what is said about the others. */
export interface Workbook {
  readonly tables: readonly Table[];
  readonly told: readonly Problem[];
  /** True when the user named the sheets; else one of several has still to be chosen. */
  readonly chosen: boolean;
}

interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: readonly number[];
}

/** Cells up to the last one filled; `undefined` where nothing stands. Rows without cells are left out. */
interface SheetRow {
  readonly line: number;
  readonly cells: (string | undefined)[];
  readonly dates?: ReadonlySet<number>;
}

/**
 * Reads a workbook. Text cells stay as typed; numbers come as typed up to fifteen digits and as 1.1E+17 beyond, which
 * no number column takes; date cells become `YYYY-MM-DD`; a cell merged down fills its column; hidden rows are read,
 * counted and told; hidden and empty sheets are left out unless named. Throws `workbook_broken`, `workbook_encrypted`,
 * `workbook_too_large`, `workbook_too_wide`, `workbook_dtd`, `workbook_without_rows`, `sheet_unknown`.
 */
export async function readWorkbook(
  bytes: Buffer,
  format: 'xlsx' | 'xls',
  file: string,
  wanted: string | undefined,
): Promise<Workbook> {
  const isWanted = (name: string, hidden: boolean) =>
    wanted === undefined || wanted === 'all' ? !hidden : name === wanted;
  const sheets = await readSheets(bytes, format, file, isWanted);
  const read = sheets.filter((sheet) => isWanted(sheet.name, sheet.hidden));
  if (read.length === 0 && wanted !== undefined && wanted !== 'all') {
    throw refusal('sheet_unknown', { sheet: wanted, sheets: sheets.map((sheet) => sheet.name) }, { file });
  }
  const filled = read.filter((sheet) => sheet.rows.length > 0);
  if (filled.length === 0) throw refusal('workbook_without_rows', {}, { file });
  const told = sheets
    .filter((sheet) => sheet.hidden && !read.includes(sheet))
    .map((sheet) => problem('sheet_hidden', { sheet: sheet.name }, { file, sheet: sheet.name }));
  return { tables: filled.map((sheet) => tableOf(sheet, file)), told, chosen: wanted !== undefined };
}

type Wanted = (name: string, hidden: boolean) => boolean;

async function readSheets(
  bytes: Buffer,
  format: 'xlsx' | 'xls',
  file: string,
  isWanted: Wanted,
): Promise<readonly Sheet[]> {
  try {
    return format === 'xlsx' ? await xlsxSheets(bytes, file, isWanted) : await xlsSheets(bytes, file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (isEncrypted(bytes)) throw refusal('workbook_encrypted', {}, { file });
    const outside = error instanceof Error && /limit|bounds/.test(error.message);
    const code = outside ? 'workbook_too_wide' : 'workbook_broken';
    throw new Failure('refused', [problem(code, {}, { file })], { cause: error });
  }
}

/** A password-protected .xlsx lies in the same container as an .xls, under this name. */
function isEncrypted(bytes: Buffer): boolean {
  return bytes[0] === 0xd0 && bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

/** Row by row: a whole sheet as hucre's objects would take more memory than an import may. */
async function xlsxSheets(bytes: Buffer, file: string, isWanted: Wanted): Promise<Sheet[]> {
  const parts = await sheetParts(bytes, guardZip(bytes, file));
  if (parts.length === 0) throw refusal('workbook_broken', {}, { file });
  const sheets: Sheet[] = [];
  for (const [index, part] of parts.entries()) {
    const rows = new SheetRows(file, part.name);
    if (isWanted(part.name, part.hidden)) {
      for await (const row of streamXlsxRows(bytes, { sheet: index })) rows.add(row.index, row.values);
    }
    sheets.push({ ...part, rows: rows.list });
  }
  return sheets;
}

async function xlsSheets(bytes: Buffer, file: string): Promise<Sheet[]> {
  const workbook = await readXls(bytes);
  return workbook.sheets.map((sheet) => {
    const rows = new SheetRows(file, sheet.name);
    for (const [index, row] of sheet.rows.entries()) rows.add(index, row ?? []);
    return { name: sheet.name, hidden: false, rows: rows.list, merges: sheet.merges ?? [], hiddenRows: [] };
  });
}

/** Collects the rows of a sheet as text and stops where its area grows out of all measure. */
class SheetRows {
  readonly list: SheetRow[] = [];
  readonly #place: { readonly file: string; readonly sheet: string };
  #widest = 0;
  #last = 0;
  #total = 0;

  constructor(file: string, sheet: string) {
    this.#place = { file, sheet };
  }

  add(index: number, values: readonly CellValue[]): void {
    const cells: (string | undefined)[] = [];
    let dates: Set<number> | undefined;
    for (let column = 0; column < values.length; column += 1) {
      const value = values[column];
      if (value === null || value === undefined || value === '') continue;
      while (cells.length < column) cells.push(undefined);
      cells.push(textOf(value));
      if (value instanceof Date) {
        dates ??= new Set();
        dates.add(column);
      }
    }
    if (cells.length === 0) return;
    this.#widest = Math.max(this.#widest, cells.length);
    this.#last = Math.max(this.#last, index + 1);
    this.#total += cells.length;
    const area = Math.max(this.#total, this.#widest * this.#last);
    if (area > LARGEST_AREA || this.#widest > WIDEST_ROW || !(index >= 0 && index < MOST_ROWS)) {
      throw refusal('workbook_too_wide', {}, this.#place);
    }
    this.list.push({ line: index + 1, cells, ...(dates && { dates }) });
  }
}

function textOf(value: NonNullable<CellValue>): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '#NUM!' : value.toISOString().slice(0, 10);
  return String(value);
}

function numberText(value: number): string {
  if (Math.abs(value) >= INEXACT) return value.toExponential(14).replace(/(?:\.0{0,14}|0{1,14})?e\+/, 'E+');
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
}

function tableOf(sheet: Sheet, file: string): Table {
  const place = { file, sheet: sheet.name };
  const told: Problem[] = [];
  if (sheet.hiddenRows.length > 0) {
    const lines = sheet.hiddenRows.slice(0, 5);
    told.push(problem('rows_hidden', { count: sheet.hiddenRows.length, lines }, place));
  }
  fillMerged(sheet, place);
  const width = sheet.rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0);
  return { ...place, keyed: false, told, rows: () => rowsOf(sheet.rows, width) };
}

/** A value merged down a column stands in each of its rows (CLERK.md, "What real files do"). */
function fillMerged(sheet: Sheet, place: { readonly file: string; readonly sheet: string }): void {
  if (sheet.merges.length === 0) return;
  const byLine = new Map(sheet.rows.map((row) => [row.line, row.cells]));
  const lastLine = sheet.rows.at(-1)?.line ?? 0;
  let filled = 0;
  for (const merge of sheet.merges) {
    const value = byLine.get(merge.startRow + 1)?.[merge.startCol];
    if (value === undefined) continue;
    const last = Math.min(merge.endRow + 1, lastLine);
    filled += Math.max(0, last - merge.startRow);
    if (filled > MOST_FILLED) throw refusal('workbook_too_wide', {}, place);
    for (let line = merge.startRow + 2; line <= last; line += 1) {
      const cells = byLine.get(line);
      if (cells === undefined) continue;
      while (cells.length <= merge.startCol) cells.push(undefined);
      cells[merge.startCol] ??= value;
    }
  }
}

function* rowsOf(rows: readonly SheetRow[], width: number): Generator<RawRow> {
  for (const { line, cells, dates } of rows) {
    const filled = Array.from({ length: width }, (_, column) => cells[column] ?? '');
    yield dates === undefined ? { line, cells: filled } : { line, cells: filled, dates };
  }
}
