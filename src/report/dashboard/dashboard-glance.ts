// The small tables of the page's first sheet: the heaviest of each list, so that all of it fits one printed page.
import type { DashboardFacts, DashboardGroup, DashboardMember } from '../../domain/dashboard.ts';
import { measures } from '../../domain/round.ts';
import type { Words } from '../../i18n/words.ts';
import type { PageTable } from '../page.ts';
import { share } from '../shares.ts';
import { owedBy, type Say, subjectOf } from './dashboard-duties.ts';

/** How many rows a list at a glance has. */
const HEAVIEST = 7;

/** Totals by leader, unit and station; who is new, who is stuck, where the team is late. */
export function glanceTables(facts: DashboardFacts, words: Words): PageTable[] {
  const say: Say = (key, values = {}) => words.text({ key: `page.${key}`, values });
  const tables = [
    firstDuties(facts, words, say),
    groupTable('leader', facts.byLeader, say, facts.rounds.at(-1)?.outstanding),
    groupTable('unit', facts.byUnit, say),
    groupTable('station', facts.byStation, say),
    facts.names ? membersTable('new', facts.entered, words, say) : newCounts(facts.entered, words, say),
    facts.names ? membersTable('stuck', facts.stuck, words, say) : stuckCounts(facts.stuck, say),
  ];
  return tables.map((table) => shortened(table, say));
}

/** The first rows, and how many are left. */
function shortened(table: PageTable, say: Say): PageTable {
  const left = table.rows.length - HEAVIEST;
  if (left <= 0) return table;
  return { ...table, rows: table.rows.slice(0, HEAVIEST), note: say('more', { count: left }) };
}

/** How a group's name is shown: a leader without names is a bare number, their place in the order. */
export function groupName(kind: string, name: string, say: Say): string {
  if (name === '') return say('unnamed');
  return kind === 'leader' && /^\d+$/.test(name) ? say('leader_number', { number: name }) : name;
}

function groupTable(
  kind: 'leader' | 'unit' | 'station',
  groups: readonly DashboardGroup[],
  say: Say,
  outstanding = 0,
): PageTable {
  const withPeople = kind !== 'leader';
  return {
    caption: say(`glance_${kind}`),
    columns: [
      { heading: say(kind), numeric: false },
      ...['outstanding', 'overdue', 'overdue_share', 'waiting'].map((key) => ({
        heading: say(`column_${key}`),
        numeric: true,
      })),
      ...(withPeople ? [{ heading: say('column_circle'), numeric: true }] : []),
    ],
    rows: groups
      .filter((each) => each.outstanding > 0 || (each.inCircle ?? 0) > 0)
      .map((each) => [
        groupName(kind, each.name, say),
        ...[String(each.outstanding), String(each.overdue), share(each.overdue, each.outstanding)],
        String(each.waiting),
        ...(withPeople ? [String(each.inCircle ?? 0)] : []),
      ]),
    whenEmpty: say(!withPeople && outstanding > 0 ? 'no_leaders' : 'none'),
  };
}

/** Members by name: who they are, by what measure, for how long, and what is still missing. */
export function membersTable(
  kind: 'new' | 'stuck',
  members: readonly DashboardMember[],
  words: Words,
  say: Say,
  caption = say(`glance_${kind}`),
): PageTable {
  const heading = (key: string, numeric = false) => ({ heading: say(`column_${key}`), numeric });
  return {
    caption,
    columns: [
      heading('name'),
      ...(kind === 'new'
        ? [heading('unit'), heading('measure')]
        : [heading('rounds_in', true), heading('unmet')]),
    ],
    rows: members.map((each) => [
      `${each.name} ${each.cadreNo}`,
      ...(kind === 'new'
        ? [each.unit, words.term(`measure.${each.measure}`)]
        : [
            String(each.roundsIn),
            each.unmet
              .map((one) => words.term(`page.unmet_${one}`))
              .join(words.lang === 'zh' ? '、' : ', ') || '—',
          ]),
    ]),
    whenEmpty: say(`none_${kind}`),
  };
}

function newCounts(entered: readonly DashboardMember[], words: Words, say: Say): PageTable {
  const rows = measures
    .toReversed()
    .map(
      (measure) =>
        [
          words.term(`measure.${measure}`),
          entered.filter((each) => each.measure === measure).length,
        ] as const,
    )
    .filter(([, count]) => count > 0)
    .map(([measure, count]) => [measure, String(count)]);
  return counted('new', 'measure', rows, say);
}

function stuckCounts(stuck: readonly DashboardMember[], say: Say): PageTable {
  const bands = [
    ...[2, 3, 4].map((rounds) => ({ name: say('rounds_in', { rounds }), from: rounds, to: rounds })),
    { name: say('rounds_in_from', { rounds: 5 }), from: 5, to: Number.POSITIVE_INFINITY },
  ];
  const rows = bands
    .map(
      ({ name, from, to }) =>
        [name, stuck.filter((each) => each.roundsIn >= from && each.roundsIn <= to).length] as const,
    )
    .filter(([, count]) => count > 0)
    .map(([name, count]) => [name, String(count)]);
  return counted('stuck', 'rounds_in', rows, say);
}

function counted(
  kind: 'new' | 'stuck',
  of: string,
  rows: readonly (readonly string[])[],
  say: Say,
): PageTable {
  return {
    caption: say(`glance_${kind}`),
    columns: [
      { heading: say(`column_${of}`), numeric: false },
      { heading: say('column_people'), numeric: true },
    ],
    rows,
    whenEmpty: say(`none_${kind}`),
  };
}

/** What must be done first, by whom and when; the page's own section goes on. */
function firstDuties({ dutiesFirst, rounds }: DashboardFacts, words: Words, say: Say): PageTable {
  return {
    caption: say('glance_first_duties', { on: rounds.at(-1)?.cutoff ?? '' }),
    columns: [
      ...['duty', 'subject', 'owed_by', 'due_by'].map((key) => ({
        heading: say(`column_${key}`),
        numeric: false,
      })),
      { heading: say('column_days_late'), numeric: true },
    ],
    rows: dutiesFirst.map((duty) => [
      words.term(`duty.${duty.kind}`),
      [subjectOf(duty, words), duty.cadre].filter((each) => each !== '').join(' '),
      ...[owedBy(duty, words), duty.due ?? '—', String(duty.daysLate)],
    ]),
    whenEmpty: say('duties_none'),
  };
}
