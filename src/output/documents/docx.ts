// Writes a document as docx, laid out by GB/T 9704-2012: A4, 22 lines of 28 characters, fonts by name, page numbers.
import {
  DocumentGridType,
  Document as DocxFile,
  type FileChild,
  type ISectionOptions,
  PageOrientation,
  Paragraph,
  SectionType,
} from 'docx';
import type { Block, Document } from '../../report/document.ts';
import { closingOf, headOf, lastPage, pageNumber, receiptOf, runningHead } from './docx-head.ts';
import { packed } from './docx-pack.ts';
import { STYLES } from './docx-styles.ts';
import { formOf, sizeOfLists, tableOf } from './docx-table.ts';
import { blank, lines, run, type Standing, seam } from './docx-text.ts';
import { LINE, type PageMeasures, pageOf, SMALL_SIZE, TITLE_SIZE } from './page.ts';
import { INDENT, safe } from './safe.ts';
import { titleLines } from './title-lines.ts';

interface Page {
  readonly wide: boolean;
  readonly form: boolean;
  readonly blocks: readonly Block[];
}

/** The bytes of the document as docx: the same document gives the same bytes, whenever and wherever. */
export async function documentDocx(document: Document): Promise<Uint8Array> {
  const { mark = '', continued = '' } = document.find((block) => block.kind === 'header') ?? {};
  const imprint = document.find((block) => block.kind === 'imprint');
  const pages = pagesOf(document.filter((block) => block.kind !== 'imprint'));
  const sections = sectionsOf(pages, imprint !== undefined).map((section, at, all) =>
    sectionOf(section, { mark, continued }, at === all.length - 1 ? imprint : undefined),
  );
  const file = new DocxFile({
    sections,
    evenAndOddHeaderAndFooters: true,
    externalStyles: STYLES,
  });
  const title = document.find((block) => block.kind === 'title')?.text ?? '';
  return packed(file, safe(title));
}

/** The document cut where a new page begins. */
function pagesOf(document: Document): Page[] {
  const pages: { wide: boolean; form: boolean; blocks: Block[] }[] = [];
  for (const block of document) {
    const last = pages.at(-1);
    if (block.kind === 'page')
      pages.push({ wide: block.wide === true, form: block.form === true, blocks: [] });
    else if (last === undefined) pages.push({ wide: false, form: false, blocks: [block] });
    else last.blocks.push(block);
  }
  return pages;
}

/** Pages that lie the same way stand in one section; `apart`: but for the last. */
function sectionsOf(pages: readonly Page[], apart: boolean): Page[][] {
  const sections: Page[][] = [];
  for (const [at, page] of pages.entries()) {
    const last = sections.at(-1);
    const alone = apart && at === pages.length - 1;
    if (!alone && last?.[0]?.wide === page.wide && last[0].form === page.form) last.push(page);
    else sections.push([page]);
  }
  return sections;
}

function sectionOf(
  pages: readonly Page[],
  { mark, continued }: Readonly<Record<'mark' | 'continued', string>>,
  imprint: Extract<Block, { kind: 'imprint' }> | undefined,
): ISectionOptions {
  const wide = pages[0]?.wide === true;
  const page = pageOf(wide, pages[0]?.form === true);
  const { width, height, top, bottom, left, right, header, footer } = page;
  const children = pages.flatMap(({ blocks }, at) => {
    const lists = blocks.filter((block) => block.kind === 'table');
    const listSize = sizeOfLists(lists, page.textWidth, page.form);
    return blocks.flatMap((block, place) => {
      const begins = at > 0 && place === 0;
      const leads = blocks[place + 1]?.kind === 'receipt';
      return childrenOf(block, { follows: blocks[place - 1], begins, leads, listSize }, page);
    });
  });
  const ends = pages.at(-1)?.blocks.at(-1)?.kind;
  const ending = ends === 'table' || ends === 'form' ? [seam()] : [];
  const running = mark === '' ? runningHead(continued, SMALL_SIZE - 4) : runningHead(mark);
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      ...(continued !== '' && { titlePage: true }),
      page: {
        // The library turns the sheet itself: it is given the upright one.
        size: wide
          ? { width: height, height: width, orientation: PageOrientation.LANDSCAPE }
          : { width, height, orientation: PageOrientation.PORTRAIT },
        margin: { top, bottom, left, right, header, footer, gutter: 0 },
      },
      grid: { type: DocumentGridType.LINES, linePitch: LINE },
    },
    ...(mark + continued !== '' && {
      headers: { default: running, even: running, ...(continued !== '' && { first: runningHead(mark) }) },
    }),
    footers: {
      ...{ default: pageNumber('right'), even: pageNumber('left') },
      ...(continued !== '' && { first: pageNumber('right') }),
    },
    children:
      imprint === undefined
        ? [...children, ...ending]
        : lastPage(children.filter(isParagraph), imprint, page),
  };
}

