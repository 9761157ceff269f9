// Where rows wait between reading and writing: in memory while their number is small, in a nameless file otherwise.

import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asFailure } from '../../ledger/file/sqlite-failure.ts';

/** Rows kept in memory before the file begins. */
const IN_MEMORY = 2_000;
const WRITE_AT = 1 << 20;
const READ_AHEAD = 1 << 20;

/** Rows in the order of their coming, by index from 0. Values must be plain data (JSON). */
export class Stage<T> {
  readonly #first: T[] = [];
  readonly #inMemory: number;
  #descriptor: number | undefined;
  #file: string | undefined;
  /** Where each row of the file begins; one more than rows, the last is the end. */
  #offsets = new Float64Array(1024);
  #inFile = 0;
  /** What is to be written next: one buffer for all rows, since a buffer for each would crowd the heap. */
  #waiting: Buffer | undefined;
  #waitingBytes = 0;

  constructor(inMemory = IN_MEMORY) {
    this.#inMemory = inMemory;
  }

  get length(): number {
    return this.#first.length + this.#inFile;
  }

  /** Adds a row. @throws Failure `storage` when the temporary folder is full or cannot be written */
  push(row: T): void {
    if (this.#first.length < this.#inMemory) {
      this.#first.push(row);
      return;
    }
    const text = JSON.stringify(row);
    const size = Buffer.byteLength(text);
    if (this.#inFile + 2 > this.#offsets.length) {
      const grown = new Float64Array(this.#offsets.length * 2);
      grown.set(this.#offsets);
      this.#offsets = grown;
    }
    this.#offsets[this.#inFile + 1] = (this.#offsets[this.#inFile] ?? 0) + size;
    this.#inFile += 1;
    if (this.#waitingBytes + size > WRITE_AT) this.#flush();
    if (size > WRITE_AT) this.#write(Buffer.from(text));
    else {
      this.#waiting ??= Buffer.allocUnsafe(WRITE_AT);
      this.#waitingBytes += this.#waiting.write(text, this.#waitingBytes);
    }
  }

  #flush(): void {
    if (this.#waiting === undefined || this.#waitingBytes === 0) return;
    this.#write(this.#waiting.subarray(0, this.#waitingBytes));
    this.#waitingBytes = 0;
  }

  #write(bytes: Buffer): void {
    try {
      this.#descriptor ??= this.#open();
      for (let done = 0; done < bytes.length; ) done += writeSync(this.#descriptor, bytes, done);
    } catch (error) {
      throw asFailure(error, tmpdir());
    }
  }

  #open(): number {
    const file = join(tmpdir(), `yanquan-${randomUUID()}.tmp`);
    const descriptor = openSync(file, 'wx+', 0o600);
    try {
      unlinkSync(file);
    } catch {
      // Where an open file cannot lose its name, it goes with `close`.
      this.#file = file;
    }
    return descriptor;
  }

  /** The row at an index, or undefined beyond the end. */
  at(index: number): T | undefined {
    if (index < this.#first.length) return this.#first[index];
    const place = index - this.#first.length;
    if (place >= this.#inFile) return undefined;
    this.#flush();
    const begin = this.#offsets[place] ?? 0;
    return this.#parse(begin, (this.#offsets[place + 1] ?? 0) - begin);
  }

  #parse(begin: number, length: number): T {
    const bytes = Buffer.allocUnsafe(length);
    this.#read(bytes, begin);
    return JSON.parse(bytes.toString('utf8')) as T;
  }

  #read(bytes: Buffer, begin: number): void {
    for (let done = 0; done < bytes.length; ) {
      const read = readSync(this.#descriptor ?? -1, bytes, done, bytes.length - done, begin + done);
      if (read === 0) throw new Error('the staging file is shorter than what was written to it');
      done += read;
    }
  }

  /** All rows in order; the file is read ahead in large pieces. */
  *[Symbol.iterator](): Generator<T> {
    yield* this.#first;
    this.#flush();
    let buffer = Buffer.alloc(0);
    let piece = buffer;
    let pieceAt = 0;
    for (let place = 0; place < this.#inFile; place += 1) {
      const begin = this.#offsets[place] ?? 0;
      const end = this.#offsets[place + 1] ?? 0;
      if (end > pieceAt + piece.length) {
        const total = this.#offsets[this.#inFile] ?? 0;
        const size = Math.min(total - begin, Math.max(READ_AHEAD, end - begin));
        if (size > buffer.length) buffer = Buffer.allocUnsafe(size);
        piece = buffer.subarray(0, size);
        this.#read(piece, begin);
        pieceAt = begin;
      }
      yield JSON.parse(piece.toString('utf8', begin - pieceAt, end - pieceAt)) as T;
    }
  }

  /** Gives the file back. */
  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
    if (this.#file !== undefined) unlinkSync(this.#file);
    this.#file = undefined;
  }
}
