// Every refusal of issue 5: what is asked of a small ledger, and what must be said about it.
import { fixture } from '../support/errors.ts';
import type { RefusalCase } from './refusal-cases.ts';

const file = (name: string): string => fixture('work', `${name}.csv`);
const bad = (
  kind: string,
  code: RefusalCase['code'],
  line: number,
  names: readonly string[],
  before: RefusalCase['before'] = [],
): RefusalCase => ({
  code,
  args: ['import', kind, file(code)],
  names: [`${code}.csv:${line}:`, ...names],
  before,
});

const NEW = ['dispatch', 'new', '--station', '前塘作战所', '--issued-by', '乡长'];
const ORDER = [...NEW, '--due', '2018-09-20', '--on', '2018-09-10', '--finding', 'F-1'];
const CANCEL = ['task', 'cancel', 'T-1', '--on', '2018-09-08', '--by', '乡长'];
const PLAN = ['task', 'plan', 'T-1'];

export const workGroups: Readonly<Record<string, readonly RefusalCase[]>> = {
  'an order from a file': [
    bad('dispatches', 'order_item_missing', 2, ['finding_no', 'task_no'].slice(0, 1)),
    bad('dispatches', 'order_item_both', 2, ['task_no', 'T-1']),
    bad('dispatches', 'order_due_before_sent', 2, ['due_on', '2018-09-09', '2018-09-10']),
    bad('dispatches', 'order_rows_differ', 3, ['〔2018〕1号', '前塘作战所', '云脚作战所']),
    bad('dispatches', 'order_fixed', 2, ['〔2018〕1号', 'F-2'], [ORDER]),
    bad('dispatches', 'order_due_before_found', 2, ['F-1', '2018-08-18', '2018-08-20']),
    bad(
      'dispatches',
      'order_nobody_on_roster',
      2,
      ['F-3', '2018-09-10'],
      [['cadre', 'leave', 'C2', '--on', '2018-09-10']],
    ),
    bad('dispatches', 'order_task_cancelled', 2, ['T-1', '2018-09-08'], [CANCEL]),
    bad('dispatches', 'order_row_beside_bad', 2, ['〔2018〕1号', 'order_row_beside_bad.csv:3:', 'F-99']),
  ],
  'an order by hand': [
    {
      code: 'order_without_items',
      args: [...NEW, '--due', '2018-09-20', '--on', '2018-09-10'],
      names: ['--finding', '--all-open'],
    },
    {
      code: 'order_nothing_open',
      args: [...NEW, '--due', '2018-09-20', '--on', '2018-09-10', '--all-open'],
      names: ['前塘作战所', '--finding'],
      before: [[...NEW, '--due', '2018-09-20', '--on', '2018-09-09', '--all-open']],
    },
    {
      code: 'event_after_settled',
      args: [...NEW, '--due', '2018-09-20', '--on', '2018-09-10', '--finding', 'F-9'],
      names: ['F-9', '2018-09-04'],
    },
    {
      code: 'event_before_found',
      args: [...NEW, '--due', '2018-09-20', '--on', '2018-08-19', '--finding', 'F-1'],
      names: ['F-1', '2018-08-20'],
    },
    {
      code: 'day_after_today',
      args: [...NEW, '--due', '2018-10-20', '--on', '2018-10-02', '--finding', 'F-1'],
      names: ['2018-10-02', '--future'],
    },
    {
      code: 'finding_unknown',
      args: [...NEW, '--due', '2018-09-20', '--on', '2018-09-10', '--finding', '问题七七七'],
      names: ['问题七七七'],
    },
    {
      code: 'task_unknown',
      args: [...NEW, '--due', '2018-09-20', '--on', '2018-09-10', '--task', '任务七七七'],
      names: ['任务七七七'],
    },
    {
      code: 'calendar_year_missing',
      args: [...NEW, '--due', '+5wd', '--on', '2031-09-10', '--finding', 'F-1', '--future'],
      names: ['2031'],
    },
    {
      code: 'order_unknown',
      args: ['dispatch', 'receive', '〔2018〕9号', '--on', '2018-09-11', '--by', '甲'],
      names: ['〔2018〕9号', 'dispatch list'],
    },
    {
      code: 'receipt_before_sent',
      args: ['dispatch', 'receive', '〔2018〕1号', '--on', '2018-09-09', '--by', '甲'],
      names: ['2018-09-09', '2018-09-10'],
      before: [ORDER],
    },
    {
      code: 'order_received_already',
      args: ['dispatch', 'receive', '〔2018〕1号', '--on', '2018-09-12', '--by', '乙'],
      names: ['2018-09-11', '签收人甲'],
      before: [ORDER, ['dispatch', 'receive', '〔2018〕1号', '--on', '2018-09-11', '--by', '签收人甲']],
    },
    {
      code: 'event_breaks_later',
      args: [...NEW, '--due', '2018-09-12', '--on', '2018-09-02', '--finding', 'F-4'],
      names: ['F-4', '2018-09-02', '2018-09-14'],
      before: [
        [...NEW, '--due', '2018-09-15', '--on', '2018-09-05', '--finding', 'F-4'],
        ['finding', 'extend', 'F-4', '--to', '2018-09-25', '--on', '2018-09-14', '--by', '批准甲'],
      ],
    },
  ],
  'central work': [
    bad('tasks', 'milestone_outside', 2, ['milestones', '2018-08-31']),
    bad('tasks', 'milestone_past_target', 2, ['milestones', '2018-09-10']),
    bad('progress', 'task_cancelled', 2, ['T-1', '2018-09-08'], [CANCEL]),
    {
      code: 'progress_falls',
      args: ['task', 'progress', 'T-1', '--done', '30', '--on', '2018-09-10'],
      names: ['30', '40', '2018-09-05'],
    },
    {
      code: 'four_eyes',
      args: [
        'task',
        'progress',
        'T-1',
        '--done',
        '50',
        '--on',
        '2018-09-10',
        '--accepted',
        'yes',
        '--by',
        'C4',
      ],
      names: ['C4', '2018-09-10'],
    },
    {
      code: 'cancelled_already',
      args: ['task', 'cancel', 'T-1', '--on', '2018-09-09', '--by', '乡长'],
      names: ['T-1', '2018-09-08'],
      before: [CANCEL],
    },
    {
      code: 'cancel_before_entry',
      args: ['task', 'cancel', 'T-1', '--on', '2018-09-04', '--by', '乡长'],
      names: ['2018-09-04', '2018-09-05'],
    },
    { code: 'plan_steps_too_many', args: [...PLAN, '--steps', '40'], names: ['T-1', '40', '30'] },
    {
      code: 'plan_task_cancelled',
      args: [...PLAN, '--steps', '4'],
      names: ['T-1', '2018-09-08'],
      before: [CANCEL],
    },
    {
      code: 'plan_amounts_too_small',
      args: ['task', 'plan', 'T-2', '--steps', '4'],
      names: ['T-2', '0.03'],
      before: [
        [
          'task',
          'add',
          'T-2',
          '--name',
          '小项',
          '--target',
          '0.03',
          '--start-on',
          '2018-09-01',
          '--due-on',
          '2018-09-20',
          '--cadre-no',
          'C2',
        ],
      ],
    },
    {
      code: 'reassignment_from_not_responsible',
      args: [
        'task',
        'reassign',
        'T-1',
        '--from',
        'C3',
        '--to',
        'C5',
        '--on',
        '2018-09-08',
        '--by',
        '组织委员',
      ],
      names: ['C3', '2018-09-08'],
    },
    {
      code: 'attendance_twice',
      args: [
        'attendance',
        'record',
        '--site',
        '大棚工地',
        '--session',
        'evening',
        '--on',
        '2018-09-06',
        '--present',
        'C2',
        '--absent',
        'C2',
      ],
      names: ['C2', '2018-09-06'],
    },
    {
      code: 'cadre_unknown',
      args: [
        'attendance',
        'record',
        '--site',
        '大棚工地',
        '--session',
        'evening',
        '--on',
        '2018-09-06',
        '--present',
        'ZZZ999',
      ],
      names: ['ZZZ999'],
    },
    {
      code: 'calendar_year_incomplete',
      args: ['calendar', 'import', file('calendar_year_incomplete')],
      names: ['calendar_year_incomplete.csv:', '2027', '2027-10-01'],
    },
  ],
  'looking ahead': [
    {
      code: 'cutoff_not_later',
      args: ['due', '--until', '2018-09-03'],
      names: ['2018-09-03'],
      before: [['round', 'close', '--cutoff', '2018-09-03', '--approved-by', '书记']],
    },
    {
      code: 'round_unknown',
      args: ['policy', 'whatif', fixture('cli', 'policy_version_taken.yaml'), '--round', '7'],
      names: ['7'],
    },
    { code: 'no_closed_round', args: ['trend', '--from', '1'], names: ['yanquan round close'] },
    {
      code: 'round_not_closed',
      args: ['trend', '--to', '9'],
      names: ['9'],
      before: [['round', 'close', '--cutoff', '2018-09-03', '--approved-by', '书记']],
    },
  ],
  'the command line': (
    [
      {
        code: 'usage_accepted_by',
        args: ['task', 'progress', 'T-1', '--done', '50', '--on', '2018-09-10', '--accepted', 'yes'],
        names: ['--by'],
      },
      { code: 'usage_plan_what', args: PLAN, names: ['--steps'] },
      {
        code: 'usage_attendance_nobody',
        args: ['attendance', 'record', '--site', '大棚工地', '--session', 'morning', '--on', '2018-09-06'],
        names: ['--present'],
      },
    ] satisfies RefusalCase[]
  ).map((each): RefusalCase => ({ exit: 2, ...each })),
};
