// What the shell is offered at a place of the command line: commands, options, choices, kinds, and numbers of the ledger.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { RootCommand } from '@bomb.sh/tab';
import { kindsShown } from '../../domain/records/records.ts';
import type { Words } from '../../i18n/words.ts';
import { openForReading, read } from '../../jobs/care/ledger-access.ts';
import type { KnownNumber, NumberKind } from '../../jobs/find/known-numbers.ts';
import { cleanLine } from '../../output/text/clean.ts';
import { letters } from '../../output/text/width.ts';
import type { CommandSpec, OptionSpec } from '../command-spec.ts';
import { commandNames, loadCommand } from '../commands/registry.ts';
import type { Context } from '../context.ts';
import { commonOptions, helpOf, keyOf, longFlag, optionsOf } from '../declare.ts';
import { captured, shells } from './completion-script.ts';

const LONGEST_TOLD = 40;
const FILE_DIRECTIVE = ':0';
/** Candidates of which no shell makes anything but the word itself. */
const PLAIN_CANDIDATE = /^[\p{L}\p{N}_./:+=,〔〕（）-]*(?:\t|$)/u;

/** Arguments and options that are numbers of the ledger, by their placeholder. */
const NUMBERS: Readonly<Record<string, NumberKind>> = {
  cadre_no: 'cadre',
  no: 'cadre',
  finding_no: 'finding',
  task_no: 'task',
  order_no: 'order',
  round: 'round',
  n: 'round',
  batch: 'batch',
};
/** Columns that are numbers, as options. */
const NUMBER_OPTIONS: Readonly<Record<string, NumberKind>> = {
  'cadre-no': 'cadre',
  'assist-no': 'cadre',
  'leader-no': 'cadre',
  recurs: 'finding',
  findings: 'finding',
};

type Numbers = (kind: NumberKind) => readonly KnownNumber[];

/**
 * The lines that the shell's script reads: the candidates for the last word, then the directive.
 * @param plain leaves out what would have to be quoted, for a shell whose script does not
 */
export async function completions(
  given: readonly string[],
  context: Context,
  words: Words,
  plain: boolean,
): Promise<string> {
  const root = new RootCommand();
  const asked = given.find((word) => commandNames.includes(word));
  const numbers = await numbersOf(given, context);
  const files = new Set<string>();
  const tell = (text: string): string => short(text);
  for (const spec of commonOptions) addOption(root, spec, words, numbers, files);
  for (const name of commandNames) {
    const leaves = name === asked ? await loadCommand(name) : [];
    const own = root.command(name, tell(words.term(`summary.${name}`)));
    for (const leaf of leaves) {
      const command =
        leaf.name === name ? own : root.command(leaf.name, tell(words.term(`help.${keyOf(leaf.name)}`)));
      for (const spec of optionsOf(leaf)) addOption(command, spec, words, numbers, files);
      addArguments(command, leaf, words, numbers);
    }
  }
  const said = captured(() => root.parse([...given]))
    .split('\n')
    .filter((line) => !plain || PLAIN_CANDIDATE.test(line));
  // Where no candidate is known, files are offered.
  return said.length === 1 && wantsFile(given, files) ? FILE_DIRECTIVE : said.join('\n');
}

type TabCommand = ReturnType<RootCommand['command']>;

function addOption(
  command: TabCommand,
  spec: OptionSpec,
  words: Words,
  numbers: Numbers,
  files: Set<string>,
): void {
  const flag = longFlag(spec);
  const alias = /^-(\w),/.exec(spec.flags)?.[1];
  const value = /<([^<>]+)>/.exec(spec.flags)?.[1];
  const help = short(words.term(helpOf(spec)));
  if (value === undefined) {
    command.option(flag, help, alias ?? '');
    return;
  }
  const kind = NUMBER_OPTIONS[flag] ?? NUMBERS[value];
  if (value === 'file' || value === 'folder') for (const name of [`--${flag}`, `-${alias}`]) files.add(name);
  command.option(
    flag,
    help,
    (complete) => {
      for (const choice of spec.choices ?? [])
        complete(choice, spec.terms === undefined ? '' : short(words.term(`${spec.terms}.${choice}`)));
      if (kind !== undefined) for (const each of numbers(kind)) complete(each.number, short(each.what));
    },
    alias,
  );
}

function addArguments(command: TabCommand, leaf: CommandSpec, words: Words, numbers: Numbers): void {
  for (const argument of leaf.arguments?.split(' ') ?? []) {
    const name = argument.replace(/[<>[\].]/g, '');
    const kind = NUMBERS[name];
    command.argument(
      name,
      (complete) => {
        if (name === 'kind') for (const each of kindsShown) complete(each, short(words.term(`kind.${each}`)));
        if (name === 'kind' && leaf.name === 'import') complete('auto', short(words.term('kind.auto')));
        if (name === 'shell') for (const each of shells) complete(each, '');
        if (kind !== undefined) for (const each of numbers(kind)) complete(each.number, short(each.what));
      },
      argument.includes('...'),
    );
  }
}

/**
 * Whether the last word may be a file name: after an option that takes one, or as an argument of import and the like.
 */
function wantsFile(given: readonly string[], files: ReadonlySet<string>): boolean {
  const before = given.at(-2) ?? '';
  if (before.startsWith('-')) return files.has(before);
  return given.length > 2 && !(given.at(-1) ?? '').startsWith('-');
}

/** Looks numbers up that begin like the last word; a ledger that is not there, or not readable, has none. */
async function numbersOf(given: readonly string[], context: Context): Promise<Numbers> {
  const at = given.indexOf('--ledger');
  const file = resolve((at < 0 ? undefined : given[at + 1]) ?? context.env.YANQUAN_LEDGER ?? 'yanquan.db');
  if (given.length < 2 || !existsSync(file)) return () => [];
  const beginning = (given.at(-1) ?? '').replace(/^--[a-z-]+=/, '');
  const { numbersBeginning } = await import('../../jobs/find/known-numbers.ts');
  return (kind) => {
    try {
      const ledger = openForReading(file, { patience: 0 });
      try {
        return read(ledger, (db) => numbersBeginning(db, kind, beginning));
      } finally {
        ledger.close();
      }
    } catch {
      // Problems of the ledger are reported by the command itself, not while it is being typed.
      return [];
    }
  };
}

function short(text: string): string {
  const clean = letters(cleanLine(text));
  return clean.length <= LONGEST_TOLD ? clean.join('') : `${clean.slice(0, LONGEST_TOLD - 1).join('')}…`;
}
