// Documents: in which format one is asked for, and writing it where it is wanted.

import {
  type DocumentFormat,
  documentFormatFor,
  documentFormats,
  renderDocument,
} from '../../output/documents/formats.ts';
import { inEncoding } from '../../output/formats.ts';
import { formats } from '../../output/settings.ts';
import type { Document } from '../../report/document.ts';
import type { OptionSpec } from '../command-spec.ts';
import type { Input } from '../options/input.ts';
import type { Session } from '../session.ts';

/** `--format` of a command that gives a list or a document. */
export const LIST_OR_DOCUMENT: OptionSpec = {
  flags: '--format <format>',
  choices: [...new Set([...formats, ...documentFormats])],
};

/** `--format` of a command that gives a document only. */
export const DOCUMENT: OptionSpec = { flags: '--format <format>', choices: documentFormats };

/** The format of a document, by `--format` or the ending of `-o`; undefined when a list is asked for. */
export function documentFormat(input: Input): DocumentFormat | undefined {
  const named = input.text('format');
  if (named !== undefined) return documentFormats.find((each) => each === named);
  return documentFormatFor(input.text('output') ?? '');
}

/** Writes a document where it is wanted and returns the exit code. */
export async function printDocument(
  session: Session,
  document: Document,
  format: DocumentFormat,
): Promise<number> {
  const chunks = [await renderDocument(document, format, await session.documentWords())];
  // A page says in itself that it is UTF-8, and a docx is no text.
  return session.write(format === 'md' ? inEncoding(chunks, session.settings()) : chunks);
}
