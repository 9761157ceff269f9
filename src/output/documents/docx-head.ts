// The head and the foot of an official document in docx: masthead, red line, signature, imprint (GB/T 9704-2012, 7.2 to 7.4).
import {
  BorderStyle,
  type FileChild,
  Footer,
  Header,
  HeightRule,
  PageNumber,
  type Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Block, Masthead } from '../../report/document.ts';
import { visibleWidth } from '../text/width.ts';
import { CELL } from './docx-styles.ts';
import { blank, fontOf, lines, run, runsBroken, type Standing, seam } from './docx-text.ts';
import { BODY_SIZE, CHARACTER, LINE, mm, type PageMeasures, RED, SMALL_SIZE } from './page.ts';
import { INDENT } from './safe.ts';
import { titleLines } from './title-lines.ts';

type HeaderBlock = Extract<Block, { kind: 'header' }>;
type ClosingBlock = Extract<Block, { kind: 'closing' }>;
type ImprintBlock = Extract<Block, { kind: 'imprint' }>;
type More = Standing['more'];

/** Between the top of the text area and the masthead (7.2.4). */
const ABOVE_MASTHEAD = mm(35);
/** The largest letters of a masthead, in half points, and how much of the line it may fill. */
const LARGEST_MASTHEAD = 120;
const MASTHEAD_WIDTH = 420;
const WIDER_LETTER = 0.15;
/** Below the document number, above the red line (7.2.7): 4 mm. */
const ABOVE_RED_LINE = Math.round(mm(4) / 20);
/** The lines of the imprint: 0.35 mm above and below, 0.25 mm between (eighths of a point). */
const THICK = 8;
const THIN = 6;
const IMPRINT_LINE = 400;
const IMPRINT_PADDING = 80;
/** Between who gives a periodical out and the day, in characters. */
const DAY_APART = 3;
/** 抄送：, in characters: the next lines are aligned with the text after it. */
const COPIED_LEAD = 3;
/** What the lines and the end of the page take. */
const LAST_SEAM = 80;
/** Characters on a line of the body. */
const LINE_LENGTH = 28;
/** Characters of a masthead on one line; a longer one is broken where its sense allows it. */
const MASTHEAD_LINE = 16;
const RED_LINE = { style: BorderStyle.SINGLE, size: 18, color: RED, space: ABOVE_RED_LINE };

/** The lines above the title: marks, and the masthead where there is one. */
export function headOf({ left, right, masthead }: HeaderBlock, textWidth: number, more: More): Paragraph[] {
  if (masthead !== undefined) return mastheadOf(left, masthead, textWidth, more);
  if (left === '' && right === '') return [];
  return [ends(run(left, { font: 'heading' }), run(right), textWidth, { line: LINE, more })];
}

function mastheadOf(
  marks: string,
  { name, pieces, number, line }: Masthead,
  textWidth: number,
  more: More,
): Paragraph[] {
  const broken = mastheadWidth(name) > MASTHEAD_LINE ? titleLines(pieces ?? [name]) : [name];
  const letters = Math.max(1, ...broken.map(mastheadWidth));
  const size = Math.min(LARGEST_MASTHEAD, Math.floor((2 * MASTHEAD_WIDTH) / letters));
  const below: More = { border: { bottom: RED_LINE } };
  return [
    lines([run(marks, { font: 'heading' })], { align: 'left', more }),
    lines(runsBroken(broken, { font: 'title', size, spacing: 0, colour: RED }), {
      align: 'center',
      before: ABOVE_MASTHEAD - LINE,
      line: size * 12,
    }),
    ...blank(line === null ? 2 : 1),
    lines([run(number)], { align: 'center', ...(line === null && { more: below }) }),
    ...(line === null ? [] : issuerAndDay(line, textWidth, below)),
  ];
}

/** Who gives it out on the left and the day on the right; below one another where one line has no room. */
function issuerAndDay(
  { issuer, day }: NonNullable<Masthead['line']>,
  textWidth: number,
  below: More,
): Paragraph[] {
  const fits = visibleWidth(issuer + day) / 2 + DAY_APART <= LINE_LENGTH;
  if (fits) return [ends(run(issuer), run(day), textWidth, { line: LINE, more: below })];
  return [lines([run(issuer)], { align: 'left' }), lines([run(day)], { align: 'right', more: below })];
}

/** In characters; Latin letters of a font that replaces a Chinese one are more than half as wide. */
function mastheadWidth(name: string): number {
  const latin = name.match(/[!-~]/g)?.length ?? 0;
  return visibleWidth(name) / 2 + latin * WIDER_LETTER;
}

/** One text on the left and one on the right of a line. */
function ends(left: TextRun, right: TextRun, textWidth: number, standing: Standing): Paragraph {
  const { left: from = 0, right: to = 0 } = standing;
  const tab = new TextRun({ children: [new Tab()] });
  const tabStops = [
    { type: TabStopType.RIGHT, position: textWidth - (from + to) * CHARACTER + from * CHARACTER },
  ];
  return lines([left, tab, right], { ...standing, align: 'left', more: { ...standing.more, tabStops } });
}

