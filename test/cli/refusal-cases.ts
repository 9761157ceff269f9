// Refusals on the command line: what is asked of a small ledger, and what must be said about it.
import type { ProblemCode } from '../../src/domain/codes/problem-codes.ts';
import { fixture } from '../support/errors.ts';
import { measureCases } from './measure-refusal-cases.ts';
import { persons } from './person-refusal-cases.ts';
import { recheckCases } from './recheck-refusal-cases.ts';

export interface RefusalCase {
  readonly code: ProblemCode;
  readonly args: readonly string[];
  /** What both languages must name. */
  readonly names: readonly string[];
  /** 1 unless given. */
  readonly exit?: number;
  /** Commands that take the small ledger to the state in which it is refused. */
  readonly before?: readonly (readonly string[])[];
}

const file = (name: string): string => fixture('cli', name);

/** A bad file: its name is the code unless given otherwise. */
function bad(
  kind: string,
  code: ProblemCode,
  line: number,
  names: readonly string[],
  name = `${code}.csv`,
  before: RefusalCase['before'] = [],
): RefusalCase {
  return { code, args: ['import', kind, file(name)], names: [`${name}:${line}:`, ...names], before };
}

const OPEN = ['round', 'open', '--cutoff', '2018-09-12'];
const CLOSE = ['round', 'close', '--approved-by', '书记'];
const DECIDED = ['decide', 'C1', '--confirm', '--by', '审定甲', '--reason', '情况属实'];
const FIRST = [OPEN, DECIDED, CLOSE];

/** Issue 2, "Bad input", sentence by sentence. */
const badInput: readonly RefusalCase[] = [
  bad('findings', 'cadre_unknown', 3, ['cadre_no', 'X9', 'cadre add']),
  bad('checks', 'four_eyes', 2, ['C1', '甲一', '2018-09-10']),
  bad('checks', 'event_after_settled', 2, ['F-9', '2018-09-04', '2018-09-10']),
  {
    code: 'cutoff_not_later',
    args: ['round', 'open', '--cutoff', '2018-09-12'],
    names: ['2018-09-12', '1'],
    before: FIRST,
  },
  {
    code: 'cutoff_after_today',
    args: ['round', 'open', '--cutoff', '2018-10-02'],
    names: ['2018-10-02', '2018-10-01', '--future'],
  },
  {
    code: 'round_is_open',
    args: ['round', 'open', '--cutoff', '2018-09-19'],
    names: ['1', '2018-09-12'],
    before: [OPEN],
  },
  {
    code: 'yaml_key_near',
    args: ['policy', 'adopt', file('policy_key_near.yaml')],
    names: ['policy_key_near.yaml:', 'exits', 'exit'],
  },
  {
    code: 'yaml_key_unknown',
    args: ['policy', 'adopt', file('policy_key_unknown.yaml')],
    names: ['policy_key_unknown.yaml:', 'reward', 'commend'],
  },
  {
    code: 'policy_tiers_order',
    args: ['policy', 'adopt', file('policy_tiers_order.yaml')],
    names: ['policy_tiers_order.yaml:'],
  },
  {
    code: 'policy_tiers_points',
    args: ['policy', 'adopt', file('policy_at_least_falls.yaml')],
    names: ['policy_at_least_falls.yaml:'],
  },
  bad('findings', 'severity_not_1_to_3', 2, ['severity', '1.5', '3'], 'severity_half.csv'),
  bad('findings', 'day_not_in_calendar', 2, ['found_on', '2018-02-30']),
];

