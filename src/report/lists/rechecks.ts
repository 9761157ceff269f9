// Re-checks as a list, and their results by group; never by who made them.
import { reboundRate } from '../../domain/findings/recheck.ts';
import type { ListedRecheck, RecheckGroup } from '../../domain/findings/recheck-sheet.ts';
import type { Column, Report, Text } from '../report.ts';
import { type Entry, listOf } from './lists.ts';

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

/** `recheck list`, with the results by station and by source below. */
export function rechecksReport(
  listed: readonly ListedRecheck[],
  groups: { readonly station: readonly RecheckGroup[]; readonly source: readonly RecheckGroup[] },
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

function total(groups: readonly RecheckGroup[]): Omit<RecheckGroup, 'group'> {
  const sum = (key: 'due' | 'rechecks' | 'rebounds'): number =>
    groups.reduce((before, each) => before + each[key], 0);
  return { due: sum('due'), rechecks: sum('rechecks'), rebounds: sum('rebounds') };
}

/** The rebound rate of each group that was looked at again. */
function ratesNote(grouping: string, groups: readonly RecheckGroup[]): Text {
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
export function recheckGroupsReport(grouping: string, groups: readonly RecheckGroup[]): Report {
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
