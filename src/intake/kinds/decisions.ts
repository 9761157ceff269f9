// Decisions: what a named person settled for a cadre in the open round.
import type { KindRules } from './kind.ts';

export const decisions: KindRules<'decisions'> = {
  kind: 'decisions',
  headings: {
    cadre_no: '干部编号 人员编号 工号 编号',
    measure: '对应方式 研究意见 审定意见 处理意见',
    commended: '予以肯定 是否肯定 肯定',
    by: '审定人 决定人 经办人',
    reason: '审定理由 理由 原因',
  },
  shown:
    '单位 作战所 计入 待定 逾期 滞后任务 分值 进退 拟对应方式 unit station counted pending overdue behindtasks points movement proposedmeasure',
  names: { cadre_no: '姓名 干部姓名' },
  check(record, say, read) {
    const empty = (value: unknown) => value === undefined || value === null;
    if (read('measure', 'commended') && empty(record.measure) && empty(record.commended))
      say('decision_empty', 'measure');
  },
};
