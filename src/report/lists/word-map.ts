// The lines of a mapping file that settle all words of a refused import at once.
import type { Problem } from '../../domain/problem.ts';

interface RejectedTable {
  /** The heading of each field in the file. */
  readonly headings: Iterable<readonly [field: string, heading: string]>;
  readonly rows: readonly { readonly problems: readonly Problem[] }[];
}

/** What says that a word of a coded column is not known. */
const UNKNOWN_WORDS: ReadonlySet<string> = new Set([
  'word_not_understood',
  'cell_not_one_of',
  'cell_not_one_of_near',
  'cell_word_asked',
  'severity_not_1_to_3',
]);

/**
 * The words that were not understood, as the `fields:` of a mapping file: each column once, each word once with `"?"` in
 * the place of its meaning, and behind it what it can mean. No lines when every word is known.
 */
export function wordMapLines(tables: readonly RejectedTable[]): string[] {
  const byField = new Map<string, { readonly column: string; readonly words: Map<string, string> }>();
  for (const { headings, rows } of tables) {
    const fields = new Map([...headings].map(([field, column]) => [column, field]));
    for (const { code, values, place } of rows.flatMap((row) => row.problems)) {
      const field = fields.get(place?.column ?? '');
      const word = place?.value?.trim() ?? '';
      if (!UNKNOWN_WORDS.has(code) || field === undefined || word === '') continue;
      const found = byField.get(field) ?? { column: place?.column ?? '', words: new Map<string, string>() };
      byField.set(field, found);
      const allowed = Array.isArray(values.allowed) ? values.allowed.join(' | ') : '1 | 2 | 3';
      found.words.set(word, allowed);
    }
  }
  if (byField.size === 0) return [];
  const lines = ['fields:'];
  for (const [field, { column, words }] of byField) {
    lines.push(`  ${field}:`, `    column: ${JSON.stringify(column)}`, '    map:');
    for (const [word, allowed] of words) lines.push(`      ${JSON.stringify(word)}: "?"  # ${allowed}`);
  }
  return lines;
}
