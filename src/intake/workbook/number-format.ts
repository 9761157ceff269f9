// What a number cell shows under its format, as far as it matters: letters, percent signs and leading zeros.
import { formatValue } from 'hucre';

/** From here on Excel has dropped digits: it keeps fifteen. */
const INEXACT = 1e15;

/** Formats by their number where a workbook does not write them out (ECMA-376, part 1, 18.8.30). */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
]);

/** A number as it is kept: `text` replaces the cell. */
export interface ShownNumber {
  readonly text: string;
  /** Shown as 100 % though it is less. */
  readonly isRoundedUp?: true;
}

/** The code of a format; undefined for General and for what shows a number as it is. */
export function formatCode(id: number, written: ReadonlyMap<number, string>): string | undefined {
  return written.get(id) ?? BUILT_IN.get(id);
}

/** Whether a format is one of the dates of the Chinese Excel, which no file writes out. */
export function isChineseDate(id: number, written: ReadonlyMap<number, string>): boolean {
  return !written.has(id) && ((id >= 27 && id <= 36) || (id >= 50 && id <= 58));
}

/** Whether a date format shows a time of day only. */
export function showsTimeOnly(format: string | undefined): boolean {
  return format !== undefined && !/[ydeg年月日]/i.test(withoutLiterals(format)) && /[hs]/i.test(format);
}

/** What of a format is no text in quotes, no escaped letter, no bracket and no space as wide as a letter. */
function withoutLiterals(format: string): string {
  const outside = format.split('"').filter((_, at) => at % 2 === 0);
  return outside
    .join('')
    .replace(/\\.|_./g, '')
    .replace(/\[[^[\]]*\]/g, '');
}

/** A number without a format: as typed up to fifteen digits, and as 1.1E+17 beyond, which no number column takes. */
export function plainNumber(value: number): string {
  if (Math.abs(value) >= INEXACT) return value.toExponential(14).replace(/(?:\.0{0,14}|0{1,14})?e\+/, 'E+');
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
}

/**
 * A number as its cell shows it. Decimals and thousands separators aside: 7.00 and 1,234 are 7 and 1234 still.
 * Undefined for formats that write numbers in Chinese numerals, which are not rendered here.
 */
export function shownNumber(value: number, format: string | undefined): ShownNumber | undefined {
  if (format === undefined || Math.abs(value) >= INEXACT || /^(?:General|@|G\/通用格式)$/i.test(format)) {
    return { text: plainNumber(value) };
  }
  if (/\[DBNum/i.test(format)) return undefined;
  const general = Number.isInteger(value) ? '0' : '0.##############';
  const code = format.replace(/G\/通用格式|General/gi, general);
  const shown = formatValue(value, code).trim();
  const bare = shown.replaceAll(',', '');
  const isPlain = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(bare) && Number(bare) === value;
  const isRoundedUp = /^100(?:\.0+)?%$/.test(shown) && value < 1;
  return { text: isPlain ? plainNumber(value) : shown, ...(isRoundedUp && { isRoundedUp }) };
}

/** A time of day as its cell shows it. */
export function shownTime(value: Date, format: string): string {
  return formatValue(value, format).trim();
}
