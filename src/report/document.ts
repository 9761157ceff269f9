// What a document is: worded blocks in their order. Writers in `output/documents` know nothing more.

/** A table's column: numbers stand on the right. */
export interface DocumentColumn {
  readonly heading: string;
  readonly numeric: boolean;
}

/** One block of a document, already in the words of the language. */
export type Block =
  /** The line above the title: marks on the left, number on the right. */
  | { readonly kind: 'header'; readonly left: string; readonly right: string }
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'subheading'; readonly text: string }
  /** Whom it is for. */
  | { readonly kind: 'address'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Who gives it out, and the day. */
  | { readonly kind: 'closing'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly columns: readonly DocumentColumn[];
      readonly rows: readonly (readonly string[])[];
    }
  /** What follows begins on a new page. */
  | { readonly kind: 'page' };

/** A document for people. */
export type Document = readonly Block[];

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const heading = (text: string): Block => ({ kind: 'heading', text });
export const subheading = (text: string): Block => ({ kind: 'subheading', text });
