// The calendar renderer: RFC 5545, all-day events, folded lines, CRLF.
import type { Calendar, CalendarEvent } from '../report/calendar-event.ts';
import { cleanText } from './text/clean.ts';

/** Octets of a line, its end not counted (RFC 5545, section 3.1). */
const LINE_OCTETS = 75;

/** Renders a calendar. */
export function* renderCalendar(calendar: Calendar): Generator<string> {
  yield lines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//yanquan//yanquan//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(calendar.name)}`,
  ]);
  for (const event of calendar.events) yield lines(eventLines(event, calendar));
  yield lines(['END:VCALENDAR']);
}

function eventLines(event: CalendarEvent, { at, edition }: Calendar): string[] {
  const { uid, day, summary, description, location, categories } = event;
  const optional = (name: string, value: string): string[] => (value === '' ? [] : [`${name}:${value}`]);
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${at.replaceAll(/[-:]|\.\d+/g, '')}`,
    `SEQUENCE:${edition}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${escaped(summary)}`,
    ...optional('DESCRIPTION', escaped(description)),
    ...optional('LOCATION', escaped(location)),
    ...optional('CATEGORIES', categories.map(escaped).join(',')),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** A text as a value: what separates values is escaped, what no calendar should see is cleaned away. */
function escaped(text: string): string {
  return cleanText(text)
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r?\n/g, '\\n');
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${folded(line)}\r\n`).join('');
}

/** A long line goes on below itself behind a space; no letter is broken. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const more = Buffer.byteLength(letter);
    if (octets + more > LINE_OCTETS) {
      parts.push(part);
      [part, octets] = ['', 1];
    }
    part += letter;
    octets += more;
  }
  return [...parts, part].join('\r\n ');
}
