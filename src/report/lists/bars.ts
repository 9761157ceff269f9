// Bars drawn with letters, for the terminal only: machines get the numbers.

const FULL = '█';
const MISSING = '░';
const REST = '·';

/** No wider than a table leaves unbroken. */
export const SHORT_BAR = 12;
const LONG_BAR = 24;
const WIDE_TERMINAL = 100;

/** The maximum width of one task's bars in a terminal of `width` columns. */
export function barWidth(columns: number | undefined): number {
  return columns !== undefined && columns < WIDE_TERMINAL ? SHORT_BAR : LONG_BAR;
}

/**
 * A bar of `width` letters in which `most` is the whole: `part` of it full, what is missing from there to `whole` shaded.
 * Anything above nothing shows at least one letter.
 */
export function bar(part: number, whole: number, most: number, width: number): string {
  const letters = (amount: number): number => {
    if (amount <= 0 || most <= 0) return 0;
    return Math.min(width, Math.max(1, Math.floor((amount * width) / most)));
  };
  const full = letters(part);
  const shaded = Math.max(full, letters(whole));
  return FULL.repeat(full) + MISSING.repeat(shaded - full) + REST.repeat(width - shaded);
}
