// Re-checks as a list, and what came of them by group; never by who made them.
import { reboundRate } from '../../domain/findings/recheck.ts';
import type { Column, Report, Text } from '../report.ts';
import { type Entry, listOf } from './lists.ts';

/** A re-check, or a finding that was drawn and is not looked at again yet. */
export interface RecheckShown {
  readonly findingNo: string;
  readonly source: string;
  readonly area: string;
  readonly station: string;
  readonly description: string;
  readonly draw: number | null;
  readonly on: string | null;
  readonly by: string;
  readonly result: string | null;
  readonly newNo: string;
  readonly note: string;
  readonly id: string;
}

/** What came of the re-checks of a group. */
export interface RecheckGroupShown {
  readonly group: string;
  readonly due: number;
  readonly rechecks: number;
  readonly rebounds: number;
}

const columns: readonly Column[] = [
  { key: 'finding_no', type: 'text' },
  { key: 'source', type: 'text', spare: 1 },
  { key: 'area', type: 'text', machineOnly: true },
  { key: 'station', type: 'text' },
  { key: 'description', type: 'text', machineOnly: true },
  { key: 'draw', type: 'number', spare: 2 },
  { key: 'rechecked_on', type: 'day' },
  { key: 'rechecked_by', type: 'text' },
  { key: 'recheck_result', type: 'term', terms: 'recheck_result' },
  { key: 'new_no', type: 'text' },
  { key: 'note', type: 'text', machineOnly: true },
  { key: 'id', type: 'text', machineOnly: true },
];

/** `recheck list`, with what came of it by station and by source below. */
export function rechecksReport(
  listed: readonly RecheckShown[],
  groups: { readonly station: readonly RecheckGroupShown[]; readonly source: readonly RecheckGroupShown[] },
): Report {
  const { due, rechecks, rebounds } = total(groups.station);
  const entries = listed.map(
    (each): Entry => ({
      finding_no: each.findingNo,
      source: each.source,
      area: each.area,
      station: each.station,
      description: each.description,
      draw: each.draw,
      rechecked_on: each.on,
      rechecked_by: each.by,
      recheck_result: each.result,
      new_no: each.newNo,
      note: each.note,
      id: each.id,
    }),
  );
  const notes =
    rechecks === 0 ? [] : [ratesNote('station', groups.station), ratesNote('source', groups.source)];
  return listOf('recheck list', columns, entries, {
    title: { key: 'title.recheck_list', values: { rechecks, rebounds, due } },
    notes,
  });
}

function total(groups: readonly RecheckGroupShown[]): Omit<RecheckGroupShown, 'group'> {
  const sum = (key: 'due' | 'rechecks' | 'rebounds'): number =>
    groups.reduce((before, each) => before + each[key], 0);
  return { due: sum('due'), rechecks: sum('rechecks'), rebounds: sum('rebounds') };
}

/** The rebound rate of each group that was looked at again. */
function ratesNote(grouping: string, groups: readonly RecheckGroupShown[]): Text {
  const rates = groups
    .filter((each) => each.rechecks > 0)
    .map((each) => `${each.group || '—'} ${each.rebounds}/${each.rechecks} (${reboundRate(each)}%)`);
  return { key: `note.rebounds_by_${grouping}`, values: { rates } };
}

const groupColumns: readonly Column[] = [
  { key: 'group', type: 'text' },
  { key: 'recheck_due', type: 'number' },
  { key: 'rechecks', type: 'number' },
  { key: 'holds', type: 'number' },
  { key: 'rebounds', type: 'number' },
  { key: 'rebound_rate', type: 'decimal' },
];

/** `recheck list --group-by`. @param grouping `station`, `source` or `area` */
export function recheckGroupsReport(grouping: string, groups: readonly RecheckGroupShown[]): Report {
  const entries = groups.map(
    (each): Entry => ({
      group: each.group,
      recheck_due: each.due,
      rechecks: each.rechecks,
      holds: each.rechecks - each.rebounds,
      rebounds: each.rebounds,
      rebound_rate: reboundRate(each),
    }),
  );
  const { rechecks, rebounds, due } = total(groups);
  const group = { term: `column.${grouping}` };
  return listOf('recheck list', groupColumns, entries, {
    title: { key: 'title.recheck_groups', values: { group, rechecks, rebounds, due } },
  });
}
