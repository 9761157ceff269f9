// Names in cells, under headings of names and of numbers.
import { describe, expect, it } from 'vitest';
import { readText } from './support.ts';

describe('names in a file', () => {
  const text =
    '问题编号,问题来源,问题描述,发现时间,责任人,责任领导\nF-1,省委巡视,道路,2018-08-01,张　三、李四（站长）,王五\n';

  it('are handed over with the row when they may be matched', async () => {
    const { rows, problems } = await readText('findings', text, { matchNames: true });
    expect(problems).toEqual([]);
    expect(rows[0]?.names).toEqual({ cadre_no: '张　三、李四（站长）', leader_no: '王五' });
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

  it('in a column of numbers they are names when they may be matched, and so are those beside an empty number', async () => {
    const both =
      '问题编号,问题来源,问题描述,发现时间,责任人,责任人编号\nF-1,省委巡视,道路,2018-08-01,张三,李四\nF-2,省委巡视,道路,2018-08-01,张三,\nF-3,省委巡视,道路,2018-08-01,张三,C9\n';
    const { rows } = await readText('findings', both, { matchNames: true });
    expect(rows.map(({ names, alsoNamed: besides }) => [names, besides])).toEqual([
      [{ cadre_no: '李四' }, { cadre_no: '张三' }],
      [{ cadre_no: '张三' }, undefined],
      [undefined, { cadre_no: '张三' }],
    ]);
    expect(rows[2]?.record).toMatchObject({ cadre_no: ['C9'] });
  });
});
