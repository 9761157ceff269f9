// reverse: takes facts back that were entered by mistake.
import type { Committed } from '../../jobs/committed.ts';
import { type Reversed, reverseFacts } from '../../jobs/reverse.ts';
import { OK } from '../exit.ts';
import type { Leaf } from '../leaf.ts';
import type { Session } from '../session.ts';

/** Says what was reversed, and whether a closed round rests on it. */
export function sayReversed(session: Session, came: Committed<Reversed>): number {
  if (came.outcome === 'already') session.tell({ key: 'said.already', values: { seq: came.seq } });
  else {
    const { facts, closedRound } = came.value;
    session.tell({ key: 'said.reversed', values: { count: facts.length } });
    if (closedRound !== null) session.tell({ key: 'said.reversed_closed', values: { round: closedRound } });
  }
  return OK;
}

export const leaves: readonly Leaf[] = [
  {
    name: 'reverse',
    arguments: '<ids...>',
    traits: ['write'],
    options: [{ flags: '--reason <text>', required: true }],
    async run(session, input) {
      const reason = input.requiredText('reason');
      const ids = input.numbers(0);
      return sayReversed(
        session,
        await session.writing((ledger, acting) => reverseFacts(ledger, acting, ids, reason)),
      );
    },
  },
];
