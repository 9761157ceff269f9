// The print settings of a sheet: A4 on its side, its heading on every page, a grid, and what of it is printed.
import type { NamedRange, PageSetup } from 'hucre';
import type { Layout } from './xlsx-layout.ts';

// Inches.
const MARGINS = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };

/** The page of a sheet on its paper, of `pages` pages next to one another. */
export function pageOf({ pages, paper }: Pick<Layout, 'pages' | 'paper'>): PageSetup {
  return {
    paperSize: paper,
    orientation: 'landscape',
    margins: MARGINS,
    fitToPage: true,
    fitToWidth: pages,
    fitToHeight: 0,
    showGridLines: true,
  };
}

/** A sheet of charts, all on one page. */
export const CHARTS_PAGE: PageSetup = {
  paperSize: 'a4',
  orientation: 'landscape',
  margins: MARGINS,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 1,
};

/**
 * Print titles, and a print area where not all columns are printed, as names of the workbook: of a page setup hucre
 * writes them without the quotes that a sheet's name needs.
 * @param columns of the sheet
 * @param rows of the sheet, its heading included
 */
export function printRanges(sheet: string, layout: Layout, columns: number, rows: number): NamedRange[] {
  const { printed, fixed, pages } = layout;
  const area = `$A$1:$${letterOf(printed - 1)}$${rows}`;
  const titles = [...(pages > 1 && fixed > 0 ? [`$A:$${letterOf(fixed - 1)}`] : []), '$1:$1'];
  const range = (parts: readonly string[]): string =>
    parts.map((part) => `${quoted(sheet)}!${part}`).join(',');
  return [
    ...(printed < columns ? [{ name: '_xlnm.Print_Area', scope: sheet, range: range([area]) }] : []),
    { name: '_xlnm.Print_Titles', scope: sheet, range: range(titles) },
  ];
}

/** A sheet's name as references need it. */
export function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** The letters of a column, from 0: A, B, … Z, AA. */
export function letterOf(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26);
}
