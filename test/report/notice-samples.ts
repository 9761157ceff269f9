// Notices made by hand: a draft, a closed round, one without anybody.
import type { Cadre } from '../../src/domain/cadre.ts';
import type { Figures, NoticeCounts, NoticeFacts } from '../../src/domain/notice.ts';
import type { Standing } from '../../src/domain/round.ts';
import { cadre, sept } from '../support/build.ts';

const zero: Figures = {
  findings: 0,
  inTime: 0,
  late: 0,
  waiting: 0,
  objected: 0,
  extended: 0,
  notRectified: 0,
  overdue: 0,
};

/** A line of somebody outside the circle with nothing against them, with what a test changes. */
export function line(
  cadreNo: string,
  name: string,
  unit: string,
  more: Partial<Standing> & { of?: Partial<Cadre> } = {},
): Standing {
  const { of = {}, ...rest } = more;
  const { measure = 'none', nowIn = false, commended = false } = rest;
  return {
    cadre: cadre(cadreNo, { name, unit, station: '前塘作战所', managedBy: '乡管', ...of }),
    counted: 0,
    pending: 0,
    overdue: 0,
    behindTasks: 0,
    absences: 0,
    points: (rest.counted ?? 0) * 10_000,
    measure,
    step: measure === 'none' ? '' : 'new',
    wasIn: false,
    nowIn,
    inBy: nowIn ? 'tier' : '',
    movement: nowIn ? 'enter' : 'outside',
    roundsIn: nowIn ? 1 : 0,
    commended,
    proposedMeasure: measure,
    proposedNowIn: nowIn,
    proposedCommended: commended,
    decidedBy: '',
    decisionReason: '',
    raisedBy: '',
    latePending: 0,
    ...rest,
  };
}

const admonished: Partial<Standing> = { measure: 'admonition_talk', nowIn: true };
const reminded: Partial<Standing> = { measure: 'reminder_talk', nowIn: true };

/** Everybody in the sample rounds, in the order of a tally. */
export const lines: readonly Standing[] = [
  line('C01', '丁一', '扶贫工作站', { ...admonished, counted: 6, overdue: 5, of: { rank: 'section' } }),
  line('C02', '王二', '乡领导班子', {
    ...admonished,
    counted: 4,
    of: { rank: 'section', managedBy: '县管' },
  }),
  line('C03', '乙三', '派出所', { ...admonished, counted: 4, of: { managedBy: '派出单位' } }),
  line('C04', '司马丙四', '财政分局', {
    ...reminded,
    counted: 3,
    wasIn: true,
    movement: 'stay',
    step: 'continued',
    roundsIn: 2,
  }),
  line('C05', '己　五', '北坳村', {
    ...reminded,
    counted: 2,
    wasIn: true,
    movement: 'stay',
    step: 'raised',
    roundsIn: 3,
  }),
  line('C06', '甲六', '水利站', { measure: 'self_criticism', counted: 1 }),
  line('C07', '甲七', '', { measure: 'self_criticism', counted: 1 }),
  line('C08', '庚八', '林业站', { wasIn: true, movement: 'exit', step: 'cleared', commended: true }),
  line('C09', '辛九', '西坪村', { commended: true }),
  line('C10', '壬十', '双桥村', { wasIn: true, movement: 'departed' }),
];

const counts: NoticeCounts = {
  commended: 2,
  measures: {
    self_criticism: { all: 2, county: 0, other: 0 },
    reminder_talk: { all: 2, county: 0, other: 0 },
    admonition_talk: { all: 3, county: 1, other: 1 },
  },
  enter: 3,
  stay: 2,
  followedUp: 1,
  exit: 1,
  departed: 1,
  nowIn: 5,
};

