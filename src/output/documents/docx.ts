// Writes a document as docx, laid out by GB/T 9704-2012: A4, 22 lines of 28 characters, fonts by name, page numbers.
import {
  DocumentGridType,
  Document as DocxFile,
  type FileChild,
  type ISectionOptions,
  PageOrientation,
  SectionType,
} from 'docx';
import type { Words } from '../../i18n/words.ts';
import type { Block, Document } from '../../report/document.ts';
import { closingOf, headOf, imprintPage, noNumber, pageNumber, receiptOf, runningHead } from './docx-head.ts';
import { packed } from './docx-pack.ts';
import { type Page, pagesOf, sectionsOf } from './docx-pages.ts';
import { STYLES } from './docx-styles.ts';
import { formOf, sizeOfLists, tableOf } from './docx-table.ts';
import { blank, lines, run, runsBroken, type Standing, seam } from './docx-text.ts';
import { LINE, type PageMeasures, pageOf, SMALL_SIZE, TITLE_SIZE } from './page.ts';
import { INDENT, safe } from './safe.ts';
import { titleLines } from './title-lines.ts';

/** The bytes of the document as docx: the same document gives the same bytes, whenever and wherever. */
export async function documentDocx(
  document: Document,
  { lang }: Pick<Words, 'lang'> = { lang: 'zh' },
): Promise<Uint8Array> {
  const { mark = '', continued = '' } = document.find((block) => block.kind === 'header') ?? {};
  const paragraphs = document.filter((block) => block.kind === 'paragraph');
  const western = paragraphs.length > 0 && !paragraphs.some(({ text }) => INDENT.test(text));
  const sections = sectionsOf(pagesOf(document)).map((section) =>
    sectionOf(section, { mark, continued, western }),
  );
  const file = new DocxFile({
    sections,
    evenAndOddHeaderAndFooters: true,
    externalStyles: STYLES,
  });
  const title = document.find((block) => block.kind === 'title')?.text ?? '';
  return packed(file, safe(title), lang === 'zh' ? 'zh-CN' : 'en');
}

/** On which page a section begins. */
const BEGINS = {
  next: SectionType.NEXT_PAGE,
  even: SectionType.EVEN_PAGE,
  odd: SectionType.ODD_PAGE,
} as const;

/** What holds for all of a document. */
interface Throughout {
  /** At the head of every page, and of every page but the first. */
  readonly mark: string;
  readonly continued: string;
  /** No paragraph is indented, as Chinese ones are: headings begin at the margin too, with space between paragraphs. */
  readonly western: boolean;
}

function sectionOf(pages: readonly Page[], { mark, continued, western }: Throughout): ISectionOptions {
  const { wide = false, form = false, apart = null, restart = false } = pages[0] ?? {};
  const page = pageOf(wide, form);
  const imprint = pages[0]?.blocks.find((block) => block.kind === 'imprint');
  const { width, height, top, bottom, left, right, header, footer } = page;
  const children = pages.flatMap(({ blocks }, at) => {
    const lists = blocks.filter((block) => block.kind === 'table');
    const listSize = sizeOfLists(lists, page.textWidth, page.form);
    return blocks.flatMap((block, place) => {
      const begins = at > 0 && place === 0;
      const leads = blocks[place + 1]?.kind === 'receipt';
      return childrenOf(block, { follows: blocks[place - 1], begins, leads, listSize, western }, page);
    });
  });
  const ends = pages.at(-1)?.blocks.at(-1)?.kind;
  const ending = ends === 'table' || ends === 'form' ? [seam()] : [];
  const running = mark === '' ? runningHead(continued, SMALL_SIZE - 4) : runningHead(mark);
  return {
    properties: {
      type: BEGINS[apart ?? 'next'],
      ...(continued !== '' && { titlePage: true }),
      page: {
        // The library turns the sheet itself: it is given the upright one.
        size: wide
          ? { width: height, height: width, orientation: PageOrientation.LANDSCAPE }
          : { width, height, orientation: PageOrientation.PORTRAIT },
        margin: { top, bottom, left, right, header, footer, gutter: 0 },
        ...(restart && { pageNumbers: { start: 1 } }),
      },
      grid: { type: DocumentGridType.LINES, linePitch: LINE },
    },
    ...(mark + continued !== '' && {
      headers: { default: running, even: running, ...(continued !== '' && { first: runningHead(mark) }) },
    }),
    // What a section's foot does not state is that of the section before.
    footers:
      apart === null
        ? {
            default: pageNumber('right'),
            even: pageNumber('left'),
            ...(continued !== '' && { first: pageNumber('right') }),
          }
        : { default: noNumber(), even: noNumber() },
    children: imprint === undefined ? [...children, ...ending] : imprintPage(imprint, page),
  };
}

