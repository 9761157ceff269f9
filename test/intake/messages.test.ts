// Every message of intake is raised by a bad file, at the right place, and has words in both languages.

import { readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/domain/problem.ts';
import type { RecordKind } from '../../src/domain/records/records.ts';
import { problemsIntake as en } from '../../src/i18n/en/problems-intake.ts';
import { problemsIntake as zh } from '../../src/i18n/zh/problems-intake.ts';
import { readMappingFile } from '../../src/intake/mapping-file.ts';
import { readPolicyFile } from '../../src/intake/policy-file.ts';
import { fieldNamed } from '../../src/jobs/import/inspect.ts';
import { archiveCases } from './archive-cases.ts';
import { sheetXml, workbookOf, zipOf } from './hostile.ts';
import { errorFixture, findingHeader, importFixture, readFile, readText, refusalOf } from './support.ts';

type Code = keyof typeof zh;
interface Expected {
  readonly line?: number;
  readonly column?: string;
  readonly value?: string;
}

const covered = new Set<string>();

/** Expects a code among the problems and its place as given; returns the problem. */
function expectProblem(problems: readonly Problem[], code: Code, expected: Expected): void {
  covered.add(code);
  const found = problems.find((problem) => problem.code === code);
  expect(problems.map((problem) => problem.code)).toContain(code);
  expect(found?.place).toMatchObject(expected);
  for (const template of [zh[code], en[code]]) {
    for (const [, name = ''] of template.matchAll(/\{(\w+)\}/g)) expect(found?.values).toHaveProperty(name);
  }
}

async function everythingSaid(kind: RecordKind, file: string, mapping?: string): Promise<readonly Problem[]> {
  const said: Problem[] = [];
  const refused = await refusalOf(async () => {
    const options =
      mapping === undefined ? {} : { mapping: readMappingFile(readFileSync(mapping, 'utf8'), mapping) };
    const read = await readFile(kind, file, options);
    said.push(...read.told, ...read.problems);
  });
  return [...said, ...refused];
}

type Row = readonly [Code, RecordKind, Expected, (string | undefined)?];
const files: readonly Row[] = [
  ['file_empty', 'findings', {}],
  ['file_not_a_table', 'findings', {}, 'file_not_a_table.xls'],
  ['encoding_unknown', 'findings', {}],
  ['quote_not_closed', 'findings', { line: 2 }],
  ['header_missing', 'findings', {}],
  ['heading_twice', 'findings', { line: 1, column: '附注' }],
  ['heading_asked', 'findings', { line: 1, column: '完成时间' }],
  ['field_twice', 'findings', { line: 1, column: '台账编号' }],
  ['columns_missing', 'findings', { line: 1 }],
  ['serial_without_prefix', 'findings', { line: 1, column: '序号' }],
  ['column_unknown', 'findings', { line: 1, column: '照片张数' }],
  ['column_unknown_near', 'findings', { line: 1, column: '整改错施' }],
  ['row_too_short', 'findings', { line: 2 }],
  ['row_too_wide', 'findings', { line: 2 }],
  ['cell_without_heading', 'findings', { line: 2 }],
  ['rows_of_totals', 'findings', { line: 3 }],
  ['rows_of_footer', 'findings', { line: 3 }],
  ['rows_of_notes', 'findings', { line: 3 }],
  ['rows_of_headings', 'findings', { line: 2 }],
  ['rows_of_header', 'findings', { line: 3 }],
  ['rows_joined', 'findings', { line: 3 }],
  ['rows_short', 'findings', { line: 2 }],
  ['word_not_understood', 'reports', { line: 2, column: 'progress', value: '正在补修路面' }],
  ['words_kept', 'ledger', { line: 2 }],
  ['word_wanted', 'ledger', { line: 2, column: '上报时间', value: '2018-09-09' }],
  ['checks_incomplete', 'ledger', { line: 2 }],
  ['personal_id_card', 'findings', { line: 2, column: 'remark' }],
  ['personal_phone', 'findings', { line: 2, column: 'description' }],
  ['header_at', 'findings', { line: 2 }],
  ['encoding_guessed', 'findings', {}],
  ['delimiter_guessed', 'findings', {}],
  ['cell_required', 'findings', { line: 2, column: 'description', value: '' }],
  ['cell_not_a_day', 'findings', { line: 2, column: 'found_on', value: '八月初' }],
  ['day_without_year', 'findings', { line: 2, column: 'due_on', value: '9月20日' }],
  ['day_like_number', 'findings', { line: 2, column: 'due_on', value: '9.2' }],
  ['day_not_in_calendar', 'findings', { line: 2, column: 'found_on', value: '2018-02-30' }],
  ['deadline_in_words', 'findings', { line: 2, column: 'due_on', value: '长期坚持' }],
  ['cell_not_one_of', 'checks', { line: 2, column: 'result', value: '还行' }],
  ['cell_not_one_of_near', 'checks', { line: 2, column: 'result', value: 'rectifed' }],
  ['cell_word_asked', 'cadres', { line: 2, column: '职级', value: '主任科员' }],
  ['cell_is_error', 'findings', { line: 2, column: 'description', value: '#N/A' }],
  ['cell_not_whole', 'talks', { line: 2, column: 'round', value: '1.5' }],
  ['cell_not_an_amount', 'progress', { line: 2, column: 'done', value: '12.345' }],
  ['severity_not_1_to_3', 'findings', { line: 2, column: 'severity', value: '0' }],
  ['severity_not_1_to_3', 'findings', { line: 2, column: 'severity', value: '1.5' }, 'severity_half.csv'],
  ['number_spoilt', 'findings', { line: 2, column: 'finding_no', value: '1.1E+17' }],
  ['number_not_single', 'findings', { line: 2, column: 'finding_no', value: 'F-1;F-2' }],
  ['name_not_number', 'findings', { line: 2, column: '责任人', value: '甲一、乙二' }],
  ['milestone_unreadable', 'tasks', { line: 2, column: 'milestones' }],
  ['milestone_outside', 'tasks', { line: 2, column: 'milestones' }],
  ['milestone_past_target', 'tasks', { line: 2, column: 'milestones' }],
  ['milestones_not_rising', 'tasks', { line: 2, column: 'milestones' }],
  ['start_after_due', 'tasks', { line: 2, column: 'start_on', value: '2018-10-01' }],
  ['left_before_joined', 'cadres', { line: 2, column: 'left_on', value: '2018-05-31' }],
  ['due_before_found', 'findings', { line: 2, column: 'due_on', value: '2018-07-31' }],
  ['recurs_itself', 'findings', { line: 2, column: 'recurs', value: 'F-1' }],
  ['cadre_twice', 'findings', { line: 2, column: 'assist_no', value: 'C2' }],
  ['new_due_before_granted', 'extensions', { line: 2, column: 'new_due_on' }],
  ['ruling_half_filled', 'objections', { line: 2, column: 'ruling', value: '' }],
  ['ruled_before_raised', 'objections', { line: 2, column: 'ruled_on' }],
  ['finding_and_task', 'reassignments', { line: 2, column: 'task_no', value: 'T-1' }],
  ['finding_or_task', 'reassignments', { line: 2, column: 'finding_no' }],
  ['reassigned_to_same', 'reassignments', { line: 2, column: 'to_no', value: 'C1' }],
  ['decision_empty', 'decisions', { line: 2, column: 'measure' }],
  ['file_is_word', 'findings', {}, 'file_is_word.doc'],
  ['file_is_word', 'findings', {}, 'file_is_word.rtf'],
  ['word_without_table', 'findings', {}, 'word_without_table.docx'],
  ['word_broken', 'findings', {}, 'word_broken.docx'],
  ['word_cell_not_text', 'findings', { line: 2, column: '问题描述' }, 'word_cell_not_text.docx'],
  ['word_text_left_out', 'findings', {}, 'word_text_left_out.docx'],
  ['json_broken', 'reports', { line: 2 }, 'json_broken.jsonl'],
  ['json_array_broken', 'reports', { line: 2 }, 'json_array_broken.json'],
  ['json_not_an_object', 'reports', { line: 2 }, 'json_not_an_object.jsonl'],
  ['json_value_nested', 'reports', { line: 1 }, 'json_value_nested.jsonl'],
  ['json_key_twice', 'findings', { line: 2 }, 'json_key_twice.jsonl'],
  ['text_not_unicode', 'reports', { line: 1 }, 'text_not_unicode.jsonl'],
];

describe('messages about files', () => {
  const cases = files.map(([code, kind, expected, name]) => ({
    code,
    kind,
    expected,
    file: name ?? `${code}.csv`,
  }));
  it.each(cases)('$code from $file', async ({ code, kind, expected, file }) => {
    expectProblem(await everythingSaid(kind, errorFixture(file)), code, expected);
  });

  it('encoding_broken names the line', async () => {
    const problems = await refusalOf(() =>
      readFile('findings', errorFixture('encoding_broken.csv'), { encoding: 'utf-8' }),
    );
    expectProblem(problems, 'encoding_broken', { line: 3 });
  });

  it('options that are not supported', async () => {
    const file = errorFixture('cell_required.csv');
    expectProblem(
      await refusalOf(() => readFile('findings', file, { encoding: 'klingon' })),
      'encoding_not_supported',
      {},
    );
    expectProblem(
      await refusalOf(() => readFile('findings', file, { delimiter: '|' })),
      'delimiter_not_supported',
      {},
    );
  });

  it('a sheet name is asked of a text', async () => {
    const refused = refusalOf(() =>
      readFile('findings', errorFixture('cell_required.csv'), { sheetAs: 'source' }),
    );
    expectProblem(await refused, 'sheet_as_without_sheet', {});
    expectProblem(await refusalOf(() => fieldNamed('findings', '来处')), 'sheet_as_unknown', {});
    expect(fieldNamed('findings', '问题来源')).toBe('source');
  });

  it('files that are not there or not files', async () => {
    expectProblem(await refusalOf(() => readFile('findings', '/nowhere/x.csv')), 'file_not_found', {});
    expectProblem(await refusalOf(() => readFile('findings', '/tmp')), 'file_unreadable', {});
  });

  it('rows without end and without measure', async () => {
    const long = `${findingHeader}\nF-1,s,"${'x'.repeat(3_000_000)}`;
    expectProblem(await refusalOf(() => readText('findings', long)), 'row_too_long', { line: 2 });
    const wide = `${'a,'.repeat(20_000)}\n`;
    expectProblem(await refusalOf(() => readText('findings', wide)), 'columns_too_many', { line: 1 });
    const bad = `${findingHeader}\n${'x\n'.repeat(200_001)}`;
    expectProblem(await refusalOf(() => readText('findings', bad)), 'rows_bad_many', { line: 200_002 });
  });

  it('json_key_late', async () => {
    const lines = Array.from(
      { length: 2100 },
      (_, at) => `{"finding_no":"F-${at}","reported_on":"2018-09-01"}`,
    );
    lines.push('{"finding_no":"F-x","reported_on":"2018-09-01","note":"late"}');
    const read = await readText('reports', lines.join('\n'), { name: 'x.jsonl' });
    expectProblem(read.problems, 'json_key_late', { line: 2101 });
  });
});

describe('messages about mappings and policies', () => {
  it('a day that does not fit the format of the mapping', async () => {
    const said = await everythingSaid(
      'findings',
      errorFixture('day_not_in_format.csv'),
      errorFixture('day_not_in_format.yaml'),
    );
    expectProblem(said, 'day_not_in_format', { line: 2, column: '日期时间', value: '13/45/2018' });
  });

  it.each(['mapping_column_unknown', 'mapping_column_near'] as const)('%s', async (code) => {
    const said = await everythingSaid(
      'findings',
      errorFixture('day_not_in_format.csv'),
      errorFixture(`${code}.yaml`),
    );
    expectProblem(said, code, { line: 1 });
  });

  it('column_left_out', async () => {
    const mapping = readMappingFile('fields: { due_on: { column: 期限 } }', 'm.yaml');
    const text = `${findingHeader},期限,整改时限,完成时间\nF-1,s,d,2018-08-01,C1,2018-09-01,2018-10-01,x\n`;
    const { told } = await readText('findings', text, { mapping });
    expectProblem(told, 'column_left_out', { line: 1, column: '整改时限' });
    expect(told.map(({ place }) => place?.column)).toEqual(['整改时限', '完成时间']);
  });

  it('rows_skipped_by_mapping', async () => {
    const mapping = readMappingFile(
      'skip: [{ column: remark, equals: "-" }]\nfields:\n  source: { value: A }\n',
      'm',
    );
    const read = await readText('findings', `${findingHeader},remark\nF-1,s,d,2018-08-01,C1,-\n`, {
      mapping,
    });
    expect(read.rows).toEqual([]);
    expectProblem(read.told, 'rows_skipped_by_mapping', { line: 2 });
  });

  const mappings: readonly (readonly [Code, number])[] = [
    ['mapping_source_wanted', 2],
    ['mapping_format_wrong', 2],
    ['mapping_join_alone', 2],
    ['mapping_column_wanted', 2],
    ['yaml_number_spoilt', 2],
  ];
  it.each(mappings)('%s on line %i of a mapping', async (code, line) => {
    const file = errorFixture(`${code}.yaml`);
    expectProblem(await refusalOf(() => readMappingFile(readFileSync(file, 'utf8'), file)), code, { line });
  });

  const policies: readonly (readonly [Code, Expected])[] = [
    ['yaml_broken', {}],
    ['yaml_not_a_map', {}],
    ['yaml_key_unknown', { line: 3, value: 'threshold_of_shame' }],
    ['yaml_key_near', { line: 5, value: 'recurence' }],
    ['yaml_key_missing', {}],
    ['yaml_value_wrong', { line: 3 }],
    ['yaml_value_not_one_of', { line: 4, value: 'everything' }],
    ['yaml_text_wanted', { line: 2, value: '2018' }],
    ['policy_number_wanted', { line: 4 }],
    ['policy_decimals', { line: 5, value: '0.125' }],
    ['policy_negative', { line: 5, value: '-1' }],
    ['policy_too_large', { line: 5, value: '1000000.01' }],
    ['yaml_key_twice', { line: 5, value: '1' }],
    ['policy_at_least_zero', { line: 4, value: '0' }],
    ['policy_tiers_order', { line: 5, value: 'self_criticism' }],
    ['policy_tiers_points', { line: 5, value: '2' }],
    ['policy_tiers_empty', { line: 3 }],
    ['policy_measure_twice', { line: 5, value: 'reminder_talk' }],
    ['policy_whole_wanted', { line: 6, value: '1.5' }],
    ['policy_span_negative', { line: 5, value: '-5' }],
    ['policy_raise_at_one', { line: 5, value: '1' }],
    ['policy_window_zero', { line: 5, value: '0' }],
    ['policy_days_form', { line: 5, value: '5 days' }],
  ];
  it.each(policies)('%s in a policy', async (code, expected) => {
    const file = errorFixture(`${code}.yaml`);
    expectProblem(await refusalOf(() => readPolicyFile(readFileSync(file, 'utf8'), file)), code, expected);
  });
});

describe('messages about workbooks', () => {
  const refused = (bytes: Uint8Array, options = {}) =>
    refusalOf(() => readText('findings', bytes, { name: 'x.xlsx', ...options }));
  const header = findingHeader.split(',');
  const row = ['F-1', '省委巡视', '道路未硬化', '2018-08-01', 'C1'];

  it('broken, encrypted, with a DTD', async () => {
    expectProblem(await refused(Buffer.from('PK\x03\x04 and no more')), 'workbook_broken', {});
    const locked = await writeXlsx({
      sheets: [{ name: 'a', rows: [header] }],
      encryption: { password: 'x', spinCount: 1000 },
    });
    expectProblem(await refused(locked), 'workbook_encrypted', {});
    expectProblem(await refused(workbookOf(sheetXml(''), { dtd: true })), 'workbook_dtd', {});
  });

  it('without measure', async () => {
    const bomb = zipOf([{ name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(300 << 20) }]);
    expectProblem(await refused(bomb), 'workbook_too_large', {});
    const far = sheetXml('<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>');
    expectProblem(await refused(workbookOf(far)), 'workbook_too_wide', {});
  });

  it('what archives and their parts are refused for', { timeout: 60_000 }, async () => {
    const large = Buffer.alloc(129 << 20);
    large.write('PK\x03\x04', 'latin1');
    expectProblem(await refused(large), 'workbook_file_too_large', {});
    const seen = new Set<Code>(['workbook_too_large', 'workbook_broken']);
    for (const { code, make } of archiveCases) {
      if (seen.has(code)) continue;
      seen.add(code);
      const said: Problem[] = [];
      const refusals = await refusalOf(async () => {
        said.push(...(await readText('findings', make(), { name: 'x.xlsx' })).problems);
      });
      expectProblem([...said, ...refusals], code, {});
    }
  });

  it('sheets', async () => {
    const one = { name: '一村', rows: [header, row] };
    const two = { name: '二村', rows: [header, row] };
    const notes = { name: '说明', rows: [['请逐项填写']] };
    const hidden = { name: '旧', rows: [header, row], hidden: true };
    const both = await writeXlsx({ sheets: [one, two, notes, hidden] });
    expectProblem(await refused(both), 'sheet_not_chosen', {});
    expectProblem(await refused(both, { sheet: '三村' }), 'sheet_unknown', {});
    const single = await readText('findings', await writeXlsx({ sheets: [one, notes, hidden] }), {
      name: 'x.xlsx',
    });
    expect(single.records).toHaveLength(1);
    expectProblem(single.told, 'sheet_taken', {});
    expectProblem(single.told, 'sheet_hidden', {});
    const none = await writeXlsx({ sheets: [{ name: 'a', rows: [] }] });
    expectProblem(await refused(none), 'workbook_without_rows', {});
  });

  it('cells that cannot be read as they stand, and charts', async () => {
    const cells = (description: string, found: string, remark = '') =>
      `<row r="2">${['F-1', 's'].map((text, at) => inline(`${'AB'[at]}2`, text)).join('')}${description}${found}${inline('E2', 'C1')}${remark}</row>`;
    const inline = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const head = `<row r="1">${[...header, 'remark'].map((text, at) => inline(`${'ABCDEF'[at]}1`, text)).join('')}</row>`;
    const day = inline('D2', '2018-08-01');
    const cases: readonly (readonly [Code, string])[] = [
      ['formula_without_value', cells('<c r="C2" t="str"><f>A1</f></c>', day)],
      ['formula_without_value', cells('<c r="C2"><f>A1</f><v></v></c>', day)],
      ['cell_text_missing', cells('<c r="C2" t="s"><v>0</v></c>', day)],
      ['cell_text_missing', cells('<c r="C2" t="s"><v></v></c>', day)],
      ['cell_value_missing', cells('<c r="C2"><v/></c>', day)],
      ['cell_is_error', cells('<c r="C2" t="e"><v>#EXOTIC!</v></c>', day)],
    ];
    for (const [code, rows] of cases) {
      const read = await readText('findings', workbookOf(sheetXml(head + rows)), { name: 'x.xlsx' });
      expectProblem(read.problems, code, { line: 2, column: 'description' });
    }
    // An empty text that a formula gave is what the sheet shows.
    const empty = cells(inline('C2', 'd'), day, '<c r="F2" t="str"><f>IF(A2="","x","")</f><v></v></c>');
    const fine = await readText('findings', workbookOf(sheetXml(head + empty)), { name: 'x.xlsx' });
    expect(fine.problems).toEqual([]);
    expect(fine.records).toMatchObject([{ remark: null }]);
  });

  it('numbers whose format says more than their value', async () => {
    const styled = (value: number, numFmt: string) => ({ value, style: { numFmt } });
    const book = async (done: unknown, kind: 'progress' | 'tasks' = 'progress', unit = '%') => {
      const rows =
        kind === 'progress'
          ? [
              ['task_no', 'on', 'done'],
              ['T-1', '2018-09-01', null],
            ]
          : [
              ['task_no', 'name', 'target', 'quantity_unit', 'start_on', 'due_on', 'cadre_no'],
              ['T-1', 'n', null, unit, '2018-09-01', '2018-10-01', 'C1'],
            ];
      const cells = new Map([[`1,2`, done as { value: number }]]);
      return readText(kind, await writeXlsx({ sheets: [{ name: 'a', rows, cells }] }), { name: 'x.xlsx' });
    };
    expectProblem((await book(styled(0.996, '0%'))).problems, 'percent_rounded', { line: 2, column: 'done' });
    expectProblem((await book(styled(3, '[DBNum1]0'))).problems, 'cell_format_unknown', { line: 2 });
    expectProblem((await book(styled(3, '0"亩"'))).problems, 'cell_not_an_amount', { value: '3亩' });
    expectProblem((await book(styled(1, '0%'), 'tasks', '亩')).problems, 'percent_not_the_unit', { line: 2 });
    expect((await book(styled(1, '0%'), 'tasks')).records).toMatchObject([{ target: 10000 }]);
    expect((await book(styled(1234.5, '#,##0.00'))).records).toMatchObject([{ done: 123450 }]);
  });

  it('what is no workbook that can be read is named', async () => {
    const doc = zipOf([{ name: 'xl/workbook.bin', data: Buffer.from('x') }]);
    expectProblem(await refused(doc), 'workbook_other', {});
    expectProblem(
      await refused(readFileSync(importFixture('as-it-stands/excel95.xls'))),
      'workbook_excel95',
      {},
    );
    const old = Buffer.from([9, 4, 6, 0, 0, 0, 0x10, 0, 0, 0]);
    expectProblem(await refused(old), 'workbook_excel95', {});
  });

  it('charts, and sheets that do not fit under --sheet all', async () => {
    const chart = await readFile('findings', importFixture('as-it-stands/chart-tab.xlsx'));
    expectProblem(chart.told, 'sheet_is_chart', {});
    const sheets = [
      { name: '清单', rows: [header, row] },
      { name: '说明', rows: [['请逐项填写', 'x']] },
      {
        name: '统计',
        rows: [
          ['单位', '数量'],
          ['甲', 1],
        ],
      },
    ];
    const all = await readText('findings', await writeXlsx({ sheets }), { name: 'x.xlsx', sheet: 'all' });
    expect(all.records).toHaveLength(1);
    expect(all.told.map(({ values }) => values.sheet)).toEqual(['说明', '统计']);
    expectProblem(all.told, 'sheet_without_header', {});
    const cut = [
      { name: '清单', rows: [header, row] },
      { name: '二', rows: [header.slice(0, 3), row.slice(0, 3)] },
    ];
    expectProblem(await refused(await writeXlsx({ sheets: cut }), { sheet: 'all' }), 'columns_missing', {});
  });

  it('rows that are hidden, numbers that became dates', async () => {
    const dated = ['F-1', '省委巡视', '道路未硬化', '2018-08-01', new Date(Date.UTC(2018, 0, 2))];
    const rowDefs = new Map([[1, { hidden: true }]]);
    const book = await writeXlsx({ sheets: [{ name: 'a', rows: [header, row, dated], rowDefs }] });
    const read = await readText('findings', book, { name: 'x.xlsx' });
    expect(read.records).toHaveLength(1);
    expectProblem(read.told, 'rows_hidden', {});
    expectProblem(read.problems, 'number_became_date', { line: 3, column: 'cadre_no' });
  });
});

it('every code has words in both languages and a case above', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  expect([...covered].sort()).toEqual(Object.keys(zh).sort());
});
