// Workbooks: .xlsx and the tables of .docx by the readers of this room, .xls through hucre.
import { readXls } from 'hucre/xlsx';
import { Failure, type Problem, problem, refusal } from '../../domain/problem.ts';
import type { Table } from '../table.ts';
import { type Archive, openArchive } from './archive.ts';
import type { Merge } from './cell-facts.ts';
import { fillMerged, MOST_FILLED, rowsOf } from './merged-cells.ts';
import { mainPart, workbookParts } from './sheet-parts.ts';
import { type SheetRow, SheetRows } from './sheet-rows.ts';
import { readWordTables } from './word-tables.ts';
import { xlsKind, xlsParts } from './xls-parts.ts';
import { readCells, type SheetMarks } from './xlsx-cells.ts';
import { Allowance } from './xlsx-limits.ts';
import { cellStyles, sharedTexts } from './xlsx-texts.ts';

/** What is behind a workbook: the sheets that are read, and what is said about the others. */
export interface Workbook {
  readonly format: 'xlsx' | 'xls' | 'docx';
  readonly tables: readonly Table[];
  readonly warnings: readonly Problem[];
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
  /** Rows of a table of Word in which something is hidden or struck out. */
  readonly leftOut?: ReadonlySet<number>;
}

/**
 * Reads a workbook. Text cells stay as typed; numbers come as typed up to fifteen digits and as 1.1E+17 beyond, which
 * no number column accepts; numbers whose format adds letters, a percent sign or zeros are text as shown; date cells
 * become `YYYY-MM-DD`; what cannot be read (an error, a formula without a value, a text that points nowhere) is a fault
 * of its cell; a cell merged down fills its column; hidden rows are read and counted in a warning; charts, hidden and
 * empty sheets are left out. Throws `workbook_excel95`, `workbook_other`, `workbook_without_rows`, `file_is_word`,
 * `word_without_table`, `word_broken`, `sheet_unknown`, what `openArchive`, `workbookParts`, `sharedTexts` and
 * `readCells` throw, and of an .xls the same where it applies.
 */
export async function readWorkbook(
  bytes: Buffer,
  format: 'xlsx' | 'xls',
  file: string,
  wanted: string | readonly string[] | undefined,
): Promise<Workbook> {
  const isWanted = (name: string, hidden: boolean) => {
    if (wanted === undefined || wanted === 'all') return !hidden;
    return typeof wanted === 'string' ? name === wanted : wanted.includes(name);
  };
  const opened = await openSheets(bytes, format, file, isWanted);
  const { sheets } = opened;
  const read = sheets.filter((sheet) => isWanted(sheet.name, sheet.hidden));
  if (read.length === 0 && wanted !== undefined && wanted !== 'all') {
    throw refusal(
      'sheet_unknown',
      { sheet: [wanted].flat(), sheets: sheets.map((sheet) => sheet.name) },
      { file },
    );
  }
  const filled = read.filter((sheet) => sheet.rows.length > 0);
  if (filled.length === 0) throw refusal('workbook_without_rows', {}, { file });
  const warnings = sheets.flatMap((sheet) => {
    const code = sheet.isChart ? 'sheet_is_chart' : 'sheet_hidden';
    const isLeftOut = !read.includes(sheet) && sheet.hidden;
    if (!isLeftOut && !sheet.isChart) return [];
    return [problem(code, { sheet: sheet.name }, { file, sheet: sheet.name })];
  });
  let fillable = MOST_FILLED;
  const tables = filled.map((sheet) => {
    fillable -= fillMerged(sheet, { file, sheet: sheet.name }, fillable);
    return tableOf(sheet, file);
  });
  return { format: opened.format, tables, warnings, chosen: wanted !== undefined, all: wanted === 'all' };
}

type Wanted = (name: string, hidden: boolean) => boolean;

const NO_MARKS: SheetMarks = { merges: [], hiddenRows: [] };

interface Opened {
  readonly format: Workbook['format'];
  readonly sheets: readonly Sheet[];
}

