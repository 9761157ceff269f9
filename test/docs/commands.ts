// The commands of the program as they are in its registry, and the README's pages on them.

import type { CommandSpec, OptionSpec } from '../../src/cli/command-spec.ts';
import { commandNames, loadCommand } from '../../src/cli/commands/registry.ts';
import { commonOptions, listOptions, longFlag, writeOptions } from '../../src/cli/declare.ts';
import type { Words } from '../../src/i18n/words.ts';
import { wordsFor } from '../support/words.ts';

const en = wordsFor('en');
const zh = wordsFor('zh');

/** The key of a command's texts: `help.round_open`. */
export const keyOf = (leaf: CommandSpec): string => leaf.name.replaceAll(/[ -]/g, '_');

/** Every command and subcommand, in the order of the help. */
export async function allLeaves(): Promise<
  readonly (readonly [command: string, leaves: readonly CommandSpec[]])[]
> {
  return Promise.all(commandNames.map(async (name) => [name, await loadCommand(name)] as const));
}

/** All commands: a table of contents, then each with usage, own options and example. */
export async function commandPages(): Promise<string> {
  const commands = await allLeaves();
  const index = commands.map(
    ([name]) =>
      `| [\`${name}\`](#yanquan-${name}) | ${en.term(`summary.${name}`)} | ${zh.term(`summary.${name}`)} |`,
  );
  const pages = commands.map(([name, leaves]) =>
    [`### yanquan ${name}`, ...leaves.map((leaf) => page(leaf))].join('\n\n'),
  );
  return [
    ['| command | does | 作用 |', '|---|---|---|', ...index].join('\n'),
    sharedOptions(),
    ...pages,
  ].join('\n\n');
}

function page(leaf: CommandSpec): string {
  const own = leaf.options ?? [];
  const example = `example.${keyOf(leaf)}`;
  return [
    `**\`yanquan ${leaf.name}\`** · ${en.term(`help.${keyOf(leaf)}`)} ${zh.term(`help.${keyOf(leaf)}`)}`,
    block([usage(leaf), ...(own.length > 0 ? ['', ...optionLines(own, en)] : [])]),
    ...(en.has(example)
      ? [
          block(
            en
              .term(example)
              .split('\n')
              .map((line) => `$ ${line}`),
          ),
        ]
      : []),
  ].join('\n\n');
}

/** `yanquan finding check <finding_no...> --result <word> [options] [list] [write] [common]` */
function usage(leaf: CommandSpec): string {
  const required = (leaf.options ?? []).filter((spec) => spec.required === true);
  const traits = leaf.traits ?? [];
  return [
    `yanquan ${leaf.name}`,
    ...(leaf.arguments === undefined ? [] : [leaf.arguments]),
    ...required.map((spec) => spec.flags),
    ...((leaf.options ?? []).length > required.length ? ['[options]'] : []),
    ...(traits.includes('list') ? ['[list options]'] : []),
    ...(traits.includes('write') ? ['[write options]'] : []),
  ].join(' ');
}

function sharedOptions(): string {
  const groups = {
    'List options, of everything that lists:': listOptions,
    'Write options, of everything that writes to the ledger:': writeOptions,
    'Every command also takes:': commonOptions,
  };
  return Object.entries(groups)
    .map(([title, specs]) => `${title}\n\n${block(optionLines(specs, en))}`)
    .join('\n\n');
}

function optionLines(specs: readonly OptionSpec[], words: Words): string[] {
  const width = Math.max(...specs.map((spec) => spec.flags.length));
  return specs.map((spec) => {
    const choices = spec.choices === undefined ? '' : `: ${spec.choices.join(', ')}`;
    return `  ${spec.flags.padEnd(width)}  ${words.term(helpOf(spec))}${choices}`;
  });
}

function helpOf(spec: OptionSpec): string {
  const key = (spec.help ?? longFlag(spec)).replaceAll('-', '_');
  return key.startsWith('column_') ? key.replace('column_', 'column.') : `option.${key}`;
}

function block(lines: readonly string[]): string {
  return ['```', ...lines, '```'].join('\n');
}
