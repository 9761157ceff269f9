// The rounds by groups of people, as a list: by name, never in the order of a figure.
import { type Measure, measures } from '../../domain/round.ts';
import type { GroupFigures } from '../../scoring/figures/group-figures.ts';
import type { Column, Report } from '../report.ts';
import { mean } from '../shares.ts';
import { correctedNote, type Entry, listOf } from './lists.ts';

const given = measures.filter((measure): measure is Exclude<Measure, 'none'> => measure !== 'none');

const FIGURES: readonly Column[] = [
  { key: 'people', type: 'number' },
  ...given.map((measure): Column => ({ key: `proposed_${measure}`, type: 'number' })),
  ...given.map((measure): Column => ({ key: `decided_${measure}`, type: 'number' })),
  { key: 'decided_heavier', type: 'number', spare: 2 },
  { key: 'decided_lighter', type: 'number', spare: 2 },
  { key: 'objections_raised', type: 'number' },
  { key: 'objections_upheld', type: 'number' },
  { key: 'objections_released', type: 'number', spare: 3 },
  { key: 'checks_answering', type: 'number', machineOnly: true },
  { key: 'check_days', type: 'decimal' },
];

/** `trend --group-by rank|unit|identity`. */
export function groupTrendReport(
  by: 'rank' | 'unit' | 'identity',
  span: { readonly from: number; readonly to: number },
  rows: readonly GroupFigures[],
  corrected: readonly string[],
): Report {
  const key: Column = by === 'rank' ? { key: by, type: 'term', terms: 'rank' } : { key: by, type: 'text' };
  return listOf(
    'trend groups',
    [key, ...FIGURES],
    rows.map((row) => entryOf(by, row)),
    {
      title: { key: `title.trend_${by}`, values: { ...span } },
      notes: [{ key: 'note.trend_groups' }, ...correctedNote(corrected)],
      whenEmpty: { key: 'empty.trend_groups' },
    },
  );
}

function entryOf(by: string, row: GroupFigures): Entry {
  const entry: Record<string, Entry[string]> = {
    [by]: row.group === '' ? null : row.group,
    people: row.people,
    decided_heavier: row.heavier,
    decided_lighter: row.lighter,
    objections_raised: row.objections,
    objections_upheld: row.upheld,
    objections_released: row.released,
    checks_answering: row.checksTimed,
    check_days: mean(row.checkDays, row.checksTimed),
  };
  for (const measure of given) {
    entry[`proposed_${measure}`] = row.proposed[measure];
    entry[`decided_${measure}`] = row.decided[measure];
  }
  return entry;
}
