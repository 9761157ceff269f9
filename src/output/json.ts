// The json and jsonl renderers: stable keys, exact numbers, empty cells as empty text.
import type { Cell, Column, Report } from '../report/report.ts';
import { exactNumber, headings, machineText, wordedText } from './cells.ts';
import { packed, type Settings } from './settings.ts';

// JSON.stringify escapes the first 32 controls only; the others, bidi and invisible ones are escaped
// too, which changes no value.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Renders a report as an array of objects, one a line; `[]` when there is nothing. */
export function renderJson(report: Report, settings: Settings): Iterable<string> {
  return packed(array(objects(report, settings)));
}

/** Renders a report as one object a line. */
export function renderJsonl(report: Report, settings: Settings): Iterable<string> {
  return packed(objects(report, settings).map((object) => `${object}\n`));
}

function* array(all: Iterable<string>): Generator<string> {
  let before = '[\n';
  let empty = true;
  for (const object of all) {
    yield before + object;
    before = ',\n';
    empty = false;
  }
  yield empty ? '[]\n' : '\n]\n';
}

function* objects(report: Report, settings: Settings): Generator<string> {
  const { columns } = report;
  const worded = settings.headers === 'words';
  const header = worded ? headings(report, columns, settings.words) : columns.map(({ key }) => key);
  const keys = header.map((head) => `${text(head)}:`);
  for (const row of report.rows) {
    const members = columns.map((column, place) => keys[place] + value(row[place], column, settings, worded));
    yield `{${members.join(',')}}`;
  }
}

function value(cell: Cell | undefined, column: Column, settings: Settings, worded: boolean): string {
  const exact = exactNumber(cell, column);
  if (exact !== undefined) return exact;
  if (column.nested === true) return escapedAll(machineText(cell));
  if (worded) return text(wordedText(cell, column, settings.words));
  return typeof cell === 'boolean' ? String(cell) : text(machineText(cell));
}

function text(plain: string): string {
  return escapedAll(JSON.stringify(plain));
}

function escapedAll(json: string): string {
  return json.replace(UNSAFE, escaped);
}

function escaped(unsafe: string): string {
  let all = '';
  for (let place = 0; place < unsafe.length; place += 1) {
    all += `\\u${unsafe.charCodeAt(place).toString(16).padStart(4, '0')}`;
  }
  return all;
}
