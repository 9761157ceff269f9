// What the office is late with of a cadre's pending findings in a round: which finding, with what, since when.
import type { Standing } from '../../domain/round.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { findingsChosen } from '../../ledger/findings/findings.ts';
import { findingsOfCadre } from '../../ledger/findings/selections.ts';
import type { LateFinding } from '../../scoring/lateness.ts';
import { planRound } from '../../scoring/plan-round.ts';
import { theCadre } from '../the-cadre.ts';
import { currentFrame, ownFrame, roundInputFor } from './round-frame.ts';

/**
 * The pending findings of a line that the office is late with; nothing is read where there are none.
 * @param round the closed round of the line; null for the open one
 */
export function lateFindings(db: ReadDb, round: number | null, standing: Standing): LateFinding[] {
  if (standing.latePending === 0) return [];
  const now = new View(db);
  const cadre = theCadre(now, standing.cadre.cadreNo);
  const closed = round === null ? undefined : ownFrame(now, round);
  const view = closed === undefined ? now : new View(db, closed.closed.factsSeq);
  const found = findingsChosen(view, findingsOfCadre(cadre.id));
  const findings = found.map(({ finding }) => finding);
  const plan = planRound(roundInputFor(view, closed ?? currentFrame(now), cadre.cadreNo, findings));
  const line = plan.lines.find((each) => each.standing.cadre.cadreNo === cadre.cadreNo);
  return (line?.reasons.findings ?? []).flatMap(({ findingNo, late }) =>
    late.map((each) => ({ findingNo, ...each })),
  );
}
