// A known record that a draft gives differently: amended where that is allowed and asked for, else a conflict.

import type { SqlValue } from '../../ledger/database.ts';
import { addAmendment } from '../../ledger/facts/amendments.ts';
import type { AmendmentRow } from '../../ledger/facts/view.ts';
import { factId } from '../lookups/fact-id.ts';
import type { Held } from './coming-back.ts';
import {
  type Draft,
  differing,
  type Outcome,
  problemAt,
  problemOfName,
  type Recording,
} from './recording.ts';

/**
 * What to do about a known record that the draft gives differently: amend it where that is allowed and asked for, else
 * report for each column the value in the ledger and the one in the draft.
 * @param amendable the columns that may be amended at all
 */
export function amendOrConflict<R>(
  recording: Recording,
  draft: Draft<R>,
  known: {
    readonly record: AmendmentRow['record'];
    readonly id: number;
    readonly number: string;
    /** The journal entry that recorded it: the one being written when it came earlier in the same command. */
    readonly seq: number;
    readonly stored: object;
    readonly given: Readonly<Record<string, SqlValue | undefined>>;
    readonly amendable: ReadonlySet<string>;
    /** How a column is called where it differs from its name in the ledger. */
    readonly called?: Readonly<Record<string, string>>;
  },
): Outcome {
  const { amend } = recording.options;
  const fields = differing(known.stored, known.given);
  if (fields.length === 0) return { what: 'unchanged', standing: [factId(known.record, known.id)] };
  const stored = known.stored as Readonly<Record<string, SqlValue | undefined>>;
  const twice = known.seq === recording.db.seq;
  const calledAs = (field: string): string => known.called?.[field] ?? field;
  const problems = fields
    .filter((field) => twice || !(amend?.columns.has(calledAs(field)) && known.amendable.has(field)))
    .map((field) => {
      const column = calledAs(field);
      const code = twice
        ? 'record_twice'
        : !known.amendable.has(field)
          ? 'record_fixed'
          : amend === null
            ? 'record_conflict'
            : 'record_conflict_amend';
      const values = {
        number: known.number,
        field: { term: `column.${column}` },
        column,
        recorded: String(stored[field] ?? ''),
        given: String(known.given[field] ?? ''),
      };
      return problemAt(draft, column, code, values, values.given);
    });
  const named = Object.fromEntries(fields.map((field) => [field, known.given[field]] as const));
  const unlike = recording.names.problems(draft.origin, named, { facts: known.record, id: known.id });
  problems.push(...(draft.doubts ?? []), ...unlike.map((each) => problemOfName(draft, each)));
  if (problems.length > 0) return { what: 'rejected', problems };
  const text = (value: SqlValue | undefined): string | null => (value == null ? null : String(value));
  const amendments = fields.map((field) => {
    const values = {
      record: known.record,
      record_id: known.id,
      field,
      new_value: text(known.given[field]),
      reason: amend?.reason ?? '',
    };
    const given = { ...values, from_day: null };
    const held = recording.back?.hold(draft, { table: 'amendments', number: known.number, given });
    return { field, values: { ...given, old_value: text(stored[field]) }, held };
  });
  const settled = amendments.flatMap(({ held }) =>
    held !== undefined && 'outcome' in held ? [held.outcome] : [],
  );
  const refused = settled.flatMap((each) => (each.what === 'rejected' ? each.problems : []));
  if (refused.length > 0) return { what: 'rejected', problems: refused };
  const amended = amendments.filter(({ held }) => !isSettled(held));
  const [leftOut] = settled;
  if (amended.length === 0 && leftOut !== undefined) return leftOut;
  const facts = amended.map(({ values, held }) => {
    const id = addAmendment(recording, { ...values, ...draft.origin });
    recording.replace(draft, 'amendments', id, held);
    return factId('amendments', id);
  });
  recording.view.forgetAmendments(known.record);
  return { what: 'amended', fields: amended.map(({ field }) => field), facts };
}

const isSettled = (held: Held | undefined): boolean => held !== undefined && 'outcome' in held;
