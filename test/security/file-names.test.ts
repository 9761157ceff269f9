// Whatever an output option is given for a name: exactly that file is written whole, or it is refused and nothing is touched.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { put, temporaryFolder } from '../support/folder.ts';
import { type Ran, run, runOk } from '../support/run.ts';

const start = process.cwd();
afterEach(() => process.chdir(start));

/** Names of files that are written as they stand. */
const WRITTEN = [
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
const REFUSED = [
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

/** A folder with a ledger and everything that must not be written to; it becomes the current one. */
async function world(): Promise<string> {
  const folder = temporaryFolder();
  for (const name of ['sub', 'folder', 'out']) mkdirSync(`${folder}/${name}`);
  put(folder, 'file', 'file');
  symlinkSync('file', `${folder}/to-file`);
  symlinkSync('folder', `${folder}/to-folder`);
  symlinkSync('yanquan.db', `${folder}/to-ledger`);
  symlinkSync('nowhere', `${folder}/dangling`);
  execFileSync('mkfifo', [`${folder}/fifo`]);
  process.chdir(folder);
  await runOk(['init', '--township', '乡']);
  writeFileSync('bad.csv', 'cadre_no,name,rank\nC1,甲,none\n');
  return folder;
}

/** Every entry below the current folder with what it holds. */
function everything(): Map<string, string> {
  const held = new Map<string, string>();
  for (const name of readdirSync('.', { recursive: true, encoding: 'utf8' })) {
    const entry = lstatSync(name);
    held.set(name, entry.isFile() ? readFileSync(name, 'latin1') : String(entry.mode));
  }
  return held;
}

interface Way {
  readonly what: string;
  readonly code: number;
  readonly args: (name: string) => string[];
  readonly begins: string;
}

const ways: readonly Way[] = [
  {
    what: 'a list',
    code: 0,
    args: (name) => ['cadre', 'list', '--format', 'csv', `--output=${name}`],
    begins: 'cadre_no',
  },
  {
    ...{ what: 'rejects', code: 3, begins: 'cadre_no' },
    args: (name) => ['import', 'cadres', 'bad.csv', '--skip-bad', `--rejects=${name}`],
  },
  {
    what: 'a mapping',
    code: 0,
    args: (name) => ['import', 'inspect', 'bad.csv', `--write-mapping=${name}`],
    begins: '',
  },
  { what: 'a backup', code: 0, args: (name) => ['backup', '--', name], begins: 'SQLite format 3' },
];

describe.each(ways)('$what', ({ code, args, begins }) => {
  it('is written whole under exactly the name that was given', async () => {
    await world();
    for (const name of WRITTEN) {
      const before = everything();
      const ran: Ran = await run(args(name));
      expect({ name, code: ran.code, stderr: ran.code === code ? '' : ran.stderr }).toEqual({
        name,
        code,
        stderr: '',
      });
      expect(
        readFileSync(name, 'latin1')
          .replace(/^\u00ef\u00bb\u00bf/, '')
          .startsWith(begins),
        name,
      ).toBe(true);
      const added = [...everything()].filter(([each, held]) => before.get(each) !== held);
      expect(added.length, name).toBe(1);
    }
  });

  it('is refused with a message, and everything stays as it was', async () => {
    await world();
    const before = everything();
    for (const name of REFUSED) {
      const ran = await run(args(name));
      expect([1, 2], `${JSON.stringify(name)} ${ran.code} ${ran.stderr}`).toContain(ran.code);
      expect(ran.stderr, name).not.toBe('');
      expect(everything(), name).toEqual(before);
    }
    expect(existsSync('nowhere')).toBe(false);
  });
});

it('there are forty and more', () => {
  expect(new Set([...WRITTEN, ...REFUSED]).size).toBeGreaterThan(60);
});
