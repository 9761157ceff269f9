// Chunks arrive whole or the caller gets an error: pipes that close, devices that are full, files that are never half
// there.
import { spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../src/domain/problem.ts';
import { formatFor, knownEndings, writeFileWhole, writeTo } from '../../src/output/write.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yanquan-output-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The failure that a promise ends in: its kind and codes. */
async function failureOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Failure)) return String(error);
  return [error.kind, ...error.problems.map(({ code }) => code)].join(' ');
}

/** Runs a script that has `writeTo` and a text of 4,000,000 letters, and hands its output on. */
function child(script: string) {
  const head = `import { writeTo } from '${new URL('../../src/output/write.ts', import.meta.url).href}';
    const chunks = (function* () { for (let at = 0; at < 4; at += 1) yield String(at).repeat(1_000_000); })();`;
  return spawn(process.execPath, ['--input-type=module', '-e', head + script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

describe('formatFor', () => {
  test.each([
    ['a.csv', 'csv'],
    ['A.CSV', 'csv'],
    ['x.y.xlsx', 'xlsx'],
    ['a.json', 'json'],
    ['a.jsonl', 'jsonl'],
    ['a.ndjson', 'jsonl'],
    ['a.md', 'md'],
    ['a.txt', 'table'],
    ['a.db', undefined],
    ['csv', undefined],
    ['-', undefined],
  ])('%s is %s', (name, format) => {
    expect(formatFor(name)).toBe(format);
  });

  test('every known ending names a format', () => {
    for (const ending of knownEndings) expect(formatFor(`a${ending}`)).toBeDefined();
  });
});

describe('writeTo', () => {
  test('a stream gets text and bytes in order', async () => {
    const stream = new PassThrough();
    expect(await writeTo(stream, ['一', new Uint8Array([0x41]), 'b\n'])).toBe('whole');
    expect(stream.read().toString()).toBe('一Ab\n');
  });

  test('a slow stream is waited for', async () => {
    let taken = 0;
    let open = 0;
    const slow = new Writable({
      write(_, __, done) {
        open += 1;
        expect(open).toBe(1);
        setTimeout(() => {
          open -= 1;
          taken += 1;
          done();
        }, 2);
      },
    });
    expect(await writeTo(slow, ['a', 'b', 'c'])).toBe('whole');
    expect(taken).toBe(3);
  });

  test('a stream that the reader destroyed is closed, and the rows behind are let go', async () => {
    let released = false;
    const chunks = (function* () {
      try {
        while (true) yield 'x';
      } finally {
        released = true;
      }
    })();
    const stream = new PassThrough();
    stream.destroy();
    expect(await writeTo(stream, chunks)).toBe('closed');
    expect(released).toBe(true);
  });

  test('a stream that fails for want of room is a storage failure', async () => {
    const full = new Writable({
      write: (_, __, done) => done(Object.assign(new Error('full'), { code: 'ENOSPC' })),
    });
    expect(await failureOf(writeTo(full, ['x']))).toBe('storage output_full');
  });

  test('a mistake in the rows is told as it is', async () => {
    const chunks = (function* () {
      yield 'a';
      throw new TypeError('rows');
    })();
    await expect(writeTo(new PassThrough(), chunks)).rejects.toThrow(TypeError);
  });

  test.runIf(existsSync('/dev/full'))('a full device is a storage failure', async () => {
    const device = openSync('/dev/full', 'w');
    expect(await failureOf(writeTo(device, ['x\n']))).toBe('storage output_full');
    closeSync(device);
  });

  test('a pipe whose reader goes away is closed', async () => {
    const process = child('process.stderr.write(await writeTo(1, chunks));');
    process.stdout.once('data', () => process.stdout.destroy());
    let said = '';
    for await (const part of process.stderr) said += part;
    expect(said).toBe('closed');
  });

  test('a pipe that says "later" gets everything', async () => {
    // Touching process.stdout makes the pipe non-blocking.
    const process = child("process.stdout.write(''); process.stderr.write(await writeTo(1, chunks));");
    let length = 0;
    for await (const part of process.stdout) {
      length += part.length;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    let said = '';
    for await (const part of process.stderr) said += part;
    expect([length, said]).toEqual([4_000_000, 'whole']);
  });
});

describe('writeFileWhole', () => {
  test('writes a file for its owner only, and leaves nothing else', async () => {
    const file = join(folder, 'list.csv');
    await writeFileWhole(file, ['一\n', new Uint8Array([0x32, 0x0a])]);
    expect(readFileSync(file, 'utf8')).toBe('一\n2\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['list.csv']);
  });

  test('replaces a file', async () => {
    const file = join(folder, 'list.csv');
    writeFileSync(file, 'old and longer');
    await writeFileWhole(file, ['new']);
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  test('when the rows fail, the old file stays and nothing is left beside it', async () => {
    const file = join(folder, 'list.csv');
    writeFileSync(file, 'old');
    const chunks = (function* () {
      yield 'new';
      throw new TypeError('rows');
    })();
    await expect(writeFileWhole(file, chunks)).rejects.toThrow(TypeError);
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['list.csv']);
  });

  test('the file is not there before it is complete', async () => {
    const file = join(folder, 'list.csv');
    const chunks = (function* () {
      yield 'a';
      expect(existsSync(file)).toBe(false);
      yield 'b';
    })();
    await writeFileWhole(file, chunks);
    expect(readFileSync(file, 'utf8')).toBe('ab');
  });

  test('refuses a link, and leaves what it points at', async () => {
    const real = join(folder, 'real.csv');
    writeFileSync(real, 'real');
    const link = join(folder, 'link.csv');
    symlinkSync(real, link);
    expect(await failureOf(writeFileWhole(link, ['x']))).toBe('refused output_is_link');
    expect(readFileSync(real, 'utf8')).toBe('real');
    const dangling = join(folder, 'dangling.csv');
    symlinkSync(join(folder, 'nowhere'), dangling);
    expect(await failureOf(writeFileWhole(dangling, ['x']))).toBe('refused output_is_link');
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });

  test('refuses folders, missing folders, devices and databases', async () => {
    mkdirSync(join(folder, 'sub'));
    const ledger = join(folder, 'yanquan.db');
    writeFileSync(ledger, 'SQLite format 3\0 and more');
    writeFileSync(join(folder, 'file'), '');
    expect(await failureOf(writeFileWhole(join(folder, 'sub'), []))).toBe('refused output_is_folder');
    expect(await failureOf(writeFileWhole(`${folder}/new/`, []))).toBe('refused output_is_folder');
    expect(await failureOf(writeFileWhole(join(folder, 'no', 'x.csv'), []))).toBe(
      'refused output_folder_missing',
    );
    expect(await failureOf(writeFileWhole(join(folder, 'file', 'x.csv'), []))).toBe(
      'refused output_folder_missing',
    );
    expect(await failureOf(writeFileWhole('/dev/null', []))).toBe('refused output_not_a_file');
    expect(await failureOf(writeFileWhole(ledger, ['x']))).toBe('refused output_is_ledger');
    expect(readFileSync(ledger, 'latin1')).toBe('SQLite format 3\0 and more');
  });

  test.skipIf(process.getuid?.() === 0)('refuses a folder that cannot be written to', async () => {
    chmodSync(folder, 0o500);
    expect(await failureOf(writeFileWhole(join(folder, 'x.csv'), []))).toBe('refused output_folder_denied');
    chmodSync(folder, 0o700);
  });
});
