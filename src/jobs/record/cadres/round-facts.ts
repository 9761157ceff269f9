// Records what belongs to a round and a cadre before it is closed: decisions and statements.

import { onRoster } from '../../../domain/cadre.ts';
import { type Problem, problem } from '../../../domain/problem.ts';
import type { DecisionRecord, StatementRecord } from '../../../domain/records/record-types.ts';
import { findCadre } from '../../../ledger/cadres/cadres.ts';
import { flag } from '../../../ledger/columns/column.ts';
import type { ReadDb } from '../../../ledger/database.ts';
import { addStatement } from '../../../ledger/measures/add-facts.ts';
import { statementsOf } from '../../../ledger/measures/facts.ts';
import {
  addDecision,
  addUnnamedDecision,
  type DecisionRow,
  decisionRows,
} from '../../../ledger/rounds/decisions.ts';
import { policyById } from '../../../ledger/rounds/policies.ts';
import { closedRound, openRound, type RoundRow } from '../../../ledger/rounds/rounds.ts';
import { factId } from '../../lookups/fact-id.ts';
import { concernedProblems } from '../measures/about-line.ts';
import {
  type Draft,
  filled,
  type Given,
  type Outcome,
  problemAt,
  problemOf,
  type Recording,
  rejected,
  type Settle,
  sameValues,
} from '../recording.ts';

/** A decision, or the taking back of one (`--clear`). */
export interface DecisionDraft extends DecisionRecord {
  readonly clear?: boolean;
}

/** The placeholder where a decision is withdrawn without saying by whom or why: the journal has the actor. */
export const UNNAMED = '-';

/** Records decisions in the open round (contract, section 3, "Decision"). */
export function recordDecisions(
  recording: Recording,
  drafts: Iterable<Draft<DecisionDraft>>,
  settle: Settle<DecisionDraft>,
): void {
  const round = openRound(recording.db);
  for (const draft of drafts) {
    settle(
      draft,
      round === undefined
        ? rejected(problemOf(draft, problem('round_not_open')))
        : recordDecision(recording, draft, round),
    );
  }
}

function recordDecision(recording: Recording, draft: Draft<DecisionDraft>, round: RoundRow): Outcome {
  const { db, view } = recording;
  const { cadre_no, measure, commended, by, reason, clear } = draft.record;
  const cadreId = recording.cadreId(draft, 'cadre_no', cadre_no);
  if (typeof cadreId !== 'number') return rejected(cadreId);
  const values = {
    measure: measure ?? null,
    commended: commended == null ? null : flag(commended),
    cleared: flag(clear === true),
    by,
    reason,
  };
  const own = decisionRows(view, round.id).filter((row) => row.cadre_id === cadreId);
  if (stands(own, values)) {
    const last = own.findLast((row) => row.cleared === values.cleared);
    return { what: 'unchanged', standing: last === undefined ? [] : [factId('decisions', last.id)] };
  }
  const given = { round_id: round.id, ...values };
  const held = recording.back?.hold(draft, { table: 'decisions', number: cadre_no, given });
  if (held !== undefined && 'outcome' in held) return held.outcome;
  const cadre = findCadre(view, view.cadreNo(cadreId));
  const problems: Problem[] = [];
  // What was decided on somebody who has left since is withdrawn all the same.
  if (clear !== true && cadre !== undefined && !onRoster(cadre, round.cutoff)) {
    problems.push(
      problemAt(draft, 'cadre_no', 'cadre_not_on_roster', { cadre_no, on: round.cutoff }, cadre_no),
    );
  }
  const unnamed = clear === true && by === UNNAMED;
  if (!unnamed) {
    problems.push(...recording.personProblems(draft, 'decisions', { by }));
    problems.push(
      ...concernedProblems(recording, draft, ['by', by], view.cadreNo(cadreId), 'decider_is_cadre'),
    );
  }
  const { tiers } = policyById(db, round.policy_id).policy;
  if (measure != null && measure !== 'none' && !tiers.some((tier) => tier.measure === measure)) {
    problems.push(
      problemAt(
        draft,
        'measure',
        'measure_without_tier',
        { measure: { term: `measure.${measure}` } },
        measure,
      ),
    );
  }
  if (problems.length > 0) return rejected(...problems);
  if (draft.doubts !== undefined) return rejected(...draft.doubts);
  const row = {
    ...given,
    cadre_id: cadreId,
    facts_seq: db.seq - 1,
    ...draft.origin,
  };
  const id = unnamed ? addUnnamedDecision(recording, row) : addDecision(recording, row);
  return recording.added(draft, 'decisions', id, held);
}

/**
 * Whether a decision says what is recorded already: for each of measure and commendation, the last one since a
 * clearing.
 */
function stands(
  own: readonly DecisionRow[],
  given: Pick<DecisionRow, 'measure' | 'by' | 'reason'> & { commended: number | null; cleared: number },
): boolean {
  const sinceClear = own.slice(own.findLastIndex((row) => row.cleared === 1) + 1);
  if (given.cleared === 1) return sinceClear.length === 0;
  const { by, reason } = given;
  return (['measure', 'commended'] as const).every((aspect) => {
    if (given[aspect] === null) return true;
    const last = sinceClear.findLast((row) => row[aspect] !== null);
    return last !== undefined && sameValues(last, { [aspect]: given[aspect], by, reason });
  });
}

/** Records what cadres say to a proposal, or that they waived it. */
export function recordStatements(
  recording: Recording,
  drafts: Iterable<Draft<StatementRecord>>,
  settle: Settle<StatementRecord>,
): void {
  for (const draft of drafts) {
    const { round, made_on, text, waived } = draft.record;
    const values = { round_no: round, made_on, text, waived: flag(waived ?? false) };
    settle(draft, recordStatement(recording, draft, values));
  }
}

function recordStatement(
  recording: Recording,
  draft: Draft<StatementRecord>,
  given: Given<'statements', 'cadre_id'>,
): Outcome {
  const { db, view } = recording;
  const { cadre_no, made_on } = draft.record;
  const cadreId = recording.cadreId(draft, 'cadre_no', cadre_no);
  const late = recording.afterToday(draft, 'made_on', made_on);
  const problems = [cadreId, late].filter((each) => typeof each === 'object');
  if (!roundExists(db, given.round_no)) {
    problems.push(
      problemAt(draft, 'round', 'round_unknown', { round: given.round_no }, String(given.round_no)),
    );
  }
  const row = { table: 'statements', number: cadre_no, given } as const;
  if (problems.length > 0 || typeof cadreId !== 'number')
    return recording.back?.leftOut(draft, row) ?? rejected(...problems);
  const same = statementsOf(view, given.round_no, cadreId).find((each) => sameValues(each, given));
  if (same !== undefined) return { what: 'unchanged', standing: [factId('statements', same.id)] };
  const held = recording.back?.hold(draft, row);
  if (held !== undefined && 'outcome' in held) return held.outcome;
  if (draft.doubts !== undefined) return rejected(...draft.doubts);
  const fact = { cadre_id: cadreId, ...filled(given), ...draft.origin };
  return recording.added(draft, 'statements', addStatement(recording, fact), held);
}

function roundExists(db: ReadDb, number: number): boolean {
  return closedRound(db, number) !== undefined || openRound(db)?.round_no === number;
}
