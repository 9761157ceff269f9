// What is due by person or by unit: a row for each, with everything of theirs, as a script needs it that writes to them.
import { type Day, daysBetween } from '../../domain/days/day.ts';
import type { LookAhead } from '../../scoring/look-ahead.ts';
import type { Column, Report } from '../report.ts';
import { type Entry, listOf } from './lists.ts';

export const dueGroupings = ['cadre', 'unit'] as const;
export type DueGrouping = (typeof dueGroupings)[number];

/** A cadre with what is theirs. */
interface Mine {
  readonly cadreNo: string;
  readonly name: string;
  readonly unit: string;
  readonly station: string;
  readonly items: readonly Entry[];
}

const groupColumns = (by: DueGrouping): readonly Column[] => [
  ...(by === 'cadre'
    ? [{ key: 'cadre_no', type: 'text' } as const, { key: 'name', type: 'text' } as const]
    : []),
  { key: 'unit', type: 'text' },
  ...(by === 'cadre' ? [{ key: 'station', type: 'text', machineOnly: true } as const] : []),
  { key: 'items', type: 'number' },
  { key: 'items_late', type: 'number' },
  { key: 'deadline', type: 'day' },
  { key: 'numbers', type: 'text' },
  { key: 'due_items', type: 'text', nested: true, machineOnly: true },
];

/** What is due, a row for each cadre or unit that has something to do, by number or name. */
export function dueGroups(ahead: LookAhead, today: string, by: DueGrouping, cadres: Cadres): Report {
  const people = peopleOf(ahead, today, cadres);
  const groups =
    by === 'cadre'
      ? people.map((each) => ({ about: aboutOf(each), items: each.items }))
      : [...Map.groupBy(people, ({ unit }) => unit)].map(([unit, all]) => ({
          about: { unit },
          items: all.flatMap((each) => each.items.map((item): Entry => ({ ...item, ...aboutOf(each) }))),
        }));
  const entries = groups.map(({ about, items }): Entry => {
    const numbers = [...new Set(items.map((item) => String(item.item)))];
    const late = items.filter((item) => typeof item.days_left === 'number' && item.days_left < 0);
    return {
      ...about,
      items: numbers.length,
      items_late: new Set(late.map((item) => item.item)).size,
      deadline:
        items
          .map((item) => String(item.deadline))
          .filter(Boolean)
          .sort()[0] ?? null,
      numbers: numbers.join(' '),
      due_items: JSON.stringify(items),
    };
  });
  return listOf('due groups', groupColumns(by), entries, {
    title: {
      key: 'title.due',
      values: { round: ahead.round, until: ahead.until, count: ahead.items.length },
    },
    whenEmpty: { key: 'empty.due' },
  });
}

/** Unit and station of cadres, by number. */
export type Cadres = ReadonlyMap<string, { readonly unit: string; readonly station: string }>;

const aboutOf = ({ cadreNo, name, unit, station }: Mine) => ({ cadre_no: cadreNo, name, unit, station });

function peopleOf({ items }: LookAhead, today: string, cadres: Cadres): Mine[] {
  const people = new Map<string, Omit<Mine, 'items'> & { readonly items: Entry[] }>();
  for (const item of items) {
    for (const { cadreNo, name, role } of [...item.counted, ...item.pending]) {
      const { unit = '', station = '' } = cadres.get(cadreNo) ?? {};
      const mine = people.get(cadreNo) ?? { cadreNo, name, unit, station, items: [] };
      people.set(cadreNo, mine);
      mine.items.push({
        part: item.kind,
        item: item.number,
        description: item.description,
        role,
        deadline: item.deadline ?? '',
        days_left: item.deadline === null ? '' : daysBetween(today as Day, item.deadline as Day),
        todo: item.todo,
        pending: item.pending.some((each) => each.cadreNo === cadreNo),
      });
    }
  }
  return [...people.values()].sort((left, right) => (left.cadreNo < right.cadreNo ? -1 : 1));
}
