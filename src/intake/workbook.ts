// Workbooks (.xlsx, .xls) through hucre: the one adapter in, so that another reader could take its place.
import { type CellValue, type MergeRange, readXls, readXlsx, type Sheet } from 'hucre/xlsx';
import { Failure, type Problem, problem, refusal } from '../domain/problem.ts';
import type { RawRow, Table } from './table.ts';
import { guardZip } from './zip-guard.ts';

/** How many cells merged ranges may fill; more is no office form. */
const MOST_FILLED = 2_000_000;
/** From here on Excel has dropped digits: it keeps fifteen. */
const INEXACT = 1e15;

/** What is behind a workbook: the sheets that are read, and what is said about the others. */
export interface Workbook {
  readonly tables: readonly Table[];
  readonly told: readonly Problem[];
  /** True when the user named the sheets; else one of several has still to be chosen. */
  readonly chosen: boolean;
}

/**
 * Reads a workbook. Text cells stay as typed; numbers come as typed up to fifteen digits and as 1.1E+17 beyond, which
 * no number column takes; date cells become `YYYY-MM-DD`; a cell merged down fills its column; hidden rows are read,
 * counted and told; hidden and empty sheets are left out unless named. Throws `workbook_broken`, `workbook_encrypted`,
 * `workbook_too_large`, `workbook_dtd`, `workbook_without_rows`, `sheet_unknown`.
 */
export async function readWorkbook(
  bytes: Buffer,
  format: 'xlsx' | 'xls',
  file: string,
  wanted: string | undefined,
): Promise<Workbook> {
  if (format === 'xlsx') guardZip(bytes, file);
  const sheets = await readSheets(bytes, format, file);
  const named =
    wanted !== undefined && wanted !== 'all' ? sheets.filter((sheet) => sheet.name === wanted) : undefined;
  if (named !== undefined && named.length === 0) {
    throw refusal(
      'sheet_unknown',
      { sheet: wanted ?? '', sheets: sheets.map((sheet) => sheet.name) },
      { file },
    );
  }
  const told: Problem[] = [];
  const read = named ?? sheets.filter((sheet) => !isEmpty(sheet) && !isHidden(sheet));
  for (const sheet of named === undefined ? sheets : []) {
    if (isHidden(sheet) && !isEmpty(sheet)) {
      told.push(problem('sheet_hidden', { sheet: sheet.name }, { file, sheet: sheet.name }));
    }
  }
  if (read.every(isEmpty)) throw refusal('workbook_without_rows', {}, { file });
  return { tables: read.map((sheet) => tableOf(sheet, file)), told, chosen: wanted !== undefined };
}

async function readSheets(bytes: Buffer, format: 'xlsx' | 'xls', file: string): Promise<readonly Sheet[]> {
  try {
    return (await (format === 'xlsx' ? readXlsx(bytes) : readXls(bytes))).sheets;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'EncryptedFileError' || isEncryptedXls(bytes, format)) {
      throw refusal('workbook_encrypted', {}, { file });
    }
    const outside = error instanceof Error && /limit|bounds/.test(error.message);
    throw new Failure('refused', [problem(outside ? 'workbook_too_wide' : 'workbook_broken', {}, { file })], {
      cause: error,
    });
  }
}

/** A password-protected .xlsx lies in the same container as an .xls, under this name. */
function isEncryptedXls(bytes: Buffer, format: string): boolean {
  return format === 'xls' && bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

function isHidden(sheet: Sheet): boolean {
  return sheet.hidden === true || sheet.veryHidden === true;
}

function isEmpty(sheet: Sheet): boolean {
  return !sheet.rows.some((row) => row?.some((cell) => cell !== null && cell !== ''));
}

function tableOf(sheet: Sheet, file: string): Table {
  const place = { file, sheet: sheet.name };
  const told: Problem[] = [];
  const hidden = [...(sheet.rowDefs ?? [])]
    .filter(([, row]) => row.hidden === true)
    .map(([index]) => index + 1);
  if (hidden.length > 0) {
    told.push(problem('rows_hidden', { count: hidden.length, lines: hidden.slice(0, 5) }, place));
  }
  fillMerged(sheet.rows, sheet.merges ?? [], file);
  const width = Math.max(0, ...widths(sheet.rows));
  return { file, sheet: sheet.name, keyed: false, told, rows: () => rowsOf(sheet.rows, width) };
}

function* widths(rows: readonly (readonly CellValue[])[]): Generator<number> {
  let widest = 0;
  for (const row of rows) widest = Math.max(widest, row?.length ?? 0);
  yield widest;
}

/** A value merged down a column stands in each of its rows (CLERK.md, "What real files do"). */
function fillMerged(rows: CellValue[][], merges: readonly MergeRange[], file: string): void {
  let filled = 0;
  for (const merge of merges) {
    const value = rows[merge.startRow]?.[merge.startCol];
    if (value === undefined || value === null) continue;
    const last = Math.min(merge.endRow, rows.length - 1);
    filled += Math.max(0, last - merge.startRow);
    if (filled > MOST_FILLED) throw refusal('workbook_too_wide', {}, { file });
    for (let index = merge.startRow + 1; index <= last; index += 1) {
      const row = rows[index];
      if (row === undefined) continue;
      while (row.length <= merge.startCol) row.push(null);
      row[merge.startCol] ??= value;
    }
  }
}

function* rowsOf(rows: readonly (readonly CellValue[])[], width: number): Generator<RawRow> {
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? [];
    const cells = new Array<string>(width).fill('');
    let dates: Set<number> | undefined;
    for (let column = 0; column < row.length; column += 1) {
      const value = row[column];
      if (value === null || value === undefined) continue;
      cells[column] = textOf(value);
      if (value instanceof Date) {
        dates ??= new Set();
        dates.add(column);
      }
    }
    yield dates === undefined ? { line: index + 1, cells } : { line: index + 1, cells, dates };
  }
}

function textOf(value: NonNullable<CellValue>): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value);
}

function numberText(value: number): string {
  if (Math.abs(value) >= INEXACT) return value.toExponential(14).replace(/\.?0*e\+/, 'E+');
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
}
