// Encrypted backups: a verified copy in an age file (age-encryption.org/v1) under a passphrase, and back.
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as ByteStream } from 'node:stream/web';
import { Failure, problem, refusal } from '../../domain/problem.ts';
import { refuseTarget } from '../../ledger/file/copy.ts';
import { MODE, putInPlace } from '../../ledger/file/create.ts';
import { discard } from '../../ledger/file/durable.ts';
import type { OpenOptions } from '../../ledger/file/open.ts';
import { asFailure } from '../../ledger/file/sqlite-failure.ts';
import { type Copied, copyVerified } from './copy.ts';

const MAGIC = 'age-encryption.org/v1';

/** Whether a file begins as an age file does. What is no file, or cannot be read, does not: a pipe would be waited for. */
export function isEncrypted(file: string): boolean {
  const first = Buffer.alloc(MAGIC.length);
  try {
    if (!statSync(file).isFile()) return false;
    const descriptor = openSync(file, 'r');
    try {
      return readSync(descriptor, first, 0, first.length, 0) === first.length && first.toString() === MAGIC;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
}

/**
 * Copies the ledger, verified, into an age file. The plain copy lies in the folder of the ledger meanwhile, never in that
 * of the target: a stick never holds it.
 * @throws Failure see `copyVerified`
 */
export async function backUpEncrypted(
  source: string,
  target: string,
  passphrase: string,
  options: OpenOptions,
): Promise<Copied> {
  const plain = temporaryIn(dirname(resolve(source)));
  const sealed = temporaryIn(dirname(resolve(target)));
  try {
    refuseTarget(target);
    const copied = copyVerified(source, plain, true, options);
    const { Encrypter } = await import('age-encryption');
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase.normalize('NFC'));
    await through(plain, sealed, (bytes) => encrypter.encrypt(bytes));
    putInPlace(sealed, target);
    return copied;
  } catch (error) {
    throw asFailure(error, target);
  } finally {
    discard(sealed);
    discard(plain);
  }
}

/**
 * Restores a ledger from an age file; it is verified whole, as any copy.
 * @throws Failure `refused` for a wrong passphrase; `damaged` when the file was cut or changed; see `copyVerified`
 */
export async function restoreEncrypted(
  source: string,
  target: string,
  passphrase: string,
  options: OpenOptions,
): Promise<Copied> {
  const folder = dirname(resolve(target));
  if (!existsSync(folder)) throw refusal('folder_missing', { file: target, folder });
  const plain = temporaryIn(folder);
  try {
    const { Decrypter } = await import('age-encryption');
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase.normalize('NFC'));
    await through(source, plain, (bytes) => decrypter.decrypt(bytes)).catch((error: unknown) => {
      throw decryptionFailure(error, source);
    });
    return copyVerified(plain, target, false, options);
  } catch (error) {
    throw asFailure(error, target);
  } finally {
    discard(plain);
  }
}

/** The library reports its failures as plain errors; those of the file system have a code. */
function decryptionFailure(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || 'code' in error) return error;
  if (/no identity matched/i.test(error.message))
    return new Failure('refused', [problem('passphrase_wrong', { file })], { cause: error });
  return new Failure('damaged', [problem('encrypted_damaged', { file })], { cause: error });
}

const temporaryIn = (folder: string): string => join(folder, `.yanquan-${randomUUID()}.tmp`);

/** Streams a file through `change` into a new file that only its owner reads. */
async function through(
  from: string,
  to: string,
  change: (bytes: ReadableStream<Uint8Array>) => Promise<ReadableStream<Uint8Array>>,
): Promise<void> {
  const bytes = Readable.toWeb(createReadStream(from)) as ReadableStream<Uint8Array>;
  const changed = await change(bytes);
  await pipeline(Readable.fromWeb(changed as ByteStream), createWriteStream(to, { flags: 'wx', mode: MODE }));
}
