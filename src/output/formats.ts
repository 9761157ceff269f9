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
  xlsx: async () => (await import('./xlsx.ts')).renderXlsx,
};

/** The report in a format, chunk by chunk, in the encoding asked for. */
export async function* render(report: Report, format: Format, settings: Settings): AsyncGenerator<Chunk> {
  const renderer = await renderers[format]();
  const chunks = renderer(report, settings);
  if (settings.encoding === 'gb18030' && format === 'csv') {
    const { encoded } = await import('./gb18030.ts');
    for await (const chunk of chunks) yield encoded(chunk);
  } else {
    yield* chunks;
  }
}
