// Words that people try as commands, and the commands that do what they mean.
import { nearest } from '../domain/known.ts';
import { Failure, problem } from '../domain/problem.ts';
import { commandNames, loadCommand } from './commands/registry.ts';

const VERBS: Readonly<Record<string, readonly string[]>> = {
  undo: ['reverse', 'batch undo'],
  delete: ['reverse'],
  remove: ['reverse'],
  withdraw: ['finding rule', 'reverse'],
  retract: ['finding rule', 'reverse'],
  status: ['duties', 'tally'],
  todo: ['duties', 'due'],
  history: ['log', 'finding show'],
  search: ['finding list', 'cadre list'],
  find: ['finding list', 'cadre list'],
  stats: ['trend', 'dashboard'],
  statistics: ['trend', 'dashboard'],
  submit: ['finding report'],
  approve: ['round close', 'decide'],
  save: ['backup'],
  撤销: ['reverse', 'batch undo'],
  冲销: ['reverse'],
  导入: ['import'],
  汇总: ['tally'],
  通报: ['notice'],
  定稿: ['round close'],
  核查: ['finding check'],
  申请销号: ['finding report'],
  延期: ['finding extend'],
};

/** The usage failure for a word that is no command: it names the commands that may be meant. */
export async function unknownCommand(what: string): Promise<Failure> {
  const near = await commandsMeant(what);
  return new Failure('usage', [
    near.length === 0
      ? problem('usage_unknown_command', { what })
      : problem('usage_unknown_command_near', { what, near: near.join(', ') }),
  ]);
}

/** The commands that an unknown word may mean: by its meaning, as a subcommand, or the one spelled most like it. */
async function commandsMeant(word: string): Promise<readonly string[]> {
  const meant = Object.hasOwn(VERBS, word.toLowerCase()) ? VERBS[word.toLowerCase()] : undefined;
  if (meant !== undefined) return meant;
  const leaves = (await Promise.all(commandNames.map(loadCommand))).flat();
  const subcommands = leaves.map((leaf) => leaf.name).filter((name) => name.endsWith(` ${word}`));
  if (subcommands.length > 0) return subcommands;
  const near = nearest(word, commandNames);
  return near === undefined ? [] : [near];
}
