// The forms by themselves: days that do not contradict one another, measures in their place, stations with nothing to check.

import { expect, test } from 'vitest';
import type { FindingCard } from '../../src/domain/findings/finding-card.ts';
import type { DispatchOrder } from '../../src/domain/work/dispatch-order.ts';
import type { Document } from '../../src/report/document.ts';
import { closingForms } from '../../src/report/forms/closing-form.ts';
import { orderDocument } from '../../src/report/forms/order-document.ts';
import { visitForm } from '../../src/report/forms/visit-form.ts';
import { wordsFor } from '../support/words.ts';

const zh = wordsFor('zh');

/** What stands in the lists, the forms, the receipt and the paragraphs of a document. */
function partsOf(document: Document) {
  const cells = document.flatMap((block) =>
    block.kind === 'form' ? block.rows.map((row) => row.cells.map(({ text }) => text)) : [],
  );
  const lists = document.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  const said = document.flatMap((block) =>
    block.kind === 'receipt' || block.kind === 'paragraph' ? [block.text] : [],
  );
  return { cells, lists, said };
}

function order(...deadlines: readonly (string | null)[]): DispatchOrder {
  const shown = {
    ...{ orderNo: '〔2018〕7号', station: '云脚作战所', dueOn: '2018-10-31', sentOn: '2018-09-26' },
    ...{ issuedBy: '派单甲', note: '', receivedOn: null, receivedBy: '', facts: [] },
    items: deadlines.map((deadline, at) => ({
      ...{ kind: 'finding', number: `DD-${at}`, source: '巡察', content: '未装盒', standard: '装盒' },
      ...{ deadline, status: 'dispatched', overdue: false, responsible: [] },
    })),
  };
  return shown as unknown as DispatchOrder;
}

test('every day of an order has a year, and the receipt promises no other day than its items', () => {
  const own = partsOf(orderDocument(order('2018-10-12', null), zh));
  expect(own.lists.map((row) => row.at(-1))).toEqual(['2018年10月12日', '2018年10月31日']);
  expect(own.said.join()).toContain('须于各项所列时限前完成并反馈');
  expect(own.said.join()).not.toContain('10月31日');
  const same = partsOf(orderDocument(order('2018-10-31', null), zh));
  expect(same.said.join()).toContain('须于2018年10月31日前完成并反馈');
  expect(same.lists.map((row) => row.at(-1))).toEqual(['2018年10月31日', '2018年10月31日']);
  const days = JSON.stringify([own, same]).match(/.{5}\d{1,2}月\d{1,2}日/gu) ?? [];
  expect(days.length).toBeGreaterThan(5);
  for (const day of days) expect(day).toMatch(/\d{4}年\d/);
});

test('the record of a visit to a station with nothing to check says so, and keeps room for what is found', () => {
  const visit = { round: 3, station: '云脚作战所', until: '2018-09-26', findings: [] };
  const { said, cells } = partsOf(visitForm(visit as unknown as Parameters<typeof visitForm>[0], zh));
  expect(said).toEqual(['截至2018年9月26日，云脚作战所没有到期未销号或已申请销号待核查的问题。']);
  expect(cells.flat()).not.toContain('核查情况');
  expect(cells.flat()).toContain('新发现问题');
});

test('an application for closing has what is to be done in its own place, and leaves what was done open', () => {
  const row = { finding_no: 'HT-001', description: '未装盒', standard: '装盒', action: '逐户装盒' };
  const shown = { row, history: [], now: { deadline: null, responsible: [] } } as unknown as FindingCard;
  const { cells } = partsOf(closingForms([shown], zh));
  const of = (label: string) => cells.find(([first]) => first === label)?.[1];
  expect(of('整改措施')).toBe('逐户装盒');
  expect(of('整改目标')).toBe('装盒');
  expect(of('完成情况')).toBe('');
});
