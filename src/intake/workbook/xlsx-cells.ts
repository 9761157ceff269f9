// What the streaming reader of workbooks leaves out of cells: formats, formulas without a value, texts that point nowhere.
import type { RowFault } from '../table.ts';
import { formatCode } from './number-format.ts';
import { attribute } from './xml.ts';

/** What a cell is besides its value. */
export interface CellFact {
  readonly fault?: RowFault;
  /** The format of a number, where it is not General. */
  readonly format?: string;
}

/** Facts by row (from 1) and column (from 0). */
export type CellFacts = ReadonlyMap<number, ReadonlyMap<number, CellFact>>;

/** The formats of a workbook's cell styles, by their place. */
export function cellFormats(stylesXml: string): readonly (string | undefined)[] {
  const written = new Map<number, string>();
  for (const [, attributes = ''] of stylesXml.matchAll(/<(?:\w+:)?numFmt\b([^<>]*)>/g)) {
    written.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode'));
  }
  const from = stylesXml.indexOf('cellXfs');
  const styles = from === -1 ? '' : stylesXml.slice(from, stylesXml.indexOf('cellXfs', from + 1));
  return [...styles.matchAll(/<(?:\w+:)?xf\b([^<>]*)>/g)].map(([, attributes = '']) =>
    formatCode(Number(attribute(attributes, 'numFmtId') || 0), written),
  );
}

/** What cells are judged by. */
export interface CellWorld {
  readonly formats: readonly (string | undefined)[];
  /** How many shared texts there are. */
  readonly texts: number;
}

/**
 * What a `<c>` element is besides its value; undefined for the most.
 * @param body what stands between its tags
 */
export function cellFact(attributes: string, body: string, world: CellWorld): CellFact | undefined {
  const type = attribute(attributes, 't');
  const isFormula = /<(?:\w+:)?f[\s/>]/.test(body);
  const value = /<(?:\w+:)?v(?:\s[^<>]*)?(?:\/>|>([^<]*))/.exec(body);
  const text = value === null ? undefined : (value[1] ?? '').trim();
  switch (type) {
    case 'e':
      return fault('cell_is_error');
    case 's':
      return text !== undefined && /^\d+$/.test(text) && Number(text) < world.texts
        ? undefined
        : fault('cell_text_missing');
    case 'inlineStr':
      return undefined;
    case 'str':
      return text === undefined && isFormula ? fault('formula_without_value') : undefined;
  }
  if (text === undefined) return isFormula ? fault('formula_without_value') : undefined;
  if (text === '') return fault(isFormula ? 'formula_without_value' : 'cell_value_missing');
  const format =
    type === '' || type === 'n' ? world.formats[Number(attribute(attributes, 's') || -1)] : undefined;
  return format === undefined ? undefined : { format };
}

function fault(code: RowFault['code']): CellFact {
  return { fault: { code, values: {} } };
}
