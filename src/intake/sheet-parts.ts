// What the streaming reader of workbooks leaves out: the list of sheets, hidden ones, merged ranges and hidden rows.
import { unpack, unpackChunks, type ZipDirectory } from './zip-guard.ts';

/** A range merged into one cell, indices from 0. */
export interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
}

/** A sheet of the workbook, in its order. */
export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: readonly Merge[];
  /** Numbers of hidden or filtered rows, from 1. */
  readonly hiddenRows: readonly number[];
}

const MOST_MERGES = 200_000;

/** The sheets that `xl/workbook.xml` lists; empty when the workbook is laid out in another way. */
export async function sheetParts(bytes: Buffer, directory: ZipDirectory): Promise<readonly SheetPart[]> {
  const workbook = unpack(bytes, directory, 'xl/workbook.xml')?.toString('utf8') ?? '';
  const relations = unpack(bytes, directory, 'xl/_rels/workbook.xml.rels')?.toString('utf8') ?? '';
  const targets = new Map<string, string>();
  for (const [, attributes = ''] of relations.matchAll(/<(?:\w+:)?Relationship\b([^<>]*)>/g)) {
    targets.set(attribute(attributes, 'Id'), attribute(attributes, 'Target'));
  }
  const parts: SheetPart[] = [];
  for (const [, attributes = ''] of workbook.matchAll(/<(?:\w+:)?sheet\b([^<>]*)>/g)) {
    const target = targets.get(attribute(attributes, '\\w+:id')) ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    const state = attribute(attributes, 'state');
    const hidden = state === 'hidden' || state === 'veryHidden';
    const scanned = await scanSheet(unpackChunks(bytes, directory, path));
    parts.push({ name: attribute(attributes, 'name'), hidden, ...scanned });
  }
  return parts;
}

/** Finds merges and hidden rows in a sheet's XML. */
async function scanSheet(xml: AsyncIterable<Buffer>): Promise<Pick<SheetPart, 'merges' | 'hiddenRows'>> {
  const merges: Merge[] = [];
  const hiddenRows: number[] = [];
  let rest = '';
  for await (const chunk of xml) {
    const text = rest + chunk.toString('latin1');
    for (const [, tag, attributes = ''] of text.matchAll(TAG)) {
      if (tag === 'row') {
        if (/\bhidden="(?:1|true)"/.test(attributes)) hiddenRows.push(Number(attribute(attributes, 'r')));
      } else if (merges.length < MOST_MERGES) {
        const merge = mergeOf(attribute(attributes, 'ref'));
        if (merge !== undefined) merges.push(merge);
      }
    }
    // A tag that the chunk cuts in two is looked at with the next one; no tag of ours is long.
    const open = text.lastIndexOf('<');
    rest = open > text.lastIndexOf('>') && text.length - open < LONGEST_TAG ? text.slice(open) : '';
  }
  return { merges, hiddenRows };
}

const LONGEST_TAG = 4096;
const TAG = /<(?:\w+:)?(row|mergeCell)\b([^<>]*)>/g;

function mergeOf(reference: string): Merge | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(reference);
  if (match === null) return undefined;
  let column = 0;
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return { startRow: Number(match[2]) - 1, startCol: column - 1, endRow: Number(match[3]) - 1 };
}

function attribute(attributes: string, name: string): string {
  const value = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return unescapeXml(value?.[1] ?? value?.[2] ?? '');
}

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
