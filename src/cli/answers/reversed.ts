// What reversing commands are asked, and what they say when they are done.
import type { Committed } from '../../jobs/committed.ts';
import type { NamedFact, Reversed, ReverseRequest } from '../../jobs/record/reverse.ts';
import type { OptionSpec } from '../command-spec.ts';
import type { Input } from '../options/input.ts';
import type { Session } from '../session.ts';
import { answer } from './answer.ts';
import { sayCorrectionsDue } from './corrections-due.ts';

/** The options of everything that reverses. */
export const reverseOptions: readonly OptionSpec[] = [
  { flags: '--reason <text>', required: true },
  { flags: '--with-dependents' },
  { flags: '--dry-run' },
];

/** Why, and how far. @throws Failure `usage` */
export function reverseRequest(input: Input): ReverseRequest {
  return { reason: input.requiredText('reason'), withDependents: input.flag('withDependents') === true };
}

/** Says what was reversed and which closed rounds used it; the ids go to stdout. Returns the exit code. */
export function sayReversed(session: Session, input: Input, came: Committed<Reversed>): Promise<number> {
  return answer(session, came, {
    tell(value) {
      describeReversal(session, value, {
        dry: session.dryRun,
        alone: session.dryRun && input.flag('withDependents') !== true,
      });
    },
    // A dry run lists them too: it is what it is asked for.
    lines: ({ asked, dependents, already }) => {
      const reversed = [...asked, ...dependents];
      return (reversed.length > 0 ? reversed : already).map((each) => each.id);
    },
    linesOfDryRun: true,
    object: ({ asked, dependents, already, rounds, corrections }) => ({
      what: asked.length === 0 ? 'unchanged' : 'reversed',
      facts: [...asked, ...dependents].map((each) => each.id),
      asked,
      dependents,
      already,
      rounds,
      corrections,
    }),
  });
}

function describeReversal(
  session: Session,
  { asked, dependents, already, rounds, corrections }: Reversed,
  { dry, alone }: { readonly dry: boolean; readonly alone: boolean },
): void {
  const count = asked.length + dependents.length;
  if (count > 0) session.tell({ key: dry ? 'said.reversed_dry' : 'said.reversed', values: { count } });
  if (dry) for (const fact of asked) describeFact(session, fact);
  if (dependents.length > 0) {
    const key = alone ? 'said.reversed_dependents_dry' : 'said.reversed_dependents';
    session.tell({ key, values: { count: dependents.length } });
    for (const fact of dependents) describeFact(session, fact);
  }
  if (already.length > 0)
    session.tell({ key: 'said.reversed_already', values: { ids: already.map((each) => each.id) } });
  if (rounds.length > 0) session.tell({ key: 'said.reversed_rounds', values: { rounds } });
  sayCorrectionsDue(session, corrections);
}

function describeFact(session: Session, { id, what }: NamedFact): void {
  session.tell({ key: 'said.reversed_line', values: { id, what } });
}
