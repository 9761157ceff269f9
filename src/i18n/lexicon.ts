// Where the words of a language are looked up: in its dictionaries, or in the one text that the bundle has of them.

type Dictionary = Readonly<Record<string, string>>;

/** The words by their keys. */
export type Lexicon = Pick<ReadonlyMap<string, string>, 'get' | 'has'>;

// ASCII's own marks for this, which neither a key nor a word contains: one before each key and at the end, one between
// a key and its word.
const RECORD = '\u001e';
const UNIT = '\u001f';

/** The words of dictionaries. */
export function lexiconOf(dictionaries: readonly Dictionary[]): ReadonlyMap<string, string> {
  return new Map(dictionaries.flatMap((dictionary) => Object.entries(dictionary)));
}

/** Dictionaries as one text, for `unpacked`. */
export function packed(dictionaries: readonly Dictionary[]): string {
  const words = [...lexiconOf(dictionaries)].map(([key, word]) => RECORD + key + UNIT + word);
  return words.join('') + RECORD;
}

/**
 * The words in a text that `packed` gave. Each is sought in the text when it is first asked for: a command says fifty of
 * two thousand, and to take them all apart would take longer than to find those.
 * @param text in UTF-8
 */
export function unpacked(text: Buffer): Lexicon {
  const found = new Map<string, string | undefined>();
  const get = (key: string): string | undefined => {
    const known = found.get(key);
    if (known !== undefined || found.has(key)) return known;
    const word = sought(text, key);
    found.set(key, word);
    return word;
  };
  return { get, has: (key) => get(key) !== undefined };
}

function sought(text: Buffer, key: string): string | undefined {
  const before = RECORD + key + UNIT;
  // Keys are ASCII, and as such looked for without being encoded.
  const at = text.indexOf(before, 0, 'latin1');
  if (at < 0) return undefined;
  const from = at + before.length;
  return text.toString('utf8', from, text.indexOf(RECORD, from, 'latin1'));
}
