// What has become of one measure: the events by day, as a text for people, as value and words for machines.
import type { Measure } from '../../domain/round.ts';
import type { Entry } from './lists.ts';

interface Dated {
  readonly id: number;
}

/** A line with a measure, as far as lists tell it. */
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

/** What happened: a code with its vocabulary, and what was written. */
interface Happened {
  readonly round: number;
  readonly id: string | null;
  readonly day: string | null;
  readonly event: string;
  readonly who?: string | null;
  readonly coded?: readonly [terms: string, code: string];
  readonly words?: string | null;
}

/** An event as an entry: for people one text, for machines the code and the words, with the measure as it stands. */
export function whole(
  { coded, words, ...event }: Happened,
  entry: Entry,
  word: ((key: string) => string) | null,
): Entry {
  if (word === null) return { ...entry, ...event, value: coded?.[1] ?? null, words: words ?? null };
  const code = coded === undefined ? '' : word(coded.join('.'));
  // A late appeal is marked behind its words, everything else before them.
  const parts = event.event === 'appeal' ? [words, code] : [code, words];
  return { ...event, what: parts.filter(Boolean).join(' ') };
}

/** What has become of a measure, by day. */
export function eventsOf(told: MeasureTold): Happened[] {
  const { line, service } = told;
  const { round } = line;
  const events: Happened[] = [
    { round, id: null, day: line.cutoff, event: 'measure', coded: ['measure', line.measure] },
  ];
  for (const { id, talked_on: day, talker: who, note } of told.talks)
    events.push({ round, id: `talks-${id}`, day, event: 'talk', who, words: note });
  if (service.servedOn !== null) {
    events.push({
      round,
      id: told.serviceId,
      day: service.servedOn,
      event: 'service',
      who: told.servedBy,
      ...(told.receipt !== null && { coded: ['receipt', told.receipt] as const }),
    });
  }
  for (const appeal of told.appeals) {
    const { id, raisedOn, reason, raisedLate } = appeal;
    events.push({
      round,
      id: `appeals-${id}`,
      day: raisedOn,
      event: 'appeal',
      who: line.name,
      words: reason,
      ...(raisedLate && { coded: ['measure_event', 'late_appeal'] as const }),
    });
    if (appeal.answerId === null) continue;
    events.push({
      round,
      id: `appeal_rulings-${appeal.answerId}`,
      day: appeal.answeredOn,
      event: 'answer',
      who: appeal.answeredBy,
      coded: ['appeal_ruling', appeal.state],
    });
  }
  for (const { id, on, by, result, note } of told.followUps) {
    const coded = ['follow_up', result] as const;
    events.push({ round, id: `followups-${id}`, day: on, event: 'follow_up', who: by, coded, words: note });
  }
  return events.sort((left, right) => (String(left.day) < String(right.day) ? -1 : 1));
}
