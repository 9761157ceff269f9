// A file that is no whole ledger of ours is refused by every way in, each with its own message, and left as it is.
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../src/domain/codes/problem-codes.ts';
import { bytesIn, patternOf, refuseInBoth, smallLedger, templateOf, world } from '../support/errors.ts';
import { temporaryFolder } from '../support/folder.ts';
import { run } from '../support/run.ts';

interface BadLedger {
  readonly code: ProblemCode;
  readonly exit: number;
  readonly make: (ledger: string, good: string) => void;
  readonly names: readonly string[];
}

/** Writes a good ledger with bytes of its header changed. */
function changed(ledger: string, good: string, change: (bytes: Buffer) => Buffer | undefined): void {
  const bytes = readFileSync(good);
  writeFileSync(ledger, change(bytes) ?? bytes);
}

const bad: readonly BadLedger[] = [
  {
    code: 'ledger_missing',
    exit: 1,
    make: () => undefined,
    names: ['yanquan.db', '--ledger', 'init --township'],
  },
  {
    code: 'ledger_empty',
    exit: 1,
    make: (ledger) => writeFileSync(ledger, ''),
    names: ['yanquan.db', 'yanquan init'],
  },
  {
    code: 'ledger_cut',
    exit: 4,
    make: (ledger, good) => changed(ledger, good, (bytes) => bytes.subarray(0, bytes.length - 5000)),
    names: ['yanquan.db'],
  },
  {
    code: 'ledger_foreign',
    exit: 1,
    make: (ledger) => writeFileSync(ledger, 'finding_no,source\n'.repeat(20)),
    names: ['yanquan.db'],
  },
  {
    code: 'ledger_newer',
    exit: 1,
    make: (ledger, good) => changed(ledger, good, (bytes) => void bytes.writeUInt32BE(99, 60)),
    names: ['yanquan.db', '99'],
  },
  {
    code: 'ledger_wrong_mode',
    exit: 4,
    make: (ledger, good) => changed(ledger, good, (bytes) => void bytes.fill(2, 18, 20)),
    names: ['yanquan.db', 'WAL'],
  },
  {
    code: 'ledger_is_link',
    exit: 1,
    make: (ledger, good) => symlinkSync(good, ledger),
    names: ['yanquan.db'],
  },
  { code: 'ledger_not_a_file', exit: 1, make: (ledger) => mkdirSync(ledger), names: ['yanquan.db'] },
];

/** One command that reads and one that writes. */
const ways = [
  ['finding', 'list'],
  ['finding', 'report', 'F-2', '--on', '2018-09-10'],
];

describe('a ledger that is none', () => {
  it.each(bad)('$code', async ({ code, exit, make, names }) => {
    const folder = temporaryFolder();
    const ledger = join(folder, 'yanquan.db');
    make(ledger, await smallLedger());
    if (code === 'ledger_is_link' || code === 'ledger_not_a_file') {
      for (const args of ways) {
        expect(await run([...args, '--ledger', ledger], world)).toMatchObject({ code: exit, stdout: '' });
      }
      return;
    }
    for (const args of ways) await refuseInBoth(folder, [...args, '--ledger', ledger], { code, exit, names });
  });

  it('foreign too: another program’s database', async () => {
    const folder = temporaryFolder();
    const ledger = join(folder, 'yanquan.db');
    changed(ledger, await smallLedger(), (bytes) => void bytes.writeUInt32BE(0, 68));
    await refuseInBoth(folder, ['tally', '--ledger', ledger], {
      code: 'ledger_foreign',
      exit: 1,
      names: [ledger],
    });
  });

  it('cut too when whole pages are missing', async () => {
    const folder = temporaryFolder();
    const ledger = join(folder, 'yanquan.db');
    changed(ledger, await smallLedger(), (bytes) => bytes.subarray(0, bytes.length - 2 * 4096));
    await refuseInBoth(folder, ['tally', '--ledger', ledger], {
      code: 'ledger_cut',
      exit: 4,
      names: [ledger],
    });
  });

  it.each([47, 59, 60, 61, 62, 63, 68, 69, 70, 71])(
    'with any flipped bit in byte %i, of its format, encoding, version or application',
    async (at) => {
      const folder = temporaryFolder();
      const ledger = join(folder, 'yanquan.db');
      const good = await smallLedger();
      for (let bit = 0; bit < 8; bit += 1) {
        changed(ledger, good, (bytes) => void bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at));
        const before = bytesIn(folder);
        for (const args of [...ways, ['verify'], ['backup', join(folder, 'copy.db')]]) {
          const { code, stderr } = await run([...args, '--ledger', ledger], world);
          expect([1, 4], `${args.join(' ')}: ${stderr}`).toContain(code);
          expect(bytesIn(folder)).toEqual(before);
        }
      }
    },
  );

  it('a damaged page is said as damage, not as a bug', async () => {
    const folder = temporaryFolder();
    const ledger = join(folder, 'yanquan.db');
    changed(ledger, await smallLedger(), (bytes) => void bytes.fill(0xff, 4096, bytes.length));
    const before = bytesIn(folder);
    const ran = await run(['finding', 'list', '--ledger', ledger, '--lang', 'zh'], world);
    expect(ran).toMatchObject({ code: 4, stdout: '' });
    // The text in brackets is SQLite's own.
    expect(ran.stderr).toMatch(patternOf(templateOf('zh', 'ledger_damaged')));
    expect(bytesIn(folder)).toEqual(before);
  });
});

describe('files that are not overwritten', () => {
  it('init over a ledger', async () => {
    const folder = temporaryFolder();
    copyFileSync(await smallLedger(), join(folder, 'yanquan.db'));
    const args = ['init', '--ledger', join(folder, 'yanquan.db')];
    await refuseInBoth(folder, args, { code: 'ledger_exists', exit: 1, names: ['yanquan.db', '--ledger'] });
  });

  it('the demo over a ledger', async () => {
    const folder = temporaryFolder();
    copyFileSync(await smallLedger(), join(folder, 'yanquan.db'));
    await refuseInBoth(folder, ['demo', '--dir', folder], {
      code: 'ledger_exists',
      exit: 1,
      names: ['yanquan.db'],
    });
  });

  it('a list over a ledger', async () => {
    const folder = temporaryFolder();
    const ledger = join(folder, 'yanquan.db');
    copyFileSync(await smallLedger(), ledger);
    const args = ['finding', 'list', '--ledger', ledger, '--format', 'csv', '-o', ledger];
    await refuseInBoth(folder, args, { code: 'output_is_ledger', exit: 1, names: ['yanquan.db'] });
  });

  it('init in a folder that is not there', async () => {
    const folder = temporaryFolder();
    const args = ['init', '--ledger', join(folder, 'none', 'yanquan.db')];
    await refuseInBoth(folder, args, { code: 'folder_missing', exit: 1, names: [join(folder, 'none')] });
  });

  it('init with a bad policy makes nothing', async () => {
    const folder = temporaryFolder();
    const policy = join(folder, 'policy.yaml');
    writeFileSync(policy, 'name: x\nversion: 2018\n');
    const before = bytesIn(folder);
    const ran = await run(['init', '--policy', policy, '--ledger', join(folder, 'yanquan.db')], world);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(bytesIn(folder)).toEqual(before);
  });
});
