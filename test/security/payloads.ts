// Texts made to do harm, kept as data: what a spreadsheet would run, what a terminal would obey, what SQL would take for its own.
import { readFileSync } from 'node:fs';

function read<Row>(name: string): readonly Row[] {
  const file = new URL(`payloads/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Row[];
}

type Named = readonly [what: string, text: string];

/** What a spreadsheet would run when it opened a file that holds it unguarded. */
export const formulaPayloads = read<Named>('formulas');
/** What does something to a terminal or to a reader's eye, and the text that is shown instead. */
export const terminalPayloads = read<readonly [what: string, text: string, shown: string]>('terminal');
/** What would be SQL, had it been pasted into a statement. */
export const sqlPayloads = read<Named>('sql');
