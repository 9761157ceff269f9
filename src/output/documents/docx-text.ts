// Paragraphs of a docx: 3号仿宋 on 22 lines of 28 characters unless stated otherwise (GB/T 9704-2012, 5.2).
import { AlignmentType, type IParagraphOptions, LineRuleType, Paragraph, TextRun } from 'docx';
import { CELL } from './docx-styles.ts';
import { BODY_SIZE, BODY_SPACING, CHARACTER, FONTS, LINE } from './page.ts';
import { safe } from './safe.ts';

export type FontName = keyof typeof FONTS;

/** How a piece of text is set. */
export interface TextStyle {
  readonly font?: FontName;
  /** Half points. */
  readonly size?: number;
  readonly spacing?: number;
  readonly colour?: string;
  /** On a new line. */
  readonly broken?: true;
}

/** The alignment and spacing of a paragraph. */
export interface Standing {
  readonly align?: 'both' | 'left' | 'center' | 'right';
  /** Characters left free before the first line, on the left and on the right. */
  readonly first?: number;
  readonly left?: number;
  readonly hanging?: number;
  readonly right?: number;
  /** The height of a line, exact; space above and below (twips). */
  readonly line?: number;
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
  /** Its place in the outline: the title, or a heading of a level. */
  readonly level?: 'title' | 1 | 2;
  readonly more?: Omit<IParagraphOptions, 'children'> | undefined;
}

const OUTLINE = { title: 'Title', 1: 'Heading1', 2: 'Heading2' } as const;

const ALIGN = {
  both: AlignmentType.BOTH,
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** A run of text; line breaks in it become spaces. */
export function run(text: string, style: TextStyle = {}): TextRun {
  const { font = 'body', size = BODY_SIZE, spacing = BODY_SPACING, colour, broken } = style;
  return new TextRun({
    text: safe(text).replaceAll('\n', ' '),
    font: fontOf(font),
    size,
    ...(spacing === 0 ? {} : { characterSpacing: spacing }),
    ...(colour === undefined ? {} : { color: colour }),
    ...(broken === true ? { break: 1 } : {}),
  });
}

/** Lines of one paragraph. */
export function runsBroken(texts: readonly string[], style: TextStyle): TextRun[] {
  return texts.map((text, at) => run(text, at === 0 ? style : { ...style, broken: true }));
}

/** A font by its name for all scripts. */
export function fontOf(font: FontName) {
  const name = FONTS[font];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' } as const;
}

/** A paragraph of runs. */
export function lines(children: IParagraphOptions['children'], standing: Standing = {}): Paragraph {
  const { align = 'both', first = 0, left = 0, hanging = 0, right = 0, line = LINE } = standing;
  const { before = 0, after = 0, keepNext, level, more } = standing;
  const characters = (count: number): number => Math.round(count * CHARACTER);
  return new Paragraph({
    ...(children === undefined ? {} : { children }),
    ...(level === undefined ? {} : { style: OUTLINE[level] }),
    alignment: ALIGN[align],
    widowControl: false,
    ...(keepNext === true ? { keepNext } : {}),
    spacing: { line, lineRule: LineRuleType.EXACT, before, after },
    indent: {
      left: characters(left),
      right: characters(right),
      ...(hanging > 0 ? { hanging: characters(hanging) } : { firstLine: characters(first) }),
    },
    ...more,
  });
}

/** Empty lines of the body. */
export function blank(count: number, keepNext = false): Paragraph[] {
  return Array.from({ length: count }, () => lines([run('')], { keepNext }));
}

/** A line that is hardly there: between two tables, which would become one, and after the last. */
export function seam(height = 20): Paragraph {
  return lines([run('', { size: 2, spacing: 0 })], { line: height, more: { style: CELL } });
}
