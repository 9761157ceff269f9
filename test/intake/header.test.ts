// Titles above the header, headers of several rows, headings in any order, and the warnings about them.
import { describe, expect, it } from 'vitest';
import { recordColumns } from '../../src/domain/records/record-columns.ts';
import { recordKinds } from '../../src/domain/records/records.ts';
import { comparableHeading, headingsOf } from '../../src/intake/headings.ts';
import { readText, refusalOf } from './support.ts';

const row = 'F-1,省委巡视,道路未硬化,2018-08-01,C1';
const codesOf = (problems: readonly { readonly code: string }[]) => problems.map((each) => each.code);

it('finds the header under title rows, blank rows and a unit', async () => {
  const text = `桶井乡巡视反馈问题整改台账,,,,\n填报单位：规划站,,,,\n,,,,\n问题编号,问题来源,问题描述,发现时间,责任人编号\n${row}\n`;
  const { records, told, rows } = await readText('findings', text);
  expect(records).toMatchObject([{ finding_no: 'F-1', cadre_no: ['C1'] }]);
  expect(told.map(({ code, values }) => [code, values.line, values.height])).toEqual([['header_at', 4, 1]]);
  expect(rows[0]?.place.line).toBe(5);
});

it('reads a header of two rows, merged across and down', async () => {
  const text = [
    '问题整改台账,,,,,,',
    '问题编号,问题来源,问题描述,发现时间,责任人,,备注',
    ',,,,编号,协助责任人编号,',
    'F-1,省委巡视,道路,2018-08-01,C1,C2,无',
  ].join('\n');
  const { records, heading } = await readText('findings', text);
  expect(records).toMatchObject([{ cadre_no: ['C1'], assist_no: ['C2'], remark: '无' }]);
  expect(heading.slice(4)).toEqual(['责任人编号', '协助责任人编号', '备注']);
});

it('a heading merged across stands above each of its columns', async () => {
  const text = [
    '问题编号,问题来源,问题描述,发现时间,责任人编号,协助责任人,,责任领导,',
    ',,,,,姓名,编号,姓名,编号',
    'F-1,省委巡视,道路,2018-08-01,C1,甲二,C2,甲三,C3',
  ].join('\n');
  const { records } = await readText('findings', text);
  expect(records).toMatchObject([{ cadre_no: ['C1'], assist_no: ['C2'], leader_no: ['C3'] }]);
});

it('reads a header of three rows', async () => {
  const text = ['基本情况,,,整改,', '问题,,,责任,', '编号,问题来源,问题描述,发现时间,责任人编号', row].join(
    '\n',
  );
  const { records } = await readText('findings', text);
  expect(records).toMatchObject([{ finding_no: 'F-1', source: '省委巡视' }]);
});

it('takes columns in any order, by key or heading, with remarks and stars', async () => {
  const text =
    '*责任人编号（必填）,found_on,问 题\u3000描述：,"问题\n来源",FINDING_NO\nC1,2018-08-01,道路,省委巡视,F-1\n';
  const { records } = await readText('findings', text);
  expect(records).toMatchObject([
    { finding_no: 'F-1', source: '省委巡视', description: '道路', cadre_no: ['C1'] },
  ]);
});

it('a header that is forced is taken from its line', async () => {
  const text = `finding_no,source,description,found_on,cadre_no\n问题编号,问题来源,问题描述,发现时间,责任人编号\n${row}\n`;
  const { records, told } = await readText('findings', text, { headerLine: 2 });
  expect(records).toHaveLength(1);
  expect(codesOf(told)).toEqual(['header_at']);
});

describe('ambiguous headings', () => {
  it('are settled by the kind', async () => {
    const reports = await readText('reports', '编号,日期,状态,备注\nF-1,2018-09-01,已完成,已补修\n');
    expect(reports.records).toMatchObject([{ finding_no: 'F-1', progress: 'done', note: '已补修' }]);
    const cadres = await readText('cadres', '编号,姓名,级别,单位\nC1,甲一,科员,财政所\n');
    expect(cadres.records).toMatchObject([{ cadre_no: 'C1', rank: 'staff', unit: '财政所' }]);
  });

  it('are asked about otherwise', async () => {
    const problems = await refusalOf(() =>
      readText('findings', `问题编号,问题来源,问题描述,日期,责任人编号,发现时间\n${row},2018-08-01\n`),
    );
    expect(problems).toMatchObject([
      { code: 'heading_asked', values: { fields: [{ term: 'column.found_on' }, { term: 'column.due_on' }] } },
    ]);
  });
});

it('names all missing columns in one problem, and what the file has', async () => {
  const problems = await refusalOf(() => readText('findings', '问题编号,来源\nF-1,x\n'));
  expect(problems).toMatchObject([
    {
      code: 'columns_missing',
      values: { missing: ['description', 'found_on', 'cadre_no'], found: ['问题编号', '来源'] },
    },
  ]);
});

it('tells unknown columns with the nearest known one and leaves them out', async () => {
  const text = 'finding_no,source,description,found_on,cadre_no,descripton,zzz\nF-1,s,d,2018-08-01,C1,x,y\n';
  const { told, columns } = await readText('findings', text);
  expect(told.map(({ code, values }) => [code, values.nearest])).toEqual([
    ['column_unknown_near', 'description'],
    ['column_unknown', undefined],
  ]);
  expect(columns).not.toContain('zzz');
});

it('headings called __proto__ or constructor are unknown columns like any other', async () => {
  const text =
    'finding_no,source,description,found_on,cadre_no,__proto__,constructor\nF-1,s,d,2018-08-01,C1,x,y\n';
  const { told, records } = await readText('findings', text);
  expect(codesOf(told)).toEqual(['column_unknown', 'column_unknown']);
  expect(Object.getPrototypeOf(records[0])).toBe(Object.prototype);
});

describe.each(recordKinds)('%s', (kind) => {
  it('every column has a Chinese heading beside its key, and no heading means two fields', () => {
    const known = headingsOf(kind);
    for (const { key } of recordColumns[kind]) {
      const meanings = [...known].filter(
        ([, meaning]) => 'key' in meaning && meaning.key === key && !meaning.named,
      );
      expect([key, meanings.length]).toEqual([key, expect.any(Number)]);
      expect(meanings.length).toBeGreaterThan(1);
    }
    for (const word of known.keys()) expect(comparableHeading(word)).toBe(word);
  });
});
