// How cells of a workbook look: number formats by kind of column, the heading, what is centred.
import type { CellStyle } from 'hucre/xlsx';
import type { Column } from '../../report/report.ts';

export const NUMBER_FORMATS: Readonly<Record<Column['type'], string>> = {
  text: '@',
  term: '@',
  boolean: '@',
  day: 'yyyy-mm-dd',
  instant: '@',
  number: '0',
  decimal: 'General',
};

/** Words of a list and days: a number on the right of its cell does not run into them. */
export const CENTRED: ReadonlySet<Column['type']> = new Set(['term', 'boolean', 'day']);

export const HEAD_STYLE: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7E6E6' } },
  border: { bottom: { style: 'thin' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  numFmt: '@',
};
