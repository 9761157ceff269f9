// Options that are the columns of a record kind: `--found-on` for found_on.
import { ranks } from '../../domain/cadre.ts';
import { recordColumns } from '../../domain/records/record-columns.ts';
import type { RecordKind } from '../../domain/records/records.ts';
import type { Values } from '../../jobs/record/record-one.ts';
import type { OptionSpec } from '../command-spec.ts';
import type { Input } from './input.ts';

/** The codes of columns that options give: words for them are read as in files. */
const CODES = { rank: ranks, severity: ['1', '2', '3'] } as const;

/** The options for columns of a kind, without those given otherwise. */
export function columnOptions(
  kind: RecordKind,
  without: readonly string[],
  required: 'as the kind' | 'none' = 'as the kind',
): OptionSpec[] {
  return recordColumns[kind]
    .filter((spec) => !without.includes(spec.key))
    .map((spec) => ({
      flags: `--${spec.key.replaceAll('_', '-')} <${spec.type === 'day' || spec.type === 'due' ? 'day' : 'value'}>`,
      help: `column_${spec.key}`,
      ...(spec.terms !== undefined &&
        spec.terms in CODES && {
          choices: CODES[spec.terms as keyof typeof CODES],
          terms: spec.terms,
          asFile: true as const,
        }),
      ...(required === 'as the kind' && spec.required === true && { required: true as const }),
    }));
}

/** The values of a kind's columns that options give. */
export function columnValues(kind: RecordKind, input: Input): Values {
  const given: Record<string, string | undefined> = {};
  for (const { key, type } of recordColumns[kind]) {
    const name = key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const value = type === 'day' && input.text(name) !== '' ? input.day(name) : input.text(name);
    if (value !== undefined) given[key] = value;
  }
  return given;
}
