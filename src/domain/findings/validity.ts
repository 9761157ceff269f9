// Whether an event is valid at its place in a finding's history: the rules that refuse, one place for every path in.
import type { CadreNo } from '../cadre.ts';
import type { Day } from '../days/day.ts';
import { allTouching, samePerson, touching } from '../persons/four-eyes.ts';
import type { PersonsMeant, PersonText } from '../persons/meant.ts';
import { type Problem, problem } from '../problem.ts';
import { type About, notFourEyes, SIGNED_BY_NEW } from './acting-persons.ts';
import {
  type CheckEvent,
  type ExtensionEvent,
  eventTerm,
  type Finding,
  type FindingEvent,
  type ObjectionEvent,
  type ReassignmentEvent,
  type RulingEvent,
} from './finding.ts';
import { applyEvent, deadlineInForce, everResponsible, type FindingState, startOf } from './history.ts';

/** An event that is not valid at its place, and why. */
export interface Refused {
  readonly event: FindingEvent;
  readonly problem: Problem;
}

/**
 * The faults of a history as recorded. Facts are judged when they are recorded: under later rules and other
 * names they stay as they are, and only what a new fact adds is refused.
 */
export type Faults = ReadonlySet<string>;

const NO_FAULTS: Faults = new Set();

/** The faults of a finding whose events are all recorded. */
export function faultsOf(finding: Finding, persons: PersonsMeant): Faults {
  return new Set([...refusals(finding, persons)].map(keyOf));
}

/**
 * The first event of a finding that is not valid at its place (contract, section 3: events, dates, four eyes), or
 * undefined when the whole history holds. `finding.events` must be in the order of events.
 * @param standing the faults of the history before the change that is judged
 */
export function firstRefused(
  finding: Finding,
  persons: PersonsMeant,
  standing: Faults = NO_FAULTS,
): Refused | undefined {
  for (const refused of refusals(finding, persons)) if (!standing.has(keyOf(refused))) return refused;
  return undefined;
}

function keyOf({ event, problem: { code, values } }: Refused): string {
  return JSON.stringify([event.kind, event.id, code, values.cadre_no ?? '', values.person ?? '']);
}

function* refusals(finding: Finding, persons: PersonsMeant): Generator<Refused> {
  const state = startOf(finding.named);
  const acts: Act[] = [];
  for (const event of finding.events) {
    for (const found of refusalsOf(finding, state, event, { persons, acts })) yield { event, problem: found };
    applyEvent(state, event);
    if (isAct(event)) acts.push({ kind: event.kind, on: event.on, text: textOf(event) });
  }
}

/** Acts on what somebody answers for, which none of the responsible may do. */
type ActEvent = CheckEvent | ExtensionEvent | RulingEvent;

/** An act before the event that is looked at, and the text that says who did it. */
export interface Act {
  readonly kind: ActEvent['kind'];
  readonly on: Day;
  readonly text: PersonText;
}

function isAct(event: FindingEvent): event is ActEvent {
  return (
    event.kind === 'check' ||
    event.kind === 'extension' ||
    (event.kind === 'ruling' && event.ruling !== 'retracted')
  );
}

const TEXTS = {
  check: { fact: 'checks', column: 'checked_by' },
  extension: { fact: 'extensions', column: 'granted_by' },
  ruling: { fact: 'rulings', column: 'ruled_by' },
  reassignment: { fact: 'reassignments', column: 'by' },
} as const;

const RETRACTED = { fact: 'retractions', column: 'by' } as const;

/** The text of an event that says who did it. */
function textOf(event: ActEvent | ReassignmentEvent): PersonText {
  const of = event.kind === 'ruling' && event.ruling === 'retracted' ? RETRACTED : TEXTS[event.kind];
  return { ...of, id: event.id, seq: event.seq, text: event.by };
}

/** Who did what before. */
interface Past {
  readonly persons: PersonsMeant;
  readonly acts: readonly Act[];
}

