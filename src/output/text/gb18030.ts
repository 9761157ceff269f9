// Text as GB18030 bytes, for spreadsheets that read nothing else.
import iconv from 'iconv-lite';
import type { Chunk } from '../settings.ts';

/** The chunk in GB18030. Chunks end between letters, so each can be encoded alone. */
export function encoded(chunk: Chunk): Chunk {
  return typeof chunk === 'string' ? iconv.encode(chunk, 'gb18030') : chunk;
}
