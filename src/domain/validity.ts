// Whether an event may stand at its place in a finding's history: the rules that refuse, one place for every path in.
import type { Finding, FindingEvent, ReassignmentEvent } from './finding.ts';
import { applyEvent, deadlineInForce, everResponsible, type FindingState, startOf } from './history.ts';
import { type People, personAmong, personInBoth } from './people.ts';
import { type Problem, type ProblemValue, problem } from './problem.ts';

/** An event that may not stand where it stands, and why. */
export interface Refused {
  readonly event: FindingEvent;
  readonly problem: Problem;
}

/**
 * The first event of a finding that may not stand at its place (contract, section 3: events, dates, four eyes), or
 * undefined when the whole history holds. `finding.events` must be in the order of events.
 */
export function firstRefused(finding: Finding, people: People): Refused | undefined {
  const state = startOf(finding.named);
  for (const event of finding.events) {
    const found = refusalOf(finding, state, event, people);
    if (found !== undefined) return { event, problem: found };
    applyEvent(state, event);
  }
  return undefined;
}

function refusalOf(
  finding: Finding,
  state: FindingState,
  event: FindingEvent,
  people: People,
): Problem | undefined {
  const about = { finding_no: finding.findingNo, event: eventTerm(event), on: event.on };
  if (event.on < finding.foundOn) {
    return problem('event_before_found', { ...about, found_on: finding.foundOn });
  }
  if (state.settled !== null) {
    return problem('event_after_settled', {
      ...about,
      status: { term: `status.${state.settled.status}` },
      settled_on: state.settled.on,
    });
  }
  switch (event.kind) {
    case 'report':
      return undefined;
    case 'check':
      return notFourEyes(event.by, state, people, about);
    case 'extension': {
      const deadline = deadlineInForce(finding, state, event.on);
      if (deadline === null) return problem('extension_without_deadline', about);
      if (event.on > deadline) return problem('extension_too_late', { ...about, deadline });
      if (event.newDueOn <= deadline) {
        return problem('extension_not_later', { ...about, deadline, new_due_on: event.newDueOn });
      }
      return notFourEyes(event.by, state, people, about);
    }
    case 'objection':
      if (state.responsible.has(event.cadreNo)) return undefined;
      return problem('objection_not_responsible', { ...about, cadre_no: event.cadreNo });
    case 'ruling': {
      const objection = state.pendingObjections.find((each) => each.id === event.objection);
      if (objection === undefined) {
        const later = finding.events.find((each) => each.kind === 'objection' && each.id === event.objection);
        return later !== undefined && later.on > event.on
          ? problem('ruling_before_objection', { ...about, raised_on: later.on })
          : problem('ruling_without_objection', about);
      }
      const fourEyes = notFourEyes(event.by, state, people, about);
      if (fourEyes !== undefined || state.latestCheck === null) return fourEyes;
      const checker = personInBoth(event.by, state.latestCheck.by, people);
      return checker === undefined ? undefined : problem('ruling_by_checker', { ...about, person: checker });
    }
    case 'reassignment':
      return reassignmentRefusal(event, state, about, finding);
  }
}

/** Why a cadre's part cannot pass to another (findings and tasks alike), or undefined. */
export function reassignmentRefusal(
  event: ReassignmentEvent,
  state: FindingState,
  about: Readonly<Record<string, ProblemValue>>,
  finding?: Pick<Finding, 'foundOn'>,
): Problem | undefined {
  if (!state.responsible.has(event.from)) {
    return problem('reassignment_from_not_responsible', { ...about, cadre_no: event.from });
  }
  if (state.responsible.has(event.to)) {
    return problem('reassignment_to_responsible', { ...about, cadre_no: event.to });
  }
  if (finding !== undefined && event.newDueOn !== null && event.newDueOn < finding.foundOn) {
    return problem('deadline_before_found', { ...about, due_on: event.newDueOn, found_on: finding.foundOn });
  }
  return undefined;
}

/** Four eyes: none of the persons in `by` is or has been responsible (contract, section 3); undefined when so. */
export function notFourEyes(
  by: string,
  state: Pick<FindingState, 'named' | 'takenOver'>,
  people: People,
  about: Readonly<Record<string, ProblemValue>>,
): Problem | undefined {
  const same = personAmong(by, everResponsible(state), people);
  if (same === undefined) return undefined;
  return problem(same.byName ? 'four_eyes_name' : 'four_eyes', {
    ...about,
    person: same.given,
    cadre_no: same.cadreNo,
    name: people.nameOf(same.cadreNo),
  });
}

/** The term that names an event in messages: a check by its result, a ruling by its word, others by their kind. */
export function eventTerm(event: FindingEvent): { readonly term: string } {
  return { term: `event.${event.kind}` };
}
