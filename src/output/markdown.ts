// The md renderer: a title, a table as GitHub writes it, and the notes, in the words of the language.
import type { Report } from '../report/report.ts';
import { headings, isNumeric, shownColumns, wordedText } from './cells.ts';
import { packed, type Settings } from './settings.ts';
import { cleanText } from './text/clean.ts';

/** Most cells: there is nothing in them to be cleaned or escaped. */
export const PLAIN = /^[ %(),\-./0-9:;A-Za-z\u3000-\u3029\u3400-\u4DBF\u4E00-\u9FFF\uFF01-\uFF60]*$/;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Renders a report as Markdown. */
export function renderMarkdown(report: Report, settings: Settings): Iterable<string> {
  return packed(pieces(report, settings));
}

/** Text that Markdown shows as it is: signs, pipes, line breaks and html escaped, control characters cleaned. */
export function escapeMarkdown(text: string): string {
  if (PLAIN.test(text)) return text;
  return cleanText(text)
    .replace(/[\\`*_[\]~|]/g, '\\$&')
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
    .replaceAll('\n', '<br>');
}

function* pieces(report: Report, settings: Settings): Generator<string> {
  const { words } = settings;
  const { columns, places } = shownColumns(report);
  yield `# ${escapeMarkdown(words.text(report.title))}\n`;
  let empty = true;
  for (const row of report.rows) {
    if (empty) {
      yield `\n${line(headings(report, columns, words).map(escapeMarkdown))}`;
      yield line(columns.map((column) => (isNumeric(column) ? '---:' : '---')));
      empty = false;
    }
    const cells = columns.map((column, at) => wordedText(row[places[at] ?? at], column, words));
    yield line(cells.map(escapeMarkdown));
  }
  if (empty) yield `\n${escapeMarkdown(words.text(report.whenEmpty ?? { key: 'empty.rows' }))}\n`;
  for (const note of report.notes ?? []) yield `\n${escapeMarkdown(words.text(note))}\n`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}
