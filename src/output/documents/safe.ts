// Escapes text from data for XML and HTML.
import { cleanText } from '../text/clean.ts';

/** The spaces that plain text is indented by. */
export const INDENT = /^\u3000+/;

/** U+FFFE and U+FFFF are not allowed in XML. */
const NOT_IN_XML = /[\uFFFE\uFFFF]/g;

/** Clean text, its lines ended by `\n`. */
export function safe(text: string): string {
  return cleanText(text).replace(NOT_IN_XML, '\uFFFD');
}
