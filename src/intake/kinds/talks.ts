// Talks: that a talk was held.
import type { KindRules } from './kind.ts';

export const talks: KindRules<'talks'> = {
  kind: 'talks',
  headings: {
    cadre_no: '干部编号 人员编号 工号 编号',
    round: '督查轮次 轮次',
    talked_on: '谈话日期 谈话时间 日期 时间',
    talker: '谈话人 谈话主体',
    recorder: '记录人',
    receipt: '签收情况 签收',
    note: '备注 说明',
  },
  names: { cadre_no: '姓名 干部姓名 谈话对象' },
};
