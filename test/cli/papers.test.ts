// Papers after the closing: which ones a person needs, what is filled in, and what is left to write.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { partsOf, textOf } from '../output/documents/docx-parts.ts';
import { afterDemo, demoLedgerIn } from '../support/demo.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { atOffice, findings, type Office } from '../support/office.ts';
import { run, runOk } from '../support/run.ts';

const POLICY = `name: papers
version: "1"
document: 《乡督查办法》
tiers:
  - { measure: self_criticism, at_least: 1, in_circle: false }
  - { measure: reminder_talk, at_least: 2, in_circle: true }
  - { measure: admonition_talk, at_least: 4, in_circle: true }
duties: { talk_within: 10, serve_within: 7 }
papers: { object_days: 5wd, appeal_days: 10d }
influence_months: { reminder_talk: 3, admonition_talk: 6 }
`;

/** A1 gets a reminder talk in round 1, A2 self-criticism, A3 nothing. */
async function closed(): Promise<Office> {
  const office = await atOffice();
  await office.ok('policy', 'adopt', put(office.folder, 'papers.yaml', POLICY));
  await office.ok('office', 'set', 'objection_office', '乡纪委');
  await office.ok('office', 'set', 'talker', '乡党委书记');
  await office.take('findings', findings('F1 A1', 'F2 A1', 'F3 A2'));
  await office.close('2018-09-12');
  return office;
}

const paper = async (office: Office, ...args: readonly string[]): Promise<string> =>
  (await office.ok('measure', 'form', ...args, '--lang', 'zh')).stdout;
