// The bags: the one for this platform is unpacked and used where there is no Node; the others are looked into.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bagName, makeBags, unpackBag } from '../support/bags.ts';
import { home } from '../support/run.ts';

const MOST = 60_000_000;
const platforms = ['linux-x64', 'linux-arm64', 'win-x64'] as const;
const bags = mkdtempSync(join(tmpdir(), 'yanquan-bags-'));
/** A stick with Chinese and spaces in its path. */
const stick = join(bags, '严圈 试用', 'U 盘');
const folderOf = (platform: string): string => join(stick, bagName(platform));

beforeAll(() => {
  makeBags(bags);
  for (const platform of platforms) unpackBag(bags, platform, stick);
});
afterAll(() => rmSync(bags, { recursive: true, force: true }));

/** Every file of a bag, by path. */
function filesOf(platform: string): string[] {
  const folder = folderOf(platform);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
const bytesOf = (platform: string, path: string): Buffer => readFileSync(join(folderOf(platform), path));

describe.each(platforms)('the bag for %s', (platform) => {
  it('is at most 60 MB packed', () => {
    const file = readdirSync(bags).find((each) => each.startsWith(`${bagName(platform)}.`));
    expect(statSync(join(bags, file ?? '')).size).toBeLessThanOrEqual(MOST);
  });

  it('has launchers, guide, licences and the checksum of every file', () => {
    const files = filesOf(platform);
    for (const path of ['yanquan', 'yanquan.cmd', '使用说明.txt', 'node/LICENSE', 'app/dist/run.cjs']) {
      expect(files).toContain(path);
    }
    expect(bytesOf(platform, 'licences/yanquan.txt').toString()).toContain('MIT License');
    const thirdParty = bytesOf(platform, 'licences/THIRD-PARTY.txt');
    expect(thirdParty.equals(bytesOf(platform, 'app/dist/THIRD-PARTY'))).toBe(true);
    for (const each of ['better-sqlite3', 'docx', 'commander', 'zod'])
      expect(thirdParty.toString()).toMatch(new RegExp(`^${each} \\d`, 'm'));
    const sums = bytesOf(platform, 'SHA256SUMS').toString().trimEnd().split('\n');
    expect(sums.map((line) => line.slice(66))).toEqual(files.filter((path) => path !== 'SHA256SUMS'));
    for (const line of sums) {
      const hash = createHash('sha256')
        .update(bytesOf(platform, line.slice(66)))
        .digest('hex');
      expect(line).toBe(`${hash}  ${line.slice(66)}`);
    }
  });

  it('has the line ends of its systems', () => {
    expect(bytesOf(platform, 'yanquan').includes('\r')).toBe(false);
    for (const path of ['yanquan.cmd', '使用说明.txt']) {
      const text = bytesOf(platform, path).toString();
      expect(text.match(/\n/g)?.length, path).toBe(text.match(/\r\n/g)?.length);
    }
    expect(bytesOf(platform, '使用说明.txt').subarray(0, 3).toString('hex')).toBe('efbbbf');
    const lines = bytesOf(platform, '使用说明.txt').toString().split('\r\n');
    expect(lines.length, 'one page').toBeLessThanOrEqual(45);
    // cmd.exe reads a launcher in the code page of the machine.
    expect(/^[\x20-\x7e\r\n]*$/.test(bytesOf(platform, 'yanquan.cmd').toString())).toBe(true);
  });
});

describe('what cannot be run here', () => {
  /** The processor an ELF or a PE file is for, by its header. */
  function machineOf(bytes: Buffer): string {
    if (bytes.subarray(0, 4).toString('latin1') === '\x7fELF') return `elf ${bytes.readUInt16LE(18)}`;
    if (bytes.subarray(0, 2).toString('latin1') !== 'MZ') return 'neither';
    const header = bytes.readUInt32LE(0x3c);
    return `pe ${bytes.readUInt16LE(header + 4).toString(16)}`;
  }
  const ELF_X64 = 'elf 62';
  const ELF_ARM64 = 'elf 183';
  const PE_X64 = 'pe 8664';

  it.each([
    ['linux-x64', 'node/node', 'linux-x64.node', ELF_X64],
    ['linux-arm64', 'node/node', 'linux-arm64.node', ELF_ARM64],
    ['win-x64', 'node/node.exe', 'win32-x64.node', PE_X64],
  ])('has the binaries of %s and no others', (platform, runtime, driver, machine) => {
    const drivers = filesOf(platform).filter((path) => path.endsWith('.node'));
    expect(drivers).toEqual([`app/node_modules/better-sqlite3/prebuilds/${driver}`]);
    expect(machineOf(bytesOf(platform, runtime))).toBe(machine);
    expect(machineOf(bytesOf(platform, drivers[0] ?? ''))).toBe(machine);
  });

  it('says so in the guide', () => {
    expect(bytesOf('win-x64', '使用说明.txt').toString()).toContain('都没有在真机上测过');
  });
});

const here = process.platform === 'linux' && process.arch === 'x64';
if (!here) console.error('NOT RUN: the bag for linux-x64 can be unpacked and used on such a machine only.');

describe.runIf(here)('unpacked on a stick, with no Node on the PATH', () => {
  const work = join(stick, '台 账');
  const run = (...args: readonly string[]) =>
    spawnSync(join(folderOf('linux-x64'), 'yanquan'), args, {
      cwd: work,
      encoding: 'utf8',
      env: { PATH: join(stick, 'nothing'), LANG: 'zh_CN.UTF-8', HOME: work },
    });
  beforeAll(() => mkdirSync(work, { recursive: true }));

  it('is where nothing else could be Node', () => {
    const node = spawnSync('/bin/sh', ['-c', 'command -v node'], { env: { PATH: join(stick, 'nothing') } });
    expect(node.status).not.toBe(0);
    expect(run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('makes the demo from files to notices', () => {
    const { status, stderr } = run('demo');
    expect([status, stderr.includes('yanquan-demo')]).toEqual([0, true]);
    expect(readdirSync(join(work, 'yanquan-demo')).filter((each) => each.endsWith('.docx'))).not.toEqual([]);
    expect(run('--ledger', join(work, 'yanquan-demo', 'yanquan.db'), 'verify').status).toBe(0);
  });

  it('imports a GB18030 file and writes a notice from it', () => {
    for (const [kind, file] of [
      ['cadres', '01-cadres.csv'],
      ['findings', '02-findings.csv'],
    ] as const) {
      const text = readFileSync(join(home, 'fixtures/tongjing', file), 'utf8').replace('\uFEFF', '');
      writeFileSync(join(work, `${kind} 花名册.csv`), iconv.encode(text, 'gb18030'));
    }
    expect(run('init', '--township', '桶井乡').status).toBe(0);
    for (const kind of ['cadres', 'findings']) {
      const { status, stderr } = run('import', kind, `${kind} 花名册.csv`);
      expect([status, stderr]).toEqual([0, expect.stringContaining('新增')]);
    }
    expect(run('round', 'open', '--cutoff', '2018-09-12').status).toBe(0);
    const { status } = run('notice', '--proposed', '-o', '通报 送审.docx');
    expect(status).toBe(0);
    const document = unzipSync(readFileSync(join(work, '通报 送审.docx')))['word/document.xml'];
    expect(Buffer.from(document ?? []).toString()).toContain('桶井乡');
  });

  it('runs by a link to it', () => {
    const folder = folderOf('linux-x64');
    const linked = spawnSync(
      '/bin/sh',
      ['-c', 'ln -s "$1" "$2" && "$2" --version', 'sh', join(folder, 'yanquan'), join(work, '链接')],
      { encoding: 'utf8' },
    );
    expect([linked.status, linked.stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  });
});
