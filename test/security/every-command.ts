// Every command with arguments that show as much of a planted ledger as they can: a new command has to be put in here.
import { join } from 'node:path';
import type { CommandSpec } from '../../src/cli/command-spec.ts';
import { commandNames, loadCommand } from '../../src/cli/commands/registry.ts';
import { listOptions, longFlag, optionsOf } from '../../src/cli/declare.ts';
import { recordKinds } from '../../src/domain/records/records.ts';
import { home } from '../support/run.ts';

const ON = ['--on', '2018-09-17'];
const BY = ['--by', 'X'];
const WHY = ['--reason', 'y'];
/** Nobody listens there: what is said of that is all that these commands show here. */
const NOWHERE = 'postgresql://127.0.0.1:1/county';
const policy = join(home, 'fixtures/tongjing/policy.yaml');

/** What comes after the command's words, by command; `IN/` is replaced by the planted folder. */
const given: Readonly<Record<string, readonly (readonly string[])[]>> = {
  init: [[]],
  demo: [['--dir', 'IN/demo']],
  import: [
    ['findings', 'IN/findings.jsonl'],
    ['checks', 'IN/findings.jsonl'],
    ['auto', 'IN'],
  ],
  week: [['IN', '--cutoff', '2018-09-26']],
  'import inspect': [['IN/findings.jsonl']],
  template: recordKinds.filter((kind) => kind !== 'ledger').map((kind) => [kind]),
  'batch list': [[]],
  'batch show': [['2'], ['6']],
  'batch undo': [['2', ...WHY]],
  'cadre list': [['--all']],
  'cadre show': [['C0'], ['C2'], ['C4']],
  'cadre add': [['C0', '--name', 'n', '--rank', 'staff']],
  'cadre amend': [['C0', '--post', 'z', ...WHY]],
  'cadre move': [['C0', ...ON, '--unit', 'z']],
  'cadre leave': [['C0', ...ON]],
  'cadre return': [['C4', ...ON]],
  'cadre statement': [['C0', '--round', '1', '--text', 'z', ...ON]],
  'cadre talk': [['C0', '--round', '1', ...ON, ...BY]],
  'finding list': [[]],
  'finding show': [['F0'], ['F1'], ['F5'], ['L3']],
  'finding add': [
    ['N1', '--source', 's', '--description', 'd', '--found-on', '2018-09-01', '--cadre-no', 'C0'],
  ],
  'finding amend': [['F0', '--area', 'z', ...WHY]],
  'finding report': [['F0', ...ON, ...BY]],
  'finding check': [['F0', '--result', 'partial', ...ON, ...BY]],
  'finding extend': [['F0', '--to', '2018-10-30', ...ON, ...BY]],
  'finding object': [['F0', '--cadre', 'C0', ...WHY, ...ON]],
  'finding rule': [['F5', '--cadre', 'C5', '--ruling', 'dismissed', ...ON, ...BY]],
  'finding reassign': [['F0', '--from', 'C0', '--to', 'C9', ...ON, ...BY]],
  'finding form': [['F0', 'F1']],
  'round open': [['--cutoff', '2018-09-26']],
  'round list': [[]],
  'round show': [['1'], ['2']],
  'round replay': [['1']],
  'round cancel': [WHY],
  'round close': [['--approved-by', 'W']],
  tally: [['--all']],
  decide: [['C0', '--measure', 'none', ...BY, ...WHY]],
  circle: [['--round', '1']],
  explain: [['C0'], ['C1', '--round', '1'], ['C6', '--round', '1', '--format', 'html']],
  notice: [
    ['--round', '1'],
    ['--proposed', '--scope', 'leader'],
    ['--round', '1', '--format', 'html'],
  ],
  'notice issue': [['--number', '2', '--date', '2018-09-14', '-o', 'IN/again.md']],
  dashboard: [['--names', '-o', '-']],
  pack: [['--round', '1', '-o', 'IN/pack']],
  training: [['--round', '1']],
  export: recordKinds.filter((kind) => kind !== 'ledger').map((kind) => [kind]),
  'office show': [[]],
  'office set': [
    ['署名', '乡党委'],
    ['copied_to', '\u001b[31m红'],
  ],
  'policy show': [[]],
  'policy check': [[policy], ['IN/findings.jsonl']],
  'policy adopt': [[policy]],
  'policy whatif': [[policy, '--round', '1']],
  reverse: [['reports-1', ...WHY]],
  'dispatch new': [['--station', 's', '--due', '2018-10-01', ...ON, '--issued-by', 'X', '--all-open']],
  'dispatch receive': [['D1', ...ON, ...BY]],
  'dispatch list': [[]],
  'dispatch show': [['D0'], ['D1', '--format', 'html']],
  'task list': [[]],
  'task show': [['T0'], ['T3']],
  'task plan': [['T0', '--steps', '3']],
  'task add': [
    [
      ...['T99', '--name', 'n', '--target', '5', '--start-on', '2018-09-01'],
      ...['--due-on', '2018-09-20', '--cadre-no', 'C0'],
    ],
  ],
  'task progress': [['T0', '--done', '20', ...ON, ...BY]],
  'task cancel': [['T0', ...ON, ...BY]],
  'task reassign': [['T0', '--from', 'C0', '--to', 'C9', ...ON, ...BY]],
  'attendance record': [['--site', 's', '--session', 'morning', ...ON, '--absent', 'C0']],
  'attendance show': [[]],
  'calendar show': [['2018']],
  'calendar import': [['IN/findings.jsonl']],
  'measure list': [['--all'], ['--active-on', '2018-10-01', 'C0', 'C2']],
  'measure show': [['C0'], ['C2', '--round', '1']],
  'measure talk': [['C0', '--round', '1', ...ON, ...BY]],
  'measure serve': [['C0', '--round', '1', '--receipt', 'left', ...ON, ...BY]],
  'measure appeal': [['C0', '--round', '1', ...ON, ...WHY]],
  'measure answer': [['C0', '--round', '1', '--ruling', 'dismissed', ...ON, ...BY]],
  'measure follow-up': [['C0', '--round', '1', '--result', 'improved', ...ON, ...BY]],
  'measure form': [
    ['--round', '1'],
    ['C0', '--round', '1', '--format', 'html', ...BY],
  ],
  due: [['--until', '2018-10-30']],
  duties: [['--on', '2018-10-30']],
  'sheet checks': [['--until', '2018-10-30']],
  'sheet visit': [['--station', 's', '--until', '2018-10-30']],
  'recheck draw': [
    ['--share', '100%', '--from', '2018-09-01', '--to', '2018-09-30', ...BY, '--format', 'html'],
  ],
  'recheck sheet': [[], ['--format', 'html']],
  'recheck add': [['L0', '--result', 'holds', ...ON, ...BY]],
  'recheck list': [[], ['--group-by', 'source']],
  trend: [[], ['--cadre', 'C0']],
  correct: [['C0', '--round', '1', ...BY, ...WHY]],
  verify: [[]],
  log: [[]],
  backup: [['IN/copy.db']],
  restore: [['IN/copy.db']],
  completion: [['bash']],
  seal: [BY],
  publish: [[NOWHERE]],
  'publish verify': [[NOWHERE]],
  'publish id': [[]],
  'publish init': [[NOWHERE]],
  'publish add-township': [[NOWHERE]],
  overview: [[NOWHERE]],
};

