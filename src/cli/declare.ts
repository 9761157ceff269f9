// Turns declared commands into commander's, with help in the user's language and the shared options.
import { type Command, Option } from 'commander';
import type { Words } from '../i18n/words.ts';
import { formats } from '../output/settings.ts';
import type { CommandSpec, OptionSpec, Trait } from './command-spec.ts';
import { afterHelp, type HelpLayout, localise } from './help.ts';
import { againOptions } from './options/again.ts';
import { shownCodes } from './options/coded.ts';
import { shownKinds } from './options/kinds.ts';

/** Options that every command has. */
export const commonOptions: readonly OptionSpec[] = [
  { flags: '--ledger <file>' },
  { flags: '--actor <name>' },
  { flags: '--lang <zh|en>', choices: ['zh', 'en'] },
  { flags: '--color <when>', choices: ['auto', 'always', 'never'] },
  { flags: '--allow-network-file' },
  { flags: '-q, --quiet' },
  { flags: '-v, --verbose' },
];

/** Options of everything that lists. */
export const listOptions: readonly OptionSpec[] = [
  { flags: '--format <format>', choices: formats },
  { flags: '--json', help: 'json_list' },
  { flags: '--columns <names>' },
  { flags: '--sort <names>' },
  { flags: '-o, --output <file>' },
  { flags: '--headers <zh|en>', choices: ['zh', 'en'] },
  { flags: '--bom' },
  { flags: '--no-bom' },
  { flags: '--encoding <name>', choices: ['utf-8', 'gb18030'], help: 'encoding_out' },
];

/** The answer of a command as one object. */
const JSON_ANSWER: OptionSpec = { flags: '--json', help: 'json_answer' };

/** Options of everything that writes to a ledger, or makes one. */
const answerOptions: readonly OptionSpec[] = [{ flags: '--idempotency-key <key>' }, JSON_ANSWER];

/** Options of everything that writes days to the ledger. */
export const writeOptions: readonly OptionSpec[] = [...answerOptions, { flags: '--future' }];

/** All options of a command, its own first; a shared one gives way to one of its own with the same flag. */
export function optionsOf(leaf: CommandSpec): readonly OptionSpec[] {
  const own = leaf.options ?? [];
  const taken = new Set(own.map(longFlag));
  const has = (trait: Trait): boolean => leaf.traits?.includes(trait) === true;
  const shared = [
    ...againOptions(leaf.name),
    ...(has('write') ? writeOptions : []),
    ...(has('create') ? answerOptions : []),
    ...(has('answer') ? [JSON_ANSWER] : []),
    ...(has('list') ? listOptions : []),
    ...commonOptions,
  ].filter((spec) => {
    const flag = longFlag(spec);
    return !taken.has(flag) && taken.add(flag);
  });
  return [...own, ...shared];
}

/** The long flag of an option: `output` for `-o, --output <file>`. */
export function longFlag(spec: OptionSpec): string {
  return /--([a-z-]+)/.exec(spec.flags)?.[1] ?? spec.flags;
}

/** Declares a command's arguments, options and help on commander's command. */
export function declareCommand(command: Command, leaf: CommandSpec, words: Words, layout: HelpLayout): void {
  const key = keyOf(leaf.name);
  command.description(words.text({ key: `help.${key}` }));
  for (const argument of leaf.arguments?.split(' ') ?? []) {
    const argumentKey = `argument.${argument.replace(/[^a-z_]/g, '')}`;
    const auto = leaf.name === 'import' ? [words.lang === 'zh' ? words.term('kind.auto') : 'auto'] : [];
    const values = argument === '<kind>' ? { kinds: [...auto, ...shownKinds(words)] } : {};
    command.argument(argument, words.has(argumentKey) ? words.text({ key: argumentKey, values }) : '');
  }
  const own = new Set(leaf.options);
  for (const spec of optionsOf(leaf)) {
    const option = toOption(spec, words);
    if (!own.has(spec)) option.helpGroup(words.term(groupOf(spec)));
    command.addOption(option);
  }
  localise(command, words, layout);
  command.addHelpText('after', () => afterHelp(key, words, layout));
}

/** The key of a command's texts: `round_open`. */
export function keyOf(name: string): string {
  return name.replaceAll(/[ -]/g, '_');
}

/** Shared options come below a command's own, under a title that says what they are for. */
function groupOf(spec: OptionSpec): string {
  return listOptions.includes(spec) ? 'help.title_output' : 'help.title_common';
}

/** An option for commander, with its help and the words it takes. */
export function toOption(spec: OptionSpec, words: Words): Option {
  const required = spec.required === true ? words.term('help.required') : '';
  const option = new Option(spec.flags, words.text({ key: helpOf(spec) }) + required);
  if (spec.choices !== undefined && spec.terms === undefined) option.choices([...spec.choices]);
  else if (spec.choices !== undefined) {
    // Shown only: words in either language are read when all options are known.
    const shown = shownCodes({ terms: spec.terms ?? '', codes: spec.choices }, words);
    option.argChoices = words.lang === 'zh' ? [shown.join('、')] : shown;
  }
  return option;
}

/** An option that is a column is helped by the column's heading. */
export function helpOf(spec: OptionSpec): string {
  const key = (spec.help ?? longFlag(spec)).replaceAll('-', '_');
  return key.startsWith('column_') ? key.replace('column_', 'column.') : `option.${key}`;
}
