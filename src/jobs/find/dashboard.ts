// Gathers the content of the page: the lines of each round as corrected, and the findings in one pass.
import type { CadreNo } from '../../domain/cadre.ts';
import type { DashboardDuty, DashboardFacts, DashboardMember, RoundFigures } from '../../domain/dashboard.ts';
import type { Day } from '../../domain/days/day.ts';
import type { FindingState } from '../../domain/findings/history.ts';
import type { Policy } from '../../domain/policy.ts';
import { refusal } from '../../domain/problem.ts';
import type { Measure, Standing } from '../../domain/round.ts';
import { findingStation, leadOf } from '../../domain/station.ts';
import { listCadres } from '../../ledger/cadres/cadres.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { type FindingRow, findingsChosen, LAST_DAY } from '../../ledger/findings/findings.ts';
import { allFindings } from '../../ledger/findings/selections.ts';
import { policyInForce } from '../../ledger/rounds/policies.ts';
import { closedRounds, openRound } from '../../ledger/rounds/rounds.ts';
import { setting } from '../../ledger/settings.ts';
import { tryRequirements } from '../../scoring/circle.ts';
import {
  DashboardFindings,
  type FiguredRound,
  type FindingTotals,
  type GroupNames,
} from '../../scoring/figures/dashboard-findings.ts';
import { dutiesByKind } from '../../scoring/figures/duty-figures.ts';
import { type DutyOwed, dutiesOn } from '../duties/duties.ts';
import { noRound } from '../round/no-round.ts';
import { closedFigures } from '../round/round-figures.ts';
import { ownFrame } from '../round/round-frame.ts';
import { linesOfRound, type RoundLines } from './circle.ts';

export interface DashboardChoice {
  /** The first and the last round shown; null for the first of twelve and the latest. */
  readonly from: number | null;
  readonly to: number | null;
  readonly names: boolean;
}

/** How long a check may take where the policy sets no limit. */
const WEEK = 7;
/** The page has the first duties; `yanquan duties` has all of them. */
const DUTIES_SHOWN = 50;

/** The page is of a quarter's rounds unless others are asked for. */
const ROUNDS_SHOWN = 12;

/** The number of rounds in the circle from which a member who stays is stuck. */
const STUCK = 2;

/** @throws Failure `refused`: there is no round, or none of those numbers */
export function dashboardOf(db: ReadDb, { from, to, names }: DashboardChoice): DashboardFacts {
  const { shown, before } = roundsShown(db, from, to);
  const lines = shown.map(({ number }) => linesOfRound(db, { number, prefer: 'open' }));
  const last = lines.at(-1);
  if (last === undefined) throw noRound(db);
  const checkLimit = policyInForce(db).policy.duties.checkWithin || WEEK;
  const findings = new DashboardFindings(shown, before, checkLimit);
  const view = new View(db);
  const duties = dutiesOn(db, shown.at(-1)?.cutoff ?? LAST_DAY);
  const namesOf = groupNames(view, shown.at(-1)?.cutoff);
  for (const { finding, row } of findingsChosen(view, allFindings))
    findings.take(finding, (state) => namesOf(row, state));
  const members = last.standings.filter((each) => each.nowIn);
  const memberOf = (standing: Standing) => asMember(standing, last.policy, names);
  return {
    township: setting(db, 'township') ?? '',
    names,
    draft: last.draft,
    digest: last.digests.closing ?? last.digests.draft ?? '',
    policy: `${last.policy.name} ${last.policy.version}`,
    rounds: lines.map((each, at) => ({
      ...figuresOf(each, shown[at]?.cutoff, findings.totals[at]),
      ...(shown[at]?.closedAt !== null && rectifiedAtClosing(view, each.round)),
    })),
    corrected: lines.reduce((sum, each) => sum + each.corrected.size, 0),
    withoutDeadline: findings.withoutDeadline,
    waiting: findings.waiting,
    lateChecks: findings.lateChecks,
    checkLimit,
    duties: dutiesByKind(duties),
    dutiesFirst: duties.slice(0, DUTIES_SHOWN).map((duty) => asDuty(duty, names)),
    entered: members.filter((each) => each.movement === 'enter').map(memberOf),
    stuck: members
      .filter((each) => each.roundsIn >= STUCK)
      .sort((left, right) => right.roundsIn - left.roundsIn)
      .map(memberOf),
    byLeader: named(findings.groups('leader', null), names, namesOf.nameOf),
    byUnit: findings.groups(
      'unit',
      countedBy(members, (each) => each.cadre.unit),
    ),
    byStation: findings.groups(
      'station',
      countedBy(members, (each) => each.cadre.station),
    ),
    bySource: findings.groups('source', null),
    byArea: findings.groups('area', null),
    ages: findings.ages,
  };
}

interface ShownRound extends FiguredRound {
  readonly number: number;
}