/**
 * Who gives it out and the day, without a seal (7.3.5.2): the signature two characters from the right, the day below it
 * begins two characters further right; when the day is longer, it is two characters from the right.
 */
export function closingOf({ issuer, day }: ClosingBlock): Paragraph[] {
  const [above, below] = [visibleWidth(issuer) / 2, visibleWidth(day) / 2];
  // A long name stands as far right as it must to stay on one line.
  const issuerRight = above >= below ? Math.max(0, Math.min(2, LINE_LENGTH - above - 1)) : 4 + below - above;
  const dayRight = above >= below ? Math.max(0, issuerRight + above - below - 2) : 2;
  return [
    ...blank(1, true),
    lines([run(issuer)], { align: 'right', right: issuerRight, keepNext: true }),
    lines([run(day)], { align: 'right', right: dayRight }),
  ];
}

/**
 * The page of the imprint: at its foot, between lines as wide as the text, in 4号, to whom it is copied, who prints it and
 * when; the last line at the foot of the text area (7.4). A table as high as the page holds it: no program moves it.
 */
export function imprintPage(
  { copied, copies, issuer, printed }: ImprintBlock,
  page: PageMeasures,
): FileChild[] {
  const { textWidth, textHeight } = page;
  const characters = Math.floor((textWidth - 2 * CHARACTER) / (SMALL_SIZE * 10));
  const style = { size: SMALL_SIZE, spacing: 0 } as const;
  const standing = { align: 'left', left: 1, right: 1, line: IMPRINT_LINE, more: { style: CELL } } as const;
  const both = (left: string, right: string): Paragraph =>
    ends(run(left, style), run(right, style), textWidth, standing);
  // The day is next to who prints it, where there is room, else below.
  const sideBySide = visibleWidth(issuer + printed) / 2 + 2 <= characters;
  const copiedLines = Math.ceil(visibleWidth(copied) / 2 / (characters - COPIED_LEAD));
  const rows: readonly (readonly [height: number, paragraphs: readonly Paragraph[]])[] = [
    ...(copied === ''
      ? []
      : [
          [
            copiedLines,
            [lines([run(copied, style)], { ...standing, left: 1 + COPIED_LEAD, hanging: COPIED_LEAD })],
          ] as const,
        ]),
    sideBySide
      ? [1, [both(issuer, printed)]]
      : [
          2,
          [
            lines([run(issuer, style)], standing),
            lines([run(printed, style)], { ...standing, align: 'right' }),
          ],
        ],
    [1, [lines([run(copies, style)], { ...standing, align: 'right' })]],
  ];
  const heights = rows.map(([count]) => count * IMPRINT_LINE + IMPRINT_PADDING);
  const above = textHeight - LAST_SEAM - heights.reduce((sum, each) => sum + each, 0);
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000' });
  const row = (children: readonly Paragraph[], height: number, top: number, bottom: number): TableRow =>
    new TableRow({
      cantSplit: true,
      height: { value: height, rule: HeightRule.EXACT },
      children: [
        new TableCell({
          children,
          width: { size: textWidth, type: WidthType.DXA },
          verticalAlign: top === 0 ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
          margins: { top: 0, bottom: 0, left: 0, right: 0 },
          borders: { top: top === 0 ? none : rule(top), bottom: rule(bottom), left: none, right: none },
        }),
      ],
    });
  const table = new Table({
    rows: [
      row([seam()], above, 0, THICK),
      ...rows.map(([, paragraphs], at) =>
        row(paragraphs, heights[at] ?? 0, at === 0 ? THICK : THIN, at === rows.length - 1 ? THICK : THIN),
      ),
    ],
    columnWidths: [textWidth],
    width: { size: textWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: {
      top: none,
      bottom: rule(THICK),
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
  });
  return [table, seam()];
}

/** A strip to be cut off. */
export function receiptOf(text: string, sign: string): Paragraph[] {
  const cut = { style: BorderStyle.DASHED, size: 6, color: '000000', space: 8 };
  return [
    lines([run(text.replace(INDENT, ''))], {
      first: 2,
      before: 300,
      keepNext: true,
      more: { border: { top: cut }, keepLines: true },
    }),
    lines([run(sign)], { align: 'right', right: 2, before: 120 }),
  ];
}

/** The text at the top of pages, on the right. */
export function runningHead(text: string, size = BODY_SIZE): Header {
  return new Header({ children: [lines([run(text, { font: 'heading', size })], { align: 'right' })] });
}

/** The foot of a page without a number. */
export function noNumber(): Footer {
  return new Footer({ children: [lines([], { align: 'right', line: 280 })] });
}

/** The page number (GB/T 9704-2012, 7.5): 4号宋体 between dashes, one character from the outer edge. */
export function pageNumber(side: 'left' | 'right'): Footer {
  const number = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    font: fontOf('pageNumber'),
    size: SMALL_SIZE,
  });
  return new Footer({ children: [lines([number], { align: side, [side]: 1, line: 280 })] });
}
