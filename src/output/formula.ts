// The guard against cells that a spreadsheet would run as a formula.

// Full-width signs too: some spreadsheets take ＝ for =.
const RUNS = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * Puts one `'` in front of a text that a spreadsheet would run, and of one that begins with `'` and such a text,
 * however many `'` there are; `import` takes exactly one away from what matches `'` and then this, so that a round
 * trip changes nothing.
 */
export function guardFormula(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}
