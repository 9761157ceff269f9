// Whether a text is what was written, or what a wrong decoding has left of it.

/**
 * Whether a text holds U+FFFD, which decoders put where bytes did not fit, or half a surrogate pair, which would be stored
 * as one: the letters that stood there are lost.
 */
export function isWronglyDecoded(text: string): boolean {
  return text.includes('\ufffd') || !text.isWellFormed();
}
