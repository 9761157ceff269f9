// The cells of a sheet: texts stay texts, days are dates, numbers numbers as long as a spreadsheet keeps them exact.
import type { CellValue } from 'hucre/xlsx';
import { parseIsoDay } from '../../domain/days/day.ts';
import { refusal } from '../../domain/problem.ts';
import type { Cell, Column, Report } from '../../report/report.ts';
import { exactNumber, wordedText } from '../cells.ts';
import type { Settings } from '../settings.ts';

const LONGEST_CELL = 32_767;
const FIRST_SAFE_DAY = '1900-03-01';

/** The rows of a report as cells. @throws Failure `refused`: a text is longer than a cell can hold */
export function* cellRows(report: Report, settings: Settings): Generator<CellValue[], undefined> {
  for (const row of report.rows) yield report.columns.map((column, at) => typed(row[at], column, settings));
}

function typed(cell: Cell | undefined, column: Column, settings: Settings): CellValue {
  const text = wordedText(cell, column, settings.words);
  if (text === '') return null;
  const exact = exactNumber(cell, column);
  // A spreadsheet keeps 15 digits; a number with more stays exact as text.
  if (exact !== undefined && exact.replace(/\D/g, '').length <= 15) return Number(exact);
  if (column.type === 'day' && text >= FIRST_SAFE_DAY && parseIsoDay(text) !== undefined)
    return new Date(text);
  if (text.length > LONGEST_CELL)
    throw refusal('output_cell_too_long', { column: column.key, limit: LONGEST_CELL });
  // `_x0041_` in a sheet means A: a text that reads so is escaped. U+FFFE and U+FFFF are no XML.
  return text
    .toWellFormed()
    .replace(/_x[0-9A-Fa-f]{4}_/g, '_x005F$&')
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
}
