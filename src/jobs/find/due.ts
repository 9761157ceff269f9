// Looking ahead: what must be done before the next round, and who would be in the circle if nothing were done.
import type { CadreNo } from '../../domain/cadre.ts';
import { addDays, type Day } from '../../domain/days/day.ts';
import type { NamedResponsible, Role } from '../../domain/findings/finding.ts';
import { stateAt } from '../../domain/findings/history.ts';
import type { Standing } from '../../domain/round.ts';
import { byCodePoint } from '../../domain/texts/text.ts';
import { taskResponsibleAt } from '../../domain/work/task-history.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { findingRow, loadFinding } from '../../ledger/findings/findings.ts';
import { lastClosedRound, openRound } from '../../ledger/rounds/rounds.ts';
import { listTasks } from '../../ledger/work/tasks.ts';
import { reasonFrom } from '../../scoring/count.ts';
import type { DueItem, LookAhead, Threatened, ToDo } from '../../scoring/look-ahead.ts';
import { planRound, type RoundPlan } from '../../scoring/plan-round.ts';
import type { FindingReason, Late, TaskReason } from '../../scoring/reasons.ts';
import { behindSince } from '../../scoring/tasks.ts';
import { type DueOfCadre, wayOut } from '../../scoring/way-out.ts';
import { refuseUnknownNames } from '../lookups/known-names.ts';
import { Stations } from '../lookups/stations.ts';
import { currentFrame, roundInput } from '../round/round-frame.ts';
import { theCadre } from '../the-cadre.ts';

/** A look ahead with the plan that it was read from. */
export interface PlannedAhead extends LookAhead {
  readonly plan: RoundPlan;
}

export interface AheadRequest {
  readonly until: Day | null;
  readonly station: string | null;
  readonly cadreNo: string | null;
  /** The default where no round was ever opened. */
  readonly today: Day;
}

const DAYS_BETWEEN_ROUNDS = 7;

/** The cutoff that is looked ahead to: the open round's, else a week after the last closed one. */
export function nextCutoff(db: ReadDb, today: Day): Day {
  const open = openRound(db);
  if (open !== undefined) return open.cutoff;
  return addDays(lastClosedRound(db)?.cutoff ?? today, DAYS_BETWEEN_ROUNDS);
}

/**
 * Looks ahead (issue 5): the round at `until` is planned on today's facts, so that what is listed is exactly what that
 * tally would have due if nothing happened. Soonest first.
 * @throws Failure `refused`: unknown cadre or station, `until` not after the last closed cutoff
 */
export function lookAhead(db: ReadDb, request: AheadRequest): PlannedAhead {
  refuseUnknownNames(db, { station: request.station });
  const view = new View(db);
  const cadreNo = request.cadreNo === null ? null : theCadre(view, request.cadreNo).cadreNo;
  const until = request.until ?? nextCutoff(db, request.today);
  const frame = currentFrame(view, until);
  const findings: FindingReason[] = [];
  const tasks: TaskReason[] = [];
  const plan = planRound(roundInput(view, frame), {
    reasonsOf: () => false,
    onReason: (seen) => {
      if (seen.about === 'finding') findings.push(reasonFrom(seen.finding, seen.cadreNo, seen.judgement));
      if (seen.about === 'task') tasks.push(seen.reason);
    },
  });
  const lines = new Map(plan.lines.map(({ standing }) => [standing.cadre.cadreNo, standing]));
  const items = [...findingItems(view, findings, until, lines), ...taskItems(view, tasks, until, lines)];
  const wanted = (each: NamedResponsible): boolean => cadreNo === null || each.cadreNo === cadreNo;
  return {
    round: plan.number,
    until,
    plan,
    items: items
      .filter((item) => [...item.counted, ...item.pending].some(wanted))
      .filter((item) => request.station === null || item.station.split(';').includes(request.station))
      .sort(soonestFirst),
    threatened: threatenedOf(plan, findings, tasks).filter(
      ({ standing: { cadre } }) =>
        (cadreNo ?? cadre.cadreNo) === cadre.cadreNo && (request.station ?? cadre.station) === cadre.station,
    ),
  };
}

