// The forms as files: what is known is filled in, what comes back is left blank.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { partsOf, textOf } from '../output/documents/docx-parts.ts';
import { afterDemo, demoLedgerIn } from '../support/demo.ts';
import { temporaryFolder } from '../support/folder.ts';
import { runOk } from '../support/run.ts';

async function docxOf(...args: readonly string[]) {
  const folder = temporaryFolder();
  const ledger = ['--ledger', await demoLedgerIn(folder)];
  if (args[0] === 'dispatch') {
    const order = [
      '--station',
      '云脚作战所',
      '--due',
      '2018-09-30',
      '--on',
      '2018-09-20',
      '--issued-by',
      '党政办',
    ];
    await runOk(['dispatch', 'new', ...order, '--all-open', '--no', '〔2018〕9号', ...ledger], afterDemo);
  }
  const file = join(folder, 'form.docx');
  const more = args[0] === 'explain' || args[0] === 'dispatch' ? ['--format', 'docx'] : [];
  await runOk([...args, ...more, '-o', file, '--lang', 'zh', ...ledger], afterDemo);
  const xml = partsOf(readFileSync(file)).get('word/document.xml') ?? '';
  return { xml, text: textOf(xml) };
}

test('the application for closing: a page a finding, with every field of CLERK.md', async () => {
  const { xml, text } = await docxOf('finding', 'form', 'HT-001,SJ-001');
  expect(xml.match(/pageBreakBefore/g)?.length).toBe(1);
  expect(text.split('整改销号申请表').length).toBe(3);
  for (const field of [
    ...[
      '问题编号',
      '问题来源',
      '问题描述',
      '整改目标',
      '整改时限',
      '延期后时限',
      '责任领导',
      '责任单位',
      '责任人',
    ],
    ...[
      '完成进度',
      '佐证材料清单',
      '申请人',
      '作战所意见',
      '责任领导意见',
      '核查方式',
      '核查情况',
      '核查结论',
    ],
    ...['审签人', '销号日期', '退回原因及'],
  ])
    expect(text).toContain(field);
  for (const known of [
    'HT-001',
    '缺家庭基本情况表12份',
    '2018年9月3日',
    '扶贫工作站',
    '☑ 已完成',
    '☑ 整改到位',
  ])
    expect(text).toContain(known);
});

test('the record of a visit: what is to be checked at the station, the rest blank', async () => {
  const { xml, text } = await docxOf('sheet', 'visit', '--station', '云脚作战所', '--until', '2018-09-26');
  for (const field of [
    ...[
      '第3轮督查',
      '督查时间',
      '督查地点',
      '督查组成员（两人以上）',
      '被督查单位（人）',
      '督查方式',
      '核查情况',
    ],
    ...[
      '核查结论',
      '新发现问题',
      '整改要求',
      '照片编号',
      '被督查人说明',
      '督查人签字',
      '被督查人签字',
      '拒绝签字的',
    ],
  ])
    expect(text).toContain(field);
  expect(text).toContain('云脚作战所');
  expect(text).toMatch(/[A-Z]{2}-\d{3}/);
  expect(text).not.toContain('☑');
  expect(xml).toContain('landscape');
});

test('the dispatch order: three copies, every item, and a receipt to be cut off', async () => {
  const { text } = await docxOf('dispatch', 'show', '〔2018〕9号');
  for (const field of [
    '一式三份',
    '编号：〔2018〕9号',
    '云脚作战所',
    '2018年9月30日',
    '办理反馈',
    '核查结论',
    '签收回执',
  ])
    expect(text).toContain(field);
  expect(text).toMatch(/共\d+项/u);
});

test('the notification of a cadre: how to object and by when, a receipt, and nobody else by name', async () => {
  const folder = temporaryFolder();
  const ledger = ['--ledger', await demoLedgerIn(folder)];
  const names = (
    JSON.parse((await runOk(['cadre', 'list', '--format', 'json', ...ledger], afterDemo)).stdout) as {
      cadre_no: string;
      name: string;
    }[]
  ).filter((each) => each.cadre_no !== 'TJ018');
  const given = ['--objection-days', '5', '--objection-office', '乡纪委', '--state-by', '2018-09-25'];
  const { xml, text } = await docxOf('explain', 'TJ018', '--round', '2', ...given);
  expect(text).toContain('5个工作日内向乡纪委书面提出');
  expect(text).toContain('于2018年9月25日前书面提交乡纪委');
  expect(text).toContain('回执：本人辛九已收到第2轮');
  expect(text).toContain('送达人');
  expect(xml).toContain('w:val="dashed"');
  const others = names.filter(({ name }) => name.length > 1 && text.includes(name));
  // Who decided is named; no one else is.
  expect(others.map((each) => each.name)).toEqual([]);
});
