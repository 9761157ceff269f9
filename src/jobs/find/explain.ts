// Why a cadre's line in a round is as it is, led back to file, row and journal entry.

import type { CadreNo } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import type { FindingNo } from '../../domain/findings/finding.ts';
import type { Standing } from '../../domain/round.ts';
import type { TaskNo } from '../../domain/work/task.ts';
import type { CadreWithId } from '../../ledger/cadres/cadres.ts';
import { namesOfOthers } from '../../ledger/cadres/roster.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { type FindingRow, findingsChosen, LAST_DAY, settledOn } from '../../ledger/findings/findings.ts';
import { originOf } from '../../ledger/findings/history.ts';
import { findingsOfCadre } from '../../ledger/findings/selections.ts';
import { unitWordsOf } from '../../ledger/findings/unit-words.ts';
import { decisionRows } from '../../ledger/rounds/decisions.ts';
import { correctionsOf, frozenLine } from '../../ledger/rounds/rounds.ts';
import { toStanding } from '../../ledger/rounds/standings.ts';
import { listTasks } from '../../ledger/work/tasks.ts';
import type {
  ExplainedCorrection,
  ExplainedDecision,
  ExplainedFinding,
  ExplainedTask,
  Explanation,
} from '../../scoring/explanation.ts';
import { planRound } from '../../scoring/plan-round.ts';
import type { Reasons } from '../../scoring/reasons.ts';
import { behindSince } from '../../scoring/tasks.ts';
import { explainedRechecks } from '../rechecks/explained-rechecks.ts';
import { currentFrame, type Frame, ownFrame, roundInputFor } from '../round/round-frame.ts';
import { theCadre } from '../the-cadre.ts';

/**
 * Explains a cadre's line in the open round, or in the closed round `number`: planned again from the facts that concern
 * the cadre, so that it takes no longer in a large ledger than in a small one.
 * @throws Failure `refused`: unknown cadre, no such round, none open
 */
export function explain(db: ReadDb, cadreNo: string, number: number | null, cutoff?: Day): Explanation {
  const now = new View(db);
  const cadre = theCadre(now, cadreNo);
  const closed = number === null ? undefined : ownFrame(now, number);
  const view = closed === undefined ? now : new View(db, closed.closed.factsSeq);
  const frame = closed ?? currentFrame(now, cutoff);
  const rows = new Map<FindingNo, FindingRow>();
  const found = findingsChosen(view, findingsOfCadre(cadre.id)).map(({ finding, row }) => {
    rows.set(finding.findingNo, row);
    return finding;
  });
  const input = roundInputFor(view, frame, cadre.cadreNo, found);
  const plan = planRound(input);
  const line = plan.lines.find((each) => each.standing.cadre.cadreNo === cadre.cadreNo);
  const frozen = closed && frozenLine(db, closed.number, cadre.cadreNo);
  const standing = frozen === undefined ? line?.standing : toStanding(frozen);
  const reasons = relevant(line?.reasons, view, frame);
  return {
    round: {
      number: frame.number,
      cutoff: frame.cutoff,
      state: frame.state,
      policy: frame.policy.policy,
      approvedBy: closed?.closed.approvedBy ?? '',
      meeting: closed?.closed.meeting ?? '',
    },
    cadre: [...input.cadres][0] ?? cadre,
    standing: standing ?? offRoster(cadre),
    reasons,
    findings: explained(view, now, reasons, rows),
    tasks: explainedTasks(view, reasons, frame.cutoff),
    decisions: decisionsIn(view, frame, cadre),
    correction: closed === undefined ? null : correctionIn(now, closed.number, cadre.cadreNo),
    othersNames: namesOfOthers(view.db, cadre.id),
  };
}

/** Leaves out what was settled in rounds before this one: it affects nothing here. */
function relevant(reasons: Reasons | undefined, view: View, frame: Frame): Reasons {
  if (reasons === undefined) {
    const none = { findings: [], rectified: [], tasks: [], absences: [], tiers: [], requirements: [] };
    return { ...none, history: null };
  }
  const rectified = new Set(reasons.rectified.map((each) => each.findingNo));
  const since = frame.previous?.cutoff ?? '';
  const findings = reasons.findings.filter((each) => {
    if (each.outcome !== 'not_counted' || rectified.has(each.findingNo))
      return each.outcome !== 'not_counted';
    if (each.why === 'found_later') return false;
    if (each.why !== 'rectified' && each.why !== 'withdrawn') return true;
    return (settledOn(view.db, each.findingId) ?? LAST_DAY) > since;
  });
  return { ...reasons, findings };
}

function explained(
  view: View,
  now: View,
  reasons: Reasons,
  rows: ReadonlyMap<FindingNo, FindingRow>,
): Map<FindingNo, ExplainedFinding> {
  const explained = new Map<FindingNo, ExplainedFinding>();
  const settled = new Set(reasons.rectified.map((each) => each.findingNo));
  for (const { findingNo, why } of reasons.findings)
    if (why === 'rectified' || why === 'withdrawn') settled.add(findingNo);
  for (const { findingNo } of [...reasons.findings, ...reasons.rectified]) {
    const row = rows.get(findingNo);
    if (row === undefined) continue;
    explained.set(findingNo, {
      description: row.description,
      source: row.source,
      area: row.area ?? '',
      foundOn: row.found_on,
      unitWords: settled.has(findingNo) ? null : unitWordsOf(view, row.id),
      rechecks: explainedRechecks(now, row.id),
      origin: originOf(view.db, 'findings', row),
    });
  }
  return explained;
}

function explainedTasks(view: View, reasons: Reasons, cutoff: Day): Map<TaskNo, ExplainedTask> {
  const numbers = new Set(reasons.tasks.map((each) => each.taskNo));
  const tasks = numbers.size === 0 ? [] : listTasks(view).filter((each) => numbers.has(each.taskNo));
  return new Map(
    tasks.map((task) => {
      const { taskNo, row } = task;
      const about = { name: row.name, quantityUnit: row.quantity_unit ?? '' };
      return [
        taskNo,
        { ...about, behindSince: behindSince(task, cutoff), origin: originOf(view.db, 'tasks', row) },
      ];
    }),
  );
}

function decisionsIn(view: View, frame: Frame, cadre: CadreWithId): ExplainedDecision[] {
  if (frame.roundId === null) return [];
  return decisionRows(view, frame.roundId)
    .filter((row) => row.cadre_id === cadre.id)
    .map((row) => ({
      measure: row.measure,
      by: row.by,
      reason: row.reason,
      origin: originOf(view.db, 'decisions', row),
      commended: row.commended === null ? null : row.commended === 1,
    }));
}

function correctionIn(view: View, round: number, cadreNo: CadreNo): ExplainedCorrection | null {
  const row = correctionsOf(view, round).get(cadreNo);
  if (row === undefined) return null;
  return {
    standing: toStanding(row),
    by: row.by,
    reason: row.reason,
    origin: originOf(view.db, 'corrections', row),
  };
}

/** Somebody off the roster who has no line: all nothing. */
function offRoster(cadre: CadreWithId): Standing {
  return {
    cadre,
    counted: 0,
    pending: 0,
    overdue: 0,
    behindTasks: 0,
    absences: 0,
    points: 0,
    measure: 'none',
    step: '',
    wasIn: false,
    nowIn: false,
    inBy: '',
    movement: 'outside',
    roundsIn: 0,
    commended: false,
    proposedMeasure: 'none',
    proposedNowIn: false,
    proposedCommended: false,
    decidedBy: '',
    decisionReason: '',
    raisedBy: '',
    latePending: 0,
  };
}
