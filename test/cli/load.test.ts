// What V8 has compiled is kept beside the built program, and is never believed when it is damaged.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtProgram } from '../support/built.ts';
import { demoLedgerIn } from '../support/demo.ts';
import { home } from '../support/run.ts';

const program = mkdtempSync(join(tmpdir(), 'yanquan-load-'));
afterAll(() => rmSync(program, { recursive: true, force: true }));
let ledger = '';
let cache = '';
let said = '';

/** What `circle` says on the demo ledger, run by the program in a folder of its own. */
const circle = (): string =>
  execFileSync(
    process.execPath,
    [join(program, 'yanquan.mjs'), '--ledger', ledger, '--lang', 'zh', 'circle'],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );

const path = (name: string): string => join(cache, name);
const keptFiles = (): string[] => readdirSync(cache).toSorted();
/** The largest of what is kept: what every command begins with. */
const large = (): string =>
  keptFiles().toSorted((a, b) => statSync(path(b)).size - statSync(path(a)).size)[0] ?? '';

beforeAll(async () => {
  cpSync(dirname(await builtProgram()), program, {
    recursive: true,
    filter: (source) => !source.endsWith('.cache') && !source.endsWith('node_modules'),
  });
  symlinkSync(join(home, 'node_modules'), join(program, 'node_modules'));
  ledger = await demoLedgerIn(program);
  cache = join(program, 'dist', '.cache', `${process.version}-${process.arch}`);
  said = circle();
});

describe('what is compiled', () => {
  it('is kept by the first run, for every file that it loaded, and left as it is by the next', () => {
    const names = keptFiles();
    expect(names.some((name) => /^main-.{8}\.cjs$/.test(name))).toBe(true);
    expect(names.some((name) => /^circle-.{8}\.cjs$/.test(name))).toBe(true);
    const before = names.map((name) => statSync(path(name)).ino);
    expect(circle()).toBe(said);
    expect(keptFiles()).toEqual(names);
    expect(names.map((name) => statSync(path(name)).ino)).toEqual(before);
  });

  const damages: readonly [string, (bytes: Buffer) => Buffer][] = [
    ['a bit in what is taken', (bytes) => flipped(bytes, Math.floor(bytes.length * 0.3))],
    ['a bit in its double', (bytes) => flipped(bytes, Math.floor(bytes.length * 0.8))],
    ['the last bit', (bytes) => flipped(bytes, bytes.length - 1)],
    ['the end missing', (bytes) => bytes.subarray(0, bytes.length - 4096)],
    ['a byte missing', (bytes) => bytes.subarray(0, bytes.length - 1)],
    ['zeros', (bytes) => Buffer.alloc(bytes.length)],
    ['zeros at the end', (bytes) => Buffer.concat([bytes.subarray(0, -4096), Buffer.alloc(4096)])],
    ['nothing', () => Buffer.alloc(0)],
    ['another file', () => Buffer.from('一行\n'.repeat(2))],
  ];

  it.each(damages)('is made anew when it is damaged: %s', (_what, damage) => {
    const file = path(large());
    const bytes = readFileSync(file);
    const damaged = damage(bytes);
    writeFileSync(file, damaged);
    expect(circle()).toBe(said);
    const anew = readFileSync(file);
    expect(anew.equals(damaged)).toBe(false);
    expect(anew.subarray(0, anew.length / 2).equals(anew.subarray(anew.length / 2))).toBe(true);
    expect(circle()).toBe(said);
  });

  it.runIf(process.getuid !== undefined)('is not kept where it may not be, and nobody hears of it', () => {
    rmSync(cache, { recursive: true });
    mkdirSync(cache);
    chmodSync(cache, 0);
    chmodSync(program, 0o755);
    // Root may everything; so it becomes nobody.
    const source = `if (process.getuid() === 0) process.setuid(65534);
      const { run } = require(${JSON.stringify(join(program, 'dist', 'run.cjs'))});
      run(['circle', '--help', '--lang', 'zh'], ${JSON.stringify(home)}).then((code) => { process.exitCode = code; });`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', source], {
      cwd: program,
      encoding: 'utf8',
    });
    chmodSync(cache, 0o755);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('yanquan circle');
    expect(keptFiles()).toEqual([]);
    expect(circle()).toBe(said);
  });

  it('is not kept where it cannot be, and nothing is left behind', () => {
    rmSync(cache, { recursive: true });
    // A file where the folder should be: that stops root too.
    writeFileSync(cache, '');
    expect(circle()).toBe(said);
    expect(readFileSync(cache, 'utf8')).toBe('');
    expect(readdirSync(dirname(cache))).toHaveLength(1);
    rmSync(cache);
    expect(circle()).toBe(said);
    expect(keptFiles().filter((name) => !name.endsWith('.cjs'))).toEqual([]);
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const other = Buffer.from(bytes);
  other[at] = (other[at] ?? 0) ^ 1;
  return other;
}
