// A new ledger: there whole or not at all, for its owner only, never in place of anything.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLedger } from '../../../src/ledger/file/create.ts';
import { openForWriting } from '../../../src/ledger/file/open.ts';
import { entry, fillNew, newFile, temporaryFolder, write } from '../../support/ledgers.ts';

const MODE = 0o777;

describe('a new ledger', () => {
  it('is for its owner only, whatever the umask, also after writing', () => {
    const before = process.umask(0);
    try {
      const file = newFile();
      expect(statSync(file).mode & MODE).toBe(0o600);
      const ledger = openForWriting(file);
      write(ledger, (db) => db.insert('settings', { key: 'township', value: '桶井乡' }));
      ledger.close();
      expect(statSync(file).mode & MODE).toBe(0o600);
      expect(readdirSync(join(file, '..'))).toEqual(['yanquan.db']);
    } finally {
      process.umask(before);
    }
  });

  it('never replaces anything', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'yanquan.db');
    const create = () => createLedger(file, fillNew);
    writeFileSync(file, 'mine');
    expect(create).toThrow('ledger_exists');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    const link = join(folder, 'link.db');
    symlinkSync(join(folder, 'nowhere'), link);
    expect(() => createLedger(link, fillNew)).toThrow('ledger_exists');
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
    mkdirSync(join(folder, 'folder.db'));
    expect(() => createLedger(join(folder, 'folder.db'), fillNew)).toThrow('ledger_exists');
    expect(readdirSync(folder).sort()).toEqual(['folder.db', 'link.db', 'yanquan.db']);
  });

  it('refuses what SQLite would take for a file of its own beside another ledger', () => {
    const folder = temporaryFolder();
    createLedger(join(folder, 'yanquan.db'), fillNew);
    for (const end of ['-journal', '-wal', '-shm'])
      expect(() => createLedger(join(folder, `yanquan.db${end}`), fillNew)).toThrow('copy_beside_ledger');
    expect(readdirSync(folder)).toEqual(['yanquan.db']);
    createLedger(join(folder, 'other.db-journal'), fillNew);
  });

  it('refuses a path that is too long for SQLite as what it is', () => {
    const folder = join(temporaryFolder(), 'a'.repeat(200), 'b'.repeat(200));
    mkdirSync(folder, { recursive: true });
    expect(() => createLedger(join(folder, 'c'.repeat(100)), fillNew)).toThrow('name_too_long');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not replace what came to its place meanwhile', () => {
    const file = join(temporaryFolder(), 'yanquan.db');
    const create = () =>
      createLedger(file, (ledger) => {
        fillNew(ledger);
        writeFileSync(file, 'somebody was faster');
      });
    expect(create).toThrow('ledger_exists');
    expect(readFileSync(file, 'utf8')).toBe('somebody was faster');
    expect(readdirSync(join(file, '..'))).toEqual(['yanquan.db']);
  });

  it('leaves nothing behind when it fails', () => {
    const file = join(temporaryFolder(), 'yanquan.db');
    const create = () =>
      createLedger(file, (ledger) => {
        fillNew(ledger);
        write(
          ledger,
          () => {
            throw new Error('in the middle');
          },
          entry(),
        );
      });
    expect(create).toThrow('in the middle');
    expect(readdirSync(join(file, '..'))).toEqual([]);
  });

  it('says when its folder is missing or must not be written', () => {
    const folder = temporaryFolder();
    expect(() => createLedger(join(folder, 'none', 'a.db'), fillNew)).toThrow('folder_missing');
    chmodSync(folder, 0o500);
    if (process.getuid?.() !== 0) {
      expect(() => createLedger(join(folder, 'a.db'), fillNew)).toThrow('storage_read_only');
    }
    chmodSync(folder, 0o700);
  });
});
