// What is said of a ledger's file: other names of it, rights of others, strange files next to it; and what may not be
// written over.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesIn, langs, ledgerIn, patternOf, templateOf, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';

const REPORT = ['finding', 'report', 'F-2', '--on', '2018-09-10'];
const READS = [['finding', 'list'], ['log'], ['verify', '--quick'], ['cadre', 'list']];

async function made() {
  const folder = temporaryFolder();
  return { folder, ledger: await ledgerIn(folder) };
}

describe('a ledger with a second name', () => {
  it('is read with a warning and not written, under either name', async () => {
    const { folder, ledger } = await made();
    const other = join(folder, 'other.db');
    linkSync(ledger, other);
    const before = readFileSync(ledger);
    for (const file of [ledger, other]) {
      for (const args of READS) {
        for (const lang of langs) {
          const ran = await run([...args, '--ledger', file, '--lang', lang], world);
          expect(ran.code, args.join(' ')).toBe(0);
          expect(ran.stderr).toMatch(patternOf(templateOf(lang, 'ledger_hard_linked')));
          expect(ran.stderr.split(file).length, 'said once').toBe(2);
        }
      }
      for (const args of [REPORT, ['round', 'open', '--cutoff', '2018-09-12'], ['seal', '--by', '书记']]) {
        const ran = await run([...args, '--ledger', file], world);
        expect(ran, args.join(' ')).toMatchObject({ code: 1, stdout: '' });
        expect(ran.stderr).toMatch(patternOf(templateOf('en', 'ledger_hard_linked_write')));
      }
    }
    expect(readFileSync(ledger).equals(before)).toBe(true);
    const copy = join(folder, 'copy.db');
    expect((await run(['backup', copy, '--ledger', ledger], world)).code).toBe(0);
    rmSync(other);
    const ran = await run([...REPORT, '--ledger', ledger], world);
    expect(ran.code).toBe(0);
    expect(ran.stderr).not.toContain('hard link');
  });
});

describe('a ledger that others have rights to', () => {
  it.each([0o666, 0o644, 0o640, 0o604, 0o620, 0o601])('is used, and the remedy said: %o', async (mode) => {
    const { ledger } = await made();
    chmodSync(ledger, mode);
    for (const args of [...READS, REPORT]) {
      const ran = await run([...args, '--ledger', ledger], world);
      expect(ran.code).toBe(0);
      expect(ran.stderr).toContain(`chmod 600 ${ledger}`);
      expect(ran.stderr).toContain(mode.toString(8).padStart(4, '0'));
    }
    expect((await run(['log', '-q', '--ledger', ledger], world)).stderr).toBe('');
    chmodSync(ledger, 0o600);
    expect((await run(['log', '--ledger', ledger], world)).stderr).toBe('');
  });

  it('is warned about as the source of a carry-over, a restore and a comparison', async () => {
    const { folder, ledger } = await made();
    const own = join(folder, 'own.db');
    copyFileSync(ledger, own);
    chmodSync(ledger, 0o644);
    for (const args of [
      ['verify', '--against', ledger, '--ledger', own],
      ['restore', ledger, '--ledger', join(folder, 'restored.db')],
      ['init', '--carry-over', ledger, '--ledger', join(folder, 'next.db')],
    ]) {
      const ran = await run(args, world);
      expect(ran.stderr, args.join(' ')).toContain(`chmod 600 ${ledger}`);
    }
  });
});

describe('what is no file, by the name of a side file', () => {
  const kinds: readonly (readonly [string, (path: string) => void])[] = [
    ['a FIFO', (path) => execFileSync('mkfifo', [path])],
    ['a folder', (path) => mkdirSync(path)],
    ['a link to nowhere', (path) => symlinkSync('/nowhere/at/all', path)],
    ['a link to a device', (path) => symlinkSync('/dev/zero', path)],
  ];
  it.each(
    kinds.flatMap(([what, make]) => ['-journal', '-wal', '-shm'].map((end) => [what, end, make] as const)),
  )('%s, %s', async (_, end, make) => {
    const { folder, ledger } = await made();
    make(`${ledger}${end}`);
    const copy = join(folder, 'copy.db');
    for (const args of [...READS, REPORT, ['backup', copy], []]) {
      const ran = await run([...args, '--ledger', ledger], world);
      expect(ran, args.join(' ')).toMatchObject({ code: 1, stdout: '' });
      expect(ran.stderr).toContain(`${ledger}${end}`);
    }
    expect(existsSync(copy)).toBe(false);
    const other = join(folder, 'new.db');
    make(`${other}${end}`);
    for (const args of [['init'], ['restore', ledger]]) {
      const ran = await run([...args, '--ledger', other], world);
      expect(ran.code, args.join(' ')).toBe(1);
      expect(existsSync(other)).toBe(false);
    }
  });

  it('a FIFO in the place of a backup is refused, not waited for', async () => {
    const { folder } = await made();
    const fifo = join(folder, 'backup.db');
    execFileSync('mkfifo', [fifo]);
    const ran = await run(['restore', fifo, '--ledger', join(folder, 'new.db')], world);
    expect(ran).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('is not a file') });
  });

  it('a journal that an earlier ledger left is not taken for that of a new one', async () => {
    const folder = temporaryFolder();
    const ledger = join(folder, 'yanquan.db');
    put(folder, 'yanquan.db-journal', 'left over');
    const ran = await run(['init', '--ledger', ledger], world);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('yanquan.db-journal');
    expect(existsSync(ledger)).toBe(false);
  });
});

