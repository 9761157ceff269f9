// What the command line asks of its output: where it goes, in which format and language, and how it is arranged.
import { Failure, problem } from '../domain/problem.ts';
import { loadWords, type Words } from '../i18n/words.ts';
import { render } from '../output/formats.ts';
import type { Chunk, Format, Settings } from '../output/settings.ts';
import { formatFor, knownEndings } from '../output/write.ts';
import type { Report, Row } from '../report/report.ts';
import type { Colours } from './colour.ts';
import type { Context } from './context.ts';
import type { Input } from './options/input.ts';
import { languageOf } from './options/language.ts';

export class OutputAsked {
  readonly #context: Context;
  readonly #input: Input;
  readonly #words: Words;
  readonly #colour: Colours;
  /** How many rows have been rendered; undefined where the output is no list. */
  rows: number | undefined;

  constructor(context: Context, input: Input, words: Words, colour: Colours) {
    this.#context = context;
    this.#input = input;
    this.#words = words;
    this.#colour = colour;
  }

  /** The file of `-o`; undefined for standard output. */
  get file(): string | undefined {
    const file = this.#input.text('output');
    return file === '-' ? undefined : file;
  }

  /** The language of headings in csv and json, by `--headers` or YANQUAN_HEADERS; undefined for the stable keys. */
  get headers(): string | undefined {
    return this.#input.text('headers') ?? this.#context.env.YANQUAN_HEADERS;
  }

  /** How output is to look. */
  settings(words: Words): Settings {
    const toFile = this.file !== undefined;
    const bom = this.#input.flag('bom');
    const encoding = this.#input.text('encoding')?.toLowerCase() === 'gb18030' ? 'gb18030' : 'utf-8';
    return {
      words,
      width: toFile ? undefined : this.#context.width,
      colour: !toFile && this.#colour.stdout,
      headers: this.headers === undefined ? 'keys' : 'words',
      bom: bom ?? (toFile && encoding === 'utf-8'),
      crlf: toFile,
      encoding,
    };
  }

  /** The format asked for, by `--format` or the ending of `-o`. @throws Failure `usage` for an ending that names none */
  format(fallback: Format): Format {
    const named = this.#input.text('format');
    if (named !== undefined) return named as Format;
    const { file } = this;
    if (file === undefined) return fallback;
    const format = formatFor(file);
    if (format !== undefined) return format;
    throw new Failure('usage', [problem('output_ending_unknown', { file, known: knownEndings })]);
  }

  /** Whether the answer is csv with English codes for somebody who reads Chinese. */
  isCodedCsv(format: Format): boolean {
    return format === 'csv' && this.#words.lang === 'zh' && this.headers === undefined;
  }

  /** A report in the format, arranged as asked, its rows counted. @throws Failure `usage` */
  async *rendered(report: Report, format: Format): AsyncGenerator<Chunk> {
    const { headers } = this;
    const words =
      headers === undefined ? this.#words : await loadWords(languageOf(headers, {}), this.#context.typed);
    yield* render(await this.arranged(report), format, this.settings(words));
  }

  /** A report as `--columns` and `--sort` ask for it; its rows are counted as they are read. */
  async arranged(report: Report): Promise<Report> {
    const { isArranged, arranged } = await import('./options/arranging.ts');
    const asked = isArranged(this.#input) ? await arranged(report, this.#input) : report;
    return { ...asked, rows: this.#counted(asked.rows) };
  }

  *#counted(rows: Iterable<Row>): Generator<Row> {
    this.rows ??= 0;
    for (const row of rows) {
      this.rows += 1;
      yield row;
    }
  }
}
