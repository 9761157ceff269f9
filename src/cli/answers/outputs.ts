// The files that a command writes are none of those that it reads.
import { fstatSync, type Stats, statSync } from 'node:fs';
import { Failure, problem, refusal } from '../../domain/problem.ts';
import type { Input } from '../options/input.ts';

/** Options that name a file to be written. */
const OUTPUTS = ['output', 'rejects', 'writeMapping', 'decisions'];

/** The name of standard input or output in the place of a file. */
export const DASH = '-';

/**
 * Refuses an output that is one of the files on the same command line, or the ledger: by the file itself, whatever the
 * name it is given under; before anything is read or written. Two outputs are not the same file either.
 * @throws Failure `refused`; `usage` for two answers on standard output
 */
export function refuseOutputOnInput(input: Input, ledgerFile: string, stdin: number): void {
  const outputs = OUTPUTS.flatMap((name) => input.text(name) ?? []);
  if (outputs.length === 0) return;
  const files = outputs.filter((file) => file !== DASH);
  const read = input.words(OUTPUTS).flatMap((word) => standing(word === DASH ? stdin : word) ?? []);
  const ledger = standing(ledgerFile);
  for (const [at, file] of files.entries()) {
    const own = standing(file);
    const written = files.slice(0, at).flatMap((each) => standing(each) ?? []);
    if (own !== undefined && ledger !== undefined && isSame(own, ledger))
      throw refusal('output_is_ledger', { file });
    if (own !== undefined && [...read, ...written].some((each) => isSame(own, each)))
      throw refusal('output_is_input', { file });
    if (files.indexOf(file) < at) throw refusal('output_is_input', { file });
  }
  if (outputs.length > files.length && input.flag('json') === true) {
    const option = OUTPUTS.find((name) => name !== 'output' && input.text(name) === DASH);
    if (option !== undefined)
      throw new Failure('usage', [problem('usage_two_answers', { option: `--${option}` })]);
  }
}

/** What the system says of a file, or of an open one; undefined where there is none. */
function standing(file: string | number): Stats | undefined {
  try {
    return typeof file === 'number' ? fstatSync(file) : statSync(file);
  } catch {
    // A word that is no path at all, or a path on which nothing is.
    return undefined;
  }
}

function isSame(left: Stats, right: Stats): boolean {
  return left.ino === right.ino && left.dev === right.dev && left.isFile();
}
