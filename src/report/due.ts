// Looking ahead, as lists: what must be done before the next round, and who would be in the circle if nothing were done.
import { formatHundredths, formatPoints } from '../domain/amount.ts';
import { type Day, daysBetween } from '../domain/day.ts';
import { type Entry, listOf } from './lists.ts';
import type { Column, Report, Text } from './report.ts';

interface Answering {
  readonly cadreNo: string;
  readonly name: string;
  readonly role: string;
}

/** What the lists need of a look ahead. */
export interface AheadShown {
  readonly round: number;
  readonly until: string;
  readonly items: readonly {
    readonly kind: string;
    readonly number: string;
    readonly description: string;
    readonly station: string;
    readonly deadline: string | null;
    readonly status: string;
    readonly todo: string;
    readonly behindBy: number;
    readonly quantityUnit: string;
    readonly counted: readonly Answering[];
    readonly pending: readonly Answering[];
  }[];
  readonly threatened: readonly {
    readonly standing: {
      readonly cadre: {
        readonly cadreNo: string;
        readonly name: string;
        readonly unit: string;
        readonly station: string;
      };
      readonly counted: number;
      readonly pending: number;
      readonly behindTasks: number;
      readonly points: number;
      readonly proposedMeasure: string;
      readonly movement: string;
    };
    readonly way: {
      readonly possible: boolean;
      readonly findings: readonly string[];
      readonly tasks: readonly string[];
    };
  }[];
}

const columns: readonly Column[] = [
  { key: 'part', type: 'term' },
  { key: 'item', type: 'text' },
  { key: 'description', type: 'text' },
  { key: 'name', type: 'text' },
  { key: 'station', type: 'text' },
  { key: 'deadline', type: 'day' },
  { key: 'days_left', type: 'number' },
  { key: 'todo', type: 'term' },
  { key: 'responsible', type: 'text' },
  { key: 'pending_for', type: 'text' },
  { key: 'behind_by', type: 'decimal' },
  { key: 'quantity_unit', type: 'text' },
  { key: 'movement', type: 'term' },
  { key: 'measure', type: 'term' },
  { key: 'counted', type: 'number' },
  { key: 'pending', type: 'number' },
  { key: 'behind_tasks', type: 'number' },
  { key: 'points', type: 'decimal' },
  { key: 'keep_out', type: 'text' },
];

const forPeople = (keys: readonly string[]): Column[] =>
  columns.filter((column) => keys.includes(column.key));

function itemEntry(item: AheadShown['items'][number], today: string, people: boolean): Entry {
  const text = (all: readonly Answering[]): string =>
    all.map((each) => (people ? each.name : `${each.cadreNo}:${each.role}`)).join(people ? '、' : ';');
  const behind = item.behindBy === 0 ? '' : ` (−${formatHundredths(item.behindBy)} ${item.quantityUnit})`;
  return {
    ...{
      part: item.kind,
      item: item.number,
      station: item.station,
      deadline: item.deadline,
      todo: item.todo,
    },
    description: people ? item.description + behind.replace(/ \)$/, ')') : item.description,
    days_left: item.deadline === null ? null : daysBetween(today as Day, item.deadline as Day),
    responsible: people ? text([...item.counted, ...item.pending]) : text(item.counted),
    pending_for: text(item.pending),
    behind_by: item.kind === 'task' ? formatHundredths(item.behindBy) : null,
    quantity_unit: item.quantityUnit,
  };
}

function circleEntry(
  { standing, way }: AheadShown['threatened'][number],
  word: ((key: string) => string) | null,
): Entry {
  const numbers = [...way.findings, ...way.tasks];
  const nothing = word === null ? '' : word('said.no_way_out');
  return {
    ...{ part: 'circle', item: standing.cadre.cadreNo, name: standing.cadre.name },
    ...{ station: standing.cadre.station, movement: standing.movement, measure: standing.proposedMeasure },
    ...{ counted: standing.counted, pending: standing.pending, behind_tasks: standing.behindTasks },
    points: formatPoints(standing.points),
    keep_out: way.possible ? numbers.join(word === null ? ';' : ' ') : nothing,
  };
}

/** `due` for machines: one list, findings and tasks soonest first, then who would be in the circle. */
export function dueReport(ahead: AheadShown, today: string): Report {
  const entries = [
    ...ahead.items.map((item) => itemEntry(item, today, false)),
    ...ahead.threatened.map((each) => circleEntry(each, null)),
  ];
  return listOf('due', columns, entries, { title: titleOf(ahead) });
}

function titleOf(ahead: AheadShown): Text {
  return { key: 'title.due', values: { round: ahead.round, until: ahead.until, count: ahead.items.length } };
}

/** `due` for people: what must be done, then who would be in the circle and what would keep each out. */
export function dueTables(
  ahead: AheadShown,
  today: string,
  word: (key: string) => string,
): readonly Report[] {
  const values = { round: ahead.round, until: ahead.until, count: ahead.threatened.length };
  return [
    listOf(
      'due',
      forPeople(['item', 'description', 'deadline', 'days_left', 'todo', 'responsible']),
      ahead.items.map((item) => itemEntry(item, today, true)),
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
