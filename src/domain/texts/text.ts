// How texts are compared: kept as given, matched in NFC, spaces inside all-Han names left out.

const HAN_AND_SPACE = /^[\p{Script=Han}·\s\u3000]+$/u;
const SPACE = /[\s\u3000]/u;
const PERSON_SEPARATOR = /[;；]/u;

/** The form in which two numbers (of cadres, findings, tasks) are compared: NFC, without outer spaces. */
export function comparableNumber(text: string): string {
  return text.normalize('NFC').trim();
}

/** The form in which two names are compared: NFC, outer spaces off, and inner spaces too when all is Han (张　三 is 张三). */
export function comparableName(text: string): string {
  const normal = text.normalize('NFC').trim();
  if (!SPACE.test(normal)) return normal;
  return HAN_AND_SPACE.test(normal) ? normal.replace(/[\s\u3000]+/gu, '') : normal;
}

/** Splits a cell that names several persons: `;` between them (full-width too), empty parts dropped. */
export function splitPersons(text: string): string[] {
  return text
    .split(PERSON_SEPARATOR)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** Compares by Unicode code point, the order in which numbers of cadres are listed (contract, section 3, lines). */
export function byCodePoint(left: string, right: string): number {
  if (left === right) return 0;
  const a = [...left];
  const b = [...right];
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const difference = (a[i]?.codePointAt(0) ?? 0) - (b[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** A text without any of these letters, or of spaces, at its end. */
export function withoutEnding(text: string, letters: string): string {
  let end = text.length;
  while (end > 0 && (letters.includes(text.charAt(end - 1)) || text.charAt(end - 1).trim() === '')) end -= 1;
  return text.slice(0, end);
}
