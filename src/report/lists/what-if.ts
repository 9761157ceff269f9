// Whose standing would differ under another policy, and why.
import { formatPoints } from '../../domain/amount.ts';
import type { WhatIf } from '../../domain/what-if.ts';
import type { Column, Report } from '../report.ts';
import { type Entry, listOf } from './lists.ts';

const columns: readonly Column[] = [
  { key: 'cadre_no', type: 'text' },
  { key: 'name', type: 'text' },
  { key: 'unit', type: 'text' },
  { key: 'measure', type: 'term' },
  { key: 'measure_after', type: 'term', terms: 'measure' },
  { key: 'movement', type: 'term' },
  { key: 'movement_after', type: 'term', terms: 'movement' },
  { key: 'commended', type: 'boolean' },
  { key: 'commended_after', type: 'boolean' },
  { key: 'counted', type: 'number' },
  { key: 'counted_after', type: 'number' },
  { key: 'points', type: 'decimal' },
  { key: 'points_after', type: 'decimal' },
  { key: 'because', type: 'text', codes: [['because']] },
];

const drawnColumns: readonly Column[] = [
  { key: 'cadre_no', type: 'text' },
  { key: 'name', type: 'text' },
  ...['measure', 'movement', 'commended', 'counted', 'points', 'because'].map(
    (key): Column => ({ key, type: 'text' }),
  ),
];

type Change = WhatIf['changes'][number];
type Word = (key: string) => string;

function entryOf({ before, after, because }: Change): Entry {
  return {
    cadre_no: before.cadre.cadreNo,
    name: before.cadre.name,
    unit: before.cadre.unit,
    measure: before.measure,
    measure_after: after.measure,
    movement: before.movement,
    movement_after: after.movement,
    commended: before.commended,
    commended_after: after.commended,
    counted: before.counted,
    counted_after: after.counted,
    points: formatPoints(before.points),
    points_after: formatPoints(after.points),
    because: because.join(';'),
  };
}

/** For people: what is now, and after an arrow what would be. */
function drawnEntry({ before, after, because }: Change, word: Word): Entry {
  const arrow = (now: string, then: string): string => (now === then ? now : `${now} → ${then}`);
  return {
    cadre_no: before.cadre.cadreNo,
    name: before.cadre.name,
    measure: arrow(word(`measure.${before.measure}`), word(`measure.${after.measure}`)),
    movement: arrow(word(`movement.${before.movement}`), word(`movement.${after.movement}`)),
    commended: arrow(word(`boolean.${before.commended}`), word(`boolean.${after.commended}`)),
    counted: arrow(String(before.counted), String(after.counted)),
    points: arrow(formatPoints(before.points), formatPoints(after.points)),
    because: because.map((each) => word(`because.${each}`)).join(' '),
  };
}

/** `policy whatif`. @param word words a coded term, null for machines */
export function whatIfReport(shown: WhatIf, policy: string, word: Word | null): Report {
  const anyCommended = shown.changes.some(({ before, after }) => before.commended !== after.commended);
  const entries = shown.changes.map((each) => (word === null ? entryOf(each) : drawnEntry(each, word)));
  const drawn = drawnColumns.filter(({ key }) => key !== 'commended' || anyCommended);
  const values = { round: shown.round, cutoff: shown.cutoff, policy, count: shown.changes.length };
  return listOf('policy whatif', word === null ? columns : drawn, entries, {
    title: { key: shown.draft ? 'title.whatif_draft' : 'title.whatif', values },
    notes:
      shown.onlyFigures === 0 ? [] : [{ key: 'note.whatif_figures', values: { count: shown.onlyFigures } }],
    whenEmpty: { key: 'empty.whatif' },
  });
}

/** Rounds under another policy. */
export interface RoundsWhatIf {
  readonly round: number;
  readonly cutoff: string;
  readonly inCircle: number;
  readonly inCircleAfter: number;
  readonly changes: WhatIf['changes'];
}

const overColumns: readonly Column[] = [
  { key: 'round', type: 'number' },
  { key: 'cutoff', type: 'day' },
  { key: 'in_circle', type: 'number' },
  { key: 'in_circle_after', type: 'number' },
  { key: 'cadre_no', type: 'text' },
  { key: 'name', type: 'text' },
  { key: 'measure', type: 'term' },
  { key: 'measure_after', type: 'term', terms: 'measure' },
  { key: 'movement', type: 'term' },
  { key: 'movement_after', type: 'term', terms: 'movement' },
  { key: 'because', type: 'text', codes: [['because']], machineOnly: true },
];

/**
 * Several rounds under another policy: a row with the circle of each round, then a row for each whose standing differs.
 */
export function whatIfOverReport(rounds: readonly RoundsWhatIf[], policy: string): Report {
  const entries = rounds.flatMap(({ round, cutoff, inCircle, inCircleAfter, changes }): Entry[] => [
    { round, cutoff, in_circle: inCircle, in_circle_after: inCircleAfter },
    ...changes.map((each) => ({ round, cutoff, ...entryOf(each) })),
  ]);
  return listOf('policy whatif', overColumns, entries, {
    title: { key: 'title.whatif_over', values: { policy, rounds: rounds.length } },
  });
}
