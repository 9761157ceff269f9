// Documents as LibreOffice sets them: page, margins, 22 lines of 28 characters, page numbers, with 25 and 300 people.
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/report/document.ts';
import { type NoticeOptions, noticeDocument } from '../../src/report/notice/notice-document.ts';
import { closed, line } from '../report/notice-samples.ts';
import { type Box, type PrintedPage, printed } from '../support/printed.ts';
import { wordsFor } from '../support/words.ts';

const TOP = 37;
const LEFT = 28;
const WIDTH = 156;
const HEIGHT = 225;
/** Of glyphs against the standard's lines, in millimetres. */
const NEAR = 1.5;

const isNumber = ({ text }: Box): boolean => /^— ?\d+ ?—$/.test(text);
const bodyOf = (page: PrintedPage | undefined): Box[] =>
  (page?.lines ?? []).filter((each) => !isNumber(each));
/** Lines of text, where several boxes may be next to one another. */
const rowsOf = (boxes: readonly Box[]): number => new Set(boxes.map((each) => Math.round(each.top / 2))).size;

const zh = wordsFor('zh');
const noticeFor = (people: number, options: NoticeOptions = {}): Document => {
  const lines = Array.from({ length: people }, (_, at) => {
    const county = at % 10 === 0 ? { of: { managedBy: '县管' } } : {};
    const name = `赵${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${'金木水火土'[Math.floor(at / 10) % 5]}${at}`;
    return line(`C${at}`, name, '人力资源和社会保障服务中心', {
      measure: 'reminder_talk',
      nowIn: true,
      counted: (at % 5) + 1,
      ...county,
    });
  });
  const measures = {
    ...closed.counts.measures,
    reminder_talk: { all: people, county: people / 10, other: 0 },
  };
  return noticeDocument({ ...closed, lines, counts: { ...closed.counts, measures } }, zh, options);
};

test('a full page has 22 lines of 28 characters within 156 x 225 mm', async () => {
  const text = '整改督查情况通报如下逐一核查问题清单责任到人限期完成按期销号严格把关';
  const [first, second] = await printed([{ kind: 'paragraph', text: `　　${text.repeat(50)}` }]);
  expect([first?.width, first?.height].map((each) => Math.round(each ?? 0))).toEqual([210, 297]);
  for (const page of [first, second]) {
    const lines = bodyOf(page);
    expect(lines.length).toBe(22);
    for (const [at, each] of lines.entries()) {
      const indented = page === first && at === 0;
      expect([...each.text].length).toBe(indented ? 26 : 28);
      expect(each.right).toBeLessThan(LEFT + WIDTH + NEAR);
      expect(each.left).toBeGreaterThan(LEFT - NEAR);
    }
    expect(lines[0]?.top).toBeGreaterThan(TOP - NEAR);
    expect(lines.at(-1)?.bottom).toBeLessThan(TOP + HEIGHT + NEAR);
    expect(lines.at(-1)?.bottom).toBeGreaterThan(TOP + HEIGHT - 10);
    const pitch = ((lines.at(-1)?.top ?? 0) - (lines[0]?.top ?? 0)) / 21;
    expect(pitch).toBeCloseTo(HEIGHT / 22, 1);
  }
});

describe.each([25, 300])('a notice of %d people', (people) => {
  test('keeps to the text area on every page, numbers them right and left, 7 mm below', async () => {
    const pages = await printed(noticeFor(people));
    expect(pages.length).toBeGreaterThan(people / 25);
    for (const [at, page] of pages.entries()) {
      expect([page.width, page.height].map(Math.round)).toEqual([210, 297]);
      const body = bodyOf(page);
      // No page is empty.
      expect(body.length).toBeGreaterThan(0);
      for (const each of body) {
        expect(each.left).toBeGreaterThan(LEFT - NEAR);
        // A stop may hang over the edge.
        expect(each.right).toBeLessThan(LEFT + WIDTH + 6);
        expect(each.top).toBeGreaterThan(TOP - NEAR);
        expect(each.bottom).toBeLessThan(TOP + HEIGHT + NEAR);
      }
      expect(rowsOf(body)).toBeLessThanOrEqual(40);
      const numbers = page.lines.filter(isNumber);
      // GB/T 9704, 7.5: the page of the imprint has no number, and the leaf for the files is no page of the document.
      const numbered = at < pages.length - 2;
      expect(numbers.map((each) => each.text.replaceAll(' ', ''))).toEqual(numbered ? [`—${at + 1}—`] : []);
      const [number] = numbers;
      if (number === undefined) continue;
      const middle = (number.top + number.bottom) / 2;
      expect(middle - TOP - HEIGHT).toBeGreaterThan(7 - NEAR);
      expect(middle - TOP - HEIGHT).toBeLessThan(7 + NEAR);
      if (at % 2 === 0) expect(number.right).toBeGreaterThan(LEFT + WIDTH - 5 - NEAR);
      else expect(number.left).toBeLessThan(LEFT + 5 + NEAR);
    }
  });

  test('has everybody in its list, the imprint at the foot of its last page, and the digest on a leaf of its own', async () => {
    const pages = await printed(noticeFor(people));
    const all = pages.map((page) => page.lines.map((each) => each.text).join('\n'));
    const listed = new Set(all.join('\n').match(/赵.[金木水火土] ?\d+/gu));
    expect(listed.size).toBe(people);
    expect(all.at(-1)).toContain('存档信息');
    expect(all.at(-1)?.replaceAll(/\s/g, '')).toContain(closed.digests.closing);
    expect(all.filter((page) => page.includes('存档信息')).length).toBe(1);
    const imprint = bodyOf(pages.at(-2));
    expect(imprint.map((each) => each.text).join('')).toMatch(/印发.*共印/);
    expect(imprint.at(-1)?.bottom).toBeGreaterThan(TOP + HEIGHT - 6);
  });

  test('names nobody when it is public', async () => {
    const pages = await printed(noticeFor(people, { scope: 'public' }));
    expect(
      pages
        .flatMap((page) => page.lines)
        .map((each) => each.text)
        .join('\n'),
    ).not.toMatch(/赵/u);
  });
});

