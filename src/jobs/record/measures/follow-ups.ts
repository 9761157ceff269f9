// Records how cadres do after a talk.

import type { FollowUpRecord } from '../../../domain/records/record-types.ts';
import { addFollowUp } from '../../../ledger/measures/add-facts.ts';
import { factsOfLine } from '../../../ledger/measures/facts.ts';
import { isTalk } from '../../../scoring/measures/runs.ts';
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
import { aboutLine, concernedProblems, isLine } from './about-line.ts';

/** Records follow-ups (contract, section 3, "After the closing"). */
export function recordFollowUps(
  recording: Recording,
  drafts: Iterable<Draft<FollowUpRecord>>,
  settle: Settle<FollowUpRecord>,
): void {
  for (const draft of drafts) settle(draft, recordFollowUp(recording, draft));
}

function recordFollowUp(recording: Recording, draft: Draft<FollowUpRecord>): Outcome {
  const { cadre_no, round, on, by, result, note } = draft.record;
  const given = { round_no: round, on, by, result, note };
  const row = { table: 'followups', number: cadre_no, given } as const;
  const line = aboutLine(recording, draft, [['on', on]], 'followup_before_round');
  if (!isLine(line)) return recording.back?.leftOut(draft, row) ?? rejected(...line);
  if (!isTalk(line.frozen) && !isTalk(line.measure))
    return rejected(problemAt(draft, 'round', 'followup_without_talk', { cadre_no, round }, String(round)));
  const known = factsOfLine(recording.view, 'followups', line.cadreId, round);
  const same = known.find((each) => sameValues(each, given));
  if (same !== undefined) return { what: 'unchanged', standing: [factId('followups', same.id)] };
  const held = recording.back?.hold(draft, row);
  if (held !== undefined && 'outcome' in held) return held.outcome;
  const cadreNo = recording.view.cadreNo(line.cadreId);
  const problems = [
    ...(draft.doubts ?? []),
    ...recording.personProblems(draft, 'followups', { by }),
    ...concernedProblems(recording, draft, ['by', by], cadreNo, 'follower_is_cadre'),
  ];
  if (problems.length > 0) return rejected(...problems);
  const id = addFollowUp(recording, { cadre_id: line.cadreId, ...filled(given), ...draft.origin });
  return recording.added(draft, 'followups', id, held);
}
