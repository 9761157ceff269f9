// One run of a command: who runs it, in which language, on which ledger, and where its answer goes.
import { resolve } from 'node:path';
import { Failure, type Problem, type ProblemValue, problem } from '../domain/problem.ts';
import { loadWords, type Words } from '../i18n/words.ts';
import type { Acting } from '../jobs/acting.ts';
import * as access from '../jobs/care/ledger-access.ts';
import { todayIn } from '../jobs/days.ts';
import { render } from '../output/formats.ts';
import type { Chunk, Format, Settings } from '../output/settings.ts';
import { spooled } from '../output/spool.ts';
import { styles } from '../output/styles.ts';
import { cleanLine, cleanText } from '../output/text/clean.ts';
import { formatFor, knownEndings, writeFileWhole, writeTo } from '../output/write.ts';
import type { NameStyle } from '../report/lists/answering.ts';
import type { Report, Text } from '../report/report.ts';
import { type Colours, colours } from './colour.ts';
import type { Context } from './context.ts';
import { exitCodes, OK, SIGPIPE } from './exit.ts';
import {
  type AccessOptions,
  accessOf,
  readingLedger,
  readingLedgerWhile,
  writingLedger,
} from './ledger-access.ts';
import { actorOf } from './options/actor.ts';
import { againOf } from './options/again.ts';
import type { Input } from './options/input.ts';
import { languageOf } from './options/language.ts';

/** Runs the whole program again, for `demo`. */
export type Main = (argv: readonly string[], context: Context) => Promise<number>;

export class Session {
  readonly context: Context;
  readonly main: Main;
  readonly words: Words;
  /** How ledgers are opened, and what is said of them. */
  readonly access: AccessOptions;
  readonly #input: Input;
  readonly #colour: Colours;
  /** The ledger has been written to: from now on no failure may say that nothing was. */
  #written = false;

  /** @param words the language of what is said */
  constructor(context: Context, input: Input, words: Words, main: Main) {
    this.context = context;
    this.main = main;
    this.#input = input;
    this.words = words;
    this.access = accessOf(input, words, (line) => this.say(line));
    this.#colour = colours(input.text('color'), context);
  }

