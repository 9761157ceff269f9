// What commander has to say about a wrong command line, in our words.
import type { CommanderError } from 'commander';
import type { ProblemCode } from '../../domain/codes/problem-codes.ts';
import { nearest } from '../../domain/known.ts';
import { Failure, problem } from '../../domain/problem.ts';
import type { Words } from '../../i18n/words.ts';
import type { CommandSpec } from '../command-spec.ts';
import { keyOf, longFlag, optionsOf } from '../declare.ts';

const CODES: Readonly<Record<string, ProblemCode>> = {
  'commander.unknownOption': 'usage_unknown_option',
  'commander.unknownCommand': 'usage_unknown_command',
  'commander.missingArgument': 'usage_missing_argument',
  'commander.optionMissingArgument': 'usage_option_without_value',
  'commander.excessArguments': 'usage_too_many_arguments',
  'commander.conflictingOption': 'usage_conflicting_options',
};

/**
 * The usage failure (exit 2) that an error of commander's amounts to.
 * @param command whose help says more; empty for the program's own
 */
export function asUsageFailure(error: CommanderError, command: string): Failure {
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const [what = ''] = quoted;
  if (error.code === 'commander.invalidArgument') {
    const allowed = between(error.message, 'Allowed choices are ', '.') ?? '';
    const value = quoted.find((each) => each !== what) ?? '';
    const near = nearest(value, allowed.split(', '));
    const values = { option: what.replace(/ .*/, ''), value, allowed, command };
    return near === undefined
      ? usage('usage_not_a_choice', values)
      : usage('usage_not_a_choice_near', { ...values, near });
  }
  const near = between(error.message, 'Did you mean ', '?')?.replace(/^one of /, '');
  const code = CODES[error.code] ?? 'usage_wrong';
  if (code === 'usage_unknown_command') {
    // Only a subcommand gets here: a command is looked up before commander is asked.
    const [parent = ''] = command.split(' ');
    const values = { what: `${parent} ${what}`, command: parent };
    return near === undefined
      ? usage('usage_unknown_subcommand', values)
      : usage('usage_unknown_subcommand_near', { ...values, near: `${parent} ${near}` });
  }
  if (near !== undefined && code === 'usage_unknown_option') {
    return usage('usage_unknown_option_near', { what, near, command });
  }
  return usage(code, { what, other: quoted[1] ?? '', command, detail: error.message });
}

/**
 * Refuses a command line without all options that the command requires: they are named in one go, with its example.
 * @param options as commander found them
 * @throws Failure `usage`
 */
export function refuseMissingOptions(
  leaf: CommandSpec,
  options: Readonly<Record<string, unknown>>,
  words: Words,
): void {
  const missing = (leaf.options ?? []).filter(
    (spec) => spec.required === true && options[camelCase(longFlag(spec))] === undefined,
  );
  if (missing.length === 0) return;
  const what = missing.map(({ flags }) => flags.replace(/^-\w, /, '')).join(', ');
  const [example = ''] = words.term(`example.${keyOf(leaf.name)}`).split('\n');
  throw usage('usage_missing_option', { what, command: leaf.name, example });
}

/**
 * Refuses a command line on which an option has the next option as its value: `--until --late`. Who means such a value
 * writes `--until=--late`.
 * @throws Failure `usage`
 */
export function refuseSwallowed(
  leaf: CommandSpec,
  options: Readonly<Record<string, unknown>>,
  argv: readonly string[],
): void {
  const specs = optionsOf(leaf);
  const flags = new Set(specs.map((spec) => `--${longFlag(spec)}`));
  for (const spec of specs) {
    const value = options[camelCase(longFlag(spec))];
    if (!spec.flags.includes('<') || typeof value !== 'string' || !flags.has(value)) continue;
    if (argv.includes(`--${longFlag(spec)}=${value}`)) continue;
    throw usage('usage_option_without_value', { what: `--${longFlag(spec)}`, command: leaf.name });
  }
}

const camelCase = (flag: string): string =>
  flag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** @param values with the `command` whose help says more: empty for the program's own */
function usage(
  code: ProblemCode,
  values: Readonly<Record<string, string>> & { readonly command: string },
): Failure {
  const page = ['yanquan', values.command, '--help'].filter((word) => word !== '').join(' ');
  return new Failure('usage', [problem(code, { ...values, page })]);
}

/** The text after the last `begin` up to the next `end`: what was typed comes before it in a message. */
function between(text: string, begin: string, end: string): string | undefined {
  const from = text.lastIndexOf(begin);
  const to = from < 0 ? -1 : text.indexOf(end, from);
  return to < 0 ? undefined : text.slice(from + begin.length, to);
}
