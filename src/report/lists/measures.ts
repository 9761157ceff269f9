// Measures after the closing: one line each, and everything that has become of one cadre's.
import type { Column, Report, Text } from '../report.ts';
import { type Entry, listOf, valueAndWordsColumns } from './lists.ts';
import { eventsOf, type MeasureTold, whole } from './measure-events.ts';

const columns: readonly Column[] = [
  { key: 'round', type: 'number' },
  { key: 'cutoff', type: 'day', machineOnly: true },
  { key: 'cadre_no', type: 'text' },
  { key: 'name', type: 'text' },
  { key: 'unit', type: 'text', machineOnly: true },
  { key: 'measure', type: 'term', terms: 'measure' },
  { key: 'since_round', type: 'number', spare: 4 },
  { key: 'talk_state', type: 'term', terms: 'talk_state' },
  { key: 'talk_due', type: 'day', machineOnly: true },
  { key: 'talked_on', type: 'day', spare: 3 },
  { key: 'service_state', type: 'term', terms: 'service_state' },
  { key: 'service_due', type: 'day', machineOnly: true },
  { key: 'served_on', type: 'day', spare: 2 },
  { key: 'receipt', type: 'term', terms: 'receipt', machineOnly: true },
  { key: 'appeal_until', type: 'day', machineOnly: true },
  { key: 'appeal_state', type: 'term', terms: 'appeal_state' },
  { key: 'appealed_on', type: 'day', machineOnly: true },
  { key: 'appealed_late', type: 'boolean', machineOnly: true },
  { key: 'answer_due', type: 'day', machineOnly: true },
  { key: 'follow_up', type: 'term', terms: 'follow_up', spare: 1 },
  { key: 'in_force_until', type: 'day' },
  { key: 'corrected', type: 'boolean', machineOnly: true },
];

/** The measures found on a day as a report. */
export function measuresReport({
  on,
  activeOn,
  found,
  nothing,
}: {
  readonly on: string;
  readonly activeOn: string | null;
  readonly found: readonly MeasureTold[];
  readonly nothing: readonly string[];
}): Report {
  const key = activeOn === null ? 'title.measures' : 'title.measures_active';
  return listOf('measure list', columns, found.map(entryOf), {
    title: { key, values: { on, count: found.length } },
    whenEmpty: { key: activeOn === null ? 'empty.measures' : 'empty.measures_active' },
    notes: nothing.length === 0 ? [] : [{ key: 'note.measures_nothing', values: { numbers: nothing } }],
  });
}

function entryOf(item: MeasureTold): Entry {
  const { line, run, talk, service, receipt, appeals, followUps, influence } = item;
  const appeal = appeals.at(-1);
  const state = (word: string): string | null => (word === 'none' ? null : word);
  return {
    round: line.round,
    cutoff: line.cutoff,
    cadre_no: line.cadreNo,
    name: line.name,
    unit: line.unit,
    measure: line.measure,
    since_round: run.lines[0]?.round ?? line.round,
    talk_state: state(talk.state),
    talk_due: talk.due,
    talked_on: talk.heldOn,
    service_state: state(service.servedLate ? 'served_late' : service.state),
    service_due: service.due,
    served_on: service.servedOn,
    receipt,
    appeal_until: item.appealUntil,
    appeal_state: appeal === undefined ? null : appeal.correctionSince !== null ? 'correct' : appeal.state,
    appealed_on: appeal?.raisedOn ?? null,
    appealed_late: appeal?.raisedLate ?? false,
    answer_due: appeal?.due ?? null,
    follow_up: followUps.at(-1)?.result ?? null,
    in_force_until: influence?.last ?? null,
    corrected: line.corrected,
  };
}

const eventColumns: readonly Column[] = [
  { key: 'round', type: 'number' },
  { key: 'id', type: 'text' },
  { key: 'day', type: 'day' },
  { key: 'event', type: 'term', terms: 'measure_event' },
  { key: 'who', type: 'text' },
  { key: 'what', type: 'text' },
];

/** The vocabularies of what becomes of a measure. */
const HAPPENED = ['measure', 'receipt', 'appeal_ruling', 'follow_up', 'measure_event'];

/** The same for machines: what happened is a value and the words that were written, beside the measure as it stands. */
const eventColumnsOfMachines: readonly Column[] = [
  ...eventColumns.flatMap((column): Column[] =>
    column.key === 'what' ? valueAndWordsColumns(HAPPENED) : [column],
  ),
  ...columns.filter(({ key }) => key !== 'round').map((column) => ({ ...column, machineOnly: true })),
];

/**
 * Everything that has become of one cadre's measures, by round and day, with the ids that `reverse` takes.
 * @param word words codes; null for machines
 */
export function measureEvents(shown: readonly MeasureTold[], word: ((key: string) => string) | null): Report {
  const [first] = shown;
  const values = { name: first?.line.name ?? '', cadre_no: first?.line.cadreNo ?? '' };
  return listOf(
    'measure show',
    word === null ? eventColumnsOfMachines : eventColumns,
    shown.flatMap((told) => eventsOf(told).map((event) => whole(event, entryOf(told), word))),
    {
      title: { key: first === undefined ? 'title.measures_none' : 'title.measure_show', values },
      whenEmpty: { key: 'empty.measures' },
      notes: shown.flatMap(notesOf),
    },
  );
}

/** What is owed, and how long the measure stays in force. */
function notesOf({ line, talk, service, appeals, influence, appealUntil }: MeasureTold): Text[] {
  const of = { round: line.round };
  const notes: Text[] = [];
  const owed = (state: string): boolean => state === 'due' || state === 'late';
  if (owed(talk.state))
    notes.push({ key: `note.talk_${talk.state}`, values: { ...of, due: talk.due ?? '' } });
  if (owed(service.state))
    notes.push({ key: `note.service_${service.state}`, values: { ...of, due: service.due ?? '' } });
  if (appealUntil !== null) notes.push({ key: 'note.appeal_until', values: { ...of, day: appealUntil } });
  for (const { raisedOn, state, due, correctionSince } of appeals) {
    if (state === 'pending' || state === 'overdue')
      notes.push({ key: `note.appeal_${state}`, values: { ...of, day: raisedOn, due: due ?? '' } });
    if (correctionSince !== null)
      notes.push({ key: 'note.appeal_correct', values: { ...of, day: correctionSince } });
  }
  if (influence !== null) notes.push({ key: 'note.in_force', values: { ...of, ...influence } });
  return notes;
}
