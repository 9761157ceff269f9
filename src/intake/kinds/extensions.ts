// Extensions: later deadlines granted before the old ones have passed.
import type { KindRules } from './kind.ts';

export const extensions: KindRules<'extensions'> = {
  kind: 'extensions',
  headings: {
    finding_no: '问题编号 台账编号 清单编号 编号',
    new_due_on: '延期至 延期后时限 新时限',
    granted_on: '批准日期 批准时间',
    granted_by: '批准人 审批人',
    reason: '延期原因 延期理由 原因',
  },
  asked: {
    时间: 'new_due_on granted_on',
    日期: 'new_due_on granted_on',
    完成时间: 'new_due_on',
    负责人: 'granted_by',
  },
  check(_, say, read) {
    const days = read('new_due_on', 'granted_on');
    if (days !== undefined && days.new_due_on < days.granted_on) {
      say('new_due_before_granted', 'new_due_on', { due: days.new_due_on, granted: days.granted_on });
    }
  },
};
