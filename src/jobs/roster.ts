// Leaves, returns and moves of cadres.
import { type CadreNo, onRoster } from '../domain/cadre.ts';
import type { Day } from '../domain/day.ts';
import type { FindingNo, Role } from '../domain/finding.ts';
import { deadlineInForce, stateAt } from '../domain/history.ts';
import { refusal } from '../domain/problem.ts';
import { type CadreWithId, findCadre } from '../ledger/cadres.ts';
import { CHOSEN_FOR_CADRE, findingsChosen } from '../ledger/findings.ts';
import { type Committed, commit, type WriteDb } from '../ledger/journal.ts';
import type { Ledger } from '../ledger/open.ts';
import { View } from '../ledger/view.ts';
import { type Acting, entryOf } from './acting.ts';
import { factId } from './record/recording.ts';

/** A finding that somebody is still responsible for. */
export interface Held {
  readonly findingNo: FindingNo;
  readonly description: string;
  readonly role: Role;
  readonly deadline: Day | null;
}

export interface RosterChange {
  readonly what: 'added' | 'unchanged';
  readonly facts: readonly string[];
  readonly cadreNo: CadreNo;
  readonly name: string;
  /** After a leave: the outstanding findings that need a successor. */
  readonly held: readonly Held[];
}

export interface RosterRequest {
  readonly cadreNo: string;
  readonly on: Day;
  readonly by: string | null;
  readonly note: string | null;
}

/** The live cadre with a number. @throws Failure `refused` */
export function theCadre(view: View, cadreNo: string): CadreWithId {
  const cadre = findCadre(view, cadreNo);
  if (cadre === undefined) throw refusal('cadre_unknown', { cadre_no: cadreNo });
  return cadre;
}

/**
 * Records that a cadre leaves the roster or returns to it (contract, section 3, "On the roster at C").
 * @throws Failure `refused`: unknown, off the roster already (or on it), before joining, or after today
 */
export function recordRosterEvent(
  ledger: Ledger,
  acting: Acting,
  kind: 'leave' | 'return',
  request: RosterRequest,
): Committed<RosterChange> {
  return commit(ledger, entryOf(acting, `cadre ${kind}`, request), (db) => {
    const view = new View(db);
    const cadre = theCadre(view, request.cadreNo);
    const { on } = request;
    const about = { cadreNo: cadre.cadreNo, name: cadre.name };
    if (cadre.rosterEvents.some((event) => event.kind === kind && event.on === on)) {
      return { value: { what: 'unchanged', facts: [], ...about, held: [] }, did: {} };
    }
    refuseDay(acting, on);
    if (cadre.joinedOn !== null && on < cadre.joinedOn) {
      throw refusal('leave_before_joining', { cadre_no: cadre.cadreNo, on, joined_on: cadre.joinedOn });
    }
    if (onRoster(cadre, on) !== (kind === 'leave')) {
      throw refusal(kind === 'leave' ? 'cadre_left_already' : 'cadre_on_roster_already', {
        ...{ cadre_no: cadre.cadreNo, name: cadre.name, on },
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
    const row = { cadre_id: cadre.id, kind, on, by: request.by, note: request.note };
    const facts = [factId('roster_events', db.insert('roster_events', row))];
    const value: RosterChange = {
      what: 'added',
      facts,
      ...about,
      held: kind === 'leave' ? heldBy(view, cadre, on) : [],
    };
    return { value, did: { facts, cadre_no: cadre.cadreNo, on } };
  });
}

function refuseDay(acting: Acting, on: Day): void {
  if (acting.today !== null && on > acting.today)
    throw refusal('day_after_today', { day: on, today: acting.today });
}

/** The outstanding findings that a cadre is responsible for on a day. */
function heldBy(view: View, cadre: CadreWithId, on: Day): Held[] {
  const held: Held[] = [];
  for (const { finding, row } of findingsChosen(view, CHOSEN_FOR_CADRE, [cadre.id, cadre.id, cadre.id])) {
    const state = stateAt(finding, on);
    const role = state.responsible.get(cadre.cadreNo);
    if (state.settled !== null || role === undefined) continue;
    const deadline = deadlineInForce(finding, state, on);
    held.push({ findingNo: finding.findingNo, description: row.description, role, deadline });
  }
  return held;
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
    const cadre = theCadre(new View(db), request.cadreNo);
    refuseDay(acting, request.on);
    const facts: string[] = [];
    for (const field of ['post', 'unit', 'station'] as const) {
      const value = request[field];
      if (value === null || value === cadre[field]) continue;
      facts.push(amendFrom(db, cadre, field, value, request));
    }
    const what = facts.length === 0 ? 'unchanged' : 'added';
    const value: RosterChange = { what, facts, cadreNo: cadre.cadreNo, name: cadre.name, held: [] };
    return { value, did: { facts, cadre_no: cadre.cadreNo, on: request.on } };
  });
}

function amendFrom(
  db: WriteDb,
  cadre: CadreWithId,
  field: 'post' | 'unit' | 'station',
  value: string,
  request: MoveRequest,
): string {
  const id = db.insert('amendments', {
    ...{ record: 'cadres', record_id: cadre.id, field, old_value: cadre[field] || null, new_value: value },
    ...{ from_day: request.on, reason: [request.by, request.note].filter(Boolean).join(' ') || 'move' },
  });
  return factId('amendments', id);
}
