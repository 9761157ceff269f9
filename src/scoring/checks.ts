// The supervision team's checks in a round's window, and how long each report waited for its check.
import type { CadreNo } from '../domain/cadre.ts';
import { type Day, daysBetween } from '../domain/days/day.ts';
import type { Finding } from '../domain/findings/finding.ts';
import { applyEvent, startOf } from '../domain/findings/history.ts';
import type { PreviousRound } from '../domain/round.ts';
import { inWindow } from './window.ts';

/** A check as the trend counts it. */
export interface CheckDone {
  readonly on: Day;
  /** Days from the report that it answers; null when no one had reported. */
  readonly days: number | null;
  /** Who was responsible on that day. */
  readonly responsible: readonly CadreNo[];
}

/** The checks of a finding in the round's window (contract, section 3, "Windows"). */
export function checksInWindow(
  finding: Pick<Finding, 'named' | 'events'>,
  cutoff: Day,
  previous: Pick<PreviousRound, 'cutoff' | 'closedAt'> | null,
): CheckDone[] {
  const state = startOf(finding.named);
  const checks: CheckDone[] = [];
  for (const event of finding.events) {
    if (event.on > cutoff) break;
    if (event.kind === 'check' && inWindow(event.on, event.windowSeq ?? event.seq, cutoff, previous)) {
      const reported = state.completion?.on;
      checks.push({
        on: event.on,
        days: reported === undefined ? null : daysBetween(reported, event.on),
        responsible: [...state.responsible.keys()],
      });
    }
    applyEvent(state, event);
  }
  return checks;
}
