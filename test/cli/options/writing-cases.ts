// Every command that writes, once: what is done before, its arguments, and other content.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixture, ledgerIn, world } from '../../support/errors.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { type Ran, run } from '../../support/run.ts';

export interface Case {
  /** What is done before. */
  readonly before?: readonly (readonly string[])[];
  /** Arguments after the command's name; `{folder}` stands for the folder. */
  readonly args: readonly string[];
  /** Other content under the same key. */
  readonly other: readonly string[];
  /** The output file, written again. */
  readonly file?: string;
  /** The exit code; 0 by default. */
  readonly code?: number;
  /** Without a key it is done anew each time. */
  readonly anew?: true;
}

const ON = ['--on', '2018-09-11'];
const AFTER = ['--on', '2018-09-14'];
const OPEN = ['round', 'open', '--cutoff', '2018-09-12'];
const CLOSE = ['round', 'close', '--approved-by', '书记', '--meeting', '党委会'];
const DECIDED = ['decide', 'C1', '--confirm', '--by', '审定甲', '--reason', '属实'];
const CLOSED = [OPEN, DECIDED, CLOSE];
const NEW_ORDER = [
  '--station',
  '前塘作战所',
  '--due',
  '2018-09-20',
  ...ON,
  '--issued-by',
  '王五',
  '--finding',
  'F-1',
];
const TASK = [
  '--name',
  '新任务',
  '--target',
  '10',
  '--start-on',
  '2018-09-01',
  '--due-on',
  '2018-09-30',
  '--cadre-no',
  'C1',
];

const DRAWN = ['--from', '2018-09-01', '--to', '2018-09-30', '--by', '督查丙'];

