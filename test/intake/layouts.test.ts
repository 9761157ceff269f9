// Layouts that offices have: narratives, sheets as sources, merged rows of one finding, days as they are written.
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { recordKinds } from '../../src/domain/records/records.ts';
import { comparableHeading, headingsOf } from '../../src/intake/headings.ts';
import { parseDay } from '../../src/intake/values/days.ts';
import { readText } from './support.ts';

describe('整改情况', () => {
  it('beside 完成情况 is the note', async () => {
    const head = '问题编号,完成情况,整改情况,申请时间,整改说明\n';
    const { records, problems } = await readText(
      'ledger',
      `${head}W-1,已完成,已补附菜单,2018-09-09,\nW-2,已完成,已退款,2018-09-09,附票据\n`,
    );
    expect(problems).toEqual([]);
    expect(records).toMatchObject([{ progress: 'done', note: '已补附菜单' }, { note: '附票据；已退款' }]);
  });

  it('alone is the word when all its cells are words, else the note', async () => {
    const rows = (last: string) =>
      `问题编号,整改情况,申请时间\n${Array.from({ length: 40 }, (_, at) => `W-${at},已完成,2018-09-09\n`).join('')}W-40,${last},2018-09-09\n`;
    const words = await readText('ledger', rows('未完成'));
    expect(words.records.at(-1)).toMatchObject({ progress: 'not_done' });
    const narrative = await readText('ledger', rows('台账已补齐'));
    expect(narrative.problems).toEqual([]);
    expect(narrative.records).toHaveLength(41);
    expect(narrative.records.at(-1)).toMatchObject({ progress: 'done', note: '台账已补齐' });
    expect(narrative.records[0]).toMatchObject({ progress: 'done', note: '已完成' });
  });
});

describe('days', () => {
  const read = (text: string, deadline = true) => parseDay(text, { year: 2018, deadline });
  it.each([
    ['2018 年 9 月 12 日', '2018-09-12'],
    ['2018. 9. 12', '2018-09-12'],
    ['2018 - 09 - 12', '2018-09-12'],
    ['2018年9月12日 10:30', '2018-09-12'],
    ['11月5日', '2018-11-05'],
    ['11 月 5 日前', '2018-11-05'],
    ['11月底前', '2018-11-30'],
    ['11.25', '2018-11-25'],
    ['9.20', '2018-09-20'],
  ])('%s', (text, day) => {
    expect(read(text)).toEqual({ day });
  });
  it.each([
    ['9.2', 'day_like_number'],
    ['9.31', 'day_not_in_calendar'],
  ])('%s is refused', (text, code) => {
    expect(read(text)).toEqual({ code });
  });
  it('without a year they ask for it', () => {
    for (const text of ['11.25', '9.20', '11月5日', '11月底前']) {
      expect(parseDay(text, { deadline: true })).toEqual({ code: 'day_without_year' });
    }
  });
});

