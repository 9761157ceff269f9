// The files that an import of all kinds is given: paths, and what lies in folders; lock files, ledgers and others left out.
import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { byCodePoint } from '../../../domain/texts/text.ts';

/** Why a file is left out. */
export type SkipReason =
  | 'lock_file'
  | 'ledger_file'
  | 'folder_inside'
  | 'not_a_table'
  | 'own_paper'
  | 'blank_form'
  | 'decisions';

/** A file that is left out, and named. */
export interface SkippedFile {
  readonly file: string;
  readonly why: SkipReason;
}

/** A file to be read. */
export interface FoundFile {
  readonly file: string;
  /** Whether it was named itself; else it lies in a folder that was. */
  readonly named: boolean;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly skipped: readonly SkippedFile[];
}

/** Endings of files that may be tables. */
const TABLES = /\.(?:csv|tsv|tab|txt|json|jsonl|ndjson|xlsx|xlsm|xls|et|docx|docm)$/i;
const LOCKS = /^(?:~\$|\.~lock\.)/;
const LEDGERS = /\.db(?:-journal|-wal|-shm)?$/i;

/**
 * The files behind paths, each once: a folder means the files in it, by name, not those in folders inside. What
 * is hidden is passed over. A path to nothing is left to whoever opens it.
 */
export function findFiles(paths: readonly string[]): FoundFiles {
  const files: FoundFile[] = [];
  const skipped: SkippedFile[] = [];
  const seen = new Set<string>();
  const add = (file: string, named: boolean): void => {
    const whole = file === '-' ? file : resolve(file);
    if (seen.has(whole)) return;
    seen.add(whole);
    const why = reasonToSkip(file, named);
    if (why === undefined) files.push({ file, named });
    else skipped.push({ file, why });
  };
  for (const path of paths) {
    if (!isFolder(path)) add(path, true);
    else for (const name of namesIn(path)) add(join(path, name), false);
  }
  return { files, skipped };
}

function namesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.') || LOCKS.test(name))
    .sort(byCodePoint);
}

function reasonToSkip(file: string, named: boolean): SkipReason | undefined {
  const name = basename(file);
  if (LOCKS.test(name)) return 'lock_file';
  if (LEDGERS.test(name)) return 'ledger_file';
  if (named) return undefined;
  if (isFolder(file)) return 'folder_inside';
  return TABLES.test(name) ? undefined : 'not_a_table';
}

function isFolder(path: string): boolean {
  try {
    return path !== '-' && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    // A text that is no path at all: whoever opens it says so.
    return false;
  }
}
