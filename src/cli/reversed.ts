// What reversing commands are asked, and what they say when they are done.
import type { Committed } from '../jobs/committed.ts';
import type { NamedFact, Reversed, ReverseRequest } from '../jobs/reverse.ts';
import { OK } from './exit.ts';
import type { Input } from './input.ts';
import type { OptionSpec } from './leaf.ts';
import type { Session } from './session.ts';

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
export async function sayReversed(
  session: Session,
  input: Input,
  came: Committed<Reversed>,
): Promise<number> {
  if (came.outcome === 'already') {
    session.tell({ key: 'said.already', values: { seq: came.seq } });
    return OK;
  }
  const { asked, dependents, already, rounds } = came.value;
  const facts = [...asked, ...dependents];
  const dry = input.flag('dryRun') === true;
  if (facts.length > 0)
    session.tell({ key: dry ? 'said.reversed_dry' : 'said.reversed', values: { count: facts.length } });
  if (dry) for (const fact of asked) tellFact(session, fact);
  if (dependents.length > 0) {
    const alone = dry && input.flag('withDependents') !== true;
    const key = alone ? 'said.reversed_dependents_dry' : 'said.reversed_dependents';
    session.tell({ key, values: { count: dependents.length } });
    for (const fact of dependents) tellFact(session, fact);
  }
  if (already.length > 0)
    session.tell({ key: 'said.reversed_already', values: { ids: already.map((each) => each.id) } });
  if (rounds.length > 0) session.tell({ key: 'said.reversed_rounds', values: { rounds } });
  return facts.length === 0 ? OK : session.write(facts.map((each) => `${each.id}\n`));
}

function tellFact(session: Session, { id, what }: NamedFact): void {
  session.tell({ key: 'said.reversed_line', values: { id, what } });
}
