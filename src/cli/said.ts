// What writing commands say when they are done.
import type { Committed } from '../jobs/committed.ts';
import type { Recorded } from '../jobs/record-one.ts';
import { OK } from './exit.ts';
import type { Session } from './session.ts';

/**
 * Says what came of a command that records facts: the ids on stdout, the talk on stderr.
 * @returns the exit code
 */
export async function sayRecorded(session: Session, came: Committed<Recorded>): Promise<number> {
  if (came.outcome === 'already') {
    session.tell({ key: 'said.already', values: { seq: came.seq } });
    return OK;
  }
  const { what, facts, late } = came.value;
  session.tell({ key: `said.recorded_${what}`, values: { count: facts.length } });
  if (late !== null)
    session.tell({
      key: 'said.late',
      values: { count: late.count, round: late.round, next: late.round + 1 },
    });
  return facts.length === 0 ? OK : session.write([`${facts.join('\n')}\n`]);
}

/** Names what a round leaves out: findings without a deadline, findings that nobody on the roster answers for. */
export function sayLeftOut(
  session: Session,
  plan: { readonly withoutDeadline: number; readonly withoutResponsible: readonly string[] },
): void {
  if (plan.withoutDeadline > 0)
    session.tell({ key: 'said.without_deadline', values: { count: plan.withoutDeadline } });
  if (plan.withoutResponsible.length > 0) {
    const shown = plan.withoutResponsible.slice(0, 20);
    session.tell({
      key: 'said.without_responsible',
      values: { count: plan.withoutResponsible.length, numbers: shown },
    });
  }
}
