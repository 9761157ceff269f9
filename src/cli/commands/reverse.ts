// reverse: takes facts back that were entered by mistake.
import { reverseFacts } from '../../jobs/reverse.ts';
import type { Leaf } from '../leaf.ts';
import { sayReversed } from '../said.ts';

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
