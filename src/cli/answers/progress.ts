// How far an import or a publication is: one line on stderr that is written over, only on a terminal and only after a second.
import type { Words } from '../../i18n/words.ts';
import type { Text } from '../../report/report.ts';
import type { Context } from '../context.ts';

const SILENT_MS = 1000;
const EVERY_MS = 200;
const EVERY_ROWS = 256;
const LINE_START = '\r\x1b[K';

export class Progress {
  readonly #context: Context;
  readonly #words: Words;
  readonly #shown: boolean;
  readonly #begun: number;
  #last = 0;
  /** Rows that were read: as many are to be written. */
  #read = 0;

  constructor(context: Context, words: Words, quiet: boolean) {
    this.#context = context;
    this.#words = words;
    this.#shown = context.stderrIsTerminal && !quiet;
    this.#begun = context.now().getTime();
  }

  /** Called for each row with how many have been read or written so far. */
  readonly onRow = (phase: 'reading' | 'writing', rows: number): void => {
    if (phase === 'reading') this.#read = rows;
    if (rows % EVERY_ROWS > 0) return;
    this.#show({ key: `said.progress_${phase}`, values: { rows, all: Math.max(rows, this.#read) } });
  };

  /** Called for each round with how many of all have been published so far. */
  readonly onRound = (done: number, rounds: number): void => {
    this.#show({ key: 'said.progress_rounds', values: { done, rounds } });
  };

  #show(text: Text): void {
    if (!this.#shown) return;
    const now = this.#context.now().getTime();
    if (now - this.#begun < SILENT_MS || now - this.#last < EVERY_MS) return;
    this.#last = now;
    this.#context.stderr(LINE_START + this.#words.text(text));
  }

  /** Takes the line away. */
  end(): void {
    if (this.#last > 0) this.#context.stderr(LINE_START);
    this.#last = 0;
  }
}