describe('an output that is an input', () => {
  const ROWS =
    'finding_no,source,description,found_on,cadre_no\nN-1,s,d,2018-02-30,C1\nN-2,s,d,2018-09-01,C1\n';

  it.each(['the same name', 'a hard link', 'a link', 'another spelling'])('%s is refused', async (how) => {
    const { folder, ledger } = await made();
    const input = put(folder, 'in.csv', ROWS);
    const alias = join(folder, 'alias.csv');
    if (how === 'a hard link') linkSync(input, alias);
    if (how === 'a link') symlinkSync(input, alias);
    const output = { 'the same name': input, 'another spelling': `${folder}/./in.csv` }[how] ?? alias;
    const before = bytesIn(folder);
    for (const args of [
      ['import', 'findings', input, '--skip-bad', '--rejects', output],
      ['import', 'inspect', input, '--write-mapping', output],
      ['import', 'inspect', input, '-o', output],
      ['policy', 'whatif', input, '-o', output],
    ]) {
      const ran = await run([...args, '--ledger', ledger], world);
      expect(ran, args.join(' ')).toMatchObject({ code: 1, stdout: '' });
      expect(ran.stderr).toContain(output);
      expect(bytesIn(folder)).toEqual(before);
    }
  });

  it('the ledger, whatever the command, before anything is written to it', async () => {
    const { folder, ledger } = await made();
    const before = bytesIn(folder);
    const input = put(temporaryFolder(), 'in.csv', ROWS);
    for (const args of [
      ['import', 'findings', input, '--skip-bad', '--rejects', ledger],
      ['export', 'findings', '-o', ledger, '--format', 'csv'],
      ['dashboard', '-o', ledger],
      ['template', 'findings', '-o', ledger, '--format', 'csv'],
    ]) {
      const ran = await run([...args, '--ledger', ledger], world);
      expect(ran.code, `${args.join(' ')}: ${ran.stderr}`).toBe(1);
      expect(bytesIn(folder)).toEqual(before);
    }
  });

  it('two outputs in one file are refused', async () => {
    const { folder, ledger } = await made();
    const input = put(folder, 'in.csv', ROWS);
    const both = join(folder, 'both.csv');
    const args = ['import', 'inspect', input, '--write-mapping', both, '-o', both];
    expect((await run([...args, '--ledger', ledger], world)).code).toBe(1);
    expect(existsSync(both)).toBe(false);
  });

  it('- is standard output: for rejected rows, and for a mapping', async () => {
    const { folder, ledger } = await made();
    const input = put(folder, 'in.csv', ROWS);
    const at = ['--ledger', ledger];
    const rejects = await run(['import', 'findings', input, '--skip-bad', '--rejects', '-', ...at], world);
    expect(rejects.code).toBe(3);
    expect(rejects.stdout.split('\n')[0]).toBe(
      'finding_no,source,description,found_on,cadre_no,reject_reason',
    );
    expect(rejects.stdout).toContain('N-1,s,d,2018-02-30,C1,');
    expect(rejects.stdout).not.toMatch(/\r|\ufeff/);
    const both = await run(
      ['import', 'findings', input, '--skip-bad', '--rejects', '-', '--json', ...at],
      world,
    );
    expect(both.code).toBe(2);
    expect(JSON.parse(both.stdout)).toMatchObject({ problems: [{ code: 'usage_two_answers' }] });
    const mapping = await runOk(['import', 'inspect', input, '--write-mapping', '-', ...at], world);
    expect(mapping.stdout).toContain('fields:');
    expect(existsSync('-')).toBe(false);
  });

  it('a ledger or a backup is never named -', async () => {
    const { ledger } = await made();
    for (const args of [
      ['backup', '-', '--ledger', ledger],
      ['init', '--ledger', '-'],
      ['restore', ledger, '--ledger', '-'],
    ]) {
      const ran = await run(args, world);
      expect(ran.code, args.join(' ')).toBe(1);
      expect(existsSync('-')).toBe(false);
    }
  });
});
