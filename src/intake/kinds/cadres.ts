// Cadres: the roster as a file brings it.
import type { KindRules } from './kind.ts';

export const cadres: KindRules<'cadres'> = {
  kind: 'cadres',
  headings: {
    cadre_no: '干部编号 人员编号 工号 编号',
    name: '姓名 干部姓名',
    rank: '职级 级别 干部类别',
    post: '职务 岗位 现任职务',
    unit: '单位 工作单位 所在单位 站所 部门',
    station: '作战所 所在作战所 包村 网格',
    managed_by: '管理权限 管理单位',
    identity: '身份 人员性质',
    joined_on: '到岗时间 到岗日期 入册时间 入册日期 任职时间',
    left_on: '离任时间 离任日期 离岗日期 调离时间 调离日期',
  },
  asked: { 时间: 'joined_on left_on', 日期: 'joined_on left_on' },
  check(record, say) {
    if (record.joined_on && record.left_on && record.left_on < record.joined_on) {
      say('left_before_joined', 'left_on', { joined: record.joined_on, left: record.left_on });
    }
  },
};
