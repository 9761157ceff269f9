// Marks that Word keeps as letters of a symbol font: the ticks, crosses and boxes that offices put into tables.

/** By font and by the code of the letter in it (Word adds F000). */
const SYMBOLS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: { 252: '✓', 251: '✗', 254: '☑', 253: '☒', 168: '☐', 111: '☐', 161: '○' },
  'wingdings 2': { 80: '✓', 82: '☑', 79: '✗', 81: '☒', 83: '☒', 84: '☒', 163: '☐' },
  symbol: { 214: '√', 180: '×', 179: '≥', 163: '≤', 177: '±' },
};

/** The letter that a symbol looks like; undefined where it is not known. @param code as four hexadecimal digits */
export function symbolOf(font: string, code: string): string | undefined {
  const letter = Number.parseInt(code, 16);
  if (Number.isNaN(letter)) return undefined;
  return SYMBOLS[font.trim().toLowerCase()]?.[letter >= 0xf000 ? letter - 0xf000 : letter];
}
