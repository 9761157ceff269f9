// Generated central work: tasks, their reassignments, progress and cancellations, and attendance.

import { addDays, hundredths, pointsText } from './exact.ts';
import type { Recorded } from './facts.ts';
import {
  cutoffOf,
  dayFor,
  emit,
  emitBatch,
  type Maker,
  next,
  note,
  outsider,
  someCadre,
  someCadres,
} from './maker.ts';
import { progressFrom, type Row, reassignmentFrom, taskFrom } from './rows.ts';
import { emptyTaskHistory, taskResponsibleAt } from './task.ts';
import { everResponsible, people, taskProblem } from './validity.ts';

const ACCEPTORS = ['验收甲', '验收乙'] as const;

function amountText(amount: number): string {
  return pointsText(BigInt(amount) * 100n);
}

/** A file of new tasks; amounts are whole hundredths until they are written. */
export function makeTasks(maker: Maker, count: number): void {
  const { random } = maker;
  const rows: Row[] = [];
  for (let i = 0; i < count; i += 1) {
    const start_on = dayFor(maker);
    const days = random.between(0, 30);
    const target = random.chance(70) ? random.between(1, 60) * 100 : random.between(1, 9999);
    const lead = someCadres(maker, 1, []);
    const assist = someCadres(maker, random.pick([0, 1, 2]), lead);
    const leader = someCadres(maker, random.pick([0, 1]), [...lead, ...assist]);
    const row = {
      task_no: `T${String(maker.tasks.length + 1).padStart(4, '0')}`,
      name: `任务${next(maker)}`,
      area: '产业覆盖',
      target: amountText(target),
      quantity_unit: random.pick(['亩', '户', '公里']),
      start_on,
      due_on: addDays(start_on, days),
      cadre_no: lead.join(';'),
      assist_no: assist.join(';'),
      leader_no: leader.join(';'),
      milestones: random.chance(50) ? milestones(maker, start_on, days, target) : '',
    };
    rows.push(row);
    maker.tasks.push({ ...emptyTaskHistory(taskFrom(row, next(maker))), acceptors: [] });
  }
  emitBatch(maker, 'tasks', rows);
}

function milestones(maker: Maker, start_on: string, days: number, target: number): string {
  const { random } = maker;
  const cells: string[] = [];
  let day = -1;
  let amount = 0;
  for (let i = random.between(1, 3); i > 0 && day < days && amount < target; i -= 1) {
    day = random.between(day + 1, days);
    amount = random.between(amount + 1, target);
    cells.push(`${addDays(start_on, day)}:${amountText(amount)}`);
  }
  return cells.join(';');
}

/** A file of tasks handed over, with and without a new deadline. */
export function makeTaskReassignments(maker: Maker): void {
  const { random, options } = maker;
  const rows: Row[] = [];
  for (const draft of maker.tasks) {
    if (!random.chance(8)) continue;
    const on = dayFor(maker, draft.task.start_on);
    const responsible = [...taskResponsibleAt(draft, on).keys()];
    const [to_no] = someCadres(maker, 1, responsible);
    if (to_no === undefined) continue;
    const row = {
      finding_no: '',
      task_no: draft.task.task_no,
      from_no: random.pick(responsible),
      to_no,
      on,
      by: '调度人',
      new_due_on: options.task_deadlines && random.chance(40) ? addDays(on, random.between(1, 20)) : '',
      reason: note(maker, '移'),
    };
    draft.reassignments.push(reassignmentFrom(row, next(maker)));
    if (taskProblem(draft, draft.acceptors) === undefined) rows.push(row);
    else draft.reassignments.pop();
  }
  emitBatch(maker, 'reassignments', rows);
}

/** A file of progress: amounts that never fall, accepted or not, or without a mark. */
export function makeProgress(maker: Maker): void {
  const { random } = maker;
  const rows: Row[] = [];
  const added: { list: Recorded[]; fact: Recorded }[] = [];
  for (const draft of maker.tasks) {
    const { task } = draft;
    if (draft.cancellations.length > 0 || cutoffOf(maker) < task.start_on || !random.chance(55)) continue;
    const on = dayFor(maker, task.start_on);
    const before = draft.progress
      .filter((entry) => entry.on <= on)
      .map((entry) => Number(hundredths(entry.done)));
    const after = draft.progress
      .filter((entry) => entry.on > on)
      .map((entry) => Number(hundredths(entry.done)));
    const least = Math.max(0, ...before);
    const target = Number(hundredths(task.target));
    const most = Math.min(...after, Math.max(least, target) + random.pick([0, 0, 500]));
    if (least > most) continue;
    const accepted = random.pick(['', '', 'yes', 'yes', 'no']);
    const row = {
      task_no: task.task_no,
      on,
      done: amountText(random.chance(35) ? most : random.between(least, most)),
      accepted,
      accepted_by: accepted === '' ? '' : outsider(maker, ACCEPTORS, everResponsible(draft)),
      note: note(maker, '进'),
    };
    const fact = progressFrom(row, next(maker));
    draft.progress.push(fact);
    if (taskProblem(draft, [...draft.acceptors, ...people(row.accepted_by)]) !== undefined) {
      draft.progress.pop();
      continue;
    }
    draft.acceptors.push(...people(row.accepted_by));
    rows.push(row);
    added.push({ list: draft.progress, fact });
  }
  emitBatch(maker, 'progress', rows, () => {
    for (const { list, fact } of added) list.splice(list.indexOf(fact), 1);
  });
}

/** Cancels a task, seldom. */
export function makeCancellation(maker: Maker): void {
  const { random } = maker;
  const draft = maker.tasks.find((each) => each.cancellations.length === 0 && random.chance(3));
  if (draft === undefined) return;
  const on = dayFor(maker, draft.task.start_on);
  draft.cancellations.push({ recorded: next(maker), task_no: draft.task.task_no, on });
  if (taskProblem(draft, draft.acceptors) === undefined) {
    emit(maker, { kind: 'cancel_task', task_no: draft.task.task_no, on });
  } else {
    draft.cancellations.pop();
  }
}

/** A file of attendance: each site, day, session and cadre once. */
export function makeAttendance(maker: Maker): void {
  const { random } = maker;
  const rows: Row[] = [];
  const keys: string[] = [];
  for (let i = Math.ceil(maker.cadres.length / 3); i > 0; i -= 1) {
    const row = {
      site: random.pick(['大坝工地', '茶园', '村委会']),
      on: dayFor(maker),
      session: random.pick(['morning', 'evening']),
      cadre_no: someCadre(maker),
      present: random.pick(['1', '0', 'leave', 'yes', 'no']),
    };
    const key = JSON.stringify([row.site, row.on, row.session, row.cadre_no]);
    if (maker.attended.has(key)) continue;
    maker.attended.add(key);
    keys.push(key);
    rows.push(row);
  }
  emitBatch(maker, 'attendance', rows, () => {
    for (const key of keys) maker.attended.delete(key);
  });
}
