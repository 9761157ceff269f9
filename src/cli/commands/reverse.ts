// reverse: takes facts back that were entered by mistake.
import { reverseFacts } from '../../jobs/record/reverse.ts';
import { reverseOptions, reverseRequest, sayReversed } from '../answers/reversed.ts';
import type { CommandSpec } from '../command-spec.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'reverse',
    arguments: '<ids...>',
    traits: ['write'],
    options: reverseOptions,
    async run(session, input) {
      const [ids, request] = [input.numbers(0), reverseRequest(input)];
      const came = await session.writing((ledger, acting) => reverseFacts(ledger, acting, ids, request));
      return sayReversed(session, input, came);
    },
  },
];
