// What came after the closing of a round, as figures without persons: talks, services, appeals, and what came back.
import { addDays } from '../../domain/days/day.ts';
import type { AfterClosing } from '../../domain/publication.ts';
import type { View } from '../../ledger/facts/view.ts';
import { policyInForce } from '../../ledger/rounds/policies.ts';
import { closedRound, lastClosedRound } from '../../ledger/rounds/rounds.ts';
import type { StandingRow } from '../../ledger/rounds/standings.ts';
import { talksOf } from '../../ledger/rounds/talks.ts';

/** Counts what came after the closing of a round. @param lines the round's, as they read now */
export function afterClosing(view: View, round: number, lines: readonly StandingRow[]): AfterClosing {
  return { ...talksAfter(view, round, lines), ...NOT_RECORDED };
}

/** What the ledger has no records of yet. */
const NOT_RECORDED = {
  servicesOwed: 0,
  services: 0,
  servicesLate: 0,
  appeals: 0,
  appealsUpheld: 0,
  rechecks: 0,
  rebounds: 0,
} as const;

/**
 * A `continued` talk is not held again. What is late is judged by the cutoff of the last closed round, and not by a clock:
 * the same ledger publishes the same on every day.
 */
function talksAfter(
  view: View,
  round: number,
  lines: readonly StandingRow[],
): Pick<AfterClosing, 'talksOwed' | 'talksHeld' | 'talksLate'> {
  const held = talksOf(view, round);
  const owed = lines.filter(
    ({ measure, step, movement }) =>
      (measure === 'reminder_talk' || measure === 'admonition_talk') &&
      step !== 'continued' &&
      movement !== 'departed',
  );
  const within = policyInForce(view.db).policy.duties.talkWithin;
  const cutoff = closedRound(view.db, round)?.cutoff;
  const now = lastClosedRound(view.db)?.cutoff;
  const late =
    within === 0 || cutoff === undefined || now === undefined
      ? []
      : owed.filter((line) => (held.get(line.cadre_no) ?? now) > addDays(cutoff, within));
  return {
    talksOwed: owed.length,
    talksHeld: owed.filter((line) => held.has(line.cadre_no)).length,
    talksLate: late.length,
  };
}
