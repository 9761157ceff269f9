// Masks names in texts: a document for one reader names no one else.
import { bracketed } from '../persons/wording.ts';

const MASK = '＊';
/** A text is searched for names by their first letters: a roster may have twenty thousand. */
const BEGINNING = 2;
/** As many spaces as anybody puts inside a name. */
const MOST_SPACES = 40;
const HAN_ONLY = /^[\u4e00-\u9fff]+$/;
const HAN = /^\p{Script=Han}/u;
/** A letter or digit that runs on in words: Han does not. */
const RUNS_ON = /(?!\p{Script=Han})[\p{L}\p{N}]/u;
const SPACE = /\s/u;
/**
 * Characters that may be between the letters of a name: spaces, dots of every kind, marks, characters without a width.
 */
const BETWEEN =
  /^[\s.\u00b7\u0387\u1427\u2022\u2024\u2027\u2219\u22c5\u2e31\u30fb\ua78f\p{M}\p{Default_Ignorable_Code_Point}]$/u;
const BRACKETS: Readonly<Record<string, string>> = {
  '[': '(',
  '【': '(',
  '〔': '(',
  '{': '(',
  '〈': '(',
  '《': '(',
  '「': '(',
  '『': '(',
  ']': ')',
  '】': ')',
  '〕': ')',
  '}': ')',
  '〉': ')',
  '》': ')',
  '」': ')',
  '』': ')',
};

/** The letters of a text in one width and case, without the characters that may be between those of a name. */
interface Folded {
  readonly letters: string;
  /** Where each letter begins in the text; at the end the text's length. */
  readonly starts: readonly number[];
}

/**
 * A function that masks names in a text (CLERK.md, "Scopes"): the first character stays, ＊ stands for each of the
 * rest; of two names that begin at one place the longer is masked. Names of one character are left alone. Other dots,
 * capitals, brackets, spaces and widths than the roster's make no other name.
 * @param own names that are left as they are, unless a longer one of the others begins there
 */
export function masker(others: Iterable<string>, own: Iterable<string> = []): (text: string) => string {
  const kept = new Set([...own].map((name) => fold(name).letters));
  const byBeginning = new Map<string, Set<string>>();
  const lookFor = (letters: string): void => {
    // One letter is no name to be masked, and among the own ones none that needs to be looked for.
    if (letters.length < 3 && [...letters].length < 2) return;
    const beginning = letters.slice(0, BEGINNING);
    const known = byBeginning.get(beginning);
    if (known === undefined) byBeginning.set(beginning, new Set([letters]));
    else known.add(letters);
  };
  for (const name of kept) lookFor(name);
  for (const name of others) {
    const { letters } = fold(name);
    lookFor(letters);
    // 张伟（小） is often written without the bracket that distinguishes him from another.
    if (letters.endsWith(')')) lookFor(fold(bracketed(name).outside).letters);
  }
  return (given) => {
    if (given === '' || byBeginning.size === 0) return given;
    const text = given.normalize('NFC');
    const folded = fold(text);
    const { letters, starts } = folded;
    let masked = '';
    let done = 0;
    for (let at = 0; at < letters.length; at += 1) {
      const names = byBeginning.get(letters.slice(at, at + BEGINNING));
      if (names === undefined) continue;
      let name = '';
      for (const each of names) {
        if (
          each.length > name.length &&
          letters.startsWith(each, at) &&
          isWholeName(text, folded, at, each)
        ) {
          name = each;
        }
      }
      if (name === '') continue;
      const [begin, end] = [starts[at] ?? 0, endOf(text, folded, at + name.length)];
      if (!kept.has(name)) {
        masked += text.slice(done, begin) + maskOf(text.slice(begin, end));
        done = end;
      }
      at += name.length - 1;
    }
    return done === 0 ? given : masked + text.slice(done);
  };
}

function fold(text: string): Folded {
  if (HAN_ONLY.test(text)) return { letters: text, starts: plainStarts(text.length) };
  let letters = '';
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    if (!BETWEEN.test(character)) {
      for (const letter of character.normalize('NFKC').toUpperCase()) {
        if (BETWEEN.test(letter)) continue;
        const one = BRACKETS[letter] ?? letter;
        letters += one;
        for (let unit = 0; unit < one.length; unit += 1) starts.push(at);
      }
    }
    at += character.length;
  }
  starts.push(at);
  return { letters, starts };
}

/** The same for every text of a length that is folded already. */
const plain: number[] = [];
function plainStarts(length: number): readonly number[] {
  while (plain.length <= length) plain.push(plain.length);
  return plain;
}

/** Whether a name at a place is one there: no long gap in it, and other names than Han end where their letters end. */
function isWholeName(text: string, { starts }: Folded, at: number, name: string): boolean {
  for (let place = at + 1; place < at + name.length; place += 1) {
    if ((starts[place] ?? 0) - (starts[place - 1] ?? 0) > MOST_SPACES + 1) return false;
  }
  if (HAN.test(name)) return true;
  const begin = starts[at] ?? 0;
  const before = [...text.slice(Math.max(0, begin - 2), begin)].at(-1) ?? '';
  const last = starts[at + name.length - 1] ?? 0;
  const after = [...text.slice(last, last + 4)].at(1) ?? '';
  return !RUNS_ON.test(before) && !RUNS_ON.test(after);
}

/** Where a name ends in the text: behind its last letter. */
function endOf(text: string, { starts }: Folded, next: number): number {
  const last = starts[next - 1] ?? 0;
  return last + String.fromCodePoint(text.codePointAt(last) ?? 0).length;
}

/** Spaces stay between the parts of a name, but not inside one of Han. */
function maskOf(found: string): string {
  const [first = '', ...rest] = [...found];
  const isHan = HAN.test(first);
  return first + rest.map((letter) => (SPACE.test(letter) ? (isHan ? '' : letter) : MASK)).join('');
}
