// Day formats of mapping files, such as `MM/DD/YYYY`.
import { dayOf } from '../../domain/days/day.ts';

const TOKENS: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<date>\\d{2})',
  D: '(?<date>\\d{1,2})',
  HH: '\\d{2}',
  H: '\\d{1,2}',
  mm: '\\d{2}',
  ss: '\\d{2}',
};
const TOKEN = /YYYY|MM?|DD?|HH?|mm|ss/g;

/** Whether a format names year, month and date once each. */
export function isDayFormat(format: string): boolean {
  const tokens = format.match(TOKEN) ?? [];
  return ['Y', 'M', 'D'].every((letter) => tokens.filter((token) => token.startsWith(letter)).length === 1);
}

/** Reads days written in a format such as `MM/DD/YYYY` into `YYYY-MM-DD`; undefined when a text does not fit. */
export function formatReader(format: string): (text: string) => string | undefined {
  let pattern = '';
  let from = 0;
  for (const match of format.matchAll(TOKEN)) {
    pattern += literally(format.slice(from, match.index)) + (TOKENS[match[0]] ?? '');
    from = match.index + match[0].length;
  }
  const whole = new RegExp(`^${pattern}${literally(format.slice(from))}$`, 'u');
  return (text) => {
    const groups = whole.exec(text)?.groups;
    if (groups === undefined) return undefined;
    return dayOf(Number(groups.year), Number(groups.month), Number(groups.date));
  };
}

/** A text as a pattern that fits only that text. */
function literally(text: string): string {
  return [...text].map((letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`).join('');
}
