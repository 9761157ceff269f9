// A backup under a passphrase: it reveals nothing, opens with the passphrase alone, and leaves no plain copy behind.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../src/domain/codes/problem-codes.ts';
import { refuseInBoth } from '../support/errors.ts';
import { run, runOk } from '../support/run.ts';

const PASSPHRASE = '督查 一二三 correct horse';
const folder = mkdtempSync(join(tmpdir(), 'yanquan-test-'));
const ledger = join(folder, 'yanquan.db');
const backup = join(folder, '备份.db.age');

beforeAll(async () => {
  await runOk(['--ledger', ledger, 'init', '--township', '某某乡']);
  await runOk(['--ledger', ledger, 'cadre', 'add', 'C1', '--name', '王小明', '--rank', 'staff']);
  const secrets = [PASSPHRASE, PASSPHRASE];
  await runOk(['--ledger', ledger, 'backup', backup, '--encrypt'], { secrets });
});

afterAll(() => rmSync(folder, { recursive: true }));

const restored = (from: string, to: string, secrets?: readonly string[]) =>
  run(['--ledger', join(folder, to), 'restore', from], secrets === undefined ? {} : { secrets });

describe('an encrypted backup', () => {
  it('is an age file without a word of the ledger, and nothing else is left', () => {
    const bytes = readFileSync(backup);
    expect(bytes.toString('latin1').startsWith('age-encryption.org/v1\n-> scrypt ')).toBe(true);
    expect(bytes.includes('王小明')).toBe(false);
    expect(bytes.includes('SQLite')).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(['yanquan.db', '备份.db.age']);
  });

  it('is restored with its passphrase', async () => {
    const { code } = await restored(backup, 'again.db', [PASSPHRASE]);
    expect(code).toBe(0);
    const listed = ['--ledger', join(folder, 'again.db'), 'cadre', 'list', '--format', 'csv'];
    expect((await runOk(listed)).stdout).toContain('王小明');
  });

  it.each<[string, string[] | undefined, ProblemCode]>([
    ['a wrong passphrase', [`${PASSPHRASE} `], 'passphrase_wrong'],
    ['none', [''], 'passphrase_empty'],
    ['no terminal', undefined, 'passphrase_needs_terminal'],
  ])('is not restored with %s', async (_, secrets, code) => {
    const args = ['--ledger', join(folder, 'wrong.db'), 'restore', backup];
    await refuseInBoth(folder, args, { code, exit: 1, names: [] }, secrets === undefined ? {} : { secrets });
  });

  it.each([
    [
      'changed',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]),
    ],
    ['beheaded', (bytes: Buffer) => bytes.subarray(0, 60)],
  ])('that was %s is said to be damaged', async (how, change) => {
    const file = join(folder, `${how}.age`);
    writeFileSync(file, change(readFileSync(backup)));
    const args = ['--ledger', join(folder, 'wrong.db'), 'restore', file];
    const secrets = [PASSPHRASE];
    await refuseInBoth(folder, args, { code: 'encrypted_damaged', exit: 4, names: [file] }, { secrets });
  });

  it('is not made where the two passphrases differ, or over a file that is there', async () => {
    const again = ['--ledger', ledger, 'backup', join(folder, 'two.age'), '--encrypt'];
    await refuseInBoth(
      folder,
      again,
      { code: 'passphrases_differ', exit: 1, names: [] },
      { secrets: ['a', 'b'] },
    );
    const over = ['--ledger', ledger, 'backup', backup, '--encrypt'];
    await refuseInBoth(
      folder,
      over,
      { code: 'copy_exists', exit: 1, names: [backup] },
      { secrets: ['a', 'a'] },
    );
  });
});
