// An answer to a pending appeal, found by cadre and round.
import type { Day } from '../../../domain/days/day.ts';
import type { AppealRuling } from '../../../domain/measure.ts';
import { refusal } from '../../../domain/problem.ts';
import { View } from '../../../ledger/facts/view.ts';
import type { Ledger } from '../../../ledger/file/open.ts';
import { answerOf, factsOfLine } from '../../../ledger/measures/facts.ts';
import { answeredBefore } from '../../../ledger/writing/answers.ts';
import type { Committed } from '../../../ledger/writing/journal.ts';
import { type Acting, entryOf } from '../../acting.ts';
import { theCadre } from '../../the-cadre.ts';
import { type Recorded, recordValues } from '../record-one.ts';

export interface AnswerRequest {
  readonly cadreNo: string;
  readonly round: number;
  readonly ruling: AppealRuling;
  readonly on: Day;
  readonly by: string;
  readonly note: string | undefined;
}

/** Records the answer to an appeal. @throws Failure `refused`: no such appeal, or the answer is not valid */
export function answerAppeal(ledger: Ledger, acting: Acting, request: AnswerRequest): Committed<Recorded> {
  const before = answeredBefore<Recorded>(ledger.connection, entryOf(acting, 'measure answer', request));
  if (before !== undefined) return before;
  const view = new View(ledger.connection);
  const cadre = theCadre(view, request.cadreNo);
  const { round, ruling, on, by, note } = request;
  const raised = factsOfLine(view, 'appeals', cadre.id, round);
  const pending = raised.filter((row) => answerOf(view, row.id) === undefined);
  // One that is answered already: the very same answer is unchanged, another one is refused for what it is.
  const appeal = pending[0] ?? raised.at(-1);
  if (appeal === undefined)
    throw refusal('appeal_unknown', { cadre_no: cadre.cadreNo, name: cadre.name, round });
  const values = {
    cadre_no: cadre.cadreNo,
    round: String(round),
    raised_on: appeal.raised_on,
    reason: appeal.reason,
    ruled_on: on,
    ruling,
    ruled_by: by,
  };
  return recordValues(ledger, acting, 'measure answer', 'appeals', [values], {
    asked: request,
    extra: note === undefined ? {} : { ruling_note: note },
  });
}
