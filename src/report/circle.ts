// The strict circle: who is in, since when, by what, and what still keeps them in.
import { formatPoints } from '../domain/amount.ts';
import type { Standing } from '../domain/round.ts';
import type { RequirementTried } from '../scoring/reasons.ts';
import { correctedNote } from './lists.ts';
import type { Report, Text } from './report.ts';

/** A member with what the list says beside the line. */
export interface Member {
  readonly standing: Standing;
  readonly sinceRound: number;
  readonly sinceCutoff: string;
  /** Exit requirements that are not met. */
  readonly unmet: readonly RequirementTried[];
  readonly corrected: boolean;
}

/**
 * The circle of a round as a report.
 * @param corrected whose lines of the round were corrected, members or not any more
 */
export function circleReport(
  frame: { readonly round: number; readonly cutoff: string; readonly draft: boolean },
  members: readonly Member[],
  corrected: ReadonlySet<string>,
): Report {
  return {
    name: 'circle',
    title: {
      key: frame.draft ? 'title.circle_draft' : 'title.circle',
      values: { ...frame, draft: '', count: members.length },
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
      { key: 'still_needed', type: 'text', machineOnly: true },
      { key: 'corrected', type: 'boolean', machineOnly: true },
    ],
    rows: members.map(({ standing, sinceRound, sinceCutoff, unmet, corrected: isCorrected }) => [
      ...[frame.round, frame.cutoff, standing.cadre.cadreNo, standing.cadre.name, standing.cadre.rank],
      ...[
        standing.cadre.unit,
        standing.cadre.station,
        standing.measure,
        standing.inBy || null,
        standing.movement,
      ],
      ...[
        sinceRound,
        sinceCutoff,
        standing.roundsIn,
        standing.counted,
        standing.pending,
        standing.behindTasks,
      ],
      ...[
        formatPoints(standing.points),
        unmet.map((each) => `${each.requirement}:${each.against}`).join(';'),
        isCorrected,
      ],
    ]),
    notes: [
      ...members.flatMap((member): Text[] =>
        member.unmet.map((each) => ({
          key: 'note.still_needed',
          values: {
            ...{ name: member.standing.cadre.name, cadre_no: member.standing.cadre.cadreNo },
            requirement: { term: `requirement.${each.requirement}` },
            against: each.against,
          },
        })),
      ),
      ...correctedNote(corrected),
    ],
    whenEmpty: { key: 'empty.circle' },
  };
}
