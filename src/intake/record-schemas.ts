// The schema of each record kind, made from its columns: zod checks every record before it leaves this room.
import * as z from 'zod';
import { type ColumnSpec, recordColumns } from '../domain/records/record-columns.ts';
import type { RecordKind, RecordOf } from '../domain/records/records.ts';
import { vocabularies } from './values/vocabulary.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const dayOffset = z.strictObject({ plus: z.int().nonnegative(), unit: z.enum(['d', 'wd']) });

const values = {
  text: z.string(),
  number_name: z.string(),
  numbers: z.array(z.string()),
  day,
  due: z.union([day, dayOffset]),
  whole: z.int().positive(),
  amount: z.int(),
  boolean: z.boolean(),
  milestones: z.array(z.strictObject({ on: day, amount: z.int() })).min(1),
} satisfies Partial<Record<ColumnSpec['type'], z.ZodType>>;

function codes(terms: Exclude<ColumnSpec['terms'], undefined>): z.ZodType {
  return terms === 'severity' ? z.literal([1, 2, 3]) : z.enum(vocabularies[terms].codes);
}

/** A column that the file does not have is left out, an empty cell is null or its default. */
function cellValue({ type, terms, required, filled }: ColumnSpec): z.ZodType {
  const value = terms === undefined ? values[type] : codes(terms);
  if (required === true || filled === 'always') return value;
  return filled === 'column' ? value.optional() : value.nullish();
}

function schemaOf(kind: RecordKind): z.ZodType {
  const columns = recordColumns[kind].map((spec): [string, z.ZodType] => [spec.key, cellValue(spec)]);
  // Whether an amount was written as a percentage has no column of its own.
  const percent: [string, z.ZodType] = ['percent', z.literal(true).optional()];
  return z.strictObject(Object.fromEntries([...columns, percent]));
}

const schemas = new Map<RecordKind, z.ZodType>();

/**
 * Sees to it that what was read from cells is a record of its kind: every required field is there, each value is of its
 * column's type, and there is nothing else.
 * @throws Error when it is not, which no file can bring about: a reader of ours is at fault
 */
export function checkRecord<K extends RecordKind>(kind: K, record: unknown): asserts record is RecordOf[K] {
  let schema = schemas.get(kind);
  if (schema === undefined) {
    schema = schemaOf(kind);
    schemas.set(kind, schema);
  }
  const { error } = schema.safeParse(record);
  if (error !== undefined) throw new Error(`not a record of ${kind}: ${z.prettifyError(error)}`);
}
