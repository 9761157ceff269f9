// Text from data as it may stand in XML and HTML.
import { cleanText } from '../clean.ts';

/** U+FFFE and U+FFFF may not stand in XML. */
const NOT_IN_XML = /[\uFFFE\uFFFF]/g;

/** Clean text, its lines ended by `\n`. */
export function safe(text: string): string {
  return cleanText(text).replace(NOT_IN_XML, '\uFFFD');
}
