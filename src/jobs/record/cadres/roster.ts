// Leaves, returns and moves of cadres.

import { type CadreNo, onRoster } from '../../../domain/cadre.ts';
import type { Day } from '../../../domain/days/day.ts';
import { Failure, problem, refusal } from '../../../domain/problem.ts';
import type { CadreWithId } from '../../../ledger/cadres/cadres.ts';
import { Persons } from '../../../ledger/cadres/persons.ts';
import { addRosterEvent, rosterEventsOn } from '../../../ledger/cadres/roster-events.ts';
import type { ReadDb } from '../../../ledger/database.ts';
import { addAmendment, cadreChangesFrom } from '../../../ledger/facts/amendments.ts';
import { View } from '../../../ledger/facts/view.ts';
import type { Ledger } from '../../../ledger/file/open.ts';
import { lastClosedRound } from '../../../ledger/rounds/rounds.ts';
import { type Committed, commit, type WriteDb } from '../../../ledger/writing/journal.ts';
import { type Acting, entryOf } from '../../acting.ts';
import { factId } from '../../lookups/fact-id.ts';
import { refuseConcerned, refuseUnread } from '../../lookups/refuse-persons.ts';
import { theCadre } from '../../the-cadre.ts';
import { recordUnlessReversed } from '../coming-back.ts';
import { NameLooks, plainName } from '../name-looks.ts';

export interface RosterChange {
  readonly what: 'added' | 'unchanged';
  readonly facts: readonly string[];
  readonly cadreNo: CadreNo;
  readonly name: string;
  /** How many of the facts a closed round has passed, and that round. */
  readonly late: { readonly count: number; readonly round: number } | null;
}

export interface RosterRequest {
  readonly cadreNo: string;
  readonly on: Day;
  readonly by: string | null;
  readonly note: string | null;
}

/**
 * Records that a cadre returns to the roster (contract, section 3, "On the roster at C").
 * @throws Failure `refused`, see `recordRosterEvent`
 */
export function returnCadre(ledger: Ledger, acting: Acting, request: RosterRequest): Committed<RosterChange> {
  return commit(ledger, entryOf(acting, 'cadre return', request), (db) => {
    const cadre = theCadre(new View(db), request.cadreNo);
    const value = changeOf(db, cadre, recordRosterEvent(db, acting, 'return', cadre, request), request.on);
    return { value, did: { facts: value.facts, cadre_no: cadre.cadreNo, on: request.on } };
  });
}

/**
 * Adds a leave or a return; returns its fact, none when the same is recorded already.
 * @throws Failure `refused`: recorded by the cadre, off the roster already (or on it), before joining, before a later leave or return, or after
 *   today
 */
export function recordRosterEvent(
  db: WriteDb,
  acting: Acting,
  kind: 'leave' | 'return',
  cadre: CadreWithId,
  { on, by, note }: RosterRequest,
): string[] {
  if (cadre.rosterEvents.some((event) => event.kind === kind && event.on === on)) return [];
  if (kind === 'leave' && cadre.leftOn === on) return [];
  refuseDay(acting, on);
  if (cadre.joinedOn !== null && on < cadre.joinedOn) {
    throw refusal('leave_before_joining', { cadre_no: cadre.cadreNo, on, joined_on: cadre.joinedOn });
  }
  if (onRoster(cadre, on) !== (kind === 'leave')) {
    throw refusal(kind === 'leave' ? 'cadre_left_already' : 'cadre_on_roster_already', {
      cadre_no: cadre.cadreNo,
      name: cadre.name,
      on,
    });
  }
  const later = cadre.rosterEvents.find((event) => event.on > on);
  if (later !== undefined) {
    throw refusal('roster_event_later', {
      cadre_no: cadre.cadreNo,
      on,
      later: { term: `event.${later.kind}` },
      later_on: later.on,
    });
  }
  const persons = new Persons(new View(db));
  if (by !== null) refuseConcerned(persons, by, [cadre.cadreNo], 'roster_by_cadre');
  const given = { kind, on, by, note };
  const returning = { table: 'roster_events', number: cadre.cadreNo, given } as const;
  const insert = (): number => addRosterEvent({ db, persons }, { cadre_id: cadre.id, ...given });
  return [recordUnlessReversed(db, acting.again, returning, insert)];
}

