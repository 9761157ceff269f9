// Cells to values: the words, numbers and defaults of every kind, and the three states of a cell.
import { describe, expect, it } from 'vitest';
import { readMappingFile } from '../../../src/intake/mapping-file.ts';
import { findingHeader, readText } from '../support.ts';

const finding = (header: string, cells: string) =>
  readText('findings', `${findingHeader},${header}\nF-1,省委巡视,道路,2018-08-01,C1,${cells}\n`);

it('a column that is not there is undefined, an empty cell null', async () => {
  const { records, columns } = await finding('village,remark', ',好');
  expect(records[0]).toMatchObject({ village: null, remark: '好' });
  expect(records[0]?.station).toBeUndefined();
  expect(columns).toEqual([
    'finding_no',
    'source',
    'village',
    'description',
    'found_on',
    'cadre_no',
    'remark',
  ]);
});

describe('defaults', () => {
  it('severity is 1 in an empty cell and undefined without the column', async () => {
    expect((await finding('severity', '')).records[0]?.severity).toBe(1);
    expect((await finding('remark', '')).records[0]?.severity).toBeUndefined();
  });

  it('progress is done, ground other', async () => {
    const reports = await readText('reports', 'finding_no,reported_on\nF-1,2018-09-01\n');
    expect(reports.records[0]?.progress).toBe('done');
    const objections = await readText(
      'objections',
      'finding_no,cadre_no,raised_on,reason\nF-1,C1,2018-09-01,不属实\n',
    );
    expect(objections.records[0]).toMatchObject({ ground: 'other' });
    expect(objections.records[0]?.ruling).toBeUndefined();
  });
});

