// Appeals: that a cadre disputes a measure, with the answer once there is one.
import type { KindRules } from './kind.ts';
import { sayRuling } from './ruling.ts';

export const appeals: KindRules<'appeals'> = {
  kind: 'appeals',
  headings: {
    cadre_no: '干部编号 人员编号 工号 编号',
    round: '督查轮次 轮次',
    raised_on: '申诉时间 申诉日期',
    reason: '申诉理由 原因',
    ruled_on: '申诉答复时间 申诉答复日期 答复时间 答复日期',
    ruling: '申诉答复 答复结果 答复',
    ruled_by: '申诉答复人 答复人',
  },
  names: { cadre_no: '姓名 干部姓名 申诉人' },
  asked: { 时间: 'raised_on ruled_on', 日期: 'raised_on ruled_on', 状态: 'ruling' },
  check: sayRuling,
};
