// Names of every kind for what is written, and a folder in which they can be tried on files and on folders.
import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { put, temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';

/** Names of files that are written as they are. */
export const WRITTEN = [
  ...[
    'plain',
    'with space',
    ' leading',
    'new\nline',
    'tab\tin',
    '-leading',
    '--ledger',
    '通报名单',
    '名单（一）',
  ],
  ...[
    "it's",
    'say "so"',
    '`id`',
    '$(id)',
    '$HOME',
    '~',
    '~root',
    '100%',
    '%s%n',
    '%2e%2e',
    'a;b',
    'a|b',
    'a&b',
  ],
  ...[
    'a*b',
    'a?b',
    'a<b',
    'a>b',
    'a\\b',
    'CON',
    'nul',
    'com1',
    'trailing.',
    'dots...',
    '...',
    '😀',
    '👩‍👩‍👧',
  ],
  ...['caf\u00e9', 'cafe\u0301', '\u202egpj', 'zero\u200bwidth', 'esc\u001b[31m', '.hidden', 'x'.repeat(240)],
  ...['sub/in a folder', 'sub/../beside', './here', 'journal-journal'],
];
/** Names that are refused, which `world` makes. */
export const REFUSED = [
  ...[
    '',
    'folder',
    'folder/',
    'none/',
    '.',
    '..',
    '../..',
    'to-file',
    'to-folder',
    'dangling',
    'fifo',
    '/dev/null',
  ],
  ...['none/file', 'file/below', 'x'.repeat(300), 'a\0b', 'yanquan.db', './yanquan.db', 'sub/../yanquan.db'],
  ...['yanquan.db-journal', 'yanquan.db-wal', 'yanquan.db-shm', 'to-folder/../yanquan.db', 'to-ledger'],
];

/** A ledger with a cadre in a closed round. */
export async function namesLedger(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'yanquan-names-'));
  const file = join(folder, 'yanquan.db');
  const at = ['--ledger', file];
  await runOk(['init', '--township', '乡', ...at]);
  await runOk(['cadre', 'add', 'C1', '--name', '甲', '--rank', 'staff', ...at]);
  await runOk(['round', 'close', '--cutoff', '2018-09-12', '--approved-by', 'W', ...at]);
  const ledger = readFileSync(file);
  rmSync(folder, { recursive: true });
  return ledger;
}

/** A folder with a ledger and everything that must not be written to; it is the current one for a test. */
export function world(ledger: Buffer): void {
  const folder = temporaryFolder();
  for (const name of ['sub', 'folder', 'out']) mkdirSync(`${folder}/${name}`);
  put(folder, 'file', 'file');
  symlinkSync('file', `${folder}/to-file`);
  symlinkSync('folder', `${folder}/to-folder`);
  symlinkSync('yanquan.db', `${folder}/to-ledger`);
  symlinkSync('nowhere', `${folder}/dangling`);
  execFileSync('mkfifo', [`${folder}/fifo`]);
  put(folder, 'yanquan.db', ledger);
  put(folder, 'bad.csv', 'cadre_no,name,rank\nC1,甲,none\n');
  const start = process.cwd();
  process.chdir(folder);
  onTestFinished(() => process.chdir(start));
}

/** Every entry below the current folder; of a file with what moves when it is written to, or replaced by another. */
export function everything(): Map<string, string> {
  const held = new Map<string, string>();
  for (const name of readdirSync('.', { recursive: true, encoding: 'utf8' })) {
    const entry = lstatSync(name, { bigint: true });
    const { mode, ino, size, ctimeNs } = entry;
    held.set(name, entry.isFile() ? `${mode} ${ino} ${size} ${ctimeNs}` : String(mode));
  }
  return held;
}

/** Expects a command to be refused because of a name, with a message, and that everything stays as it was. */
export async function expectRefused(name: string, args: readonly string[]): Promise<void> {
  const before = everything();
  const ran = await run(args);
  expect([1, 2], `${JSON.stringify(name)} ${ran.code} ${ran.stderr}`).toContain(ran.code);
  expect(ran.stderr, name).not.toBe('');
  expect(everything(), name).toEqual(before);
}
