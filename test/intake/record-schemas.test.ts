// zod checks what the readers of cells made: no record of a kind has a value of another type, a field more or one less.
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/domain/days/day.ts';
import { type ColumnSpec, recordColumns } from '../../src/domain/records/record-columns.ts';
import type { CheckRecord, ReportRecord } from '../../src/domain/records/record-types.ts';
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
/** Whether a record has a value in a column, whatever the file has. */
function isFilled({ required, filled }: ColumnSpec): boolean {
  return required === true || filled === 'always';
}

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
    const whole: unknown = full;
    checkRecord(kind, whole);
    const needed = columns.filter(isFilled).map(({ key }) => key);
    const fewest: unknown = Object.fromEntries(needed.map((key) => [key, full[key]]));
    checkRecord(kind, fewest);
    const empty: unknown = Object.fromEntries(
      columns.map(({ key, filled }) => [
        key,
        needed.includes(key) || filled !== undefined ? full[key] : null,
      ]),
    );
    checkRecord(kind, empty);
  });

  it.each(columns)('has nothing else in $key', (column) => {
    const { key, filled } = column;
    expect(() => checkRecord(kind, { ...full, [key]: bad?.[key] })).toThrow(`at ${key}`);
    // An empty cell holds the default.
    if (filled !== undefined) expect(() => checkRecord(kind, { ...full, [key]: null })).toThrow(`at ${key}`);
    if (!isFilled(column)) return;
    const { [key]: _, ...lacking } = full;
    expect(() => checkRecord(kind, lacking)).toThrow(`at ${key}`);
    expect(() => checkRecord(kind, { ...full, [key]: null })).toThrow(`at ${key}`);
  });

  it('has no field that is no column', () => {
    expect(() => checkRecord(kind, { ...full, reasn: 'x' })).toThrow('reasn');
  });
});

const CHECK: CheckRecord = {
  finding_no: 'F1',
  result: 'partial',
  checked_on: '2018-09-12' as Day,
  checked_by: '督查组',
  method: undefined,
  approved_by: null,
  approved_on: null,
  note: '一处未完',
};
const REPORT: ReportRecord = {
  finding_no: 'F1',
  reported_on: '2018-09-12' as Day,
  reported_by: null,
  progress: 'done',
  evidence: null,
  note: undefined,
};
const { result: _, ...WITHOUT_RESULT } = CHECK;

describe('the types follow the columns', () => {
  it('so that a record that is one may be written down', () => {
    expect(() => checkRecord('checks', CHECK)).not.toThrow();
    expect(() => checkRecord('reports', REPORT)).not.toThrow();
  });

  /** Refused by the compiler: were it not, the directive above the line would stop the build. */
  const refused: readonly (readonly ['checks' | 'reports', object])[] = [
    // @ts-expect-error a column that must be there
    ['checks', WITHOUT_RESULT satisfies CheckRecord],
    // @ts-expect-error a code of another vocabulary
    ['checks', { ...CHECK, result: 'done' } satisfies CheckRecord],
    // @ts-expect-error empty, and it must be filled
    ['checks', { ...CHECK, checked_by: null } satisfies CheckRecord],
    // @ts-expect-error a column that the kind does not have
    ['reports', { ...REPORT, evidnce: 'photo' } satisfies ReportRecord],
    // @ts-expect-error the word of a report is settled before it is recorded
    ['reports', { ...REPORT, progress: null } satisfies ReportRecord],
  ];

  it.each(refused)('and what the compiler refuses the schema of %s does: %j', (kind, record) => {
    expect(() => checkRecord(kind, record)).toThrow('not a record');
  });
});
