// Attendance: who was on a site, morning and evening.
import type { KindRules } from './kind.ts';

export const attendance: KindRules<'attendance'> = {
  kind: 'attendance',
  headings: {
    site: '点位 现场 工地',
    on: '统计日期 填报日期 日期 时间',
    session: '时段',
    cadre_no: '干部编号 人员编号 工号 编号',
    present: '是否到岗 到岗情况 状态',
  },
  names: { cadre_no: '姓名 干部姓名 责任人' },
};