/** The context of a block. */
interface Place {
  readonly follows: Block | undefined;
  /** On a new page. */
  readonly begins: boolean;
  /** To a receipt, from which it is not parted. */
  readonly leads: boolean;
  /** No list of its page is set larger (half points). */
  readonly listSize: number;
  readonly western: boolean;
}

/** A block as paragraphs and tables. */
function childrenOf(block: Block, place: Place, { textWidth }: PageMeasures): readonly FileChild[] {
  const { follows, begins, leads, listSize, western } = place;
  const headStyle: Standing = western
    ? { align: 'left', before: APART, keepNext: true }
    : { first: 2, keepNext: true };
  const more: Standing['more'] = begins ? { pageBreakBefore: true } : {};
  switch (block.kind) {
    case 'header':
      return headOf(block, textWidth, more);
    case 'title':
      return titleOf(block, follows, more);
    case 'heading':
      return block.annex === undefined
        ? [lines([run(block.text, { font: 'heading' })], { ...headStyle, level: 1, more })]
        : annexHead(block.annex, more);
    case 'subheading':
      return [lines([run(block.text, { font: 'subheading' })], { ...headStyle, level: 2, more })];
    case 'address':
      return [...blank(1), lines([run(block.text)], { align: 'left', more })];
    case 'paragraph':
      return [bodyOf(block.text, western ? APART : 0, more)];
    case 'annexes':
      return annexList(block.lead, block.items);
    case 'closing':
      return closingOf(block);
    case 'imprint':
      return [];
    case 'receipt':
      return receiptOf(block.text, block.sign);
    case 'table':
    case 'form': {
      const table =
        block.kind === 'table' ? tableOf(block, textWidth, listSize) : formOf(block, textWidth, leads);
      const joined = follows?.kind === 'table' || follows?.kind === 'form';
      return joined ? [seam(160), table] : [table];
    }
    case 'page':
      return [];
  }
}

/** The title: 2号小标宋, centred, two lines below the red line (7.3.1). */
function titleOf(
  { text, pieces }: Extract<Block, { kind: 'title' }>,
  follows: Block | undefined,
  more: Standing['more'],
) {
  const above = follows?.kind === 'header' && follows.masthead !== undefined ? blank(2) : [];
  const style = { font: 'title', size: TITLE_SIZE, spacing: 0 } as const;
  return [
    ...above,
    lines(runsBroken(titleLines(pieces ?? [text]), style), {
      align: 'center',
      keepNext: true,
      line: 660,
      level: 'title',
      more,
    }),
    // Forms follow their title at once.
    ...(follows?.kind === 'header' && follows.masthead === undefined ? [seam(200)] : []),
  ];
}

/** The head of an annex (7.3.7): its label in 3号黑体 on the first line, its title centred on the third. */
function annexHead(
  { label, title }: { readonly label: string; readonly title: string },
  more: Standing['more'],
) {
  return [
    lines([run(label, { font: 'heading' })], { align: 'left', keepNext: true, more }),
    ...blank(1),
    lines([run(title, { font: 'title', size: TITLE_SIZE, spacing: 0 })], {
      align: 'center',
      keepNext: true,
      line: 660,
      level: 1,
      after: 200,
    }),
  ];
}

/**
 * What is annexed (7.3.4): below an empty line, each on a line of its own, below one another. It stays with the signature,
 * which must not be alone on a page (7.3.5.5).
 */
function annexList(lead: string, items: readonly string[]) {
  const width = [...lead].length;
  return [
    ...blank(1),
    ...items.map((item, at) =>
      lines([run(at === 0 ? lead + item : item)], {
        align: 'left',
        keepNext: true,
        left: 2 + width,
        ...(at === 0 && { hanging: width }),
      }),
    ),
  ];
}

/** The number of a second level (7.3.3) and the words up to the first stop are set in 楷体. */
const SECOND_LEVEL = /^（[一二三四五六七八九十]+）(?:[^。：]{1,24}[。：])?/u;

/** Between paragraphs that are not indented, in twips. */
const APART = 140;

/** A paragraph of the body: two characters in. @param after space below one that is not (twips) */
function bodyOf(text: string, after: number, more: Standing['more']) {
  const indented = INDENT.test(text);
  const words = text.replace(INDENT, '');
  const lead = SECOND_LEVEL.exec(words)?.[0] ?? '';
  const runs = [
    ...(lead === '' ? [] : [run(lead, { font: 'subheading' })]),
    ...(lead.length < words.length ? [run(words.slice(lead.length))] : []),
  ];
  // What is not indented is a list of particulars: it is not spread over the line.
  return lines(runs, indented ? { first: 2, more } : { align: 'left', after, more });
}
