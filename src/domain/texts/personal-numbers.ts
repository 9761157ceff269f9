// Finds and masks ID-card and phone numbers in texts: what belongs to a person has no place in what is handed round.
import { dayOf } from '../days/day.ts';

/** 居民身份证号 (GB 11643-1999: 18 digits, the last a check digit; before it 15) and phone numbers. */
export type PersonalNumber = 'id_card' | 'phone';

interface Found {
  readonly kind: PersonalNumber;
  readonly start: number;
  readonly end: number;
}

const MASK = '＊';
/** The last digits stay, so that who keeps the ledger can see which number was meant. */
const LEFT_OPEN = 4;

/** Full-width digits and letters as half-width, all separators between digits as a space or a dash; lengths stay. */
const FULL_WIDTH = /[０-９ｘＸ]/gu;
const AS_SPACE = /[\t-\r\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]/gu;
const AS_DASH = /[.．·\u2010-\u2015\u2212－～~]/gu;
/** Slashes, underscores and brackets divide a number only from inside: outside they are the text's own. */
const AS_SLASH = /[／＼\\|｜＿_]/gu;
const AS_BRACKET = /[（）[\]［］【】〔〕]/gu;
const OPENING = new Set('（[［【〔');
const BETWEEN = '[-/ ()]{0,3}';
const APART = '[-/ ()]{1,3}';

/** Most texts have not enough digits for one. */
const ENOUGH_DIGITS = /[0-9０-９](?:[^0-9０-９\p{L}]{0,3}[0-9０-９]){9}/u;

/** Neither a part of a longer number, nor of a file number such as WT-13812345678 or an amount. */
const BEFORE = '(?<![A-Za-z0-9]|[A-Za-z0-9]-|[A-Za-z]/)';
const AFTER = '(?![A-Za-z0-9]|-[A-Za-z0-9])';
const MOBILE_GROUPED = [
  `1[3-9]\\d${BETWEEN}\\d{4}${BETWEEN}\\d{4}`,
  `1[3-9]\\d{2}${APART}\\d{3}${APART}\\d{4}`,
  `1[3-9]\\d{2}${APART}\\d{4}${APART}\\d{3}`,
  `1[3-9]\\d${APART}\\d{3}${APART}\\d{5}`,
  `1${APART}[3-9](?:${APART}\\d){9}`,
].join('|');
const MOBILE = new RegExp(`${BEFORE}(?:(?:\\+|00)?86${BETWEEN})?(${MOBILE_GROUPED})${AFTER}`, 'g');
/** An area code and seven or eight digits: 0856-8520000, (010) 62340000, 08568520000. Local numbers begin with 2 to 8. */
const LANDLINE = new RegExp(
  `${BEFORE}(0(?:10|2\\d|[3-9]\\d{2})(?:${APART}\\d|[2-8])\\d{2,3}${BETWEEN}\\d{4}(?:-\\d{1,6})?)${AFTER}`,
  'g',
);

/** 18 digits in any groups: province, day of birth and check digit say whether it is one. */
const ID_CARD = new RegExp(`(?<![0-9a-z])((?:\\d${BETWEEN}){17}[\\dXx])(?![0-9A-Za-z])`, 'g');
const OLD_ID_CARD = new RegExp(`${BEFORE}(\\d{6}${BETWEEN}\\d{6}${BETWEEN}\\d{3})${AFTER}`, 'g');
/** The first two digits of an ID-card number (GB/T 2260). */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82|83)/;
/** Weights and check digits of GB 11643-1999 (ISO 7064, MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** Which kinds of such numbers are in a text. Numbers of records are no texts: ask about free text only. */
export function personalNumbersIn(text: string): readonly PersonalNumber[] {
  return [...new Set(found(text).map((each) => each.kind))];
}

/** The text with every digit of such numbers masked but the last four. All else stays as it is. */
export function maskPersonalNumbers(text: string): string {
  let masked = '';
  let done = 0;
  for (const { start, end } of found(text)) {
    masked += text.slice(done, start) + maskedNumber(text.slice(start, end));
    done = end;
  }
  return done === 0 ? text : masked + text.slice(done);
}

