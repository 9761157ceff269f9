// Re-checks: the results of looking at rectified findings again.
import type { KindRules } from './kind.ts';

export const rechecks: KindRules<'rechecks'> = {
  kind: 'rechecks',
  headings: {
    finding_no: '问题编号 台账编号 清单编号 编号',
    rechecked_on: '回头看时间 回头看日期 时间 日期',
    rechecked_by: '回头看人 回头看人员',
    recheck_result: '回头看结果 回头看结论 状态',
    new_no: '新问题编号',
    note: '备注 说明',
  },
  shown:
    '所属作战所 所属村 问题 要求 当事干部 销号于 原核查人 作战所、村名 销号时间、原核查人 where finding requirement who rectified firstchecker station village rectified,firstchecker',
  asked: { 责任人: 'rechecked_by', 负责人: 'rechecked_by' },
  restTo: { recheck_result: 'note' },
  check(record, say, read) {
    if (!read('recheck_result', 'new_no')) return;
    const { recheck_result: result, new_no: number } = record;
    if (result === 'rebound' && !number) say('rebound_without_new', 'new_no');
    if (result === 'holds' && number) say('new_without_rebound', 'new_no', { new_no: number });
  },
};
