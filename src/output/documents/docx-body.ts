// The body of a docx: paragraphs, remarks, and what is annexed (GB/T 9704-2012, 7.3).
import { blank, lines, run, type Standing } from './docx-text.ts';
import { TITLE_SIZE } from './page.ts';
import { INDENT } from './safe.ts';

/** The head of an annex (7.3.7): its label in 3号黑体 on the first line, its title centred on the third. */
export function annexHead(
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
export function annexList(lead: string, items: readonly string[]) {
  const width = [...lead].length;
  return [
    ...blank(1, true),
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
export const APART = 140;

/** What is said on a form outside its cells, or on a table, 小四: it is no body of a document. */
export function remarkOf(text: string, keepNext: boolean) {
  return lines([run(text.replace(INDENT, ''), { size: 24, spacing: 0 })], {
    keepNext,
    line: 360,
    before: 60,
    after: 60,
  });
}

/** A paragraph of the body: two characters in, or with space below (twips). */
export function bodyOf(
  text: string,
  {
    after,
    keepNext,
    more,
  }: { readonly after: number; readonly keepNext: boolean; readonly more: Standing['more'] },
) {
  const indented = INDENT.test(text);
  const words = text.replace(INDENT, '');
  const lead = SECOND_LEVEL.exec(words)?.[0] ?? '';
  const runs = [
    ...(lead === '' ? [] : [run(lead, { font: 'subheading' })]),
    ...(lead.length < words.length ? [run(words.slice(lead.length))] : []),
  ];
  // What is not indented is a list of particulars: it is not spread over the line.
  const standing: Standing = indented ? { first: 2 } : { align: 'left', after };
  return lines(runs, { ...standing, keepNext, more });
}