/** Damage of a Word file is reported as such, by its content or, where that is gone, by its name. */
async function openSheets(
  bytes: Buffer,
  format: 'xlsx' | 'xls',
  file: string,
  isWanted: Wanted,
): Promise<Opened> {
  let isWord = /\.doc[xm]?$/i.test(file);
  try {
    if (format === 'xls') return { format, sheets: await xlsSheets(bytes, file) };
    const archive = openArchive(bytes, file);
    const main = (await mainPart(archive)) ?? '';
    isWord = main === '' ? archive.has('word/document.xml') : /^word\//i.test(main);
    if (isWord) return { format: 'docx', sheets: await wordSheets(archive, main || 'word/document.xml') };
    return { format, sheets: await xlsxSheets(archive, isWanted) };
  } catch (error) {
    const isBroken =
      error instanceof Failure && error.problems.some(({ code }) => code === 'workbook_broken');
    if (isWord && isBroken) throw refusal('word_broken', {}, { file });
    throw error;
  }
}

async function wordSheets(archive: Archive, path: string): Promise<Sheet[]> {
  const tables = await readWordTables(archive, path);
  return tables.map(({ name, rows, merges, leftOut }) => ({
    name,
    rows: rows.list,
    merges,
    leftOut,
    hidden: false,
    isChart: false,
    hiddenRows: [],
  }));
}

async function xlsxSheets(archive: Archive, isWanted: Wanted): Promise<Sheet[]> {
  const { file } = archive;
  if (archive.has('xl/workbook.bin') || archive.has('content.xml'))
    throw refusal('workbook_other', {}, { file });
  const { sheets: parts, is1904, ...shared } = await workbookParts(archive);
  if (parts.length === 0) throw refusal('workbook_broken', {}, { file });
  const texts = await sharedTexts(archive, shared.texts);
  const world = { texts, styles: await cellStyles(archive, shared.styles), is1904 };
  const allowance = new Allowance();
  const sheets: Sheet[] = [];
  for (const { path, ...part } of parts) {
    const rows = new SheetRows(file, part.name, allowance);
    let marks = NO_MARKS;
    if (isWanted(part.name, part.hidden) && !part.isChart) {
      marks = await readCells(archive, path, part.name, world, rows);
    }
    sheets.push({ ...part, ...marks, rows: rows.list });
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
  const parts = xlsParts(bytes, file);
  const workbook = await readXls(bytes).catch((error: unknown) => {
    const outside = error instanceof Error && /limit|bounds/.test(error.message);
    throw new Failure('refused', [problem(outside ? 'workbook_too_wide' : 'workbook_broken', {}, { file })], {
      cause: error,
    });
  });
  const allowance = new Allowance();
  return workbook.sheets.map((sheet, at) => {
    const { hidden = false, isChart = false, hiddenRows = [], facts = undefined } = parts[at] ?? {};
    const rows = new SheetRows(file, sheet.name, allowance);
    for (const [index, row] of sheet.rows.entries()) rows.add(index, row ?? [], facts?.get(index + 1));
    const shared = { name: sheet.name, hidden, isChart, rows: isChart ? [] : rows.list };
    return { ...shared, merges: sheet.merges ?? [], hiddenRows: [...hiddenRows] };
  });
}

function tableOf(sheet: Sheet, file: string): Table {
  const place = { file, sheet: sheet.name };
  const warnings: Problem[] = [];
  if (sheet.hiddenRows.length > 0) {
    const lines = sheet.hiddenRows.slice(0, 5);
    warnings.push(problem('rows_hidden', { count: sheet.hiddenRows.length, lines }, place));
  }
  if (sheet.leftOut !== undefined && sheet.leftOut.size > 0) {
    const lines = [...sheet.leftOut].slice(0, 5);
    warnings.push(problem('word_text_left_out', { count: sheet.leftOut.size, lines }, place));
  }
  const width = sheet.rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0);
  return { ...place, keyed: false, warnings, rows: () => rowsOf(sheet.rows, width) };
}
