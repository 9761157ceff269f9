// cadre leave: a cadre leaves the roster, and what is open passes to a successor.
import { Failure, problem } from '../../domain/problem.ts';
import type { Committed } from '../../jobs/committed.ts';
import { type Left, leaveRoster, type Successor } from '../../jobs/record/cadres/leave.ts';
import { answer } from '../answers/answer.ts';
import { describeHandover, describeKept, handOverOptions, heldAsJson } from '../answers/handed-over.ts';
import { recordedObject, sayCount, sayDecidedOffRoster, sayLate } from '../answers/said.ts';
import type { CommandSpec } from '../command-spec.ts';
import { cadreGiven } from '../options/cadres-given.ts';
import type { Input } from '../options/input.ts';
import type { Session } from '../session.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'cadre leave',
    arguments: '<cadre_no>',
    traits: ['write'],
    options: [
      { flags: '--on <day>', required: true },
      { flags: '--by <who>' },
      { flags: '--to <no>', help: 'leave_to' },
      { flags: '--only <no...>', help: 'leave_only' },
      ...handOverOptions,
      { flags: '--note <text>' },
    ],
    async run(session, input) {
      const request = {
        on: input.requiredDay('on'),
        by: input.text('by') ?? null,
        note: input.text('note') ?? null,
      };
      const given = successorGiven(input);
      const came = await session.writing((ledger, acting) => {
        const number = (text: string): string => cadreGiven(session, ledger.connection, text);
        const cadreNo = number(input.argument(0));
        const successor = given === null ? null : { ...given, toNo: number(given.toNo) };
        return leaveRoster(ledger, acting, { cadreNo, ...request }, successor);
      });
      return sayLeft(session, came);
    },
  },
];

/** To whom what is open passes. @throws Failure `usage`: what passes is given without to whom, or without by whom */
function successorGiven(input: Input): Successor | null {
  const [toNo, by, newDueOn] = [input.text('to'), input.text('by'), input.day('newDueOn') ?? null];
  const only = input.list('only');
  if (toNo === undefined) {
    if (only.length > 0 || newDueOn !== null) throw new Failure('usage', [problem('usage_handover_to')]);
    return null;
  }
  if (by === undefined) throw new Failure('usage', [problem('usage_handover_by')]);
  return { toNo, by, newDueOn, only };
}

function sayLeft(session: Session, came: Committed<Left>): Promise<number> {
  return answer(session, came, {
    tell(value, dry) {
      const { cadreNo, name, on, to, newDueOn, handed, held, late, decided } = value;
      sayCount(session, value, dry);
      sayLate(session, late);
      if (decided !== null) sayDecidedOffRoster(session, [decided], decided.cutoff);
      if (to !== null && handed.length > 0)
        describeHandover(session, { from: { cadreNo, name }, to, on, newDueOn, handed, dry });
      describeKept(session, { cadreNo, name }, to, on, held);
    },
    lines: ({ facts }) => facts,
    object(value, dry) {
      const { cadreNo, name, on, to, newDueOn, handed, held } = value;
      return {
        ...recordedObject(value, dry),
        cadre_no: cadreNo,
        name,
        on,
        to_no: to?.cadreNo ?? '',
        handed_over: heldAsJson(handed, { on, newDueOn }),
        kept: heldAsJson(held, { on, newDueOn }),
      };
    },
  });
}
