// What is written out in either language can be read in again: `import` knows every heading and every word of ours.
import { describe, expect, test } from 'vitest';
import { recordColumns } from '../../src/domain/records/record-columns.ts';
import { recordKinds } from '../../src/domain/records/records.ts';
import { comparableHeading, headingsOf } from '../../src/intake/headings.ts';
import { meaningOf, vocabularies } from '../../src/intake/values/vocabulary.ts';
import { headings } from '../../src/output/cells.ts';
import { wordsFor } from '../support/words.ts';

const languages = (['zh', 'en'] as const).map((lang) => [lang, wordsFor(lang)] as const);

describe.each(languages)('%s', (_, words) => {
  test.each(recordKinds)('%s: headings mean their columns, numbers being numbers', (kind) => {
    const columns = recordColumns[kind].map(({ key }) => ({ key, type: 'text' as const }));
    const known = headingsOf(kind);
    headings({ name: `export ${kind}` }, columns, words).forEach((heading, at) => {
      expect([heading, known.get(comparableHeading(heading))]).toEqual([
        heading,
        { key: columns[at]?.key, named: false },
      ]);
    });
  });

  test.each(Object.entries(vocabularies))('%s: words mean their codes', (name, vocabulary) => {
    for (const code of vocabulary.codes)
      expect(meaningOf(vocabulary, words.term(`${name}.${code}`))).toBe(code);
  });
});
