// Records appeals against measures and the answers to them, which may be in one row or come in a later file.

import type { CadreNo } from '../../../domain/cadre.ts';
import { samePerson, touching } from '../../../domain/persons/four-eyes.ts';
import type { Person } from '../../../domain/persons/read.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { AppealRecord } from '../../../domain/records/record-types.ts';
import { addAnswer, addAppeal } from '../../../ledger/measures/add-facts.ts';
import { type AppealRow, answerOf, factsOfLine } from '../../../ledger/measures/facts.ts';
import { decisionRows } from '../../../ledger/rounds/decisions.ts';
import { closingFact } from '../../../ledger/rounds/rounds.ts';
import { factId } from '../../lookups/fact-id.ts';
import type { Held } from '../coming-back.ts';
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
import { type AboutLine, aboutLine, concernedProblems, isLine } from './about-line.ts';

/** Records appeals and their answers (contract, section 3, "After the closing" and "Four eyes"). */
export function recordAppeals(
  recording: Recording,
  drafts: Iterable<Draft<AppealRecord>>,
  settle: Settle<AppealRecord>,
): void {
  for (const draft of drafts) settle(draft, recordAppeal(recording, draft));
}

function recordAppeal(recording: Recording, draft: Draft<AppealRecord>): Outcome {
  const { cadre_no, round, raised_on, reason, ruled_on, note } = draft.record;
  const given = { round_no: round, raised_on, reason, note };
  const row = { table: 'appeals', number: cadre_no, given } as const;
  const days = [
    ['raised_on', raised_on] as const,
    ...(ruled_on == null ? [] : [['ruled_on', ruled_on] as const]),
  ];
  const line = aboutLine(recording, draft, days, 'appeal_before_round');
  if (!isLine(line)) return recording.back?.leftOut(draft, row) ?? rejected(...line);
  const known = factsOfLine(recording.view, 'appeals', line.cadreId, round);
  const same = known.find((each) => each.raised_on === raised_on);
  if (same !== undefined) {
    if (!sameValues(same, { reason })) {
      const values = { cadre_no, round, raised_on, recorded: same.reason, given: reason };
      return rejected(problemAt(draft, 'reason', 'appeal_recorded', values, reason));
    }
    return answered(recording, draft, line, same, [factId('appeals', same.id)]);
  }
  const pending = known.find((each) => answerOf(recording.view, each.id) === undefined);
  if (pending !== undefined) {
    const values = { cadre_no, round, raised_on: pending.raised_on };
    return rejected(problemAt(draft, 'raised_on', 'appeal_pending', values, raised_on));
  }
  const held = recording.back?.hold(draft, row);
  if (held !== undefined && 'outcome' in held) return held.outcome;
  if (draft.doubts !== undefined) return rejected(...draft.doubts);
  // The answer is judged before anything is written: a row is recorded whole or not at all.
  const refused = answerProblems(recording, draft, line);
  if (refused.length > 0) return rejected(...refused);
  const heldAnswer = holdAnswer(recording, draft);
  if (heldAnswer !== undefined && 'outcome' in heldAnswer) return heldAnswer.outcome;
  const id = addAppeal(recording, { cadre_id: line.cadreId, ...filled(given), ...draft.origin });
  recording.replace(draft, 'appeals', id, held);
  const outcome = answered(recording, draft, line, { id }, []);
  if (outcome.what === 'rejected') return outcome;
  const more = 'facts' in outcome ? outcome.facts : [];
  return { what: 'added', facts: [factId('appeals', id), ...more] };
}