function soonestFirst(left: DueItem, right: DueItem): number {
  const [a, b] = [left.deadline ?? '9999', right.deadline ?? '9999'];
  return a === b ? byCodePoint(left.number, right.number) : a < b ? -1 : 1;
}

type Lines = ReadonlyMap<CadreNo, Standing>;

function answering(
  lines: Lines,
  { cadreNo, role }: { readonly cadreNo: CadreNo; readonly role: Role | null },
): NamedResponsible {
  return { cadreNo, name: lines.get(cadreNo)?.cadre.name ?? '', role: role ?? '' };
}

function findingItems(view: View, reasons: readonly FindingReason[], until: Day, lines: Lines): DueItem[] {
  const stations = new Stations(view, until);
  return [...Map.groupBy(reasons, (reason) => reason.findingId)].map(([id, group]) => {
    const row = findingRow(view, id);
    const responsible = row.station ? [] : stateAt(loadFinding(view, id).finding, until).responsible;
    const [first] = group;
    const of = (outcome: string): NamedResponsible[] =>
      group.filter((reason) => reason.outcome === outcome).map((reason) => answering(lines, reason));
    return {
      kind: 'finding',
      number: row.finding_no,
      description: row.description,
      ...stations.of(row.station, responsible),
      deadline: first?.deadline ?? null,
      status: `status.${first?.status ?? 'registered'}`,
      todo: toDo(group),
      late: earliestOfEach(group.flatMap((reason) => reason.late)),
      behindBy: 0,
      quantityUnit: '',
      counted: of('counted'),
      pending: of('pending'),
    } satisfies DueItem;
  });
}

/** What is to be done about a finding: ruled on, checked (whoever is late with the report), else rectified. */
function toDo(group: readonly FindingReason[]): ToDo {
  if (group.some((reason) => reason.status === 'objected')) return 'rule';
  return group.some((reason) => reason.status === 'reported') ? 'check' : 'rectify';
}

/** What the office is late with for one cadre or another, checks first. */
function earliestOfEach(late: readonly Late[]): Late[] {
  return (['check', 'ruling'] as const).flatMap((what) => {
    const days = late.filter((each) => each.with === what).map((each) => each.since);
    const [since] = days.sort();
    return since === undefined ? [] : [{ with: what, since }];
  });
}

function taskItems(view: View, reasons: readonly TaskReason[], until: Day, lines: Lines): DueItem[] {
  const grouped = Map.groupBy(reasons, (reason) => reason.taskNo);
  if (grouped.size === 0) return [];
  return listTasks(view).flatMap((task) => {
    const group = grouped.get(task.taskNo);
    const [first] = group ?? [];
    if (group === undefined || first === undefined) return [];
    // A task has no station of its own: it lies where those responsible for it are.
    const stations = [...taskResponsibleAt(task, until).keys()].map(
      (cadreNo) => lines.get(cadreNo)?.cadre.station ?? '',
    );
    return [
      {
        kind: 'task',
        number: task.taskNo,
        description: task.name,
        derived: false,
        station: [...new Set(stations)].filter((each) => each !== '').join(';'),
        deadline: behindSince(task, until),
        status: `task_state.${first.why === 'amount' ? 'behind' : 'not_accepted'}`,
        todo: first.why === 'amount' ? 'catch_up' : 'accept',
        late: [],
        behindBy: Math.max(0, first.planned - first.done),
        quantityUnit: task.row.quantity_unit ?? '',
        counted: group.map((reason) => answering(lines, reason)),
        pending: [],
      } satisfies DueItem,
    ];
  });
}

function threatenedOf(
  plan: RoundPlan,
  findings: readonly FindingReason[],
  tasks: readonly TaskReason[],
): Threatened[] {
  const findingsOf = Map.groupBy(findings, (reason) => reason.cadreNo);
  const tasksOf = Map.groupBy(tasks, (reason) => reason.cadreNo);
  return plan.lines
    .filter(({ standing }) => standing.nowIn)
    .map(({ standing }) => {
      const { cadreNo } = standing.cadre;
      const due: DueOfCadre = { findings: findingsOf.get(cadreNo) ?? [], tasks: tasksOf.get(cadreNo) ?? [] };
      return { standing, way: wayOut(standing, due, plan.policy) };
    });
}
