// seal: closes a ledger for writing.
import { resolve } from 'node:path';
import { seal } from '../../jobs/care/seal.ts';
import { answer } from '../answers/answer.ts';
import type { CommandSpec } from '../command-spec.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'seal',
    arguments: '[ledger]',
    traits: ['write'],
    options: [{ flags: '--by <who>', required: true }, { flags: '--reason <text>' }],
    async run(session, input) {
      const given = input.optionalArgument(0);
      const file = given === undefined ? session.ledgerFile : resolve(given);
      const request = { by: input.requiredText('by'), reason: input.text('reason') ?? null };
      const came = await session.writing((ledger, acting) => seal(ledger, acting, request), file);
      return answer(session, came, {
        tell: ({ what, by, at, entry }) =>
          session.tell({ key: `said.seal_${what}`, values: { file, by, at, entry } }),
        lines: ({ hash }) => [hash],
        object: ({ what, by, at, hash }) => ({ what, by, at, hash }),
      });
    },
  },
];
