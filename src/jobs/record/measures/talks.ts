// Records that talks were held; a talk with a receipt is the service of the measure too.

import type { Day } from '../../../domain/days/day.ts';
import type { Receipt } from '../../../domain/measure.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { TalkRecord } from '../../../domain/records/record-types.ts';
import { addTalk, addTalkReceipt } from '../../../ledger/measures/add-facts.ts';
import { factsOfLine, receiptRow, servicesOf } from '../../../ledger/measures/facts.ts';
import { cutoffOf } from '../../../ledger/measures/line.ts';
import { factId } from '../../lookups/fact-id.ts';
import {
  type Draft,
  filled,
  type Outcome,
  problemAt,
  type Recording,
  rejected,
  type Settle,
  sameValues,
} from '../recording.ts';
import { concernedProblems } from './about-line.ts';

/** Records talks. */
export function recordTalks(
  recording: Recording,
  drafts: Iterable<Draft<TalkRecord>>,
  settle: Settle<TalkRecord>,
): void {
  for (const draft of drafts) settle(draft, recordTalk(recording, draft));
}

function recordTalk(recording: Recording, draft: Draft<TalkRecord>): Outcome {
  const { cadre_no, round, talked_on, talker, recorder, note, receipt } = draft.record;
  const given = { round_no: round, talked_on, talker, recorder, note };
  const row = { table: 'talks', number: cadre_no, given } as const;
  const cadreId = recording.cadreId(draft, 'cadre_no', cadre_no);
  const problems = [
    cadreId,
    recording.afterToday(draft, 'talked_on', talked_on),
    ...dayProblems(recording, draft),
  ].filter((each) => typeof each === 'object');
  if (problems.length > 0 || typeof cadreId !== 'number')
    return recording.back?.leftOut(draft, row) ?? rejected(...problems);
  const known = factsOfLine(recording.view, 'talks', cadreId, round);
  const same = known.find((each) => sameValues(each, given));
  const receipts = receipt == null ? undefined : receiptOutcome(recording, draft, cadreId, same?.id);
  if (receipts !== undefined && 'problem' in receipts) return rejected(receipts.problem);
  if (same !== undefined) {
    const standing = [factId('talks', same.id)];
    if (receipt == null || receipts === undefined) return { what: 'unchanged', standing };
    if (receipts.recorded !== null) return { what: 'unchanged', standing: [...standing, receipts.recorded] };
    return addReceipt(recording, draft, same.id, receipt);
  }
  const held = recording.back?.hold(draft, row);
  if (held !== undefined && 'outcome' in held) return held.outcome;
  const cadreNo = recording.view.cadreNo(cadreId);
  const fact = { cadre_id: cadreId, ...filled(given), ...draft.origin };
  const refused = [
    ...(draft.doubts ?? []),
    ...recording.personProblems(draft, 'talks', fact),
    ...concernedProblems(recording, draft, ['talker', talker], cadreNo, 'talker_is_cadre'),
  ];
  if (refused.length > 0) return rejected(...refused);
  const id = addTalk(recording, fact);
  const outcome = recording.added(draft, 'talks', id, held);
  if (receipt == null) return outcome;
  const more = { talk_id: id, receipt, ...draft.origin };
  return {
    what: 'added',
    facts: [factId('talks', id), factId('talk_receipts', addTalkReceipt(recording, more))],
  };
}

/** The round must be there, and the talk is not held before its cutoff. */
function dayProblems(recording: Recording, draft: Draft<TalkRecord>): Problem[] {
  const { cadre_no, round, talked_on } = draft.record;
  const cutoff: Day | undefined = cutoffOf(recording.view, round);
  if (cutoff === undefined) return [problemAt(draft, 'round', 'round_unknown', { round }, String(round))];
  if (talked_on >= cutoff) return [];
  const values = { cadre_no, round, day: talked_on, cutoff };
  return [problemAt(draft, 'talked_on', 'talk_before_round', values, talked_on)];
}

/** What rules out the receipt of a talk: the measure was served on another day, or another receipt is recorded. */
function receiptOutcome(
  { view }: Recording,
  draft: Draft<TalkRecord>,
  cadreId: number,
  talk: number | undefined,
): { readonly problem: Problem } | { readonly recorded: string | null } {
  const { cadre_no, round, talked_on, receipt } = draft.record;
  const own = talk === undefined ? undefined : receiptRow(view, talk);
  if (own?.receipt === receipt) return { recorded: factId('talk_receipts', own?.id ?? 0) };
  const [served] = servicesOf(view, cadreId, round);
  if (served === undefined) return { recorded: null };
  const id = factId(served.table, served.id);
  if (own === undefined && served.on === talked_on && served.receipt === receipt) return { recorded: id };
  const values = { cadre_no, round, on: served.on, day: talked_on, id };
  return { problem: problemAt(draft, 'receipt', 'service_twice', values, receipt ?? '') };
}

/** The receipt of a talk that is recorded already. */
function addReceipt(recording: Recording, draft: Draft<TalkRecord>, talk: number, receipt: Receipt): Outcome {
  const { cadre_no, round, talked_on } = draft.record;
  const given = { round_no: round, talked_on, receipt };
  const held = recording.back?.hold(draft, { table: 'talk_receipts', number: cadre_no, given });
  if (held !== undefined && 'outcome' in held) return held.outcome;
  if (draft.doubts !== undefined) return rejected(...draft.doubts);
  const row = { talk_id: talk, receipt, ...draft.origin };
  const id = addTalkReceipt(recording, row);
  return recording.added(draft, 'talk_receipts', id, held);
}