/** The answer that a row brings to an appeal that is recorded. */
function answered(
  recording: Recording,
  draft: Draft<AppealRecord>,
  line: AboutLine,
  appeal: Pick<AppealRow, 'id'>,
  standing: readonly string[],
): Outcome {
  const { cadre_no, round, ruled_on, ruling, ruled_by, ruling_note } = draft.record;
  if (ruled_on == null || ruling == null || ruled_by == null) return { what: 'unchanged', standing };
  const given = { ruled_on, ruling, ruled_by, note: ruling_note };
  const known = answerOf(recording.view, appeal.id);
  if (known !== undefined) {
    if (sameValues(known, given))
      return { what: 'unchanged', standing: [factId('appeal_rulings', known.id)] };
    const values = { cadre_no, round, id: factId('appeal_rulings', known.id) };
    return rejected(problemAt(draft, 'ruling', 'appeal_answered', values, ruling));
  }
  const held = holdAnswer(recording, draft);
  if (held !== undefined && 'outcome' in held) return held.outcome;
  const problems = [...(draft.doubts ?? []), ...answerProblems(recording, draft, line)];
  if (problems.length > 0) return rejected(...problems);
  const row = { appeal_id: appeal.id, ...filled(given), ...draft.origin };
  const id = addAnswer(recording, row);
  return recording.added(draft, 'appeal_rulings', id, held);
}

/** Holds the answer of a row against answers that were reversed. */
function holdAnswer({ back }: Recording, draft: Draft<AppealRecord>): Held | undefined {
  const { cadre_no, round, raised_on, ruled_on, ruling, ruled_by, ruling_note } = draft.record;
  if (ruling == null) return undefined;
  const given = { round_no: round, raised_on, ruled_on, ruling, ruled_by, note: ruling_note };
  return back?.hold(draft, { table: 'appeal_rulings', number: cadre_no, given });
}

/** Who may answer: not the cadre, not who approved the round, not who decided on the cadre; an appeal is retracted by the cadre alone. */
function answerProblems(recording: Recording, draft: Draft<AppealRecord>, line: AboutLine): Problem[] {
  const { cadre_no, round, ruling, ruled_by } = draft.record;
  if (ruling == null || ruled_by == null) return [];
  const { persons, view } = recording;
  const unread = recording.personProblems(draft, 'appeal_rulings', { ruled_by });
  if (unread.length > 0) return unread;
  const cadreNo = view.cadreNo(line.cadreId);
  const cadre = persons.cadre(cadreNo);
  const answering = persons.read(ruled_by).persons;
  if (ruling === 'retracted') {
    const own = answering.length === 1 && touching(answering, [cadre]) !== undefined;
    if (own) return [];
    return [
      problemAt(
        draft,
        'ruled_by',
        'retraction_not_own',
        { person: ruled_by, cadre_no, name: cadre.name },
        ruled_by,
      ),
    ];
  }
  const problems = concernedProblems(recording, draft, ['ruled_by', ruled_by], cadreNo, 'answerer_is_cadre');
  const named = (no: string) => persons.cadre(no as CadreNo);
  for (const [code, others] of [
    ['answerer_approved', approvers(recording, line, round)],
    ['answerer_decided', deciders(recording, line)],
  ] as const) {
    const both = answering.find((person) => others.some((other) => samePerson(person, other, named)));
    if (both !== undefined)
      problems.push(problemAt(draft, 'ruled_by', code, { person: both.given, cadre_no, round }, ruled_by));
  }
  return problems;
}

/** Who approved the round: as kept with its closing, else as its name is read now. */
function approvers({ db, persons }: Recording, line: AboutLine, round: number): readonly Person[] {
  const closing = closingFact(db, round);
  if (closing === undefined) return persons.read(line.approvedBy).persons;
  const text = { fact: 'round_closings', column: 'approved_by', text: line.approvedBy } as const;
  return persons.meant({ ...text, id: closing.id, seq: closing.seq });
}

/** Who decided on the cadre in the round, withdrawn or not; of an earlier ledger as the line names them. */
function deciders({ view, persons }: Recording, line: AboutLine): readonly Person[] {
  const rows = line.roundId === null ? [] : decisionRows(view, line.roundId);
  const own = rows.filter((row) => row.cadre_id === line.cadreId && row.cleared === 0);
  const meant = own.flatMap(({ id, seq, by }) =>
    persons.meant({ fact: 'decisions', column: 'by', id, seq, text: by }),
  );
  return meant.length > 0 || line.decidedBy === '' ? meant : persons.read(line.decidedBy).persons;
}
