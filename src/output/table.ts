// The table renderer: plain columns under a bold heading and a thin rule, fitted to the terminal, or cards.
import type { Column, Report } from '../report/report.ts';
import { cardLines, type Pair } from './card.ts';
import { headings, isNumeric, shownColumns, wordedText } from './cells.ts';
import { rowLine } from './row-line.ts';
import type { Settings } from './settings.ts';
import { type Styles, styles } from './styles.ts';
import { cleanLine } from './text/clean.ts';
import { fitted } from './text/fit.ts';
import { visibleWidth } from './text/width.ts';
import { balanced, widestPiece, wrapped } from './text/wrap.ts';
import { type Tone, toned, toneOf } from './tones.ts';

// Widths are those of a block of rows, so that a list of any length goes through; nearly every table is one block.
const ROWS_IN_A_BLOCK = 2_000;
// Spaces between columns; the second when a table fits only so.
const GAPS = [2, 1] as const;
// What narrowing leaves: a heading 4 columns (two Chinese letters), text 8, long text 20, a word up to 24 (an instant, a file's name).
const NARROWEST_HEAD = 4;
const NARROWEST_TEXT = 8;
const ROOM_FOR_LONG_TEXT = 20;
const LONGEST_WORD = 24;
/** A word of the vocabulary is whole up to here: 主要责任人. */
const LONGEST_TERM = 10;

/** Renders a report for people: title, table or cards, notes. A block of rows at a time. */
export async function* renderTable(report: Report, settings: Settings): AsyncGenerator<string> {
  for await (const lines of parts(report, settings)) yield lines.map((line) => `${line}\n`).join('');
}

async function* parts(report: Report, settings: Settings): AsyncGenerator<readonly string[]> {
  const shown = styles(settings.colour);
  const { words, width } = settings;
  const say = (text: string) => (width === undefined ? [cleanLine(text)] : wrapped(cleanLine(text), width));
  yield say(words.text(report.title)).map((line) => shown.bold(line));
  let empty = true;
  let leftOut: readonly string[] = [];
  for (const block of blocks(report, settings)) {
    yield ['', ...(block.cards ?? (await tableLines(block, shown, width === undefined)))];
    empty = false;
    leftOut = block.leftOut;
  }
  if (empty) yield ['', ...say(words.text(report.whenEmpty ?? { key: 'empty.rows' }))];
  if (leftOut.length > 0) {
    yield ['', ...say(words.text({ key: 'note.columns_left_out', values: { columns: leftOut } }))];
  }
  const notes = report.notes ?? [];
  if (notes.length > 0) yield ['', ...notes.flatMap((note) => say(words.text(note)))];
}

