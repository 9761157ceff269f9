// How wide a sheet's columns are and which of them are printed: all of them, or those for people, at a size that can be read.
import type { Column, Report } from '../../report/report.ts';

/** What an A4 sheet on its side has room for between margins of 0.4 inch, in letters of 7/96 inch. */
const PAGE_WIDTH = 149;
/** 11 points become 9 (小五): smaller print is not read. */
const SMALLEST_SCALE = 0.82;
const WIDEST_PAGE = {
  a4: Math.floor(PAGE_WIDTH / SMALLEST_SCALE),
  // An A3 sheet on its side is as wide as A4 is long, and less is lost to the margins.
  a3: Math.floor((PAGE_WIDTH * Math.SQRT2) / SMALLEST_SCALE),
} as const;
/** What a sheet is printed on. */
export type Paper = keyof typeof WIDEST_PAGE;
/** Letters of a column after which its text is wrapped; the later ones where a page is too narrow. */
const WRAPPED_AFTER = [50, 40, 30, 24, 20] as const;
const ROOM_AT_THE_SIDES = 2;

/** The columns of a sheet. */
export interface Layout {
  /** In letters. */
  readonly widths: readonly number[];
  /** Letters after which texts are wrapped. */
  readonly wrappedAfter: number;
  /** How many columns are printed, from the left. */
  readonly printed: number;
  /** Columns on the left that stay in sight and that every page repeats; 0 where all columns are printed on one page. */
  readonly fixed: number;
  /** Pages next to one another. */
  readonly pages: number;
  readonly paper: Paper;
}

/** The places of a report's columns in a workbook: what people read first, then the rest. */
export function placesInWorkbook({ columns }: Pick<Report, 'columns'>): number[] {
  const places = columns.map((_, at) => at);
  const forPeople = (at: number): boolean => columns[at]?.machineOnly !== true;
  return [...places.filter(forPeople), ...places.filter((at) => !forPeople(at))];
}

/**
 * Lays a sheet out for one page's width: all columns, else those that tables show, with long texts wrapped sooner where
 * that saves a page; what is still too wide continues on pages next to the first.
 * @param columns in the order of the sheet
 * @param natural widths in letters with which nothing would be wrapped
 */
export function layoutOf(
  columns: readonly Column[],
  natural: readonly number[],
  paper: Paper = 'a4',
): Layout {
  const room = WIDEST_PAGE[paper];
  const [widest] = WRAPPED_AFTER;
  const shown = columns.filter((column) => column.machineOnly !== true).length || columns.length;
  const laidOut = (wrappedAfter: number, printed: number): Layout => {
    const widths = natural.map((width) => Math.min(width, wrappedAfter) + ROOM_AT_THE_SIDES);
    const isWhole = printed === columns.length && sum(widths) <= room;
    const fixed = isWhole ? 0 : namingColumns(columns);
    const pages = pagesFor(widths.slice(0, printed), fixed, room);
    return { widths, wrappedAfter, printed, fixed, pages, paper };
  };
  const all = laidOut(widest, columns.length);
  if (all.pages === 1) return all;
  const forPeople = WRAPPED_AFTER.map((wrappedAfter) => laidOut(wrappedAfter, shown));
  return forPeople.reduce((best, each) => (each.pages < best.pages ? each : best));
}

/** The columns that identify a row: those up to the first text, and a name next to it. */
function namingColumns(columns: readonly Column[]): number {
  const first = columns.findIndex(({ type }) => type === 'text') + 1;
  return first > 0 && columns[first]?.key === 'name' ? first + 1 : first;
}

/** Pages side by side, filled from the left; each but the first begins with the fixed columns. */
function pagesFor(widths: readonly number[], fixed: number, room: number): number {
  let pages = 1;
  let used = 0;
  for (const [at, width] of widths.entries()) {
    if (at > fixed && used + width > room) {
      pages += 1;
      used = sum(widths.slice(0, fixed));
    }
    used += width;
  }
  return pages;
}

function sum(widths: readonly number[]): number {
  return widths.reduce((all, each) => all + each, 0);
}
