// The bag for Windows under Wine: ledgers, files in the office's formats, consoles, files that other programs hold.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { home, run, runOk } from '../support/run.ts';
import { held, inConsole, launcher, setUp, started, tearDown, windowsPath, work, yanquan } from './wine.ts';

const demo = 'yanquan-demo\\yanquan.db';
const ok = (...args: readonly string[]) => {
  const ran = yanquan(...args);
  expect([ran.code, ran.stderr], args.join(' ')).toEqual([0, expect.any(String)]);
  return ran;
};

beforeAll(() => {
  setUp();
  ok('demo');
});
afterAll(tearDown);

describe('a ledger', () => {
  it('is made by the demo, which prints commands that can be typed', () => {
    expect(readdirSync(join(work, 'yanquan-demo')).filter((name) => name.endsWith('.docx'))).toHaveLength(2);
    const { stdout } = ok('demo', '--dir', '演 示');
    expect(stdout).toContain('set "YANQUAN_LEDGER=演 示\\yanquan.db"');
    expect(stdout).toContain('import cadres "演 示\\files\\01-cadres.csv"');
    expect(stdout).not.toContain('export ');
  });

  it('is made, backed up, restored, carried over and verified', () => {
    ok('--ledger', demo, 'backup', '备 份.db');
    ok('--ledger', '恢复.db', 'restore', '备 份.db');
    ok('--ledger', '恢复.db', 'verify');
    ok('init', '--ledger', '新年.db', '--carry-over', '恢复.db');
    ok('--ledger', '新年.db', 'verify');
    expect(readdirSync(work).filter((name) => /\.tmp$|-journal$/.test(name))).toEqual([]);
  });

  it('goes to Linux and back', async () => {
    const file = join(work, 'yanquan-demo', 'yanquan.db');
    await runOk(['--ledger', file, 'verify']);
    const made = join(work, 'linux.db');
    await runOk(['--ledger', made, 'init', '--township', '某某乡']);
    await runOk(['--ledger', made, 'import', 'cadres', join(home, 'fixtures/tongjing/01-cadres.csv')]);
    ok('--ledger', 'linux.db', 'verify');
    ok('--ledger', 'linux.db', 'cadre', 'add', 'W1', '--name', '王小明', '--rank', 'staff');
    await runOk(['--ledger', made, 'verify']);
    expect((await run(['--ledger', made, 'cadre', 'show', 'W1'])).stdout).toContain('王小明');
  });

  it('of a share is refused', () => {
    for (const path of ['\\\\server\\share\\a.db', '\\\\?\\UNC\\server\\share\\a.db']) {
      for (const command of ['circle', 'init']) {
        const { code, stderr } = yanquan('--ledger', path, command);
        expect([code, stderr]).toEqual([1, expect.stringContaining('网络')]);
      }
    }
  });

  it('survives a kill in an import, and the same command goes on', async () => {
    ok('init', '--ledger', 'killed.db');
    const at = ['--ledger', 'killed.db'];
    copyFileSync(join(home, 'fixtures/tongjing/01-cadres.csv'), join(work, '花名册.csv'));
    ok(...at, 'import', 'cadres', '花名册.csv');
    const rows = Array.from(
      { length: 60_000 },
      (_, place) => `K-${place},来源,问题${place},2018-09-01,TJ001`,
    );
    writeFileSync(
      join(work, '大.csv'),
      `${['finding_no,source,description,found_on,cadre_no', ...rows].join('\n')}\n`,
    );
    const child = started(...at, 'import', 'findings', '大.csv');
    while (!existsSync(join(work, 'killed.db-journal')) && child.exitCode === null) await wait(20);
    await wait(300);
    child.kill('SIGKILL');
    await new Promise((resolve) =>
      child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve(0),
    );
    ok(...at, 'verify');
    ok(...at, 'import', 'findings', '大.csv');
    ok(...at, 'verify');
    expect(
      ok(...at, 'finding', 'list', '--format', 'csv')
        .stdout.trimEnd()
        .split('\n'),
    ).toHaveLength(60_001);
  });
});