describe('words', () => {
  it.each([
    ['1', 1],
    ['一般', 1],
    ['较重', 2],
    ['较大', 2],
    ['严重', 3],
    ['重大', 3],
  ])('severity %s', async (word, value) => {
    expect((await finding('severity', word)).records[0]?.severity).toBe(value);
  });

  it.each([
    ['科级', 'section'],
    ['正科级', 'section'],
    ['股级干部', 'subsection'],
    ['中层', 'subsection'],
    ['办事员', 'staff'],
    ['STAFF', 'staff'],
    ['其他', 'other'],
  ])('rank %s', async (word, value) => {
    const { records } = await readText('cadres', `cadre_no,name,rank\nC1,甲一,${word}\n`);
    expect(records[0]?.rank).toBe(value);
  });

  it.each([
    ['合格', 'rectified'],
    ['√', 'rectified'],
    ['同意销号', 'rectified'],
    ['基本到位', 'partial'],
    ['×', 'not_rectified'],
    ['退回', 'not_rectified'],
  ])('result %s', async (word, value) => {
    const { records } = await readText(
      'checks',
      `finding_no,result,checked_on,checked_by\nF-1,${word},2018-09-01,督一\n`,
    );
    expect(records[0]?.result).toBe(value);
  });

  it.each([
    ['异议成立', 'upheld'],
    ['采纳', 'upheld'],
    ['不再列为责任人', 'released'],
    ['不予采纳', 'dismissed'],
  ])('ruling %s', async (word, value) => {
    const text = `finding_no,cadre_no,raised_on,reason,ruled_on,ruling,ruled_by\nF-1,C1,2018-09-01,x,2018-09-02,${word},纪委\n`;
    expect((await readText('objections', text)).records[0]?.ruling).toBe(value);
  });

  it('属实 is asked about', async () => {
    const text =
      'finding_no,cadre_no,raised_on,reason,ruled_on,ruling,ruled_by\nF-1,C1,2018-09-01,x,2018-09-02,属实,纪委\n';
    expect((await readText('objections', text)).problems).toMatchObject([{ code: 'cell_word_asked' }]);
  });

  it.each([
    ['是', 'present'],
    ['1', 'present'],
    ['yes', 'present'],
    ['√', 'present'],
    ['否', 'absent'],
    ['0', 'absent'],
    ['缺席', 'absent'],
    ['leave', 'leave'],
    ['公出', 'leave'],
  ])('present %s', async (word, value) => {
    const { records } = await readText(
      'attendance',
      `点位,日期,时段,工号,是否到岗\n学校,2018-09-01,晚,C1,${word}\n`,
    );
    expect(records[0]).toMatchObject({ present: value, session: 'evening' });
  });

  it.each([
    ['true', true],
    ['YES', true],
    ['是', true],
    ['1', true],
    ['false', false],
    ['no', false],
    ['否', false],
    ['0', false],
    ['', null],
  ])('commended %j', async (word, value) => {
    const { records } = await readText(
      'decisions',
      `cadre_no,measure,commended,by,reason\nC1,提醒谈话,${word},书记,x\n`,
    );
    expect(records[0]).toMatchObject({ measure: 'reminder_talk', commended: value });
  });

  it('the word of a report: what follows it is the note, other words make the row bad', async () => {
    const text =
      'finding_no,reported_on,progress,note\nF-1,2018-09-01,正在补修,材料待补\nF-2,2018-09-01,"基本完成,缺印章",待补\nF-3,2018-09-01,,x\n';
    const { records, problems } = await readText('reports', text);
    expect(problems).toMatchObject([
      { code: 'word_not_understood', place: { line: 2, column: 'progress', value: '正在补修' } },
    ]);
    expect(records).toMatchObject([
      { finding_no: 'F-2', progress: 'partly', note: '缺印章；待补' },
      { finding_no: 'F-3', progress: 'done', note: 'x' },
    ]);
  });

  it('in a register without a day of application other words are kept, and are no report', async () => {
    const head = '问题编号,完成情况,申请时间,整改说明\n';
    const rows =
      'F-1,正在协调资金,,\nF-2,正在协调资金,2018-09-01,\nF-3,,2018-09-01,\nF-4,,,\nF-5,未完成，资金,,';
    const { records, problems, told } = await readText('ledger', `${head}${rows}`);
    expect(problems).toMatchObject([{ code: 'word_not_understood', place: { line: 3 } }]);
    expect(records).toMatchObject([
      { finding_no: 'F-1', progress: null, unit_words: '正在协调资金' },
      { finding_no: 'F-3', progress: 'done', unit_words: null },
      { finding_no: 'F-4', progress: null, unit_words: null },
      { finding_no: 'F-5', progress: 'not_done', note: '资金', unit_words: null },
    ]);
    expect(told).toMatchObject([{ code: 'words_kept', values: { count: 1, lines: [2] } }]);
  });

  it('a day without a column of words is done; 上报时间 asks for a word', async () => {
    const read = async (heading: string) =>
      readText('ledger', `问题编号,${heading},整改说明\nF-1,2018-09-01,已补\nF-2,,资金未到\n`);
    for (const heading of ['申请时间', '申请销号时间', '实际完成时间']) {
      const { records, problems } = await read(heading);
      expect(problems).toEqual([]);
      expect(records).toMatchObject([
        { progress: 'done', note: '已补', unit_words: null },
        { unit_words: '资金未到' },
      ]);
    }
    const { problems } = await read('上报时间');
    expect(problems).toMatchObject([{ code: 'word_wanted', place: { line: 2, column: '上报时间' } }]);
  });

  it('a mapping says what words mean, and they stay as the note', async () => {
    const mapping = readMappingFile(
      'fields: { progress: { column: 完成情况, map: { 已完成80%: partly } } }',
      'm.yaml',
    );
    const text = '问题编号,完成情况,申请时间\nF-1,已完成80%,2018-09-01\nF-2,已完成,2018-09-01\n';
    const { records } = await readText('ledger', text, { mapping });
    expect(records).toMatchObject([{ progress: 'partly', note: '已完成80%' }, { progress: 'done' }]);
  });

  it('a cell of nothing but separators names nobody', async () => {
    const text = 'finding_no,source,description,found_on,cadre_no,assist_no\nF-1,s,d,2018-02-03,;,；\n';
    const { problems } = await readText('findings', text);
    expect(problems.map(({ code, values, place }) => [code, values, place?.column])).toEqual([
      ['person_nobody', { text: ';' }, 'cadre_no'],
      ['person_nobody', { text: '；' }, 'assist_no'],
    ]);
  });

  it('a bad cell hides nothing else that is wrong with its row', async () => {
    const text = `finding_no,source,description,found_on,due_on,cadre_no,recurs,remark\nF-1,,d,2018-02-30,2018-01-01,C1;C1,F-1,\n`;
    const { problems } = await readText('findings', text);
    expect(problems.map(({ code }) => code)).toEqual([
      'cell_required',
      'day_not_in_calendar',
      'recurs_itself',
      'cadre_twice',
    ]);
  });
});

