// Today, for lists that say what is late: the only thing in them that the clock decides.
import type { Day } from '../domain/day.ts';
import { todayIn } from '../jobs/days.ts';
import { type ReadDb, timeZoneOf } from '../jobs/ledger-door.ts';
import type { Session } from './session.ts';

/** Today in the ledger's time zone. */
export function todayOf(session: Session, db: ReadDb): Day {
  return todayIn(timeZoneOf(db), session.context.now());
}
