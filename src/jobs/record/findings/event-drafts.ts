// From the record of an event to the rows and events it would add to a finding.

import type { FindingEvent } from '../../../domain/findings/finding.ts';
import type { PersonFact } from '../../../domain/persons/meant.ts';
import { personColumns } from '../../../domain/persons/meant.ts';
import type { Problem } from '../../../domain/problem.ts';
import { provisionalId } from '../../../domain/provisional.ts';
import type {
  CheckRecord,
  ExtensionRecord,
  ObjectionRecord,
  ReassignmentRecord,
  ReportRecord,
} from '../../../domain/records/record-types.ts';
import type { RecordOf } from '../../../domain/records/records.ts';
import type { SqlValue } from '../../../ledger/database.ts';
import type { EventTable, StoredEvent } from '../../../ledger/findings/events.ts';
import { factId } from '../../lookups/fact-id.ts';
import { type Draft, differing, problemAt, type Recording, sameValues } from '../recording.ts';

import type { EventPart } from './event-part.ts';
import { isRuling, rulingPart, saysSame } from './ruling-parts.ts';

/** The kinds of records that are events on findings. */
export type EventKind = 'reports' | 'checks' | 'extensions' | 'objections' | 'reassignments';

/** The effect of a record on a finding: nothing new, rows to add, columns that differ, or problems. */
export type Parts =
  | {
      readonly parts: readonly EventPart[];
      readonly conflict?: Conflict;
      readonly standing?: readonly string[];
    }
  | { readonly problems: readonly Problem[] };

/** An objection that is recorded already with other content. */
export interface Conflict {
  readonly id: number;
  readonly seq: number;
  readonly stored: object;
  readonly given: Readonly<Record<string, SqlValue | undefined>>;
}

interface Maker {
  readonly recording: Recording;
  readonly stored: readonly StoredEvent[];
  /** The place of the record among those of the command, for the order of recording. */
  readonly index: number;
}

function recordedAs(maker: Maker, table: EventTable, values: EventPart['values']): string | undefined {
  const same = maker.stored.find(({ row }) => row.table === table && sameValues(row, values))?.row;
  return same === undefined ? undefined : factId(same.table, same.id);
}

/** Nothing when the same is recorded already: that is not judged again. */
function onePart<R>(maker: Maker, draft: Draft<R>, part: EventPart): Parts {
  const same = recordedAs(maker, part.table, part.values);
  if (same !== undefined) return { parts: [], standing: [same] };
  const problems = personProblems(maker, draft, part);
  return problems.length > 0 ? { problems } : { parts: [part] };
}

function personProblems<R>({ recording }: Maker, draft: Draft<R>, { table, values }: EventPart): Problem[] {
  return namesPersons(table) ? recording.personProblems(draft, table, values) : [];
}

/** Whether the facts of a table name persons. */
function namesPersons<T extends string>(table: T): table is T & PersonFact {
  return Object.hasOwn(personColumns, table);
}

function made(maker: Maker): { readonly id: number; readonly seq: number } {
  return { id: provisionalId(maker.index), seq: maker.recording.db.seq };
}

/** One way per kind from a draft to its parts. */
export const makeParts: {
  readonly [K in EventKind]: (maker: Maker, draft: Draft<RecordOf[K]>) => Parts;
} = {
  reports: (maker, draft: Draft<ReportRecord>) => {
    const { finding_no: _, ...values } = draft.record;
    return whenTimely(maker, draft, 'reported_on', values.reported_on, () =>
      onePart(maker, draft, {
        table: 'reports',
        values,
        event: { kind: 'report', ...made(maker), on: values.reported_on, progress: values.progress },
      }),
    );
  },
  checks: (maker, draft: Draft<CheckRecord>) => {
    const { finding_no: _, ...values } = draft.record;
    return whenTimely(maker, draft, 'checked_on', values.checked_on, () =>
      onePart(maker, draft, {
        table: 'checks',
        values,
        event: {
          kind: 'check',
          ...made(maker),
          on: values.checked_on,
          result: values.result,
          by: values.checked_by,
        },
      }),
    );
  },
  extensions: (maker, draft: Draft<ExtensionRecord>) => {
    const { finding_no: _, ...values } = draft.record;
    return whenTimely(maker, draft, 'granted_on', values.granted_on, () =>
      onePart(maker, draft, {
        table: 'extensions',
        values,
        event: {
          kind: 'extension',
          ...made(maker),
          on: values.granted_on,
          newDueOn: values.new_due_on,
          by: values.granted_by,
        },
      }),
    );
  },
  objections: objectionParts,
  reassignments: (maker, draft: Draft<ReassignmentRecord>) => {
    const { finding_no: _finding, task_no: _task, from_no, to_no, ...rest } = draft.record;
    const { recording } = maker;
    const from = recording.cadreId(draft, 'from_no', from_no);
    const to = recording.cadreId(draft, 'to_no', to_no);
    if (typeof from !== 'number' || typeof to !== 'number') {
      return { problems: [from, to].filter((each) => typeof each !== 'number') };
    }
    return whenTimely(maker, draft, 'on', rest.on, () =>
      onePart(maker, draft, {
        table: 'reassignments',
        values: { from_id: from, to_id: to, ...rest },
        event: {
          kind: 'reassignment',
          ...made(maker),
          on: rest.on,
          newDueOn: rest.new_due_on ?? null,
          from: recording.view.cadreNo(from),
          to: recording.view.cadreNo(to),
          by: rest.by,
        },
      }),
    );
  },
};

