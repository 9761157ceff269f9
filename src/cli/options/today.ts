// Today: what lists say is late by it, and what `--on today` means; the only thing that the clock decides.
import type { Day } from '../../domain/days/day.ts';
import { Failure, problem } from '../../domain/problem.ts';
import { DEFAULT_TIME_ZONE, type ReadDb, timeZoneOf } from '../../jobs/care/ledger-access.ts';
import { todayIn } from '../../jobs/days.ts';
import type { OptionSpec } from '../command-spec.ts';
import type { Session } from '../session.ts';
import { attributeOf } from './coded.ts';
import type { Input } from './input.ts';

const TODAY = /^(today|今天|今日)$/iu;

/** Today in the ledger's time zone. */
export function todayOf(session: Session, db: ReadDb): Day {
  return todayIn(timeZoneOf(db), session.context.now());
}

/** Refuses a day after today, unless `--future` (contract, section 3, "Dates"). @throws Failure */
export function refuseFuture(session: Session, input: Input, cutoff: Day, db: ReadDb): void {
  const today = todayOf(session, db);
  if (input.flag('future') === true || cutoff <= today) return;
  throw new Failure('refused', [problem('cutoff_after_today', { cutoff, today })]);
}

/** The options of a command with the day in the place of `today`; the ledger is asked only where that is said. */
export async function withToday(
  session: Session,
  specs: readonly OptionSpec[],
  options: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const asked = specs
    .filter((spec) => /[<[]day[>\]]/.test(spec.flags))
    .map(attributeOf)
    // An option whose day may be left out means today then.
    .filter((name) => options[name] === true || TODAY.test(String(options[name] ?? '').trim()));
  if (asked.length === 0) return { ...options };
  const today = await session
    .reading((db) => todayOf(session, db))
    // What is wrong with the ledger is said by the command itself.
    .catch(() => todayIn(DEFAULT_TIME_ZONE, session.context.now()));
  return { ...options, ...Object.fromEntries(asked.map((name) => [name, today])) };
}
