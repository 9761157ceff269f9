// Every refusal about what comes after the closing: what is asked of a small ledger, and what must be said about it.
import { fixture } from '../support/errors.ts';
import type { RefusalCase } from './refusal-cases.ts';

const BY = ['--by', '审定甲', '--reason', '研究'];
/** C1 has an admonition talk in round 1, C3 self-criticism. */
const CLOSED = [
  ['round', 'open', '--cutoff', '2018-09-12'],
  ['decide', 'C1', '--measure', 'admonition_talk', ...BY],
  ['decide', 'C3', '--measure', 'self_criticism', ...BY],
  ['round', 'close', '--approved-by', '书记'],
];
const OF = ['C1', '--round', '1'];
const SERVED = ['measure', 'serve', ...OF, '--on', '2018-09-14', '--by', '送达乙', '--receipt', 'left'];
const APPEALED = ['measure', 'appeal', ...OF, '--on', '2018-09-14', '--reason', '过重'];
const ANSWERED = [
  ...['measure', 'answer', ...OF, '--ruling', 'dismissed', '--on', '2018-09-17', '--by', '复核甲'],
];
const CORRECT = ['correct', ...OF, '--by', '纪委', '--reason', '申诉成立', '--measure'];

const bad = (
  kind: string,
  code: RefusalCase['code'],
  names: readonly string[],
  ...more: readonly (readonly string[])[]
): RefusalCase => ({
  code,
  args: ['import', kind, fixture('cli', `${code}.csv`)],
  names: [`${code}.csv:2:`, ...names],
  before: [...CLOSED, ...more],
});

export const measureCases: readonly RefusalCase[] = [
  bad('services', 'measure_none_in_round', ['cadre_no', 'C8', 'round show 1']),
  bad('talks', 'talk_before_round', ['talked_on', '2018-09-11', '2018-09-12']),
  bad('services', 'service_before_round', ['served_on', '2018-09-11', '2018-09-12']),
  bad('services', 'service_twice', ['served_on', '2018-09-14', 'services-1', '2018-09-15'], SERVED),
  bad('services', 'server_is_cadre', ['served_by', 'C1', '甲一']),
  bad('appeals', 'appeal_before_round', ['raised_on', '2018-09-11', '2018-09-12']),
  bad('appeals', 'appeal_recorded', ['reason', '过重', '时限有误'], APPEALED),
  bad('appeals', 'appeal_pending', ['raised_on', '2018-09-14'], APPEALED),
  bad('appeals', 'appeal_answered', ['appeal_rulings-1'], APPEALED, ANSWERED),
  bad('appeals', 'retraction_not_own', ['ruled_by', 'C1', '复核乙']),
  bad('appeals', 'answerer_is_cadre', ['ruled_by', 'C1', '甲一']),
  bad('appeals', 'answerer_approved', ['ruled_by', '书记', '1']),
  bad('appeals', 'answerer_decided', ['ruled_by', '审定甲', 'C1']),
  bad('followups', 'followup_before_round', ['2018-09-11', '2018-09-12']),
  bad('followups', 'followup_without_talk', ['C3', '1']),
  bad('followups', 'follower_is_cadre', ['C1', '甲一']),
  { code: 'appeal_unknown', args: ANSWERED, names: ['C1', 'measure show C1'], before: CLOSED },
  {
    code: 'measure_form_nothing',
    args: ['measure', 'form', 'C3', '--round', '1', '--paper', 'talk_notice'],
    names: ['C3', '丙三', '1', 'measure list'],
    before: CLOSED,
  },
  {
    code: 'measure_form_nobody',
    args: ['measure', 'form', '--round', '1', '--paper', 'talk_notice'],
    names: ['1', 'measure list --all'],
    before: [['round', 'close', '--cutoff', '2018-08-01', '--approved-by', '书记']],
  },
  {
    code: 'correction_measure_no_appeal',
    args: [...CORRECT, 'none'],
    names: ['C1', 'measure answer C1'],
    before: CLOSED,
  },
  {
    code: 'correction_measure_heavier',
    args: [
      'correct',
      'C3',
      '--round',
      '1',
      '--by',
      '纪委',
      '--reason',
      '申诉成立',
      '--measure',
      'reminder_talk',
    ],
    names: ['C3', '丙三', '1'],
    before: [
      ...CLOSED,
      ['measure', 'appeal', 'C3', '--round', '1', '--on', '2018-09-14', '--reason', '过重'],
      [
        'measure',
        'answer',
        'C3',
        '--round',
        '1',
        '--ruling',
        'upheld',
        '--on',
        '2018-09-17',
        '--by',
        '复核甲',
      ],
    ],
  },
];
