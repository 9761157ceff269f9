// The sheets that the workbook part of an .xlsx lists, and the parts that they share.
import { refusal } from '../../domain/problem.ts';
import type { Archive } from './archive.ts';
import { MOST_SHEETS } from './xlsx-limits.ts';
import { attribute, readXml } from './xml.ts';

/** A sheet of the workbook, in its order. */
export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  /** Whether it is a chart or a dialog on a tab of its own. */
  readonly isChart: boolean;
  /** The part with its cells; the empty text when none is named. */
  readonly path: string;
}

/** What the workbook part says. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  /** Whether days are counted from 1904. */
  readonly is1904: boolean;
  /** Paths of what cells share; the empty text where there is none. */
  readonly texts: string;
  readonly styles: string;
}

/**
 * Reads the workbook part. Throws `workbook_broken` when there is none, `workbook_sheets_too_many`,
 * `workbook_sheet_twice` for two sheets on one part, and what `readXml` throws.
 */
export async function workbookParts(archive: Archive): Promise<WorkbookParts> {
  const path = (await mainPart(archive)) ?? 'xl/workbook.xml';
  if (!archive.has(path)) throw refusal('workbook_broken', {}, { file: archive.file });
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = await relationsOf(archive, `${folder}_rels/${path.slice(folder.length)}.rels`, folder);
  const pathOf = (type: string) => [...relations.values()].find((each) => each.type === type)?.path ?? '';
  const sheets: SheetPart[] = [];
  const byPath = new Map<string, string>();
  let is1904 = false;
  let inSheets = false;
  const addSheet = (attributes: string): void => {
    const name = attribute(attributes, 'name');
    const relation = relations.get(attribute(attributes, '\\w+:id'));
    const state = attribute(attributes, 'state');
    const at = relation?.path ?? '';
    const other = byPath.get(at.toLowerCase());
    if (other !== undefined && at !== '') {
      throw refusal('workbook_sheet_twice', { sheet: name, other }, { file: archive.file });
    }
    byPath.set(at.toLowerCase(), name);
    const isChart = relation !== undefined && relation.type !== 'worksheet';
    sheets.push({ name, hidden: state === 'hidden' || state === 'veryHidden', isChart, path: at });
    if (sheets.length > MOST_SHEETS) {
      throw refusal('workbook_sheets_too_many', { most: MOST_SHEETS }, { file: archive.file });
    }
  };
  await readXml(archive, path, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904'));
      else if (name === 'sheets') inSheets = true;
      else if (name === 'sheet' && inSheets) addSheet(attributes);
    },
    close: (name) => {
      if (name === 'sheets') inSheets = false;
    },
  });
  return { sheets, is1904, texts: pathOf('sharedStrings'), styles: pathOf('styles') };
}

/** Where the main part of an office file is, as the file says; undefined when it does not. Throws what `readXml` throws. */
export async function mainPart(archive: Archive): Promise<string | undefined> {
  const root = await relationsOf(archive, '_rels/.rels', '');
  return [...root.values()].find(({ type }) => type === 'officeDocument')?.path;
}

interface Relation {
  /** The last word of its type. */
  readonly type: string;
  readonly path: string;
}

async function relationsOf(
  archive: Archive,
  path: string,
  folder: string,
): Promise<ReadonlyMap<string, Relation>> {
  const relations = new Map<string, Relation>();
  if (!archive.has(path)) return relations;
  await readXml(archive, path, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const target = attribute(attributes, 'Target');
      const type = attribute(attributes, 'Type').split('/').at(-1) ?? '';
      const at = resolved(target.startsWith('/') ? target.slice(1) : `${folder}${target}`);
      relations.set(attribute(attributes, 'Id'), { type, path: at });
    },
  });
  return relations;
}

/** A path without `.` and `..`. */
function resolved(path: string): string {
  const parts: string[] = [];
  for (const part of path.split(/[\\/]/)) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
