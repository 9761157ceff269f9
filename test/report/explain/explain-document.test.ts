// The explanation as a text for the person: what is proposed or decided, and no one else's name.
import { describe, expect, test } from 'vitest';
import { explainDocument } from '../../../src/report/explain/explain-document.ts';
import type { Explanation } from '../../../src/scoring/explanation.ts';
import { policyWith } from '../../support/build.ts';
import { wordsFor } from '../../support/words.ts';
import { clean, closed, draft } from '../explain-samples.ts';

const textOf = (explanation: Explanation, lang: 'zh' | 'en' = 'zh', blanks = {}) =>
  explainDocument(explanation, wordsFor(lang), blanks)
    .map((block) => ('text' in block ? block.text : block.kind === 'header' ? block.left : ''))
    .join('\n');

test('a draft proposes, and says who decided what with which reason', () => {
  const text = textOf(draft);
  expect(text).toContain('送审稿');
  expect(text).toContain('拟对应方式：提醒谈话。');
  expect(text).toContain('审定甲提出审定意见：提醒谈话，理由：李＊已说明。');
  expect(text).toContain('对号拟定为诫勉谈话。');
  expect(text).toContain('审定乙撤回此前的审定意见，恢复按拟定结果，理由：重新研究。');
  expect(text).not.toContain('研究意见：');
  expect(text).toContain('上轮在圈，本轮拟继续在圈（审定意见）。');
});

test('a closed round says who approved it, and what was corrected later', () => {
  expect(textOf(closed)).not.toContain('送审稿');
  expect(textOf(closed)).not.toContain('拟');
  expect(textOf(closed)).toContain('研究意见：诫勉谈话。本轮经9月24日乡党委会议研究，由审定甲审定。');
  expect(textOf(clean)).toContain('研究意见：不列对应方式。');
  expect(textOf(clean)).toMatch(/经研究审定，予以肯定|均按期，且无计入、待定问题和滞后任务，予以肯定/);
  expect(textOf(clean)).toContain(
    '更正甲更正本轮结果：检讨发言，不在圈，计入问题1个，理由：李＊的核查已冲销。',
  );
});

test('points are taken apart, and only parts that are something are named', () => {
  const text = textOf(closed);
  expect(text).toContain('分值3：责任系数1×（程度分1＋来源加分1＋退回重改加分0.5＋逾期2周加分0.5）。');
  expect(text).toContain('分值2：责任系数1×（程度分1＋来源加分1）。');
});

test('deadlines say how long ago they passed', () => {
  const text = textOf(closed);
  expect(text).toContain('整改时限2018年9月10日，已逾期2周。');
  expect(text).toContain('整改时限2018年9月20日，已逾期，不满一周。');
  expect(text).toContain('整改时限2018年9月24日，截至统计截止日未逾期。');
  expect(text).toContain('你是主要责任人；没有整改时限，不作到期处理，不计入。');
});

test('near miss and exit: what is missing to the next tier and what still keeps somebody in', () => {
  expect(textOf(clean)).toContain('检讨发言（1.5分起）：未达到，尚差1.5分。距下一档“检讨发言”尚差1.5分。');
  expect(textOf(closed)).not.toContain('距下一档');
  expect(textOf(closed)).toContain(
    '退圈尚需满足：对应方式低于列入严圈的档次；计入和待定的问题全部销号（尚有5个）；中心工作任务不滞后（尚有2项）。',
  );
  expect(textOf(closed)).toContain('含本轮已连续在圈3轮。');
  expect(textOf(clean)).not.toContain('“进退严圈”情况');
});

describe('names', () => {
  test('of others are masked, the longest first; the person keeps theirs', () => {
    for (const lang of ['zh', 'en'] as const) {
      for (const explanation of [closed, draft, clean]) {
        const text = textOf(explanation, lang);
        for (const name of ['李四', '王小明', '欧阳甲一', '欧阳　甲一']) expect(text).not.toContain(name);
        expect(text).toContain('王小');
      }
    }
    expect(textOf(closed)).toContain('王＊＊、李＊未到户，欧＊＊＊代签；王小已到场。');
  });
});

test('it leads to file, row and entry', () => {
  expect(textOf(closed)).toContain('出处：02-findings.csv第2行，操作日志第3条。');
  expect(textOf(closed)).toContain('ZX-2：改厕扫尾。完成5，最近一次验收未通过。出处：操作日志第5条。');
});

test('how to object, with what the policy makes of an objection', () => {
  expect(textOf(closed)).toContain('可于收到之日起〔　〕个工作日内向〔　〕书面提出');
  expect(textOf(closed, 'zh', { objectionDays: '5', objectionOffice: '乡纪委' })).toContain(
    '5个工作日内向乡纪委书面提出',
  );
  expect(textOf(closed)).toContain('裁定前，有关问题列为待定。');
  const counting = { ...closed, round: { ...closed.round, policy: policyWith({}, { objected: 'count' }) } };
  expect(textOf(counting)).not.toContain('裁定前，有关问题列为待定。');
});

test('somebody off the roster, and somebody departed, are told so', () => {
  const none = {
    ...closed.reasons,
    findings: [],
    rectified: [],
    tasks: [],
    absences: [],
    tiers: [],
    requirements: [],
  };
  expect(textOf({ ...clean, reasons: none, correction: null })).toContain('统计截止时不在册，本轮不作对号。');
  const departed = { ...clean, standing: { ...clean.standing, wasIn: true, movement: 'departed' as const } };
  expect(textOf(departed)).toContain('已调离');
});

test('all texts are worded in both languages, nothing is left open', () => {
  for (const lang of ['zh', 'en'] as const) {
    for (const explanation of [closed, draft, clean])
      expect(textOf(explanation, lang)).not.toMatch(/\{\w+\}|undefined|null/);
  }
});
