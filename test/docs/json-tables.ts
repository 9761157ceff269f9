// The page on --json: the keys of every answer and of every list, from the schema.
import { z } from 'zod';
import { answers } from '../../src/cli/schema/answers.ts';
import { listKeys } from '../../src/cli/schema/list-keys.ts';

/** Two tables: what commands answer that do something, and what those list that list. */
export function jsonTables(): string {
  const written = Object.entries(answers).map(([name, type]) => `| \`${name}\` | ${keysOf(type)} |`);
  const listed = Object.entries(listKeys).map(
    ([name, keys]) => `| \`${name}\` | ${keys.split(' ').join(', ')} |`,
  );
  const refused = 'problems (code, file, line, column, value, message), exit';
  return [
    [
      '| answer of | keys |',
      '|---|---|',
      `| a refusal of any command | ${refused} |`,
      ...written.sort(),
    ].join('\n'),
    ['| rows of | keys |', '|---|---|', ...listed.sort()].join('\n'),
  ].join('\n\n');
}

/** The keys of an object, those inside it in brackets; `or` between two forms. */
function keysOf(type: z.ZodType): string {
  return formsOf(schemaIn(type)).join('; or ');
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

const schemaIn = (type: z.ZodType): Schema => z.toJSONSchema(type) as Schema;

function formsOf(schema: Schema): string[] {
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap(formsOf).filter((each) => each !== '');
  const own = schema.items ?? schema;
  const keys = Object.entries(own.properties ?? {}).map(([key, inner]) => {
    const [inside = ''] = formsOf(inner);
    return inside === '' ? key : `${key} (${inside})`;
  });
  return keys.length === 0 ? (schema.items === undefined ? [''] : ['']) : [keys.join(', ')];
}
