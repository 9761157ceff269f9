// A docx unpacked: its files as text, and what a test asks of them.
import { strFromU8, unzipSync } from 'fflate';

/** The files of a docx by path. */
export function partsOf(file: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** The text of all files that contain text, and of nothing else: runs joined. */
export function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>|<\/w:p>/g)].map(([, text]) => text ?? '\n').join('');
}

/** The attributes of the first element of a name. */
export function attributesOf(xml: string, name: string): Readonly<Record<string, string>> {
  const [, inside = ''] = new RegExp(`<${name}\\b([^>]*)>`).exec(xml) ?? [];
  return Object.fromEntries([...inside.matchAll(/w:(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
}

/** The paragraphs of a part that contain a text. */
export function paragraphsWith(xml: string, text: string): string[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)]
    .map(([each]) => each)
    .filter((each) => textOf(each).includes(text));
}
