// What waits in a ledger, for the clerk who opens it.
import { onRoster } from '../../domain/cadre.ts';
import type { DutyKind } from '../../domain/duty.ts';
import { deadlineInForce, stateAt } from '../../domain/findings/history.ts';
import { listCadres } from '../../ledger/cadres/cadres.ts';
import { type CarryOver, carryOverOf } from '../../ledger/carry-over/carry-overs.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { countOutstanding, findingsChosen, LAST_DAY, lastFindingId } from '../../ledger/findings/findings.ts';
import { outstandingFindings } from '../../ledger/findings/selections.ts';
import { decisionsOf } from '../../ledger/rounds/decisions.ts';
import { openRound } from '../../ledger/rounds/rounds.ts';
import { type Seal, sealOf } from '../../ledger/seals.ts';
import { correctionsDue } from '../round/corrections-due.ts';
import { tally } from '../round/tally.ts';
import { measureDuties } from './measure-duties.ts';

export interface Waiting {
  /** Where the ledger was carried over from, or null. */
  readonly carriedFrom: CarryOver | null;
  /** The seal after which nothing is entered any more, or null. */
  readonly seal: Seal | null;
  /** No finding was ever recorded: the office's files are still to be imported. */
  readonly empty: boolean;
  readonly checks: number;
  readonly objections: number;
  readonly withoutDeadline: number;
  readonly withoutResponsible: number;
  /** Cadres whose measure needs a decision that is not there. */
  readonly decisions: number;
  /** Lines of closed rounds that are to be corrected after a reversal. */
  readonly corrections: number;
  /** Talks, services and answers to appeals that are owed. */
  readonly talks: number;
  readonly services: number;
  readonly appeals: number;
  readonly round: { readonly number: number; readonly cutoff: string } | null;
}

/** Counts what waits. */
export function whatWaits(db: ReadDb): Waiting {
  const view = new View(db);
  const roster = new Map(listCadres(view).map((cadre) => [cadre.cadreNo, onRoster(cadre, LAST_DAY)]));
  let withoutDeadline = 0;
  let withoutResponsible = 0;
  for (const { finding } of findingsChosen(view, outstandingFindings)) {
    const state = stateAt(finding, LAST_DAY);
    if (deadlineInForce(finding, state, LAST_DAY) === null) withoutDeadline += 1;
    if (![...state.responsible.keys()].some((cadreNo) => roster.get(cadreNo) === true))
      withoutResponsible += 1;
  }
  const open = openRound(db);
  const after = [...measureDuties({ view, on: LAST_DAY })];
  const owed = (kind: DutyKind): number => after.filter((duty) => duty.kind === kind).length;
  return {
    empty: lastFindingId(db) === 0,
    carriedFrom: carryOverOf(db) ?? null,
    seal: sealOf(db) ?? null,
    checks: countOutstanding(db, 'reported'),
    objections: countOutstanding(db, 'objected'),
    withoutDeadline,
    withoutResponsible,
    corrections: correctionsDue(db).due.length + owed('correct'),
    talks: owed('talk'),
    services: owed('serve'),
    appeals: owed('answer'),
    decisions: open === undefined ? 0 : missingDecisions(db, view, open.id),
    round: open === undefined ? null : { number: open.round_no, cutoff: open.cutoff },
  };
}

function missingDecisions(db: ReadDb, view: View, roundId: number): number {
  const { plan } = tally(db);
  const decided = decisionsOf(view, roundId);
  return plan.lines.filter(({ standing }) => {
    const required = standing.measure !== 'none' && plan.policy.requireDecision.includes(standing.measure);
    return required && decided.get(standing.cadre.cadreNo)?.measure == null;
  }).length;
}
