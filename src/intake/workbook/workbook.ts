// Workbooks (.xlsx, .xls) through hucre: the one adapter in, so that another reader could take its place.
import { readXls, streamXlsxRows } from 'hucre/xlsx';
import { Failure, type Problem, problem, refusal } from '../../domain/problem.ts';
import type { Table } from '../table.ts';
import { fillMerged, rowsOf } from './merged-cells.ts';
import { type Merge, sheetParts } from './sheet-parts.ts';
import { type SheetRow, SheetRows } from './sheet-rows.ts';
import { xlsKind, xlsParts } from './xls-parts.ts';
import { guardZip } from './zip-guard.ts';

/** What is behind a workbook: the sheets that are read, and what is said about the others. */
export interface Workbook {
  readonly tables: readonly Table[];
  readonly told: readonly Problem[];
  /** True when the user named the sheets; else one of several has still to be chosen. */
  readonly chosen: boolean;
  /** True when the user asked for all sheets: those that do not fit are left out. */
  readonly all: boolean;
}

interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly isChart: boolean;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: readonly number[];
}

/**
 * Reads a workbook. Text cells stay as typed; numbers come as typed up to fifteen digits and as 1.1E+17 beyond, which
 * no number column takes; numbers whose format adds letters, a percent sign or zeros are text as shown; date cells become
 * `YYYY-MM-DD`; what cannot be read (an error, a formula without a value, a text that points nowhere) is a fault of its
 * cell; a cell merged down fills its column; hidden rows are read, counted and told; charts, hidden and empty sheets are
 * left out. Throws `workbook_broken`, `workbook_encrypted`, `workbook_excel95`, `workbook_too_large`,
 * `workbook_too_wide`, `workbook_dtd`, `workbook_without_rows`, `file_is_word`, `sheet_unknown`.
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
  const told = sheets.flatMap((sheet) => {
    const code = sheet.isChart ? 'sheet_is_chart' : 'sheet_hidden';
    const isLeftOut = !read.includes(sheet) && sheet.hidden;
    if (!isLeftOut && !sheet.isChart) return [];
    return [problem(code, { sheet: sheet.name }, { file, sheet: sheet.name })];
  });
  const tables = filled.map((sheet) => tableOf(sheet, file));
  return { tables, told, chosen: wanted !== undefined, all: wanted === 'all' };
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
    const outside = error instanceof Error && /limit|bounds/.test(error.message);
    const code = outside ? 'workbook_too_wide' : 'workbook_broken';
    throw new Failure('refused', [problem(code, {}, { file })], { cause: error });
  }
}

/** Row by row: a whole sheet as hucre's objects would take more memory than an import may. */
async function xlsxSheets(bytes: Buffer, file: string, isWanted: Wanted): Promise<Sheet[]> {
  const directory = guardZip(bytes, file);
  if (directory.has('word/document.xml')) throw refusal('file_is_word', {}, { file });
  if (directory.has('xl/workbook.bin') || directory.has('content.xml'))
    throw refusal('workbook_other', {}, { file });
  const parts = await sheetParts(bytes, directory);
  if (parts.length === 0) throw refusal('workbook_broken', {}, { file });
  const sheets: Sheet[] = [];
  for (const [index, part] of parts.entries()) {
    const rows = new SheetRows(file, part.name);
    if (isWanted(part.name, part.hidden) && !part.isChart) {
      for await (const row of streamXlsxRows(bytes, { sheet: index })) {
        rows.add(row.index, row.values, part.facts.get(row.index + 1));
      }
    }
    sheets.push({ ...part, rows: rows.list });
  }
  return sheets;
}

const NO_WORKBOOK = {
  excel95: 'workbook_excel95',
  encrypted: 'workbook_encrypted',
  word: 'file_is_word',
} as const;

async function xlsSheets(bytes: Buffer, file: string): Promise<Sheet[]> {
  const kind = xlsKind(bytes);
  if (kind !== 'workbook' && kind !== 'other') throw refusal(NO_WORKBOOK[kind], {}, { file });
  const workbook = await readXls(bytes);
  const parts = xlsParts(bytes);
  return workbook.sheets.map((sheet, at) => {
    const { hidden = false, isChart = false, hiddenRows = [], facts = undefined } = parts[at] ?? {};
    const rows = new SheetRows(file, sheet.name);
    for (const [index, row] of sheet.rows.entries()) rows.add(index, row ?? [], facts?.get(index + 1));
    const shared = { name: sheet.name, hidden, isChart, rows: isChart ? [] : rows.list };
    return { ...shared, merges: sheet.merges ?? [], hiddenRows: [...hiddenRows] };
  });
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
