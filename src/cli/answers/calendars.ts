// Deadlines as a calendar: -o FILE.ics, or --format ics.
import type { ReadDb } from '../../jobs/care/ledger-access.ts';
import { editionOf } from '../../jobs/find/edition.ts';
import { formats } from '../../output/settings.ts';
import type { CalendarEvent } from '../../report/calendar-event.ts';
import type { OptionSpec } from '../command-spec.ts';
import type { Input } from '../options/input.ts';
import type { Session } from '../session.ts';

/** `--format` of a command whose days a calendar can take. */
export const LIST_OR_CALENDAR: OptionSpec = { flags: '--format <format>', choices: [...formats, 'ics'] };

/** Whether a calendar is asked for, by `--format` or the ending of `-o`. */
export function asksForCalendar(input: Input): boolean {
  const named = input.text('format');
  return named === undefined ? /\.ics$/i.test(input.text('output') ?? '') : named === 'ics';
}

/** The ledger's id and its last entry: by them a calendar knows an event again. */
export type Edition = ReturnType<typeof editionOf>;

export function editionIn(db: ReadDb): Edition {
  return editionOf(db);
}

/** Writes events as a calendar; what has no day is counted on stderr. Returns the exit code. */
export async function printCalendar(
  session: Session,
  name: string,
  events: readonly CalendarEvent[],
  { edition, all }: { readonly edition: Edition; readonly all: number },
): Promise<number> {
  const { renderCalendar } = await import('../../output/ics.ts');
  const { at, seq } = edition;
  const code = await session.write(renderCalendar({ name, events, at, edition: seq }));
  const left = all - events.length;
  session.tell({ key: 'said.calendar_events', values: { count: events.length } });
  if (left > 0) session.tell({ key: 'said.calendar_without_day', values: { count: left } });
  return code;
}
