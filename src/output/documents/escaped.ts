// Text made safe for HTML, in elements and in quoted attributes.
import { cleanLine } from '../text/clean.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text with every character that HTML would read as its own replaced, on one line, without control characters. */
export function escaped(text: string): string {
  return cleanLine(text).replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
}
