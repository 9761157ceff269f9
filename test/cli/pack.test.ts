// pack: all papers of a closed round in a folder, the same bytes each time, and nothing of anybody else overwritten.

import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusedInName } from '../../src/domain/texts/windows-path.ts';
import { langs, ledgerIn, refuseInBoth, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';

const CLOSED = [
  ['round', 'open', '--cutoff', '2018-09-12'],
  ['decide', 'C1', '--confirm', '--by', '审定甲', '--reason', '属实'],
  ['round', 'close', '--approved-by', '书记', '--meeting', '党委会'],
];

interface Packed {
  readonly round: number;
  readonly digest: string;
  readonly written: number;
  readonly files: readonly { readonly file: string; readonly what: string; readonly sha256: string }[];
}

/** Every file below a folder with its bytes. */
function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
}

async function closed(): Promise<{ folder: string; ledger: string; pack: string }> {
  const folder = temporaryFolder();
  return { folder, ledger: await ledgerIn(folder, CLOSED), pack: join(folder, '第1轮') };
}

describe('pack', () => {
  it.each(langs)(
    'puts every paper, an index and checksums that are right into the folder (%s)',
    async (lang) => {
      const { ledger, pack } = await closed();
      const ran = await runOk(
        ['pack', '--round', '1', '-o', pack, '--json', '--lang', lang, '--ledger', ledger],
        world,
      );
      const packed = JSON.parse(ran.stdout) as Packed;
      const found = filesIn(pack);
      expect(Object.keys(found).sort()).toEqual(
        [...packed.files.map(({ file }) => file), 'SHA256SUMS'].sort(),
      );
      const sums = readFileSync(join(pack, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
      expect(sums).toHaveLength(packed.files.length);
      for (const line of sums) {
        const [sum = '', name = ''] = line.split('  ');
        expect(
          createHash('sha256')
            .update(readFileSync(join(pack, name)))
            .digest('hex'),
        ).toBe(sum);
        for (const part of name.split('/')) expect(refusedInName(part)).toBeUndefined();
      }
      const index = readFileSync(join(pack, lang === 'zh' ? '目录.md' : 'index.md'), 'utf8');
      expect(index).toContain(packed.digest);
      for (const { file, what } of packed.files.slice(1)) expect(index).toContain(`| ${file} | ${what} |`);
      const names = packed.files.map(({ file }) => file).join('\n');
      for (const part of lang === 'zh'
        ? [
            '通报-第1轮.docx',
            '通报-第1轮.xlsx',
            '教育培训拟定对象',
            '说明-C1-',
            '谈话通知书-C1-',
            '谈话记录表-C1-',
            '督查记录表',
          ]
        : ['notice-round-1.docx', 'training-round-1.xlsx', 'explanation-C1-', 'visit-'])
        expect(names).toContain(part);
    },
  );

  it('gives the same bytes again, and writes nothing then', async () => {
    const { folder, ledger, pack } = await closed();
    const to = (name: string): string[] => ['pack', '-o', join(folder, name), '--json', '--ledger', ledger];
    await runOk(to('第1轮'), world);
    await runOk(to('又一份'), { now: '2018-12-01T04:00:00Z' });
    expect(filesIn(join(folder, '又一份'))).toEqual(filesIn(pack));
    expect(JSON.parse((await runOk(to('第1轮'), world)).stdout)).toMatchObject({ round: 1, written: 0 });
  });

  it('goes on where it was broken off: what is missing is written', async () => {
    const { ledger, pack } = await closed();
    const args = ['pack', '-o', pack, '--lang', 'zh', '--json', '--ledger', ledger];
    await runOk(args, world);
    const whole = filesIn(pack);
    rmSync(join(pack, 'SHA256SUMS'));
    rmSync(join(pack, '通报-第1轮.docx'));
    expect(JSON.parse((await runOk(args, world)).stdout)).toMatchObject({ written: 1 });
    expect(filesIn(pack)).toEqual(whole);
  });

  it('refuses a folder of something else, a file, a paper that was filled in, and a round that is not closed', async () => {
    const { folder, ledger, pack } = await closed();
    const other = join(folder, 'other');
    mkdirSync(other);
    put(other, 'x.txt', 'mine');
    const before = filesIn(other);
    for (const lang of langs) {
      const ran = await run(['pack', '-o', other, '--lang', lang, '--ledger', ledger], world);
      expect([ran.code, ran.stdout]).toEqual([1, '']);
      expect(ran.stderr).toContain(other);
    }
    expect(filesIn(other)).toEqual(before);
    await runOk(['pack', '-o', pack, '--lang', 'zh', '--ledger', ledger], world);
    appendFileSync(join(pack, '通报-第1轮.docx'), 'x');
    const filled = filesIn(pack);
    const ran = await run(['pack', '-o', pack, '--lang', 'zh', '--ledger', ledger], world);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('通报-第1轮.docx');
    expect(filesIn(pack)).toEqual(filled);
    rmSync(pack, { recursive: true });
    rmSync(other, { recursive: true });
    const file = put(folder, 'a.txt', 'x');
    await refuseInBoth(folder, ['pack', '-o', file, '--ledger', ledger], {
      code: 'pack_not_a_folder',
      exit: 1,
      names: ['a.txt'],
    });
    await refuseInBoth(folder, ['pack', '--round', '7', '-o', pack, '--ledger', ledger], {
      code: 'round_unknown',
      exit: 1,
      names: ['7'],
    });
  });
});
