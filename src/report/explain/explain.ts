// The explanation of a cadre's line as a list: one row for each thing that was looked at, led back to file, row and entry.
import { formatHundredths, formatPoints } from '../../domain/amount.ts';
import { masker } from '../../domain/texts/mask.ts';
import { withoutPersonalNumbers } from '../../domain/texts/personal-numbers.ts';
import type { Explanation } from '../../scoring/explanation.ts';
import { wholeList } from '../lists/own-columns.ts';
import type { Card } from '../lists/shown.ts';
import type { Column, Report, Row } from '../report.ts';
import { columns, ledBack, pointsColumns, row } from './explain-row.ts';

type Mask = (text: string) => string;

/**
 * The explanation as rows (contract, section 4, `explain`). `why` is the reason or what a row is about: a measure in the
 * rows of the standing, the tiers, decisions and corrections, a requirement in those of the exit. `missing` is how many
 * points are missing to a tier, and how many findings or tasks are against a requirement. Names of others are masked.
 */
export function explainReport(unmasked: Explanation): Report {
  const explanation = withoutPersonalNumbers(unmasked);
  const { round, cadre, othersNames } = explanation;
  const mask = masker(othersNames, [cadre.name]);
  return {
    name: 'explain',
    title: {
      key: round.state === 'closed' ? 'explain.report.title' : 'explain.report.draft',
      values: { round: round.number, name: cadre.name, cadre_no: cadre.cadreNo, cutoff: round.cutoff },
    },
    columns: columnsFor(explanation),
    rows: [
      ...standingRows(explanation),
      ...findingRows(explanation, mask),
      ...workRows(explanation, mask),
      ...reasonRows(explanation),
      ...historyRows(explanation),
      ...decisionRows(explanation, mask),
    ],
  };
}

/** The explanations of several cadres as one list, each row with the line that it explains. */
export function explainLists(unmasked: readonly Explanation[]): Report {
  const explanations = unmasked.map((each) => withoutPersonalNumbers(each));
  const lists = explanations.map((each) => wholeList({ list: explainReport(each), own: ownOf(each) }));
  const [first] = lists;
  if (first === undefined) throw new Error('no explanation');
  return { ...first, rows: lists.flatMap(({ rows }) => [...rows]) };
}

/** The line that is explained, for machines. */
function ownOf({ round, cadre, standing }: Explanation): Card['own'] {
  const text = (key: string, cell: string) => [{ key, type: 'text' }, cell] as const;
  const term = (key: string, terms: string, cell: string) => [{ key, type: 'term', terms }, cell] as const;
  const count = (key: string, cell: number) => [{ key, type: 'number' }, cell] as const;
  return [
    count('round', round.number),
    [{ key: 'cutoff', type: 'day' }, round.cutoff],
    term('state', 'state', round.state),
    text('cadre_no', cadre.cadreNo),
    text('name', cadre.name),
    term('measure', 'measure', standing.measure),
    term('proposed_measure', 'measure', standing.proposedMeasure),
    term('movement', 'movement', standing.movement),
    term('in_by', 'in_by', standing.inBy),
    [{ key: 'commended', type: 'boolean' }, standing.commended],
    count('counted', standing.counted),
    count('pending', standing.pending),
    count('overdue', standing.overdue),
    [{ key: 'points_total', type: 'decimal' }, formatPoints(standing.points)],
  ];
}

/** People are shown where facts were carried from only when some were. */
function columnsFor({ findings, tasks, correction }: Explanation): readonly Column[] {
  const origins = [...findings.values(), ...tasks.values(), ...(correction === null ? [] : [correction])];
  if (origins.every(({ origin }) => origin.carriedFrom === null)) return columns;
  return columns.map(({ machineOnly, ...each }) =>
    each.key.startsWith('carried_') || machineOnly === undefined ? each : { ...each, machineOnly },
  );
}

function standingRows({ standing, cadre }: Explanation): Row[] {
  const { movement: outcome, measure: why, points, proposedMeasure } = standing;
  const line = { part: 'standing', item: cadre.cadreNo, points: formatPoints(points) };
  const rows = [row({ ...line, outcome, why })];
  if (standing.inBy !== '') rows.push(row({ ...line, outcome, why: standing.inBy }));
  if (standing.commended) rows.push(row({ ...line, outcome, why: 'commended' }));
  if (proposedMeasure !== why) rows.push(row({ ...line, outcome: 'proposed', why: proposedMeasure }));
  return rows;
}

/** What the office is late with, since `deadline`; and objections that do not suspend, raised on `deadline`. */
function waitingRows({ reasons }: Explanation): Row[] {
  return reasons.findings.flatMap(({ findingNo: item, late, objectedAgain }) => [
    ...late.map((each) =>
      row({ part: 'late', item, outcome: 'late', why: `late_${each.with}`, deadline: each.since }),
    ),
    ...objectedAgain.map(({ cadreNo, on, ground }) =>
      row({ part: 'objected_again', item, why: `ground_${ground}`, deadline: on, detail: cadreNo }),
    ),
  ]);
}

