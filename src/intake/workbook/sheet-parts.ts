// What the streaming reader of workbooks leaves out: the list of sheets, hidden ones, merges, hidden rows, facts of cells.
import { type CellFact, type CellFacts, type CellWorld, cellFact, cellFormats } from './xlsx-cells.ts';
import { attribute } from './xml.ts';
import { unpack, unpackChunks, type ZipDirectory } from './zip-guard.ts';

/** A range merged into one cell, indices from 0. */
export interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** A sheet of the workbook, in its order. */
export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: readonly Merge[];
  /** Numbers of hidden or filtered rows, from 1. */
  readonly hiddenRows: readonly number[];
  readonly facts: CellFacts;
  /** Whether it is a chart or a dialog on a tab of its own. */
  readonly isChart: boolean;
}

const MOST_MERGES = 200_000;

/** The sheets that the workbook part lists; empty when there is none. */
export async function sheetParts(bytes: Buffer, directory: ZipDirectory): Promise<readonly SheetPart[]> {
  const textOf = (path: string) => unpack(bytes, directory, path)?.toString('utf8') ?? '';
  const root = relationsOf(textOf('_rels/.rels'), '');
  const path = [...root.values()].find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = relationsOf(textOf(`${folder}_rels/${path.slice(folder.length)}.rels`), folder);
  const pathOf = (type: string) => [...relations.values()].find((each) => each.type === type)?.path ?? '';
  const world: CellWorld = {
    formats: cellFormats(textOf(pathOf('styles'))),
    texts: await countTexts(unpackChunks(bytes, directory, pathOf('sharedStrings'))),
  };
  const parts: SheetPart[] = [];
  for (const [, attributes = ''] of textOf(path).matchAll(/<(?:\w+:)?sheet\b([^<>]*)>/g)) {
    const relation = relations.get(attribute(attributes, '\\w+:id'));
    const state = attribute(attributes, 'state');
    const hidden = state === 'hidden' || state === 'veryHidden';
    const isChart = relation !== undefined && relation.type !== 'worksheet';
    const scanned = await scanSheet(
      unpackChunks(bytes, directory, isChart ? '' : (relation?.path ?? '')),
      world,
    );
    parts.push({ name: attribute(attributes, 'name'), hidden, isChart, ...scanned });
  }
  return parts;
}

interface Relation {
  /** The last word of its type. */
  readonly type: string;
  readonly path: string;
}

function relationsOf(xml: string, folder: string): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  for (const [, attributes = ''] of xml.matchAll(/<(?:\w+:)?Relationship\b([^<>]*)>/g)) {
    const target = attribute(attributes, 'Target');
    const path = resolved(target.startsWith('/') ? target.slice(1) : `${folder}${target}`);
    const type = attribute(attributes, 'Type').split('/').at(-1) ?? '';
    relations.set(attribute(attributes, 'Id'), { type, path });
  }
  return relations;
}

/** A path without `.` and `..`. */
function resolved(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

async function countTexts(xml: AsyncIterable<Buffer>): Promise<number> {
  let count = 0;
  let rest = '';
  for await (const chunk of xml) {
    const text = rest + chunk.toString('latin1');
    const end = text.lastIndexOf('<');
    count += [...text.slice(0, end).matchAll(/<(?:\w+:)?si[\s/>]/g)].length;
    rest = text.slice(Math.max(end, 0));
  }
  return count + [...rest.matchAll(/<(?:\w+:)?si[\s/>]/g)].length;
}

type Scanned = Pick<SheetPart, 'merges' | 'hiddenRows' | 'facts'>;

/** Finds merges, hidden rows and what cells are besides their values in a sheet's XML. */
async function scanSheet(xml: AsyncIterable<Buffer>, world: CellWorld): Promise<Scanned> {
  const merges: Merge[] = [];
  const hiddenRows: number[] = [];
  const facts = new Map<number, Map<number, CellFact>>();
  let row = 0;
  let column = -1;
  const scan = (text: string): void => {
    const tags = new RegExp(TAG, 'g');
    for (let found = tags.exec(text); found !== null; found = tags.exec(text)) {
      const [, tag, attributes = ''] = found;
      if (tag === 'row') {
        row = Number(attribute(attributes, 'r')) || row + 1;
        column = -1;
        if (/\bhidden="(?:1|true)"/.test(attributes)) hiddenRows.push(row);
      } else if (tag === 'c') {
        column = columnOf(attribute(attributes, 'r')) ?? column + 1;
        if (attributes.endsWith('/')) continue;
        const close = new RegExp(CELL_END, 'g');
        close.lastIndex = tags.lastIndex;
        const end = close.exec(text)?.index ?? text.length;
        const fact = cellFact(attributes, text.slice(tags.lastIndex, end), world);
        tags.lastIndex = end;
        if (fact === undefined) continue;
        const ofRow = facts.get(row) ?? new Map<number, CellFact>();
        facts.set(row, ofRow.set(column, fact));
      } else if (merges.length < MOST_MERGES) {
        const merge = mergeOf(attribute(attributes, 'ref'));
        if (merge !== undefined) merges.push(merge);
      }
    }
  };
  let rest = '';
  for await (const chunk of xml) {
    const text = rest + chunk.toString('latin1');
    const end = endOfCells(text);
    scan(text.slice(0, end));
    rest = text.length - end < LONGEST_CELL ? text.slice(end) : '';
  }
  scan(rest);
  return { merges, hiddenRows, facts };
}

/** Behind the last cell or row that is whole: what a chunk cuts in two is looked at with the next one. */
function endOfCells(text: string): number {
  const end = Math.max(text.lastIndexOf('row>') + 4, text.lastIndexOf('/c>') + 3);
  if (end > 4) return end;
  return CELL_START.test(text) ? 0 : Math.max(0, text.lastIndexOf('<'));
}

/** The XML of a cell that holds as much as Excel lets it, each letter as an entity of a run of its own. */
const LONGEST_CELL = 1 << 22;
const TAG = /<(?:\w+:)?(row|mergeCell|c)\b([^<>]*)>/;
const CELL_START = /<(?:\w+:)?c[\s>]/;
const CELL_END = /<\/(?:\w+:)?c>/;

function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function mergeOf(reference: string): Merge | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  const startCol = columnOf(`${match?.[1]}1`);
  const endCol = columnOf(`${match?.[3]}1`);
  if (match === null || startCol === undefined || endCol === undefined) return undefined;
  return { startRow: Number(match[2]) - 1, startCol, endRow: Number(match[4]) - 1, endCol };
}
