// Measures after the closing: one line each, and everything that has become of one cadre's.
import type { Measure } from '../../domain/round.ts';
import type { Column, Report, Text } from '../report.ts';
import { type Entry, listOf } from './lists.ts';

interface Dated {
  readonly id: number;
}

/** A line with a measure, as shown in lists. */
export interface MeasureTold {
  readonly line: {
    readonly round: number;
    readonly cutoff: string;
    readonly cadreNo: string;
    readonly name: string;
    readonly unit: string;
    readonly measure: Measure;
    readonly corrected: boolean;
  };
  readonly run: { readonly lines: readonly { readonly round: number }[] };
  readonly talk: { readonly state: string; readonly heldOn: string | null; readonly due: string | null };
  readonly talks: readonly (Dated & {
    readonly talked_on: string;
    readonly talker: string;
    readonly note: string | null;
  })[];
  readonly service: {
    readonly state: string;
    readonly servedOn: string | null;
    readonly servedLate: boolean;
    readonly due: string | null;
  };
  readonly serviceId: string;
  readonly receipt: string | null;
  readonly servedBy: string;
  readonly appealUntil: string | null;
  readonly appeals: readonly (Dated & {
    readonly state: string;
    readonly raisedOn: string;
    readonly raisedLate: boolean;
    readonly reason: string;
    readonly due: string | null;
    readonly answerId: number | null;
    readonly answeredOn: string | null;
    readonly answeredBy: string;
    readonly correctionSince: string | null;
  })[];
  readonly followUps: readonly (Dated & {
    readonly on: string;
    readonly by: string;
    readonly result: string;
    readonly note: string | null;
  })[];
  readonly influence: { readonly from: string; readonly last: string } | null;
}

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

/** Everything that has become of one cadre's measures, by round and day, with the ids that `reverse` takes. */
export function measureEvents(shown: readonly MeasureTold[], word: (key: string) => string): Report {
  const [first] = shown;
  const values = { name: first?.line.name ?? '', cadre_no: first?.line.cadreNo ?? '' };
  return listOf(
    'measure show',
    eventColumns,
    shown.flatMap((item) => eventsOf(item, word)),
    {
      title: { key: first === undefined ? 'title.measures_none' : 'title.measure_show', values },
      whenEmpty: { key: 'empty.measures' },
      notes: shown.flatMap(notesOf),
    },
  );
}

function eventsOf(item: MeasureTold, word: (key: string) => string): Entry[] {
  const { line, service } = item;
  const { round } = line;
  const noted = (text: string, note: string | null): string => (note ? `${text} ${note}` : text);
  const coded = (terms: string, code: string): string => word(`${terms}.${code}`);
  const events: Entry[] = [
    { round, id: null, day: line.cutoff, event: 'measure', what: coded('measure', line.measure) },
  ];
  for (const { id, talked_on: day, talker: who, note } of item.talks)
    events.push({ round, id: `talks-${id}`, day, event: 'talk', who, what: note });
  if (service.servedOn !== null) {
    const what = item.receipt === null ? null : coded('receipt', item.receipt);
    events.push({
      round,
      id: item.serviceId,
      day: service.servedOn,
      event: 'service',
      who: item.servedBy,
      what,
    });
  }
  for (const appeal of item.appeals) {
    const { id, raisedOn, reason, raisedLate } = appeal;
    const what = raisedLate ? `${reason} ${word('measure_event.late_appeal')}` : reason;
    events.push({ round, id: `appeals-${id}`, day: raisedOn, event: 'appeal', who: line.name, what });
    if (appeal.answerId === null) continue;
    events.push({
      round,
      id: `appeal_rulings-${appeal.answerId}`,
      day: appeal.answeredOn,
      event: 'answer',
      who: appeal.answeredBy,
      what: coded('appeal_ruling', appeal.state),
    });
  }
  for (const { id, on, by, result, note } of item.followUps) {
    const what = noted(coded('follow_up', result), note);
    events.push({ round, id: `followups-${id}`, day: on, event: 'follow_up', who: by, what });
  }
  return events.sort((left, right) => (String(left.day) < String(right.day) ? -1 : 1));
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
