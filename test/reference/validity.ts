// Whether a history is one that section 3 allows: each event valid at its place in the order, and four eyes.

import { hundredths } from './exact.ts';
import type { Extension, Reassignment } from './facts.ts';
import { deadlineInForce, type FindingHistory, handOver, namedOn, orderedEvents } from './finding.ts';
import type { TaskHistory } from './task.ts';

/** The people in a cell: several are separated by `;`. */
export function people(cell: string): string[] {
  return cell.split(';').filter((each) => each !== '');
}

/** Everybody who is, was or will be responsible for a finding or a task. */
export function everResponsible(history: FindingHistory | TaskHistory): Set<string> {
  const item = 'finding' in history ? history.finding : history.task;
  return new Set([...namedOn(item).keys(), ...history.reassignments.map((each) => each.to_no)]);
}

/** Section 3, "Events on a finding", "Four eyes": what forbids this history; undefined when it is allowed. */
export function findingProblem(history: FindingHistory): string | undefined {
  const { finding } = history;
  const responsible = namedOn(finding);
  const released = new Set<string>();
  const pending = new Set<string>();
  const ever = everResponsible(history);
  const seen: { extensions: Extension[]; reassignments: Reassignment[] } = {
    extensions: [],
    reassignments: [],
  };
  const checkers = new Set(history.checks.flatMap((check) => people(check.checked_by)));
  const none = (cell: string): boolean => people(cell).every((each) => !ever.has(each));
  let settledOn: string | undefined;
  for (const event of orderedEvents(history)) {
    if (settledOn !== undefined) return 'an event after the finding is settled';
    if (event.day < finding.found_on) return 'an event before found_on';
    switch (event.kind) {
      case 'reassignment': {
        const { from_no, to_no, new_due_on, on } = event.fact;
        if (!responsible.has(from_no)) return 'from somebody who is not responsible';
        if (responsible.has(to_no) || released.has(to_no)) return 'to somebody already named';
        if (new_due_on !== '' && new_due_on < finding.found_on) return 'a deadline before found_on';
        if (new_due_on !== '' && history.extensions.some((each) => each.granted_on === on)) {
          return 'two sorts of new deadlines on one day (not forbidden, only avoided)';
        }
        handOver(responsible, event.fact);
        lapse(pending, from_no);
        seen.reassignments.push(event.fact);
        break;
      }
      case 'extension': {
        const deadline = deadlineInForce({ ...history, ...seen }, event.day);
        if (deadline === undefined || event.day > deadline) return 'an extension granted too late';
        if (event.fact.new_due_on <= deadline) return 'an extension to no later day';
        if (!none(event.fact.granted_by)) return 'granted by a responsible cadre';
        seen.extensions.push(event.fact);
        break;
      }
      case 'objection':
        if (!responsible.has(event.fact.cadre_no)) return 'an objection of somebody not responsible';
        if (pending.has(keyOf(event.fact))) return 'a second objection on the ground of one that is pending';
        pending.add(keyOf(event.fact));
        break;
      case 'report':
        break;
      case 'check':
        if (!none(event.fact.checked_by)) return 'checked by a responsible cadre';
        if (event.fact.result === 'rectified') settledOn = event.day;
        break;
      case 'ruling': {
        const { cadre_no, ruling, ruled_by, raised_on, ruled_on } = event.fact;
        if (ruled_on < raised_on || !pending.has(keyOf(event.fact))) return 'a ruling before its objection';
        if (!none(ruled_by)) return 'ruled by a responsible cadre';
        if (people(ruled_by).some((each) => checkers.has(each))) return 'ruled by who checked';
        if (ruling === 'released' && !responsible.has(cadre_no)) return 'released who is not responsible';
        pending.delete(keyOf(event.fact));
        if (ruling === 'upheld') settledOn = event.day;
        if (ruling === 'released') {
          responsible.delete(cadre_no);
          released.add(cadre_no);
          lapse(pending, cadre_no);
        }
        break;
      }
    }
  }
  if (history.orders.some((order) => order.on < finding.found_on)) return 'sent before it was found';
  if (history.orders.some((order) => settledOn !== undefined && order.on >= settledOn)) {
    return 'sent when settled';
  }
  return undefined;
}

/** Section 3, "Due": one pending objection of a cadre on each ground. */
function keyOf({ cadre_no, ground }: { readonly cadre_no: string; readonly ground: string }): string {
  return `${ground} ${cadre_no}`;
}

function lapse(pending: Set<string>, cadre_no: string): void {
  for (const key of pending) if (key.endsWith(` ${cadre_no}`)) pending.delete(key);
}

/** Section 3, "Behind schedule", "Responsible", "Four eyes", for a task; undefined when it is allowed. */
export function taskProblem(history: TaskHistory, acceptors: readonly string[]): string | undefined {
  const { task } = history;
  const byDay = <T extends { on: string; recorded: number }>(facts: readonly T[]): T[] =>
    [...facts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.recorded - b.recorded));
  const facts = [...history.progress, ...history.reassignments];
  const cancelled = history.cancellations[0]?.on;
  if (facts.some((fact) => fact.on < task.start_on)) return 'before the start';
  if (facts.some((fact) => cancelled !== undefined && fact.on >= cancelled)) return 'after the cancellation';
  let done = 0n;
  for (const entry of byDay(history.progress)) {
    if (hundredths(entry.done) < done) return 'an amount that falls';
    done = hundredths(entry.done);
  }
  const responsible = namedOn(task);
  const last = task.milestones.at(-1)?.on ?? task.start_on;
  for (const fact of byDay(history.reassignments)) {
    if (!responsible.has(fact.from_no)) return 'from somebody who is not responsible';
    if (responsible.has(fact.to_no)) return 'to somebody already named';
    if (fact.new_due_on !== '' && fact.new_due_on < last) return 'a deadline before the last milestone';
    handOver(responsible, fact);
  }
  const ever = everResponsible(history);
  if (acceptors.some((each) => ever.has(each))) return 'accepted by a responsible cadre';
  return undefined;
}
