// Looking ahead, as lists: what must be done before the next round, and who would be in the circle if nothing were done.
import { formatHundredths, formatPoints } from '../../domain/amount.ts';
import { type Day, daysBetween } from '../../domain/days/day.ts';
import type { LookAhead } from '../../scoring/look-ahead.ts';
import type { Column, Report, Text } from '../report.ts';
import { answeringCodes, answeringText, type NameStyle } from './answering.ts';
import { type Entry, listOf } from './lists.ts';

const columns: readonly Column[] = [
  { key: 'part', type: 'term' },
  { key: 'item', type: 'text' },
  { key: 'description', type: 'text' },
  { key: 'name', type: 'text' },
  { key: 'station', type: 'text', machineOnly: true },
  { key: 'deadline', type: 'day' },
  { key: 'days_left', type: 'number' },
  { key: 'todo', type: 'term' },
  { key: 'responsible', type: 'text', codes: answeringCodes },
  { key: 'pending_for', type: 'text', codes: answeringCodes, machineOnly: true },
  { key: 'behind_by', type: 'decimal', machineOnly: true },
  { key: 'quantity_unit', type: 'text', machineOnly: true },
  { key: 'movement', type: 'term' },
  { key: 'measure', type: 'term' },
  { key: 'counted', type: 'number', machineOnly: true },
  { key: 'pending', type: 'number', machineOnly: true },
  { key: 'behind_tasks', type: 'number', machineOnly: true },
  { key: 'points', type: 'decimal', machineOnly: true },
  { key: 'keep_out', type: 'text' },
  { key: 'office_late', type: 'text', codes: [['late'], []] },
  { key: 'late_pending', type: 'number', machineOnly: true },
];

const forPeople = (keys: readonly string[]): Column[] =>
  columns.filter(({ key }) => keys.includes(key)).map((column) => ({ ...column, machineOnly: false }));

function itemEntry(
  item: LookAhead['items'][number],
  today: string,
  nameStyle: NameStyle,
  word: (key: string) => string,
): Entry {
  const behind = item.behindBy === 0 ? '' : ` (−${formatHundredths(item.behindBy)} ${item.quantityUnit})`;
  const who = nameStyle === 'machines' ? item.counted : [...item.counted, ...item.pending];
  return {
    part: item.kind,
    item: item.number,
    station: item.station,
    deadline: item.deadline,
    todo: item.todo,
    description: nameStyle === 'machines' ? item.description : item.description + behind.replace(/ \)$/, ')'),
    days_left: item.deadline === null ? null : daysBetween(today as Day, item.deadline as Day),
    responsible: answeringText(who, nameStyle, word),
    pending_for: answeringText(item.pending, nameStyle, word),
    behind_by: item.kind === 'task' ? formatHundredths(item.behindBy) : null,
    quantity_unit: item.quantityUnit,
    office_late: item.late
      .map((each) => lateText(each, nameStyle, word))
      .join(nameStyle === 'machines' ? ';' : ' '),
  };
}

function lateText(
  late: LookAhead['items'][number]['late'][number],
  nameStyle: NameStyle,
  word: (key: string) => string,
): string {
  return nameStyle === 'machines'
    ? `${late.with}:${late.since}`
    : `${word(`late.${late.with}`)} ${late.since}`;
}

function circleEntry(
  { standing, way }: LookAhead['threatened'][number],
  word: ((key: string) => string) | null,
): Entry {
  const numbers = [...way.findings, ...way.tasks];
  const nothing = word === null ? '' : word('said.no_way_out');
  return {
    part: 'circle',
    item: standing.cadre.cadreNo,
    name: standing.cadre.name,
    station: standing.cadre.station,
    movement: standing.movement,
    measure: standing.proposedMeasure,
    counted: standing.counted,
    pending: standing.pending,
    behind_tasks: standing.behindTasks,
    late_pending: standing.latePending,
    points: formatPoints(standing.points),
    keep_out: way.possible ? numbers.join(word === null ? ';' : ' ') : nothing,
  };
}

/**
 * `due` as one list, for machines and workbooks: findings and tasks soonest first, then who would be in the circle.
 * @param word words roles and marks
 */
export function dueReport(
  ahead: LookAhead,
  today: string,
  nameStyle: NameStyle,
  word: (key: string) => string,
): Report {
  const entries = [
    ...ahead.items.map((item) => itemEntry(item, today, nameStyle, word)),
    ...ahead.threatened.map((each) => circleEntry(each, nameStyle === 'machines' ? null : word)),
  ];
  return listOf('due', columns, entries, { title: titleOf(ahead) });
}

function titleOf(ahead: LookAhead): Text {
  return { key: 'title.due', values: { round: ahead.round, until: ahead.until, count: ahead.items.length } };
}

/** `due` for people: what must be done, then who would be in the circle and what would keep each out. */
export function dueTables(ahead: LookAhead, today: string, word: (key: string) => string): readonly Report[] {
  const values = { round: ahead.round, until: ahead.until, count: ahead.threatened.length };
  const late = ahead.items.some((item) => item.late.length > 0) ? ['office_late'] : [];
  return [
    listOf(
      'due',
      forPeople(['item', 'description', 'deadline', 'days_left', 'todo', 'responsible', ...late]),
      ahead.items.map((item) => itemEntry(item, today, 'names', word)),
      { title: titleOf(ahead), whenEmpty: { key: 'empty.due' } },
    ),
    listOf(
      'due circle',
      forPeople(['item', 'name', 'movement', 'measure', 'counted', 'behind_tasks', 'keep_out']),
      ahead.threatened.map((each) => circleEntry(each, word)),
      {
        title: { key: 'title.due_circle', values },
        notes: ahead.threatened.length === 0 ? [] : [{ key: 'note.keep_out' }],
        whenEmpty: { key: 'empty.due_circle' },
      },
    ),
  ];
}
