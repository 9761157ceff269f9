// Texts that many rows have alike, each kept once.

/** What is kept of the texts of rows. */
export interface Texts {
  /** The text, as it was first met. */
  of<T extends string>(text: T): T;
}

/** Each row has its own: for a small number of rows. */
export const OWN_TEXTS: Texts = { of: (text) => text };

/**
 * Units, stations and coded words come out of SQLite as a text of its own for each row. Kept once, those of thousands of
 * rows need not be copied again and again while they are new.
 */
export class SameTexts implements Texts {
  readonly #texts = new Map<string, string>();

  of<T extends string>(text: T): T {
    const known = this.#texts.get(text);
    if (known !== undefined) return known as T;
    this.#texts.set(text, text);
    return text;
  }
}
