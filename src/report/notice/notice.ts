// The notice as a list: the lines of those it names, or in the public scope the figures alone.
import { formatPoints } from '../../domain/amount.ts';
import type { Figures, NoticeFacts, NoticeScope } from '../../domain/notice.ts';
import type { Standing } from '../../domain/round.ts';
import type { Column, Report, Row } from '../report.ts';
import { inNameOrder } from './stroke-order.ts';

const text = (key: string): Column => ({ key, type: 'text' });
const number = (key: string): Column => ({ key, type: 'number' });
const boolean = (key: string): Column => ({ key, type: 'boolean' });
const term = (key: string, terms = key): Column => ({ key, type: 'term', terms });
const hidden = (column: Column): Column => ({ ...column, machineOnly: true });

/** The columns of a standing down to `commended` (contract, section 4). */
const lineColumns: readonly Column[] = [
  hidden(number('round')),
  hidden({ key: 'cutoff', type: 'day' }),
  text('cadre_no'),
  text('name'),
  hidden(term('rank')),
  text('unit'),
  hidden(text('station')),
  number('counted'),
  { ...number('pending'), spare: 2 },
  { ...number('overdue'), spare: 1 },
  ...['behind_tasks', 'absences'].map((key) => hidden(number(key))),
  { key: 'points', type: 'decimal', spare: 4 },
  term('measure'),
  { ...term('step'), spare: 3 },
  hidden(boolean('was_in')),
  { ...boolean('now_in'), spare: 5 },
  hidden(term('in_by')),
  term('movement'),
  hidden(number('rounds_in')),
  boolean('commended'),
];

/** Comes last in every scope that names people. */
const lateColumn = hidden(number('late_pending'));

/** What the scope `leader` shows in addition: the proposal, the decision, under whose authority. */
const leaderColumns: readonly Column[] = [
  term('proposed_measure', 'measure'),
  hidden(boolean('proposed_now_in')),
  hidden(boolean('proposed_commended')),
  text('decided_by'),
  text('decision_reason'),
  hidden(text('managed_by')),
];

/** The columns of the list in a scope that names people. */
export function noticeColumns(scope: Exclude<NoticeScope, 'public'>): readonly Column[] {
  return [...lineColumns, ...(scope === 'leader' ? leaderColumns : []), lateColumn];
}

/** A line's cells, in the order of `noticeColumns`. */
export function noticeRow(
  { round, cutoff }: Pick<NoticeFacts, 'round' | 'cutoff'>,
  line: Standing,
  scope: Exclude<NoticeScope, 'public'>,
): Row {
  const { cadre } = line;
  const row = [
    ...[round, cutoff, cadre.cadreNo, cadre.name, cadre.rank, cadre.unit, cadre.station],
    ...[line.counted, line.pending, line.overdue, line.behindTasks, line.absences, formatPoints(line.points)],
    ...[
      line.measure,
      line.step,
      line.wasIn,
      line.nowIn,
      line.inBy,
      line.movement,
      line.roundsIn,
      line.commended,
    ],
  ];
  if (scope === 'internal') return [...row, line.latePending];
  const { proposedMeasure, proposedNowIn, proposedCommended, decidedBy, decisionReason } = line;
  return [
    ...row,
    proposedMeasure,
    proposedNowIn,
    proposedCommended,
    decidedBy,
    decisionReason,
    cadre.managedBy,
    line.latePending,
  ];
}

/**
 * The notice as rows (contract, section 4, `notice`): those with a measure, commended, or moving into, within or out of
 * the circle, by the strokes of their names. In the scope `public` rows of figures instead, without a name.
 */
export function noticeReport(facts: NoticeFacts, scope: NoticeScope = facts.scope): Report {
  const title = {
    key: facts.draft ? 'notice.report.draft' : 'notice.report.title',
    values: { round: facts.round, cutoff: facts.cutoff },
  };
  const { checks, rulings } = facts.officeLate;
  const notes = [
    ...(facts.draft ? [{ key: 'notice.report.draft_note' }] : []),
    ...(checks + rulings === 0 ? [] : [{ key: 'notice.report.late_note', values: { checks, rulings } }]),
  ];
  if (scope === 'public')
    return { name: 'notice', title, columns: figureColumns, rows: figureRows(facts), notes };
  return {
    name: 'notice',
    title,
    columns: noticeColumns(scope),
    rows: inNameOrder(facts.lines).map((line) => noticeRow(facts, line, scope)),
    notes,
  };
}

const figureColumns: readonly Column[] = [
  hidden(number('round')),
  hidden({ key: 'cutoff', type: 'day' }),
  term('figure'),
  text('item'),
  ...['cadres', 'findings', 'rectified', 'in_time', 'late', 'waiting'].map(number),
  ...['objected', 'extended', 'not_rectified', 'overdue'].map(number),
];

function figureRows(facts: NoticeFacts): Row[] {
  const { round, cutoff, counts } = facts;
  const about = (figure: string, item: string, cadres: number | null, figures: Figures | null): Row => [
    ...[round, cutoff, figure, item, cadres],
    ...(figures === null ? Array.from({ length: 9 }, () => null) : figureCells(figures)),
  ];
  const { measures } = counts;
  const ofFindings = (figure: string, findings: number): Row => [
    ...[round, cutoff, figure, '', null, findings],
    ...Array.from({ length: 8 }, () => null),
  ];
  const cadres: readonly (readonly [string, number])[] = [
    ['commended', counts.commended],
    ['self_criticism', measures.self_criticism.all],
    ['reminder_talk', measures.reminder_talk.all],
    ['admonition_talk', measures.admonition_talk.all],
    ['enter', counts.enter],
    ['stay', counts.stay],
    ['exit', counts.exit],
    ['departed', counts.departed],
    ['now_in', counts.nowIn],
  ];
  return [
    about('total', '', facts.cadres, facts.totals),
    ...facts.bySource.map(({ name, figures }) => about('source', name, null, figures)),
    ...facts.byArea.map(({ name, figures }) => about('area', name, null, figures)),
    ...facts.byStation.map(({ name, figures }) => about('station', name, null, figures)),
    ...cadres.map(([figure, count]) => about(figure, '', count, null)),
    ofFindings('late_checks', facts.officeLate.checks),
    ofFindings('late_rulings', facts.officeLate.rulings),
  ];
}

/** The figures in the order of the table in annex 1. */
export function figureCells(figures: Figures): number[] {
  const { findings, inTime, late, waiting, objected, extended, notRectified, overdue } = figures;
  return [findings, inTime + late, inTime, late, waiting, objected, extended, notRectified, overdue];
}
