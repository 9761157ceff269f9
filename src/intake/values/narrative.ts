// 整改情况: a narrative that accompanies the word of the unit, or the word itself where all its cells are words.
import { recordColumns } from '../../domain/records/record-columns.ts';
import type { RecordKind } from '../../domain/records/records.ts';
import { comparableHeading } from '../headings.ts';
import { kindRules } from '../kinds/all-kinds.ts';
import type { RawRow } from '../table.ts';
import { isUnitWord } from './clause.ts';
import type { Field } from './field.ts';

/** The place of the narrative among the headings of a kind; -1 when there is none, or a mapping uses it. */
export function narrativeColumn(
  kind: RecordKind,
  names: readonly string[],
  used?: ReadonlySet<number>,
): number {
  const heading = kindRules[kind].unitWord?.narrative;
  return names.findIndex((name, at) => comparableHeading(name) === heading && used?.has(at) !== true);
}

/** Gives the narrative to the note: alone, or behind the note that has a column of its own. */
export function addNarrative(
  kind: RecordKind,
  found: Map<string, Field>,
  { index, column }: { readonly index: number; readonly column: string },
): void {
  const key = kindRules[kind].unitWord?.note;
  const spec = recordColumns[kind].find((each) => each.key === key);
  if (spec === undefined) return;
  const note = found.get(spec.key);
  if (note === undefined) {
    found.set(spec.key, { spec, column, index, named: false });
    return;
  }
  const before = note.shown ?? ((cells: readonly string[]) => cells[note.index] ?? '');
  const text = (cells: readonly string[]): string =>
    [before(cells), cells[index] ?? ''].filter((part) => part.trim() !== '').join('；');
  const indices = [...(note.indices ?? [note.index]), index];
  found.set(spec.key, {
    ...note,
    column: `${note.column} + ${column}`,
    index: -1,
    indices,
    derive: text,
    shown: text,
  });
}

/**
 * Whether all cells of a column are words of the unit. Reads rows until one is not, and returns them with the answer.
 * @param below the rows below the header that have been read already
 */
export function areWords(
  index: number,
  below: readonly RawRow[],
  rows: Iterator<RawRow>,
): { readonly isWord: boolean; readonly read: readonly RawRow[] } {
  const read: RawRow[] = [];
  let seen = false;
  const isOther = (row: RawRow): boolean => {
    const cell = row.cells[index] ?? '';
    if (cell.trim() === '') return false;
    seen = true;
    return !isUnitWord(cell);
  };
  if (below.some(isOther)) return { isWord: false, read };
  for (let next = rows.next(); next.done !== true; next = rows.next()) {
    read.push(next.value);
    if (isOther(next.value)) return { isWord: false, read };
  }
  return { isWord: seen, read };
}
