// A named person's decision in the open round.
import type { CadreNo } from '../../../domain/cadre.ts';
import { Failure, refusal } from '../../../domain/problem.ts';
import type { Measure } from '../../../domain/round.ts';
import { View } from '../../../ledger/facts/view.ts';
import type { Ledger } from '../../../ledger/file/open.ts';
import { openRound } from '../../../ledger/rounds/rounds.ts';
import { type Committed, commit } from '../../../ledger/writing/journal.ts';
import { type Acting, entryOf } from '../../acting.ts';
import { currentFrame } from '../../round/round-frame.ts';
import { planOf } from '../../round/round-plan.ts';
import { theCadre } from '../../the-cadre.ts';
import { type Outcome, Recording, recordingOf } from '../recording.ts';
import { type DecisionDraft, recordDecisions } from './round-facts.ts';

export { UNNAMED } from './round-facts.ts';

export interface DecideRequest {
  readonly cadreNo: string;
  readonly measure: Measure | null;
  /** Decide what is proposed. */
  readonly confirm: boolean;
  readonly commended: boolean | null;
  readonly clear: boolean;
  readonly by: string;
  readonly reason: string;
}

export interface Decided {
  readonly what: 'added' | 'unchanged';
  readonly facts: readonly string[];
  readonly cadreNo: CadreNo;
  readonly name: string;
  readonly proposed: Measure;
  readonly decided: Measure | null;
}

/**
 * Records a decision, a confirmation, or the taking back of one (contract, section 3, "Decision").
 * @throws Failure `refused`: no round is open, the cadre is unknown or off the roster, decides on themselves, the measure
 *   has no tier, or a confirmation would let out somebody whom the exit requirements keep
 */
export function decide(ledger: Ledger, acting: Acting, request: DecideRequest): Committed<Decided> {
  return commit(ledger, entryOf(acting, 'decide', request), (db) => {
    if (openRound(db) === undefined) throw refusal('round_not_open');
    const view = new View(db);
    const frame = currentFrame(view);
    const cadre = theCadre(view, request.cadreNo);
    const { plan } = planOf(view, frame);
    const standing = plan.lines.find((line) => line.standing.cadre.cadreNo === cadre.cadreNo)?.standing;
    const proposed = standing?.proposedMeasure ?? 'none';
    const tierIsInCircle = plan.policy.tiers.some((tier) => tier.measure === proposed && tier.inCircle);
    if (request.confirm && standing?.proposedNowIn === true && !tierIsInCircle) {
      throw refusal('confirm_would_release', {
        cadre_no: cadre.cadreNo,
        name: cadre.name,
        measure: { term: `measure.${proposed}` },
        word: proposed,
      });
    }
    const record: DecisionDraft = {
      cadre_no: cadre.cadreNo,
      measure: request.confirm ? proposed : request.measure,
      commended: request.commended,
      by: request.by,
      reason: request.reason,
      clear: request.clear,
    };
    let outcome: Outcome | undefined;
    const draft = { record, origin: { batch_id: null, line: null } };
    recordDecisions(new Recording(db, recordingOf(acting)), [draft], (_, came) => {
      outcome = came;
    });
    if (outcome?.what === 'rejected') throw new Failure('refused', outcome.problems);
    const added = outcome?.what === 'added';
    const facts = outcome?.what === 'added' ? outcome.facts : standingOf(outcome);
    const value: Decided = {
      what: added ? 'added' : 'unchanged',
      facts,
      cadreNo: cadre.cadreNo,
      name: cadre.name,
      proposed,
      decided: record.measure ?? null,
    };
    return { value, did: { facts, cadre_no: cadre.cadreNo } };
  });
}

/** The facts of what is recorded already. */
function standingOf(outcome: Outcome | undefined): readonly string[] {
  return outcome?.what === 'unchanged' ? (outcome.standing ?? []) : [];
}
