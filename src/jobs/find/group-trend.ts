// The rounds summed up by groups of people: how proposals, decisions, objections and checks went for each.
import { type Cadre, type CadreNo, onRoster } from '../../domain/cadre.ts';
import type { NoticeScope } from '../../domain/notice.ts';
import { listCadres } from '../../ledger/cadres/cadres.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { findingsForRound } from '../../ledger/findings/findings.ts';
import { asPrevious, type ClosedRound, correctedLines, correctionsOf } from '../../ledger/rounds/rounds.ts';
import { GroupSums, type VisibleGroups } from '../../scoring/figures/group-figures.ts';
import { closedFrame } from '../round/round-frame.ts';
import { roundsAsked } from './trend.ts';

export const personGroups = ['rank', 'unit', 'identity'] as const;
/** What cadres are grouped by. */
export type PersonGroup = (typeof personGroups)[number];

export interface GroupTrendRequest {
  readonly by: PersonGroup;
  /** Small groups are shown in the scope `leader` only. */
  readonly scope: NoticeScope;
  /** Closed rounds, both included; null is the first or the last one. */
  readonly from: number | null;
  readonly to: number | null;
}

export interface GroupTrend extends VisibleGroups {
  readonly from: number;
  readonly to: number;
  /** Lines corrected since the closing, as `round:cadre_no`. */
  readonly corrected: readonly string[];
}

/** Sums up closed rounds by groups of people. @throws Failure `refused`: no round is closed, or none of that number */
export function groupTrend(db: ReadDb, { by, scope, from, to }: GroupTrendRequest): GroupTrend {
  const view = new View(db);
  const asked = roundsAsked(db, from, to);
  const sums = new GroupSums();
  for (const round of asked.rounds) addRound(sums, view, round, by);
  const corrected = asked.rounds.flatMap(({ number }) =>
    [...correctionsOf(view, number).keys()].map((cadreNo) => `${number}:${cadreNo}`),
  );
  const listed = scope === 'leader' ? corrected : [];
  return { from: asked.from, to: asked.to, corrected: listed, ...sums.shown(scope === 'leader') };
}

/** Takes in one round: its facts and roster as the journal held them at its closing, its lines as corrected since. */
function addRound(sums: GroupSums, now: View, round: ClosedRound, by: PersonGroup): void {
  const view = new View(now.db, round.factsSeq);
  const previous = asPrevious(view, closedFrame(now, round.number).previous);
  const cadres = listCadres(view, round.cutoff);
  const groupOf = new Map<CadreNo, string>(cadres.map((cadre) => [cadre.cadreNo, cadre[by]]));
  const there = cadres.filter((cadre: Cadre) => onRoster(cadre, round.cutoff));
  const { cutoff } = round;
  sums.begin({ cutoff, previous, groupOf, onRoster: new Set(there.map((cadre) => cadre.cadreNo)) });
  for (const line of correctedLines(now, round.number))
    sums.line(line.cadre_no, line.proposed_measure, line.measure);
  for (const finding of findingsForRound(view, previous)) sums.finding(finding);
}
