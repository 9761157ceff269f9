// How a writing command answers: one object with --json, the same in every language; else lines on stdout and the talk.
import type { Committed } from '../../jobs/committed.ts';
import { OK } from '../exit.ts';
import type { Session } from '../session.ts';

/** How a value is worded. What came is from now, or from the command that used the same idempotency key before. */
export interface Wording<T> {
  /** What is said on stderr. @param dry nothing was written since it is a dry run */
  readonly tell: (value: T, dry: boolean) => void;
  /** The lines on stdout: ids, a number, a digest. */
  readonly lines?: (value: T) => readonly string[];
  /** Whether they are written after a dry run too. */
  readonly linesOfDryRun?: boolean;
  /** The content of the object, where that is not all of the value. */
  readonly object?: (value: T, dry: boolean) => object | Promise<object>;
  /** The exit code, where it depends on the value. */
  readonly code?: (value: T) => number;
}

/** Gives the answer of a writing command. Returns the exit code. */
export async function answer<T>(
  session: Session,
  came: Committed<T>,
  { tell, lines, linesOfDryRun = false, object, code }: Wording<T>,
): Promise<number> {
  if (came.outcome === 'already') {
    session.tell({ key: 'said.already_old', values: { seq: came.seq } });
    return session.json ? session.writeObject({ done_already: true, written: true, entry: came.seq }) : OK;
  }
  const { value } = came;
  const written = came.outcome === 'written';
  const dry = session.dryRun && !written;
  if (came.outcome === 'written' && came.repeated === true)
    session.tell({ key: 'said.already', values: { seq: came.seq } });
  tell(value, dry);
  if (came.outcome === 'written')
    session.note({ key: 'said.entry', values: { seq: came.seq, file: session.ledgerFile } });
  const done = { written, dry_run: dry, entry: came.outcome === 'written' ? came.seq : '' };
  const given = session.json
    ? await session.writeObject({
        ...machineKeys(object === undefined ? value : await object(value, dry)),
        ...done,
      })
    : await lineByLine(session, dry && !linesOfDryRun ? [] : (lines?.(value) ?? []));
  return given === OK ? (code?.(value) ?? OK) : given;
}

/** Answers a command that wrote nothing to the ledger: one object with --json, else lines. Returns the exit code. */
export function answerDone(
  session: Session,
  object: object,
  lines: readonly string[] = [],
): Promise<number> | number {
  return session.json ? session.writeObject(machineKeys(object)) : lineByLine(session, lines);
}

function lineByLine(session: Session, lines: readonly string[]): Promise<number> | number {
  return lines.length === 0 ? OK : session.write(lines.map((line) => `${line}\n`));
}

/** A value as an object of machine output: keys in snake_case, empty is empty text (contract, section 4). */
function machineKeys(value: unknown): object {
  const machine = machineValue(value);
  return typeof machine === 'object' && machine !== null ? machine : {};
}

function machineValue(value: unknown): unknown {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(machineValue);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [snakeCase(key), machineValue(each)]));
}

function snakeCase(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
