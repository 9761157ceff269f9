// The two languages say the same things, and everything that the contract has a word for.
import { describe, expect, test } from 'vitest';
import { ranks } from '../../src/domain/cadre.ts';
import {
  checkResults,
  grounds,
  progressWords,
  roles,
  rulings,
  statuses,
} from '../../src/domain/findings/finding.ts';
import { exitRequirements } from '../../src/domain/policy.ts';
import { recordColumns } from '../../src/domain/records/record-columns.ts';
import { recordKinds } from '../../src/domain/records/records.ts';
import { inByWords, measures, movements, steps } from '../../src/domain/round.ts';
import { presences, sessions } from '../../src/domain/work/task.ts';
import { fillTemplate, type Lang } from '../../src/i18n/language.ts';
import { headings } from '../../src/output/cells.ts';
import { dictionaries, wordsFor } from '../support/words.ts';

const languages: readonly Lang[] = ['zh', 'en'];

const vocabularies: Readonly<Record<string, readonly (string | number)[]>> = {
  rank: ranks,
  role: roles,
  progress: progressWords,
  result: checkResults,
  ground: grounds,
  ruling: rulings,
  status: statuses,
  session: sessions,
  presence: presences,
  measure: measures,
  step: steps,
  movement: movements,
  in_by: inByWords,
  requirement: exitRequirements,
  severity: [1, 2, 3],
  kind: recordKinds,
  boolean: ['true', 'false'],
};

const standing =
  'round cutoff cadre_no name rank unit station counted pending overdue behind_tasks absences points measure step was_in now_in in_by movement rounds_in commended proposed_measure proposed_now_in proposed_commended decided_by decision_reason';

describe.each(languages)('%s', (lang) => {
  const words = wordsFor(lang);

  test('has a word for every code, and no word for two codes', () => {
    for (const [name, codes] of Object.entries(vocabularies)) {
      const all = codes.map((code) => words.term(`${name}.${code}`));
      expect(new Set(all).size).toBe(codes.length);
      for (const word of all) expect(word.trim()).not.toBe('');
    }
  });

  test('has a heading for the 26 columns of a standing and for every column of every record kind, each once', () => {
    const columns = standing.split(' ').map((key) => ({ key, type: 'text' as const }));
    expect(columns.length).toBe(26);
    const tables = { standing: columns, ...recordColumns };
    for (const [name, specs] of Object.entries(tables)) {
      const all = headings(
        { name: `export ${name}` },
        specs.map(({ key }) => ({ key, type: 'text' })),
        words,
      );
      expect(new Set(all).size).toBe(all.length);
      for (const heading of all) expect(heading).not.toMatch(/\(/);
    }
  });

  test('no key stands in two dictionaries', () => {
    const keys = dictionaries[lang].flatMap((dictionary) => Object.keys(dictionary));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });
});

/** The places of a template, a number with its noun as the number alone. */
const places = (text: string): string =>
  [...new Set(text.match(/\{\$?\w+(?:\|[^|{}]*\|[^|{}]*)?\}/g) ?? [])]
    .map((place) => place.replace(/\|.*/, '}'))
    .sort()
    .join(' ');

test('both languages have the same keys, and templates the same places', () => {
  const placesOf = (lang: Lang) =>
    dictionaries[lang].flatMap((dictionary) =>
      Object.entries(dictionary).map(([key, text]) => `${key} ${places(text)}`),
    );
  expect(placesOf('en').sort()).toEqual(placesOf('zh').sort());
});

test('a number has its noun in the right form', () => {
  const fill = (rows: number): string =>
    fillTemplate('{rows|row is|rows are} bad', { rows }, 'en', (key) => key);
  expect([fill(0), fill(1), fill(2)]).toEqual(['0 rows are bad', '1 row is bad', '2 rows are bad']);
});

describe('a missing key', () => {
  test('stops a test', () => {
    expect(() => wordsFor('zh').term('no.such')).toThrow('no.such');
    expect(() => wordsFor('en').text({ key: 'no.such' })).toThrow('no.such');
  });

  test('shows itself in the bundle', () => {
    expect(wordsFor('zh', false).term('no.such')).toBe('no.such');
    expect(wordsFor('zh').has('no.such')).toBe(false);
  });
});

describe('a problem in a line', () => {
  const bad = {
    code: 'output_failed',
    values: { file: 'a.csv', reason: 'EIO' },
    place: { file: 'in.csv', line: 12, column: '整改时限', value: '2018-02-30' },
  };

  test('in both languages', () => {
    expect(wordsFor('zh').problem(bad)).toBe(
      'in.csv:12: 「整改时限」“2018-02-30”：写入a.csv失败（EIO），没有写成。请检查磁盘后重试。',
    );
    expect(wordsFor('en').problem(bad)).toBe(
      `in.csv:12: "整改时限" '2018-02-30': Writing a.csv failed (EIO); nothing was written. Look at the disk and run it again.`,
    );
  });

  test('with what is known of the place', () => {
    const at = (
      place?:
        | typeof bad.place
        | { file: string; sheet?: string; line?: number; column?: string; value?: string },
    ) => wordsFor('zh', false).problem({ code: 'x', values: {}, ...(place === undefined ? {} : { place }) });
    expect(at()).toBe('x');
    expect(at({ file: 'a.csv' })).toBe('a.csv: x');
    expect(at({ file: 'a.xlsx', sheet: '表1', line: 3 })).toBe('a.xlsx[表1]:3: x');
    expect(at({ file: 'a.csv', line: 3, column: '村', value: '' })).toBe('a.csv:3: 「村」：x');
    expect(at({ file: 'a.csv', line: 3, value: '长'.repeat(70) })).toBe(`a.csv:3: “${'长'.repeat(60)}…”：x`);
  });

  test('lists and terms are worded', () => {
    expect(
      wordsFor('zh').text({
        key: 'output_ending_unknown',
        values: { file: 'a.db', known: ['.csv', '.xlsx'] },
      }),
    ).toContain('.csv、.xlsx');
    expect(wordsFor('en').text({ key: 'output_full', values: { file: { term: 'word.stdout' } } })).toContain(
      'standard output',
    );
  });
});
