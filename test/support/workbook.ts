// Workbooks as an office makes them, written by another library than the program's own: titles, merges, hidden rows.
import { utils, type WorkSheet, write } from '@e965/xlsx';

export interface OfficeSheet {
  readonly name?: string;
  readonly rows: readonly (readonly unknown[])[];
  /** Ranges such as `A1:F1`. */
  readonly merges?: readonly string[];
  /** Rows that are filtered out, from 1. */
  readonly hidden?: readonly number[];
}

/** The bytes of a workbook of these sheets. */
export function officeWorkbook(sheets: readonly OfficeSheet[], bookType: 'xlsx' | 'biff8' = 'xlsx'): Buffer {
  const book = utils.book_new();
  for (const [at, { name, rows, merges = [], hidden = [] }] of sheets.entries()) {
    const sheet: WorkSheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
    sheet['!merges'] = merges.map((range) => utils.decode_range(range));
    const properties: { hidden?: boolean }[] = [];
    for (const line of hidden) properties[line - 1] = { hidden: true };
    if (hidden.length > 0) sheet['!rows'] = properties;
    utils.book_append_sheet(book, sheet, name ?? `Sheet${at + 1}`);
  }
  return write(book, { type: 'buffer', bookType }) as Buffer;
}
