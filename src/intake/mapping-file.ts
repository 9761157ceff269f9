// The mapping file (contract, section 4): how a foreign file's columns fill the fields, read strictly from YAML.
import * as z from 'zod';
import { Failure, problem } from '../domain/problem.ts';
import { recordColumns } from '../domain/records/record-columns.ts';
import { recordKinds } from '../domain/records/records.ts';
import { isDayFormat } from './values/day-format.ts';
import { YamlFile, yamlProblems } from './yaml-file.ts';

/** A column by its heading, or by its place from 1 (a file may have no heading). */
export type ColumnName = string | number;

/** Rows whose cell of `column` is `equals` hold no record. */
interface SkipRule {
  readonly column: ColumnName;
  readonly equals: string;
}

/** One field: a column, several joined, or a constant; then `map`, or `format` for what is not mapped, and `prefix`. */
export interface FieldMapping {
  readonly column?: ColumnName | undefined;
  readonly columns?: readonly ColumnName[] | undefined;
  readonly join?: string | undefined;
  readonly value?: string | undefined;
  readonly prefix?: string | undefined;
  readonly map?: ReadonlyMap<string, string> | undefined;
  readonly format?: string | undefined;
}

/** Fields that the mapping leaves out are filled by heading as without one. */
export interface Mapping {
  readonly skip: readonly SkipRule[];
  readonly fields: ReadonlyMap<string, FieldMapping>;
  /** Columns that are left out on purpose: nothing is said about them. */
  readonly ignore: readonly ColumnName[];
}

const text = z.string({ error: 'yaml_text_wanted' });
/** A text, or a number or true/false that is written as it reads (`0123` is not: YAML takes it for 123). */
const word = z.union([z.string(), z.number(), z.boolean()], { error: 'yaml_text_wanted' }).transform(String);

const column = z
  .union([z.string(), z.number()], { error: 'mapping_column_wanted' })
  .refine((given) => typeof given === 'string' || (Number.isInteger(given) && given >= 1), {
    error: 'mapping_column_wanted',
  });

const fieldSchema = z
  .strictObject({
    column: column.optional(),
    columns: z.array(column).min(1).optional(),
    join: text.optional(),
    value: word.optional(),
    prefix: word.optional(),
    map: z.record(z.string(), word).optional(),
    format: text.refine(isDayFormat, { error: 'mapping_format_wrong' }).optional(),
  })
  .superRefine((field, context) => {
    const sources = [field.column, field.columns, field.value].filter((each) => each !== undefined);
    if (sources.length !== 1)
      context.addIssue({ code: 'custom', message: 'mapping_source_wanted', input: field });
    if (field.join !== undefined && field.columns === undefined) {
      context.addIssue({ code: 'custom', message: 'mapping_join_alone', path: ['join'], input: field });
    }
  });
const skipSchema = z.strictObject({ column, equals: word });
const mappingSchema = z.strictObject({
  skip: z.array(skipSchema).default([]),
  fields: z.record(z.string(), fieldSchema),
  ignore: z.array(column).default([]),
});

const fieldKeys = [
  ...new Set(recordKinds.flatMap((kind) => recordColumns[kind].map((column) => column.key))),
];

/**
 * Reads a mapping file. Throws one `Failure` with all that is wrong, each at its line: unknown keys and fields (with
 * the nearest), a field with no source or several, a format without year, month and day, a number that is not
 * written as it reads.
 */
export function readMappingFile(fileText: string, fileName: string): Mapping {
  const yaml = new YamlFile(fileText, fileName);
  const parsed = mappingSchema.safeParse(yaml.toValue(), { reportInput: true });
  if (!parsed.success) throw new Failure('refused', yamlProblems(yaml, parsed.error.issues, keysAt));
  const spoilt = yaml.misreadNumbers();
  if (spoilt.length > 0) throw new Failure('refused', spoilt);
  const wrong = Object.keys(parsed.data.fields)
    .filter((key) => !fieldKeys.includes(key))
    .map((key) => yaml.unknownKey(['fields'], key, fieldKeys));
  if (wrong.length > 0) throw new Failure('refused', wrong);
  if (Object.keys(parsed.data.fields).length === 0) {
    throw new Failure('refused', [problem('yaml_key_missing', { key: 'fields' }, { file: fileName })]);
  }
  const fields = Object.entries(parsed.data.fields).map(([key, field]) => {
    const map = field.map === undefined ? undefined : new Map(Object.entries(field.map).map(trimmedKey));
    return [key, { ...field, map }] as const;
  });
  return { skip: parsed.data.skip, fields: new Map(fields), ignore: parsed.data.ignore };
}

function trimmedKey([key, value]: [string, string]): [string, string] {
  return [key.trim(), value];
}

function keysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return Object.keys(mappingSchema.shape);
  if (path[0] === 'skip') return Object.keys(skipSchema.shape);
  return path.length === 2 ? Object.keys(fieldSchema.shape) : fieldKeys;
}

/** All columns that a mapping reads, ignored ones aside. */
export function columnsOf(mapping: Mapping): ColumnName[] {
  const fields = [...mapping.fields.values()].flatMap((field) => field.columns ?? field.column ?? []);
  return [...fields, ...mapping.skip.map((rule) => rule.column)];
}