describe('sheets', () => {
  const header = ['问题编号', '问题描述', '发现时间', '责任人编号', '整改措施', '责任领导编号'];
  const book = (sheets: readonly { name: string; rows: CellValue[][]; merges?: object[] }[]) =>
    writeXlsx({ sheets: sheets as never });

  it('one sheet a source', async () => {
    const bytes = await book([
      { name: '省委巡视', rows: [header, ['D-1', 'x', '2018-09-01', 'C1', '', '']] },
      { name: '市委巡察', rows: [header, ['D-2', 'y', '2018-09-01', 'C1', '', '']] },
      { name: '填表说明', rows: [['请逐项填写', '']] },
    ]);
    const { records, told } = await readText('findings', bytes, {
      name: 'x.xlsx',
      sheet: 'all',
      sheetAs: 'source',
    });
    expect(records.map((each) => [each.finding_no, each.source])).toEqual([
      ['D-1', '省委巡视'],
      ['D-2', '市委巡察'],
    ]);
    expect(told).toMatchObject([{ code: 'sheet_without_header', values: { sheet: '填表说明' } }]);
  });

  it('one problem over merged rows of measures and people, headings between, notes below', async () => {
    const rows = [
      header,
      ['一、党的建设方面', '', '', '', '', ''],
      ['D-1', '三会一课不规范', '2018-09-01', 'C1', '补齐记录', 'C8'],
      [null, null, null, 'C2', '建立台账', null],
      [null, null, null, 'C2', '每月检查', null],
      ['（二）作风方面', '', '', '', '', ''],
      ['D-2', '迟到', '2018-09-01', 'C3', '通报', 'C9'],
      ['注：本表一式三份。', '', '', '', '', ''],
      ['1.涂改无效。', '', '', '', '', ''],
    ];
    const merges = [0, 1, 2, 5].map((startCol) => ({ startRow: 2, startCol, endRow: 4, endCol: startCol }));
    const bytes = await book([{ name: '台账', rows, merges }]);
    const wanted = [
      {
        finding_no: 'D-1',
        cadre_no: ['C1', 'C2'],
        action: '补齐记录\n建立台账\n每月检查',
        leader_no: ['C8'],
      },
      { finding_no: 'D-2', action: '通报' },
    ];
    const { records, problems, told } = await readText('findings', bytes, {
      name: 'x.xlsx',
      sheetAs: 'source',
    });
    expect(problems).toEqual([]);
    expect(records).toMatchObject(wanted);
    expect(told.map(({ code, values }) => [code, values.lines])).toEqual([
      ['rows_of_headings', [2, 6]],
      ['rows_joined', [4, 5]],
      ['rows_of_notes', [8, 9]],
    ]);
    // Saved as CSV, where merged cells are empty.
    const csv = rows
      .map((row) => row.map((cell) => cell ?? '').join(','))
      .join('\n')
      .replace('问题描述', '问题描述,问题来源')
      .replaceAll(/^(D-\d,[^,]*)/gm, '$1,巡察')
      .replaceAll(/^,,/gm, ',,,')
      .replaceAll(/^([一（注1][^,]*),/gm, '$1,,');
    const text = await readText('findings', csv);
    expect(text.problems).toEqual([]);
    expect(text.records).toMatchObject(wanted);
  });

  it('two words over merged rows are never taken for the first', async () => {
    const head = ['问题编号', '完成情况', '申请时间'];
    const rows = [head, ['D-1', '已完成', '2018-09-09'], [null, '未完成', null]];
    const merges = [0, 2].map((startCol) => ({ startRow: 1, startCol, endRow: 2, endCol: startCol }));
    const { problems } = await readText('ledger', await book([{ name: 'a', rows, merges }]), {
      name: 'x.xlsx',
    });
    expect(problems).toMatchObject([{ code: 'word_not_understood', place: { value: '已完成/未完成' } }]);
  });
});

describe('a heading that is repeated on the next page', () => {
  it.each([
    ['one row of two', 1],
    ['both rows', 2],
  ])('%s, merged cells left out', async (_, count) => {
    const head = [
      ['问题编号', '问题来源', '问题情况', '', '责任人编号'],
      ['', '', '问题描述', '发现时间', ''],
    ];
    const rows = [
      ...head,
      ['D-1', 's', 'd', '2018-09-01', 'C1'],
      ...head.slice(2 - count),
      ['D-2', 's', 'd', '2018-09-01', 'C1'],
    ];
    const { records, problems, told } = await readText('findings', rows.join('\n'));
    expect(problems).toEqual([]);
    expect(records.map((each) => [each.finding_no, each.description])).toEqual([
      ['D-1', 'd'],
      ['D-2', 'd'],
    ]);
    expect(told).toContainEqual(expect.objectContaining({ code: 'rows_of_header' }));
  });
});