export const cases: Readonly<Record<string, Case>> = {
  init: {
    args: ['--township', '某乡', '--ledger', '{folder}/new.db'],
    other: ['--township', '他乡', '--ledger', '{folder}/new.db'],
  },
  import: {
    args: ['findings', '{folder}/bad.csv', '--skip-bad', '--rejects', '{folder}/rejects.csv'],
    other: ['findings', fixture('base', 'findings.csv')],
    file: 'rejects.csv',
    code: 3,
  },
  week: {
    args: ['{folder}/good.csv', '--cutoff', '2018-09-12', '--decisions', '{folder}/decisions.csv'],
    other: ['{folder}/good.csv'],
    file: 'decisions.csv',
  },
  'batch undo': {
    args: ['4', '--reason', '误导入', '--with-dependents'],
    other: ['1', '--reason', '另一批'],
  },
  'cadre add': {
    args: ['C9', '--name', '某九', '--rank', 'staff'],
    other: ['C10', '--name', '某十', '--rank', 'staff'],
  },
  'cadre amend': {
    args: ['C2', '--post', '主任', '--reason', '更正'],
    other: ['C2', '--post', '科员', '--reason', '更正'],
  },
  'cadre move': { args: ['C2', ...ON, '--unit', '财政所'], other: ['C2', ...ON, '--unit', '林业站'] },
  'cadre leave': { args: ['C2', ...ON, '--by', '组织办'], other: ['C3', ...ON] },
  'cadre return': {
    before: [['cadre', 'leave', 'C2', ...ON]],
    args: ['C2', '--on', '2018-09-12'],
    other: ['C3', '--on', '2018-09-12'],
  },
  'cadre statement': {
    before: CLOSED,
    args: ['C1', '--round', '1', ...ON, '--waived'],
    other: ['C1', '--round', '1', '--on', '2018-09-12', '--waived'],
  },
  'cadre talk': {
    before: CLOSED,
    args: ['C1', '--round', '1', ...AFTER, '--by', '书记'],
    other: ['C1', '--round', '1', ...AFTER, '--by', '乡长'],
  },
  'measure talk': {
    before: CLOSED,
    args: ['C1', '--round', '1', ...AFTER, '--by', '书记', '--receipt', 'signed'],
    other: ['C1', '--round', '1', ...AFTER, '--by', '乡长', '--receipt', 'signed'],
  },
  'measure serve': {
    before: CLOSED,
    args: ['C1', '--round', '1', ...AFTER, '--by', '办公室', '--receipt', 'left'],
    other: ['C1', '--round', '1', ...AFTER, '--by', '组织办', '--receipt', 'left'],
  },
  'measure appeal': {
    before: CLOSED,
    args: ['C1', '--round', '1', ...AFTER, '--reason', '过重'],
    other: ['C1', '--round', '1', ...AFTER, '--reason', '另因'],
  },
  'measure answer': {
    before: [...CLOSED, ['measure', 'appeal', 'C1', '--round', '1', ...AFTER, '--reason', '过重']],
    args: ['C1', '--round', '1', ...AFTER, '--ruling', 'dismissed', '--by', '复核甲'],
    other: ['C1', '--round', '1', ...AFTER, '--ruling', 'upheld', '--by', '复核甲'],
  },
  'measure follow-up': {
    before: CLOSED,
    args: ['C1', '--round', '1', ...AFTER, '--result', 'improved', '--by', '回访甲'],
    other: ['C1', '--round', '1', ...AFTER, '--result', 'not_improved', '--by', '回访甲'],
  },
  'calendar import': { args: ['{folder}/calendar.csv'], other: ['{folder}/other-calendar.csv'] },
  correct: {
    before: [...CLOSED, ['reverse', 'findings-1', '--reason', '误登', '--with-dependents']],
    args: ['C1', '--round', '1', '--by', '纪委', '--reason', '更正'],
    other: ['C1', '--round', '1', '--by', '纪委', '--reason', '另因'],
  },
  decide: {
    before: [OPEN],
    args: DECIDED.slice(1),
    other: ['C1', '--confirm', '--by', '审定乙', '--reason', '属实'],
  },
  'dispatch new': { args: NEW_ORDER, other: [...NEW_ORDER, '--note', '另'] },
  'dispatch receive': {
    before: [['dispatch', 'new', ...NEW_ORDER]],
    args: ['〔2018〕1号', ...ON, '--by', '签收人'],
    other: ['〔2018〕1号', ...ON, '--by', '他人'],
  },
  'finding add': {
    args: [
      'F-19',
      '--source',
      '巡察',
      '--description',
      '某事',
      '--found-on',
      '2018-09-01',
      '--cadre-no',
      'C1',
    ],
    other: [
      'F-18',
      '--source',
      '巡察',
      '--description',
      '某事',
      '--found-on',
      '2018-09-01',
      '--cadre-no',
      'C1',
    ],
  },
  'finding amend': {
    args: ['F-1', '--description', '改', '--reason', '更正'],
    other: ['F-1', '--description', '又改', '--reason', '更正'],
  },
  'finding report': { args: ['F-2', ...ON], other: ['F-2', ...ON, '--progress', 'partly'] },
  'finding check': {
    args: ['F-2', ...ON, '--result', 'partial', '--by', '督查甲'],
    other: ['F-2', ...ON, '--result', 'partial', '--by', '督查乙'],
  },
  'finding extend': {
    args: ['F-12', '--on', '2018-09-01', '--to', '2018-12-20', '--by', '分管领导'],
    other: ['F-12', '--on', '2018-09-01', '--to', '2018-12-21', '--by', '分管领导'],
  },
  'finding object': {
    args: ['F-2', ...ON, '--cadre', 'C1', '--reason', '不属实'],
    other: ['F-2', ...ON, '--cadre', 'C1', '--reason', '另因'],
  },
  'finding rule': {
    before: [['finding', 'object', 'F-2', ...ON, '--cadre', 'C1', '--reason', '不属实']],
    args: ['F-2', '--cadre', 'C1', '--ruling', 'dismissed', '--on', '2018-09-12', '--by', '裁定组'],
    other: ['F-2', '--cadre', 'C1', '--ruling', 'upheld', '--on', '2018-09-12', '--by', '裁定组'],
  },
  'finding reassign': {
    args: ['F-2', '--from', 'C1', '--to', 'C5', ...ON, '--by', '组织办'],
    other: ['F-2', '--from', 'C1', '--to', 'C3', ...ON, '--by', '组织办'],
  },
  'attendance record': {
    args: ['--site', '工地', '--session', 'morning', ...ON, '--absent', 'C1'],
    other: ['--site', '工地', '--session', 'evening', ...ON, '--absent', 'C1'],
  },
  'notice issue': {
    before: CLOSED,
    args: ['--round', '1', '--number', '3', '--date', '2018-09-20', '-o', '{folder}/notice.docx'],
    other: ['--round', '1', '--number', '4', '--date', '2018-09-20', '-o', '{folder}/notice.docx'],
    file: 'notice.docx',
  },
  'office set': { args: ['署名', '乡党委'], other: ['署名', '乡政府'] },
  'policy adopt': { args: ['{folder}/policy.yaml'], other: ['{folder}/other-policy.yaml'] },
  reverse: {
    args: ['reports-1', '--reason', '误登', '--with-dependents'],
    other: ['checks-1', '--reason', '误登'],
  },
  'round open': { args: OPEN.slice(2), other: ['--cutoff', '2018-09-13'] },
  'round cancel': { before: [OPEN], args: ['--reason', '日期有误'], other: ['--reason', '另因'] },
  'round close': {
    before: CLOSED.slice(0, 2),
    args: CLOSE.slice(2),
    other: [...CLOSE.slice(2), '--cutoff', '2018-09-12'],
  },
  'recheck add': {
    args: ['F-9', '--result', 'holds', ...ON, '--by', '督查丙'],
    other: ['F-9', '--result', 'holds', ...ON, '--by', '督查丁'],
  },
  'recheck draw': {
    before: [['finding', 'check', 'F-1', 'F-2', 'F-3', '--result', 'rectified', ...ON, '--by', '督查丙']],
    args: [...DRAWN, '--share', '10%', '-o', '{folder}/sheet.docx'],
    other: [...DRAWN, '--share', '20%'],
    file: 'sheet.docx',
    anew: true,
  },
  seal: { args: ['--by', '书记'], other: ['--by', '乡长'] },
  'task add': { args: ['T-9', ...TASK], other: ['T-8', ...TASK] },
  'task plan': { args: ['T-1', '--steps', '3', '--adopt'], other: ['T-1', '--steps', '2', '--adopt'] },
  'task progress': { args: ['T-1', ...ON, '--done', '50'], other: ['T-1', ...ON, '--done', '60'] },
  'task cancel': {
    args: ['T-1', '--on', '2018-09-29', '--by', '书记'],
    other: ['T-1', '--on', '2018-09-30', '--by', '书记'],
  },
  'task reassign': {
    args: ['T-1', '--from', 'C2', '--to', 'C5', '--on', '2018-09-29', '--by', '组织办'],
    other: ['T-1', '--from', 'C2', '--to', 'C3', '--on', '2018-09-29', '--by', '组织办'],
  },
};

