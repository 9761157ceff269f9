// Compares events on findings with those that were reversed: part by part, and where their finding was reversed too.
import type { RecordOf } from '../../../domain/records/records.ts';
import type { SqlValue } from '../../../ledger/database.ts';
import type { Returning } from '../coming-back.ts';
import { type Draft, type Outcome, problemAt, rejected } from '../draft.ts';
import type { Recording } from '../recording.ts';
import { type EventKind, makeParts, type Parts } from './event-drafts.ts';
import type { EventPart } from './event-part.ts';

type Made = Exclude<Parts, { problems: unknown }>;

/** The record of an event, with the numbers that distinguish one from another. */
type Numbers = Readonly<
  Partial<Record<'finding_no' | 'cadre_no' | 'raised_on' | 'from_no' | 'to_no', string>>
>;

function returning<R>({ record, undated }: Draft<R>, { table, values }: EventPart): Returning {
  const columns: Readonly<Record<string, SqlValue | undefined>> = values;
  const { cadre_id: _cadre, from_id: _from, to_id: _to, ...rest } = columns;
  const { finding_no = '', cadre_no, raised_on, from_no, to_no } = record as Numbers;
  const numbers =
    table === 'objections' || table === 'rulings' || table === 'retractions'
      ? { cadre_no, raised_on }
      : table === 'reassignments'
        ? { from_no, to_no }
        : {};
  return { table, number: finding_no, given: { ...rest, ...numbers }, undated };
}

/**
 * Holds the parts of a row against what was reversed (contract, section 3, "Reversal").
 * @returns the parts that are to be recorded, or what became of the whole row
 */
export function holdParts<K extends EventKind>(
  { back }: Recording,
  draft: Draft<RecordOf[K]>,
  made: Made,
): Made | Outcome {
  if (back === null) return made;
  const parts: EventPart[] = [];
  let leftOut: Outcome | undefined;
  for (const part of made.parts) {
    // A ruling goes with its objection.
    if (leftOut !== undefined) continue;
    const held = back.hold(draft, returning(draft, part));
    if (held === undefined) parts.push(part);
    else if ('again' in held) parts.push({ ...part, again: held.again });
    else if (held.outcome.what === 'rejected') return held.outcome;
    else leftOut = held.outcome;
  }
  if (parts.length === 0 && leftOut !== undefined && made.conflict === undefined) return leftOut;
  return { ...made, parts };
}

/** What becomes of a row about a finding that is not there: it may have been reversed, and the row with it. */
export function onNoFinding<K extends EventKind>(
  recording: Recording,
  kind: K,
  draft: Draft<RecordOf[K]>,
  number: string,
): Outcome {
  const { back } = recording;
  if (back !== null && back.about('findings', number).length > 0) {
    const made = makeParts[kind]({ recording, stored: [], index: 0 }, draft);
    const outcomes =
      'problems' in made ? [] : made.parts.map((part) => back.leftOut(draft, returning(draft, part)));
    const [first] = outcomes;
    if (first !== undefined && outcomes.every((each) => each !== undefined)) return first;
    const reversed = back.subjectReversed(draft, 'findings', number);
    if (reversed !== undefined) return reversed;
  }
  return rejected(problemAt(draft, 'finding_no', 'finding_unknown', { finding_no: number }, number));
}
