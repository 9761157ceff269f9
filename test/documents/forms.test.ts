// Forms as LibreOffice sets them: a long order goes on under its own heading, and what is signed stays together.

import { describe, expect, test } from 'vitest';
import type { DispatchOrder } from '../../src/domain/work/dispatch-order.ts';
import type { Document } from '../../src/report/document.ts';
import { orderDocument } from '../../src/report/forms/order-document.ts';
import { visitForm } from '../../src/report/forms/visit-form.ts';
import { type PrintedPage, printed } from '../support/printed.ts';
import { wordsFor } from '../support/words.ts';

const zh = wordsFor('zh');

function order(items: number): Document {
  const shown: DispatchOrder = {
    orderNo: '〔2018〕7号',
    station: '云脚作战所',
    dueOn: '2018-10-31',
    sentOn: '2018-09-26',
    issuedBy: '派单甲',
    note: '',
    receivedOn: null,
    receivedBy: '',
    facts: [],
    items: Array.from({ length: items }, (_, at) => ({
      kind: 'finding',
      number: `DD-${String(at + 1).padStart(3, '0')}`,
      source: '市委巡察反馈',
      content: '档案未按村民组顺序装盒，查找困难',
      standard: '要件齐全、数据一致、签字完整',
      deadline: '2018-10-12',
      status: 'dispatched',
      overdue: false,
      responsible: [{ cadreNo: 'C1', name: '辛九', role: 'lead' }],
    })),
  } as unknown as DispatchOrder;
  return orderDocument(shown, zh);
}

const textOf = (page: PrintedPage | undefined): string =>
  page?.lines.map((each) => each.text.replaceAll(' ', '')).join('\n') ?? '';
const has = (page: PrintedPage | undefined, text: string): boolean => textOf(page).includes(text);

describe('a dispatch order', () => {
  test('of a station stands on one page, with its receipt', async () => {
    const pages = await printed(order(9));
    expect(pages.length).toBe(1);
    for (const text of ['任务派遣单', 'DD-009', '办理反馈', '签收回执', '签收人'])
      expect(has(pages[0], text)).toBe(true);
    expect(has(pages[0], '（续）')).toBe(false);
  });

  test.each([14, 18])(
    'of %d items goes on under its number and heading; the receipt is not torn apart',
    async (items) => {
      const pages = await printed(order(items));
      expect(pages.length).toBeGreaterThan(1);
      for (const [at, page] of pages.entries()) {
        expect(has(page, '任务派遣单〔2018〕7号（续）')).toBe(at > 0);
        expect(has(page, '事项编号')).toBe(/DD-\d{3}/.test(textOf(page)));
        // No number and no day is broken.
        const found = (what: RegExp): number => textOf(page).match(what)?.length ?? 0;
        expect(found(/DD-\d{3}/g)).toBe(found(/10月12日/g));
      }
      const last = pages.at(-1);
      for (const text of ['办理反馈', '核查结论', '签收回执', '签收人']) expect(has(last, text)).toBe(true);
    },
  );
});

test('the record of a visit goes on under its station; its signatures stand on one page', async () => {
  for (const count of [5, 9]) {
    const findings = Array.from({ length: count }, (_, at) => ({
      findingNo: `HT-0${at}`,
      description: '公示牌内容与实施方案不一致',
      standard: '要件齐全',
      deadline: '2018-10-12',
      responsible: [{ cadreNo: 'C1', name: '辛九', role: 'lead' }],
    }));
    const pages = await printed(
      visitForm(
        { round: 3, station: '云脚作战所', findings } as unknown as Parameters<typeof visitForm>[0],
        zh,
      ),
    );
    for (const [at, page] of pages.entries()) expect(has(page, '云脚作战所督查记录表（续）')).toBe(at > 0);
    for (const text of ['被督查人说明', '督查人签字', '被督查人签字'])
      expect(has(pages.at(-1), text), `${count} ${text}`).toBe(true);
  }
});
