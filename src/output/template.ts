// The template of a record kind as a workbook: headings with notes, drop-downs, text cells. An adapter to hucre's writer.
import { type Cell, writeXlsx } from 'hucre/xlsx';
import type { Template, TemplateColumn } from '../report/template.ts';
import { headings } from './cells.ts';
import type { Settings } from './settings.ts';
import { cleanLine } from './text/clean.ts';
import { visibleWidth } from './text/width.ts';
import { NO_TIME, sheetName } from './xlsx/xlsx.ts';
import { letterOf } from './xlsx/xlsx-print.ts';
import { HEAD_STYLE, NUMBER_FORMATS } from './xlsx/xlsx-styles.ts';

/** Rows that are prepared: their cells are text or days, and the drop-downs reach them. */
const ROWS = 500;
const NARROWEST = 12;

/** Renders a template as a workbook of one sheet; the day of writing does not show in it. */
export async function renderTemplate({ report, columns }: Template, settings: Settings): Promise<Uint8Array> {
  const header = headings(report, report.columns, settings.words);
  const title = cleanLine(settings.words.text(report.title));
  const author = settings.words.term('word.program');
  return writeXlsx({
    properties: { title, modified: NO_TIME },
    sheets: [
      {
        name: sheetName(title),
        columns: header.map((head) => ({ width: Math.max(NARROWEST, visibleWidth(head) + 4) })),
        rows: [header],
        cells: new Map<string, Partial<Cell>>([
          ...header.map((head, at): [string, Partial<Cell>] => [
            `0,${at}`,
            { value: head, style: HEAD_STYLE, comment: { author, text: columns[at]?.note ?? '' } },
          ]),
          ...emptyCells(columns),
        ]),
        dataValidations: columns.flatMap(({ choices }, at) =>
          choices.length === 0
            ? []
            : [
                {
                  type: 'list' as const,
                  values: [...choices],
                  allowBlank: true,
                  showErrorMessage: true,
                  range: `${letterOf(at)}2:${letterOf(at)}${ROWS + 1}`,
                },
              ],
        ),
        freezePane: { rows: 1 },
      },
    ],
  });
}

/** The format of a column must be set in each of its cells: hucre writes none for the column itself. */
function emptyCells(columns: readonly TemplateColumn[]): [string, Partial<Cell>][] {
  const text = { value: null, style: { numFmt: NUMBER_FORMATS.text } };
  const day = { value: null, style: { numFmt: NUMBER_FORMATS.day } };
  return Array.from({ length: ROWS }, (_, row) =>
    columns.map((column, at): [string, Partial<Cell>] => [`${row + 1},${at}`, column.day ? day : text]),
  ).flat();
}
