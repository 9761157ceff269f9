// Progress: how much of a central task was done by a day, cumulative.
import type { KindRules } from './kind.ts';

export const progress: KindRules<'progress'> = {
  kind: 'progress',
  headings: {
    task_no: '任务编号 项目编号 编号',
    on: '统计日期 统计时间 填报日期 填报时间 日期 时间',
    done: '累计完成 完成数 累计完成量',
    accepted: '验收是否通过 是否验收 验收合格',
    accepted_by: '验收人',
    note: '备注 说明',
  },
  asked: { 状态: 'accepted', 完成时间: 'on', 负责人: 'accepted_by' },
  restTo: { accepted: 'note' },
};
