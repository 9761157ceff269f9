// What commander has to say about a wrong command line, in our words.
import type { CommanderError } from 'commander';
import { Failure, problem } from '../domain/problem.ts';
import type { ProblemCode } from '../domain/problem-codes.ts';

const CODES: Readonly<Record<string, ProblemCode>> = {
  'commander.unknownOption': 'usage_unknown_option',
  'commander.unknownCommand': 'usage_unknown_command',
  'commander.missingArgument': 'usage_missing_argument',
  'commander.optionMissingArgument': 'usage_option_without_value',
  'commander.missingMandatoryOptionValue': 'usage_missing_option',
  'commander.excessArguments': 'usage_too_many_arguments',
  'commander.conflictingOption': 'usage_conflicting_options',
};

/** The usage failure (exit 2) that an error of commander's amounts to. */
export function asUsageFailure(error: CommanderError, command: string): Failure {
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const [what = ''] = quoted;
  if (error.code === 'commander.invalidArgument') {
    const allowed = /Allowed choices are ([^.]*)\./.exec(error.message)?.[1] ?? '';
    return usage('usage_not_a_choice', { option: what, value: quoted[1] ?? '', allowed, command });
  }
  const near = /Did you mean (?:one of )?([^?]*)\?/.exec(error.message)?.[1];
  const code = CODES[error.code] ?? 'usage_wrong';
  if (near !== undefined && code === 'usage_unknown_option') {
    return usage('usage_unknown_option_near', { what, near, command });
  }
  return usage(code, { what, other: quoted[1] ?? '', command, detail: error.message });
}

function usage(code: ProblemCode, values: Readonly<Record<string, string>>): Failure {
  return new Failure('usage', [problem(code, values)]);
}
