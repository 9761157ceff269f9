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
import { APART, annexHead, annexList, bodyOf, remarkOf } from './docx-body.ts';
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
      const next = blocks[place + 1]?.kind;
      const leads =
        next === 'receipt' ||
        next === 'closing' ||
        next === 'annexes' ||
        (block.kind === 'paragraph' && block.note === true);
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
  /** To a receipt, a signature or the list of annexes: none of them stands on a page alone. */
  readonly leads: boolean;
  /** No list of its page is set larger (half points). */
  readonly listSize: number;
  readonly western: boolean;
}

/** A block as paragraphs and tables. */
function childrenOf(block: Block, place: Place, { textWidth, form }: PageMeasures): readonly FileChild[] {
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
      if (form || block.note === true) return [remarkOf(block.text, leads)];
      return [bodyOf(block.text, { after: western ? APART : 0, keepNext: leads, more })];
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
