// Masks names in texts: what is handed out tells nobody's business but the reader's own.
import { comparableName } from './text.ts';

const MASK = '＊';
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
  const names = new Set([...others].map(comparableName).filter((name) => [...name].length > 1));
  for (const name of kept) names.add(name);
  const longestFirst = [...names]
    .filter((name) => name !== '')
    .sort((left, right) => right.length - left.length)
    .map((name) => ({ name, packed: packed(name) }));
  return (text) => {
    const inText = packed(text.normalize('NFC'));
    const inside = longestFirst.filter((each) => inText.includes(each.packed)).map((each) => each.name);
    if (inside.every((name) => kept.has(name))) return text;
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
