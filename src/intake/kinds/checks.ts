// Checks: the supervision team's verdict on a finding.
import type { KindRules } from './kind.ts';

export const checks: KindRules<'checks'> = {
  kind: 'checks',
  headings: {
    finding_no: '问题编号 台账编号 清单编号 编号',
    result: '核查结果 核查结论 验收意见 复核结果 状态',
    checked_on: '核查时间 核查日期 验收时间 验收日期 复查时间 复查日期 督查时间 督查日期 时间 日期',
    checked_by: '核查人 核查人员 验收人 复核人 督查人员 督查人',
    method: '核查方式',
    approved_by: '审签人 审核人',
    approved_on: '销号日期 销号时间 审签日期 审签时间',
    note: '备注 说明',
  },
  asked: { 完成时间: 'checked_on approved_on', 责任人: 'checked_by', 负责人: 'checked_by approved_by' },
  restTo: { result: 'note' },
};
