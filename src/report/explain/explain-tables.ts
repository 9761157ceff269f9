// The explanation in a terminal: a card of the line, then the rows of the list, a table for each kind of thing looked at.
import { formatPoints } from '../../domain/amount.ts';
import type { Explanation } from '../../scoring/explanation.ts';
import { type Entry, listOf } from '../lists/lists.ts';
import type { Card } from '../lists/shown.ts';
import type { Column, Report, Text } from '../report.ts';
import { explainReport } from './explain.ts';

/** A column of a table, and the column of the list that fills it. */
type Shown = Column & { readonly from?: string };

const origin: readonly Shown[] = [
  { key: 'origin', type: 'text', spare: 4 },
  { key: 'entry', type: 'number', spare: 1 },
  { key: 'carried_from', type: 'text', spare: 3 },
  { key: 'carried_entry', type: 'number', spare: 3 },
];
const number = (key: string): Shown => ({ key, type: 'text', from: 'item' });
const deadline: Shown = { key: 'deadline', type: 'day' };
const status: Shown = { key: 'status', type: 'term', terms: 'status' };
const description: Shown = { key: 'description', type: 'text', from: 'detail' };
const reason: Shown = { key: 'reason', type: 'term', terms: 'why', from: 'why' };
const measure: Shown = { key: 'measure', type: 'term', terms: 'why', from: 'why' };
const outcome: Shown = { key: 'outcome', type: 'term', terms: 'treatment' };
const missing: Shown = { key: 'missing', type: 'decimal' };
const decided: readonly Shown[] = [
  { key: 'by', type: 'text', from: 'item' },
  { ...outcome, spare: 2 },
  measure,
  { key: 'decision_reason', type: 'text', from: 'detail' },
  ...origin,
];

interface Section {
  readonly title: string;
  readonly part: string;
  /** Of the part only the rows with this outcome. */
  readonly outcome?: string;
  readonly columns: readonly Shown[];
}

const sections: readonly Section[] = [
  {
    title: 'explain.counted',
    part: 'finding',
    outcome: 'counted',
    columns: [
      ...[number('finding_no'), deadline],
      { key: 'weeks_overdue', type: 'number', spare: 3 },
      status,
      { key: 'role', type: 'term', terms: 'role', spare: 2 },
      { key: 'points', type: 'decimal' },
      ...[description, ...origin],
    ],
  },
  ...['pending', 'not_counted'].map((each) => ({
    title: `explain.${each}`,
    part: 'finding',
    outcome: each,
    columns: [number('finding_no'), deadline, reason, { ...status, spare: 2 }, description, ...origin],
  })),
  {
    title: 'explain.late',
    part: 'late',
    columns: [number('finding_no'), reason, { key: 'late_since', type: 'day', from: 'deadline' }],
  },
  {
    title: 'explain.objected_again',
    part: 'objected_again',
    columns: [number('finding_no'), reason, { key: 'raised_on', type: 'day', from: 'deadline' }],
  },
  {
    title: 'explain.unit_words',
    part: 'unit_words',
    columns: [number('finding_no'), { key: 'unit_words', type: 'text', from: 'detail' }],
  },
  {
    title: 'explain.rectified',
    part: 'rectified',
    columns: [number('finding_no'), deadline, outcome, description, ...origin],
  },
  {
    title: 'explain.tasks',
    part: 'task',
    columns: [number('task_no'), reason, missing, { key: 'detail', type: 'text' }, ...origin],
  },
  {
    title: 'explain.absences',
    part: 'absence',
    columns: [
      { key: 'day', type: 'day', from: 'item' },
      { key: 'session', type: 'term', terms: 'why', from: 'why' },
      { key: 'site', type: 'text', from: 'detail' },
    ],
  },
  {
    title: 'explain.tiers',
    part: 'tier',
    columns: [measure, { key: 'at_least', type: 'decimal', from: 'item' }, outcome, missing],
  },
  {
    title: 'explain.history',
    part: 'history',
    columns: [
      ...[number('item'), reason, outcome],
      { key: 'lapses_on', type: 'day', from: 'deadline' },
      { key: 'raised_by', type: 'term', terms: 'raised_by', from: 'detail' },
    ],
  },
  {
    title: 'explain.circle',
    part: 'exit',
    columns: [{ key: 'requirement', type: 'term', terms: 'why', from: 'why' }, outcome, missing],
  },
  { title: 'explain.decisions', part: 'decision', columns: decided },
  { title: 'explain.corrections', part: 'correction', columns: decided },
];

/** The explanation for people: how the line stands, and what it rests on. Sections and columns without content are left out. */
export function explainCard(
  explanation: Explanation,
): Pick<Card, 'title' | 'pairs'> & { readonly lists: Report[] } {
  const report = explainReport(explanation);
  const entries = [...report.rows].map((cells): Entry => {
    const entry = Object.fromEntries(report.columns.map(({ key }, at) => [key, cells[at] ?? null]));
    return { ...entry, origin: originOf(entry) };
  });
  return {
    title: report.title,
    pairs: pairsOf(explanation),
    lists: sections.flatMap((section) => {
      const rows = entries.filter(
        ({ part, outcome: came }) =>
          part === section.part && (section.outcome === undefined || came === section.outcome),
      );
      return rows.length === 0 ? [] : [tableOf(section, rows)];
    }),
  };
}

function pairsOf({ standing }: Explanation): Card['pairs'] {
  const { measure: settled, proposedMeasure, movement, inBy } = standing;
  const word = (key: string): Text => ({ key });
  return [
    [word('column.measure'), word(`measure.${settled}`)],
    [word('column.proposed_measure'), proposedMeasure === settled ? '' : word(`measure.${proposedMeasure}`)],
    [word('column.movement'), word(`movement.${movement}`)],
    [word('column.in_by'), inBy === '' ? '' : word(`in_by.${inBy}`)],
    [word('column.commended'), standing.commended ? word('boolean.true') : ''],
    [word('column.counted'), String(standing.counted)],
    [word('column.pending'), String(standing.pending)],
    [word('column.overdue'), String(standing.overdue)],
    [word('column.points'), formatPoints(standing.points)],
  ];
}

function tableOf({ title, columns }: Section, entries: readonly Entry[]): Report {
  const rows = entries.map((entry) =>
    Object.fromEntries(columns.map(({ key, from }) => [key, entry[from ?? key]])),
  );
  const filled = columns.filter(({ key }) => rows.some((row) => (row[key] ?? '') !== ''));
  return listOf('explain', filled, rows, { title: { key: title, values: { count: rows.length } } });
}

/** The file by its last name, and the line in it: as short as it can be found by. */
function originOf({ file, line }: Entry): string | null {
  if (file === null || file === undefined || file === '') return null;
  const name = String(file).split(/[/\\]/u).at(-1) ?? '';
  return line === null ? name : `${name}:${line}`;
}
