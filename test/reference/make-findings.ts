// Generated findings and the events on them, each kept only when the whole history stays valid.

import { addDays } from './exact.ts';
import type { Recorded } from './facts.ts';
import { deadlineInForce, emptyHistory, orderedEvents, outstanding, responsibleAt } from './finding.ts';
import {
  dayFor,
  emit,
  emitBatch,
  type FindingDraft,
  type Maker,
  next,
  note,
  outsider,
  STATIONS,
  someCadres,
} from './maker.ts';
import { SOURCES } from './random-policy.ts';
import { rosterAt } from './roster.ts';
import {
  checkFrom,
  extensionFrom,
  findingFrom,
  objectionFrom,
  type Row,
  reassignmentFrom,
  reportFrom,
  rulingFrom,
} from './rows.ts';
import { everResponsible, findingProblem } from './validity.ts';

const CHECKERS = ['督查甲', '督查乙', '督查丙'] as const;
const GRANTERS = ['批准甲', '批准乙'] as const;
const RULERS = ['裁定甲', '裁定乙'] as const;

/** Adds a fact to a draft when the history stays valid with it. */
function attempt<T>(draft: FindingDraft, list: T[], fact: T): boolean {
  list.push(fact);
  if (findingProblem(draft) === undefined) return true;
  list.pop();
  return false;
}

/** A share of the open findings, each perhaps twice in a week. */
function* chosen(maker: Maker, percent: number): Generator<FindingDraft> {
  for (const draft of maker.open) {
    if (maker.random.chance(percent)) yield draft;
    if (maker.random.chance(Math.floor(percent / 8))) yield draft;
  }
}

/** A file of new findings. */
export function makeFindings(maker: Maker, count: number): void {
  const { random, options } = maker;
  const rows: Row[] = [];
  for (let i = 0; i < count; i += 1) {
    const found_on = dayFor(maker);
    const lead = someCadres(maker, random.chance(15) ? 2 : 1, []);
    const assist = someCadres(maker, random.pick([0, 0, 1, 1, 2]), lead);
    const leader = someCadres(maker, random.pick([0, 1]), [...lead, ...assist]);
    const older =
      maker.found.length > 0 && options.recurs && random.chance(15) ? random.pick(maker.found) : undefined;
    const row = {
      finding_no: `F${String(maker.found.length + 1).padStart(5, '0')}`,
      source: random.pick(SOURCES),
      area: random.pick(['产业覆盖', '村内项目推进']),
      station: random.pick(STATIONS),
      description: `问题${next(maker)}`,
      severity: random.pick(['1', '1', '2', '3', '']),
      found_on,
      due_on: dueCell(maker, found_on),
      cadre_no: lead.join(';'),
      assist_no: assist.join(';'),
      leader_no: leader.join(';'),
      recurs: older !== undefined && older.found_on <= found_on ? older.finding_no : '',
    };
    rows.push(row);
    const finding = findingFrom(row, next(maker));
    maker.found.push({ finding_no: row.finding_no, found_on });
    const empty = { station: row.station, objectionRows: new Map(), settledWeek: undefined };
    maker.open.push({ ...emptyHistory(finding), ...empty });
  }
  emitBatch(maker, 'findings', rows);
}

function dueCell(maker: Maker, found_on: string): string {
  const { random, options } = maker;
  if (random.chance(25)) return '';
  const days = random.between(0, 16);
  return options.due_offsets && random.chance(20) ? `+${days}d` : addDays(found_on, days);
}

/** How to take facts out of the drafts again when their batch is undone. */
function remover(maker: Maker, added: readonly { draft: FindingDraft; list: Recorded[]; fact: Recorded }[]) {
  return (): void => {
    for (const { draft, list, fact } of added) {
      list.splice(list.indexOf(fact), 1);
      draft.settledWeek = undefined;
      if (!maker.open.includes(draft)) maker.open.push(draft);
    }
  };
}

