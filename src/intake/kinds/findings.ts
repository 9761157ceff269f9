// Findings: one problem each, with who is responsible and until when.
import { type KindRules, sayCadreTwice } from './kind.ts';

export const findings: KindRules<'findings'> = {
  kind: 'findings',
  headings: {
    finding_no: '问题编号 台账编号 清单编号 编号',
    source: '问题来源 来源 反馈来源 巡察来源',
    clause: '反馈条目 问题类别 问题大类 问题归类',
    area: '工作领域 领域 问题领域 工作类别',
    village: '村 所在村 涉及村',
    station: '作战所 所在作战所',
    description: '问题描述 具体问题 存在问题 反馈问题 问题表现 具体表现 问题内容',
    severity: '严重程度 问题等级',
    reason: '原因 成因 原因分析',
    action: '整改措施 具体措施',
    standard: '整改目标 整改标准 整改要求 整改完成标准 销号标准',
    found_on: '发现时间 发现日期 反馈时间 反馈日期 交办时间 交办日期',
    due_on: '整改时限 整改期限 完成时限 整改完成时限 计划完成时间',
    cadre_no: '责任人编号 责任人工号 主要责任人编号 干部编号 人员编号 工号 lead_no',
    assist_no: '协助责任人编号 配合责任人编号 协办人编号 assisting_no',
    leader_no: '责任领导编号 牵头领导编号 分管领导编号 包保领导编号',
    resp_unit: '责任单位 牵头单位 整改单位 责任部门 单位 responsible_unit',
    recurs: '重复问题编号 原问题编号',
    remark: '备注',
  },
  names: {
    cadre_no: '责任人 主要责任人 整改责任人 具体责任人 直接责任人 承办人',
    assist_no: '协助责任人 配合责任人 协办人',
    leader_no: '责任领导 牵头领导 分管领导 包保领导 整改第一责任人',
  },
  asked: {
    时间: 'found_on due_on',
    日期: 'found_on due_on',
    完成时间: 'due_on',
    负责人: 'cadre_no leader_no',
  },
  check(record, say, read) {
    const { due_on: due, found_on: found } = read('found_on', 'due_on') ?? {};
    if (found !== undefined && typeof due === 'string' && due < found) {
      say('due_before_found', 'due_on', { due, found });
    }
    const own = read('finding_no')?.finding_no;
    if (record.recurs && record.recurs.normalize('NFC') === own?.normalize('NFC')) {
      say('recurs_itself', 'recurs');
    }
    sayCadreTwice(record, say);
  },
};
