// finding reassign, task reassign: several by number, or everything that a cadre holds.
import { Failure, problem } from '../../domain/problem.ts';
import type { Committed } from '../../jobs/committed.ts';
import type { Held, ReassignedAll } from '../../jobs/record/cadres/hand-over.ts';
import { answer } from '../answers/answer.ts';
import { describeHandover, describeKept, handOverOptions, heldAsJson } from '../answers/handed-over.ts';
import { namingOptions, record } from '../answers/record.ts';
import { recordedObject, sayLate } from '../answers/said.ts';
import type { OptionSpec } from '../command-spec.ts';
import type { Session } from '../session.ts';
import { cadreGiven } from './cadres-given.ts';
import type { Input } from './input.ts';

export const reassignOptions: readonly OptionSpec[] = [
  { flags: '--from <no>', help: 'reassign_from' },
  { flags: '--all-of <no>', help: 'reassign_all_of' },
  { flags: '--to <no>', help: 'reassign_to', required: true },
  { flags: '--on <day>', required: true },
  { flags: '--by <who>', required: true },
  ...handOverOptions.map((spec) => (spec.help === 'handover_due' ? { ...spec, help: 'reassign_due' } : spec)),
  { flags: '--reason <text>' },
  { flags: '--note <text>' },
];

/** Runs `finding reassign` or `task reassign`. @throws Failure `usage` where it is not clear what passes */
export async function reassign(session: Session, input: Input, kind: Held['kind']): Promise<number> {
  const [numbers, from, allOf] = [input.numbers(0), input.text('from'), input.text('allOf')];
  const chosen = numbers.length > 0 && from !== undefined && allOf === undefined;
  if (!chosen && (numbers.length > 0 || from !== undefined || allOf === undefined)) {
    throw new Failure('usage', [problem('usage_reassign_what', { command: `${kind} reassign` })]);
  }
  const common = {
    on: input.requiredDay('on'),
    by: input.requiredText('by'),
    reason: [input.text('reason'), input.text('note')].filter(Boolean).join('；'),
  };
  const due = input.day('newDueOn');
  if (allOf === undefined) {
    const values = { ...common, reason: common.reason || undefined, new_due_on: due };
    const rows = numbers.map((number) => ({
      [`${kind}_no`]: number,
      from_no: from,
      to_no: input.requiredText('to'),
      ...values,
    }));
    return record(session, `${kind} reassign`, 'reassignments', rows);
  }
  const { reassignAll } = await import('../../jobs/record/cadres/hand-over.ts');
  const came = await namingOptions('reassignments', () =>
    session.writing((ledger, acting) => {
      const given = (text: string): string => cadreGiven(session, ledger.connection, text);
      const request = { ...common, reason: common.reason || null, newDueOn: due ?? null };
      const asked = { fromNo: given(allOf), toNo: given(input.requiredText('to')), ...request };
      return reassignAll(ledger, acting, kind, asked);
    }),
  );
  return sayAll(session, input, came);
}

function sayAll(session: Session, input: Input, came: Committed<ReassignedAll>): Promise<number> {
  const on = input.requiredDay('on');
  return answer(session, came, {
    tell({ from, to, handed, kept, late, lateRound, newDueOn }, dry) {
      describeHandover(session, { from, to, handed, dry, on, newDueOn });
      describeKept(session, from, to, on, kept);
      sayLate(session, late === 0 || lateRound === null ? null : { count: late, round: lateRound });
    },
    lines: ({ facts }) => facts,
    object({ facts, from, to, handed, kept, newDueOn }, dry) {
      const handover = { on, newDueOn };
      return {
        ...recordedObject({ what: facts.length === 0 ? 'unchanged' : 'added', facts }, dry),
        from_no: from.cadreNo,
        to_no: to.cadreNo,
        on,
        handed_over: heldAsJson(handed, handover),
        kept: heldAsJson(kept, handover),
      };
    },
  });
}
