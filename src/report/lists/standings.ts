// The lines of a round: the contract's standing columns, in its order.
import { formatPoints } from '../../domain/amount.ts';
import type { RoundDigests, Standing } from '../../domain/round.ts';
import type { Column, Report, Row, Text } from '../report.ts';
import { digestsNamed } from '../wording.ts';

/** The standing columns of contract section 4. */
export const standingColumns: readonly Column[] = [
  { key: 'round', type: 'number', machineOnly: true },
  { key: 'cutoff', type: 'day', machineOnly: true },
  { key: 'cadre_no', type: 'text' },
  { key: 'name', type: 'text' },
  { key: 'rank', type: 'term', terms: 'rank', machineOnly: true },
  { key: 'unit', type: 'text' },
  { key: 'station', type: 'text', machineOnly: true },
  { key: 'counted', type: 'number' },
  { key: 'pending', type: 'number', spare: 3 },
  { key: 'overdue', type: 'number', spare: 2 },
  { key: 'behind_tasks', type: 'number', spare: 1 },
  { key: 'absences', type: 'number', machineOnly: true },
  { key: 'points', type: 'decimal', spare: 4 },
  { key: 'measure', type: 'term', terms: 'measure' },
  { key: 'step', type: 'term', terms: 'step', machineOnly: true },
  { key: 'was_in', type: 'boolean', machineOnly: true },
  { key: 'now_in', type: 'boolean', machineOnly: true },
  { key: 'in_by', type: 'term', terms: 'in_by', machineOnly: true },
  { key: 'movement', type: 'term', terms: 'movement' },
  { key: 'rounds_in', type: 'number', machineOnly: true },
  { key: 'commended', type: 'boolean' },
  { key: 'proposed_measure', type: 'term', terms: 'measure', machineOnly: true },
  { key: 'proposed_now_in', type: 'boolean', machineOnly: true },
  { key: 'proposed_commended', type: 'boolean', machineOnly: true },
  { key: 'decided_by', type: 'text', machineOnly: true },
  { key: 'decision_reason', type: 'text', machineOnly: true },
  { key: 'raised_by', type: 'text', codes: [['raised_by']], machineOnly: true },
  { key: 'late_pending', type: 'number', machineOnly: true },
];

/** A standing as a row of `standingColumns`. */
export function standingRow(round: number, cutoff: string, standing: Standing): Row {
  const { cadre } = standing;
  return [
    round,
    cutoff,
    ...[cadre.cadreNo, cadre.name, cadre.rank, cadre.unit, cadre.station],
    ...[standing.counted, standing.pending, standing.overdue, standing.behindTasks, standing.absences],
    formatPoints(standing.points),
    ...[standing.measure, standing.step || null],
    ...[standing.wasIn, standing.nowIn, standing.inBy || null, standing.movement, standing.roundsIn],
    standing.commended,
    ...[standing.proposedMeasure, standing.proposedNowIn, standing.proposedCommended],
    ...[standing.decidedBy, standing.decisionReason, standing.raisedBy, standing.latePending],
  ];
}

/** The title of a list of standings. */
export interface StandingsFrame {
  readonly name: 'tally' | 'round show' | 'training';
  readonly round: number;
  readonly cutoff: string;
  /** Before a round is closed the title of every list says that it is a draft (contract, section 1). */
  readonly draft: boolean;
  /** Whether somebody has decided: then proposal and decision are next to each other. */
  readonly decided: boolean;
  readonly notes?: readonly Text[];
}

/** The lines of a round as a report. */
export function standingsReport(frame: StandingsFrame, standings: readonly Standing[]): Report {
  const shownWhenDecided = new Set(['proposed_measure', 'decided_by']);
  const columns = standingColumns.map((column) =>
    frame.decided && shownWhenDecided.has(column.key) ? { ...column, machineOnly: false } : column,
  );
  return {
    name: frame.draft ? `${frame.name} draft` : frame.name,
    title: {
      key: frame.draft
        ? `title.${frame.name.replace(' ', '_')}_draft`
        : `title.${frame.name.replace(' ', '_')}`,
      values: { round: frame.round, cutoff: frame.cutoff },
    },
    columns,
    rows: standings.values().map((standing) => standingRow(frame.round, frame.cutoff, standing)),
    ...(frame.notes !== undefined && { notes: frame.notes }),
  };
}

/** `training` rows begin with the standing columns down to `commended` (contract, section 4). */
const LAST = standingColumns.findIndex((column) => column.key === 'commended') + 1;

/** The proposed training list: the members of the circle. */
export function trainingReport({
  standings,
  ...round
}: Pick<StandingsFrame, 'round' | 'cutoff' | 'draft'> & { readonly standings: readonly Standing[] }): Report {
  const report = standingsReport({ ...round, name: 'training', decided: false }, standings);
  return {
    ...report,
    columns: report.columns.slice(0, LAST),
    rows: [...report.rows].map((row) => row.slice(0, LAST)),
    whenEmpty: { key: 'empty.circle' },
  };
}

/** A round's list for machines: its digests and engine in each line, and whether the line was corrected. */
export function wholeRound(
  list: Report,
  {
    digests,
    engine,
    corrected,
  }: {
    readonly digests: RoundDigests;
    readonly engine: number;
    readonly corrected: ReadonlySet<string>;
  },
): Report {
  const told = new Map<string, string>(digestsNamed(digests).map(({ which, digest }) => [which, digest]));
  const added: readonly Column[] = [
    { key: 'digest', type: 'text' },
    { key: 'draft_digest', type: 'text' },
    { key: 'engine', type: 'number' },
    { key: 'corrected', type: 'boolean' },
  ];
  const place = list.columns.findIndex(({ key }) => key === 'cadre_no');
  const rows = [...list.rows].map((row) => [
    ...row,
    told.get('digest') ?? null,
    told.get('draft_digest') ?? null,
    engine,
    corrected.has(String(row[place])),
  ]);
  return { ...list, columns: [...list.columns, ...added], rows };
}
