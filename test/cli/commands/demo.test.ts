// The demo through the ordinary commands: 5 commended, 7, 7, 6, 13 in the circle; then exits, stays and one newcomer.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { afterDemo, demo } from '../../support/demo.ts';
import { run, runOk } from '../../support/run.ts';

type Line = Readonly<Record<string, string | number | boolean>>;

async function standings(round: number): Promise<Line[]> {
  const { ledger } = await demo();
  const { stdout } = await runOk(
    ['round', 'show', String(round), '--format', 'json', '--ledger', ledger],
    afterDemo,
  );
  return JSON.parse(stdout) as Line[];
}

const count = (lines: readonly Line[], test: (line: Line) => boolean): number => lines.filter(test).length;

describe('round 1', () => {
  it('gives the numbers of 2018-09-12', async () => {
    const lines = await standings(1);
    expect(lines.every((line) => line.cutoff === '2018-09-12')).toBe(true);
    const by = (measure: string) => count(lines, (line) => line.measure === measure);
    expect([by('self_criticism'), by('reminder_talk'), by('admonition_talk')]).toEqual([7, 7, 6]);
    expect(count(lines, (line) => line.commended === true)).toBe(5);
    expect(count(lines, (line) => line.now_in === true)).toBe(13);
    expect(
      lines.filter((line) => line.measure === 'admonition_talk').every((line) => line.decided_by !== ''),
    ).toBe(true);
  });

  it('training lists the thirteen', async () => {
    const { ledger } = await demo();
    const { stdout } = await runOk(
      ['training', '--round', '1', '--format', 'json', '--ledger', ledger],
      afterDemo,
    );
    expect((JSON.parse(stdout) as Line[]).length).toBe(13);
  });
});

describe('round 2', () => {
  it('shows exits, one of them commended, stays by tier and kept, and one newcomer', async () => {
    const lines = await standings(2);
    const moving = (movement: string) => lines.filter((line) => line.movement === movement);
    expect(moving('enter').length).toBe(1);
    expect(moving('exit').length).toBeGreaterThan(1);
    expect(count(moving('exit'), (line) => line.commended === true)).toBe(1);
    expect(new Set(moving('stay').map((line) => line.in_by))).toEqual(new Set(['tier', 'kept', 'decision']));
    for (const line of lines) {
      expect(line.now_in).toBe(line.movement === 'enter' || line.movement === 'stay');
      if (line.now_in === false) expect(line.in_by).toBe('');
    }
    expect(new Set(lines.map((line) => line.cadre_no)).size).toBe(lines.length);
  });
});

describe('the clocks', () => {
  it('a late check keeps nobody in: one leaves with it pending, one stays for another reason and is told so', async () => {
    const lines = await standings(2);
    const of = (cadreNo: string) => lines.find((line) => line.cadre_no === cadreNo);
    expect(of('TJ004')).toMatchObject({ movement: 'exit', counted: 0, pending: 1, late_pending: 1 });
    expect(of('TJ022')).toMatchObject({ movement: 'stay', in_by: 'kept', pending: 1, late_pending: 1 });
    const { ran, folder } = await demo();
    expect(ran.stdout).toContain('乙四 TJ022 的问题 HT-011 不影响退圈：自2018-09-19起核查超期');
    expect(ran.stdout).toMatch(/核查 +ZY-004 .* 2018-09-10 +2018-09-15 +4 /);
    const explained = readFileSync(join(folder, '说明-TJ004.md'), 'utf8');
    expect(explained).toContain('2018年9月19日');
    expect(readFileSync(join(folder, '通报-第2轮.md'), 'utf8')).toContain('逾期未核查3个，不影响责任人退圈');
  });

  it('a second objection on the ground that was dismissed suspends nothing, and is said to', async () => {
    const { ran, ledger } = await demo();
    expect(ran.stderr).toMatch(/HT-025.*照常计入/);
    const shown = await runOk(
      ['explain', 'TJ009', '--round', '2', '--format', 'json', '--ledger', ledger],
      afterDemo,
    );
    const rows = JSON.parse(shown.stdout) as Line[];
    const about = rows.filter((row) => row.item === 'HT-025');
    expect(about.find((row) => row.part === 'finding')).toMatchObject({ outcome: 'counted' });
    expect(about.some((row) => row.part === 'objected_again')).toBe(true);
  });
});

describe('both', () => {
  it.each(['1', '2'])('round %s replays the same', async (round) => {
    const { ledger } = await demo();
    const ran = await run(['round', 'replay', round, '--ledger', ledger], afterDemo);
    expect(ran).toMatchObject({ code: 0, stdout: '' });
    expect(ran.stderr).toMatch(
      new RegExp(`^Round ${round} replays the same: \\d+ lines, digest [0-9a-f]{64}\\.\\n$`),
    );
  });

  it('the commands it prints are the ones that do it, and no side file stays', async () => {
    const { folder, ran } = await demo();
    const commands = ran.stdout.split('\n').filter((line) => line.startsWith('$ yanquan '));
    expect(commands.length).toBeGreaterThan(25);
    expect(readdirSync(folder).filter((name) => /yanquan\.db./.test(name))).toEqual([]);
    expect(ran.stderr).not.toMatch(/退回 [1-9]/);
    const notice = readdirSync(folder).find(
      (name) => name.includes('通报') && name.includes('1') && name.endsWith('.md'),
    );
    expect(readFileSync(join(folder, notice ?? ''), 'utf8')).toMatch(/[0-9a-f]{64}/);
  });
});
