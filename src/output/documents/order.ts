// A dispatch order as Markdown.
import type { Words } from '../../i18n/words.ts';
import { orderDocument } from '../../report/order-document.ts';
import { documentMarkdown } from './markdown.ts';

/** The sheet as Markdown, with the fields of CLERK.md, "Forms". */
export function orderMarkdown(order: Parameters<typeof orderDocument>[0], words: Words): string {
  return documentMarkdown(orderDocument(order, words));
}