/** Issue 3: events, their rules and their people. */
const events: readonly RefusalCase[] = [
  bad('checks', 'finding_unknown', 2, ['finding_no', 'ZX-2018-4711']),
  bad('checks', 'event_before_found', 2, ['F-2', '2018-08-20', '2018-08-10']),
  bad('checks', 'event_breaks_later', 2, ['F-11', '2018-09-06', '2018-09-08']),
  bad('findings', 'due_before_found', 2, ['due_on', '2018-09-05', '2018-09-10']),
  bad('findings', 'day_after_today', 2, ['found_on', '2018-10-02', '2018-10-01', '--future']),
  bad('findings', 'record_conflict', 2, ['F-2', '十户档案缺表', '两户档案缺表', '--amend description']),
  bad('findings', 'record_fixed', 2, ['F-2', '2018-09-30', '2018-09-05']),
  {
    code: 'record_conflict_amend',
    args: ['import', 'findings', file('record_conflict.csv'), '--amend', 'remark', '--reason', '更正'],
    names: ['record_conflict.csv:2:', 'F-2', 'description'],
  },
  bad('findings', 'recurs_unknown', 2, ['recurs', 'F-99']),
  bad('findings', 'recurs_later', 2, ['recurs', 'F-2', '2018-08-20']),
  {
    code: 'recurs_circle',
    args: ['finding', 'amend', 'F-2', '--recurs', 'R-1', '--reason', '更正'],
    names: ['R-1', 'F-2'],
    before: [
      [
        ...['finding', 'add', 'R-1', '--source', '省委巡视', '--description', '又缺表', '--recurs', 'F-2'],
        ...['--found-on', '2018-08-20', '--cadre-no', 'C1'],
      ],
    ],
  },
  bad('extensions', 'extension_without_deadline', 2, ['F-4', '2018-09-10']),
  bad('extensions', 'extension_too_late', 2, ['F-2', '2018-09-05', '2018-09-06']),
  bad('extensions', 'extension_not_later', 2, ['F-11', '2018-09-15']),
  bad('extensions', 'new_due_before_granted', 2, ['new_due_on', '2018-09-09', '2018-09-10']),
  bad('objections', 'objection_not_responsible', 2, ['C1', 'F-11', '2018-09-10']),
  bad('objections', 'objection_twice', 3, ['C2', 'F-11']),
  bad('objections', 'ruling_recorded', 2, ['ruling', 'C5', 'F-11']),
  bad('objections', 'ruling_by_checker', 2, ['督查甲', 'F-10']),
  bad('objections', 'ruling_half_filled', 2, ['ruled_by']),
  bad('objections', 'ruled_before_raised', 2, ['ruled_on', '2018-09-06', '2018-09-07']),
  bad('objections', 'objection_pending', 2, ['C5', 'F-10', '2018-09-07', 'finding rule F-10 --cadre C5']),
  {
    code: 'ruling_lapsed',
    args: [
      ...['finding', 'rule', 'F-10', '--cadre', 'C5', '--ruling', 'dismissed'],
      ...['--on', '2018-09-12', '--by', '裁定甲'],
    ],
    names: ['C5', 'F-10', '2018-09-07', '2018-09-12'],
    before: [
      ['finding', 'reassign', 'F-10', '--from', 'C5', '--to', 'C4', '--on', '2018-09-08', '--by', '调度人'],
    ],
  },
  {
    code: 'objection_unknown',
    args: [
      'finding',
      'rule',
      'F-10',
      '--cadre',
      'C1',
      '--ruling',
      'dismissed',
      '--on',
      '2018-09-12',
      '--by',
      '裁定甲',
    ],
    names: ['C1', 'F-10', 'finding show'],
  },
  {
    code: 'objection_several',
    args: [
      'finding',
      'rule',
      'F-10',
      '--cadre',
      'C5',
      '--ruling',
      'dismissed',
      '--on',
      '2018-09-12',
      '--by',
      '裁定甲',
    ],
    names: ['C5', 'F-10', '2018-09-07', '2018-09-08', '--raised-on'],
    before: [['finding', 'object', 'F-10', '--cadre', 'C5', '--reason', '另有理由', '--on', '2018-09-08']],
  },
  bad('reassignments', 'reassignment_from_not_responsible', 2, ['C3', '2018-09-10']),
  bad('reassignments', 'reassignment_to_responsible', 2, ['C2', '2018-09-10']),
  bad('reassignments', 'deadline_before_found', 2, ['2018-08-01', '2018-08-20']),
  bad('reassignments', 'reassigned_to_same', 2, ['to_no', 'C1']),
  bad('reassignments', 'finding_and_task', 2, ['task_no', 'T-1']),
  bad('reassignments', 'finding_or_task', 2, ['finding_no']),
  bad('reassignments', 'task_unknown', 2, ['task_no', 'T-9']),
  bad('progress', 'progress_falls', 2, ['T-1', '30', '40', '2018-09-05']),
  bad('attendance', 'attendance_twice', 3, ['C2', '大棚工地', '2018-09-06']),
  {
    code: 'calendar_year_missing',
    args: [
      'finding',
      'add',
      'N-1',
      '--source',
      '市委巡察反馈',
      '--description',
      '缺表',
      '--found-on',
      '2003-09-01',
      '--due-on',
      '+5wd',
      '--cadre-no',
      'C1',
    ],
    names: ['2003', 'calendar import'],
  },
];

