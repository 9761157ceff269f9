// Findings as of a day: a filtered list, and one with its whole history.
import type { Day } from '../../domain/days/day.ts';
import type { Status } from '../../domain/findings/finding.ts';
import type { FindingCard, ListedFinding } from '../../domain/findings/finding-card.ts';
import { statusAt } from '../../domain/findings/finding-status.ts';
import { deadlineInForce, stateAt } from '../../domain/findings/history.ts';
import { refusal } from '../../domain/problem.ts';
import { findCadre } from '../../ledger/cadres/cadres.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { findingId, findingsChosen, LAST_DAY, loadFinding } from '../../ledger/findings/findings.ts';
import { historyOf } from '../../ledger/findings/history.ts';
import {
  allFindings,
  type FindingSelection,
  findingsOfCadre,
  outstandingFindings,
  outstandingOn,
} from '../../ledger/findings/selections.ts';
import { unitWordsOf } from '../../ledger/findings/unit-words.ts';
import { refuseUnknownNames } from '../lookups/known-names.ts';
import { Stations } from '../lookups/stations.ts';
import { theCadre } from '../the-cadre.ts';

export interface FindingFilter {
  /** As of the end of this day; null is after everything recorded. */
  readonly on: Day | null;
  readonly status: Status | null;
  /** Neither rectified nor withdrawn. */
  readonly outstanding: boolean;
  readonly source: string | null;
  readonly area: string | null;
  readonly village: string | null;
  readonly station: string | null;
  readonly cadreNo: string | null;
  /** Outstanding with a deadline before this day. */
  readonly overdueOn: Day | null;
  /** Outstanding with a deadline on or before this day. */
  readonly dueBy: Day | null;
  readonly withoutDeadline: boolean;
}

/**
 * The findings that a filter lets through, in the order of recording.
 * @throws Failure `refused` for an unknown cadre, and for an unknown name
 */
export function* findFindings(db: ReadDb, filter: FindingFilter): Generator<ListedFinding> {
  const { source, area, village, station } = filter;
  refuseUnknownNames(db, { source, area, village, station });
  const view = new View(db);
  const names = nameLookup(view);
  const stations = new Stations(view, filter.on ?? LAST_DAY);
  for (const { finding, row } of findingsChosen(view, selectionOf(view, filter))) {
    const day = filter.on ?? LAST_DAY;
    if (row.found_on > day) continue;
    const state = stateAt(finding, day);
    const listed: ListedFinding = {
      findingNo: finding.findingNo,
      source: row.source,
      area: row.area ?? '',
      village: row.village ?? '',
      ...stations.of(row.station, state.responsible),
      description: row.description,
      severity: row.severity,
      foundOn: row.found_on,
      deadline: deadlineInForce(finding, state, day),
      status: statusAt(finding, state, day),
      responsible: [...state.responsible].map(([cadreNo, role]) => ({ cadreNo, role, name: names(cadreNo) })),
    };
    if (passes(listed, filter)) yield listed;
  }
}

function nameLookup(view: View): (cadreNo: string) => string {
  const known = new Map<string, string>();
  return (cadreNo) => {
    let name = known.get(cadreNo);
    if (name === undefined) {
      name = findCadre(view, cadreNo)?.name ?? '';
      known.set(cadreNo, name);
    }
    return name;
  };
}

/** What must be read for a filter; it may hold more than the filter lets through. */
function selectionOf(view: View, filter: FindingFilter): FindingSelection {
  if (filter.cadreNo !== null) return findingsOfCadre(theCadre(view, filter.cadreNo).id);
  const unsettled =
    filter.outstanding || filter.withoutDeadline || filter.dueBy !== null || filter.overdueOn !== null;
  if (!unsettled) return allFindings;
  return filter.on === null ? outstandingFindings : outstandingOn(filter.on);
}

function passes(finding: ListedFinding, filter: FindingFilter): boolean {
  const outstanding = finding.status !== 'rectified' && finding.status !== 'withdrawn';
  const { deadline } = finding;
  if (filter.cadreNo !== null && !finding.responsible.some((each) => each.cadreNo === filter.cadreNo))
    return false;
  if (filter.status !== null && finding.status !== filter.status) return false;
  if (filter.outstanding && !outstanding) return false;
  if (filter.withoutDeadline && !(outstanding && deadline === null)) return false;
  if (filter.overdueOn !== null && !(outstanding && deadline !== null && deadline < filter.overdueOn))
    return false;
  if (filter.dueBy !== null && !(outstanding && deadline !== null && deadline <= filter.dueBy)) return false;
  return (['source', 'area', 'village', 'station'] as const).every(
    (field) => filter[field] === null || finding[field] === filter[field],
  );
}

/** One finding with its whole history. @throws Failure `refused` when there is none of that number */
export function showFinding(db: ReadDb, findingNo: string): FindingCard {
  const view = new View(db);
  const id = findingId(db, findingNo);
  if (id === undefined) throw refusal('finding_unknown', { finding_no: findingNo });
  const { row, finding } = loadFinding(view, id);
  const state = stateAt(finding, LAST_DAY);
  const names = nameLookup(view);
  const now: ListedFinding = {
    findingNo: finding.findingNo,
    source: row.source,
    area: row.area ?? '',
    village: row.village ?? '',
    ...new Stations(view, LAST_DAY).of(row.station, state.responsible),
    description: row.description,
    severity: row.severity,
    foundOn: row.found_on,
    deadline: deadlineInForce(finding, state, LAST_DAY),
    status: statusAt(finding, state, LAST_DAY),
    responsible: [...state.responsible].map(([cadreNo, role]) => ({ cadreNo, role, name: names(cadreNo) })),
  };
  const recurs = row.recurs_id === null ? null : loadFinding(view, row.recurs_id).row.finding_no;
  return { row: { ...row }, now, recurs, unitWords: unitWordsOf(view, id), history: historyOf(view, id) };
}