/** Entries in the window, each with the day on which it lapses in `deadline`; rounds running; what was raised. */
function historyRows({ reasons: { history }, standing }: Explanation): Row[] {
  if (history === null) return [];
  const entries = history.entries.map(({ on: item, counts, lapsesOn: deadline }) =>
    row({ part: 'history', item, outcome: counts ? 'counted' : 'not_counted', why: 'entry', deadline }),
  );
  const { raisedBy, roundsIn } = history;
  const rounds = roundsIn === 0 ? [] : [row({ part: 'history', item: String(roundsIn), why: 'rounds_in' })];
  if (raisedBy === '') return [...entries, ...rounds];
  const raised = { part: 'history', outcome: 'raised', why: standing.proposedMeasure, detail: raisedBy };
  return [...entries, ...rounds, row(raised)];
}

function findingRows(explanation: Explanation, mask: Mask): Row[] {
  const { reasons, findings } = explanation;
  const counted = reasons.findings.map((reason) => {
    const finding = findings.get(reason.findingNo);
    const { outcome, why, role, status, deadline, points } = reason;
    return row({
      part: 'finding',
      item: reason.findingNo,
      outcome,
      why,
      role,
      status,
      deadline,
      weeks_overdue: outcome === 'not_counted' ? null : reason.weeksOverdue,
      detail: mask(finding?.description ?? ''),
      ...(points === null ? {} : { points: formatPoints(points.total), ...pointsColumns(points) }),
      ...ledBack(finding?.origin),
    });
  });
  const inWords = [...findings].flatMap(([item, { unitWords }]) =>
    unitWords === null ? [] : [row({ part: 'unit_words', item, detail: mask(unitWords) })],
  );
  const again = [...findings].flatMap(([item, { rechecks }]) =>
    rechecks.map(({ on, what, otherNo }) =>
      row({ part: 'recheck', item, outcome: what, detail: `${on} ${otherNo}`.trim() }),
    ),
  );
  const rectified = reasons.rectified.map((reason) => {
    const finding = findings.get(reason.findingNo);
    return row({
      part: 'rectified',
      item: reason.findingNo,
      outcome: reason.inTime ? 'in_time' : 'late',
      why: 'rectified',
      status: 'rectified',
      deadline: reason.deadline,
      detail: mask(finding?.description ?? ''),
      ...ledBack(finding?.origin),
    });
  });
  return [...counted, ...rectified, ...inWords, ...again, ...waitingRows(explanation)];
}

function workRows({ reasons, tasks, round }: Explanation, mask: Mask): Row[] {
  const { taskBehind, absence } = round.policy.count;
  const behind = reasons.tasks.map(({ taskNo, role, why, done, planned }) =>
    row({
      part: 'task',
      item: taskNo,
      outcome: 'behind',
      why,
      role,
      points: formatHundredths(taskBehind),
      detail: [
        mask(tasks.get(taskNo)?.name ?? ''),
        `${formatHundredths(done)}/${formatHundredths(planned)}`,
        `since=${tasks.get(taskNo)?.behindSince ?? ''}`,
      ].join(' '),
      missing: formatHundredths(Math.max(0, planned - done)),
      ...ledBack(tasks.get(taskNo)?.origin),
    }),
  );
  const absent = reasons.absences.map(({ on, session, site }) =>
    row({
      part: 'absence',
      item: on,
      outcome: 'absent',
      why: session,
      points: formatHundredths(absence),
      detail: mask(site),
    }),
  );
  return [...behind, ...absent];
}

function reasonRows({ reasons }: Explanation): Row[] {
  const tiers = reasons.tiers.map(({ measure, reached, atLeast, missing }) =>
    row({
      part: 'tier',
      item: formatPoints(atLeast),
      outcome: reached ? 'reached' : 'not_reached',
      why: measure,
      missing: formatPoints(missing),
    }),
  );
  const exits = reasons.requirements.map(({ requirement, met, against }) =>
    row({ part: 'exit', outcome: met ? 'met' : 'unmet', why: requirement, missing: String(against) }),
  );
  return [...tiers, ...exits];
}

function decisionRows({ decisions, correction }: Explanation, mask: Mask): Row[] {
  const decided = decisions.map(({ measure, commended, by, reason, origin }) => {
    const cleared = measure === null && commended === null;
    const what = measure ?? (commended === null ? null : commended ? 'commended' : 'not_commended');
    return row({
      part: 'decision',
      item: by,
      outcome: cleared ? 'cleared' : 'decided',
      why: what,
      detail: mask(reason),
      ...ledBack(origin),
    });
  });
  if (correction === null) return decided;
  const { standing, by, reason, origin } = correction;
  const corrected = row({
    part: 'correction',
    item: by,
    outcome: 'corrected',
    why: standing.measure,
    points: formatPoints(standing.points),
    detail: mask(reason),
    ...ledBack(origin),
  });
  return [...decided, corrected];
}
