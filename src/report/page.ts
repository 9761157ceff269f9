// What a page is: worded figures, each a chart with its table, in sections. Writers in `output/documents` know nothing more.

export interface PageTable {
  readonly caption: string;
  readonly columns: readonly { readonly heading: string; readonly numeric: boolean }[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly string[])[];
  /** What is said below, such as that there is more. */
  readonly note?: string;
  /** What is said when there are no rows. */
  readonly whenEmpty?: string;
}

/** How a series is coloured: by what it means. */
export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'quiet';

export interface Series {
  readonly name: string;
  readonly tone: Tone;
  /** null is no value: a gap. */
  readonly values: readonly (number | null)[];
  /** `updown` only: drawn below the line. */
  readonly down?: true;
}

/**
 * `lines` over time, `stacked` columns over time, `updown` columns on both sides of a line, `across` one bar a label,
 * series one behind the other.
 */
export interface Chart {
  readonly kind: 'lines' | 'stacked' | 'updown' | 'across';
  readonly labels: readonly string[];
  /** What the labels over time are. */
  readonly axis?: string;
  readonly series: readonly Series[];
  readonly percent?: true;
}

/** A chart, what it shows in a sentence, and its numbers. */
export interface PageFigure {
  readonly heading: string;
  readonly said: string;
  readonly chart?: Chart;
  readonly table: PageTable;
}

export interface PageTile {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
  readonly tone: Tone;
}

export interface PageSection {
  readonly id: string;
  readonly heading: string;
  readonly figures: readonly PageFigure[];
}

export interface Page {
  readonly lang: string;
  readonly title: string;
  /** Marks above the title, such as that it is a draft. */
  readonly mark: string;
  readonly subtitle: string;
  readonly skip: string;
  readonly contents: string;
  /** On one printed page of its own: tiles, then small tables. */
  readonly glance: {
    readonly id: string;
    readonly heading: string;
    readonly said: string;
    readonly tiles: readonly PageTile[];
    readonly tables: readonly PageTable[];
  };
  readonly sections: readonly PageSection[];
  readonly notesHeading: string;
  readonly notes: readonly string[];
}
