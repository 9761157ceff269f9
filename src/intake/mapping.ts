// Applies a mapping: which rows are skipped, and how the text of a field is made from the cells of a row.

import type { IntakeCode } from '../domain/codes/problem-codes.ts';
import { nearest } from '../domain/known.ts';
import type { ProblemValue } from '../domain/problem.ts';
import type { ColumnName, FieldMapping, Mapping } from './mapping-file.ts';
import type { Refuse } from './values/cells.ts';
import { formatReader } from './values/day-format.ts';

/** Where a mapped field's text comes from. */
export interface FieldSource {
  readonly column: string;
  /** The cells that it is made of, by index. */
  readonly indices: readonly number[];
  readonly derive: (cells: readonly string[], refuse: Refuse) => string | undefined;
  /** The cells as in the file, for places. */
  readonly shown: (cells: readonly string[]) => string;
}

type RefuseHeading = (
  code: IntakeCode,
  values: Readonly<Record<string, ProblemValue>>,
  column?: string,
) => void;

/**
 * The sources of the mapped fields under a header, and the columns they use. A column that the file lacks is
 * refused as `mapping_column_unknown` with the nearest one.
 */
export function fieldSources(
  mapping: Mapping,
  names: readonly string[],
  refuse: RefuseHeading,
): { readonly fields: ReadonlyMap<string, FieldSource>; readonly used: ReadonlySet<number> } {
  const used = new Set<number>();
  const fields = new Map<string, FieldSource>();
  for (const [key, field] of mapping.fields) {
    const columns = field.columns ?? (field.column === undefined ? [] : [field.column]);
    const indices = columns.map((column) => columnIndex(column, names, refuse));
    for (const index of indices) used.add(index);
    const shown = (cells: readonly string[]) =>
      field.value ?? indices.map((index) => cells[index] ?? '').join(field.join ?? ' ');
    fields.set(key, { column: columns.join(' + ') || key, indices, derive: deriver(field, indices), shown });
  }
  for (const rule of mapping.skip) used.add(columnIndex(rule.column, names, refuse));
  for (const column of mapping.ignore) used.add(indexOf(column, names));
  return { fields, used };
}

function columnIndex(column: ColumnName, names: readonly string[], refuse: RefuseHeading): number {
  const index = indexOf(column, names);
  if (index === -1) {
    const near = typeof column === 'number' ? '' : (nearest(column, names) ?? '');
    refuse(near === '' ? 'mapping_column_unknown' : 'mapping_column_near', {
      column: String(column),
      nearest: near,
    });
  }
  return index;
}

/** The place of a column among the headings, from 0; -1 when there is none. */
function indexOf(column: ColumnName, names: readonly string[]): number {
  if (typeof column === 'number') return column <= names.length ? column - 1 : -1;
  return names.findIndex((name) => name.trim() === column.trim());
}

/** Whether a row is skipped under the mapping's rules. */
export function skipper(mapping: Mapping, names: readonly string[]): (cells: readonly string[]) => boolean {
  const rules = mapping.skip.map((rule) => ({
    index: indexOf(rule.column, names),
    equals: rule.equals.trim(),
  }));
  return (cells) => rules.some((rule) => (cells[rule.index] ?? '').trim() === rule.equals);
}

function deriver(field: FieldMapping, indices: readonly number[]): FieldSource['derive'] {
  const read = field.format === undefined ? undefined : formatReader(field.format);
  return (cells, refuse) => {
    const parts = indices.map((index) => cells[index] ?? '').filter((part) => part.trim() !== '');
    const text =
      field.value ?? (field.columns === undefined ? (parts[0] ?? '') : parts.join(field.join ?? ' '));
    if (text.trim() === '') return '';
    const mapped = field.map?.get(text.trim());
    if (mapped === undefined && read !== undefined) {
      const day = read(text.trim());
      if (day === undefined) return refuse('day_not_in_format', { format: field.format ?? '' });
      return day;
    }
    return `${field.prefix ?? ''}${mapped ?? text}`;
  };
}