const totals: Figures = {
  findings: 38,
  inTime: 9,
  late: 2,
  waiting: 3,
  objected: 1,
  extended: 2,
  notRectified: 21,
  overdue: 18,
};
const half: Figures = {
  findings: 20,
  inTime: 5,
  late: 1,
  waiting: 1,
  objected: 0,
  extended: 1,
  notRectified: 12,
  overdue: 10,
};
const rest: Figures = {
  findings: 18,
  inTime: 4,
  late: 1,
  waiting: 2,
  objected: 1,
  extended: 1,
  notRectified: 9,
  overdue: 8,
};
const groups = (first: string, second: string) => [
  { name: first, figures: half },
  { name: second, figures: rest },
];

/** Round 2, closed. */
export const closed: NoticeFacts = {
  scope: 'internal',
  draft: false,
  township: '样例乡',
  round: 2,
  roundOfYear: 2,
  cutoff: sept(19),
  previousCutoff: sept(12),
  nextDeadline: sept(26),
  policy: { name: 'sample', version: '2018-09', document: '《样例乡督查办法》' },
  meeting: '9月19日乡党委会议',
  approvedBy: '审定甲',
  digests: { draft: 'cd'.repeat(32), closing: 'ab'.repeat(32) },
  totals,
  officeLate: { checks: 0, rulings: 0 },
  cadres: 24,
  sinceLast: { added: 12, rectified: 8 },
  withoutDeadline: 1,
  bySource: groups('省委巡视反馈', '五个专项治理回头看'),
  byArea: groups('非贫困户二级档案', ''),
  byStation: groups('云脚作战所', '上湾作战所'),
  atLead: true,
  problems: [
    {
      area: '非贫困户二级档案',
      count: 12,
      examples: ['档案人口数与户籍册不一致。', '走访记录|涂改 *未签章*'],
    },
    { area: '', count: 9, examples: ['长'.repeat(50)] },
  ],
  counts,
  lines,
  talked: ['C04'],
  corrections: [
    {
      round: 1,
      before: line('C06', '甲六', '水利站', { ...reminded, counted: 2 }),
      after: line('C06', '甲六', '水利站', { measure: 'self_criticism', counted: 1 }),
      reason: '一个问题误列责任人',
    },
  ],
  corrected: 1,
  appeals: [
    { round: 1, cadre: { name: '甲六', unit: '水利站' }, ruledOn: sept(16), corrected: true },
    { round: 1, cadre: { name: '乙七', unit: '' }, ruledOn: sept(18), corrected: false },
  ],
  upheld: 2,
  objectDays: '',
};

/** The same round before it was closed. */
export const draft: NoticeFacts = {
  ...closed,
  draft: true,
  digests: { draft: closed.digests.draft, closing: null },
  meeting: '',
  approvedBy: '',
  corrections: [],
  corrected: 0,
  appeals: [],
  upheld: 0,
};

/** What `noticeOf` gives for the public: neither lines nor texts. */
export const forPublic: NoticeFacts = {
  ...closed,
  scope: 'public',
  approvedBy: '',
  lines: [],
  corrections: [],
  appeals: [],
  problems: closed.problems.map((each) => ({ ...each, examples: [] })),
};

/** A first round in which there was nothing to do. */
export const nobody: NoticeFacts = {
  ...closed,
  round: 1,
  roundOfYear: 1,
  cutoff: sept(12),
  previousCutoff: null,
  nextDeadline: sept(19),
  township: '',
  policy: { name: 'sample', version: '2018-09', document: '' },
  totals: zero,
  cadres: 0,
  sinceLast: null,
  withoutDeadline: 0,
  bySource: [],
  byArea: [],
  byStation: [],
  problems: [],
  lines: [],
  corrections: [],
  corrected: 0,
  appeals: [],
  upheld: 0,
  meeting: '',
  counts: {
    commended: 0,
    measures: {
      self_criticism: { all: 0, county: 0, other: 0 },
      reminder_talk: { all: 0, county: 0, other: 0 },
      admonition_talk: { all: 0, county: 0, other: 0 },
    },
    enter: 0,
    stay: 0,
    followedUp: 0,
    exit: 0,
    departed: 0,
    nowIn: 0,
  },
};
