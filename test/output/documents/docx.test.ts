// The docx, unpacked: the figures of GB/T 9704-2012 in its XML, and the same bytes each time.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { documentDocx } from '../../../src/output/documents/docx.ts';
import type { Document } from '../../../src/report/document.ts';
import { type NoticeOptions, noticeDocument } from '../../../src/report/notice/notice-document.ts';
import { closed, draft, forPublic, lines } from '../../report/notice-samples.ts';
import { wordsFor } from '../../support/words.ts';
import { attributesOf, paragraphsWith, partsOf, textOf } from './docx-parts.ts';

const zh = wordsFor('zh');
const partsOfNotice = async (facts = closed, options: NoticeOptions = {}) =>
  partsOf(await documentDocx(noticeDocument(facts, zh, options)));
const bodyOf = async (facts = closed, options: NoticeOptions = {}) =>
  (await partsOfNotice(facts, options)).get('word/document.xml') ?? '';
const MM = 1440 / 25.4;
const mm = (twips: string | undefined): number => Number(twips) / MM;

afterEach(() => {
  vi.useRealTimers();
});

describe('the page', () => {
  test('is A4 with 37, 28, 35 and 26 mm left free, so that 156 x 225 mm are text', async () => {
    const body = await bodyOf();
    const [size, margins] = [attributesOf(body, 'w:pgSz'), attributesOf(body, 'w:pgMar')];
    expect([mm(size.w), mm(size.h)].map(Math.round)).toEqual([210, 297]);
    const { top, left, bottom, right } = margins;
    expect([top, left, bottom, right].map((each) => Math.round(mm(each)))).toEqual([37, 28, 35, 26]);
  });

  test('has 22 lines of 28 characters: a grid of lines, 3号, characters a little closer', async () => {
    const body = await bodyOf();
    expect(attributesOf(body, 'w:docGrid')).toEqual({ type: 'lines', linePitch: '579' });
    const [size, margins] = [attributesOf(body, 'w:pgSz'), attributesOf(body, 'w:pgMar')];
    const height = Number(size.h) - Number(margins.top) - Number(margins.bottom);
    const width = Number(size.w) - Number(margins.left) - Number(margins.right);
    expect(Math.floor(height / 579)).toBe(22);
    const [paragraph = ''] = paragraphsWith(body, '为压实整改责任');
    expect(attributesOf(paragraph, 'w:sz').val).toBe('32');
    expect(paragraph).toContain('<w:spacing w:val="-5"/>');
    expect(Math.floor(width / (16 * 20 - 5))).toBe(28);
    expect(attributesOf(paragraph.replace('<w:spacing w:val="-5"/>', ''), 'w:spacing')).toMatchObject({
      line: '579',
      lineRule: 'exact',
    });
    expect(attributesOf(paragraph, 'w:ind').firstLine).toBe('630');
  });

  test('bears its number between dashes, right on odd and left on even pages, 7 mm below the text', async () => {
    const parts = await partsOfNotice();
    expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    const footers = [...parts].filter(([path]) => /^word\/footer\d/.test(path)).map(([, xml]) => xml);
    const numbered = footers.filter((xml) => xml.includes('PAGE'));
    // The imprint and the leaf for the archive are none of the numbered pages.
    expect(footers.length - numbered.length).toBe(4);
    const sides = new Set(numbered.map((xml) => attributesOf(xml, 'w:jc').val));
    expect(sides).toEqual(new Set(['left', 'right']));
    for (const footer of numbered) {
      expect(textOf(footer)).toContain('— ');
      expect(attributesOf(footer, 'w:sz').val).toBe('28');
      const side = attributesOf(footer, 'w:jc').val ?? '';
      expect(attributesOf(footer, 'w:ind')[side]).toBe('315');
    }
    const { bottom, footer } = attributesOf(await bodyOf(), 'w:pgMar');
    expect(mm(bottom) - mm(footer) - mm('140')).toBeCloseTo(7, 1);
  });
});

