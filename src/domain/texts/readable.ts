// Whether a text is what was written, and can be written again, or what a wrong decoding has left of it.

/**
 * Whether a text holds U+FFFD, which decoders put where bytes did not fit, or half a surrogate pair, which would be stored
 * as one: the original letters are lost.
 */
export function isWronglyDecoded(text: string): boolean {
  return text.includes('\ufffd') || !text.isWellFormed();
}

/** What a cell of a spreadsheet holds; a longer text could not be written into a workbook. */
export const LONGEST_TEXT = 32_767;

/** NUL, what no XML holds, and the mark that readers take away where a line begins. */
const UNWRITABLE = /[\0\uFFFE\uFFFF]|(?:^|[\r\n])\uFEFF/;

export type TextFault = 'text_wrongly_decoded' | 'cell_text_too_long' | 'text_unwritable';

/** Why a text is not recorded: it is not what was written, or no file could hold it as it is. */
export function textFault(text: string): TextFault | undefined {
  if (isWronglyDecoded(text)) return 'text_wrongly_decoded';
  if (text.length > LONGEST_TEXT) return 'cell_text_too_long';
  return UNWRITABLE.test(text) ? 'text_unwritable' : undefined;
}