  /** The language of documents: Chinese unless asked otherwise. */
  documentWords(): Promise<Words> {
    return loadWords(languageOf(this.#input.text('lang') ?? this.context.env.YANQUAN_LANG ?? 'zh', {}));
  }

  /** The ledger's path: `--ledger`, `YANQUAN_LEDGER`, `yanquan.db` in this folder. */
  get ledgerFile(): string {
    return resolve(this.#input.text('ledger') ?? this.context.env.YANQUAN_LEDGER ?? 'yanquan.db');
  }

  /** Says something on stderr, unless `-q`. */
  tell(text: Text): void {
    if (this.#input.flag('quiet') !== true) this.say(this.words.text(text));
  }

  /** Writes one line on stderr: control characters never reach a terminal, and no text from data begins a line. */
  say(line: string): void {
    this.context.stderr(`${cleanLine(line)}\n`);
  }

  /** Says what is wrong, or what was found. */
  tellProblems(problems: readonly Problem[]): void {
    const { red } = styles(this.#colour.stderr);
    for (const each of problems) {
      const line = this.words.problem(each);
      // The stack of a bug alone has lines of its own.
      this.context.stderr(`${red(each.code === 'bug' ? cleanText(line) : cleanLine(line))}\n`);
    }
  }

  /** Reads the ledger in one snapshot. What comes back must be whole. @throws Failure */
  reading<T>(work: (db: access.ReadDb) => T): Promise<T> {
    return readingLedger(this.ledgerFile, this.access, work);
  }

  /** Opens the ledger, or another `file`, for a writing job. @throws Failure */
  writing<T>(
    work: (ledger: access.Ledger, acting: Acting) => T | Promise<T>,
    file: string = this.ledgerFile,
  ): Promise<T> {
    return writingLedger(
      file,
      this.access,
      (ledger) => work(ledger, this.acting(access.timeZoneOf(ledger.connection))),
      (written) => {
        this.#written ||= written;
      },
    );
  }

  /** Whether a writing command answers with one object (`--json`). */
  get json(): boolean {
    return this.#input.flag('json') === true;
  }

  /** Whether nothing is to be written (`--dry-run`). */
  get dryRun(): boolean {
    return this.#input.flag('dryRun') === true;
  }

  /** Who acts, and when. @throws Failure as `actorOf` does */
  acting(timeZone: string): Acting {
    const now = this.context.now();
    return {
      at: now.toISOString(),
      actor: actorOf(this.#input.text('actor'), this.context),
      idempotencyKey: this.#input.idempotencyKey,
      dryRun: this.dryRun,
      again: againOf(this.#input),
      today: this.#input.flag('future') === true ? null : todayIn(timeZone, now),
    };
  }

  /** How output is to look. */
  settings(words: Words = this.words): Settings {
    const toFile = this.#outputFile() !== undefined;
    const bom = this.#input.flag('bom');
    const encoding = this.#input.text('encoding')?.toLowerCase() === 'gb18030' ? 'gb18030' : 'utf-8';
    return {
      words,
      width: toFile ? undefined : this.context.width,
      colour: !toFile && this.#colour.stdout,
      headers: this.headers === undefined ? 'keys' : 'words',
      bom: bom ?? (toFile && encoding === 'utf-8'),
      crlf: toFile,
      encoding,
    };
  }

  /** The language of headings in csv and json, by `--headers` or YANQUAN_HEADERS; undefined for the stable keys. */
  get headers(): string | undefined {
    return this.#input.text('headers') ?? this.context.env.YANQUAN_HEADERS;
  }

  #outputFile(): string | undefined {
    const file = this.#input.text('output');
    return file === '-' ? undefined : file;
  }

  /** The format asked for, by `--format` or the ending of `-o`. */
  format(fallback: Format = 'table'): Format {
    const named = this.#input.text('format');
    if (named !== undefined) return named as Format;
    const file = this.#outputFile();
    if (file === undefined) return fallback;
    const format = formatFor(file);
    if (format !== undefined) return format;
    throw new Failure('usage', [problem('output_ending_unknown', { file, known: knownEndings })]);
  }

  /** How the format names cadres who answer for something. */
  get nameStyle(): NameStyle {
    const format = this.format();
    if (format === 'xlsx') return 'full';
    return format === 'table' || format === 'md' ? 'names' : 'machines';
  }

  /** Writes a report where it is wanted and returns the exit code. */
  print(report: Report, fallback?: Format): Promise<number> {
    return this.write(this.#rendered(report, fallback));
  }

  async *#rendered(report: Report, fallback?: Format): AsyncGenerator<Chunk> {
    const { headers } = this;
    const words =
      headers === undefined ? this.words : await loadWords(languageOf(headers, {}), this.context.typed);
    yield* render(report, this.format(fallback), this.settings(words));
  }

  /**
   * Prints a report whose rows are read from the ledger as they are rendered. What goes to a terminal or a pipe is put by
   * until the transaction has ended: a slow reader of the output must not keep writers waiting.
   * @param work gives the report, or the chunks of one that is rendered already
   */
  async printReading(
    work: (db: access.ReadDb) => Report | AsyncIterable<Chunk>,
    fallback?: Format,
  ): Promise<number> {
    const toFile = this.#outputFile() !== undefined;
    const done = await readingLedgerWhile(this.ledgerFile, this.access, async (db) => {
      const came = work(db);
      const chunks = 'columns' in came ? this.#rendered(came, fallback) : came;
      return toFile ? this.write(chunks) : spooled(chunks);
    });
    return typeof done === 'number' ? done : await this.write(done);
  }

  /**
   * Writes chunks where the answer is wanted and returns the exit code: a reader that went away early has its own exit
   * code.
   * @throws Failure `storage`, `refused`; `again` where the ledger has been written to
   */
  async write(chunks: AsyncIterable<Chunk> | Iterable<Chunk>): Promise<number> {
    const file = this.#outputFile();
    if (file !== undefined) {
      await this.writeFile(file, chunks);
      return OK;
    }
    return this.#writeStdout(chunks);
  }

  /** Writes one JSON object on stdout, where a command answers with one. Returns the exit code, see `write`. */
  writeObject(object: object): Promise<number> {
    return this.#writeStdout([`${JSON.stringify(object)}\n`]);
  }

  async #writeStdout(chunks: AsyncIterable<Chunk> | Iterable<Chunk>): Promise<number> {
    const came = await this.#truly({ term: 'word.stdout' }, () => writeTo(this.context.stdout, chunks));
    if (came === 'whole') return OK;
    if (!this.#written) return SIGPIPE;
    this.tellProblems([answerLost({ term: 'word.stdout' })]);
    return exitCodes.again;
  }

  /** Writes a file, whole or not at all. @throws Failure see `write` */
  async writeFile(file: string, chunks: AsyncIterable<Chunk> | Iterable<Chunk>): Promise<void> {
    await this.#truly(file, () => writeFileWhole(file, chunks));
  }

  /** Gives an answer; what fails after the ledger was written to does not say that nothing was written. */
  async #truly<T>(file: ProblemValue, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!this.#written || !(error instanceof Failure)) throw error;
      throw new Failure('again', [answerLost(file)], { cause: error });
    }
  }
}

function answerLost(file: ProblemValue): Problem {
  return problem('answer_lost', { file });
}
