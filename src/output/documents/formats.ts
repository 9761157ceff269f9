// The formats of documents: each writer is loaded when its format is asked for, and no other.
import type { Words } from '../../i18n/words.ts';
import type { Document } from '../../report/document.ts';
import type { Chunk } from '../settings.ts';

export const documentFormats = ['md', 'docx', 'html'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** Writes a document, whole. */
type Writer = (document: Document, words: Words) => Promise<Chunk> | Chunk;

const writers: Readonly<Record<DocumentFormat, () => Promise<Writer>>> = {
  md: async () => {
    const { documentMarkdown } = await import('./markdown.ts');
    return (document) => documentMarkdown(document);
  },
  docx: async () => (await import('./docx.ts')).documentDocx,
  html: async () => {
    const { documentHtml } = await import('./html.ts');
    return (document, words) => documentHtml(document, words.lang);
  },
};

/** What writes documents in a format: for those who want it loaded before they begin. */
export function documentWriter(format: DocumentFormat): Promise<Writer> {
  return writers[format]();
}

/** The document in a format, whole. */
export async function renderDocument(
  document: Document,
  format: DocumentFormat,
  words: Words,
): Promise<Chunk> {
  const write = await documentWriter(format);
  return write(document, words);
}

/** The format that a file's ending names, undefined when it names none of a document. */
export function documentFormatFor(fileName: string): DocumentFormat | undefined {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  return documentFormats.find((each) => each === ending || (each === 'html' && ending === 'htm'));
}
