// correct: what a reversal would have changed in a closed round, stored next to the original.

import { formatPoints } from '../../domain/amount.ts';
import type { ProblemValue } from '../../domain/problem.ts';
import { measures } from '../../domain/round.ts';
import { correct } from '../../jobs/round/correct.ts';
import type { Difference } from '../../jobs/round/replay.ts';
import { answer } from '../answers/answer.ts';
import { sayCorrectionsDue } from '../answers/corrections-due.ts';
import type { CommandSpec } from '../command-spec.ts';
import { cadreGiven } from '../options/cadres-given.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'correct',
    arguments: '<cadre_no>',
    traits: ['write'],
    options: [
      { flags: '--round <n>', required: true },
      { flags: '--with <ids...>', help: 'correct_with' },
      { flags: '--measure <word>', choices: measures, terms: 'measure', help: 'correct_measure' },
      { flags: '--by <who>', required: true },
      { flags: '--reason <text>', required: true },
    ],
    async run(session, input) {
      const round = input.whole('round') ?? 0;
      const request = {
        round,
        with: input.list('with'),
        measure: measures.find((each) => each === input.text('measure')) ?? null,
        by: input.requiredText('by'),
        reason: input.requiredText('reason'),
      };
      const came = await session.writing((ledger, acting) => {
        const cadreNo = cadreGiven(session, ledger.connection, input.argument(0));
        return correct(ledger, acting, { cadreNo, ...request });
      });
      return answer(session, came, {
        tell({ what, cadreNo, name, differences, still }) {
          if (what === 'unchanged') session.tell({ key: 'said.recorded_unchanged' });
          else {
            session.tell({ key: 'said.corrected', values: { cadre_no: cadreNo, name, round } });
            for (const each of differences)
              session.tell({ key: 'said.corrected_column', values: changeIn(each) });
          }
          sayCorrectionsDue(session, still);
        },
        lines: ({ facts }) => facts,
        object: ({ what, facts, cadreNo, name, differences, still }) => ({
          what,
          facts,
          cadre_no: cadreNo,
          name,
          round,
          differences: differences.map(exactChange),
          still,
        }),
      });
    },
  },
];

const FLAGS: ReadonlySet<string> = new Set([
  ...['was_in', 'now_in', 'commended', 'proposed_now_in', 'proposed_commended'],
]);
/** Columns of words, with the beginning of their keys. */
const WORDS: Readonly<Record<string, string>> = {
  measure: 'measure.',
  proposed_measure: 'measure.',
  step: 'step.',
  movement: 'movement.',
  in_by: 'in_by.',
  rank: 'rank.',
};

/** A change in a column as machines read it: points exact, what is yes or no as such. */
function exactChange({ column, stored, replayed }: Difference): Readonly<Record<string, unknown>> {
  const exact = (value: string | number): unknown => {
    if (column === 'points' && value !== '') return Number(formatPoints(Number(value)));
    return FLAGS.has(column) && value !== '' ? Number(value) === 1 : value;
  };
  return { column, before: exact(stored), after: exact(replayed) };
}

/** A change in a column, in words. */
function changeIn({ column, stored, replayed }: Difference): Readonly<Record<string, ProblemValue>> {
  const worded = (value: string | number): ProblemValue => {
    if (value === '') return { term: 'word.nothing' };
    if (column === 'points') return formatPoints(Number(value));
    if (FLAGS.has(column)) return { term: Number(value) === 1 ? 'boolean.true' : 'boolean.false' };
    const prefix = WORDS[column];
    return prefix === undefined ? String(value) : { term: `${prefix}${value}` };
  };
  return { column: { term: `column.${column}` }, before: worded(stored), after: worded(replayed) };
}
