// The man page, made from the texts of the help: `npm run docs` writes it to bin/yanquan.1.
import { commandGroups } from '../../src/cli/command-groups.ts';
import type { CommandSpec } from '../../src/cli/command-spec.ts';
import { commonOptions, longFlag } from '../../src/cli/declare.ts';
import { wordsFor } from '../support/words.ts';
import { allLeaves, keyOf } from './commands.ts';

const en = wordsFor('en');

/** Where the man page lies, from the project's root. */
export const manFile = 'bin/yanquan.1';

/** The whole page in roff, with the macros of man(7). */
export async function manPage(): Promise<string> {
  const leaves = new Map<string, readonly CommandSpec[]>(await allLeaves());
  const groups = commandGroups.flatMap(({ title, rows }) => [
    `.SS ${quoted(en.term(title))}`,
    ...rows.flat().flatMap((name) => (leaves.get(name) ?? []).flatMap(commandEntry)),
  ]);
  return [
    '.\\" Written by npm run docs.',
    '.TH YANQUAN 1 "" "yanquan" "User commands"',
    '.SH NAME',
    'yanquan \\- rectification ledger and its weekly rounds',
    '.SH SYNOPSIS',
    '.B yanquan',
    '.RI [ command ]',
    '.RI [ options ]',
    '.SH DESCRIPTION',
    ...paragraphs(
      'Inspection findings come in as files. Every week yanquan says who is responsible for which of them, which measure the rule proposes, and who enters or leaves the strict circle. Every line can be explained down to file, row and journal entry. The program proposes; named people decide.',
      '“yanquan COMMAND --help” prints the options of a command with an example.',
    ),
    '.SH COMMANDS',
    ...groups,
    '.SH OPTIONS',
    'Every command takes:',
    ...commonOptions.flatMap((spec) =>
      entry(spec.flags, en.term(`option.${longFlag(spec).replaceAll('-', '_')}`)),
    ),
    '.SH EXIT STATUS',
    ...topic('help.topic_exit_codes'),
    '.SH ENVIRONMENT',
    ...topic('help.topic_environment'),
    '.SH FILES',
    ...topic('help.topic_files'),
    '.SH EXAMPLES',
    '.nf',
    ...en.term('example.program').split('\n').map(escaped),
    '.fi',
    '',
  ].join('\n');
}

function commandEntry(leaf: CommandSpec): string[] {
  const usage = [leaf.name, leaf.arguments ?? ''].join(' ').trim();
  return entry(usage, en.term(`help.${keyOf(leaf)}`));
}

const entry = (term: string, text: string): string[] => ['.TP', `.B ${quoted(term)}`, escaped(text)];

/** The lines of a topic of the help: `  term  text` is an entry, any other line a paragraph. */
function topic(key: string): string[] {
  return en
    .term(key)
    .split('\n')
    .flatMap((line) => {
      const at = line.indexOf('  ', 2);
      if (!line.startsWith('  ') || at < 0) return paragraphs(line);
      return entry(line.slice(2, at), line.slice(at).trim());
    });
}

const paragraphs = (...texts: string[]): string[] => texts.flatMap((text) => ['.PP', escaped(text)]);

const quoted = (text: string): string => `"${escaped(text).replaceAll('"', '\\(dq')}"`;

/** A text as roff reads it as text. */
function escaped(text: string): string {
  const plain = text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll('\n', ' ');
  return /^[.']/.test(plain) ? `\\&${plain}` : plain;
}
