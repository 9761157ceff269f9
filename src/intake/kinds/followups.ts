// Follow-ups: how a cadre does after a talk.
import type { KindRules } from './kind.ts';

export const followups: KindRules<'followups'> = {
  kind: 'followups',
  headings: {
    cadre_no: '干部编号 人员编号 工号 编号',
    round: '督查轮次 轮次',
    on: '回访时间 回访日期',
    by: '回访人',
    result: '回访结果',
    note: '回访情况 备注 说明',
  },
  names: { cadre_no: '姓名 干部姓名 回访对象' },
  asked: { 时间: 'on', 日期: 'on' },
  restTo: { result: 'note' },
};
