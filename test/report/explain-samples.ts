// Explanations made by hand: a closed round with all kinds of reasons, a draft with a decision, somebody with nothing.
import type { FindingNo } from '../../src/domain/findings/finding.ts';
import type { Origin } from '../../src/domain/origin.ts';
import type { Standing } from '../../src/domain/round.ts';
import type { TaskNo } from '../../src/domain/work/task.ts';
import type { ExplainedFinding, Explanation } from '../../src/scoring/explanation.ts';
import type { FindingReason } from '../../src/scoring/reasons.ts';
import { cadre, no, policyWith, sept } from '../support/build.ts';
import { line } from './notice-samples.ts';

const number = (text: string) => text as FindingNo;

const origin = (row: number | null, seq = 3): Origin => ({
  file: row === null ? '' : '02-findings.csv',
  line: row,
  seq,
  at: '2018-09-01T02:00:00.000Z',
  actor: '登记员',
  carriedFrom: null,
});

const policy = policyWith(
  { returned: 50, overduePerWeek: 25, source: { 中央巡视反馈: 100 } },
  { absence: 0 },
  { name: 'sample', version: '2018-09', document: '《样例乡督查办法》' },
);

type Some = Partial<Omit<FindingReason, 'outcome' | 'why'>> & Pick<FindingReason, 'outcome' | 'why'>;
const reason = (findingNo: string, some: Some): FindingReason =>
  ({
    cadreNo: no('C01'),
    findingId: 1,
    findingNo: number(findingNo),
    role: 'lead',
    status: 'registered',
    deadline: sept(10),
    overdue: false,
    weeksOverdue: 0,
    points: null,
    late: [],
    objectedAgain: [],
    ...some,
  }) as FindingReason;

const told = (description: string, row: number, area = '产业覆盖'): ExplainedFinding => ({
  description,
  source: '中央巡视反馈',
  area,
  foundOn: sept(1),
  unitWords: null,
  rechecks: [],
  origin: origin(row),
});

const points = (returned: number, overdue: number) => ({
  role: 100,
  severity: 100,
  source: 100,
  recurrence: 0,
  returned,
  overdue,
  total: 100 * (200 + returned + overdue),
});

const standing: Standing = line('C01', '王小', '扶贫工作站', {
  counted: 3,
  pending: 2,
  overdue: 2,
  behindTasks: 1,
  absences: 1,
  points: 67_500,
  measure: 'admonition_talk',
  nowIn: true,
  wasIn: true,
  movement: 'stay',
  step: 'raised',
  roundsIn: 3,
});