/** Issue 3: the roster. */
const roster: readonly RefusalCase[] = [
  {
    code: 'leave_before_joining',
    args: ['cadre', 'leave', 'C6', '--on', '2018-01-14'],
    names: ['C6', '2018-01-15', '2018-01-14'],
  },
  {
    code: 'cadre_left_already',
    args: ['cadre', 'leave', 'C7', '--on', '2018-09-10'],
    names: ['C7', '己六', '2018-09-10'],
  },
  {
    code: 'cadre_on_roster_already',
    args: ['cadre', 'return', 'C6', '--on', '2018-09-10'],
    names: ['C6', '甲一', '2018-09-10'],
  },
  {
    code: 'roster_event_later',
    args: ['cadre', 'leave', 'C6', '--on', '2018-09-10'],
    names: ['C6', '2018-09-20', '2018-09-10'],
    before: [['cadre', 'leave', 'C6', '--on', '2018-09-20']],
  },
];

/** Issue 3: decisions, closing, statements and talks. */
const rounds: readonly RefusalCase[] = [
  {
    code: 'round_not_open',
    args: ['decide', 'C1', '--measure', 'reminder_talk', '--by', '审定甲', '--reason', '首次'],
    names: ['round open --cutoff'],
  },
  { code: 'round_not_open_cutoff', args: ['tally'], names: ['--cutoff'] },
  bad('decisions', 'decider_is_cadre', 2, ['by', 'C1', '甲一'], undefined, [OPEN]),
  bad('decisions', 'cadre_not_on_roster', 2, ['C7', '2018-09-12'], undefined, [OPEN]),
  bad('decisions', 'decision_empty', 2, ['measure'], undefined, [OPEN]),
  {
    code: 'measure_without_tier',
    args: ['decide', 'C1', '--measure', 'self_criticism', '--by', '审定甲', '--reason', '首次'],
    names: ['none'],
    before: [['policy', 'adopt', file('policy_no_self_criticism.yaml')], OPEN],
  },
  {
    code: 'confirm_would_release',
    args: ['decide', 'C3', '--confirm', '--by', '审定甲', '--reason', '属实'],
    names: ['C3', '丙三', '--measure none'],
    before: [
      ...FIRST,
      ['finding', 'check', 'F-5', 'F-6', '--result', 'rectified', '--on', '2018-09-14', '--by', '督查甲'],
      ['finding', 'report', 'F-12', '--on', '2018-09-18', '--by', '丙三'],
      ['round', 'open', '--cutoff', '2018-09-28'],
    ],
  },
  { code: 'decision_missing', args: CLOSE, names: ['C1', '甲一', 'decide C1 --confirm'], before: [OPEN] },
  {
    code: 'approver_has_measure',
    args: ['round', 'close', '--approved-by', 'C3'],
    names: ['C3', '丙三'],
    before: [OPEN, DECIDED],
  },
  {
    code: 'approver_has_measure_name',
    args: ['round', 'close', '--approved-by', '书记;丙三'],
    names: ['C3', '丙三'],
    before: [OPEN, DECIDED],
  },
  {
    code: 'digest_differs',
    args: [...CLOSE, '--expect', 'ab'.repeat(32)],
    names: ['ab'.repeat(32), 'tally'],
    before: [OPEN, DECIDED],
  },
  bad('talks', 'round_unknown', 2, ['round', '7', 'round list']),
  { code: 'round_not_closed', args: ['round', 'replay', '3'], names: ['3', 'round list'] },
  { code: 'no_round_yet', args: ['notice'], names: ['--proposed'] },
  {
    code: 'policy_version_taken',
    args: ['policy', 'adopt', file('policy_version_taken.yaml')],
    names: ['default', '2', 'version'],
  },
];

/** Mistakes undone, and the same thing asked twice. */
const mistakes: readonly RefusalCase[] = [
  {
    code: 'fact_id_unreadable',
    args: ['reverse', 'F-200', '--reason', '录错'],
    names: ['F-200', 'checks-12', 'finding show'],
  },
  {
    code: 'fact_not_reversible',
    args: ['reverse', 'rounds-1', '--reason', '录错'],
    names: ['rounds-1'],
    before: [OPEN],
  },
  {
    code: 'fact_unknown',
    args: ['reverse', 'checks-99', '--reason', '录错'],
    names: ['checks-99', 'finding show'],
  },
  {
    code: 'fact_rested_on',
    args: ['reverse', 'cadres-5', '--reason', '录错'],
    names: ['cadres-5', 'F-9', '--dry-run'],
  },
  { code: 'batch_unknown', args: ['batch', 'undo', '99', '--reason', '录错'], names: ['99', 'batch list'] },
  {
    code: 'reversal_breaks_later',
    args: ['reverse', 'reassignments-1', '--reason', '录错'],
    names: ['F-12', '2018-09-10'],
    before: [
      [
        'finding',
        'object',
        'F-12',
        '--cadre',
        'C8',
        '--ground',
        'facts',
        '--reason',
        '不属实',
        '--on',
        '2018-09-10',
      ],
    ],
  },
  {
    code: 'idempotency_key_used',
    args: ['finding', 'report', 'F-2', '--on', '2018-09-11', '--idempotency-key', 'k1'],
    names: ['k1'],
    before: [['finding', 'report', 'F-2', '--on', '2018-09-10', '--idempotency-key', 'k1']],
  },
];