interface Block {
  readonly columns: readonly Column[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly tones: readonly (readonly (Tone | undefined)[])[];
  readonly widths: readonly number[];
  readonly gap: number;
  /** Whether every cell is complete on one line. */
  readonly whole: boolean;
  readonly cards?: readonly string[];
  /** The headings of spare columns that there was no room for. */
  readonly leftOut: readonly string[];
}

function* blocks(report: Report, settings: Settings): Generator<Block> {
  const { columns, places } = shownColumns(report);
  const header = headings(report, columns, settings.words).map(cleanLine);
  let rows: string[][] = [];
  let tones: (Tone | undefined)[][] = [];
  for (const row of report.rows) {
    const cells = columns.map((column, at) =>
      cleanLine(wordedText(row[places[at] ?? at], column, settings.words)),
    );
    // A row without any text still is a row.
    rows.push(cells.some((cell) => cell !== '') ? cells : cells.map(() => '-'));
    tones.push(settings.colour ? columns.map((column, at) => toneOf(row[places[at] ?? at], column)) : []);
    if (rows.length === ROWS_IN_A_BLOCK) {
      yield measured({ columns, header, rows, tones }, settings);
      [rows, tones] = [[], []];
    }
  }
  if (rows.length > 0) yield measured({ columns, header, rows, tones }, settings);
}

function measured(
  told: Pick<Block, 'columns' | 'header' | 'rows' | 'tones'>,
  settings: Settings,
  leftOut: readonly string[] = [],
): Block {
  const { columns, header, rows, tones } = told;
  const natural = columns.map((_, at) => Math.max(1, visibleWidth(header[at] ?? ''), cellsWidth(rows, at)));
  const asIs = { ...told, widths: natural, gap: GAPS[0], whole: true, leftOut };
  const total = natural.reduce((sum, each) => sum + each + asIs.gap, -asIs.gap);
  if (settings.width === undefined || total <= settings.width) return asIs;
  const needs = natural.map((width, at) => ({
    natural: width,
    least: leastWidth(columns, header, rows, at),
  }));
  // Headings are broken before the cells below them.
  const below = needs.map((need, at) => Math.max(need.least, cellsWidth(rows, at)));
  const [gap] = GAPS;
  const brokenHeader = fitted(
    needs.map((need, at) => ({ ...need, least: below[at] ?? need.least })),
    settings.width,
    gap,
  );
  if (brokenHeader !== undefined) return { ...told, widths: brokenHeader, gap, whole: false, leftOut };
  const textsBroken = needs.map(({ least }, at) => ({ natural: below[at] ?? least, least }));
  for (const gap of GAPS) {
    const widths = fitted(textsBroken, settings.width, gap);
    if (widths !== undefined) return { ...told, widths, gap, whole: false, leftOut };
  }
  const spare = leastNeeded(columns);
  if (spare !== undefined) {
    const without = <T>(all: readonly T[]): T[] => all.filter((_, at) => at !== spare);
    const left = [...leftOut, header[spare] ?? ''];
    const narrower = measured(
      {
        columns: without(columns),
        header: without(header),
        rows: rows.map(without),
        tones: tones.map(without),
      },
      settings,
      left,
    );
    // Cards have room for everything.
    if (narrower.cards === undefined) return narrower;
  }
  return { ...asIs, leftOut: [], cards: cardsOf(header, rows, settings) };
}

/** The place of the column that is to be left out first, if any may be. */
function leastNeeded(columns: readonly Column[]): number | undefined {
  const spares = columns.flatMap(({ spare }, at) => (spare === undefined ? [] : [{ spare, at }]));
  return spares.sort((left, right) => left.spare - right.spare)[0]?.at;
}

// Numbers and days are never broken, words and short numbers that are names neither; long text keeps room to be read.
function leastWidth(
  columns: readonly Column[],
  header: readonly string[],
  rows: readonly (readonly string[])[],
  at: number,
): number {
  const column = columns[at];
  const head = header[at] ?? '';
  const least = Math.min(widestPiece(head), LONGEST_WORD);
  const withHead = Math.max(least, Math.min(visibleWidth(head), NARROWEST_HEAD));
  const widest = cellsWidth(rows, at);
  if (column?.type === 'term' && widest <= LONGEST_TERM) return Math.max(withHead, widest);
  if (column !== undefined && (isNumeric(column) || column.type === 'day')) return Math.max(withHead, widest);
  const word = rows.reduce((most, row) => Math.max(most, widestPiece(row[at] ?? '')), 0);
  const readable = Math.min(
    widest,
    Math.max(NARROWEST_TEXT, Math.min(ROOM_FOR_LONG_TEXT, Math.ceil(widest / 3))),
  );
  return Math.max(withHead, readable, Math.min(word, LONGEST_WORD));
}

function cellsWidth(rows: readonly (readonly string[])[], at: number): number {
  return rows.reduce((most, row) => Math.max(most, visibleWidth(row[at] ?? '')), 0);
}

async function tableLines(
  { columns, header, rows, tones, widths, gap, whole }: Block,
  shown: Styles,
  piped: boolean,
): Promise<string[]> {
  const { bold, dim } = shown;
  const look = {
    widths,
    aligns: columns.map((column) => (isNumeric(column) ? 'right' : 'left')),
    gap,
  } as const;
  // A pipe has no width, so nothing is laid out: padding its cells takes a fraction of the library's time.
  if (piped) {
    const rule = widths.map((width) => '-'.repeat(width)).join(' '.repeat(gap));
    return [bold(rowLine(header, look)), dim(rule), ...rows.map((row) => rowLine(row, look))];
  }
  const { grid } = await import('./grid.ts');
  const broken = (cells: readonly string[]) =>
    whole ? cells : cells.map((cell, at) => wrapped(cell, widths[at] ?? 2).join('\n'));
  const head = whole ? header : header.map((each, at) => balanced(each, widths[at] ?? 2).join('\n'));
  const lines = grid(head, rows.map(broken), look, (text, row, at) => toned(text, tones[row]?.[at], shown));
  return [...lines.header.map((line) => bold(line)), dim(lines.rule), ...lines.rows];
}

function cardsOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  settings: Settings,
): string[] {
  return rows.flatMap((row, at) => {
    const pairs = row
      .map((cell, place): Pair => [header[place] ?? '', cell])
      .filter(([, value]) => value !== '');
    return at === 0 ? cardLines(pairs, settings) : ['', ...cardLines(pairs, settings)];
  });
}
