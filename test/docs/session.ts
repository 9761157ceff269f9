// Plays the command lines of a document on ledgers of its own, and keeps what a terminal would show.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { main } from '../../src/cli/main.ts';
import { USUAL } from '../../src/i18n/shell.ts';
import { home } from '../support/run.ts';

/** Columns of the terminal that documents show. */
const WIDTH = 120;

/** Where and when command lines run. */
export interface Setting {
  readonly lang: string;
  /** The day of the run. */
  readonly on: string;
}

/** One clerk's folder and ledger, and the exit code of the last command. */
export class DocumentSession {
  readonly #folder = mkdtempSync(join(tmpdir(), 'yanquan-docs-'));
  #code = 0;

  /** Plays one line; returns what the terminal shows. Knows `yanquan …`, `head -N FILE` and `echo $?`, and `| head -N`. */
  async play(line: string, setting: Setting): Promise<string> {
    const [command = '', cut] = line.split(/ \| head -(?=\d+$)/);
    const [program = '', ...args] = wordsOf(command);
    if (program === 'yanquan') return this.#run(args, setting, Number(cut ?? Number.POSITIVE_INFINITY));
    if (command === 'echo $?') return `${this.#code}\n`;
    const [, lines] = /^-(\d+)$/.exec(args[0] ?? '') ?? [];
    if (program === 'head' && lines !== undefined) {
      return firstLines(readFileSync(this.#own(args[1] ?? ''), 'utf8'), Number(lines));
    }
    throw new Error(`a document cannot run: ${line}`);
  }

  /** The exit code of the last command. */
  get code(): number {
    return this.#code;
  }

  close(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #own(file: string): string {
    return join(this.#folder, file);
  }

  /** Files that a command writes, or an earlier one wrote, lie in the session's folder; all others in the checkout. */
  #placed(args: readonly string[]): string[] {
    return args.map((word, at) => {
      const written = ['-o', '--output', '--rejects', '--ledger', 'backup'].includes(args[at - 1] ?? '');
      return written || (word !== '' && !word.startsWith('-') && existsSync(this.#own(word)))
        ? this.#own(word)
        : word;
    });
  }

  async #run(args: readonly string[], { lang, on }: Setting, lines: number): Promise<string> {
    let shown = '';
    let answer = '';
    const stdout = new Writable({
      decodeStrings: false,
      write(chunk: Buffer | string, _, done) {
        const before = firstLines(answer, lines).length;
        answer += chunk.toString();
        shown += firstLines(answer, lines).slice(before);
        done();
      },
    });
    this.#code = await main(this.#placed(args), {
      stdout,
      stderr: (text) => {
        shown += text;
      },
      stdin: 0,
      width: WIDTH,
      stdoutIsTerminal: true,
      stderrIsTerminal: false,
      env: {
        YANQUAN_LANG: lang,
        YANQUAN_ACTOR: '经办员',
        YANQUAN_LEDGER: this.#own('yanquan.db'),
        NO_COLOR: '1',
      },
      now: () => new Date(`${on}T09:00:00+08:00`),
      typed: USUAL,
      systemUser: () => 'clerk',
      home,
    });
    return shown.replaceAll(`${this.#folder}/`, '');
  }
}

function firstLines(text: string, count: number): string {
  return count === Number.POSITIVE_INFINITY
    ? text
    : text
        .split(/(?<=\n)/)
        .slice(0, count)
        .join('');
}

/** The words of a command line; double quotes keep one together. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|\S+/g)].map(([whole, quoted]) => quoted ?? whole);
}
