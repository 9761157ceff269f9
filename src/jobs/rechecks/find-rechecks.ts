// Re-checks as a list, with what was drawn and is not looked at again yet; and how many found a rebound, by group.

import type { Day } from '../../domain/days/day.ts';
import { stateAt } from '../../domain/findings/history.ts';
import type { DrawGrouping, RecheckResult } from '../../domain/findings/recheck.ts';
import type { ListedRecheck, RecheckGroup } from '../../domain/findings/recheck-sheet.ts';
import { refusal } from '../../domain/problem.ts';
import { byCodePoint } from '../../domain/texts/text.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { findingsChosen, LAST_DAY } from '../../ledger/findings/findings.ts';
import {
  draws,
  membersOf,
  type RecheckRow,
  reboundNumbers,
  recheckRows,
} from '../../ledger/findings/rechecks.ts';
import { findingsByIds } from '../../ledger/findings/selections.ts';
import { factId } from '../lookups/fact-id.ts';
import { refuseUnknownNames } from '../lookups/known-names.ts';
import { Stations } from '../lookups/stations.ts';

export interface RecheckFilter {
  /** Of re-checks made from this day on, and by that one. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly station: string | null;
  readonly source: string | null;
  readonly area: string | null;
  readonly result: RecheckResult | null;
  readonly draw: number | null;
  /** Only what was drawn and is not looked at again yet. */
  readonly due: boolean;
}

/**
 * The re-checks that a filter lets through, by day; what is not looked at yet comes last.
 * @throws Failure `refused` for an unknown name, and an unknown draw
 */
export function findRechecks(db: ReadDb, filter: RecheckFilter): ListedRecheck[] {
  const { source, area, station } = filter;
  refuseUnknownNames(db, { source, area, station });
  const view = new View(db);
  const drawOf = new Map<number, number>();
  for (const { id } of draws(view)) for (const each of membersOf(view, id)) drawOf.set(each.finding_id, id);
  if (filter.draw !== null && !draws(view).some(({ id }) => id === filter.draw))
    throw refusal('draw_unknown', { draw: filter.draw });
  const made = Map.groupBy(recheckRows(view), (row) => row.finding_id);
  const ids = new Set([...made.keys(), ...drawOf.keys()]);
  const stations = new Stations(view, LAST_DAY);
  const numbers = reboundNumbers(db);
  const listed: ListedRecheck[] = [];
  for (const { finding, row } of findingsChosen(view, findingsByIds(ids))) {
    const { responsible } = stateAt(finding, LAST_DAY);
    const about = {
      findingNo: finding.findingNo,
      source: row.source,
      area: row.area ?? '',
      ...stations.of(row.station, responsible),
      description: row.description,
      draw: drawOf.get(finding.id) ?? null,
    };
    const rechecks = made.get(finding.id) ?? [undefined];
    for (const each of rechecks) listed.push({ ...about, ...madeOf(each, numbers) });
  }
  return listed.filter((each) => passes(each, filter)).sort(byDay);
}

function madeOf(
  row: RecheckRow | undefined,
  numbers: ReadonlyMap<number, string>,
): Pick<ListedRecheck, 'on' | 'by' | 'result' | 'newNo' | 'note' | 'id'> {
  if (row === undefined) return { on: null, by: '', result: null, newNo: '', note: '', id: '' };
  return {
    on: row.rechecked_on,
    by: row.rechecked_by,
    result: row.recheck_result,
    newNo: row.new_id === null ? '' : (numbers.get(row.new_id) ?? ''),
    note: row.note ?? '',
    id: factId('rechecks', row.id),
  };
}

function passes(each: ListedRecheck, filter: RecheckFilter): boolean {
  if (filter.due && each.result !== null) return false;
  if (filter.draw !== null && each.draw !== filter.draw) return false;
  if (filter.result !== null && each.result !== filter.result) return false;
  if (filter.from !== null && (each.on === null || each.on < filter.from)) return false;
  if (filter.to !== null && (each.on === null || each.on > filter.to)) return false;
  return (['source', 'area', 'station'] as const).every(
    (field) => filter[field] === null || each[field] === filter[field],
  );
}

function byDay(left: ListedRecheck, right: ListedRecheck): number {
  return byCodePoint(left.on ?? '9999', right.on ?? '9999') || byCodePoint(left.findingNo, right.findingNo);
}

/** The results of listed re-checks, by a grouping, in the order of the groups' names. */
export function recheckGroups(listed: readonly ListedRecheck[], groupBy: DrawGrouping): RecheckGroup[] {
  return [...Map.groupBy(listed, (each) => each[groupBy])]
    .sort(([left], [right]) => byCodePoint(left, right))
    .map(([group, members]) => ({
      group,
      due: members.filter(({ result }) => result === null).length,
      rechecks: members.filter(({ result }) => result !== null).length,
      rebounds: members.filter(({ result }) => result === 'rebound').length,
    }));
}
