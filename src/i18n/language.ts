// The two languages, and how a template with values becomes a sentence.
import { type Shell, shellWord } from './shell.ts';

export type Lang = 'zh' | 'en';

/** A template's values: text, numbers, lists, or words of the vocabulary. */
export type TemplateValue = string | number | { readonly term: string } | readonly TemplateValue[];

const PLACES = /\{(\$?)(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/**
 * Fills `{name}` in `template`, and `{$name}` with the value as one word of a command line. `{count|row|rows}` is a number with its
 * noun: 1 row, 2 rows. Terms are looked up with `word`; lists are joined by 、 or comma.
 * A value that is missing is left visible as `{name}`, so that a test can find it.
 */
export function fillTemplate(
  template: string,
  values: Readonly<Record<string, TemplateValue>>,
  lang: Lang,
  word: (key: string) => string,
  shell: Shell = 'posix',
): string {
  const say = (value: TemplateValue): string => {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    if ('term' in value) return word(value.term);
    return value.map(say).join(lang === 'zh' ? '、' : ', ');
  };
  return template.replace(
    PLACES,
    (whole, inCommand: string, name: string, one?: string, several?: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      if (one !== undefined) return `${say(value)} ${String(value) === '1' ? one : several}`;
      return inCommand === '' ? say(value) : shellWord(say(value), shell);
    },
  );
}
