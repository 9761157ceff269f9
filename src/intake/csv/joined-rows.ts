// Several rows of one finding, its number merged down over measures or people, become one row.
import type { RecordKind } from '../../domain/records/records.ts';
import { isSignature, type Notes } from '../skipped-rows.ts';
import type { RawRow } from '../table.ts';
import type { Field } from '../values/field.ts';

/** The number by which rows of a kind belong together; of other kinds each row is a record of its own. */
const NUMBERS: Partial<Record<RecordKind, string>> = {
  findings: 'finding_no',
  ledger: 'finding_no',
  tasks: 'task_no',
};
/** What a row of a record of its own has besides its number: one that has none of it in a text goes on with the row above. */
const OWN_FACTS: ReadonlySet<string> = new Set(['source', 'description', 'found_on', 'name', 'target']);

/**
 * Joins rows whose number is merged down from the row above (in a text, where merged cells are empty: rows with neither a
 * number nor facts of their own). Cells that differ are joined by line breaks, people by `;`, and coded words by `/`, so
 * that two words are never read as the first alone.
 */
export function* joinedRows(
  kind: RecordKind,
  fields: readonly Field[],
  rows: Iterable<RawRow>,
  notes: Notes,
): Generator<RawRow> {
  const number = fields.find((field) => field.spec.key === NUMBERS[kind])?.index ?? -1;
  if (number === -1) {
    yield* rows;
    return;
  }
  const facts = fields.filter((field) => OWN_FACTS.has(field.spec.key)).map((field) => field.index);
  const goesOn = ({ cells, merged }: RawRow): boolean =>
    merged?.has(number) === true ||
    (isBlank(cells[number]) &&
      facts.length > 0 &&
      facts.every((at) => merged?.has(at) === true || isBlank(cells[at])));
  const separators = separatorsOf(fields);
  const days = new Set(fields.filter(({ spec }) => DAYS.has(spec.type)).map((field) => field.index));
  let before: RawRow | undefined;
  for (const row of rows) {
    if (before !== undefined && row.merged === undefined && isSigned(row, days)) {
      notes.add('rows_of_footer', row.line);
      continue;
    }
    if (before !== undefined && row.fault === undefined && before.fault === undefined && goesOn(row)) {
      before = join(before, row, separators);
      notes.add('rows_joined', row.line);
      continue;
    }
    if (before !== undefined) yield before;
    before = row;
  }
  if (before !== undefined) yield before;
}

const DAYS: ReadonlySet<string> = new Set(['day', 'due']);

/** Whether all that a row has is a day or a seal below the table, in a column that holds no days. */
function isSigned({ cells, faults }: RawRow, days: ReadonlySet<number>): boolean {
  const at = cells.findIndex((cell) => !isBlank(cell));
  if (at === -1 || faults !== undefined || days.has(at) || !isSignature(cells[at] ?? '')) return false;
  return cells.every((cell, other) => other === at || isBlank(cell));
}

function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === '';
}

function separatorsOf(fields: readonly Field[]): ReadonlyMap<number, string> {
  return new Map(
    fields.map(({ index, spec, named }) => {
      const people = named || spec.type === 'numbers' || PEOPLE.has(spec.key);
      const coded = spec.type === 'term' || spec.type === 'boolean';
      return [index, people ? ';' : coded ? '/' : '\n'];
    }),
  );
}

const PEOPLE: ReadonlySet<string> = new Set(['reported_by', 'checked_by', 'approved_by']);

function join(before: RawRow, row: RawRow, separators: ReadonlyMap<number, string>): RawRow {
  const width = Math.max(before.cells.length, row.cells.length);
  const cells = Array.from({ length: width }, (_, at) => {
    const above = before.cells[at] ?? '';
    const cell = row.cells[at] ?? '';
    if (isBlank(cell) || row.merged?.has(at) === true) return above;
    if (isBlank(above)) return cell;
    const separator = separators.get(at) ?? '\n';
    return above.split(separator).includes(cell) ? above : `${above}${separator}${cell}`;
  });
  const dates = new Set([...(before.dates ?? []), ...(row.dates ?? [])]);
  const faults = new Map([...(before.faults ?? []), ...(row.faults ?? [])]);
  return {
    ...before,
    cells,
    joined: true,
    ...(dates.size > 0 && { dates }),
    ...(faults.size > 0 && { faults }),
  };
}
