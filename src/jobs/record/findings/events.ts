// Records events on findings: put in the order of events, each validated at its place, then written.

import type { FindingEvent } from '../../../domain/findings/finding.ts';
import { eventTerm } from '../../../domain/findings/finding.ts';
import { compareEvents } from '../../../domain/findings/history.ts';
import { faultsOf, firstRefused, type Refused } from '../../../domain/findings/validity.ts';
import { type Problem, problem } from '../../../domain/problem.ts';
import type { RecordOf } from '../../../domain/records/records.ts';
import { plainSpelling } from '../../../domain/texts/look.ts';
import {
  type FindingWithRows,
  findingId,
  loadFinding,
  updateFindingNow,
} from '../../../ledger/findings/findings.ts';
import { factId } from '../../lookups/fact-id.ts';
import { amendOrConflict } from '../amending.ts';
import {
  type Draft,
  type Drafts,
  type Outcome,
  problemAt,
  problemOf,
  type Recording,
  rejected,
  type Settle,
} from '../recording.ts';
import { type EventKind, makeParts, type Parts } from './event-drafts.ts';
import type { EventPart } from './event-part.ts';
import { holdParts, onNoFinding } from './event-returns.ts';
import { insertEvent } from './event-rows.ts';

type EventDraft<K extends EventKind> = Draft<RecordOf[K]>;

/** What an objection's row may be corrected in. */
const AMENDABLE = new Set(['ground', 'reason']);

/**
 * Records the events of one kind. Within the command they are put in the order of events before they are validated, so
 * the order of lines hardly matters (contract, section 3, "Events on a finding"). A row is written whole or not at all.
 */
export function recordEvents<K extends EventKind>(
  recording: Recording,
  kind: K,
  drafts: Drafts<RecordOf[K]>,
  settle: Settle<RecordOf[K]>,
): void {
  const findings = new FindingIds();
  for (const draft of drafts) {
    const number = (draft.record as { readonly finding_no: string }).finding_no;
    const id = findingId(recording.db, number);
    findings.push(id ?? 0);
    if (id !== undefined) continue;
    settle(draft, onNoFinding(recording, kind, draft, number));
  }
  for (const { id, indices } of findings.groups()) {
    const group = [...indices].flatMap((index) => {
      const draft = drafts.at(index);
      return draft === undefined ? [] : [{ draft, index }];
    });
    new FindingGroup(recording, kind, loadFinding(recording.view, id)).record(group, settle);
  }
}

/** Which finding each row of a command concerns: a million rows need some bytes each. */
class FindingIds {
  #ids = new Uint32Array(256);
  #length = 0;

