// What the system says of a ledger's file apart from its content: other names, who may read it, what lies next to it.
import { lstatSync, type Stats } from 'node:fs';
import { type Problem, problem, refusal } from '../../domain/problem.ts';

/** The files that SQLite keeps next to a database while it writes. */
const SIDE_FILES = ['-journal', '-wal', '-shm'];

/** Rights of the group and of others. */
const OTHERS = 0o077;

/** Whether a file has a second name: a write through one of them would leave the other's side file behind. */
export function isHardLinked(entry: Stats): boolean {
  // Windows counts names too, but a program there that looks at a new file may hold one.
  return process.platform !== 'win32' && entry.nlink > 1;
}

/** What a clerk should hear of a file that can be used all the same. */
export function warningsOf(file: string, entry: Stats): Problem[] {
  const warnings: Problem[] = [];
  if (isHardLinked(entry)) warnings.push(problem('ledger_hard_linked', { file, count: entry.nlink }));
  // Rights on Windows are not in the mode.
  if (process.platform !== 'win32' && (entry.mode & OTHERS) !== 0) {
    const mode = (entry.mode & 0o777).toString(8).padStart(4, '0');
    warnings.push(problem('ledger_open_to_others', { file, mode }));
  }
  return warnings;
}

/** Refuses what SQLite would wait for or write to in the place of its own side files. @throws Failure `refused` */
export function refuseStrangeSideFiles(file: string): void {
  for (const ending of SIDE_FILES) {
    const side = `${file}${ending}`;
    const entry = lstatSync(side, { throwIfNoEntry: false });
    if (entry !== undefined && !entry.isFile()) throw refusal('ledger_side_file', { file, side });
  }
}

/** Refuses to make a ledger where the side files of another one lie: SQLite would undo the new one with them. @throws Failure `refused` */
export function refuseSideFiles(file: string): void {
  for (const ending of SIDE_FILES) {
    const side = `${file}${ending}`;
    if (lstatSync(side, { throwIfNoEntry: false }) !== undefined)
      throw refusal('ledger_side_file', { file, side });
  }
}