/** Round 2, closed, for 王小: others are 王小明, 李四, 欧阳甲一. */
export const closed: Explanation = {
  round: {
    number: 2,
    cutoff: sept(24),
    state: 'closed',
    policy,
    approvedBy: '审定甲',
    meeting: '9月24日乡党委会议',
  },
  cadre: cadre('C01', { name: '王小', unit: '扶贫工作站', station: '前塘作战所' }),
  standing,
  reasons: {
    history: null,
    findings: [
      reason('F1', {
        outcome: 'counted',
        why: 'due',
        overdue: true,
        weeksOverdue: 2,
        points: points(50, 50),
        status: 'returned',
      }),
      reason('F2', {
        outcome: 'counted',
        why: 'due',
        deadline: sept(20),
        overdue: true,
        points: points(0, 0),
      }),
      reason('F3', {
        outcome: 'counted',
        why: 'due',
        deadline: sept(24),
        role: 'assist',
        points: points(0, 0),
      }),
      reason('F4', {
        outcome: 'pending',
        why: 'objected',
        overdue: true,
        weeksOverdue: 2,
        status: 'objected',
      }),
      reason('F5', { outcome: 'pending', why: 'reported', deadline: sept(24), status: 'reported' }),
      reason('F6', { outcome: 'not_counted', why: 'not_yet_due', deadline: sept(30) }),
      reason('F7', { outcome: 'not_counted', why: 'no_deadline', deadline: null }),
      reason('F8', { outcome: 'not_counted', why: 'withdrawn', status: 'withdrawn' }),
      reason('F9', { outcome: 'not_counted', why: 'not_responsible', role: null }),
      reason('F10', {
        outcome: 'not_counted',
        why: 'no_weight',
        role: 'leader',
        overdue: true,
        weeksOverdue: 2,
      }),
    ],
    rectified: [
      {
        cadreNo: no('C01'),
        findingNo: number('F11'),
        checkedOn: sept(18),
        completedOn: sept(17),
        deadline: sept(18),
        inTime: true,
      },
      {
        cadreNo: no('C01'),
        findingNo: number('F12'),
        checkedOn: sept(19),
        completedOn: sept(19),
        deadline: sept(12),
        inTime: false,
      },
    ],
    tasks: [
      { cadreNo: no('C01'), taskNo: 'ZX-1' as TaskNo, role: 'lead', why: 'amount', done: 380, planned: 500 },
      {
        cadreNo: no('C01'),
        taskNo: 'ZX-2' as TaskNo,
        role: 'lead',
        why: 'not_accepted',
        done: 500,
        planned: 500,
      },
    ],
    absences: [{ cadreNo: no('C01'), site: '通组路工地', on: sept(18), session: 'morning' }],
    tiers: [
      { measure: 'self_criticism', atLeast: 10_000, inCircle: false, reached: true, missing: 0 },
      { measure: 'reminder_talk', atLeast: 20_000, inCircle: true, reached: true, missing: 0 },
      { measure: 'admonition_talk', atLeast: 40_000, inCircle: true, reached: true, missing: 0 },
    ],
    requirements: [
      { requirement: 'no_counted_findings', met: false, against: 5 },
      { requirement: 'central_tasks_on_schedule', met: false, against: 2 },
    ],
  },
  findings: new Map([
    [number('F1'), told('王小明、李四未到户，欧阳　甲一代签；王小已到场。', 2)],
    [number('F2'), told('38户未纳入利益联结', 3)],
    ...['F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10', 'F11', 'F12'].map(
      (each, place): [FindingNo, ExplainedFinding] => [number(each), told('台账不全', place + 4, '')],
    ),
  ]),
  tasks: new Map([
    [
      'ZX-1' as TaskNo,
      { name: '通组路硬化', quantityUnit: '公里', behindSince: sept(18), origin: origin(5, 4) },
    ],
    ['ZX-2' as TaskNo, { name: '改厕扫尾', quantityUnit: '', behindSince: null, origin: origin(null, 5) }],
  ]),
  decisions: [],
  correction: null,
  othersNames: ['李四', '王小明', '欧阳甲一', '赵'],
};

/** The same before closing, with a lighter measure decided. */
export const draft: Explanation = {
  ...closed,
  round: { ...closed.round, state: 'open', approvedBy: '', meeting: '' },
  standing: {
    ...standing,
    measure: 'reminder_talk',
    inBy: 'decision',
    decidedBy: '审定甲',
    decisionReason: '李四已说明',
  },
  decisions: [
    { measure: null, commended: null, by: '审定乙', reason: '重新研究', origin: origin(null, 8) },
    {
      measure: 'reminder_talk',
      commended: null,
      by: '审定甲',
      reason: '李四已说明',
      origin: origin(null, 9),
    },
  ],
};

/** Somebody with nothing against them, commended; corrected later. */
export const clean: Explanation = {
  ...closed,
  standing: line('C01', '王小', '扶贫工作站', { commended: true }),
  reasons: {
    findings: [],
    rectified: [],
    tasks: [],
    absences: [],
    history: null,
    tiers: [{ measure: 'self_criticism', atLeast: 15_000, inCircle: false, reached: false, missing: 15_000 }],
    requirements: [{ requirement: 'no_counted_findings', met: true, against: 0 }],
  },
  correction: {
    standing: line('C01', '王小', '扶贫工作站', { measure: 'self_criticism', counted: 1 }),
    by: '更正甲',
    reason: '李四的核查已冲销',
    origin: origin(null, 12),
  },
};
