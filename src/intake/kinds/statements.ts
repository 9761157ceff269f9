// Statements: what a cadre says to a proposal, or that they had nothing to say.
import type { KindRules } from './kind.ts';

export const statements: KindRules<'statements'> = {
  kind: 'statements',
  headings: {
    cadre_no: '干部编号 人员编号 工号 编号',
    round: '督查轮次 轮次',
    made_on: '陈述日期 陈述时间 日期 时间',
    text: '陈述说明 陈述内容 说明',
    waived: '放弃陈述 是否放弃',
  },
  names: { cadre_no: '姓名 干部姓名' },
};
