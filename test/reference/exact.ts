// Exact numbers and civil days for the reference: whole hundredths, whole ten-thousandths, whole days.

/** Reads a decimal with at most two places as whole hundredths; anything else is a bug in the caller. */
export function hundredths(value: string | number): bigint {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(String(value));
  if (match === null) throw new Error(`not a decimal with at most two places: ${value}`);
  return BigInt(match[1] ?? '0') * 100n + BigInt((match[2] ?? '').padEnd(2, '0'));
}

/** Writes whole ten-thousandths as decimal text without trailing zeros (section 4, "Machine output"). */
export function pointsText(tenThousandths: bigint): string {
  const fraction = String(tenThousandths % 10_000n)
    .padStart(4, '0')
    .replace(/0+$/, '');
  const whole = String(tenThousandths / 10_000n);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** Days since 1970-01-01 of a civil day `YYYY-MM-DD`. */
export function dayNumber(day: string): number {
  return (
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000
  );
}

/** The civil day `days` after `day`. */
export function addDays(day: string, days: number): string {
  return new Date((dayNumber(day) + days) * 86_400_000).toISOString().slice(0, 10);
}

/** The civil day `months` before `day`: the same day, or the last of a shorter month (section 3, "History"). */
export function monthsBefore(day: string, months: number): string {
  const whole = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  const [year, month] = [Math.floor(whole / 12), (whole % 12) + 1];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const longest = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31;
  const date = Math.min(Number(day.slice(8, 10)), longest);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(date)}`;
}

/** Orders two texts by code point (section 3, "Lines"), which is not the order of `<` beyond U+FFFF. */
export function byCodePoint(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
