// The notice of a round as Markdown.
import type { Words } from '../../i18n/words.ts';
import { type NoticeOptions, noticeDocument } from '../../report/notice-document.ts';
import { documentMarkdown } from './markdown.ts';

/** The notice as Markdown, in the order and wording of CLERK.md, "The notice of a round". */
export function noticeMarkdown(
  facts: Parameters<typeof noticeDocument>[0],
  words: Words,
  options: NoticeOptions = {},
): string {
  return documentMarkdown(noticeDocument(facts, words, options));
}