export interface Tried {
  readonly leaf: CommandSpec;
  /** Its words and arguments, each way of calling it. */
  readonly calls: readonly (readonly string[])[];
}

/** Every command of the registry with its calls. Throws for one that has none here. */
export async function everyCommand(): Promise<readonly Tried[]> {
  const leaves = (await Promise.all(commandNames.map(loadCommand))).flat();
  return leaves.map((leaf) => {
    const calls = given[leaf.name];
    if (calls === undefined)
      throw new Error(`no arguments for ${leaf.name} in test/security/every-command.ts`);
    return { leaf, calls: calls.map((args) => [...leaf.name.split(' '), ...args]) };
  });
}

/** A call with the planted folder in place. */
export const placed = (call: readonly string[], folder: string): string[] =>
  call.map((word) => word.replace(/^IN\//, `${folder}/`));

/** Whether a command needs a server: its lists are tried where there is one, in test/server. */
export const needsServer = ({ arguments: words }: CommandSpec): boolean => words === '<url>';

/** Whether a command writes a list, in every format. */
export const lists = ({ traits }: CommandSpec): boolean => traits?.includes('list') === true;

/** The long options of a command that take a value, the shared ones too; what it lists with is tried elsewhere. */
export function valueOptions(leaf: CommandSpec): string[] {
  return optionsOf(leaf)
    .filter((spec) => /[<[]/.test(spec.flags) && !listOptions.includes(spec))
    .map((spec) => `--${longFlag(spec)}`);
}
