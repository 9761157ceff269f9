// The registry of formats: each renderer is loaded when its format is asked for, and no other.
import type { Report } from '../report/report.ts';
import type { Chunk, Format, Renderer, Settings } from './settings.ts';

/** One way to load each format's renderer. */
export const renderers: Readonly<Record<Format, () => Promise<Renderer>>> = {
  table: async () => (await import('./table.ts')).renderTable,
  csv: async () => (await import('./csv.ts')).renderCsv,
  json: async () => (await import('./json.ts')).renderJson,
  jsonl: async () => (await import('./json.ts')).renderJsonl,
  md: async () => (await import('./markdown.ts')).renderMarkdown,
  xlsx: async () => (await import('./xlsx/xlsx.ts')).renderXlsx,
};

/** The report in a format, chunk by chunk, in the encoding asked for. */
export async function* render(report: Report, format: Format, settings: Settings): AsyncGenerator<Chunk> {
  const renderer = await renderers[format]();
  yield* inEncoding(renderer(report, settings), settings);
}

/** Text chunks in the encoding asked for; bytes, as of a workbook, stay as they are. */
export async function* inEncoding(
  chunks: Iterable<Chunk> | AsyncIterable<Chunk>,
  { encoding }: Pick<Settings, 'encoding'>,
): AsyncGenerator<Chunk> {
  if (encoding === 'utf-8') return yield* chunks;
  const { encoded } = await import('./text/gb18030.ts');
  for await (const chunk of chunks) yield encoded(chunk);
}
