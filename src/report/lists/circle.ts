// The strict circle: who is in, since when, by what, and what still keeps them in.
import { formatPoints } from '../../domain/amount.ts';
import type { Circle, CircleMember } from '../../scoring/circle-members.ts';
import type { Report, Row, Text } from '../report.ts';
import { correctedNote } from './lists.ts';

/** The circle of a round as a report; members are asked for as it is rendered. */
export function circleReport(circle: Circle): Report {
  const { round, cutoff, draft, count, corrected, members } = circle;
  return {
    name: 'circle',
    title: {
      key: draft ? 'title.circle_draft' : 'title.circle',
      values: { round, cutoff, count },
    },
    columns: [
      { key: 'round', type: 'number', machineOnly: true },
      { key: 'cutoff', type: 'day', machineOnly: true },
      { key: 'cadre_no', type: 'text' },
      { key: 'name', type: 'text' },
      { key: 'rank', type: 'term', terms: 'rank', machineOnly: true },
      { key: 'unit', type: 'text' },
      { key: 'station', type: 'text', machineOnly: true },
      { key: 'measure', type: 'term', terms: 'measure' },
      { key: 'in_by', type: 'term', terms: 'in_by', spare: 3 },
      { key: 'movement', type: 'term', terms: 'movement' },
      { key: 'since_round', type: 'number', machineOnly: true },
      { key: 'since_cutoff', type: 'day' },
      { key: 'rounds_in', type: 'number' },
      { key: 'counted', type: 'number' },
      { key: 'pending', type: 'number', spare: 2 },
      { key: 'behind_tasks', type: 'number', spare: 1 },
      { key: 'points', type: 'decimal', machineOnly: true },
      { key: 'still_needed', type: 'text', codes: [['requirement'], []], machineOnly: true },
      { key: 'corrected', type: 'boolean', machineOnly: true },
      { key: 'late_pending', type: 'number', machineOnly: true },
      { key: 'not_kept_by', type: 'text', codes: [[], ['late'], []], machineOnly: true },
    ],
    rows: rowsOf(circle),
    get notes() {
      const withNotes = [...members()];
      return [...withNotes.flatMap(stillNeeded), ...withNotes.flatMap(notKept), ...correctedNote(corrected)];
    },
    whenEmpty: { key: 'empty.circle' },
  };
}

function* rowsOf({ round, cutoff, members }: Circle): Generator<Row> {
  for (const member of members()) yield rowOf(round, cutoff, member);
}

function rowOf(round: number, cutoff: string, member: CircleMember): Row {
  const { standing, sinceRound, sinceCutoff, unmet, late, corrected } = member;
  const { cadre } = standing;
  return [
    round,
    cutoff,
    cadre.cadreNo,
    cadre.name,
    cadre.rank,
    cadre.unit,
    cadre.station,
    standing.measure,
    standing.inBy || null,
    standing.movement,
    sinceRound,
    sinceCutoff,
    standing.roundsIn,
    standing.counted,
    standing.pending,
    standing.behindTasks,
    formatPoints(standing.points),
    unmet.map((each) => `${each.requirement}:${each.against}`).join(';'),
    corrected,
    standing.latePending,
    late.map((each) => `${each.findingNo}:${each.with}:${each.since}`).join(';'),
  ];
}

function stillNeeded({ standing, unmet }: CircleMember): Text[] {
  return unmet.map((each) => ({
    key: 'note.still_needed',
    values: {
      name: standing.cadre.name,
      cadre_no: standing.cadre.cadreNo,
      requirement: { term: `requirement.${each.requirement}` },
      against: each.against,
    },
  }));
}

/** What is late on the office's side, so that it is not read as what keeps the member in. */
function notKept({ standing, late }: CircleMember): Text[] {
  return late.map((each) => ({
    key: 'note.not_kept',
    values: {
      name: standing.cadre.name,
      cadre_no: standing.cadre.cadreNo,
      finding_no: each.findingNo,
      late: { term: `late.${each.with}` },
      since: each.since,
    },
  }));
}
