// What a card tells, as columns for machines: the things themselves beside the rows of their lists.
import { formatHundredths } from '../../domain/amount.ts';
import type { CadreCard } from '../../domain/cadre-card.ts';
import type { FindingCard } from '../../domain/findings/finding-card.ts';
import type { TaskByDay } from '../../domain/work/task-on-day.ts';
import type { Cell, Column, Report } from '../report.ts';
import { answeringCodes } from './answering.ts';
import type { Entry } from './lists.ts';
import type { Card } from './shown.ts';

/**
 * The list of a card with what the card tells in every row, so that nothing of it is missing in machine formats; a card
 * without a list is one row.
 */
export function wholeList({ list, own }: Pick<Card, 'list' | 'own'>): Report {
  const listed = new Set(list.columns.map(({ key }) => key));
  const added = own.filter(([{ key }]) => !listed.has(key));
  const values = new Map(own.map(([{ key }, cell]) => [key, cell]));
  const columns = [...list.columns, ...added.map(([each]) => ({ ...each, machineOnly: true }))];
  const more = added.map(([, cell]) => cell);
  const rows = [...list.rows].map((row) => [...row, ...more]);
  const alone = [...list.columns.map(({ key }) => values.get(key) ?? null), ...more];
  return { ...list, columns, rows: rows.length === 0 ? [alone] : rows };
}

const text = (key: string, cell: Cell | undefined): readonly [Column, Cell] => [
  { key, type: 'text' },
  cell ?? null,
];
const day = (key: string, cell: Cell | undefined): readonly [Column, Cell] => [
  { key, type: 'day' },
  cell ?? null,
];
const term = (key: string, terms: string, cell: Cell | undefined): readonly [Column, Cell] => [
  { key, type: 'term', terms },
  cell ?? null,
];

/** A finding's own columns, for machines. */
export function ownOfFinding({ row, now, recurs, unitWords }: FindingCard): Card['own'] {
  const texts = (keys: readonly string[]) => keys.map((key) => text(key, row[key]));
  return [
    text('finding_no', row.finding_no),
    term('status', 'status', now.status),
    ...texts(['source', 'clause', 'area', 'village']),
    text('station', now.station),
    [{ key: 'station_of_lead', type: 'boolean' }, now.derived],
    text('description', row.description),
    [{ key: 'severity', type: 'number' }, row.severity ?? null],
    day('found_on', row.found_on),
    day('due_on', row.due_on),
    text('due_reckoned', row.due_reckoned),
    day('deadline', now.deadline),
    [
      { key: 'responsible', type: 'text', codes: answeringCodes },
      now.responsible.map((each) => `${each.cadreNo}:${each.role}`).join(';'),
    ],
    text('recurs', recurs),
    text('unit_words', unitWords),
    ...texts(['reason', 'action', 'standard', 'resp_unit', 'remark']),
  ];
}

/** A cadre's own columns, for machines: unit, station and rank of today stand beside those of each round. */
export function ownOfCadre({ cadre, findings, standings }: CadreCard, entry: Entry): Card['own'] {
  const outstanding = findings.map((each) => ({
    finding_no: each.findingNo,
    deadline: each.deadline ?? '',
    status: each.status,
    area: each.area,
    description: each.description,
  }));
  return [
    text('cadre_no', entry.cadre_no),
    text('name', entry.name),
    term('rank_now', 'rank', entry.rank),
    ...['unit', 'station'].map((key) => text(`${key}_now`, entry[key])),
    ...['post', 'managed_by', 'identity'].map((key) => text(key, entry[key])),
    ...['joined_on', 'left_on'].map((key) => day(key, entry[key])),
    [{ key: 'on_roster', type: 'boolean' }, entry.on_roster ?? null],
    text('roster_events', cadre.rosterEvents.map((event) => `${event.kind}:${event.on}`).join(';')),
    [{ key: 'outstanding', type: 'text', nested: true }, JSON.stringify(outstanding)],
    text(
      'corrected_rounds',
      standings
        .filter((each) => each.corrected)
        .map((each) => each.round)
        .join(';'),
    ),
  ];
}

/** A task's own columns, for machines: what is planned and done on the day asked for stands beside that of each day. */
export function ownOfTask(task: TaskByDay, behindBy: number): Card['own'] {
  const decimal = (key: string, cell: number) => [{ key, type: 'decimal' }, formatHundredths(cell)] as const;
  return [
    text('task_no', task.taskNo),
    text('name', task.name),
    text('area', task.area),
    [{ key: 'task_state', type: 'term' }, task.state],
    day('behind_since', task.since),
    decimal('behind_by', behindBy),
    decimal('target', task.target),
    text('quantity_unit', task.quantityUnit),
    decimal('planned_on', task.planned),
    decimal('done_on', task.done),
    day('start_on', task.startOn),
    day('deadline', task.deadline),
    day('first_due_on', task.firstDue),
    [
      { key: 'responsible', type: 'text', codes: answeringCodes },
      task.responsible.map((each) => `${each.cadreNo}:${each.role}`).join(';'),
    ],
    day('cancelled_on', task.cancelled?.on ?? null),
    text('cancelled_by', task.cancelled?.by ?? ''),
    text('cancelled_reason', task.cancelled?.reason ?? ''),
    text('cancelled_id', task.cancelled?.id ?? ''),
  ];
}
