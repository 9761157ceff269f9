// Services: that a measure was handed to the cadre.
import type { KindRules } from './kind.ts';

export const services: KindRules<'services'> = {
  kind: 'services',
  headings: {
    cadre_no: '干部编号 人员编号 工号 编号',
    round: '督查轮次 轮次',
    served_on: '送达时间 送达日期',
    served_by: '送达人',
    receipt: '签收情况 签收',
    note: '备注 说明',
  },
  names: { cadre_no: '姓名 干部姓名 受送达人' },
  asked: { 时间: 'served_on', 日期: 'served_on' },
};
