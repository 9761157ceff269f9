// How a good row is kept while it waits: its cells once, and of its record only what is not in a cell.
import type { Problem } from '../../domain/problem.ts';
import type { RecordKind, RecordOf } from '../../domain/records/records.ts';

/** A good row on its way: its record, its line, and its cells in case the ledger refuses it. */
export interface StagedRow<K extends RecordKind> {
  readonly record: RecordOf[K];
  readonly line: number;
  readonly original: readonly string[];
  /** What is wrong with it where it is news. */
  readonly doubts?: readonly Problem[] | undefined;
}

/**
 * What a field of `RowPacking` is: the index of the cell that it is, null, `ABSENT`, a list of the one cell `ONE_OF` less
 * its index, or itself in a list.
 */
type PackedField = number | null | readonly [unknown];

/** Line, cells and fields. Rows that are packed alike have the same list of fields, which goes to a thread once. */
export type PackedRow = readonly [
  line: number,
  original: readonly string[],
  fields: readonly PackedField[],
  doubts?: readonly Problem[],
];

/** A field that this record does not have. */
const ABSENT = -1;
/** From here downwards: the one number of a list, and the cell that it is. */
const ONE_OF = -2;

/** The maximum number of shapes that rows share. */
const MOST_SHAPES = 256;

/** Packs the rows of one table, and unpacks them. */
export class RowPacking<K extends RecordKind> {
  readonly #fields: string[] = [];
  readonly #known = new Set<string>();
  readonly #shapes = new Map<string, readonly PackedField[]>();

  /** The fields that any of its records has had so far: what another packing needs to unpack them. */
  get fields(): readonly string[] {
    return this.#fields;
  }

  /** Takes over the fields of the packing that has packed what is unpacked here. */
  know(fields: readonly string[]): void {
    for (const field of fields.slice(this.#fields.length)) this.#know(field);
  }

  #know(field: string): void {
    if (this.#known.has(field)) return;
    this.#known.add(field);
    this.#fields.push(field);
  }

  /** What is kept of a row: plain data. */
  pack({ record, line, original, doubts }: StagedRow<K>): PackedRow {
    const values: Readonly<Record<string, unknown>> = record;
    for (const field in values) this.#know(field);
    const fields = this.#shared(this.#fields.map((field) => packField(values, field, original)));
    return doubts === undefined ? [line, original, fields] : [line, original, fields, doubts];
  }

  #shared(fields: readonly PackedField[]): readonly PackedField[] {
    const shape = JSON.stringify(fields);
    const known = this.#shapes.get(shape);
    if (known !== undefined) return known;
    if (this.#shapes.size < MOST_SHAPES) this.#shapes.set(shape, fields);
    return fields;
  }

  /** The row as it was. */
  unpack([line, original, fields, doubts]: PackedRow): StagedRow<K> {
    const record: Record<string, unknown> = {};
    for (let at = 0; at < fields.length; at += 1) {
      const packed = fields[at] ?? null;
      if (packed !== ABSENT) record[this.#fields[at] ?? ''] = unpackField(packed, original);
    }
    // It was a record when it was packed.
    return { record: record as Partial<RecordOf[K]> as RecordOf[K], line, original, doubts };
  }
}

function packField(
  values: Readonly<Record<string, unknown>>,
  field: string,
  original: readonly string[],
): PackedField {
  if (!Object.hasOwn(values, field)) return ABSENT;
  const value = values[field];
  if (value === null) return null;
  if (typeof value === 'string') {
    const at = original.indexOf(value);
    return at === -1 ? [value] : at;
  }
  const at = Array.isArray(value) && value.length === 1 ? original.indexOf(value[0]) : -1;
  return at === -1 ? [value] : ONE_OF - at;
}

function unpackField(packed: PackedField, original: readonly string[]): unknown {
  if (packed === null) return null;
  if (typeof packed !== 'number') return packed[0];
  return packed <= ONE_OF ? [original[ONE_OF - packed]] : original[packed];
}
