// The JSON Schema of everything that --json prints: `yanquan help json-schema`.
import { z } from 'zod';
import { answers, doneAlready, refusal } from './answers.ts';
import { listKeys } from './list-keys.ts';

/** A cell of a list, or the list in a cell of one that is shown whole. */
const cell = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
]);

/** The rows of a list, by the name of its command. */
export function rowsOf(name: string): z.ZodType {
  const keys = listKeys[name];
  if (keys === undefined) return z.array(z.record(z.string(), cell));
  const shape = Object.fromEntries(keys.split(' ').map((key) => [key, cell.optional()]));
  return z.array(z.strictObject(shape));
}

/** What a command may print under --json, by its name. */
export function schemaOf(name: string): z.ZodType {
  const own = answers[name] ?? rowsOf(name);
  return z.union([own, refusal, ...(name in answers ? [doneAlready] : [])]);
}

/** The whole as one JSON Schema: the definitions by the command's name with `_` for spaces, and `refusal`. */
export function jsonSchema(): object {
  const names = [...new Set([...Object.keys(answers), ...Object.keys(listKeys)])].sort();
  const definitions = Object.fromEntries([
    ...names.map((name) => [keyOf(name), bare(answers[name] ?? rowsOf(name))] as const),
    ['done_already', bare(doneAlready)] as const,
    ['refusal', bare(refusal)] as const,
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'What yanquan prints under --json',
    anyOf: Object.keys(definitions).map((key) => ({ $ref: `#/$defs/${key}` })),
    $defs: definitions,
  };
}

/** The name of a definition: `round_open`. */
export function keyOf(name: string): string {
  return name.replaceAll(/[ -]/g, '_');
}

function bare(type: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(type);
  return rest;
}
