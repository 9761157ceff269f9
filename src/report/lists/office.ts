// What the office says of itself on its papers, as a list.
import type { Column, Report } from '../report.ts';
import { listOf } from './lists.ts';

const columns: readonly Column[] = [
  { key: 'office_key', type: 'term', terms: 'office' },
  { key: 'value', type: 'text' },
];

/** `office show`: the name of the office, then each setting; empty ones are blanks to be filled in by hand. */
export function officeReport(
  township: string,
  settings: readonly (readonly [key: string, value: string])[],
): Report {
  const entries = [['township', township] as const, ...settings];
  return listOf(
    'office show',
    columns,
    entries.map(([key, value]) => ({ office_key: key, value })),
    { notes: [{ key: 'note.office' }] },
  );
}
