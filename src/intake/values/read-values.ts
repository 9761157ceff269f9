// Values given one by one (options of a command) to a record: the same readers and checks as a row of a file.
import { Failure, problem } from '../../domain/problem.ts';
import { recordColumns } from '../../domain/records/record-columns.ts';
import type { RecordKind, RecordOf } from '../../domain/records/records.ts';
import { type ReadRow, rowReader } from '../read-row.ts';

/**
 * Reads a record of `kind` from texts by field; a field that is left out counts as a column the file does not have.
 * @throws Failure `refused` with every problem; each names the field by its key
 */
export function readValues<K extends RecordKind>(
  kind: K,
  values: Readonly<Record<string, string | undefined>>,
): RecordOf[K] {
  const specs = recordColumns[kind].filter(
    (spec) => values[spec.key] !== undefined || spec.required === true,
  );
  const fields = specs.map((spec, index) => ({ spec, index, column: spec.key, named: false }));
  const cells = specs.map((spec) => values[spec.key] ?? '');
  const read: ReadRow<K> = rowReader(kind, fields, {})({ line: 1, cells }, { file: '' });
  if (read.record !== undefined && read.doubts === undefined) return read.record;
  throw new Failure(
    'refused',
    [...read.problems, ...(read.doubts ?? [])].map(({ code, values: said, place }) =>
      problem(code, said, place?.column === undefined ? undefined : { file: `--${option(place.column)}` }),
    ),
  );
}

function option(key: string): string {
  return key.replaceAll('_', '-');
}