describe('numbers that are names', () => {
  it.each(['007', '412345678901234567', '1.10', 'F-1', '１２', '甲-1', '1e5x'])(
    '%s stays as typed',
    async (number) => {
      const text = `${findingHeader}\n${number},s,d,2018-08-01,${number}\n`;
      expect((await readText('findings', text)).records[0]).toMatchObject({
        finding_no: number,
        cadre_no: [number],
      });
    },
  );

  it.each(['1.1E+17', '4.12345678901234E+17', '1e+05', '1E17'])('%s is spoilt', async (number) => {
    const text = `${findingHeader}\nF-1,s,d,2018-08-01,C1;${number}\n`;
    expect((await readText('findings', text)).problems).toMatchObject([
      { code: 'number_spoilt', place: { column: 'cadre_no', line: 2 } },
    ]);
  });

  it('several stand between ; , 、 or line breaks', async () => {
    for (const cell of ['C1;C2', 'C1；C2；', '"C1, C2"', 'C1、C2', 'C1，C2', '"C1\nC2\n"']) {
      const { records } = await readText('findings', `${findingHeader}\nF-1,s,d,2018-08-01,${cell}\n`);
      expect(records[0]?.cadre_no).toEqual(['C1', 'C2']);
    }
  });

  it('a cadre named twice in one cell or in two roles is a bad row', async () => {
    for (const cells of ['C1;C1,', 'C1,C2;C1']) {
      const text = `${findingHeader},leader_no\nF-1,s,d,2018-08-01,${cells}\n`;
      expect((await readText('findings', text)).problems).toMatchObject([{ code: 'cadre_twice' }]);
    }
  });
});

describe('deadlines', () => {
  it.each([
    ['+5d', { plus: 5, unit: 'd' }],
    ['+10WD', { plus: 10, unit: 'wd' }],
    ['2018年9月底前', '2018-09-30'],
    ['', null],
  ])('%j', async (cell, due) => {
    expect((await finding('due_on', cell)).records[0]?.due_on).toEqual(due);
  });

  it.each(['+5', '5d', '+wd', '-5d', '+5 d', '+99999d'])('%s is none', async (cell) => {
    expect((await finding('due_on', cell)).problems).toHaveLength(1);
  });
});

describe('amounts and milestones', () => {
  const task = (target: string, milestones = '') =>
    readText(
      'tasks',
      `task_no,name,target,start_on,due_on,cadre_no,milestones\nT-1,搬迁,${target},2018-09-01,2018-09-30,C1,${milestones}\n`,
    );

  it('hold at most two decimals, exactly', async () => {
    expect((await task('60')).records[0]?.target).toBe(6000);
    expect((await task('0.29')).records[0]?.target).toBe(29);
    for (const bad of ['1.234', '-1', '1e3', '60户', '"1,000"']) {
      expect((await task(bad)).problems).toMatchObject([{ code: 'cell_not_an_amount' }]);
    }
  });

  it('milestones are days with cumulative amounts', async () => {
    const { records } = await task('60', '2018-09-01:20;2018/9/10：59.5；2018年9月30日:60');
    expect(records[0]?.milestones).toEqual([
      { on: '2018-09-01', amount: 2000 },
      { on: '2018-09-10', amount: 5950 },
      { on: '2018-09-30', amount: 6000 },
    ]);
  });
});

it('all problems of a row are told together, in the order of the columns', async () => {
  const text = `${findingHeader},due_on,severity\n,s,,2018-02-30,C1,9.2,4\nF-2,s,d,2018-08-01,C1,,2\n`;
  const { rows, records } = await readText('findings', text);
  expect(rows[0]?.problems.map(({ code, place }) => [place?.column, code])).toEqual([
    ['finding_no', 'cell_required'],
    ['description', 'cell_required'],
    ['severity', 'severity_not_1_to_3'],
    ['found_on', 'day_not_in_calendar'],
    ['due_on', 'day_like_number'],
  ]);
  expect(records).toHaveLength(1);
});

it('a bad row 900 lines down after a quoted line break has its physical line', async () => {
  const good = 'F,s,"d\nd",2018-08-01,C1\n'.repeat(450);
  const { problems, rows } = await readText('findings', `${findingHeader}\n${good}F-x,s,d,2018-02-30,C1\n`);
  expect(problems).toMatchObject([{ place: { line: 902, column: 'found_on', value: '2018-02-30' } }]);
  expect(rows.at(-1)?.original).toEqual(['F-x', 's', 'd', '2018-02-30', 'C1']);
});