const titles = (text: string): string[] => [...text.matchAll(/^# (.*)$/gmu)].map(([, title]) => title ?? '');

test('who enters is told with the measure, why, what leaving takes, and until when to object and appeal', async () => {
  const text = await paper(await closed(), 'A1', '--round', '1', '--date', '2018-09-14');
  expect(titles(text)).toEqual(['进圈告知书', '谈话通知书', '谈话记录表', '送达回证']);
  for (const said of [
    '甲一（干部编号A1）：',
    '依据《乡督查办法》，由书记审定，现将你在第1轮反馈问题整改督查（统计截至2018年9月12日24时）中的结果告知如下：',
    '自本轮起列入“进退严圈”，对应方式为提醒谈话。影响期自2018年9月12日至2018年12月11日。',
    '计入问题2个（其中逾期2个）。',
    '1．F1：问题F1。',
    '符合下列条件的，下一轮督查按程序退圈：对应方式低于列入严圈的档次；计入和待定的问题全部销号；中心工作任务按时限要求推进。',
    '可于收到之日起5个工作日内向乡纪委书面提出。',
    '可于收到之日起10日内向乡纪委书面提出申诉，申诉期间不停止执行。',
    '中共桶井乡委员会　2018年9月14日',
    '谈话时间：〔　〕年〔　〕月〔　〕日〔　〕时',
    '谈话地点：〔　〕',
    '谈话人：乡党委书记',
    '☑ 提醒谈话　□ 诫勉谈话',
    '1．进圈告知书 2．谈话通知书',
  ])
    expect(text).toContain(said);
});

test('what has been recorded is filled in: the talk, the service, the last day for an appeal', async () => {
  const office = await closed();
  const talk = ['--round', '1', '--on', '2018-09-15', '--by', '谈话甲', '--recorder', '记录乙'];
  await office.ok('measure', 'talk', 'A1', ...talk, '--receipt', 'left');
  const text = await paper(office, 'A1', '--round', '1');
  for (const said of [
    '谈话时间：2018年9月15日',
    '谈话人：谈话甲',
    '记录乙',
    '□ 签收　□ 拒签　☑ 留置',
    '书面提出申诉（至2018年9月25日）',
  ])
    expect(text).toContain(said);
});

test('a measure outside the circle, a change and the exit each have a paper; without a measure with a receipt', async () => {
  const office = await closed();
  const given = await paper(office, 'A2', '--round', '1');
  expect(titles(given)).toEqual(['对应方式告知书', '送达回证']);
  expect(given).toContain('本轮对应方式为检讨发言，不列入“进退严圈”。');
  await office.ok('finding', 'check', 'F1', '--result', 'rectified', '--on', '2018-09-18', '--by', '核查甲');
  await office.ok('finding', 'check', 'F3', '--result', 'rectified', '--on', '2018-09-18', '--by', '核查甲');
  await office.close('2018-09-19');
  const changed = await paper(office, 'A1', '--round', '2');
  expect(titles(changed)).toEqual(['对应方式变更告知书', '送达回证']);
  expect(changed).toContain('对应方式由提醒谈话变更为检讨发言，继续在圈。');
  await office.ok('finding', 'check', 'F2', '--result', 'rectified', '--on', '2018-09-25', '--by', '核查甲');
  await office.close('2018-09-26');
  const left = await paper(office, 'A1', '--round', '3');
  expect(titles(left)).toEqual(['退圈告知书']);
  for (const said of [
    '自本轮起退出“进退严圈”，本轮没有对应方式。',
    '退圈条件均已满足：计入和待定的问题全部销号；中心工作任务按时限要求推进。',
    '回执：本人甲一已收到第3轮督查退圈告知书。',
  ])
    expect(left).toContain(said);
});

test('what a named person settled otherwise than proposed is told with the reason, and a correction too', async () => {
  const office = await atOffice();
  await office.take('findings', findings('F1 A1', 'F2 A1', 'F3 A1', 'F4 A1'));
  await office.ok('round', 'open', '--cutoff', '2018-09-12');
  const decision = ['--measure', 'reminder_talk', '--by', '审定甲', '--reason', '乙二已说明情况。'];
  await office.ok('decide', 'A1', ...decision);
  await office.ok('round', 'close', '--approved-by', '书记');
  const decided = await paper(office, 'A1', '--round', '1');
  expect(decided).toContain('拟定时为诫勉谈话，经研究定为提醒谈话。');
  expect(decided).toContain('审定理由：乙＊已说明情况。');
  const appeal = ['--round', '1', '--on', '2018-09-14', '--reason', '重复计入'];
  await office.ok('measure', 'appeal', 'A1', ...appeal);
  const answer = ['--round', '1', '--ruling', 'upheld', '--on', '2018-09-16', '--by', '复核甲'];
  await office.ok('measure', 'answer', 'A1', ...answer);
  const correct = ['--round', '1', '--measure', 'self_criticism', '--by', '书记', '--reason', '申诉成立'];
  await office.ok('correct', 'A1', ...correct);
  const corrected = await paper(office, 'A1', '--round', '1', '--paper', 'result_notice');
  expect(titles(corrected)).toEqual(['对应方式变更告知书']);
  expect(corrected).toContain('本轮结果已更正：对应方式由提醒谈话更正为检讨发言，现不在圈。');
  expect(corrected).toContain('更正理由：申诉成立。');
});

test('the explanation says until when and to whom to object and to appeal, blank where nothing says so', async () => {
  const office = await closed();
  const explained = async (...more: readonly string[]): Promise<string> =>
    (await office.ok('explain', 'A1', '--round', '1', '--format', 'md', '--lang', 'zh', ...more)).stdout;
  const before = await explained();
  expect(before).toContain('可于收到之日起5个工作日内向乡纪委书面提出，写明问题编号和理由');
  expect(before).toContain('对对应方式不服的，可于收到之日起10日内向乡纪委书面提出申诉，');
  await office.ok(
    'measure',
    'serve',
    'A1',
    '--round',
    '1',
    '--on',
    '2018-09-14',
    '--by',
    '送达甲',
    '--receipt',
    'signed',
  );
  const after = await explained();
  expect(after).toContain('可于收到之日起5个工作日内向乡纪委书面提出（至2018年9月21日），');
  expect(after).toContain('可于收到之日起10日内向乡纪委书面提出申诉（至2018年9月24日），');
  expect(await explained('--objection-days', '3')).toContain(
    '收到之日起3个工作日内向乡纪委书面提出（至2018年9月19日），',
  );
  // Nothing to appeal without a measure, and no days without a policy that has them.
  const none = await office.ok('explain', 'A3', '--round', '1', '--format', 'md', '--lang', 'zh');
  expect(none.stdout).not.toContain('申诉');
  const plain = await atOffice();
  await plain.take('findings', findings('F1 A1', 'F2 A1'));
  await plain.close('2018-09-12');
  const blank = await plain.ok('explain', 'A1', '--format', 'md', '--lang', 'zh');
  expect(blank.stdout).toContain('可于收到之日起〔　〕个工作日内向〔　〕书面提出申诉，');
});

test('one kind for everybody; who needs none is refused by name', async () => {
  const office = await closed();
  const all = await paper(office, '--round', '1', '--paper', '送达回证');
  expect(titles(all)).toEqual(['送达回证', '送达回证']);
  const none = await office.y('measure', 'form', 'A2', '--round', '1', '--paper', 'talk_notice');
  expect(none.code).toBe(1);
  expect(none.stderr).toContain('乙二 A2');
  const nobody = await office.y('measure', 'form', 'A3', '--round', '1');
  expect(nobody.code).toBe(1);
  expect(nobody.stderr).toContain('丙三 A3');
  expect((await office.y('measure', 'form', 'A1', '--round', '9')).code).toBe(1);
});

test('in English too', async () => {
  const text = (await (await closed()).ok('measure', 'form', 'A1', '--round', '1', '--lang', 'en')).stdout;
  expect(text).not.toMatch(/\{\w+\}|undefined/u);
});

test('as docx each paper begins on a page of its own, numbered from 1', async () => {
  const folder = temporaryFolder();
  const ledger = await demoLedgerIn(folder);
  const file = join(folder, 'papers.docx');
  const ran = await runOk(
    ['measure', 'form', 'TJ018', '--round', '1', '-o', file, '--lang', 'zh', '--ledger', ledger],
    afterDemo,
  );
  expect(ran.stderr).toContain('文书4份：谈话通知书1份、谈话记录表1份、送达回证1份、告知书1份。');
  const xml = partsOf(readFileSync(file)).get('word/document.xml') ?? '';
  expect(xml.match(/w:pgNumType w:start="1"/gu)?.length).toBe(4);
  expect(textOf(xml)).toContain('诫勉谈话');
  const again = join(folder, 'again.docx');
  await run(
    ['measure', 'form', 'TJ018', '--round', '1', '-o', again, '--lang', 'zh', '--ledger', ledger],
    afterDemo,
  );
  expect(readFileSync(again).equals(readFileSync(file))).toBe(true);
});
