// Central tasks: the list, one of them day by day with bars, and a plan calculated backwards.
import { formatHundredths } from '../../domain/amount.ts';
import type { TaskByDay, TaskOnDay } from '../../domain/work/task-on-day.ts';
import type { Column, Report, Text } from '../report.ts';
import { answeringCodes, answeringText, inFull, type NameStyle } from './answering.ts';
import { bar } from './bars.ts';
import { type Entry, listOf } from './lists.ts';
import { ownOfTask } from './own-columns.ts';
import type { Card } from './shown.ts';

const taskColumns: readonly Column[] = [
  { key: 'task_no', type: 'text' },
  { key: 'name', type: 'text' },
  { key: 'area', type: 'text', machineOnly: true },
  { key: 'start_on', type: 'day', machineOnly: true },
  { key: 'deadline', type: 'day' },
  { key: 'target', type: 'decimal' },
  { key: 'quantity_unit', type: 'text' },
  { key: 'planned', type: 'decimal' },
  { key: 'done', type: 'decimal' },
  { key: 'behind_by', type: 'decimal', machineOnly: true },
  { key: 'task_state', type: 'term' },
  { key: 'behind_since', type: 'day', spare: 1 },
  { key: 'responsible', type: 'text', codes: answeringCodes },
];

/** By how much a task is behind its plan: 0 when it is only not accepted, or not behind. */
function behindBy(task: Pick<TaskOnDay, 'since' | 'planned' | 'done'>): number {
  return task.since === null ? 0 : Math.max(0, task.planned - task.done);
}

/** `task list`. */
export function tasksReport(
  tasks: readonly TaskOnDay[],
  on: string,
  nameStyle: NameStyle,
  word: (key: string) => string,
): Report {
  const entries = tasks.map(
    (task): Entry => ({
      task_no: task.taskNo,
      name: task.name,
      area: task.area,
      start_on: task.startOn,
      deadline: task.deadline,
      target: formatHundredths(task.target),
      quantity_unit: task.quantityUnit,
      planned: formatHundredths(task.planned),
      done: formatHundredths(task.done),
      behind_by: formatHundredths(behindBy(task)),
      task_state: task.state,
      behind_since: task.since,
      responsible: answeringText(task.responsible, nameStyle, word),
    }),
  );
  return listOf('list tasks', taskColumns, entries, {
    title: { key: 'title.task_list', values: { on, count: tasks.length } },
  });
}

const dayColumns: readonly Column[] = [
  { key: 'task_no', type: 'text', machineOnly: true },
  { key: 'day', type: 'day' },
  { key: 'task_day', type: 'text', codes: [['task_day']] },
  { key: 'planned', type: 'decimal' },
  { key: 'done', type: 'decimal' },
  { key: 'accepted', type: 'boolean' },
  { key: 'accepted_by', type: 'text' },
  { key: 'note', type: 'text' },
  { key: 'id', type: 'text', machineOnly: true },
];

/** Where the bar goes in a terminal: after what was done. */
const withBar = (columns: readonly Column[], after: string): Column[] =>
  columns.flatMap((column) =>
    column.key === after ? [column, { key: 'bar', type: 'text' } as const] : [column],
  );

/** The columns for people: with a bar, without those that are empty. */
function drawn(entries: readonly Entry[]): Column[] {
  const optional = new Set(['accepted', 'accepted_by', 'note']);
  const empty = (key: string): boolean => entries.every((entry) => (entry[key] ?? '') === '');
  return withBar(dayColumns, 'done').filter(({ key }) => !(optional.has(key) && empty(key)));
}

/** How a card is drawn for people: words and the width of bars; null for machines. */
export interface Drawing {
  readonly word: (key: string) => string;
  readonly width: number;
}

/** `task show`: what the task is, and planned against done on each day that says something. */
export function taskCard(task: TaskByDay, on: string, drawing: Drawing | null): Card {
  const column = (key: string): Text => ({ key: `column.${key}` });
  const amount = (hundredths: number): string =>
    [formatHundredths(hundredths), task.quantityUnit].filter(Boolean).join(' ');
  const most = Math.max(task.target, task.done);
  const entries = task.days.map(
    (day): Entry => ({
      task_no: task.taskNo,
      day: day.on,
      planned: formatHundredths(day.planned),
      task_day: day.what
        .map((each) => (drawing === null ? each : drawing.word(`task_day.${each}`)))
        .join(drawing === null ? ';' : ' '),
      done: day.done === null ? null : formatHundredths(day.done),
      accepted: day.accepted,
      accepted_by: day.acceptedBy,
      note: day.note,
      id: day.id,
      ...(drawing !== null && { bar: bar(day.done ?? 0, day.planned, most, drawing.width) }),
    }),
  );
  const first = task.firstDue === task.deadline ? '' : ` (${task.firstDue})`;
  const state: Text = { key: `task_state.${task.state}` };
  const behind: Text = {
    key: behindBy(task) > 0 ? 'said.task_behind' : 'said.task_not_accepted',
    values: { behind_by: amount(behindBy(task)), since: task.since ?? '' },
  };
  return {
    title: { key: 'title.task_show', values: { task_no: task.taskNo, name: task.name } },
    pairs: [
      [column('task_state'), task.since === null ? state : behind],
      [column('area'), task.area],
      [column('target'), amount(task.target)],
      [column('planned'), amount(task.planned)],
      [column('done'), amount(task.done)],
      [column('start_on'), task.startOn],
      [column('deadline'), task.deadline + first],
      [
        column('responsible'),
        {
          key: 'card.list',
          values: {
            list: drawing === null ? [] : task.responsible.map((each) => inFull(each, drawing.word)),
          },
        },
      ],
      [
        column('cancelled_on'),
        task.cancelled === null
          ? ''
          : [task.cancelled.on, task.cancelled.by, task.cancelled.reason, task.cancelled.id]
              .filter(Boolean)
              .join(' '),
      ],
    ],
    list: listOf('task show', drawing === null ? dayColumns : drawn(entries), entries, {
      title: { key: 'title.task_days', values: { on } },
      notes: [{ key: 'note.task_bar' }],
    }),
    own: ownOfTask(task, behindBy(task)),
  };
}

/** A plan that is proposed, each step next to what the plan in force has by that day. */
export interface PlanRows {
  readonly taskNo: string;
  readonly name: string;
  readonly target: number;
  readonly quantityUnit: string;
  readonly deadline: string;
  readonly steps: readonly { readonly on: string; readonly amount: number; readonly now: number }[];
}

/** `task plan`: the milestones, one a row. */
export function planReport(plan: PlanRows, width: number | null): Report {
  const columns: readonly Column[] = [
    { key: 'task_no', type: 'text', machineOnly: true },
    { key: 'place', type: 'number' },
    { key: 'day', type: 'day' },
    { key: 'amount', type: 'decimal' },
    { key: 'quantity_unit', type: 'text' },
    { key: 'planned_now', type: 'decimal' },
  ];
  const entries = plan.steps.map(
    (step, at): Entry => ({
      task_no: plan.taskNo,
      place: at + 1,
      day: step.on,
      amount: formatHundredths(step.amount),
      quantity_unit: plan.quantityUnit,
      planned_now: formatHundredths(step.now),
      ...(width !== null && { bar: bar(step.amount, step.amount, plan.target, width) }),
    }),
  );
  const values = { task_no: plan.taskNo, name: plan.name, deadline: plan.deadline };
  return listOf('task plan', width === null ? columns : withBar(columns, 'planned_now'), entries, {
    title: { key: 'title.task_plan', values },
  });
}
