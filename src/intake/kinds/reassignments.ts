// Reassignments: a finding or task passes from one cadre to another.
import type { KindRules } from './kind.ts';

export const reassignments: KindRules<'reassignments'> = {
  kind: 'reassignments',
  headings: {
    finding_no: '问题编号 台账编号 清单编号',
    task_no: '任务编号',
    from_no: '移交人编号 原责任人编号',
    to_no: '接收人编号 接手人编号 新责任人编号',
    on: '移交日期 移交时间 日期 时间',
    by: '决定人 批准人 经办人',
    new_due_on: '新时限 延期至 延期后时限',
    reason: '移交原因 原因',
  },
  names: { from_no: '移交人 原责任人', to_no: '接收人 接手人 新责任人' },
  asked: { 编号: 'finding_no task_no', 完成时间: 'new_due_on', 负责人: 'to_no by' },
  check(record, say, read) {
    if (read('finding_no', 'task_no')) {
      if (record.finding_no && record.task_no) say('finding_and_task', 'task_no');
      else if (!record.finding_no && !record.task_no) say('finding_or_task', 'finding_no');
    }
    const passing = read('from_no', 'to_no');
    if (passing === undefined) return;
    const { from_no, to_no } = passing;
    if (from_no !== '' && from_no.normalize('NFC') === to_no.normalize('NFC')) {
      say('reassigned_to_same', 'to_no', { cadre: to_no });
    }
  },
};