function* refusalsOf(
  finding: Finding,
  state: FindingState,
  event: FindingEvent,
  past: Past,
): Generator<Problem> {
  const { persons } = past;
  const about = { finding_no: finding.findingNo, event: eventTerm(event), on: event.on };
  if (event.on < finding.foundOn) {
    yield problem('event_before_found', { ...about, found_on: finding.foundOn });
    return;
  }
  if (state.settled !== null) {
    yield problem('event_after_settled', {
      ...about,
      status: { term: `status.${state.settled.status}` },
      settled_on: state.settled.on,
    });
    return;
  }
  switch (event.kind) {
    case 'report':
      return;
    case 'check':
      yield* notFourEyes(textOf(event), everResponsible(state), persons, about);
      return;
    case 'extension': {
      const deadline = deadlineInForce(finding, state, event.on);
      if (deadline === null) yield problem('extension_without_deadline', about);
      else if (event.on > deadline) yield problem('extension_too_late', { ...about, deadline });
      else if (event.newDueOn <= deadline) {
        yield problem('extension_not_later', { ...about, deadline, new_due_on: event.newDueOn });
      } else yield* notFourEyes(textOf(event), everResponsible(state), persons, about);
      return;
    }
    case 'objection':
      yield* objectionRefusals(state, event, about);
      return;
    case 'ruling':
      yield* rulingRefusals(finding, state, event, persons, about);
      return;
    case 'reassignment':
      yield* reassignmentRefusals(event, state, past, about);
      if (event.newDueOn !== null && event.newDueOn < finding.foundOn) {
        yield problem('deadline_before_found', {
          ...about,
          due_on: event.newDueOn,
          found_on: finding.foundOn,
        });
      }
  }
}

/** An objection is raised by one of the responsible, and a cadre has one pending on each ground. */
function* objectionRefusals(
  state: FindingState,
  { cadreNo: cadre_no, ground }: ObjectionEvent,
  about: About,
): Generator<Problem> {
  if (!state.responsible.has(cadre_no)) {
    yield problem('objection_not_responsible', { ...about, cadre_no });
    return;
  }
  const pending = state.pendingObjections.find((each) => each.cadreNo === cadre_no && each.ground === ground);
  if (pending === undefined) return;
  const of = { cadre_no, ground: { term: `ground.${ground}` }, raised_on: pending.on };
  yield problem('objection_pending', { ...about, ...of });
}

function* rulingRefusals(
  finding: Finding,
  state: FindingState,
  event: RulingEvent,
  persons: PersonsMeant,
  about: About,
): Generator<Problem> {
  const objection = state.pendingObjections.find((each) => each.id === event.objection);
  const lapsed = state.lapsedObjections.find((each) => each.id === event.objection);
  if (lapsed !== undefined) {
    yield problem('ruling_lapsed', { ...about, cadre_no: lapsed.cadreNo, raised_on: lapsed.on });
    return;
  }
  if (objection === undefined) {
    const later = finding.events.find((each) => each.kind === 'objection' && each.id === event.objection);
    yield later !== undefined && later.on > event.on
      ? problem('ruling_before_objection', { ...about, raised_on: later.on })
      : problem('ruling_without_objection', about);
    return;
  }
  if (event.ruling === 'retracted') {
    const own = persons.cadre(objection.cadreNo);
    const meant = persons.meant(textOf(event));
    const { cadreNo: cadre_no, name } = own;
    if (meant.length !== 1 || touching(meant, [own]) === undefined)
      yield problem('retraction_not_own', { ...about, person: event.by, cadre_no, name });
    return;
  }
  yield* notFourEyes(textOf(event), everResponsible(state), persons, about);
  if (state.latestCheck === null) return;
  const checkers = persons.meant(textOf(state.latestCheck));
  for (const person of persons.meant(textOf(event))) {
    if (checkers.some((checker) => samePerson(person, checker, (no) => persons.cadre(no as CadreNo)))) {
      yield problem('ruling_by_checker', { ...about, person: person.given });
    }
  }
}

/**
 * Why a cadre's part cannot pass to another (findings and tasks alike): not from one who has none nor to one who has one,
 * not signed by one of those responsible or by the one who takes over, not to somebody who has checked, extended or ruled
 * by then.
 */
export function* reassignmentRefusals(
  event: ReassignmentEvent,
  state: FindingState,
  { persons, acts }: Past,
  about: About,
): Generator<Problem> {
  if (!state.responsible.has(event.from)) {
    yield problem('reassignment_from_not_responsible', { ...about, cadre_no: event.from });
    return;
  }
  if (state.responsible.has(event.to)) {
    yield problem('reassignment_to_responsible', { ...about, cadre_no: event.to });
    return;
  }
  const ever = everResponsible(state);
  yield* notFourEyes(textOf(event), ever, persons, about);
  if (!ever.has(event.to)) yield* notFourEyes(textOf(event), [event.to], persons, about, SIGNED_BY_NEW);
  for (const act of acts) {
    for (const touched of allTouching(persons.meant(act.text), [persons.cadre(event.to)])) {
      yield problem('reassignment_to_actor', {
        ...about,
        person: touched.person.given,
        cadre_no: event.to,
        name: touched.cadre.name,
        act: { term: `event.${act.kind}` },
        act_on: act.on,
      });
    }
  }
}
