// What a report is: a title, typed columns and rows of typed cells. Renderers in `output` know nothing more.

/** A word of the vocabulary, by its key: reports carry keys, the language words them (`measure.reminder_talk`). */
export type TermKey = string;

/**
 * The type of a column decides how a cell is written:
 * `text` as given; `number` whole; `decimal` exact decimal text (points, amounts), a number in JSON; `day` YYYY-MM-DD;
 * `instant` ISO 8601 with an offset, for people day and time of day;
 * `boolean`; `term` a code that tables word from the vocabulary `terms` and machine output leaves as it is.
 */
export interface Column {
  /** The stable English key; headings are the terms `column.<key>`. */
  readonly key: string;
  /** Its heading where that is a text of the file, not a word of ours. */
  readonly heading?: string;
  readonly type: 'text' | 'number' | 'decimal' | 'day' | 'instant' | 'boolean' | 'term';
  /** For `term`: the vocabulary, so that the code `x` is worded as the term `<terms>.x`. */
  readonly terms?: string;
  /**
   * For a `text` that lists codes, `a:1;b:2`: the vocabularies of each part of an item, none for a part that is no code.
   * People read `word a (1), word b (2)`, machines the text as it is.
   */
  readonly codes?: readonly (readonly string[])[];
  /** Left out of tables for people (still in csv, json, jsonl, xlsx): what would only widen them. */
  readonly machineOnly?: boolean;
  /** The cell is JSON already, a list of objects: json writes it as such, csv as its text. */
  readonly nested?: boolean;
  /** May be left out of a table that is too wide for the terminal, 1 before 2; the table says so. */
  readonly spare?: number;
}

/** null is empty: empty text in every format, JSON too. */
export type Cell = string | number | boolean | null;
export type Row = readonly Cell[];

/** A value of a text; lists are joined as the language does. */
export type TextValue = string | number | { readonly term: TermKey } | readonly TextValue[];

/** A text that the language words: a template key with values. */
export interface Text {
  readonly key: TermKey;
  readonly values?: Readonly<Record<string, TextValue>>;
}

/** A chart of columns of numbers over the column `x`, each by its key. */
export interface ReportChart {
  readonly kind: 'line' | 'column';
  readonly title: Text;
  readonly x: string;
  readonly series: readonly string[];
}

/** A list as data. `rows` may be a stream that is read once. */
export interface Report {
  /** The report's name, in the words of the command that makes it. */
  readonly name: string;
  readonly title: Text;
  readonly columns: readonly Column[];
  readonly rows: Iterable<Row>;
  /** Lines for people below a table (never in machine output). */
  readonly notes?: readonly Text[];
  /** Native charts of a workbook, on a sheet of their own; other formats have none. */
  readonly charts?: readonly ReportChart[];
  /** What a table says instead of rows when there are none; the term `empty.rows` by default. */
  readonly whenEmpty?: Text;
}
