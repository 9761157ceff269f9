// What a reversal would have changed in a closed round: one cadre's line reckoned again, stored beside the original.
import type { CadreNo } from '../domain/cadre.ts';
import { refusal } from '../domain/problem.ts';
import type { CadreWithId } from '../ledger/cadres.ts';
import { refuseWrongDerived } from '../ledger/derived-differences.ts';
import { type Committed, commit } from '../ledger/journal.ts';
import type { Ledger } from '../ledger/open.ts';
import { Persons } from '../ledger/persons.ts';
import { closedRounds, correctionsOf, frozenLines } from '../ledger/rounds.ts';
import { fromStanding, type StandingRow, toStanding } from '../ledger/standings.ts';
import { NOW, View } from '../ledger/view.ts';
import { lineOf, tallyOf } from '../scoring/line.ts';
import { type Acting, entryOf } from './acting.ts';
import { factId } from './record/recording.ts';
import { refuseConcerned } from './refuse-persons.ts';
import { type Difference, differencesOf, refuseOtherEngine } from './replay.ts';
import { theCadre } from './roster.ts';
import { ownFrame } from './round-frame.ts';
import { planOf } from './round-plan.ts';

export interface CorrectRequest {
  readonly cadreNo: string;
  readonly round: number;
  readonly by: string;
  readonly reason: string;
}

export interface Corrected {
  readonly what: 'added' | 'unchanged';
  readonly facts: readonly string[];
  readonly cadreNo: CadreNo;
  readonly name: string;
  /** The columns in which the line that counted so far (`stored`) and the corrected one (`replayed`) differ. */
  readonly differences: readonly Difference[];
  /** Closed rounds after it: they keep their lines, which may have to be corrected too. */
  readonly later: readonly number[];
}

/**
 * Corrects a cadre's line in a closed round (contract, section 3, "Closed means closed"): the round is planned again from
 * the facts that the journal held at its closing, without what has been reversed since, on the round before as corrected.
 * @throws Failure `refused`: no such cadre or closed round, another engine closed it, the cadre corrects themselves, or
 *   nothing would change
 */
export function correct(ledger: Ledger, acting: Acting, request: CorrectRequest): Committed<Corrected> {
  return commit<Corrected>(ledger, entryOf(acting, 'correct', request), (db) => {
    const { round, by, reason } = request;
    refuseWrongDerived(db, ledger.file);
    const now = new View(db);
    const cadre = theCadre(now, request.cadreNo);
    const about = { cadre_no: cadre.cadreNo, name: cadre.name };
    const persons = new Persons(now);
    refuseConcerned(persons, by, [cadre.cadreNo], 'corrector_is_cadre');
    const correction = correctionsOf(now, round).get(cadre.cadreNo);
    const counting = correction ?? frozenLines(db, round).find((each) => each.cadre_no === cadre.cadreNo);
    const line = withoutReversed(now, round, cadre, counting);
    const differences = line === undefined ? [] : differencesOf(cadre.cadreNo, counting, line);
    const later = closedRounds(db)
      .map((each) => each.number)
      .filter((each) => each > round);
    const value = { cadreNo: cadre.cadreNo, name: cadre.name, differences, later };
    if (line === undefined || differences.length === 0) {
      if (correction === undefined) throw refusal('correction_changes_nothing', { round, ...about });
      const facts = [factId('corrections', correction.id)];
      return { value: { what: 'unchanged', facts, ...value }, did: {} };
    }
    const id = persons.insert(db, 'corrections', { ...line, round_no: round, by, reason });
    const facts = [factId('corrections', id)];
    return { value: { what: 'added', facts, ...value }, did: { facts, round, cadre_no: cadre.cadreNo } };
  });
}

/**
 * The cadre's line as it should have been, or undefined when the round should have had none and has none.
 * @param counting the line that counts so far, if there is one
 */
function withoutReversed(
  now: View,
  round: number,
  cadre: CadreWithId,
  counting: StandingRow | undefined,
): ReturnType<typeof fromStanding> | undefined {
  const { closed, ...frame } = ownFrame(now, round);
  refuseOtherEngine(closed);
  const { plan } = planOf(new View(now.db, closed.factsSeq, NOW), frame);
  const line = plan.lines.find((each) => each.standing.cadre.cadreNo === cadre.cadreNo);
  if (counting === undefined) return line?.shown === true ? fromStanding(line.standing, cadre.id) : undefined;
  if (line !== undefined) return fromStanding(line.standing, cadre.id);
  // Off the roster and not in the circle before: nothing is left of the line but the name.
  const nothing = { policy: plan.policy, before: null, decision: null, departed: false };
  return fromStanding(lineOf(tallyOf(toStanding(counting).cadre, false), nothing).standing, cadre.id);
}