const POLICY = readFileSync('fixtures/default/policy.yaml', 'utf8');
const CALENDAR = [
  '日期,安排,名称',
  ...['01-01', '05-01', '10-01', '10-02', '10-03'].map((day) => `2031-${day},休,节日`),
  '2031-10-04,班,国庆节',
].join('\n');

/** The files that commands read. */
function files(folder: string): void {
  const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const head = 'finding_no,source,description,found_on,cadre_no\n';
  put('good.csv', `${head}N-1,巡察,某事,2018-09-01,C1\n`);
  put('bad.csv', `${head}N-1,巡察,某事,2018-09-01,C1\nN-2,巡察,某事,2018-09-01,C99\n`);
  put('policy.yaml', POLICY.replace(/version: .*/, 'version: "again"'));
  put('other-policy.yaml', POLICY.replace(/version: .*/, 'version: "other"'));
  put('calendar.csv', CALENDAR);
  put('other-calendar.csv', CALENDAR.replace('10-04,班', '10-11,班'));
}

/** A new ledger in a folder, after what a case does before; `ran` runs a command on it. */
export async function atCase({ before = [] }: Case, lang: 'en' | 'zh' = 'en') {
  const folder = temporaryFolder();
  files(folder);
  const ledger = await ledgerIn(folder, before);
  const asked = (name: string, args: readonly string[], more: readonly string[]): string[] => {
    const given = [...name.split(' '), ...args, ...more].map((each) => each.replace('{folder}', folder));
    return given.includes('--ledger') ? given : [...given, '--ledger', ledger];
  };
  const bytes = (): unknown =>
    ['yanquan.db', 'new.db']
      .map((name) => join(folder, name))
      .filter((file) => existsSync(file))
      .map((file) => [file, readFileSync(file).toString('base64')]);
  const ran = (name: string, args: readonly string[], ...more: readonly string[]): Promise<Ran> =>
    run(asked(name, args, more), { ...world, env: { ...world.env, YANQUAN_LANG: lang } });
  return { folder, bytes, ran };
}