function whenTimely<R>(
  maker: Maker,
  draft: Draft<R>,
  column: string,
  day: FindingEvent['on'],
  make: () => Parts,
): Parts {
  const late = maker.recording.afterToday(draft, column, day);
  return late === undefined ? make() : { problems: [late] };
}

/**
 * The stored objection that a row is about: that on its ground, else one that differs in the ground alone where this is
 * being amended, or where the row brings its ruling. The ground may have been filled in for a column that is not there.
 */
function knownObjection(
  { recording, stored }: Maker,
  { raised_on, ground, reason, ruled_on }: ObjectionRecord,
  cadreId: number,
): StoredEvent | undefined {
  const ofDay = stored.filter(
    ({ row }) => row.table === 'objections' && row.cadre_id === cadreId && row.raised_on === raised_on,
  );
  const amends = recording.options.amend?.columns.has('ground') === true;
  const isRuled = (id: number): boolean => stored.some(({ row }) => isRuling(row) && row.objection_id === id);
  return (
    ofDay.find(({ event }) => event.kind === 'objection' && event.ground === ground) ??
    ofDay.find(
      ({ row }) =>
        amends ||
        (ruled_on != null && row.table === 'objections' && row.reason === reason && !isRuled(row.id)),
    )
  );
}

/** An objection is known by finding, cadre, ground and day; its ruling may come in the same row or in a later file. */
function objectionParts(maker: Maker, draft: Draft<ObjectionRecord>): Parts {
  const { finding_no, cadre_no, raised_on, ground, reason, ruled_on, ruling, ruled_by } = draft.record;
  const { recording } = maker;
  const cadreId = recording.cadreId(draft, 'cadre_no', cadre_no);
  if (typeof cadreId !== 'number') return { problems: [cadreId] };
  for (const [column, day] of [
    ['raised_on', raised_on],
    ['ruled_on', ruled_on],
  ] as const) {
    const late = day == null ? undefined : recording.afterToday(draft, column, day);
    if (late !== undefined) return { problems: [late] };
  }
  const known = knownObjection(maker, draft.record, cadreId);
  const given = { ground, reason };
  const parts: EventPart[] = [];
  let conflict: Conflict | undefined;
  if (known === undefined) {
    parts.push({
      table: 'objections',
      values: { cadre_id: cadreId, raised_on, ...given, note: draft.record.note },
      event: {
        kind: 'objection',
        ...made(maker),
        on: raised_on,
        cadreNo: recording.view.cadreNo(cadreId),
        ground,
      },
    });
  } else {
    const stored = recording.view.amended('objections', known.row);
    if (differing(stored, given).length > 0)
      conflict = { id: known.row.id, seq: known.row.seq, stored, given };
  }
  const standing = known === undefined ? [] : [factId('objections', known.row.id)];
  if (ruled_on == null || ruling == null || ruled_by == null)
    return { parts, standing, ...(conflict && { conflict }) };

  const objection = known?.row.id ?? provisionalId(maker.index);
  const said = { ruled_on, ruling, ruled_by };
  const ruled = maker.stored
    .map(({ row }) => row)
    .find((row) => isRuling(row) && row.objection_id === objection);
  if (ruled !== undefined && isRuling(ruled)) {
    if (saysSame(ruled, said))
      return { parts, standing: [factId(ruled.table, ruled.id)], ...(conflict && { conflict }) };
    return { problems: [problemAt(draft, 'ruling', 'ruling_recorded', { finding_no, cadre_no }, ruling)] };
  }
  const event = { kind: 'ruling', ...made(maker), on: ruled_on, objection, ruling, by: ruled_by } as const;
  const part = rulingPart(event, said, draft.record.ruling_note);
  const problems = personProblems(maker, draft, part);
  if (problems.length > 0) return { problems };
  parts.push(part);
  return { parts, ...(conflict && { conflict }) };
}
