// Objections: what a responsible cadre disputes, with the ruling once there is one.
import type { KindRules } from './kind.ts';
import { sayRuling } from './ruling.ts';

export const objections: KindRules<'objections'> = {
  kind: 'objections',
  headings: {
    finding_no: '问题编号 台账编号 清单编号',
    cadre_no: '干部编号 人员编号 工号 责任人编号 异议人编号',
    raised_on: '提出时间 提出日期 申辩时间 申辩日期',
    ground: '异议类型',
    reason: '异议理由 申辩理由 原因',
    ruled_on: '裁定时间 裁定日期 答复时间 答复日期',
    ruling: '裁定结果 复核结论',
    ruled_by: '裁定人 复核人',
  },
  names: { cadre_no: '姓名 干部姓名 责任人 异议人 申辩人' },
  asked: {
    编号: 'finding_no cadre_no',
    时间: 'raised_on ruled_on',
    日期: 'raised_on ruled_on',
    负责人: 'cadre_no ruled_by',
    状态: 'ruling',
  },
  check: sayRuling,
};