/** A file of reports, of any progress. */
export function makeReports(maker: Maker): void {
  const { random } = maker;
  const rows: Row[] = [];
  const added: { draft: FindingDraft; list: Recorded[]; fact: Recorded }[] = [];
  for (const draft of chosen(maker, 38)) {
    const row = {
      finding_no: draft.finding.finding_no,
      reported_on: dayFor(maker, draft.finding.found_on),
      reported_by: '填报人',
      progress: random.pick(['done', 'done', 'done', '', 'partly', 'not_done']),
      note: note(maker, '报'),
    };
    const fact = reportFrom(row, next(maker));
    if (!attempt(draft, draft.reports, fact)) continue;
    rows.push(row);
    added.push({ draft, list: draft.reports, fact });
  }
  emitBatch(maker, 'reports', rows, remover(maker, added));
}

/** A file of checks by people who are and were not responsible (section 3, "Four eyes"). */
export function makeChecks(maker: Maker): void {
  const { random } = maker;
  const rows: Row[] = [];
  const added: { draft: FindingDraft; list: Recorded[]; fact: Recorded }[] = [];
  for (const draft of chosen(maker, 32)) {
    const row = {
      finding_no: draft.finding.finding_no,
      result: random.pick([
        'rectified',
        'rectified',
        'rectified',
        'partial',
        'not_rectified',
        'not_rectified',
      ]),
      checked_on: dayFor(maker, draft.finding.found_on),
      checked_by: outsider(maker, CHECKERS, everResponsible(draft)),
      method: random.pick(['现场', '入户', '']),
      note: note(maker, '查'),
    };
    const fact = checkFrom(row, next(maker));
    if (!attempt(draft, draft.checks, fact)) continue;
    rows.push(row);
    added.push({ draft, list: draft.checks, fact });
  }
  emitBatch(maker, 'checks', rows, remover(maker, added));
}

/** A file of extensions granted in time (section 3, "Deadline in force at D"). */
export function makeExtensions(maker: Maker): void {
  const { random } = maker;
  const rows: Row[] = [];
  for (const draft of chosen(maker, 12)) {
    const granted_on = dayFor(maker, draft.finding.found_on);
    const deadline = deadlineInForce(draft, granted_on);
    if (deadline === undefined) continue;
    const row = {
      finding_no: draft.finding.finding_no,
      new_due_on: addDays(deadline, random.between(1, 12)),
      granted_on,
      granted_by: outsider(maker, GRANTERS, everResponsible(draft)),
      reason: note(maker, '延'),
    };
    if (attempt(draft, draft.extensions, extensionFrom(row, next(maker)))) rows.push(row);
  }
  emitBatch(maker, 'extensions', rows);
}

/** A file with new objections, some ruled already, and the rulings of earlier ones. */
export function makeObjections(maker: Maker): void {
  const { random } = maker;
  const rows: Row[] = [];
  const fresh: { draft: FindingDraft; key: string; row: Row }[] = [];
  for (const draft of maker.open) {
    for (const [key, raised] of draft.objectionRows) {
      if (!random.chance(45)) continue;
      const row = ruled(maker, draft, raised, random.pick(['upheld', 'released', 'dismissed', 'dismissed']));
      if (!attemptRuling(maker, draft, row)) continue;
      rows.push(row);
      draft.objectionRows.delete(key);
    }
  }
  for (const draft of chosen(maker, 12)) {
    const raised_on = dayFor(maker, draft.finding.found_on);
    const responsible = [...responsibleAt(draft, raised_on).keys()];
    if (responsible.length === 0) continue;
    const raised: Row = {
      finding_no: draft.finding.finding_no,
      cadre_no: random.pick(responsible),
      raised_on,
      ground: random.pick(['facts', 'not_mine', 'deadline', 'other', '']),
      reason: note(maker, '异'),
      ruled_on: '',
      ruling: '',
      ruled_by: '',
    };
    const objection = objectionFrom(raised, next(maker));
    const key = `${objection.cadre_no} ${objection.ground} ${raised_on}`;
    const known = draft.objections.some(
      (each) => `${each.cadre_no} ${each.ground} ${each.raised_on}` === key,
    );
    if (known || !attempt(draft, draft.objections, objection)) continue;
    const filled = ruled(maker, draft, raised, random.pick(['released', 'dismissed', 'upheld']));
    const atOnce = random.chance(25) && attemptRuling(maker, draft, filled);
    if (!atOnce) fresh.push({ draft, key, row: raised });
    rows.push(atOnce ? filled : raised);
  }
  for (const { draft, key, row } of fresh) draft.objectionRows.set(key, row);
  emitBatch(maker, 'objections', rows);
}