/** The rounds from one to another, and the cutoff before them. */
function roundsShown(
  db: ReadDb,
  from: number | null,
  to: number | null,
): { readonly shown: readonly ShownRound[]; readonly before: FiguredRound | null } {
  const open = openRound(db);
  const closed = closedRounds(db);
  const all: ShownRound[] = [
    // A round that was carried over belongs to the ledger in which it was closed: its findings are there.
    ...closed.filter((each) => each.carriedFrom === null),
    ...(open === undefined ? [] : [{ number: open.round_no, cutoff: open.cutoff, closedAt: null }]),
  ];
  if (all.length === 0) throw noRound(db);
  for (const number of [from, to]) {
    if (number !== null && !all.some((each) => each.number === number))
      throw refusal('round_unknown', { round: number });
  }
  if (from !== null && to !== null && from > to) throw refusal('rounds_reversed', { from, to });
  const shown = roundsOfSpan(all, from, to);
  const before = closed.findLast(({ number }) => number < (shown[0]?.number ?? 0)) ?? null;
  return { shown, before };
}

/** What a closed round's notice says of the findings rectified: facts recorded since then count in the next round. */
function rectifiedAtClosing(view: View, number: number): Pick<RoundFigures, 'rectified' | 'inTime'> {
  const { totals } = closedFigures(view.db, ownFrame(view, number));
  return { rectified: totals.inTime + totals.late, inTime: totals.inTime };
}

/** The rounds from one to another, both included; without a first one the last twelve. */
export function roundsOfSpan<T extends { readonly number: number }>(
  all: readonly T[],
  from: number | null,
  to: number | null,
): readonly T[] {
  const until = all.filter(({ number }) => to === null || number <= to);
  return from === null ? until.slice(-ROUNDS_SHOWN) : until.filter(({ number }) => number >= from);
}

function figuresOf(
  lines: RoundLines,
  cutoff: Day | undefined,
  findings: FindingTotals | undefined,
): RoundFigures {
  if (cutoff === undefined || findings === undefined) throw new Error(`no figures of round ${lines.round}`);
  const count = (test: (line: Standing) => boolean): number => lines.standings.filter(test).length;
  const moving = (movement: Standing['movement']) => count((line) => line.movement === movement);
  const given = (measure: Measure) => count((line) => line.measure === measure);
  return {
    round: lines.round,
    cutoff,
    inCircle: count((line) => line.nowIn),
    enter: moving('enter'),
    stay: moving('stay'),
    exit: moving('exit'),
    departed: moving('departed'),
    commended: count((line) => line.commended),
    measures: {
      self_criticism: given('self_criticism'),
      reminder_talk: given('reminder_talk'),
      admonition_talk: given('admonition_talk'),
    },
    ...findings,
  };
}

function asMember(standing: Standing, policy: Policy, names: boolean): DashboardMember {
  const { cadre, measure, roundsIn } = standing;
  return {
    cadreNo: names ? cadre.cadreNo : '',
    name: names ? cadre.name : '',
    unit: names ? cadre.unit : '',
    measure,
    roundsIn,
    unmet: tryRequirements(standing, policy)
      .filter((each) => !each.met)
      .map((each) => each.requirement),
  };
}

function asDuty({ kind, subject, cadre, by, since, due, daysLate }: DutyOwed, names: boolean): DashboardDuty {
  const whose = names && cadre !== null ? `${cadre.name} ${cadre.cadreNo}` : '';
  // Orders are owed a receipt by a station, which is no person.
  const owedBy = names || kind === 'receive' ? by : '';
  return { kind, subject, cadre: whose, by: owedBy, since, due, daysLate };
}

function countedBy(standings: readonly Standing[], nameOf: (each: Standing) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of standings) counts.set(nameOf(each), (counts.get(nameOf(each)) ?? 0) + 1);
  return counts;
}

/** Leaders are grouped by number; without names they are identified by their place in the order. */
function named<T extends { readonly name: string }>(
  groups: readonly T[],
  names: boolean,
  nameOf: (cadreNo: string) => string,
): T[] {
  return groups.map((group, at) => ({
    ...group,
    name: names ? `${nameOf(group.name)} ${group.name}`.trim() : String(at + 1),
  }));
}

/** Says where a finding is counted: the unit and, where it names none, the station are those of who leads on it. */
function groupNames(
  view: View,
  cutoff: Day | undefined,
): ((row: FindingRow, state: FindingState) => GroupNames) & { readonly nameOf: (cadreNo: string) => string } {
  const cadres = new Map<CadreNo, { name: string; unit: string; station: string }>(
    listCadres(view, cutoff).map(({ cadreNo, name, unit, station }) => [cadreNo, { name, unit, station }]),
  );
  const of = (row: FindingRow, { responsible }: FindingState): GroupNames => {
    const roles = [...responsible];
    const lead = leadOf(roles);
    const stationOf = (cadreNo: CadreNo) => cadres.get(cadreNo)?.station ?? '';
    const cadre = lead === undefined ? undefined : cadres.get(lead);
    return {
      source: row.source,
      area: row.area ?? '',
      station: findingStation(row.station, roles, stationOf).station,
      unit: row.resp_unit ?? cadre?.unit ?? '',
      leaders: roles.filter(([, role]) => role === 'leader').map(([cadreNo]) => cadreNo),
    };
  };
  const nameOf = (cadreNo: string) => cadres.get(cadreNo as CadreNo)?.name ?? '';
  return Object.assign(of, { nameOf });
}
