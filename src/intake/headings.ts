// Which field a heading means: English keys and the office's headings, compared as CLERK.md says.
import { nearest } from '../domain/known.ts';
import { recordColumns } from '../domain/records/record-columns.ts';
import { type RecordKind, recordKinds } from '../domain/records/records.ts';
import { kindRules } from './kinds/all-kinds.ts';

/** What a heading means for a kind: a field (by number, or by name), several that have to be asked about, or nothing. */
export type HeadingMeaning =
  | { readonly key: string; readonly named: boolean }
  | { readonly asked: readonly string[] };

const REMARK = /[(（[【〔][^()（）[\]【】〔〕]*[)）\]】〕]/gu;
const IGNORED = /[\s\u3000\u200b\ufeff*＊:：._]/gu;

/**
 * A heading as headings are compared: without spaces, line breaks, `*`, `：`, bracketed remarks; English in lower case,
 * and `cadre no.` like `cadre_no`.
 */
export function comparableHeading(heading: string): string {
  return heading.normalize('NFC').replace(IGNORED, '').replace(REMARK, '').toLowerCase();
}

const byKind = new Map<RecordKind, ReadonlyMap<string, HeadingMeaning>>();
/** How a key is written, by its comparable form. */
const writtenAs = new Map<string, string>();

/** The headings of a kind, in comparable form. */
export function headingsOf(kind: RecordKind): ReadonlyMap<string, HeadingMeaning> {
  const known = byKind.get(kind);
  if (known !== undefined) return known;
  const rules = kindRules[kind];
  const meanings = new Map<string, HeadingMeaning>();
  const add = (words: Readonly<Record<string, string>> | undefined, named: boolean) => {
    for (const [key, list] of Object.entries(words ?? {})) {
      for (const word of list.split(' ')) meanings.set(comparableHeading(word), { key, named });
    }
  };
  add(rules.headings, false);
  add(rules.names, true);
  for (const [word, keys] of Object.entries(rules.asked ?? {}))
    meanings.set(word, { asked: keys.split(' ') });
  for (const { key } of recordColumns[kind]) {
    meanings.set(comparableHeading(key), { key, named: false });
    writtenAs.set(comparableHeading(key), key);
  }
  byKind.set(kind, meanings);
  return meanings;
}

/** Longer texts are no headings: nothing is near them. */
const LONGEST_HEADING = 40;

/** The known heading of a kind nearest to an unknown one, if any is near. */
export function nearestHeading(kind: RecordKind, heading: string): string | undefined {
  const comparable = comparableHeading(heading);
  if (comparable.length > LONGEST_HEADING) return undefined;
  const near = nearest(comparable, headingsOf(kind).keys());
  return near === undefined ? undefined : (writtenAs.get(near) ?? near);
}

let everyHeading: ReadonlySet<string> | undefined;

/** Whether any kind knows a heading; settles encodings and delimiters before the kind matters. */
export function isKnownHeading(heading: string): boolean {
  everyHeading ??= new Set(recordKinds.flatMap((kind) => [...headingsOf(kind).keys()]));
  return everyHeading.has(comparableHeading(heading));
}

/** How many known headings the first lines of a text hold, whatever separates them. */
export function countKnownHeadings(text: string): number {
  return text
    .slice(0, 20_000)
    .split(/[,;\t\r\n"]+/)
    .filter(isKnownHeading).length;
}
