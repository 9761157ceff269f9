// cadre leave: a cadre leaves the roster, and what is open passes to a successor.
import { Failure, problem } from '../../domain/problem.ts';
import type { Committed } from '../../jobs/committed.ts';
import { type Left, leaveRoster, type Successor } from '../../jobs/leave.ts';
import { cadreGiven } from '../cadres-given.ts';
import { OK } from '../exit.ts';
import { handOverOptions, heldAsJson, tellHanded, tellKept } from '../handed-over.ts';
import type { Input } from '../input.ts';
import type { Leaf } from '../leaf.ts';
import { sayDecidedOffRoster, sayLate } from '../said.ts';
import type { Session } from '../session.ts';

export const leaves: readonly Leaf[] = [
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
      return sayLeft(session, input, came);
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

async function sayLeft(session: Session, input: Input, came: Committed<Left>): Promise<number> {
  if (came.outcome === 'already') {
    session.tell({ key: 'said.already', values: { seq: came.seq } });
    return OK;
  }
  const { what, facts, cadreNo, name, on, to, newDueOn, handed, held, late, decided } = came.value;
  const dry = input.flag('dryRun') === true;
  const count = facts.length;
  session.tell({ key: dry && count > 0 ? 'said.recorded_dry' : `said.recorded_${what}`, values: { count } });
  sayLate(session, late);
  if (decided !== null) sayDecidedOffRoster(session, [decided], decided.cutoff);
  if (to !== null && handed.length > 0)
    tellHanded(session, { from: { cadreNo, name }, to, on, newDueOn, handed, dry });
  tellKept(session, { cadreNo, name }, to, on, held);
  if (input.flag('json') === true) {
    const answer = {
      ...{ what, facts: dry ? [] : facts, cadre_no: cadreNo, name, on, to_no: to?.cadreNo ?? '' },
      ...{ handed_over: heldAsJson(handed, { on, newDueOn }), kept: heldAsJson(held, { on, newDueOn }) },
      ...{ written: came.outcome === 'written', dry_run: dry },
    };
    return session.write([`${JSON.stringify(answer)}\n`]);
  }
  return dry || count === 0 ? OK : session.write([`${facts.join('\n')}\n`]);
}
