// The sheet for the visit: the findings of a draw that are to be looked at again.
import type { Day } from '../../domain/days/day.ts';
import { stateAt } from '../../domain/findings/history.ts';
import type { RecheckSheet, ToRecheck } from '../../domain/findings/recheck-sheet.ts';
import { refusal } from '../../domain/problem.ts';
import { byCodePoint } from '../../domain/texts/text.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { NOW, View } from '../../ledger/facts/view.ts';
import { findingsChosen, LAST_DAY } from '../../ledger/findings/findings.ts';
import { draws, findDraw, membersOf, recheckRows } from '../../ledger/findings/rechecks.ts';
import { findingsByIds } from '../../ledger/findings/selections.ts';
import { namer } from '../lookups/names.ts';
import { Stations } from '../lookups/stations.ts';

/**
 * The sheet of a draw, by station, village and number, without what has been looked at since.
 * @param asked the number of the draw, null for the last; `asDrawn` gives the sheet as it was when the draw was made;
 *   `until`: re-checks after that day do not count
 * @throws Failure `refused`: no such draw, or none at all
 */
export function recheckSheet(
  db: ReadDb,
  asked: {
    readonly draw: number | null;
    readonly station?: string | null;
    readonly asDrawn?: boolean;
    readonly until?: Day;
  },
): RecheckSheet {
  const now = new View(db);
  const drawn = asked.draw === null ? draws(now).at(-1) : findDraw(now, asked.draw);
  if (drawn === undefined)
    throw asked.draw === null ? refusal('no_draw_yet') : refusal('draw_unknown', { draw: asked.draw });
  const view = new View(db, asked.asDrawn === true ? drawn.seq : NOW);
  const until = asked.until ?? LAST_DAY;
  const made = [...recheckRows(view)].filter((each) => each.rechecked_on <= until);
  const done = new Set(made.map((each) => each.finding_id));
  const ids = membersOf(view, drawn.id).map((each) => each.finding_id);
  const stations = new Stations(view, drawn.to_on);
  const named = namer(view);
  const findings: ToRecheck[] = [];
  for (const { finding, row } of findingsChosen(view, findingsByIds(ids))) {
    const { settled, responsible, latestCheck } = stateAt(finding, LAST_DAY);
    if (settled?.status !== 'rectified' || done.has(finding.id)) continue;
    const place = stations.of(row.station, responsible);
    if (asked.station != null && place.station !== asked.station) continue;
    findings.push({
      findingNo: finding.findingNo,
      village: row.village ?? '',
      ...place,
      description: row.description,
      standard: row.standard ?? row.action ?? '',
      responsible: named(responsible),
      rectifiedOn: settled.on,
      checkedBy: latestCheck?.by ?? '',
    });
  }
  const order = (each: ToRecheck): string => [each.station, each.village, each.findingNo].join('\n');
  findings.sort((left, right) => byCodePoint(order(left), order(right)));
  const { id, from_on: from, to_on: to, share, grouping: groupBy, by, digest } = drawn;
  return { draw: id, from, to, share, groupBy, by, digest, findings };
}
