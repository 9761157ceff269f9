// The XML of every paper in docx against the order of elements that Word asks for (ECMA-376, part 1, 17.3 to 17.6).

import { describe, expect, test } from 'vitest';
import type { DispatchOrder } from '../../../src/domain/work/dispatch-order.ts';
import { documentDocx } from '../../../src/output/documents/docx.ts';
import type { Document } from '../../../src/report/document.ts';
import { explainDocument } from '../../../src/report/explain/explain-document.ts';
import { orderDocument } from '../../../src/report/forms/order-document.ts';
import { recheckForm } from '../../../src/report/forms/recheck-sheet.ts';
import { visitForm } from '../../../src/report/forms/visit-form.ts';
import { noticeDocument } from '../../../src/report/notice/notice-document.ts';
import { closed as explained } from '../../report/explain-samples.ts';
import { closed, draft, forPublic, nobody } from '../../report/notice-samples.ts';
import { wordsFor } from '../../support/words.ts';
import { partsOf } from './docx-parts.ts';

/** Children in the order of the schema. */
const ORDER: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tblBorders': 'top left start bottom right end insideH insideV',
  'w:tblCellMar': 'top left start bottom right end',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:tcBorders': 'top left start bottom right end insideH insideV tl2br tr2bl',
  'w:pBdr': 'top left bottom right between bar',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tr': 'tblPrEx trPr tc',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr trPr tcPr tblStylePr',
};

/** Faults of a part: children that stand before what they follow in the schema, or that it has not. */
function faultsOf(xml: string): string[] {
  const faults = new Set<string>();
  const open: { name: string; at: number }[] = [];
  for (const [, closing, name = '', empty] of xml.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
    if (closing === '/') {
      const ended = open.pop();
      if (ended?.name !== name) faults.add(`${name} is not open`);
      continue;
    }
    const parent = open.at(-1);
    const order = parent === undefined ? undefined : ORDER[parent.name]?.split(' ');
    if (parent !== undefined && order !== undefined) {
      const at = order.indexOf(name.replace('w:', ''));
      if (at < 0) faults.add(`${name} in ${parent.name}`);
      else if (at < parent.at) faults.add(`${name} too late in ${parent.name}`);
      else parent.at = at;
    }
    if (empty !== '/') open.push({ name, at: -1 });
  }
  return [...faults];
}

/** What Word repairs or refuses: a cell or a body that does not end with a paragraph, rows of another width than their grid. */
function shapesOf(xml: string): string[] {
  const faults: string[] = [];
  if (/<\/w:tbl><\/w:tc>/.test(xml)) faults.push('a cell ends with a table');
  if (/<w:tc>(?:<w:tcPr>(?:(?!<\/w:tcPr>).)*<\/w:tcPr>)?<\/w:tc>/.test(xml))
    faults.push('a cell without a paragraph');
  if (/<\/w:tbl><w:tbl>/.test(xml)) faults.push('two tables become one');
  for (const [table] of xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)) {
    const columns = table.match(/<w:gridCol /g)?.length ?? 0;
    for (const [row] of table.matchAll(/<w:tr>.*?<\/w:tr>/gs)) {
      const cells = row.match(/<w:tc>/g)?.length ?? 0;
      const spans = [...row.matchAll(/<w:gridSpan w:val="(\d+)"/g)].map(([, span]) => Number(span) - 1);
      if (cells + spans.reduce((sum, each) => sum + each, 0) !== columns) faults.push('a row off its grid');
    }
  }
  return faults;
}

const zh = wordsFor('zh');
const responsible = [{ cadreNo: 'C1', name: '辛九', role: 'lead' }];
const finding = {
  findingNo: 'HT-001',
  village: '',
  station: '云脚作战所',
  description: '档案未按村民组顺序装盒',
  standard: '要件齐全',
  deadline: '2018-10-12',
  reportedOn: null,
  responsible,
  rectifiedOn: '2018-09-12',
  checkedBy: '督查甲',
};
const order = {
  orderNo: '〔2018〕7号',
  station: '云脚作战所',
  dueOn: '2018-10-31',
  sentOn: '2018-09-26',
  issuedBy: '派单甲',
  note: '附问题清单。',
  receivedOn: null,
  receivedBy: '',
  facts: [],
  items: [
    {
      ...finding,
      kind: 'finding',
      number: 'HT-001',
      source: '巡察',
      content: '未装盒',
      status: 'dispatched',
    },
  ],
} as unknown as DispatchOrder;
const visit = { round: 3, station: '云脚作战所', until: '2018-09-26' };

const papers: Readonly<Record<string, () => Document>> = {
  internal: () => noticeDocument(closed, zh),
  leader: () => noticeDocument(closed, zh, { scope: 'leader' }),
  public: () => noticeDocument(forPublic, zh),
  draft: () => noticeDocument(draft, zh),
  nobody: () => noticeDocument(nobody, zh),
  red: () => noticeDocument(closed, zh, { blanks: { documentNumber: '样党通〔2018〕3号' } }),
  explanation: () => explainDocument(explained, zh),
  order: () => orderDocument(order, zh),
  visit: () => visitForm({ ...visit, findings: [finding] } as unknown as Parameters<typeof visitForm>[0], zh),
  empty: () => visitForm({ ...visit, findings: [] } as unknown as Parameters<typeof visitForm>[0], zh),
  recheck: () =>
    recheckForm(
      {
        ...{ draw: 1, from: '2018-09-01', to: '2018-09-19', share: 1000, groupBy: 'station', by: '督查组' },
        digest: 'ab'.repeat(32),
        findings: [finding],
      } as unknown as Parameters<typeof recheckForm>[0],
      zh,
    ),
};

describe.each(Object.keys(papers))('%s', (name) => {
  test('has its elements in the order of the schema, and no shape that Word repairs', async () => {
    const parts = partsOf(await documentDocx(papers[name]?.() ?? []));
    const body = parts.get('word/document.xml') ?? '';
    for (const [path, xml] of parts) {
      if (/^word\/(document|styles|header\d+|footer\d+)\.xml$/.test(path))
        expect(faultsOf(xml), path).toEqual([]);
    }
    expect(shapesOf(body)).toEqual([]);
    // Every style that is named is there.
    const styles = parts.get('word/styles.xml') ?? '';
    for (const [, style] of body.matchAll(/<w:pStyle w:val="([^"]+)"/g))
      expect(styles).toContain(`w:styleId="${style}"`);
  });
});

test('a fault is found', () => {
  expect(faultsOf('<w:p><w:pPr><w:jc w:val="left"/><w:keepNext/></w:pPr></w:p>')).toEqual([
    'w:keepNext too late in w:pPr',
  ]);
  expect(faultsOf('<w:p><w:pPr><w:b/></w:pPr></w:p>')).toEqual(['w:b in w:pPr']);
});