/** Where a block stands. */
interface Place {
  readonly follows: Block | undefined;
  /** On a new page. */
  readonly begins: boolean;
  /** To a receipt, from which it is not parted. */
  readonly leads: boolean;
  /** No list of its page is set larger (half points). */
  readonly listSize: number;
}

/** A block as paragraphs and tables. */
function childrenOf(block: Block, place: Place, { textWidth }: PageMeasures): readonly FileChild[] {
  const { follows, begins, leads, listSize } = place;
  const more: Standing['more'] = begins ? { pageBreakBefore: true } : {};
  switch (block.kind) {
    case 'header':
      return headOf(block, textWidth, more);
    case 'title':
      return titleOf(block, follows, more);
    case 'heading':
      return block.annex === undefined
        ? [lines([run(block.text, { font: 'heading' })], { first: 2, keepNext: true, more })]
        : annexHead(block.annex, more);
    case 'subheading':
      return [lines([run(block.text, { font: 'subheading' })], { first: 2, keepNext: true, more })];
    case 'address':
      return [...blank(1), lines([run(block.text)], { align: 'left', more })];
    case 'paragraph':
      return [bodyOf(block.text, more)];
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
    ...titleLines(pieces ?? [text]).map((line, at) =>
      lines([run(line, style)], { align: 'center', keepNext: true, line: 660, ...(at === 0 && { more }) }),
    ),
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
      ...{ align: 'center', keepNext: true, line: 660, after: 200 },
    }),
  ];
}

/**
 * What is annexed (7.3.4): below an empty line, each on a line of its own, below one another. It stays with the signature,
 * which must not stand on a page alone (7.3.5.5).
 */
function annexList(lead: string, items: readonly string[]) {
  const width = [...lead].length;
  return [
    ...blank(1),
    ...items.map((item, at) =>
      lines([run(at === 0 ? lead + item : item)], {
        ...{ align: 'left', keepNext: true },
        left: 2 + width,
        ...(at === 0 && { hanging: width }),
      }),
    ),
  ];
}

/** The number of a second level (7.3.3) and the few words up to the first stop are set in 楷体. */
const SECOND_LEVEL = /^（[一二三四五六七八九十]+）(?:[^。：]{1,24}[。：])?/u;

/** A paragraph of the body: two characters in. */
function bodyOf(text: string, more: Standing['more']) {
  const indented = INDENT.test(text);
  const words = text.replace(INDENT, '');
  const lead = SECOND_LEVEL.exec(words)?.[0] ?? '';
  const runs = [
    ...(lead === '' ? [] : [run(lead, { font: 'subheading' })]),
    ...(lead.length < words.length ? [run(words.slice(lead.length))] : []),
  ];
  // What is not indented is a list of particulars: it is not spread over the line.
  return lines(runs, indented ? { first: 2, more } : { align: 'left', more });
}

function isParagraph(child: FileChild): child is Paragraph {
  return child instanceof Paragraph;
}
