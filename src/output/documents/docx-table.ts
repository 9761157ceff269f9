// Tables and forms of a docx: drawn all round, the heading repeated on every page, no row torn apart.
import {
  BorderStyle,
  HeightRule,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Block, FormCell } from '../../report/document.ts';
import { settingOf } from './columns.ts';
import { type ListCell, ListRow } from './docx-list-row.ts';
import { CELL, cellStyle } from './docx-styles.ts';
import { lines, run, type TextStyle } from './docx-text.ts';
import { safe } from './safe.ts';

type TableBlock = Extract<Block, { kind: 'table' }>;
type FormBlock = Extract<Block, { kind: 'form' }>;

const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const BORDERS = {
  top: THIN,
  bottom: THIN,
  left: THIN,
  right: THIN,
  insideHorizontal: THIN,
  insideVertical: THIN,
};
const OFF_GRID = { style: CELL };
const FORM_SIZE = 21;
const FORM_PADDING = 80;

/**
 * The size of text (half points) in which each of some lists can be set: lists that belong together look alike.
 * @param inForm no larger than the rest of a form
 */
export function sizeOfLists(tables: readonly TableBlock[], textWidth: number, inForm: boolean): number {
  const largest = inForm ? FORM_SIZE : undefined;
  const sizes = tables.map(({ columns, rows }) => settingOf(columns, rows, textWidth, largest).size);
  return Math.min(...sizes);
}

/** A list with a heading, in text no larger than a size (half points). */
export function tableOf({ columns, rows }: TableBlock, textWidth: number, largest: number): Table {
  const { size, padding, widths } = settingOf(columns, rows, textWidth, largest);
  const short = columns.map((_, at) => rows.every((row) => [...(row[at] ?? '')].length <= SHORT));
  const cell = (text: string, at: number, centred: boolean): ListCell => {
    return { text, width: widths[at] ?? 0, centred };
  };
  const headings = columns.map(({ heading }, at) => cell(heading, at, true));
  return grid(widths, padding, [
    new ListRow(headings, cellStyle('heading', size), { heading: true, keepNext: true }),
    ...rows.map((row, at) => {
      const cells = columns.map(({ numeric }, place) =>
        cell(row[place] ?? '', place, numeric || short[place] === true),
      );
      return new ListRow(cells, cellStyle('body', size), {
        keepNext: rows.length <= KEPT && at < rows.length - 1,
      });
    }),
  ]);
}

/** So few rows stay on one page. */
const KEPT = 12;

/** A column of short texts is centred, as its numbers are. */
const SHORT = 4;

/**
 * A form: labels centred, places to be filled in, as high as what is to be written there needs.
 * @param keepNext whether it is on one page with what follows
 */
export function formOf({ widths: shares, rows }: FormBlock, textWidth: number, keepNext: boolean): Table {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((share * textWidth) / all));
  const line = FORM_SIZE * 14;
  return grid(
    widths,
    FORM_PADDING,
    rows.map(({ cells, lines: room = 1, head }, at) => {
      let column = 0;
      const children = cells.map((cell) => {
        const span = cell.span ?? 1;
        const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0);
        column += span;
        return cellOf(formTexts(cell, line, room), width, { span, top: isOpen(cell, room) });
      });
      const height = { value: room * line + 120, rule: HeightRule.ATLEAST };
      const parts = rows.length > ROWS_TOGETHER || at === rows.length - 1;
      return new TableRow({
        cantSplit: room < TALL,
        tableHeader: head === true,
        keepNext: keepNext || !parts,
        height,
        children,
      });
    }),
  );
}

/** A place of several lines is written from its top. */
function isOpen(cell: FormCell, room: number): boolean {
  return cell.label !== true && room > 1;
}

/** This many rows stay together, so that signatures are not alone on a page. */
const ROWS_TOGETHER = 4;

/** The height from which a row may be split, rather than leave half a page empty. */
const TALL = 12;

function formTexts(cell: FormCell, line: number, room: number): Paragraph[] {
  const style: TextStyle = { size: FORM_SIZE, spacing: 0, ...(cell.label === true && { font: 'heading' }) };
  const texts = cell.text === '' && cell.sign !== undefined ? [] : safe(cell.text).split('\n');
  const align = cell.label === true ? 'center' : 'left';
  const written = texts.map((text) => lines([run(text, style)], { align, line, more: OFF_GRID }));
  if (cell.sign === undefined) return written;
  // The signature is in the last line of the space that is left.
  const above = Math.max(0, room - texts.length - 1) * line;
  return [
    ...written,
    lines([run(cell.sign, style)], { align: 'right', line, before: above, more: OFF_GRID }),
  ];
}

function cellOf(
  children: readonly Paragraph[],
  width: number,
  { span = 1, top = false }: { readonly span?: number; readonly top?: boolean } = {},
): TableCell {
  return new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: top ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    ...(span > 1 && { columnSpan: span }),
  });
}

function grid(widths: readonly number[], padding: number, rows: readonly TableRow[]): Table {
  const total = widths.reduce((sum, width) => sum + width, 0);
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: total, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    margins: { top: 40, bottom: 40, left: padding, right: padding, marginUnitType: WidthType.DXA },
    // Word draws a table's first line outside the text area by the cells' padding; this keeps it inside.
    indent: { size: 0, type: WidthType.DXA },
  });
}