function ruled(maker: Maker, draft: FindingDraft, raised: Row, ruling: string): Row {
  const ruled_on = dayFor(maker, raised.raised_on ?? '');
  return { ...raised, ruled_on, ruling, ruled_by: outsider(maker, RULERS, everResponsible(draft)) };
}

function attemptRuling(maker: Maker, draft: FindingDraft, row: Row): boolean {
  const ruling = rulingFrom(row, next(maker));
  return ruling !== undefined && attempt(draft, draft.rulings, ruling);
}

/** A file of findings handed over, with and without a new deadline. */
export function makeReassignments(maker: Maker): void {
  const { random } = maker;
  const rows: Row[] = [];
  for (const draft of chosen(maker, 8)) {
    const on = dayFor(maker, draft.finding.found_on);
    const responsible = [...responsibleAt(draft, on).keys()];
    const [to_no] = someCadres(maker, 1, responsible);
    if (responsible.length === 0 || to_no === undefined) continue;
    const row = {
      finding_no: draft.finding.finding_no,
      task_no: '',
      from_no: random.pick(responsible),
      to_no,
      on,
      by: '调度人',
      new_due_on: random.chance(40) ? addDays(on, random.between(0, 20)) : '',
      reason: note(maker, '移'),
    };
    if (attempt(draft, draft.reassignments, reassignmentFrom(row, next(maker)))) rows.push(row);
  }
  emitBatch(maker, 'reassignments', rows);
}

/** One order of findings of one station, all outstanding and all their responsible on the roster. */
export function makeDispatch(maker: Maker): void {
  const { random } = maker;
  const station = random.pick(STATIONS);
  const on = dayFor(maker);
  const due = addDays(on, random.between(1, 14));
  const roster = rosterAt(maker.replay.facts, on, Number.MAX_SAFE_INTEGER);
  const finding_nos: string[] = [];
  const recorded = next(maker);
  const order = { recorded, order_no: `〔2018〕${recorded}号`, finding_nos, on, due };
  for (const draft of maker.open) {
    if (draft.station !== station || draft.finding.found_on > on || !outstanding(draft, on)) continue;
    if (!random.chance(draft.orders.length > 0 ? 8 : 40)) continue;
    const responsible = [...responsibleAt(draft, on).keys()];
    if (responsible.length === 0 || responsible.some((no) => !roster.has(no))) continue;
    if (attempt(draft, draft.orders, order)) finding_nos.push(draft.finding.finding_no);
  }
  if (finding_nos.length === 0) return;
  emit(maker, { kind: 'dispatch', order_no: order.order_no, station, finding_nos, on, due });
}

/** Lets go of findings that were settled more than a week ago; until then they may get late events. */
export function sweep(maker: Maker): void {
  const kept = maker.open.filter((draft) => {
    const last = orderedEvents(draft).at(-1);
    const settled =
      (last?.kind === 'check' && last.fact.result === 'rectified') ||
      (last?.kind === 'ruling' && last.fact.ruling === 'upheld');
    if (!settled) return true;
    draft.settledWeek ??= maker.week;
    return maker.week <= draft.settledWeek + 1;
  });
  maker.open.splice(0, maker.open.length, ...kept);
}
