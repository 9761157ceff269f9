// Inputs that were read wrongly once (fixtures/import/as-it-stands), each with what is right, and others of their kinds.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RecordKind } from '../../src/domain/records/records.ts';
import { readMappingFile } from '../../src/intake/mapping-file.ts';
import { importFixture, readFile, readText, refusalOf } from './support.ts';

const stands = (name: string) => importFixture(`as-it-stands/${name}`);
const read = <K extends RecordKind>(kind: K, name: string, options = {}) =>
  readFile(kind, stands(name), options);

describe('texts', () => {
  it('stray-quote.csv: D-001 is bad at its line, the other five are read', async () => {
    const { records, problems } = await read('findings', 'stray-quote.csv');
    expect(problems).toMatchObject([{ code: 'quote_not_closed', place: { line: 2 } }]);
    expect(records.map((each) => [each.finding_no, each.description])).toEqual([
      ['D-002', '路灯无记录'],
      ['D-003', '乙'],
      ['D-004', '丙'],
      ['D-005', '台账"缺页"'],
      ['D-006', '戊'],
    ]);
  });

  it.each([
    ['two-marks.csv', ['D-001']],
    ['gb18030-mark.csv', ['D-001']],
    ['joined.csv', ['D-001', 'D-002']],
  ])('%s: marks are dropped', async (name, numbers) => {
    const { records, problems } = await read('findings', name);
    expect(problems).toEqual([]);
    expect(records.map((each) => each.finding_no)).toEqual(numbers);
  });

  it('a second heading in joined files is skipped and told, the title above it too', async () => {
    const head = '整改台账,,,,\n问题编号,问题来源,问题描述,发现时间,责任人编号\n';
    const row = (no: string) => `${no},巡察,x,2018-09-01,C1\n`;
    const { records, told } = await readText('findings', `${head}${row('D-1')}\ufeff${head}${row('D-2')}`);
    expect(records.map((each) => each.finding_no)).toEqual(['D-1', 'D-2']);
    expect(told.at(-1)).toMatchObject({ code: 'rows_of_header', values: { count: 2, lines: [4, 5] } });
  });

  it('missing commas at the end of a row are accepted, in front of what must be there not', async () => {
    const head = '问题编号,问题来源,问题描述,发现时间,责任人编号,整改时限,备注\n';
    const rows = 'D-1,巡察,x,2018-09-01,C1\nD-2,巡察,x,2018-09-01,C1,2018-09-08\nD-3,巡察,x\n';
    const { records, problems } = await readText('findings', head + rows);
    expect(records.map((each) => [each.finding_no, each.due_on])).toEqual([
      ['D-1', null],
      ['D-2', '2018-09-08'],
    ]);
    expect(problems).toMatchObject([{ code: 'row_too_short', place: { line: 4 } }]);
  });

  it('register-words.csv: six are done in time, the seventh is no report and keeps its words', async () => {
    const { records, problems } = await read('ledger', 'register-words.csv');
    expect(problems).toEqual([]);
    expect(records.map((each) => each.progress)).toEqual([...Array(6).fill('done'), null]);
    expect(records[5]).toMatchObject({ reported_on: '2018-09-09', note: '已补附菜单' });
    expect(records[6]).toMatchObject({ unit_words: '正在协调资金', reported_on: null });
  });
});

describe('mappings', () => {
  const drops = () => readMappingFile(readFileSync(stands('mapping-drops-columns.yaml'), 'utf8'), 'm.yaml');

  it('mapping-drops-columns: each column that is not used is named', async () => {
    const { told, records } = await read('ledger', 'mapping-drops-columns.csv', {
      mapping: drops(),
      matchNames: true,
    });
    expect(records).toHaveLength(1);
    expect(told).toMatchObject([
      { code: 'column_unknown_near', place: { column: '复查结果' }, values: { nearest: '复核结果' } },
      { code: 'column_unknown_near', place: { column: '复查人' } },
    ]);
  });

  it('ignore says that it is meant', async () => {
    const mapping = { ...drops(), ignore: ['复查结果', '复查人'] };
    const { told } = await read('ledger', 'mapping-drops-columns.csv', { mapping, matchNames: true });
    expect(told).toEqual([]);
  });

  it('columns by place: a file without a heading, one with a heading, rejected rows that come back', async () => {
    const yaml =
      'fields:\n  finding_no: { column: 1 }\n  source: { value: 巡察 }\n  description: { columns: [2, 3], join: "，" }\n  found_on: { column: 4 }\n  cadre_no: { column: 5 }\nignore: [6]\n';
    const mapping = readMappingFile(yaml, 'm.yaml');
    const rows = 'D-1,a,b,2018-09-01,C1,x,\nD-2,c,,2018-09-01,C1,x,y\n';
    const heads = ['', '问题编号,问题描述,补充,发现时间,责任人编号,甲,乙\n', '1,2,3,4,5,6,退回原因\n'];
    for (const head of heads) {
      const { records, problems, told } = await readText('findings', head + rows, { mapping });
      expect(problems).toEqual([]);
      expect(records.map((each) => [each.finding_no, each.description])).toEqual([
        ['D-1', 'a，b'],
        ['D-2', 'c'],
      ]);
      const left = told.filter(({ code }) => code.startsWith('column_'));
      expect(left.map(({ place }) => place?.column)).toEqual(head.startsWith('问题') ? ['乙'] : ['7']);
    }
  });
});

