// Names in cells, and which cadre a name means.
import { describe, expect, it } from 'vitest';
import { nameMatcher, readPersons } from '../../src/intake/names.ts';
import { readText } from './support.ts';

const names = (cell: string) => readPersons(cell).map((person) => person.name);

it.each([
  ['张三', ['张三']],
  ['张　三', ['张　三']],
  ['张三、李四', ['张三', '李四']],
  ['张三，李四；王五,赵六;钱七', ['张三', '李四', '王五', '赵六', '钱七']],
  ['张三\n李四\r\n', ['张三', '李四']],
  ['张三/李四', ['张三', '李四']],
  ['李四（副乡长）', ['李四']],
  ['李四（副乡长、包村）、王五(站长)', ['李四', '王五']],
  ['（空）', []],
  ['李四（副乡长', ['李四']],
])('%j names %j', (cell, wanted) => {
  expect(names(cell)).toEqual(wanted);
});

it('keeps what stands in brackets beside the name', () => {
  expect(readPersons('李四（副乡长、包村）')).toEqual([{ name: '李四', remark: '副乡长、包村' }]);
});

describe('matching', () => {
  const roster = [
    { name: '张三', cadreNo: 'C1' },
    { name: '李　四', cadreNo: 'C2' },
    { name: '王五', cadreNo: 'C3' },
    { name: '王五', cadreNo: 'C4' },
    { name: '阿依古丽·买买提', cadreNo: 'C5' },
    { name: '石土生', cadreNo: 'C6' },
    { name: 'Ann Lee', cadreNo: 'C7' },
  ];
  const match = nameMatcher(roster);
  const found = (name: string) => {
    const result = match(name);
    if (result.kind === 'one') return ['one', result.candidate.cadreNo];
    return [result.kind, ...(result.kind === 'none' ? [] : result.candidates.map((each) => each.cadreNo))];
  };

  it.each([
    ['张　三', 'one', 'C1'],
    ['李四', 'one', 'C2'],
    ['王五', 'several', 'C3', 'C4'],
    ['赵六', 'none'],
    ['阿依古丽•买买提', 'alike', 'C5'],
    ['石士生', 'alike', 'C6'],
    ['Ａｎｎ Lee', 'alike', 'C7'],
    ['Ann Lee', 'one', 'C7'],
  ])('%s: %s', (name, ...wanted) => {
    expect(found(name)).toEqual(wanted);
  });
});

describe('names in a file', () => {
  const text =
    '问题编号,问题来源,问题描述,发现时间,责任人,责任领导\nF-1,省委巡视,道路,2018-08-01,张　三、李四（站长）,王五\n';

  it('are handed over with the row when they may be matched', async () => {
    const { rows, problems } = await readText('findings', text, { matchNames: true });
    expect(problems).toEqual([]);
    expect(rows[0]?.names).toEqual({ cadre_no: ['张　三', '李四'], leader_no: ['王五'] });
    expect(rows[0]?.record).toMatchObject({ cadre_no: [], leader_no: [] });
  });

  it('are refused otherwise, each column at its cell', async () => {
    const { problems } = await readText('findings', text);
    expect(problems.map(({ code, place }) => [code, place?.column])).toEqual([
      ['name_not_number', '责任人'],
      ['name_not_number', '责任领导'],
    ]);
  });

  it('numbers under a heading of names are numbers, and a column of numbers goes before one of names', async () => {
    const numbers = text.replace('张　三、李四（站长）', 'C1、C2').replace('王五', '');
    expect((await readText('findings', numbers)).records[0]).toMatchObject({
      cadre_no: ['C1', 'C2'],
      leader_no: null,
    });
    const both =
      '问题编号,问题来源,问题描述,发现时间,责任人,责任人编号\nF-1,省委巡视,道路,2018-08-01,张三,C9\n';
    expect((await readText('findings', both)).records[0]).toMatchObject({ cadre_no: ['C9'] });
  });

  it('one person where one number is wanted', async () => {
    const attendance = '点位,日期,时段,姓名,是否到岗\n学校,2018-09-01,早,张三、李四,是\n';
    const { problems } = await readText('attendance', attendance, { matchNames: true });
    expect(problems.map(({ code }) => code)).toEqual(['number_not_single']);
  });
});
