// How a good row is kept while it waits: its cells once, and of its record only what does not stand in a cell.
import type { RecordKind, RecordOf } from '../domain/records.ts';

/** A good row on its way: its record, its line, and its cells in case the ledger refuses it. */
export interface StagedRow<K extends RecordKind> {
  readonly record: RecordOf[K];
  readonly line: number;
  readonly original: readonly string[];
}

/** Line, cells, and for each field of `RowPacking` the index of the cell that it is, null, `ABSENT`, or itself in a list. */
export type PackedRow = readonly [
  line: number,
  original: readonly string[],
  fields: readonly (number | null | readonly [unknown])[],
];

/** A field that this record does not have. */
const ABSENT = -1;

/** Packs the rows of one table, and unpacks them. */
export class RowPacking<K extends RecordKind> {
  /** The fields that any of its records has had so far. */
  readonly #fields: string[] = [];
  readonly #known = new Set<string>();

  /** What is kept of a row: plain data. */
  pack({ record, line, original }: StagedRow<K>): PackedRow {
    const values = record as unknown as Readonly<Record<string, unknown>>;
    for (const field in values) {
      if (this.#known.has(field)) continue;
      this.#known.add(field);
      this.#fields.push(field);
    }
    const fields = this.#fields.map((field) => {
      const value = values[field];
      if (value === undefined) return ABSENT;
      if (value === null) return null;
      const at = typeof value === 'string' ? original.indexOf(value) : ABSENT;
      return at === ABSENT ? ([value] as const) : at;
    });
    return [line, original, fields];
  }

  /** The row as it was. */
  unpack([line, original, fields]: PackedRow): StagedRow<K> {
    const record: Record<string, unknown> = {};
    for (let at = 0; at < fields.length; at += 1) {
      const packed = fields[at] ?? null;
      if (packed === ABSENT) continue;
      record[this.#fields[at] ?? ''] =
        packed === null ? null : typeof packed === 'number' ? original[packed] : packed[0];
    }
    return { record: record as unknown as RecordOf[K], line, original };
  }
}
