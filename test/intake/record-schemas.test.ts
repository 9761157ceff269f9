// zod checks what the readers of cells made: no record of a kind has a value of another type, a field more or one less.
import { describe, expect, it } from 'vitest';
import { recordColumns } from '../../src/domain/records/record-columns.ts';
import { recordKinds } from '../../src/domain/records/records.ts';
import { checkRecord } from '../../src/intake/record-schemas.ts';
import { type Vocabulary, vocabularies } from '../../src/intake/values/vocabulary.ts';

/** A value of each type of column, and one that is none. */
const samples = {
  text: ['words', 1],
  number_name: ['007', 7],
  numbers: [['007', '8'], '007'],
  day: ['2018-09-01', '2018-9-1'],
  due: [
    { plus: 5, unit: 'wd' },
    { plus: 5, unit: 'weeks' },
  ],
  whole: [3, 0],
  amount: [150, 1.5],
  boolean: [true, 'true'],
  milestones: [[{ on: '2018-09-01', amount: 2_000 }], []],
} as const;
/** A code of a vocabulary; severities are numbers. */
function codeOf(terms: string): string | number {
  const known: Readonly<Record<string, Vocabulary>> = vocabularies;
  const code = known[terms]?.codes[0] ?? '';
  return terms === 'severity' ? Number(code) : code;
}

describe.each(recordKinds)('a record of %s', (kind) => {
  const columns = recordColumns[kind];
  const [good, bad] = [0, 1].map((which) =>
    Object.fromEntries(
      columns.map(({ key, type, terms }) => [
        key,
        type === 'term' ? (which === 0 ? codeOf(terms ?? key) : 'no such code') : samples[type][which],
      ]),
    ),
  );
  const full: Readonly<Record<string, unknown>> = good ?? {};

  it('may have every column, and lack or leave empty what is not required', () => {
    checkRecord(kind, full);
    const required = columns.filter((column) => column.required === true).map(({ key }) => key);
    checkRecord(kind, Object.fromEntries(required.map((key) => [key, full[key]])));
    checkRecord(
      kind,
      Object.fromEntries(columns.map(({ key }) => [key, required.includes(key) ? full[key] : null])),
    );
  });

  it.each(columns)('has nothing else in $key', ({ key, required }) => {
    expect(() => checkRecord(kind, { ...full, [key]: bad?.[key] })).toThrow(`at ${key}`);
    if (required !== true) return;
    const { [key]: _, ...lacking } = full;
    expect(() => checkRecord(kind, lacking)).toThrow(`at ${key}`);
    expect(() => checkRecord(kind, { ...full, [key]: null })).toThrow(`at ${key}`);
  });

  it('has no field that is no column', () => {
    expect(() => checkRecord(kind, { ...full, reasn: 'x' })).toThrow('reasn');
  });
});
