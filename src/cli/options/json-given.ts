// --json: one object of a command that does something, the rows of one that lists; refusals too.
import { Failure, problem } from '../../domain/problem.ts';
import { answersWithObject, type CommandSpec } from '../command-spec.ts';

/** Whether a refusal is to be an object too: `--json` anywhere before `--`. */
export function answersInJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).includes('--json');
}

/** `--json` of a command that only lists is `--format json`. @throws Failure `usage` beside another format */
export function withFormat(leaf: CommandSpec, options: Record<string, unknown>): Record<string, unknown> {
  if (options.json !== true || answersWithObject(leaf)) return options;
  const { format = 'json' } = options;
  if (format === 'json') return { ...options, format };
  const values = { what: '--json', other: `--format ${String(format)}` };
  throw new Failure('usage', [problem('usage_conflicting_options', values)]);
}
