// Writes a made register as an office saves it: .xlsx and .xls by a library that is not the program's own, or CSV.
import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';
import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import type { Random } from '../prng.ts';
import type { Cell } from './cells.ts';
import type { Register, Sheet } from './layout.ts';

/** The bytes of a workbook. */
export function workbook({ sheets }: Register, bookType: 'xlsx' | 'biff8'): Buffer {
  const book = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, worksheet(sheet), sheet.name);
  book.Workbook = { Sheets: sheets.map(({ isHidden }) => ({ Hidden: isHidden ? 1 : 0 })) };
  return write(book, { type: 'buffer', bookType }) as Buffer;
}

function worksheet({ rows, merges, hiddenRows }: Sheet): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map(cellObject)));
  sheet['!merges'] = merges.map(({ row, column, toRow, toColumn }) => ({
    s: { r: row, c: column },
    e: { r: toRow, c: toColumn },
  }));
  const properties: { hidden?: boolean }[] = [];
  for (const line of hiddenRows) properties[line - 1] = { hidden: true };
  if (hiddenRows.length > 0) sheet['!rows'] = properties;
  return sheet;
}

function cellObject({ value, format }: Cell): CellObject | null {
  if (value === '') return null;
  if (typeof value === 'string') return { t: 's', v: value };
  return { t: 'n', v: value, ...(format !== undefined && { z: format }) };
}

/** The bytes of the one table of a register as CSV: what the sheet shows, in an encoding and with a delimiter that offices have. */
export function csv({ sheets: [sheet] }: Register, random: Random): Buffer {
  if (sheet === undefined) throw new Error('a register without a sheet');
  const rows = sheet.rows.map((row) => row.map((cell) => cell.shown));
  for (const { row, column, toRow } of sheet.merges.filter((range) => range.repeats === true)) {
    for (let at = row + 1; at <= toRow; at += 1) {
      const cells = rows[at];
      // A row that goes on with the number above stays without.
      if (cells !== undefined && !goesOn(sheet, at)) cells[column] = rows[row]?.[column] ?? '';
    }
  }
  const isRagged = random.chance(30);
  const written = stringify(isRagged ? rows.map(withoutTail) : rows, {
    delimiter: random.pick([',', ',', ';', '\t']),
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]/,
    bom: false,
  });
  return random.pick([
    () => Buffer.from(`\ufeff${written}`),
    () => Buffer.from(written),
    () => iconv.encode(written, 'gb18030'),
  ])();
}

/** Whether a row lies within a range that is not the source's and begins above it. */
function goesOn({ merges }: Sheet, row: number): boolean {
  return merges.some((range) => range.repeats !== true && range.row < row && range.toRow >= row);
}

function withoutTail(row: readonly string[]): readonly string[] {
  const last = row.findLastIndex((cell) => cell !== '');
  return row.slice(0, Math.max(last + 1, 1));
}
