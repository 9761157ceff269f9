// Masks names in texts: what is handed out tells nobody's business but the reader's own.
import { comparableName } from './text.ts';

const MASK = '＊';
/** A text is searched for names by their first letters: a roster may have twenty thousand. */
const BEGINNING = 2;
/** As many as anybody puts inside a name: an end to it keeps the search linear. */
const SPACES = '[\\s\\u3000]{0,40}';
const SPACE = /[\s\u3000]/u;
const HAN = /^\p{Script=Han}/u;
const SPECIAL = /[\\^$.*+?()[\]{}|]/g;

/**
 * A function that masks names in a text (CLERK.md, "Scopes"): the first character stays, ＊ stands for each of the
 * rest; of two names that begin at one place the longer is masked. Names of one character are left alone.
 * @param own names that are left as they are, unless a longer one of the others begins there
 */
export function masker(others: Iterable<string>, own: Iterable<string> = []): (text: string) => string {
  const kept = new Set([...own].map(comparableName));
  const byBeginning = new Map<string, Set<string>>();
  const lookFor = (name: string): void => {
    // One letter is no name to be masked, and among the own ones none that needs to be looked for.
    if (name.length < 3 && [...name].length < 2) return;
    const beginning = packed(name).slice(0, BEGINNING);
    const known = byBeginning.get(beginning);
    if (known === undefined) byBeginning.set(beginning, new Set([name]));
    else known.add(name);
  };
  for (const name of kept) lookFor(name);
  for (const name of others) lookFor(comparableName(name));
  return (text) => {
    if (text === '') return text;
    const inText = packed(text.normalize('NFC'));
    const found = new Set<string>();
    for (let at = 0; at < inText.length; at += 1) {
      for (const name of byBeginning.get(inText.slice(at, at + BEGINNING)) ?? []) {
        if (inText.startsWith(packed(name), at)) found.add(name);
      }
    }
    const inside = [...found];
    if (inside.every((name) => kept.has(name))) return text;
    inside.sort((left, right) => right.length - left.length);
    const anyOf = new RegExp(inside.map(patternOf).join('|'), 'gu');
    return text
      .normalize('NFC')
      .replace(anyOf, (found) => (kept.has(comparableName(found)) ? found : masked(found)));
  };
}

/** A text without its spaces. */
function packed(text: string): string {
  return SPACE.test(text) ? text.replace(/[\s\u3000]+/gu, '') : text;
}

/** Han names may be written with spaces inside; others end where their letters end. */
function patternOf(name: string): string {
  const letters = [...name].map((letter) => letter.replace(SPECIAL, '\\$&'));
  if (HAN.test(name)) return letters.join(SPACES);
  return `(?<![\\p{L}\\p{N}])${letters.join('')}(?![\\p{L}\\p{N}])`;
}

function masked(name: string): string {
  const [first = '', ...rest] = [...comparableName(name)];
  return first + rest.map((letter) => (/\s/u.test(letter) ? letter : MASK)).join('');
}