describe('files', () => {
  it('in GB18030 and xlsx come in, docx and xlsx go out', () => {
    ok('init', '--ledger', '办公.db', '--township', '某某乡');
    const at = ['--ledger', '办公.db'];
    const text = readFileSync(join(home, 'fixtures/tongjing/01-cadres.csv'), 'utf8').replace('\uFEFF', '');
    writeFileSync(join(work, '花名册 gb.csv'), iconv.encode(text, 'gb18030'));
    ok(...at, 'import', 'cadres', '花名册 gb.csv');
    ok('--ledger', demo, 'export', 'findings', '-o', '问题.xlsx');
    ok(...at, 'import', 'findings', '问题.xlsx');
    ok(...at, 'round', 'open', '--cutoff', '2018-09-12');
    ok(...at, 'notice', '--proposed', '-o', '通报 送审.docx');
    const document = unzipSync(readFileSync(join(work, '通报 送审.docx')))['word/document.xml'];
    expect(Buffer.from(document ?? []).toString()).toContain('某某乡');
  });

  it('with a character that Windows does not allow are refused by it', () => {
    const { code, stderr } = yanquan('--ledger', demo, 'circle', '-o', 'x?.csv');
    expect([code, stderr]).toEqual([1, expect.stringContaining('“?”')]);
    expect(yanquan('--ledger', demo, 'backup', 'con.db').code).toBe(1);
  });

  it('go to the standard output in GB18030 where that is asked for', () => {
    const ran = yanquan('--ledger', demo, 'circle', '--encoding', 'gb18030', '-o', '名单.txt');
    expect(ran.code).toBe(0);
    expect(iconv.decode(readFileSync(join(work, '名单.txt')), 'gb18030')).toContain('进退严圈');
  });
});

describe('a file that another program holds', () => {
  it('is to be closed there: 75, and nothing is left', async () => {
    writeFileSync(join(work, '打开.csv'), 'a\n');
    const { release } = await held(join(work, '打开.csv'));
    const { code, stderr } = yanquan('--ledger', demo, 'circle', '-o', '打开.csv');
    await release();
    expect([code, stderr]).toEqual([75, expect.stringContaining('关闭')]);
    expect(readFileSync(join(work, '打开.csv'), 'utf8')).toBe('a\n');
    expect(readdirSync(work).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    ok('--ledger', demo, 'circle', '-o', '打开.csv');
  });

  it('for less than two seconds is waited for', async () => {
    writeFileSync(join(work, '扫描.csv'), 'a\n');
    const { release } = await held(join(work, '扫描.csv'));
    const child = started('--ledger', demo, 'circle', '-o', '扫描.csv');
    await wait(1_000);
    await release();
    const code = child.exitCode ?? (await new Promise((resolve) => child.once('exit', resolve)));
    expect(code).toBe(0);
  });

  it('being the ledger is no bug: 75', async () => {
    mkdirSync(join(work, '占用'), { recursive: true });
    const file = join(work, '占用', 'yanquan.db');
    copyFileSync(join(work, 'yanquan-demo', 'yanquan.db'), file);
    const { release } = await held(file);
    const at = ['--ledger', windowsPath(file)];
    const came = [
      yanquan(...at, 'circle'),
      yanquan(...at, 'cadre', 'add', 'X1', '--name', '某某', '--rank', 'staff'),
    ];
    await release();
    for (const { code, stderr } of came)
      expect([code, stderr]).toEqual([75, expect.stringContaining('独占')]);
  });
});

describe('a console', () => {
  it.each([936, 65001])('of code page %i shows Chinese', (codePage) => {
    const shown = inConsole(codePage, `--ledger ${demo} circle`);
    for (const word of ['进退严圈', '干部编号', '诫勉谈话', '辛九']) expect(shown).toContain(word);
    const refused = inConsole(codePage, 'explain');
    expect(refused).toContain('缺少参数');
  });
});

describe('the launcher', () => {
  it('gives arguments and the exit code on', () => {
    expect(launcher('--version')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\s*$/),
    });
    expect(launcher('nosuch').code).toBe(2);
    expect(launcher('--ledger', demo, 'cadre', 'show', 'TJ018').code).toBe(0);
  });

  it('without arguments shows what waits and leaves a console', () => {
    const { stdout } = launcher();
    expect(stdout).toContain('.\\yanquan demo');
    expect(stdout.trimEnd()).toMatch(/>$/);
  });
});
