// How documents word days, numbers of sections, and places left blank.
import type { Day } from '../domain/days/day.ts';
import type { RoundDigests } from '../domain/round.ts';
import type { Words } from '../i18n/words.ts';

const NUMERALS = '一二三四五六七八九';

/** The number of a section: 一 to 九十九 in Chinese, digits in English. */
export function ordinal(number: number, words: Words): string {
  if (words.lang !== 'zh' || number < 1 || number > 99) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${NUMERALS[tens - 1]}十`;
  return ten + (ones === 0 ? '' : NUMERALS[ones - 1]);
}

/** A day with its year: 2018年9月12日. */
export function longDay(day: Day, words: Words): string {
  return dayAs('document.day', day, words);
}

/** A day without its year, unless that is another one than the year of `near`: 9月12日. */
export function shortDay(day: Day, near: Day, words: Words): string {
  return dayAs(day.slice(0, 4) === near.slice(0, 4) ? 'document.day_in_year' : 'document.day', day, words);
}

function dayAs(key: string, day: Day, words: Words): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return words.text({
    key,
    values: { year, month: { term: `month.${Number(month)}` }, date: Number(date) },
  });
}

/** A text, or a place to fill in by hand when there is none. */
export function orBlank(text: string | undefined, words: Words): string {
  return text === undefined || text === '' ? words.term('document.blank') : text;
}

/** The digests of a round in the order in which they are shown: its own, and of a closed one its draft's. */
export function digestsNamed({ draft, closing }: RoundDigests): {
  readonly which: 'digest' | 'draft_digest';
  readonly digest: string;
}[] {
  const digests = [{ which: 'digest' as const, digest: closing ?? draft ?? '' }];
  return closing === null || draft === null
    ? digests
    : [...digests, { which: 'draft_digest', digest: draft }];
}

/** Days as a policy or a command gives them (`5d`, `5wd`, `5`: working days), with a blank where there is none. */
export function daysAllowed(days: string | undefined, words: Words): string {
  const [, count = '', unit = 'wd'] = /^(\d+)(w?d)?$/u.exec(days ?? '') ?? [];
  const key = unit === 'd' ? 'document.days.calendar' : 'document.days.working';
  return words.text({ key, values: { count: orBlank(count, words) } });
}

/** The last of days that run, in brackets; nothing where they do not run yet. */
export function untilText(last: Day | null | undefined, words: Words): string {
  if (last === null || last === undefined) return '';
  return words.text({ key: 'paper.rights.last', values: { day: longDay(last, words) } });
}
