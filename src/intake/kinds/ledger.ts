// The office's one workbook (台账): a finding with the unit's word and the team's verdict in one row.
import { findings } from './findings.ts';
import { type KindRules, sayCadreTwice } from './kind.ts';
import { unitWord } from './reports.ts';

export const ledger: KindRules<'ledger'> = {
  kind: 'ledger',
  headings: {
    ...findings.headings,
    finding_no: '问题编号 台账编号 清单编号 编号',
    progress: '完成情况 整改进展 整改情况 整改状态 进度 状态',
    reported_on: '申请时间 申请日期 申请销号时间 申请销号日期 上报时间 上报日期 实际完成时间',
    reported_by: '申请人 填报人',
    evidence: '佐证材料 印证资料 支撑材料 附件',
    note: '整改说明 说明',
    result: '核查结果 核查结论 验收意见 复核结果',
    checked_on: '核查时间 核查日期 验收时间 验收日期 复查时间 复查日期 督查时间 督查日期',
    checked_by: '核查人 核查人员 验收人 复核人 督查人员 督查人',
    method: '核查方式',
    approved_by: '审签人 审核人',
    approved_on: '销号日期 销号时间 审签日期 审签时间',
    check_note: '核查说明 核查备注',
    unit_words: '单位原话',
  },
  ...(findings.names && { names: findings.names }),
  shown: '目前状态 原定时限 serial currentstatus firstdeadline leadnames assistnames leadernames',
  lists: ['问题清单', '任务清单', '责任清单', 'problems', 'tasks', 'responsibilities'],
  asked: {
    时间: 'found_on due_on reported_on checked_on',
    日期: 'found_on due_on reported_on checked_on',
    完成时间: 'due_on reported_on',
    负责人: 'cadre_no leader_no',
  },
  unitWord: { ...unitWord, keptIn: 'unit_words' },
  restTo: { progress: 'note', result: 'check_note' },
  warning: ({ result, checked_on, checked_by }) =>
    result != null && (checked_on == null || checked_by == null) ? 'checks_incomplete' : undefined,
  check(record, say, read) {
    const { due_on, found_on, recurs } = record;
    if (typeof due_on === 'string' && found_on != null && due_on < found_on) {
      say('due_before_found', 'due_on', { due: due_on, found: found_on });
    }
    const own = read('finding_no')?.finding_no;
    if (recurs && recurs.normalize('NFC') === own?.normalize('NFC')) say('recurs_itself', 'recurs');
    sayCadreTwice(record, say);
  },
};
