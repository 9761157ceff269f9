// Which names Windows takes, and which paths lie on another machine.
import { describe, expect, it } from 'vitest';
import { isShare, refusedInName } from '../../../src/domain/texts/windows-path.ts';

describe('a name on Windows', () => {
  it.each([
    ['x?.csv', '?'],
    ['D:\\台账\\a*b.csv', '*'],
    ['x.csv:stream', ':'],
    ['a|b', '|'],
    ['out/NUL', 'NUL'],
    ['con.csv', 'con'],
    ['COM¹.txt', 'COM¹'],
    ['名单.', '.'],
    ['名单 ', ' '],
  ])('%j is refused for %j', (path, what) => {
    expect(refusedInName(path)).toBe(what);
  });

  it.each([
    'D:x.csv',
    'D:\\名单.csv',
    'console.csv',
    'a.b.csv',
    '..\\..',
    '.',
    '通报 第1轮.docx',
    'com10.csv',
  ])('%j is taken', (path) => {
    expect(refusedInName(path)).toBeUndefined();
  });
});

describe('a path on Windows', () => {
  it.each([
    '\\\\server\\share\\a.db',
    '//server/share/a.db',
    '\\\\?\\UNC\\server\\share\\a.db',
    '\\\\.\\unc\\s\\a',
  ])('%j lies on another machine', (path) => {
    expect(isShare(path)).toBe(true);
  });
  it.each(['C:\\a.db', '\\\\?\\C:\\a.db', '\\\\.\\C:\\a.db', '\\a.db', 'a.db', '/a.db'])(
    '%j does not',
    (path) => {
      expect(isShare(path)).toBe(false);
    },
  );
});
