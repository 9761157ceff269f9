// --again: what was reversed before is recorded on purpose.
import { lookOf } from '../../domain/texts/look.ts';
import type { Acting } from '../../jobs/acting.ts';
import type { Input } from './input.ts';

/** The commands that record one fact, or one for each number given: there `--again` has no value. */
const RECORDING: ReadonlySet<string> = new Set([
  ...[
    'cadre add',
    'cadre amend',
    'cadre move',
    'cadre leave',
    'cadre return',
    'cadre statement',
    'cadre talk',
  ],
  ...['finding add', 'finding report', 'finding check', 'finding extend', 'finding object', 'finding rule'],
  ...['finding amend', 'finding reassign', 'decide'],
  ...['task add', 'task plan', 'task progress', 'task cancel', 'task reassign'],
  ...['attendance record', 'dispatch new', 'dispatch receive', 'recheck draw', 'recheck add'],
]);

/** The option where a command has it. */
export function againOptions(command: string): readonly { readonly flags: string }[] {
  return RECORDING.has(command) ? [{ flags: '--again' }] : [];
}

/** What a command is asked to record again: everything, or what has these numbers or fact ids. */
export function againOf(input: Input): NonNullable<Acting['again']> | null {
  const listed = input.list('again').map((each) => each.trim());
  if (input.flag('again') === true || listed.some((each) => ALL.has(each.toLowerCase()))) return 'all';
  return listed.length === 0 ? null : new Set(listed.flatMap((each) => [each, lookOf(each)]));
}

const ALL: ReadonlySet<string> = new Set(['all', '全部']);
