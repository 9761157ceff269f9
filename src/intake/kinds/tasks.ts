// Tasks: central work with its target, days, responsible cadres and milestones.

import type { TaskRecord } from '../../domain/records/record-types.ts';
import { type KindRules, type Say, sayCadreTwice } from './kind.ts';

export const tasks: KindRules<'tasks'> = {
  kind: 'tasks',
  headings: {
    task_no: '任务编号 项目编号 编号',
    name: '任务名称 工作任务 项目名称 姓名',
    area: '工作领域 领域 工作类别',
    target: '目标量 任务数 目标任务量',
    quantity_unit: '计量单位',
    start_on: '开始时间 开始日期 开工时间 开工日期',
    due_on: '完成时限 整改时限 计划完工 计划完成时间 完成时间',
    cadre_no: '责任人编号 责任人工号 主要责任人编号 干部编号 人员编号 工号 lead_no',
    assist_no: '协助责任人编号 配合责任人编号 协办人编号 assisting_no',
    leader_no: '责任领导编号 牵头领导编号 分管领导编号 包保领导编号',
    milestones: '时间节点 节点计划',
  },
  names: {
    cadre_no: '责任人 主要责任人 具体责任人 直接责任人 承办人 负责人',
    assist_no: '协助责任人 配合责任人 协办人',
    leader_no: '责任领导 牵头领导 分管领导 包保领导',
  },
  asked: { 单位: 'quantity_unit', 时间: 'start_on due_on', 日期: 'start_on due_on' },
  check(record, say, read) {
    const days = read('start_on', 'due_on');
    if (days !== undefined && days.start_on > days.due_on) {
      say('start_after_due', 'start_on', { start: days.start_on, due: days.due_on });
    }
    const unit = record.quantity_unit?.trim() ?? '';
    if (record.percent === true && unit !== '%' && unit !== '％')
      say('percent_not_the_unit', 'target', { unit });
    sayCadreTwice(record, say);
    const plan = read('start_on', 'due_on', 'target');
    if (plan !== undefined) checkMilestones({ ...plan, milestones: record.milestones }, say);
  },
};

type Plan = Pick<TaskRecord, 'start_on' | 'due_on' | 'target' | 'milestones'>;

/** Milestones lie from start to deadline, rise strictly in day and amount, and do not pass the target (section 3). */
function checkMilestones(record: Plan, say: Say): void {
  let previous: { readonly on: string; readonly amount: number } | undefined;
  for (const milestone of record.milestones ?? []) {
    const on = milestone.on;
    if (on < record.start_on || on > record.due_on) say('milestone_outside', 'milestones', { on });
    if (milestone.amount > record.target) say('milestone_past_target', 'milestones', { on });
    if (previous !== undefined && (on <= previous.on || milestone.amount <= previous.amount)) {
      say('milestones_not_rising', 'milestones', { on });
    }
    previous = milestone;
  }
}
