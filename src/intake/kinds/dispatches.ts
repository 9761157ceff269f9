// Dispatches: the lines of dispatch orders, one row each.
import type { KindRules } from './kind.ts';

export const dispatches: KindRules<'dispatches'> = {
  kind: 'dispatches',
  headings: {
    order_no: '派遣单编号 派遣单号 派单编号 派单号',
    station: '作战所 所在作战所 派往作战所 承办作战所',
    due_on: '完成时限 整改时限 整改期限 总体时限 办理时限',
    sent_on: '派发日期 派发时间 派单日期 派单时间 签发日期 签发时间',
    issued_by: '签发人 派单人 派发人',
    finding_no: '问题编号 台账编号 清单编号',
    task_no: '任务编号 项目编号',
    note: '备注 说明',
  },
  asked: {
    编号: 'order_no finding_no task_no',
    时间: 'sent_on due_on',
    日期: 'sent_on due_on',
    完成时间: 'due_on',
  },
  check(record, say, read) {
    if (read('finding_no', 'task_no')) {
      if (record.finding_no && record.task_no) say('order_item_both', 'task_no');
      else if (!record.finding_no && !record.task_no) say('order_item_missing', 'finding_no');
    }
    const { due_on: due, sent_on: sent } = read('due_on', 'sent_on') ?? {};
    if (sent !== undefined && typeof due === 'string' && due < sent) {
      say('order_due_before_sent', 'due_on', { due, sent });
    }
  },
};
