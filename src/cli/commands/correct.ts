// correct: what a reversal would have changed in a closed round, stored beside the original.
import { correct } from '../../jobs/correct.ts';
import { answer } from '../answer.ts';
import { cadreGiven } from '../cadres-given.ts';
import type { Leaf } from '../leaf.ts';

export const leaves: readonly Leaf[] = [
  {
    name: 'correct',
    arguments: '<cadre_no>',
    traits: ['write'],
    options: [
      { flags: '--round <n>', required: true },
      { flags: '--by <who>', required: true },
      { flags: '--reason <text>', required: true },
    ],
    async run(session, input) {
      const round = input.whole('round') ?? 0;
      const request = { round, by: input.requiredText('by'), reason: input.requiredText('reason') };
      const came = await session.writing((ledger, acting) => {
        const cadreNo = cadreGiven(session, ledger.connection, input.argument(0));
        return correct(ledger, acting, { cadreNo, ...request });
      });
      return answer(session, came, {
        tell({ what, cadreNo, name, differences, later }) {
          if (what === 'unchanged') return session.tell({ key: 'said.recorded_unchanged' });
          session.tell({ key: 'said.corrected', values: { cadre_no: cadreNo, name, round } });
          for (const { column, stored, replayed } of differences) {
            const values = {
              column: { term: `column.${column}` },
              before: String(stored),
              after: String(replayed),
            };
            session.tell({ key: 'said.corrected_column', values });
          }
          if (later.length > 0) session.tell({ key: 'said.corrected_later', values: { rounds: later } });
        },
        lines: ({ facts }) => facts,
      });
    },
  },
];
