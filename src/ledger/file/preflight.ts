// What is looked at before SQLite touches a file: is it a whole ledger of ours, of a version we know?
import {
  closeSync,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  statfsSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ProblemCode } from '../../domain/codes/problem-codes.ts';
import { Failure, type Problem, problem, refusal } from '../../domain/problem.ts';
import { isShare } from '../../domain/texts/windows-path.ts';
import { migrations } from '../migrations/registry.ts';
import { isHardLinked, refuseStrangeSideFiles, warningsOf } from './file-signs.ts';
import { asFailure } from './sqlite-failure.ts';

/** `application_id` of a ledger: the letters YQL and a 1. */
export const APPLICATION_ID = 0x59514c31;

const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;
/** The schema format and the text encoding of each file that SQLite makes today, if it is not asked for another one. */
const SCHEMA_FORMAT = 4;
const UTF8 = 1;

/** Numbers by which Linux names file systems that live on another machine: NFS, SMB, CIFS, SMB2, 9P, CEPH, AFS. */
const NETWORK_FILE_SYSTEMS = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x00c36400, 0x5346414f,
]);

/** What was seen of a ledger's file. */
export interface Preflight {
  readonly schemaVersion: number;
  /** Whether it has a second name, so that it is only read. */
  readonly hardLinked: boolean;
  readonly warnings: readonly Problem[];
}

/**
 * Looks at a ledger file without SQLite and without changing it (contract, section 5).
 * @throws Failure `refused` when it is not there, is a link, empty, cut, foreign, newer, or on a network file system;
 *   or something that is no file has the name of a side file; `damaged` when it was a ledger and has been cut
 */
export function preflight(file: string, allowNetworkFile: boolean): Preflight {
  try {
    return lookedAt(file, allowNetworkFile);
  } catch (error) {
    throw asFailure(error, file);
  }
}

function lookedAt(file: string, allowNetworkFile: boolean): Preflight {
  if (!allowNetworkFile && namesShare(file)) throw refusal('ledger_on_network', { file });
  const entry = lstatSync(file, { throwIfNoEntry: false });
  if (entry === undefined) throw refusal('ledger_missing', { file });
  if (entry.isSymbolicLink()) throw refusal('ledger_is_link', { file });
  if (!entry.isFile()) throw refusal('ledger_not_a_file', { file });
  if (!allowNetworkFile && isOnNetwork(file)) throw refusal('ledger_on_network', { file });

  refuseStrangeSideFiles(file);
  const { header, size } = readHeader(file);
  if (size === 0) throw refusal('ledger_empty', { file });
  const magic = header.subarray(0, MAGIC.length).toString('latin1');
  if (size < HEADER_BYTES) {
    throw MAGIC.startsWith(magic) ? damaged('ledger_cut', file) : refusal('ledger_foreign', { file });
  }
  if (magic !== MAGIC) throw refusal('ledger_foreign', { file });
  if (header.readUInt32BE(68) !== APPLICATION_ID) throw refusal('ledger_foreign', { file });
  const schemaVersion = header.readUInt32BE(60);
  // No ledger is ever put in its place without a schema.
  if (schemaVersion === 0) throw refusal('ledger_foreign', { file });
  if (schemaVersion > migrations.length) {
    throw refusal('ledger_newer', { file, version: schemaVersion, known: migrations.length });
  }
  if (header[18] !== 1 || header[19] !== 1) throw damaged('ledger_wrong_mode', file);
  if (header.readUInt32BE(44) !== SCHEMA_FORMAT || header.readUInt32BE(56) !== UTF8)
    throw damaged('ledger_damaged', file, { detail: 'unsupported file format' });
  if (isCut(header, size) && !existsSync(`${file}-journal`)) {
    // Another process may have been between two writes: only what is still so on a second look is so.
    const again = readHeader(file);
    if (isCut(again.header, again.size) && !existsSync(`${file}-journal`)) throw damaged('ledger_cut', file);
  }
  return { schemaVersion, hardLinked: isHardLinked(entry), warnings: warningsOf(file, entry) };
}

function damaged(code: ProblemCode, file: string, values: { readonly detail?: string } = {}): Failure {
  return new Failure('damaged', [problem(code, { file, ...values })]);
}

function readHeader(file: string): { header: Buffer; size: number } {
  const descriptor = openSync(file, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    const read = readSync(descriptor, header, 0, HEADER_BYTES, 0);
    return { header: header.subarray(0, read), size: fstatSync(descriptor).size };
  } finally {
    closeSync(descriptor);
  }
}

/** Whether the file is shorter than its header says, or ends within a page. */
function isCut(header: Buffer, size: number): boolean {
  const stored = header.readUInt16BE(16);
  const pageSize = stored === 1 ? 65_536 : stored;
  if (pageSize < 512 || size % pageSize !== 0) return true;
  return size < header.readUInt32BE(28) * pageSize;
}

/** Refuses a place for a new ledger on another machine. @throws Failure `refused` */
export function refuseNewOnNetwork(file: string, allowNetworkFile: boolean): void {
  if (allowNetworkFile) return;
  const folder = dirname(resolve(file));
  if (namesShare(file) || (existsSync(folder) && isOnNetwork(folder)))
    throw refusal('ledger_on_network', { file });
}

/** Whether a file that is there lies on another machine; on Windows a mapped drive resolves to its share. */
function isOnNetwork(file: string): boolean {
  if (process.platform === 'win32') return isShare(realpathSync.native(file));
  return NETWORK_FILE_SYSTEMS.has(statfsSync(file).type);
}

/** Whether Windows would look for a file on another machine, there or not. */
const namesShare = (file: string): boolean => process.platform === 'win32' && isShare(resolve(file));
