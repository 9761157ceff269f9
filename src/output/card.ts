// Cards: one `label: value` a line, aligned, for one thing shown in full and for tables that do not fit.
import type { Column, Row } from '../report/report.ts';
import { headings, wordedText } from './cells.ts';
import type { Settings } from './settings.ts';
import { styles } from './styles.ts';
import { cleanLine, cleanText } from './text/clean.ts';
import { padded, visibleWidth } from './text/width.ts';
import { wrapped } from './text/wrap.ts';

/** A label and a value, both in the words of the language. */
export type Pair = readonly [label: string, value: string];

const NARROWEST_VALUE = 16;

/** The card of one thing: its title, then its pairs. Ends in one newline. */
export function renderCard(title: string, pairs: readonly Pair[], settings: Settings): string {
  const heading = title === '' ? '' : `${styles(settings.colour).bold(cleanLine(title))}\n\n`;
  return heading + cardLines(pairs, settings).join('\n') + (pairs.length > 0 ? '\n' : '');
}

/** The pairs of a row of typed cells, with the headings of a table of the report `name`. */
export function pairsOf(name: string, columns: readonly Column[], row: Row, settings: Settings): Pair[] {
  const labels = headings({ name }, columns, settings.words);
  return columns.map((column, place) => [
    labels[place] ?? '',
    wordedText(row[place], column, settings.words),
  ]);
}

/** The lines of a card without a title; long values go on below themselves. */
export function cardLines(pairs: readonly Pair[], settings: Settings): string[] {
  const { dim } = styles(settings.colour);
  const colon = settings.words.lang === 'zh' ? '：' : ': ';
  const labels = pairs.map(([label]) => cleanLine(label) + colon);
  const indent = labels.reduce((widest, label) => Math.max(widest, visibleWidth(label)), 0);
  return pairs.flatMap(([, value], place) => {
    const label = dim(padded(labels[place] ?? '', indent));
    return valueLines(value, indent, settings).map((line, at) =>
      (at === 0 ? label + line : ' '.repeat(indent) + line).trimEnd(),
    );
  });
}

function valueLines(value: string, indent: number, settings: Settings): string[] {
  if (settings.width === undefined) return [cleanLine(value)];
  return wrapped(cleanText(value), Math.max(NARROWEST_VALUE, settings.width - indent));
}
