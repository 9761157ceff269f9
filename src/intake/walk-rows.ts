// Row by row through a table below its header: rows without a record are skipped with a warning, broken ones are bad,
// the rest are read.

import type { IntakeCode } from '../domain/codes/problem-codes.ts';
import { type Place, type Problem, problem, refusal } from '../domain/problem.ts';
import type { RecordKind } from '../domain/records/records.ts';
import { joinedRows } from './csv/joined-rows.ts';
import type { Header } from './header.ts';
import { kindRules } from './kinds/all-kinds.ts';
import type { KindRules } from './kinds/kind.ts';
import type { Layout } from './layout.ts';
import { skipper } from './mapping.ts';
import type { Mapping } from './mapping-file.ts';
import { type ReadRow, type RowOptions, rowReader } from './read-row.ts';
import { Notes, RowsWithoutRecord } from './skipped-rows.ts';
import type { RawRow } from './table.ts';

interface Walk {
  /** The rows that were looked at for the header, from the first on. */
  readonly first: readonly RawRow[];
  /** The rows after them. */
  readonly rows: Iterator<RawRow>;
  readonly header: Header;
  readonly layout: Layout;
  readonly place: Place;
  /** Gets what was skipped, when all rows have been read. */
  readonly warnings: Problem[];
  readonly options: RowOptions & { readonly mapping?: Mapping | undefined };
}

/** Bad rows are kept until all have been read; beyond this number the file is no table of the kind. */
const MOST_BAD = 200_000;

/**
 * The records of a table, and its bad rows. May be walked once. Throws `Failure` where the file itself breaks off, and
 * `rows_bad_many`.
 */
export function* walkRows<K extends RecordKind>(kind: K, walk: Walk): Generator<ReadRow<K>> {
  const { layout, place, header, warnings } = walk;
  const rules: KindRules<K> = kindRules[kind];
  const read = rowReader(kind, layout.fields, walk.options);
  const notes = new Notes(place);
  let bad = 0;
  const countBad = (at: Place): void => {
    bad += 1;
    if (bad > MOST_BAD) throw refusal('rows_bad_many', { count: MOST_BAD }, at);
  };
  for (const row of joinedRows(kind, layout.fields, recordRows(walk, notes), notes)) {
    const at: Place = { ...place, line: row.line };
    const wrong = row.fault ?? raggedness(row.cells, header.names.length, layout);
    if (wrong !== undefined) {
      countBad(at);
      yield { place: at, original: row.cells, problems: [problem(wrong.code, wrong.values, at)] };
      continue;
    }
    const outcome = read(row, at);
    if (outcome.record === undefined) countBad(at);
    if (row.cells.length < header.names.length) notes.add('rows_short', row.line);
    if (outcome.keptWords === true) notes.add('words_kept', row.line);
    for (const { kind, column } of outcome.personal ?? []) notes.add(`personal_${kind}`, row.line, column);
    const also = outcome.record === undefined ? undefined : rules.warning?.(outcome.record);
    if (also !== undefined) notes.add(also, row.line);
    yield outcome;
  }
  warnings.push(...notes.problems());
}

/** The rows that hold a record, or are broken. */
function* recordRows(walk: Walk, notes: Notes): Generator<RawRow> {
  const { header, options, first } = walk;
  const skip = options.mapping === undefined ? undefined : skipper(options.mapping, header.names);
  const without = new RowsWithoutRecord(first.slice(0, header.index + header.height));
  for (const row of inOrder(walk)) {
    if (row.fault !== undefined) {
      yield row;
      continue;
    }
    const reason = without.reasonOf(row);
    if (reason === 'blank') continue;
    if (reason !== undefined) notes.add(reason, row.line);
    else if (skip?.(row.cells) === true) notes.add('rows_skipped_by_mapping', row.line);
    else yield row;
  }
}

/** Rows below the header; those above it only where they are broken. */
function* inOrder({ first, header, rows }: Walk): Generator<RawRow> {
  try {
    for (const row of first.slice(0, header.index)) if (row.fault !== undefined) yield row;
    yield* first.slice(header.index + header.height);
    for (let next = rows.next(); next.done !== true; next = rows.next()) yield next.value;
  } finally {
    rows.return?.();
  }
}

interface Ragged {
  readonly code: IntakeCode;
  readonly values: { readonly expected: number; readonly found: number };
}

/**
 * More cells than the header, unless the rest is blank; fewer, where one that must be filled is missing; or a value where
 * there is no heading.
 */
function raggedness(cells: readonly string[], width: number, layout: Layout): Ragged | undefined {
  const found = cells.length;
  const wrong = (code: IntakeCode): Ragged => ({ code, values: { expected: width, found } });
  if (found < width) {
    const isCut = layout.fields.some((field) => field.spec.required === true && field.index >= found);
    return isCut ? wrong('row_too_short') : undefined;
  }
  for (let at = width; at < found; at += 1) if ((cells[at] ?? '').trim() !== '') return wrong('row_too_wide');
  for (const at of layout.unheaded) if ((cells[at] ?? '').trim() !== '') return wrong('cell_without_heading');
  return undefined;
}
