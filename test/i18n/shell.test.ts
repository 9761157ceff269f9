// Commands in texts are typed as the shell at hand takes them.
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedIn } from '../../src/cli/options/typed.ts';
import { fillTemplate } from '../../src/i18n/language.ts';
import { settingOf, shellWord, typedAs } from '../../src/i18n/shell.ts';

describe('a word of a command line', () => {
  it('comes out of a POSIX shell as it was', () => {
    const word = fc.string({ unit: 'grapheme' }).filter((text) => !/[\0\ud800-\udfff]/u.test(text));
    const words = fc.sample(word, 200);
    const script = words.map((each) => `printf '%s\\0' ${shellWord(each, 'posix')}`).join('\n');
    const out = execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' });
    expect(out.split('\0').slice(0, -1)).toEqual(words.map((each) => each));
  });

  it.each([
    ['posix', '我的 台账.db', "'我的 台账.db'"],
    ['posix', "a'b", "'a'\\''b'"],
    ['posix', 'D:\\a.db', "'D:\\a.db'"],
    ['cmd', 'D:\\我的 台账.db', '"D:\\我的 台账.db"'],
    ['cmd', 'D:\\台账.db', 'D:\\台账.db'],
    ['cmd', 'A&1', '"A&1"'],
    ['powershell', "D:\\我的 '台账'.db", "'D:\\我的 ''台账''.db'"],
    ['powershell', 'a,b', "'a,b'"],
  ] as const)('in %s, %s is written %s', (shell, word, written) => {
    expect(shellWord(word, shell)).toBe(written);
  });
});

it.each([
  ['posix', "export L='a b.db'"],
  ['cmd', 'set "L=a b.db"'],
  ['powershell', "$env:L = 'a b.db'"],
] as const)('a variable is set in %s', (shell, command) => {
  expect(settingOf('L', 'a b.db', shell)).toBe(command);
});

it('values inside commands are words, others are as they are', () => {
  const text = fillTemplate(
    '{file}: yanquan --ledger {$file}',
    { file: 'a b.db' },
    'en',
    (key) => key,
    'cmd',
  );
  expect(text).toBe('a b.db: yanquan --ledger "a b.db"');
});

describe('the program', () => {
  const windows = { platform: 'win32', folder: 'D:\\' } as const;
  const bag = { YANQUAN_BAG: '/media/严圈 包' };
  it.each([
    [
      { platform: 'linux', folder: '/tmp', env: {} },
      { shell: 'posix', program: 'yanquan' },
    ],
    [
      { platform: 'linux', folder: '/media/严圈 包', env: bag },
      { shell: 'posix', program: './yanquan' },
    ],
    [
      { platform: 'linux', folder: '/tmp', env: bag },
      { shell: 'posix', program: "'/media/严圈 包/yanquan'" },
    ],
    [
      { platform: 'linux', folder: '', env: bag },
      { shell: 'posix', program: "'/media/严圈 包/yanquan'" },
    ],
    [
      { ...windows, env: { PSModulePath: 'C:\\Windows\\Modules' } },
      { shell: 'cmd', program: 'yanquan' },
    ],
    [
      {
        ...windows,
        env: { PSModulePath: 'C:\\Users\\王\\Documents\\WindowsPowerShell\\Modules;C:\\Windows' },
      },
      { shell: 'powershell', program: 'yanquan' },
    ],
    [
      { ...windows, env: { MSYSTEM: 'MINGW64' } },
      { shell: 'posix', program: 'yanquan' },
    ],
  ] as const)('of %j is typed as %j', (where, typed) => {
    expect(typedIn(where)).toEqual(typed);
  });

  it('is renamed in commands only', () => {
    const typed = { shell: 'cmd', program: '.\\yanquan' } as const;
    expect(typedAs('下一步：yanquan tally。yanquan.db yanquan 0.1', typed)).toBe(
      '下一步：.\\yanquan tally。yanquan.db yanquan 0.1',
    );
  });
});