describe('fonts', () => {
  test('are named and none is embedded: 小标宋 the title, 黑体 and 楷体 the headings, 仿宋 the rest', async () => {
    const parts = await partsOfNotice();
    const body = parts.get('word/document.xml') ?? '';
    const fontOf = (text: string) => attributesOf(paragraphsWith(body, text)[0] ?? '', 'w:rFonts').eastAsia;
    expect(fontOf('关于2018年第2轮')).toBe('方正小标宋简体');
    expect(attributesOf(paragraphsWith(body, '关于2018年第2轮')[0] ?? '', 'w:sz').val).toBe('44');
    expect(attributesOf(paragraphsWith(body, '关于2018年第2轮')[0] ?? '', 'w:jc').val).toBe('center');
    expect(fontOf('一、总体情况')).toBe('黑体');
    expect(fontOf('（一）检讨发言')).toBe('楷体_GB2312');
    expect(fontOf('为压实整改责任')).toBe('仿宋_GB2312');
    expect([...parts.keys()].filter((path) => /font.*\.(odttf|ttf|otf)$/i.test(path))).toEqual([]);
  });

  test('the second level ends with its first stop', async () => {
    const [item = ''] = paragraphsWith(await bodyOf(), '（二）从严核查');
    const runs = [...item.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([run]) => [
      attributesOf(run, 'w:rFonts').eastAsia,
      textOf(run),
    ]);
    expect(runs[0]).toEqual(['楷体_GB2312', '（二）从严核查。']);
    expect(runs[1]?.[0]).toBe('仿宋_GB2312');
  });
});

describe('a draft', () => {
  test('says 送审稿 at the head of every page, a closed round nowhere', async () => {
    const headers = [...(await partsOfNotice(draft))].filter(([path]) => /^word\/header\d/.test(path));
    expect(headers.length).toBeGreaterThanOrEqual(2);
    for (const [, xml] of headers) expect(textOf(xml).trim()).toBe('送审稿');
    const settled = [...(await partsOfNotice(closed)).values()].join('');
    expect(settled).not.toContain('送审稿');
    const sections = (await bodyOf(draft)).match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? [];
    for (const section of sections) expect(section.match(/headerReference/g)?.length).toBe(2);
  });
});

describe('the head', () => {
  test('is the periodical’s unless a document number is given', async () => {
    const periodical = textOf(await bodyOf(closed, { blanks: { issue: '3' } }));
    expect(periodical).toContain('督查通报\n');
    expect(periodical).toContain('2018年第3期');
    expect(periodical).not.toContain('文件\n');
    const red = textOf(await bodyOf(closed, { blanks: { documentNumber: '样党通〔2018〕3号' } }));
    expect(red).toContain('中共样例乡委员会文件');
    expect(red).toContain('样党通〔2018〕3号');
    expect(red).not.toContain('督查通报\n');
  });

  test('is red, and so is the line below it', async () => {
    const [name = ''] = paragraphsWith(await bodyOf(closed), '督查通报');
    expect(attributesOf(name, 'w:color').val).toBe('FF0000');
    expect(await bodyOf(closed)).toMatch(/<w:bottom [^>]*w:color="FF0000"/);
  });
});

test('the digest stands on a leaf of its own, after the imprint on an even page; neither bears a number', async () => {
  const body = await bodyOf(closed, { blanks: { copiedTo: '县纪委监委', copies: '60' } });
  const last = body.slice(body.lastIndexOf('</w:sectPr>', body.lastIndexOf('存档信息')));
  for (const digest of Object.values(closed.digests)) {
    expect(body.split(digest ?? '').length).toBe(2);
    expect(last).toContain(digest);
  }
  const sections = body.split('</w:sectPr>');
  const imprint = sections.find((each) => each.includes('抄送')) ?? '';
  expect(textOf(imprint)).toContain('抄送：县纪委监委。');
  expect(textOf(imprint)).toContain('印发');
  expect(textOf(imprint)).toContain('共印60份');
  expect(imprint).toContain('<w:type w:val="evenPage"/>');
  const leaf = sections.find((each) => each.includes('存档信息')) ?? '';
  expect(leaf).toContain('<w:type w:val="oddPage"/>');
});

test('those managed by the county stand on a sheet of their own', async () => {
  const body = await bodyOf();
  const [sheet = ''] = paragraphsWith(body, '附件3').slice(-1);
  expect(sheet).toContain('<w:pageBreakBefore/>');
  const from = textOf(body.slice(body.lastIndexOf(sheet)));
  expect(from).toContain('人员名单（县管干部）');
  const own = from.slice(0, from.indexOf('附件4'));
  expect(own).toContain('王二');
  for (const { cadre } of lines.filter((each) => each.cadre.name !== '王二'))
    expect(own).not.toContain(cadre.name);
});

