// Looks at a file as import would read it, without a ledger.
import { Failure, problem } from '../../domain/problem.ts';
import { recordColumns } from '../../domain/records/record-columns.ts';
import type { RecordKind } from '../../domain/records/records.ts';
import { comparableHeading, headingsOf } from '../../intake/headings.ts';
import { type Inspection, inspectFile, mappingText } from '../../intake/inspect.ts';
import { type OpenOptions, openSource } from '../../intake/source.ts';

/** What a file looks like; without `kind` the best fitting one is used for each sheet. @throws Failure */
export async function inspectImport(
  file: string,
  open: OpenOptions,
  kind: RecordKind | undefined,
): Promise<Inspection> {
  return inspectFile(await openSource(file, open), kind);
}

/** The text of one mapping file for all sheets of a file. */
export function mappingOf({ tables }: Inspection): string {
  return mappingText(tables);
}

/** The field of a kind that a key or a heading names. @throws Failure `sheet_as_unknown` */
export function fieldNamed(kind: RecordKind, word: string): string {
  const meaning = headingsOf(kind).get(comparableHeading(word));
  if (meaning !== undefined && 'key' in meaning) return meaning.key;
  const known = recordColumns[kind].map((spec) => spec.key);
  throw new Failure('usage', [problem('sheet_as_unknown', { field: word, known })]);
}
