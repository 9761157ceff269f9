// decide: a named person confirms or changes a proposal in the open round.
import { Failure, problem } from '../../domain/problem.ts';
import { measures } from '../../domain/round.ts';
import { decide, UNNAMED } from '../../jobs/record/cadres/decide.ts';
import { answer } from '../answers/answer.ts';
import type { CommandSpec } from '../command-spec.ts';
import { cadreGiven } from '../options/cadres-given.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'decide',
    arguments: '<cadre_no>',
    traits: ['write'],
    options: [
      { flags: '--measure <measure>', choices: measures, terms: 'measure' },
      { flags: '--confirm' },
      { flags: '--commend' },
      { flags: '--no-commend' },
      { flags: '--clear' },
      { flags: '--by <who>' },
      { flags: '--reason <text>' },
    ],
    async run(session, input) {
      const clear = input.flag('clear') === true;
      const confirm = input.flag('confirm') === true;
      const measure = measures.find((each) => each === input.text('measure')) ?? null;
      const commended = input.flag('commend') ?? null;
      const says = Number(measure !== null) + Number(confirm);
      if (says > 1 || (clear ? says > 0 || commended !== null : says === 0 && commended === null)) {
        throw new Failure('usage', [problem('usage_decide_what')]);
      }
      const request = {
        measure,
        confirm,
        commended,
        clear,
        by: clear ? (input.text('by') ?? UNNAMED) : input.requiredText('by'),
        reason: clear ? (input.text('reason') ?? UNNAMED) : input.requiredText('reason'),
      };
      const came = await session.writing((ledger, acting) => {
        const cadreNo = cadreGiven(session, ledger.connection, input.argument(0));
        return decide(ledger, acting, { cadreNo, ...request });
      });
      return answer(session, came, {
        tell({ what, facts, cadreNo, name, proposed, decided }) {
          const said = clear ? 'said.decision_cleared' : 'said.decided';
          session.tell({
            key: what === 'unchanged' ? 'said.recorded_unchanged' : said,
            values: {
              cadre_no: cadreNo,
              name,
              count: facts.length,
              proposed: { term: `measure.${proposed}` },
              decided: { term: `measure.${decided ?? proposed}` },
            },
          });
        },
        lines: ({ facts }) => facts,
      });
    },
  },
];
