// Copies a ledger whole: written to a temporary file next to the target, checked, made durable, then given its name.
import { chmodSync, closeSync, existsSync, lstatSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { refusal } from '../../domain/problem.ts';
import { MODE, putInPlace, refuseName, temporaryName } from './create.ts';
import { discard } from './durable.ts';
import { type OpenOptions, openForReading } from './open.ts';
import { asFailure } from './sqlite-failure.ts';

/**
 * Writes a copy of a ledger to `target` (contract, section 5, "`backup`"), mode 0600, as it is at one moment whoever
 * writes meanwhile. Nothing is ever replaced, and no link followed.
 * @param look is shown the finished copy before it gets its name; what it throws leaves nothing behind
 * @throws Failure `refused` when there is something at `target` already, or the folder is missing; `storage`
 */
export function copyLedger(
  source: string,
  target: string,
  options: OpenOptions,
  look: (copy: string) => void,
): void {
  try {
    refuseTarget(target);
  } catch (error) {
    throw asFailure(error, target);
  }
  const building = temporaryName(target);
  const ledger = openForReading(source, options);
  try {
    // VACUUM INTO takes an empty file that is there: its mode is ours from the beginning.
    closeSync(openSync(building, 'wx', MODE));
    chmodSync(building, MODE);
    ledger.connection.raw.pragma('query_only = OFF');
    ledger.connection.raw.prepare('VACUUM INTO ?').run(building);
    look(building);
    putInPlace(building, target);
  } catch (error) {
    throw asFailure(error, target);
  } finally {
    ledger.close();
    discard(building);
    discard(`${building}-journal`);
  }
}

/** Refuses a target for a copy: something is there, it is no name for a ledger, or its folder is missing. @throws Failure `refused` */
export function refuseTarget(target: string): void {
  // `resolve` would take the end off, and the copy would be somewhere else than was asked.
  if (target === '' || /[/\\]$/.test(target)) throw refusal('copy_is_folder', { file: target });
  refuseName(target);
  const entry = lstatSync(target, { throwIfNoEntry: false });
  if (entry?.isSymbolicLink()) throw refusal('copy_is_link', { file: target });
  if (entry !== undefined) throw refusal('copy_exists', { file: target });
  const folder = dirname(target);
  if (!existsSync(folder)) throw refusal('folder_missing', { file: target, folder });
}
