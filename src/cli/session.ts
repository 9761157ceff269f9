// One run of a command: who runs it, in which language, on which ledger, and where its answer goes.
import { resolve } from 'node:path';
import { Failure, type Problem, type ProblemValue, problem } from '../domain/problem.ts';
import { loadWords, type Words } from '../i18n/words.ts';
import type { Acting } from '../jobs/acting.ts';
import * as access from '../jobs/care/ledger-access.ts';
import { todayIn } from '../jobs/days.ts';
import { type Chunk, type Format, LONGEST_BUILT, type Settings } from '../output/settings.ts';
import { spooled } from '../output/spool.ts';
import { styles } from '../output/styles.ts';
import { cleanLine, cleanText } from '../output/text/clean.ts';
import { writeFileWhole, writeTo } from '../output/write.ts';
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
import { OutputAsked } from './output-asked.ts';

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
  readonly #output: OutputAsked;
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
    this.#output = new OutputAsked(context, input, words, this.#colour);
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

  /** Says what only `-v` wants to know. */
  note(text: Text): void {
    if (this.#input.flag('verbose') === true) this.tell(text);
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
    return this.#output.settings(words);
  }

  /** The language of headings in csv and json; undefined for the stable keys. */
  get headers(): string | undefined {
    return this.#output.headers;
  }

  /** The format asked for, by `--format` or the ending of `-o`. */
  format(fallback: Format = 'table'): Format {
    return this.#output.format(fallback);
  }

  /** A report as `--columns` and `--sort` ask for it. @throws Failure `usage` */
  arranged(report: Report): Promise<Report> {
    return this.#output.arranged(report);
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

  #rendered(report: Report, fallback: Format = 'table'): AsyncIterable<Chunk> {
    const format = this.#output.format(fallback);
    if (this.#output.isCodedCsv(format)) this.tell({ key: 'said.headers_zh' });
    return this.#output.rendered(report, format);
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
    const toFile = this.#output.file !== undefined;
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
    const { file } = this.#output;
    if (file !== undefined) {
      await this.writeFile(file, chunks);
      this.#tellWritten(file);
      return OK;
    }
    return this.#writeStdout(chunks);
  }

  #tellWritten(file: string): void {
    const { rows } = this.#output;
    if (rows === undefined) this.tell({ key: 'said.file_written', values: { file } });
    else this.tell({ key: 'said.rows_written', values: { file, rows } });
    if (rows !== undefined && rows > LONGEST_BUILT && /\.xlsx$/i.test(file))
      this.tell({ key: 'said.xlsx_long', values: { most: LONGEST_BUILT } });
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