test('leaders’ lists lie on their side and keep to the page', async () => {
  const pages = await printed(noticeFor(25, { scope: 'leader' }));
  const wide = pages.filter((page) => page.width > page.height);
  expect(wide.length).toBeGreaterThan(0);
  for (const page of wide) {
    for (const each of bodyOf(page)) {
      expect(each.right).toBeLessThan(297 - 37 + NEAR);
      expect(each.bottom).toBeLessThan(210 - 26 + NEAR);
    }
  }
});

describe('a notice of an office with a name of 22 characters', () => {
  const township = '临夏州积石山保安族东乡族撒拉族自治县大河家镇';
  const textsOf = (page: PrintedPage | undefined): string[] =>
    bodyOf(page).map((each) => each.text.replaceAll(' ', ''));

  test.each(['', '样党通〔2018〕3号'])(
    'has its title on the first page, its signature on one line (%s)',
    async (number) => {
      const blanks = number === '' ? {} : { documentNumber: number };
      const pages = await printed(noticeDocument({ ...closed, township }, zh, { blanks }));
      const first = textsOf(pages[0]);
      for (const text of [
        '中共临夏州积石山保安族东乡族撒拉族自治县',
        '大河家镇委员会关于2018年第2轮',
        '反馈问题整改督查情况的通报',
      ])
        expect(first).toContain(text);
      const all = pages.flatMap((page) => textsOf(page));
      const signed = all.lastIndexOf(
        `中共${township}委员会`,
        all.findIndex((each) => each.startsWith('（联系人')),
      );
      expect(signed).toBeGreaterThan(0);
      expect(all[signed + 1]).toBe('2018年9月19日');
      for (const page of pages.filter(({ width, height }) => width < height))
        for (const each of bodyOf(page)) expect(each.right).toBeLessThan(LEFT + WIDTH + NEAR);
      // The red head: no letter smaller than that of the body.
      const head = bodyOf(pages[0]).find(({ text }) => text.endsWith('文件'));
      if (number !== '') expect((head?.bottom ?? 0) - (head?.top ?? 0)).toBeGreaterThan(16 * (25.4 / 72));
    },
  );
});

test('no short table of the figures is torn, and its remark stands with it', async () => {
  const groups = ['甲', '乙', '丙', '丁', '戊', '己'].map((name) => ({ name, figures: closed.totals }));
  const facts = { ...closed, bySource: groups, byArea: groups, byStation: groups };
  const pages = await printed(noticeDocument(facts, zh));
  const texts = pages.map((page) =>
    bodyOf(page)
      .map((each) => each.text.replaceAll(' ', ''))
      .join('\n'),
  );
  const [torn] = texts.filter((text) => text.includes('分作战所') !== text.includes('未写明作战所的问题'));
  // The body refers to the stations too.
  expect(torn === undefined || torn.includes('分作战所情况见附件')).toBe(true);
  const heads = texts.join('\n').match(/作战所涉及|^作战所$/gm)?.length ?? 0;
  expect(heads).toBe(1);
});

test.each([20, 21, 22])('a signature after %d lines is not alone on its page', async (count) => {
  const document: Document = [
    ...Array.from({ length: count }, (_, at) => ({ kind: 'paragraph', text: `　　第${at}段。` }) as const),
    { kind: 'closing', text: '', issuer: '中共样例乡委员会', day: '2018年9月19日' },
  ];
  const last = bodyOf((await printed(document)).at(-1)).map((each) => each.text.replaceAll(' ', ''));
  expect(last.at(-1)).toBe('2018年9月19日');
  expect(last.some((each) => each.endsWith('段。'))).toBe(true);
});
