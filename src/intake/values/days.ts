// Days as people write them: the forms of the contract, deadlines in words, and what is refused with a remedy.

import type { IntakeCode } from '../../domain/codes/problem-codes.ts';
import { type Day, dayOf } from '../../domain/days/day.ts';

/** A day that was read, or the code that says why there is none. */
export type DayReading = { readonly day: Day } | { readonly code: IntakeCode };

/** `year` is lent to days that have none; `deadline` lets 2018年9月底前 and the like be read. */
export interface DayOptions {
  readonly year?: number | undefined;
  readonly deadline?: boolean | undefined;
}

const FULL =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?)$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const TIME = /[T ]{1,8}\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?$/;
const MONTH_DAY = /^(\d{1,2})月(\d{1,2})[日号]$/;
const MONTH_END = /^(?:(\d{4})年)?(\d{1,2})月(?:底|末)$/;
const YEAR_END = /^(\d{4})年(?:年?底|年末)$/;
const BEFORE = /(?:之前|以前|前)$/;
/** 9.20 and 11.25 are days; 9.2 may be the 2nd or the 20th. */
const MONTH_POINT_DAY = /^(\d{1,2})[./-](\d{2})$/;
const LIKE_NUMBER = /^\d{1,2}[./-]\d{1,2}$/;
/** Spaces within a day; the one before a time of day stays. */
const SPACED = / ?([年月./-]) ?| (?=[日号])/gu;
const HAN_ONLY = /^\p{Script=Han}+$/u;

/**
 * Reads a day: `2018-09-12`, `2018/9/12`, `2018.9.12`, `2018年9月12日`, `20180912` (a time of day after it is left
 * off), with spaces inside too. 9月20日, 9.20 and 11.25 need `year`. Deadlines also: 2018年9月底前 is the last day of the month, 2018年底 of the year, and 前
 * after a day includes the day (contract, section 4; issue 4). 9.2 is refused: it may be 2 or 20 September, or a number.
 */
export function parseDay(text: string, options: DayOptions = {}): DayReading {
  const given = text.normalize('NFKC').trim().replace(/\s+/gu, ' ').replace(SPACED, '$1');
  const plain = readPlain(given);
  if (plain !== undefined) return plain;
  const untimed = given.replace(TIME, '');
  if (untimed !== given) return readPlain(untimed) ?? { code: 'cell_not_a_day' };
  const bare = options.deadline === true ? given.replace(BEFORE, '') : given;
  const deadline = options.deadline === true ? readDeadline(bare, options.year) : undefined;
  if (deadline !== undefined) return deadline;
  const monthDay = MONTH_DAY.exec(bare) ?? MONTH_POINT_DAY.exec(bare);
  if (monthDay !== null) {
    if (options.year === undefined) return { code: 'day_without_year' };
    return inCalendar(options.year, Number(monthDay[1]), Number(monthDay[2]));
  }
  if (LIKE_NUMBER.test(given)) return { code: 'day_like_number' };
  return { code: options.deadline === true && HAN_ONLY.test(given) ? 'deadline_in_words' : 'cell_not_a_day' };
}

function readPlain(text: string): DayReading | undefined {
  const full = FULL.exec(text);
  if (full !== null) {
    const month = full[2] ?? full[4] ?? full[6] ?? full[8];
    const date = full[3] ?? full[5] ?? full[7] ?? full[9];
    return inCalendar(Number(full[1]), Number(month), Number(date));
  }
  const compact = COMPACT.exec(text);
  if (compact === null) return undefined;
  return inCalendar(Number(compact[1]), Number(compact[2]), Number(compact[3]));
}

function readDeadline(bare: string, lentYear: number | undefined): DayReading | undefined {
  const plain = readPlain(bare);
  if (plain !== undefined) return plain;
  const yearEnd = YEAR_END.exec(bare);
  if (yearEnd !== null) return inCalendar(Number(yearEnd[1]), 12, 31);
  const monthEnd = MONTH_END.exec(bare);
  if (monthEnd === null) return undefined;
  const year = monthEnd[1] === undefined ? lentYear : Number(monthEnd[1]);
  if (year === undefined) return { code: 'day_without_year' };
  const month = Number(monthEnd[2]);
  return inCalendar(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());
}

function inCalendar(year: number, month: number, date: number): DayReading {
  const day = dayOf(year, month, date);
  return day === undefined ? { code: 'day_not_in_calendar' } : { day };
}

/** A reader with a cache: a file has a small number of different days, each many times. A full cache is emptied. */
export function dayReader(options: DayOptions): (text: string) => DayReading {
  const known = new Map<string, DayReading>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const reading = parseDay(text, options);
    if (known.size >= 10_000) known.clear();
    known.set(text, reading);
    return reading;
  };
}