/** Names of files that are no place for a copy or a list. */
const places: readonly RefusalCase[] = [
  { code: 'name_too_long', args: ['finding', 'list', '-o', `${'单'.repeat(100)}.csv`], names: ['单单.csv'] },
  { code: 'copy_is_folder', args: ['backup', file('copies/')], names: ['copies/'] },
  // What SQLite would call its journal, if the file next to it were a ledger.
  {
    code: 'copy_beside_ledger',
    args: ['backup', `${file('four_eyes.csv')}-journal`],
    names: ['four_eyes.csv-journal'],
  },
];

/** A command line that is wrong. */
const usage: readonly RefusalCase[] = [
  { code: 'usage_unknown_command_near', args: ['tallly'], names: ['tallly', 'tally'] },
  { code: 'usage_unknown_command', args: ['zzzzzz'], names: ['zzzzzz', '--help'] },
  {
    code: 'usage_unknown_option_near',
    args: ['tally', '--cutof', '2018-09-12'],
    names: ['--cutof', '--cutoff', 'tally --help'],
  },
  { code: 'usage_unknown_option', args: ['tally', '--zzzzzz'], names: ['--zzzzzz', 'tally --help'] },
  {
    code: 'usage_kind_unknown_near',
    args: ['import', 'finding', file('four_eyes.csv')],
    names: ['finding', 'findings'],
  },
  { code: 'usage_kind_unknown', args: ['export', 'zzzzzz'], names: ['zzzzzz'] },
  { code: 'usage_missing_argument', args: ['finding', 'show'], names: ['finding_no', '--help'] },
  {
    code: 'usage_missing_option',
    args: ['finding', 'extend', 'F-2', '--by', '批准甲'],
    names: ['--to <day>, --on <day>', 'yanquan finding extend', 'finding extend --help'],
  },
  { code: 'usage_option_without_value', args: ['tally', '--cutoff'], names: ['--cutoff', '--help'] },
  { code: 'usage_nul', args: ['tally', '--cutoff', 'a\0b'], names: [] },
  { code: 'usage_too_many_arguments', args: ['tally', 'F-2'], names: ['tally --help'] },
  {
    code: 'usage_not_a_choice',
    args: ['finding', 'list', '--status', 'lost'],
    names: ['--status', 'lost'],
  },
  {
    code: 'usage_amend_without_reason',
    args: ['import', 'findings', file('record_conflict.csv'), '--amend', 'description'],
    names: ['--reason'],
  },
  {
    code: 'usage_rejects_without_skip',
    args: ['import', 'findings', file('record_conflict.csv'), '--rejects', 'rejects.csv'],
    names: ['--skip-bad'],
  },
  {
    code: 'usage_decide_what',
    args: ['decide', 'C1', '--by', '审定甲', '--reason', '属实'],
    names: ['--measure', '--confirm', '--clear'],
  },
  { code: 'usage_nothing_to_change', args: ['cadre', 'amend', 'C1', '--reason', '更正'], names: ['--help'] },
  { code: 'option_not_a_day', args: ['tally', '--cutoff', '2018-02-30'], names: ['--cutoff', '2018-02-30'] },
  { code: 'option_not_whole', args: ['circle', '--round', 'two'], names: ['round', 'two'] },
  { code: 'option_empty', args: ['round', 'close', '--approved-by', ''], names: ['--approved-by'] },
  {
    code: 'output_ending_unknown',
    args: ['finding', 'list', '-o', 'list.doc'],
    names: ['list.doc', '--format'],
  },
].map((each): RefusalCase => ({ exit: 2, ...each }) as RefusalCase);

export const groups: Readonly<Record<string, readonly RefusalCase[]>> = {
  badInput,
  events,
  roster,
  rounds,
  mistakes,
  persons,
  places,
  usage,
  rechecks: recheckCases,
  measures: measureCases,
};
