// All that a language knows, in one place: terms, headings, texts and problems.
import { fillTemplate, type Lang, type TemplateValue } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { loadLexicon } from './load-lexicon.ts';
import { type Typed, typedAs, USUAL } from './shell.ts';

const LONGEST_VALUE = 60;

/** A text to be worded: a template's key with values. */
interface Wording {
  readonly key: string;
  readonly values?: Readonly<Record<string, TemplateValue>>;
}

/** A problem to be worded: a code with values, and the place in a file where it lies. */
interface WordedProblem {
  readonly code: string;
  readonly values: Readonly<Record<string, TemplateValue>>;
  readonly place?: {
    readonly file: string;
    readonly sheet?: string;
    readonly line?: number;
    readonly column?: string;
    readonly value?: string;
  };
}

/** The words of one language. */
export interface Words {
  readonly lang: Lang;
  /** Whether the language has the key. */
  has(key: string): boolean;
  /** The word of a key: `measure.reminder_talk`, `column.cadre_no`. */
  term(key: string): string;
  /** A sentence from a template and its values. */
  text(wording: Wording): string;
  /** The full line for people: `file:line: 「column」 value: message`. */
  problem(problem: WordedProblem): string;
}

// A missing key is a mistake of ours: it stops the tests, which run the TypeScript, and shows itself in the bundle.
const UNBUILT = import.meta.filename.endsWith('.ts');

/** The words of `lang`, loaded when they are first asked for. @param typed how commands in texts are typed */
export async function loadWords(lang: Lang, typed: Typed = USUAL): Promise<Words> {
  return wordsOf(lang, await loadLexicon(lang), UNBUILT, typed);
}

/** The words in `lexicon`. A key that is missing throws when `strict` (by default: when run unbuilt), else stands for itself. */
export function wordsOf(lang: Lang, lexicon: Lexicon, strict = UNBUILT, typed = USUAL): Words {
  const term = (key: string): string => {
    const word = lexicon.get(key);
    if (word === undefined && strict) throw new Error(`No word for "${key}" in ${lang}`);
    return typedAs(word ?? key, typed);
  };
  const text = ({ key, values }: Wording): string =>
    fillTemplate(term(key), values ?? {}, lang, term, typed.shell);
  return {
    lang,
    has: (key) => lexicon.has(key),
    term,
    text,
    problem: ({ code, values, place }) => placed(place, lang) + text({ key: code, values }),
  };
}

function placed(place: WordedProblem['place'], lang: Lang): string {
  if (place === undefined) return '';
  const sheet = place.sheet === undefined ? '' : `[${place.sheet}]`;
  const line = place.line === undefined ? '' : `:${place.line}`;
  const cell: string[] = [];
  if (place.column !== undefined) cell.push(lang === 'zh' ? `「${place.column}」` : `"${place.column}"`);
  const value = shortened(place.value ?? '');
  if (value !== '') cell.push(lang === 'zh' ? `“${value}”` : `'${value}'`);
  const where = cell.join(lang === 'zh' ? '' : ' ');
  const end = lang === 'zh' ? '：' : ': ';
  return `${place.file}${sheet}${line}: ${where === '' ? '' : where + end}`;
}

// Enough of a long cell to know it by.
function shortened(value: string): string {
  const letters = [...value];
  return letters.length <= LONGEST_VALUE ? value : `${letters.slice(0, LONGEST_VALUE).join('')}…`;
}
