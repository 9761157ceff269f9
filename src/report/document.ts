// What a document is: worded blocks in their order. Writers in `output/documents` know nothing more.

/** A table's column: numbers are aligned right. */
export interface DocumentColumn {
  readonly heading: string;
  readonly numeric: boolean;
  /** Its cells are not broken: names, words of a list. */
  readonly whole?: true;
}

/** The head of a first page (GB/T 9704-2012, 7.2, 版头): the lines above the red line. */
export interface Masthead {
  /** In large red letters: the name of the periodical, or the issuer with 文件. */
  readonly name: string;
  /** The same name, cut where a line may end. */
  readonly pieces?: readonly string[];
  /** Below it: the periodical's number, or the document number. */
  readonly number: string;
  /** The last line above the red line of a periodical; null in a red-headed document. */
  readonly line: { readonly issuer: string; readonly day: string } | null;
}

/** A cell of a form: a label, or a place for a text that may be empty and have several lines. */
export interface FormCell {
  readonly text: string;
  readonly label?: true;
  /** Over how many columns it reaches. */
  readonly span?: number;
  /** In the cell's last line, on the right: who signs, and the day. */
  readonly sign?: string;
}

/** A row of a form. */
export interface FormRow {
  readonly cells: readonly FormCell[];
  /** The minimum number of lines. */
  readonly lines?: number;
  /** Repeated at the top of each page. */
  readonly head?: true;
}

/** One block of a document, already in the words of the language. `text` is what a plain writer needs. */
export type Block =
  /**
   * The line above the title: marks on the left, number on the right. `mark` is at the top of every page,
   * `continued` at that of every page but the first.
   */
  | {
      readonly kind: 'header';
      readonly left: string;
      readonly right: string;
      readonly mark?: string;
      readonly continued?: string;
      readonly masthead?: Masthead;
    }
  /** `pieces`: the same text, cut where a line may end. */
  | { readonly kind: 'title'; readonly text: string; readonly pieces?: readonly string[] }
  /** `annex`: the heading of an annex, its label (附件1) and its title apart. */
  | {
      readonly kind: 'heading';
      readonly text: string;
      readonly annex?: { readonly label: string; readonly title: string };
    }
  | { readonly kind: 'subheading'; readonly text: string }
  /** Whom it is for. */
  | { readonly kind: 'address'; readonly text: string }
  /** `note`: a remark on a table, set smaller. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly note?: true }
  /** What is annexed, below the body. */
  | {
      readonly kind: 'annexes';
      readonly text: string;
      readonly lead: string;
      readonly items: readonly string[];
    }
  /** Who gives it out, and the day. */
  | { readonly kind: 'closing'; readonly text: string; readonly issuer: string; readonly day: string }
  /**
   * To whom it is copied (may be empty), who printed it and when: at the foot of its page (GB/T 9704-2012, 7.4, 版记).
   */
  | {
      readonly kind: 'imprint';
      readonly text: string;
      readonly copied: string;
      readonly copies: string;
      readonly issuer: string;
      readonly printed: string;
    }
  /** To be cut off and returned. */
  | { readonly kind: 'receipt'; readonly text: string; readonly sign: string }
  | {
      readonly kind: 'table';
      readonly columns: readonly DocumentColumn[];
      readonly rows: readonly (readonly string[])[];
    }
  /** A form to be filled in: the shares of its columns, and its rows. */
  | { readonly kind: 'form'; readonly widths: readonly number[]; readonly rows: readonly FormRow[] }
  /**
   * What follows begins on a new page; `wide`: one that lies on its side; `form`: one with narrow margins; `apart`: the next
   * even or odd one, which has no number; `restart`: the first page of another paper, whose numbers begin at 1. At the
   * very beginning it only says so.
   */
  | {
      readonly kind: 'page';
      readonly wide?: true;
      readonly form?: true;
      readonly apart?: 'even' | 'odd';
      readonly restart?: true;
    };

/** A document for people. */
export type Document = readonly Block[];

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const heading = (text: string): Block => ({ kind: 'heading', text });
export const subheading = (text: string): Block => ({ kind: 'subheading', text });
