// A row of a list in docx: a list of hundreds has thousands of cells, and the library's own take seconds to write.
import { type IXmlableObject, TableRow } from 'docx';
import { safe } from './safe.ts';

/** A cell's text, how wide the cell is (twips), and whether its text is centred. */
export interface ListCell {
  readonly text: string;
  readonly width: number;
  readonly centred: boolean;
}

/** A row whose texts are in one style; a heading is repeated on every page; `keepNext`: on one page with the next row. */
export class ListRow extends TableRow {
  readonly #cells: readonly ListCell[];
  readonly #style: string;
  readonly #heading: boolean;
  readonly #keepNext: boolean;

  constructor(cells: readonly ListCell[], style: string, { heading = false, keepNext = false } = {}) {
    super({ children: [] });
    this.#cells = cells;
    this.#style = style;
    this.#heading = heading;
    this.#keepNext = keepNext;
  }

  override prepForXml(): IXmlableObject {
    const whole = { 'w:cantSplit': {} };
    const properties = this.#heading ? [whole, { 'w:tblHeader': {} }] : [whole];
    return {
      'w:tr': [
        { 'w:trPr': properties },
        ...this.#cells.map((cell) => cellOf(cell, this.#style, this.#keepNext)),
      ],
    };
  }
}

/** A cell as the file has it; line breaks become spaces. */
function cellOf({ text, width, centred }: ListCell, style: string, keepNext: boolean): IXmlableObject {
  const words = safe(text).replaceAll('\n', ' ');
  // In the order of the schema.
  const standing = [
    valued('w:pStyle', style),
    ...(keepNext ? [{ 'w:keepNext': {} }] : []),
    ...(centred ? [valued('w:jc', 'center')] : []),
  ];
  const run = { 'w:r': [{ 'w:t': [{ _attr: { 'xml:space': 'preserve' } }, words] }] };
  return {
    'w:tc': [
      {
        'w:tcPr': [{ 'w:tcW': { _attr: { 'w:type': 'dxa', 'w:w': width } } }, valued('w:vAlign', 'center')],
      },
      { 'w:p': [{ 'w:pPr': standing }, ...(words === '' ? [] : [run])] },
    ],
  };
}

function valued(name: string, value: string): IXmlableObject {
  return { [name]: { _attr: { 'w:val': value } } };
}