  /** Adds the next row's finding; 0 when there is none. */
  push(id: number): void {
    if (this.#length === this.#ids.length) {
      const grown = new Uint32Array(this.#length * 2);
      grown.set(this.#ids);
      this.#ids = grown;
    }
    this.#ids[this.#length] = id;
    this.#length += 1;
  }

  /** The rows of each finding, in their order; findings by id. */
  *groups(): Generator<{ readonly id: number; readonly indices: Uint32Array }> {
    const ids = this.#ids;
    const order = Uint32Array.from({ length: this.#length }, (_, index) => index);
    order.sort((left, right) => (ids[left] ?? 0) - (ids[right] ?? 0) || left - right);
    for (let begin = 0, end = 0; begin < order.length; begin = end) {
      const id = ids[order[begin] ?? 0] ?? 0;
      while (end < order.length && ids[order[end] ?? 0] === id) end += 1;
      if (id !== 0) yield { id, indices: order.subarray(begin, end) };
    }
  }
}

/** A row on its way: its parts, until it is refused. */
interface Row<K extends EventKind> {
  readonly draft: EventDraft<K>;
  readonly parts: Exclude<Parts, { problems: unknown }>;
  refused: Problem | undefined;
}

/** All rows of a command that concern one finding. */
class FindingGroup<K extends EventKind> {
  readonly #recording: Recording;
  readonly #kind: K;
  readonly #known: FindingWithRows;

  constructor(recording: Recording, kind: K, known: FindingWithRows) {
    this.#recording = recording;
    this.#kind = kind;
    this.#known = known;
  }

  record(
    group: readonly { readonly draft: EventDraft<K>; readonly index: number }[],
    settle: Settle<RecordOf[K]>,
  ): void {
    const rows: Row<K>[] = [];
    for (const { draft, index } of group) {
      const twin = rows.find((row) => sameRecord(row.draft.record, draft.record));
      if (twin !== undefined) {
        settle(draft, { what: 'unchanged' });
        continue;
      }
      if (this.#kind === 'objections' && rows.some((row) => sameObjection(row.draft.record, draft.record))) {
        const { finding_no, cadre_no } = draft.record as RecordOf['objections'];
        settle(draft, rejected(problemAt(draft, 'raised_on', 'objection_twice', { finding_no, cadre_no })));
        continue;
      }
      const maker = { recording: this.#recording, stored: this.#known.stored, index };
      const parts = makeParts[this.#kind](maker, draft);
      if ('problems' in parts) {
        settle(draft, rejected(...parts.problems));
        continue;
      }
      const held = holdParts(this.#recording, draft, parts);
      if ('what' in held) settle(draft, held);
      else if (draft.doubts !== undefined && held.parts.length > 0) settle(draft, rejected(...draft.doubts));
      else rows.push({ draft, parts: held, refused: undefined });
    }
    const events = this.#accept(rows);
    let written = false;
    for (const row of rows) {
      const outcome = this.#settleRow(row);
      if (outcome.what === 'added') written = true;
      settle(row.draft, outcome);
    }
    if (written) updateFindingNow(this.#recording.db, { ...this.#known.finding, events });
  }

  /**
   * Puts the new events at their places one by one, in the order of events. A row with an event that is not valid, or
   * that would make a recorded event invalid, is refused whole, and the others are tried again without it.
   */
  #accept(rows: readonly Row<K>[]): readonly FindingEvent[] {
    const { finding } = this.#known;
    const { persons } = this.#recording;
    const standing = faultsOf(finding, persons);
    for (;;) {
      let accepted = finding.events;
      const candidates = rows
        .filter((row) => row.refused === undefined)
        .flatMap((row) => row.parts.parts.map(({ event }) => ({ row, event })))
        .sort((left, right) => compareEvents(left.event, right.event));
      let again = false;
      for (const { row, event } of candidates) {
        if (row.refused !== undefined) continue;
        const tried = [...accepted, event].sort(compareEvents);
        const refused = firstRefused({ ...finding, events: tried }, persons, standing);
        if (refused === undefined) {
          accepted = tried;
          continue;
        }
        row.refused =
          refused.event === event
            ? ownProblem(row.draft, refused)
            : problem('event_breaks_later', {
                finding_no: finding.findingNo,
                event: eventTerm(event),
                on: event.on,
                later: eventTerm(refused.event),
                later_on: refused.event.on,
              });
        again ||= row.parts.parts.length > 1;
      }
      if (!again) return accepted;
    }
  }

  #settleRow(row: Row<K>): Outcome {
    const { draft, parts } = row;
    if (row.refused !== undefined) return rejected(problemOf(draft, row.refused));
    if (parts.conflict !== undefined) {
      const outcome = amendOrConflict(this.#recording, draft, {
        record: 'objections',
        number: this.#known.finding.findingNo,
        amendable: AMENDABLE,
        ...parts.conflict,
      });
      if (outcome.what === 'rejected' || parts.parts.length === 0) return outcome;
    }
    if (parts.parts.length === 0) return { what: 'unchanged', standing: parts.standing ?? [] };
    return { what: 'added', facts: this.#write(draft, parts.parts) };
  }

  #write(draft: EventDraft<K>, parts: readonly EventPart[]): string[] {
    const facts: string[] = [];
    let objectionId: number | undefined;
    for (const part of parts) {
      const { table, event, again } = part;
      const to = { findingId: this.#known.finding.id, objectionId };
      const id = insertEvent(this.#recording, part, to, draft.origin);
      if (again !== undefined) this.#recording.back?.takesPlace(table, id, again, draft.origin);
      if (event.kind === 'objection') objectionId = id;
      this.#recording.noteDay(event.on);
      facts.push(factId(table, id));
    }
    return facts;
  }
}

/** The columns that say who did an event. */
const BY = { check: 'checked_by', extension: 'granted_by', ruling: 'ruled_by', reassignment: 'by' } as const;

/** What is wrong with a draft's own event, at its column where it is about who did it. */
function ownProblem<R>(draft: Draft<R>, { event, problem: found }: Refused): Problem {
  if (!('by' in event) || found.values.person === undefined || found.code === 'reassignment_to_actor')
    return found;
  return problemAt(draft, BY[event.kind], found.code, found.values, event.by);
}

/** Objections are known by finding, cadre, ground and day: twice in one command they are one, or a mistake. */
function sameObjection(left: object, right: object): boolean {
  const [one, other] = [left, right] as RecordOf['objections'][];
  return (
    one?.cadre_no === other?.cadre_no && one?.raised_on === other?.raised_on && one?.ground === other?.ground
  );
}

function sameRecord(left: object, right: object): boolean {
  return left === right || JSON.stringify(canonical(left)) === JSON.stringify(canonical(right));
}

function canonical(record: object): [string, unknown][] {
  return Object.entries(record).map(([key, value]) => [
    key,
    typeof value === 'string' ? (key.endsWith('_no') ? plainSpelling(value) : value.normalize('NFC')) : value,
  ]);
}