/** The live leaves and returns of a cadre on a day. */
function eventsOfDay(db: ReadDb, cadreId: number, on: Day): string[] {
  return rosterEventsOn(new View(db), cadreId, on).map((row) => factId('roster_events', row.id));
}

/** The live moves of a cadre on a day. */
function movesOfDay(db: ReadDb, cadreId: number, on: Day): string[] {
  return cadreChangesFrom(new View(db), cadreId, on).map((row) => factId('amendments', row.id));
}

/** The result for facts of one day about a cadre. @param standingOf the recorded ones, when none are new */
export function changeOf(
  db: ReadDb,
  { id, cadreNo, name }: CadreWithId,
  facts: readonly string[],
  on: Day,
  standingOf: (db: ReadDb, cadreId: number, on: Day) => string[] = eventsOfDay,
): RosterChange {
  const closed = lastClosedRound(db);
  const late = closed !== undefined && on <= closed.cutoff && facts.length > 0;
  const standing = facts.length > 0 ? facts : standingOf(db, id, on);
  return {
    what: facts.length === 0 ? 'unchanged' : 'added',
    facts: standing,
    cadreNo,
    name,
    late: late ? { count: facts.length, round: closed.number } : null,
  };
}

function refuseDay(acting: Acting, on: Day): void {
  if (acting.today !== null && on > acting.today)
    throw refusal('day_after_today', { day: on, today: acting.today });
}

export interface MoveRequest extends RosterRequest {
  readonly post: string | null;
  readonly unit: string | null;
  readonly station: string | null;
}

/**
 * Records that a cadre has another post, unit or station from a day on.
 * @throws Failure `refused`: unknown, or after today
 */
export function moveCadre(ledger: Ledger, acting: Acting, request: MoveRequest): Committed<RosterChange> {
  return commit(ledger, entryOf(acting, 'cadre move', request), (db) => {
    const view = new View(db);
    const cadre = theCadre(view, request.cadreNo);
    refuseDay(acting, request.on);
    if (request.by !== null) refuseUnread(new Persons(view), request.by);
    const station = request.station === null ? null : plainName(request.station);
    if (station !== null && station !== cadre.station) refuseLookAlike(db, { station }, cadre.id);
    const facts: string[] = [];
    for (const field of ['post', 'unit', 'station'] as const) {
      const value = field === 'station' ? station : request[field];
      if (value === null || value === cadre[field]) continue;
      facts.push(amendFrom(db, acting, cadre, field, value, request));
    }
    const value = changeOf(db, cadre, facts, request.on, movesOfDay);
    return { value, did: { facts, cadre_no: cadre.cadreNo, on: request.on } };
  });
}

/** @throws Failure `refused` for a name that only looks like a known one */
function refuseLookAlike(db: WriteDb, names: { readonly station: string }, id: number): void {
  const origin = { batch_id: null, line: null };
  const found = new NameLooks(db).problems(origin, names, { facts: 'cadres', id });
  if (found.length > 0)
    throw new Failure(
      'refused',
      found.map(({ code, values }) => problem(code, values)),
    );
}

function amendFrom(
  db: WriteDb,
  acting: Acting,
  cadre: CadreWithId,
  field: 'post' | 'unit' | 'station',
  value: string,
  request: MoveRequest,
): string {
  const given = {
    record: 'cadres',
    record_id: cadre.id,
    field,
    new_value: value,
    from_day: request.on,
    reason: [request.by, request.note].filter(Boolean).join(' ') || 'move',
  };
  const returning = { table: 'amendments', number: cadre.cadreNo, given } as const;
  const insert = (): number => addAmendment({ db }, { ...given, old_value: cadre[field] || null });
  return recordUnlessReversed(db, acting.again, returning, insert);
}