describe('workbooks', () => {
  it.each([
    ['formula-without-value.xlsx', 'formula_without_value'],
    ['dangling-text.xlsx', 'cell_text_missing'],
  ])('%s: refused by cell', async (name, code) => {
    const { records, problems } = await read('findings', name);
    expect(records).toEqual([]);
    expect(problems).toMatchObject([{ code, place: { line: 2, column: '整改时限' } }]);
  });

  it('error-value.xlsx: every error value is refused, as text in a CSV too', async () => {
    const { records, problems, rows } = await read('findings', 'error-value.xlsx');
    expect(records).toEqual([]);
    expect(problems).toHaveLength(rows.length);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['cell_is_error']));
    expect(problems.map(({ place }) => place?.value)).toContain('#SPILL!');
    const head = '问题编号,问题来源,问题描述,发现时间,责任人编号\n';
    const errors = ['#CALC!', '#FIELD!', '#BLOCKED!', '#NAME?', '#GETTING_DATA', 'Err:502', '#DIV/0!'];
    const text = errors.map((error, at) => `D-${at},巡察,${error},2018-09-01,C1\n`).join('');
    const csv = await readText('findings', head + text);
    expect(csv.problems.map(({ code }) => code)).toEqual(errors.map(() => 'cell_is_error'));
    const fine = await readText('findings', `${head}D-1,巡察,#1号水池渗漏,2018-09-01,C1\n`);
    expect(fine.problems).toEqual([]);
  });

  it('percent-register.xlsx: 100 % is done', async () => {
    const { records } = await read('ledger', 'percent-register.xlsx');
    expect(records).toMatchObject([{ progress: 'done' }]);
  });

  it('percent-progress.xlsx: 85, as a percentage', async () => {
    const { records } = await read('progress', 'percent-progress.xlsx');
    expect(records).toMatchObject([{ done: 8500, percent: true }]);
  });

  it('number-with-letters.xlsx: TJ007, as shown', async () => {
    const { records } = await read('cadres', 'number-with-letters.xlsx');
    expect(records).toMatchObject([{ cadre_no: 'TJ007' }]);
  });

  it('workbook-elsewhere.xlsx is read', async () => {
    expect((await read('findings', 'workbook-elsewhere.xlsx')).records).toHaveLength(1);
  });

  it.each([undefined, 'all'])(
    'chart-tab.xlsx is read, its chart skipped and named (--sheet %s)',
    async (sheet) => {
      const { records, told } = await read('findings', 'chart-tab.xlsx', { sheet });
      expect(records).toMatchObject([{ finding_no: 'R-1', due_on: '2018-09-08' }]);
      expect(told).toMatchObject([{ code: 'sheet_is_chart', values: { sheet: '统计图' } }]);
    },
  );

  it('chinese-date-format.xls: a day', async () => {
    const { records, problems } = await read('findings', 'chinese-date-format.xls');
    expect(problems).toEqual([]);
    expect(records).toMatchObject([{ found_on: '2018-09-01' }]);
  });

  it.each([undefined, 'all'])(
    'hidden-sheet-and-row.xls: the sheet left out, the row read (--sheet %s)',
    async (sheet) => {
      const { records, told } = await read('findings', 'hidden-sheet-and-row.xls', { sheet });
      expect(records.length).toBeGreaterThan(1);
      expect(told.map(({ code }) => code)).toEqual(['sheet_hidden', 'rows_hidden']);
    },
  );

  it.each([
    ['excel95.xls', 'workbook_excel95'],
    ['web-page.xls', 'file_not_a_table'],
  ])('%s is named for what it is', async (name, code) => {
    expect(await refusalOf(() => read('findings', name))).toMatchObject([{ code }]);
  });
});
