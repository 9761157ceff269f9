// Reports: the unit's own word on how far a finding is.
import type { KindRules, UnitWord } from './kind.ts';

export const unitWord: UnitWord = {
  field: 'progress',
  day: 'reported_on',
  note: 'note',
  asking: '上报时间 上报日期',
  narrative: '整改情况',
};

export const reports: KindRules<'reports'> = {
  kind: 'reports',
  headings: {
    finding_no: '问题编号 台账编号 清单编号 编号',
    reported_on:
      '申请时间 申请日期 申请销号时间 申请销号日期 上报时间 上报日期 实际完成时间 完成时间 时间 日期',
    reported_by: '申请人 填报人',
    progress: '完成情况 整改进展 整改情况 整改状态 进度 状态',
    evidence: '佐证材料 印证资料 支撑材料 附件',
    note: '备注 说明',
  },
  asked: { 责任人: 'reported_by', 负责人: 'reported_by' },
  unitWord,
  restTo: { progress: 'note' },
};
