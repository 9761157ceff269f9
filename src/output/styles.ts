// How words stand out on a terminal. What colours them is loaded where there is colour: most output is read by programs.

/** Each gives the text back as it is to be shown. */
export type Styles = Readonly<Record<'bold' | 'dim' | 'red' | 'green', (text: string) => string>>;

const asItIs = (text: string): string => text;
const PLAIN: Styles = { bold: asItIs, dim: asItIs, red: asItIs, green: asItIs };

let coloured: Styles | undefined;

/** Loads colours, for `styles(true)`. */
export async function loadColours(): Promise<void> {
  const { Chalk } = await import('chalk');
  coloured = new Chalk({ level: 1 });
}

/** The styles, with colour or without. @throws Error where colours are wanted that were not loaded */
export function styles(colour: boolean): Styles {
  if (!colour) return PLAIN;
  if (coloured === undefined) throw new Error('colours are not loaded');
  return coloured;
}
