// Renders a report to text or bytes as a test asks for it.
import type { Lang } from '../../src/i18n/language.ts';
import { render } from '../../src/output/formats.ts';
import type { Format, Settings } from '../../src/output/settings.ts';
import type { Report } from '../../src/report/report.ts';
import { wordsFor } from '../support/words.ts';

/** Settings as for a pipe, with what a test changes. */
export function settingsFor(lang: Lang, changes: Partial<Settings> = {}): Settings {
  return {
    words: wordsFor(lang),
    width: undefined,
    colour: false,
    headers: 'keys',
    bom: false,
    crlf: false,
    encoding: 'utf-8',
    ...changes,
  };
}

/** All bytes of a rendering. */
export async function bytesOf(report: Report, format: Format, settings: Settings): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of render(report, format, settings)) chunks.push(Buffer.from(chunk as string));
  return Buffer.concat(chunks);
}

/** The text of a rendering. */
export async function textOf(report: Report, format: Format, settings: Settings): Promise<string> {
  return (await bytesOf(report, format, settings)).toString('utf8');
}
