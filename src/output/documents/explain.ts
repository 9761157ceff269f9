// The explanation of a cadre's line as Markdown.
import type { Words } from '../../i18n/words.ts';
import { explainDocument } from '../../report/explain-document.ts';
import { documentMarkdown } from './markdown.ts';

/** The explanation as Markdown: in Chinese a text that can be handed to the person (issue 3, "Explain"). */
export function explainMarkdown(explanation: Parameters<typeof explainDocument>[0], words: Words): string {
  return documentMarkdown(explainDocument(explanation, words));
}