test('leaders have every column, on pages that lie on their side', async () => {
  const body = await bodyOf(closed, { scope: 'leader' });
  expect(body).toContain('w:orient="landscape"');
  const [wide = ''] = /<w:pgSz[^>]*landscape[^>]*>/.exec(body) ?? [];
  expect(Number(attributesOf(wide, 'w:pgSz').w)).toBeGreaterThan(Number(attributesOf(wide, 'w:pgSz').h));
  expect(await bodyOf(closed)).not.toContain('landscape');
});

test('no name, no text of a finding stands in a public notice', async () => {
  for (const facts of [forPublic, closed, draft]) {
    const all = [...(await partsOfNotice(facts, { scope: 'public' })).values()].join('\n');
    for (const { cadre } of lines) {
      expect(all).not.toContain(cadre.name);
      expect(all).not.toContain(cadre.name.replace(/\s/gu, ''));
    }
    expect(all).not.toContain('走访记录');
    expect(all).not.toContain('审定甲');
  }
});

test('long tables repeat their heading and tear no row', async () => {
  const body = await bodyOf();
  const [, list = ''] = /(<w:tbl>.*?<\/w:tbl>)/s.exec(body) ?? [];
  expect(list.match(/<w:tblHeader\/>/g)?.length).toBe(1);
  expect(list.match(/<w:cantSplit\/>/g)?.length).toBe(list.match(/<w:tr>/g)?.length);
});

describe('bytes', () => {
  const document = noticeDocument(closed, zh, { blanks: { documentNumber: '样党通〔2018〕3号' } });

  test('are the same whenever and wherever it is written', async () => {
    vi.useFakeTimers({ now: new Date('2018-09-13T01:00:00Z'), toFake: ['Date'] });
    const before = Buffer.from(await documentDocx(document));
    vi.setSystemTime(new Date('2031-12-31T23:59:59Z'));
    const zone = process.env.TZ;
    process.env.TZ = 'America/New_York';
    try {
      const after = Buffer.from(await documentDocx(document));
      expect(after.equals(before)).toBe(true);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  test('hold no day and no person but the text’s own', async () => {
    const core = partsOf(await documentDocx(document)).get('docProps/core.xml') ?? '';
    expect(core).toContain('<dc:title>中共样例乡委员会关于2018年第2轮');
    expect(core).not.toMatch(/creator|created|modified|\d{4}-\d\d-\d\d/);
  });
});

test('text from data stays text, and nothing comes through that XML forbids', async () => {
  const hostile = [
    '<w:b/>',
    '&amp;',
    ']]>',
    'a\u0000b\u001bc\ufffe\uffff',
    '\ud800',
    'a\nb',
    '\u202eab',
    '"\'',
  ];
  const document: Document = [
    { kind: 'title', text: '<a>&"' },
    ...hostile.map((text) => ({ kind: 'paragraph', text }) as const),
    { kind: 'table', columns: [{ heading: '<h>', numeric: false }], rows: hostile.map((text) => [text]) },
  ];
  for (const xml of partsOf(await documentDocx(document)).values()) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u202e]/);
    expect(xml.isWellFormed()).toBe(true);
    expect(xml).not.toMatch(/<w:t[^>]*><w:b\/>/);
  }
  const body = partsOf(await documentDocx(document)).get('word/document.xml') ?? '';
  expect(body).toContain('&lt;w:b/&gt;');
});

test('the day under a signature begins two characters to the right of it (7.3.5.2)', async () => {
  const places = async (issuer: string, day: string) => {
    const document: Document = [{ kind: 'closing', text: '', issuer, day }];
    const body = partsOf(await documentDocx(document)).get('word/document.xml') ?? '';
    const right = (text: string): number =>
      Math.round(Number(attributesOf(paragraphsWith(body, text)[0] ?? '', 'w:ind').right) / 31.5) / 10;
    return [right(issuer), right(day)];
  };
  // Ten characters and six and a half: the signature 2 from the edge, the day from 12 - 2 - 6.5.
  expect(await places('中共桶井乡委员会办公', '2018年9月19日')).toEqual([2, 3.5]);
  // The day is longer: it is 2 from the edge, and the signature begins two characters to its left.
  expect(await places('督查组', '2018年9月19日')).toEqual([7.5, 2]);
});
