// Why a cadre's line in a round is as it is, led back to file, row and journal entry.
import type { CadreNo } from '../domain/cadre.ts';
import type { Day } from '../domain/day.ts';
import type { FindingNo } from '../domain/finding.ts';
import type { Standing } from '../domain/round.ts';
import type { CadreWithId } from '../ledger/cadres.ts';
import type { ReadDb } from '../ledger/database.ts';
import { decisionRows } from '../ledger/decisions.ts';
import { CHOSEN_FOR_CADRE, findingId, findingRow, findingsChosen } from '../ledger/findings.ts';
import { type FactOrigin, originOf } from '../ledger/history.ts';
import { type CorrectionRow, correctionsOf, frozenLines } from '../ledger/rounds.ts';
import { toStanding } from '../ledger/standings.ts';
import { View } from '../ledger/view.ts';
import { planRound } from '../scoring/plan-round.ts';
import type { Reasons } from '../scoring/reasons.ts';
import { closedFrame, currentFrame, type Frame, roundInput } from './round-frame.ts';
import { theCadre } from './roster.ts';

/** What an explanation says of a finding beside the reason. */
export interface ExplainedFinding {
  readonly description: string;
  readonly source: string;
  readonly area: string;
  readonly foundOn: Day;
  readonly origin: FactOrigin;
}

/** Why a line is as it is. */
export interface Explanation {
  readonly frame: Frame;
  readonly cadre: CadreWithId;
  readonly standing: Standing;
  readonly reasons: Reasons;
  readonly findings: ReadonlyMap<FindingNo, ExplainedFinding>;
  /** The journal entries of the decisions that count, oldest first. */
  readonly decisions: readonly FactOrigin[];
  /** A correction of the frozen line, when there is one. */
  readonly correction: CorrectionRow | null;
  /** Names of everybody else that the texts might name: to be masked in what a cadre is handed. */
  readonly othersNames: readonly string[];
}

/**
 * Explains a cadre's line in the open round, or in the closed round `number`: planned again from the facts that concern
 * the cadre, so that it takes no longer in a large ledger than in a small one.
 * @throws Failure `refused`: unknown cadre, no such round, none open
 */
export function explain(db: ReadDb, cadreNo: string, number: number | null, cutoff?: Day): Explanation {
  const now = new View(db);
  const cadre = theCadre(now, cadreNo);
  const closed = number === null ? undefined : closedFrame(now, number);
  const view = closed === undefined ? now : new View(db, closed.closed.factsSeq);
  const frame = closed ?? currentFrame(now, cutoff);
  const input = roundInput(view, frame);
  const only = [...input.cadres].filter((each) => each.cadreNo === cadre.cadreNo);
  const found = findingsChosen(view, CHOSEN_FOR_CADRE, [cadre.id, cadre.id, cadre.id]);
  const plan = planRound({ ...input, cadres: only, findings: found.map(({ finding }) => finding) });
  const line = plan.lines.find((each) => each.standing.cadre.cadreNo === cadre.cadreNo);
  const frozen = closed && frozenLines(db, closed.number).find((each) => each.cadre_no === cadre.cadreNo);
  const standing = frozen === undefined ? line?.standing : toStanding(frozen);
  const reasons = relevant(line?.reasons, view, frame);
  return {
    frame,
    cadre,
    standing: standing ?? offRoster(cadre),
    reasons,
    findings: explained(view, reasons),
    decisions: decisionOrigins(view, frame, cadre),
    correction: closed === undefined ? null : (correctionsOf(now, closed.number).get(cadre.cadreNo) ?? null),
    othersNames: otherNames(view, cadre.cadreNo),
  };
}

/** Leaves out what was settled in rounds before this one: it bears on nothing here. */
function relevant(reasons: Reasons | undefined, view: View, frame: Frame): Reasons {
  if (reasons === undefined) {
    return { findings: [], rectified: [], tasks: [], absences: [], tiers: [], requirements: [] };
  }
  const rectified = new Set(reasons.rectified.map((each) => each.findingNo));
  const since = frame.previous?.cutoff ?? '';
  const findings = reasons.findings.filter((each) => {
    if (each.outcome !== 'not_counted' || rectified.has(each.findingNo)) return each.outcome !== 'not_counted';
    if (each.why === 'found_later') return false;
    if (each.why !== 'rectified' && each.why !== 'withdrawn') return true;
    const settled = view.db.get<{ settled_on: string | null }>(
      'SELECT settled_on FROM finding_now WHERE finding_id = ?',
      each.findingId,
    );
    return (settled?.settled_on ?? '9999') > since;
  });
  return { ...reasons, findings };
}

function explained(view: View, reasons: Reasons): Map<FindingNo, ExplainedFinding> {
  const told = new Map<FindingNo, ExplainedFinding>();
  for (const { findingNo } of [...reasons.findings, ...reasons.rectified]) {
    const id = findingId(view.db, findingNo);
    if (told.has(findingNo) || id === undefined) continue;
    const row = findingRow(view, id);
    told.set(findingNo, {
      ...{ description: row.description, source: row.source, area: row.area ?? '', foundOn: row.found_on },
      origin: originOf(view.db, row),
    });
  }
  return told;
}

function decisionOrigins(view: View, frame: Frame, cadre: CadreWithId): FactOrigin[] {
  if (frame.roundId === null) return [];
  return decisionRows(view, frame.roundId)
    .filter((row) => row.cadre_id === cadre.id)
    .map((row) => originOf(view.db, row));
}

function otherNames(view: View, own: CadreNo): string[] {
  return view.db
    .all<{ name: string }>('SELECT DISTINCT name FROM cadres WHERE cadre_no <> ?', own)
    .map((row) => row.name);
}

/** Somebody off the roster who has no line: all nothing. */
function offRoster(cadre: CadreWithId): Standing {
  return {
    ...{ cadre, counted: 0, pending: 0, overdue: 0, behindTasks: 0, absences: 0, points: 0 },
    ...{ measure: 'none', step: '', wasIn: false, nowIn: false, inBy: '', movement: 'outside', roundsIn: 0 },
    ...{ commended: false, proposedMeasure: 'none', proposedNowIn: false, proposedCommended: false },
    ...{ decidedBy: '', decisionReason: '' },
  };
}
