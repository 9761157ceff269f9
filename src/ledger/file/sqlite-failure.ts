// What an error of SQLite or of the file system means for the user: which of the failure kinds, in which words.
import { closeSync, openSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ProblemCode } from '../../domain/codes/problem-codes.ts';
import { Failure, type FailureKind, problem } from '../../domain/problem.ts';

const BY_SQLITE_CODE: readonly (readonly [RegExp, FailureKind, ProblemCode])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'again', 'ledger_busy'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'damaged', 'ledger_damaged'],
  [/^SQLITE_FULL/, 'storage', 'storage_full'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM)/, 'storage', 'storage_read_only'],
  [/^SQLITE_(IOERR|NOMEM)/, 'storage', 'storage_failed'],
];

const BY_SYSTEM_CODE: Readonly<Record<string, ProblemCode>> = {
  ENOSPC: 'storage_full',
  EDQUOT: 'storage_full',
  EFBIG: 'storage_full',
  EROFS: 'storage_read_only',
  EACCES: 'storage_read_only',
  EPERM: 'storage_read_only',
  EIO: 'storage_failed',
};

/** SQLite opens no path above 512 bytes, with `-journal` at its end. */
export const LONGEST_PATH = 512 - '-journal'.length;

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return '';
}

/**
 * The failure that an error of the driver or the file system amounts to; errors that are neither come back as they
 * are, being bugs.
 * @param file the ledger, for the message
 */
export function asFailure(error: unknown, file: string): unknown {
  if (error instanceof Failure) return error;
  const code = codeOf(error);
  const detail = error instanceof Error ? error.message : String(error);
  for (const [pattern, kind, said] of BY_SQLITE_CODE) {
    if (!pattern.test(code)) continue;
    if (code.startsWith('SQLITE_CANTOPEN') && Buffer.byteLength(resolve(file)) > LONGEST_PATH)
      return new Failure('refused', [problem('name_too_long', { file })], { cause: error });
    if (kind === 'storage' && isHeld(file))
      return new Failure('again', [problem('ledger_held', { file })], { cause: error });
    const why = code.startsWith('SQLITE_CANTOPEN') && hasNoInode(file) ? 'storage_full' : said;
    return new Failure(kind, [problem(why, { file, detail })], { cause: error });
  }
  if (code === 'EBUSY') return new Failure('again', [problem('ledger_held', { file })], { cause: error });
  if (code === 'ENAMETOOLONG')
    return new Failure('refused', [problem('name_too_long', { file })], { cause: error });
  // Something on the way to it is a file.
  if (code === 'ENOTDIR')
    return new Failure('refused', [problem('folder_missing', { file, folder: dirname(file) })], {
      cause: error,
    });
  const system = BY_SYSTEM_CODE[code];
  if (system !== undefined)
    return new Failure('storage', [problem(system, { file, detail })], { cause: error });
  return error;
}

/** Whether no more files can be made where a file lies: SQLite reports that like a missing right. */
function hasNoInode(file: string): boolean {
  try {
    const { files, ffree } = statfsSync(dirname(file));
    // A file system that does not count its inodes says 0 of 0.
    return files > 0 && ffree === 0;
  } catch {
    return false;
  }
}

/** Whether another program holds a file so that no one else may write it, as programs on Windows can. */
function isHeld(file: string): boolean {
  try {
    closeSync(openSync(file, 'r+'));
    return false;
  } catch (error) {
    return codeOf(error) === 'EBUSY';
  }
}
