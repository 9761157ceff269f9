// task: central work, planned backwards, measured forwards.
import { Failure, problem } from '../../domain/problem.ts';
import { findTasks, showTask } from '../../jobs/find/find-tasks.ts';
import type { ProposedPlan } from '../../jobs/record/work/task.ts';
import { barWidth } from '../../report/lists/bars.ts';
import { planReport, taskCard, tasksReport } from '../../report/lists/tasks.ts';
import { record } from '../answers/record.ts';
import { sayRecorded } from '../answers/said.ts';
import { printCard } from '../answers/show.ts';
import type { CommandSpec, OptionSpec } from '../command-spec.ts';
import { cadreIfGiven } from '../options/cadres-given.ts';
import { columnOptions, columnValues } from '../options/columns.ts';
import { reassign, reassignOptions } from '../options/reassigning.ts';
import { todayOf } from '../options/today.ts';
import type { Session } from '../session.ts';

const ON: OptionSpec = { flags: '--on <day>', required: true };
const BY: OptionSpec = { flags: '--by <who>', required: true };
const NOTE: OptionSpec = { flags: '--note <text>' };
const REASON: OptionSpec = { flags: '--reason <text>' };

/** Loaded by what records: lists need no validation. */
const recording = () => import('../../jobs/record/work/task.ts');

export const leaves: readonly CommandSpec[] = [
  {
    name: 'task list',
    traits: ['list'],
    options: [{ flags: '--behind' }, { flags: '--cadre <no>' }, { flags: '--on <day>', help: 'as_of_today' }],
    async run(session, input) {
      const { on, tasks } = await session.reading((db) => {
        const day = input.day('on') ?? todayOf(session, db);
        const filter = {
          on: day,
          cadreNo: cadreIfGiven(session, db, input.text('cadre')),
          behind: input.flag('behind') === true,
        };
        return { on: day, tasks: findTasks(db, filter) };
      });
      return session.print(tasksReport(tasks, on, session.nameStyle, session.words.term));
    },
  },
  {
    name: 'task show',
    arguments: '<task_no>',
    traits: ['list'],
    options: [{ flags: '--on <day>', help: 'as_of_today' }],
    async run(session, input) {
      const { on, task } = await session.reading((db) => {
        const day = input.day('on') ?? todayOf(session, db);
        return { on: day, task: showTask(db, input.argument(0), day) };
      });
      const drawing = isForPeople(session) ? { word: session.words.term, width: widthOf(session) } : null;
      return printCard(session, taskCard(task, on, drawing));
    },
  },
  {
    name: 'task plan',
    arguments: '<task_no>',
    traits: ['list', 'write'],
    options: [{ flags: '--steps <n>' }, { flags: '--milestones <list>' }, { flags: '--adopt' }, REASON],
    async run(session, input) {
      const steps = input.whole('steps') ?? null;
      const milestones = input.text('milestones') ?? null;
      if ((steps === null) === (milestones === null))
        throw new Failure('usage', [problem('usage_plan_what')]);
      const request = { taskNo: input.argument(0), steps, milestones, reason: input.text('reason') ?? null };
      const { adoptPlan, proposePlan } = await recording();
      if (input.flag('adopt') !== true) {
        const plan = await session.reading((db) => proposePlan(db, request));
        const code = await printPlan(session, plan);
        session.tell({ key: 'said.plan_proposed', values: { task_no: plan.task.taskNo } });
        return code;
      }
      return sayRecorded(
        session,
        await session.writing((ledger, acting) => adoptPlan(ledger, acting, request)),
      );
    },
  },
  {
    name: 'task add',
    arguments: '<task_no>',
    traits: ['write'],
    options: columnOptions('tasks', ['task_no']),
    run: (session, input) =>
      record(session, 'task add', 'tasks', [{ ...columnValues('tasks', input), task_no: input.argument(0) }]),
  },
  {
    name: 'task progress',
    arguments: '<task_no>',
    traits: ['write'],
    options: [
      { flags: '--done <amount>', required: true },
      ON,
      { flags: '--accepted <word>', choices: ['yes', 'no'], terms: 'accepted' },
      { flags: '--by <who>', help: 'progress_by' },
      NOTE,
    ],
    run(session, input) {
      const accepted = input.text('accepted');
      const by = input.text('by');
      const note = input.text('note');
      if (accepted !== undefined && by === undefined)
        throw new Failure('usage', [problem('usage_accepted_by')]);
      const values = {
        task_no: input.argument(0),
        on: input.requiredText('on'),
        done: input.requiredText('done'),
        // Who merely fills it in gets no mark: the name goes with the note.
        ...(accepted === undefined
          ? { note: [by, note].filter(Boolean).join('；') || undefined }
          : { accepted, accepted_by: by, note }),
      };
      return record(
        session,
        'task progress',
        'progress',
        [values],
        {},
        accepted === undefined ? by : undefined,
      );
    },
  },
  {
    name: 'task cancel',
    arguments: '<task_no>',
    traits: ['write'],
    options: [ON, BY, REASON, NOTE],
    async run(session, input) {
      const request = {
        taskNo: input.argument(0),
        on: input.requiredDay('on'),
        by: input.requiredText('by'),
        reason: input.text('reason') ?? input.text('note') ?? null,
      };
      const { cancelTask } = await recording();
      return sayRecorded(
        session,
        await session.writing((ledger, acting) => cancelTask(ledger, acting, request)),
      );
    },
  },
  {
    name: 'task reassign',
    arguments: '[task_no...]',
    traits: ['write'],
    options: reassignOptions,
    run: (session, input) => reassign(session, input, 'task'),
  },
];

function isForPeople(session: Session): boolean {
  return ['table', 'md'].includes(session.format());
}

function widthOf(session: Session): number {
  return barWidth(session.settings().width);
}

function printPlan(session: Session, { task, deadline, milestones, now }: ProposedPlan): Promise<number> {
  const about = { taskNo: task.taskNo, name: task.name, target: task.target, deadline };
  const steps = milestones.map((each, at) => ({ ...each, now: now[at] ?? 0 }));
  const plan = { ...about, quantityUnit: task.row.quantity_unit ?? '', steps };
  const forPeople = isForPeople(session) && !session.json;
  return session.print(
    planReport(plan, forPeople ? widthOf(session) : null),
    session.json ? 'json' : undefined,
  );
}
