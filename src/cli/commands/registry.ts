// Every command by name; its module is loaded when it is asked for, and no other.
import { type CommandName, commandGroups } from '../command-groups.ts';
import type { CommandSpec } from '../command-spec.ts';

type Load = () => Promise<{ readonly leaves: readonly CommandSpec[] }>;

const commands: Readonly<Record<CommandName, Load>> = {
  init: () => import('./init.ts'),
  demo: () => import('./demo.ts'),
  week: () => import('./week.ts'),
  import: () => import('./import.ts'),
  template: () => import('./template.ts'),
  batch: () => import('./batch.ts'),
  cadre: () => both(import('./cadre.ts'), import('./cadre-leave.ts')),
  finding: () => both(import('./finding.ts'), import('./finding-events.ts'), import('./finding-form.ts')),
  round: () => import('./round.ts'),
  tally: () => import('./tally.ts'),
  measure: () => both(import('./measure.ts'), import('./measure-steps.ts'), import('./measure-form.ts')),
  decide: () => import('./decide.ts'),
  circle: () => import('./circle.ts'),
  explain: () => import('./explain.ts'),
  notice: () => both(import('./notice.ts'), import('./notice-issue.ts')),
  dashboard: () => import('./dashboard.ts'),
  pack: () => import('./pack.ts'),
  training: () => import('./training.ts'),
  export: () => import('./export.ts'),
  office: () => import('./office.ts'),
  policy: () => import('./policy.ts'),
  reverse: () => import('./reverse.ts'),
  dispatch: () => import('./dispatch.ts'),
  task: () => import('./task.ts'),
  attendance: () => import('./attendance.ts'),
  calendar: () => import('./calendar.ts'),
  due: () => import('./due.ts'),
  duties: () => import('./duties.ts'),
  sheet: () => both(import('./sheet.ts'), import('./sheet-visit.ts')),
  recheck: () => import('./recheck.ts'),
  trend: () => import('./trend.ts'),
  correct: () => import('./correct.ts'),
  verify: () => import('./verify.ts'),
  publish: () => both(import('./publish.ts'), import('./publish-server.ts')),
  overview: () => import('./overview.ts'),
  log: () => import('./log.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  seal: () => import('./seal.ts'),
  completion: () => import('./completion.ts'),
};

/** The leaves of a command that has several modules. */
async function both(...modules: readonly ReturnType<Load>[]): ReturnType<Load> {
  return { leaves: (await Promise.all(modules)).flatMap((each) => each.leaves) };
}

/** The names of all commands, in the order of the help. */
export const commandNames: readonly string[] = commandGroups.flatMap(({ rows }) => rows.flat());

/** Loads a command's leaves. */
export async function loadCommand(name: string): Promise<readonly CommandSpec[]> {
  if (!isCommand(name)) throw new Error(`no command ${name}`);
  return (await commands[name]()).leaves;
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}