describe('footers', () => {
  const head = 'source,finding_no,description,found_on,cadre_no,remark';
  it.each([
    '填报单位（盖章）：桶坪乡',
    '主要领导签字：,,,日期：2018年9月28日',
    '制表：甲一,,审核：乙二',
    ',,,,,2018 年 9 月 28 日',
    ',,,,,（盖章）',
    '合计,,1\n,,,2018年9月28日,,',
  ])('%j goes into no record', async (footer) => {
    const { records, problems, told } = await readText(
      'findings',
      `${head}\ns,D-1,d,2018-09-01,C1,r\n${footer}\n`,
    );
    expect(problems).toEqual([]);
    expect(records).toMatchObject([{ finding_no: 'D-1', remark: 'r', found_on: '2018-09-01' }]);
    expect(told).toContainEqual(expect.objectContaining({ code: 'rows_of_footer' }));
  });
  it('a row that begins with a label and has a record is one', async () => {
    const { records } = await readText('findings', `${head}\n单位：甲,D-1,d,2018-09-01,C1,\n`);
    expect(records).toMatchObject([{ finding_no: 'D-1', source: '单位：甲' }]);
  });
});

describe('rows of one finding', () => {
  it('may name one cadre more than once', async () => {
    const csv =
      'finding_no,source,description,found_on,action,cadre_no\nD-1,s,d,2018-09-01,a,C1;C2\n,,,,b,C1\n,,,,c,C2\n';
    const { records, problems } = await readText('findings', csv);
    expect(problems).toEqual([]);
    expect(records).toMatchObject([{ action: 'a\nb\nc', cadre_no: ['C1', 'C2'] }]);
    const twice = await readText(
      'findings',
      'finding_no,source,description,found_on,cadre_no\nD-1,s,d,2018-09-01,C1;C1\n',
    );
    expect(twice.problems).toMatchObject([{ code: 'cadre_twice' }]);
  });
});

describe('headings of real files', () => {
  const headings: Readonly<Record<string, string>> = {
    cadres:
      '干部编号 人员编号 工号 姓名 干部姓名 职级 级别 干部类别 职务 岗位 现任职务 单位 工作单位 所在单位 站所 部门 作战所 所在作战所 包村 网格 到岗时间 入册日期 任职时间 离任时间 调离时间 管理权限 管理单位 身份 人员性质',
    findings:
      '问题编号 台账编号 清单编号 问题来源 来源 反馈来源 巡察来源 反馈条目 问题类别 问题大类 问题归类 工作领域 领域 问题领域 工作类别 村 所在村 涉及村 村(社区) 问题描述 具体问题 存在问题 反馈问题 问题表现 具体表现 问题内容 严重程度 问题等级 原因 成因 原因分析 整改措施 具体措施 整改目标 整改标准 整改要求 整改完成标准 销号标准 发现时间 发现日期 反馈时间 交办时间 整改时限 整改期限 完成时限 整改完成时限 计划完成时间 责任人编号 责任人工号 责任人 整改责任人 具体责任人 直接责任人 承办人 协助责任人 配合责任人 协办人 责任领导 牵头领导 分管领导 包保领导 整改第一责任人 责任单位 牵头单位 整改单位 责任部门 重复问题编号 原问题编号 备注',
    reports:
      '完成情况 整改进展 整改状态 进度 整改情况 申请时间 申请销号时间 上报时间 实际完成时间 申请人 填报人 佐证材料 印证资料 支撑材料 附件',
    checks:
      '核查结果 核查结论 验收意见 复核结果 核查时间 验收时间 复查时间 督查日期 核查人 验收人 复核人 督查人员 核查方式 审签人 审核人 销号日期 销号时间',
    extensions: '延期至 延期后时限 新时限 批准日期 批准时间 批准人 审批人 延期原因 延期理由',
    objections:
      '提出时间 申辩时间 异议类型 异议理由 申辩理由 裁定时间 答复时间 裁定结果 复核结论 裁定人 复核人',
    tasks:
      '任务名称 工作任务 项目名称 目标量 任务数 计量单位 开始时间 开工时间 完成时限 计划完工 时间节点 节点计划',
    progress: '统计日期 填报日期 日期 累计完成 完成数',
    attendance: '点位 现场 工地 时段 是否到岗 到岗情况',
  };
  it.each(Object.entries(headings))('%s', (kind, list) => {
    const known = headingsOf(recordKinds.find((each) => each === kind) ?? 'findings');
    const missing = list
      .split(' ')
      .filter(
        (heading) =>
          !known.has(comparableHeading(heading)) || 'asked' in (known.get(comparableHeading(heading)) ?? {}),
      );
    expect(missing).toEqual([]);
  });
});
