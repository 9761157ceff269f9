// Every refusal about re-checks: what is asked of a small ledger, and what must be said about it.
import { fixture } from '../support/errors.ts';
import type { RefusalCase } from './refusal-cases.ts';

const bad = (code: RefusalCase['code'], names: readonly string[]): RefusalCase => ({
  code,
  args: ['import', 'rechecks', fixture('cli', `${code}.csv`)],
  names: [`${code}.csv:2:`, ...names],
});

const SPAN = ['--from', '2018-09-01', '--to', '2018-09-30', '--by', '抽取甲'];
const DRAW = ['recheck', 'draw', '--share', '10%'];
const REBOUND: RefusalCase['before'] = [
  [
    ...['finding', 'add', 'R-1', '--source', '省委巡视反馈', '--description', '又未入档', '--recurs', 'F-9'],
    ...['--found-on', '2018-09-10', '--cadre-no', 'C5'],
  ],
  [
    ...['recheck', 'add', 'F-9', '--result', 'rebound', '--new-no', 'R-1', '--on', '2018-09-11'],
    ...['--by', '督查丙'],
  ],
];

export const recheckCases: readonly RefusalCase[] = [
  bad('recheck_by_checker', ['rechecked_by', '督查乙', 'F-9']),
  bad('recheck_not_rectified', ['finding_no', 'F-2']),
  bad('rebound_without_new', ['new_no']),
  bad('new_without_rebound', ['new_no', 'F-10']),
  bad('recheck_new_unknown', ['new_no', 'F-99', 'F-9']),
  bad('recheck_new_names_other', ['new_no', 'F-10', 'F-9']),
  bad('recheck_before_check', ['rechecked_on', '2018-09-03', '2018-09-04']),
  {
    code: 'recurs_of_rebound',
    args: ['finding', 'amend', 'R-1', '--recurs', 'F-2', '--reason', '更正'],
    names: ['R-1', 'F-9', '2018-09-11'],
    before: REBOUND,
  },
  {
    code: 'draw_nothing',
    args: [...DRAW, '--from', '2017-01-01', '--to', '2017-02-01', '--by', '抽取甲'],
    names: ['2017-01-01', '2017-02-01'],
  },
  {
    code: 'draw_all_drawn',
    args: [...DRAW, ...SPAN],
    names: ['2018-09-01', '2018-09-30'],
    before: [[...DRAW, ...SPAN]],
  },
  { code: 'draw_unknown', args: ['recheck', 'sheet', '--draw', '3'], names: ['3'] },
  { code: 'no_draw_yet', args: ['recheck', 'sheet'], names: ['recheck draw'] },
  {
    code: 'usage_share',
    args: ['recheck', 'draw', '--share', '10', ...SPAN],
    names: ['10%'],
    exit: 2,
  },
  {
    code: 'usage_draw_span',
    args: [...DRAW, '--from', '2018-09-30', '--to', '2018-09-01', '--by', '抽取甲'],
    names: ['2018-09-30', '2018-09-01'],
    exit: 2,
  },
];
