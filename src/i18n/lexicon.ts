// Where the words of a language are looked up: in its dictionaries, or in the one text that the bundle has of them.

type Dictionary = Readonly<Record<string, string>>;

/** The words by their keys. */
export type Lexicon = ReadonlyMap<string, string>;

/** Between a key and its word, and between one word and the next key: ASCII's mark for that, which no word contains. */
const MARK = '\u001e';

/** The words of dictionaries. */
export function lexiconOf(dictionaries: readonly Dictionary[]): Lexicon {
  return new Map(dictionaries.flatMap((dictionary) => Object.entries(dictionary)));
}

/** Dictionaries as one text, for `unpacked`. */
export function packed(dictionaries: readonly Dictionary[]): string {
  return [...lexiconOf(dictionaries)].flat().join(MARK);
}

/** The words in a text that `packed` gave. */
export function unpacked(text: string): Lexicon {
  const words = new Map<string, string>();
  const parts = text.split(MARK);
  for (let at = 1; at < parts.length; at += 2) words.set(parts[at - 1] as string, parts[at] as string);
  return words;
}