function maskedNumber(number: string): string {
  const digits = /[\dxX０-９ｘＸ]/gu;
  let left = [...number.matchAll(digits)].length - LEFT_OPEN;
  return number.replace(digits, (digit) => {
    left -= 1;
    return left >= 0 ? MASK : digit;
  });
}

/** In their order; none overlaps another. */
function found(text: string): Found[] {
  if (text.length < 10 || !ENOUGH_DIGITS.test(text)) return [];
  const plain = text
    .replace(FULL_WIDTH, (letter) => letter.normalize('NFKC'))
    .replace(AS_SPACE, ' ')
    .replace(AS_DASH, '-')
    .replace(AS_SLASH, '/')
    .replace(AS_BRACKET, (letter) => (OPENING.has(letter) ? '(' : ')'));
  const all = [
    ...matches(plain, 'id_card', ID_CARD, isIdCard),
    ...matches(plain, 'id_card', OLD_ID_CARD, isOldIdCard),
    ...matches(plain, 'phone', MOBILE, () => true),
    ...matches(plain, 'phone', LANDLINE, () => true),
  ];
  let last = 0;
  return all
    .sort((left, right) => left.start - right.start)
    .filter(({ start, end }) => {
      if (start < last) return false;
      last = end;
      return true;
    });
}

function* matches(
  plain: string,
  kind: PersonalNumber,
  pattern: RegExp,
  isOne: (digits: string) => boolean,
): Generator<Found> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(plain); match !== null; match = pattern.exec(plain)) {
    const [whole, number = ''] = match;
    const end = match.index + whole.length;
    if (isOne(number.replace(/[^\dXx]/g, '').toUpperCase())) yield { kind, start: end - number.length, end };
    // What failed may hide one that begins with its second group.
    else pattern.lastIndex = match.index + (/^\d+/.exec(whole)?.[0].length ?? 1);
  }
}

function isIdCard(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return isPlaceAndDay(digits.slice(0, 2), digits.slice(6, 14)) && digits[17] === CHECK_DIGITS[sum % 11];
}

/** Born in the twentieth century, without the two digits that say so. */
function isOldIdCard(digits: string): boolean {
  return isPlaceAndDay(digits.slice(0, 2), `19${digits.slice(6, 12)}`);
}

function isPlaceAndDay(place: string, born: string): boolean {
  const [year, month, date] = [born.slice(0, 4), born.slice(4, 6), born.slice(6)].map(Number);
  return (
    PROVINCE.test(place) &&
    Number(year) < 2100 &&
    dayOf(Number(year), Number(month), Number(date)) !== undefined
  );
}

/**
 * What a document is made of, with such numbers masked in every text, however deep; the numbers of records, and what
 * is not plain data, stay as they are.
 */
export function withoutPersonalNumbers<T>(facts: T): T {
  return masked(facts) as T;
}

/** Keys whose texts are numbers of records, or a digest. */
const NUMBER_OF = /(?:^(?:number|id|recurs|digest|sha256)|[nN]o|_nos?|Nos)$/;

/** Whether a key is one of those; there is only a small number of keys, and each is checked once. */
function isNumberOf(key: string): boolean {
  let known = numberKeys.get(key);
  if (known === undefined) {
    known = NUMBER_OF.test(key);
    numberKeys.set(key, known);
  }
  return known;
}
const numberKeys = new Map<string, boolean>();

/**
 * A value in which nothing is to be masked is returned as it is: a document has many lines and rarely such a number.
 */
function masked(value: unknown): unknown {
  if (typeof value === 'string') return maskPersonalNumbers(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, masked(each)]));
  if (Array.isArray(value)) return changedList(value);
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return changed(value as Readonly<Record<string, unknown>>);
}

/** A list with what is in it masked: copied when the first of it changes. */
function changedList(list: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let at = 0; at < list.length; at += 1) {
    const each = list[at];
    const now = masked(each);
    if (now === each) continue;
    copy ??= [...list];
    copy[at] = now;
  }
  return copy ?? list;
}

/** The same of an object. */
function changed(whole: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  let copy: Record<string, unknown> | undefined;
  for (const key in whole) {
    const each = whole[key];
    if (typeof each === 'string' ? isNumberOf(key) : typeof each !== 'object') continue;
    const now = masked(each);
    if (now === each) continue;
    copy ??= { ...whole };
    copy[key] = now;
  }
  return copy ?? whole;
}
