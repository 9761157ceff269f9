// What a column holds: the word that the tables of columns have for it, and the type of its values.

/** The meaning of each word. A `?` is a column that may be empty; a flag is 0 or 1. */
interface ColumnValues {
  readonly text: string;
  readonly 'text?': string | null;
  readonly whole: number;
  readonly 'whole?': number | null;
  readonly flag: 0 | 1;
  readonly 'flag?': 0 | 1 | null;
}

type ColumnType = keyof ColumnValues;

/** The columns of a table, in their order. */
export type Columns = Readonly<Record<string, ColumnType>>;

/** A row with exactly these columns. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: ColumnValues[C[K]] };

/**
 * Nothing but the columns of `Row`. The compiler finds wrong keys in a literal by itself, and not those that a spread or a
 * variable brings: with this it finds them all.
 */
export type Exactly<Given, Row> = Given & { readonly [K in Exclude<keyof Given, keyof Row>]: never };

/** A flag as it is stored. */
export function flag(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}
