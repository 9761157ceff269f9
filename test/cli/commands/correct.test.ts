// correct: what was reversed and entered again rightly, never heavier, with what is still to be corrected.
import { describe, expect, it } from 'vitest';
import { snapshot } from '../../support/ledgers.ts';
import { atOffice, findings, type Office } from '../../support/office.ts';
import { tamper } from '../../support/tamper.ts';

const WHY = ['--reason', '录错'];
const correct = (cadre: string, round: number, ...more: readonly string[]) => [
  ...['correct', cadre, '--round', String(round), '--by', '纪委', '--reason', '录错', ...more],
];

/** F1 of A1 was reported in time, and entered with a late day. */
async function wronglyReported(): Promise<Office> {
  const office = await atOffice();
  await office.take('findings', findings('F1 A1', 'F2 A1'));
  await office.ok('finding', 'report', 'F1', '--on', '2018-09-11');
  await office.close('2018-09-12');
  await office.ok('reverse', 'reports-1', ...WHY);
  await office.ok('finding', 'report', 'F1', '--on', '2018-09-10');
  return office;
}

describe('a wrong report reversed and entered again rightly', () => {
  it('is taken in with --with, told in words, and replayed by verify', async () => {
    const { y, ok, line, ledger } = await wronglyReported();
    expect(await line('A1', 'round', 'show', '1')).toMatchObject({ counted: 2, now_in: true });
    const before = snapshot(ledger);
    const alone = await y(...correct('A1', 1));
    expect(alone.code).toBe(1);
    expect(alone.stderr).toContain('--with reports-2');
    expect(snapshot(ledger)).toEqual(before);
    const key = ['--idempotency-key', 'k'];
    const corrected = await ok(...correct('A1', 1, '--with', 'reports-2'), ...key);
    const object = JSON.parse(
      (await ok(...correct('A1', 1, '--with', 'reports-2'), ...key, '--json')).stdout,
    );
    expect(object).toMatchObject({ cadre_no: 'A1', round: 1 });
    expect(object.differences).toContainEqual({ column: 'points', before: 2, after: 1 });
    expect(object.differences).toContainEqual({ column: 'now_in', before: true, after: false });
    expect(corrected.stdout).toBe('corrections-1\n');
    expect(corrected.stderr).toContain('points: 2 → 1');
    expect(corrected.stderr).toContain('measure: reminder talk → self-criticism');
    expect(corrected.stderr).not.toContain('20000');
    expect(await line('A1', 'round', 'show', '1')).toMatchObject({ counted: 1, pending: 1, now_in: false });
    expect(await line('A1', 'tally', '--cutoff', '2018-09-19')).toMatchObject({ was_in: false });
    // Once more changes nothing.
    const again = await y(...correct('A1', 1, '--with', 'reports-2'));
    expect(again).toMatchObject({ code: 0, stdout: 'corrections-1\n' });
    expect((await y('verify')).code).toBe(0);
    tamper(ledger, (raw) => raw.exec('UPDATE correction_facts SET fact_id = 1'));
    expect((await y('verify', '--json')).stdout).toContain('verify_correction');
  });

  it('is refused where it stands in for nothing, unless the reason says that it had been received', async () => {
    const { y, ok, take, close } = await atOffice();
    await take('findings', findings('F1 A1', 'F2 A1'));
    await close('2018-09-12');
    await ok('finding', 'report', 'F1', '--on', '2018-09-10');
    const given = ['correct', 'A1', '--round', '1', '--by', '纪委', '--with', 'reports-1', '--reason'];
    expect((await y(...given, '更正')).stderr).toContain('received and not entered');
    expect((await ok(...given, '9月10日已收到，漏录')).stdout).toBe('corrections-1\n');
    expect((await y('verify')).code).toBe(0);
  });

  it('is refused by kind, by day, and where the round had it', async () => {
    const { y, ok } = await wronglyReported();
    await ok('finding', 'report', 'F2', '--on', '2018-09-14');
    const code = async (id: string) => (await y(...correct('A1', 1, '--with', id))).stderr;
    expect(await code('reports-3')).toContain('after the cutoff');
    expect(await code('reports-1')).toContain('is reversed');
    expect(await code('findings-1')).toContain('counts there already');
    expect(await code('cadres-1')).toContain('of a kind');
  });
});

describe('a correction', () => {
  it('never makes a measure heavier on one person’s word: the reversed report counts from the next round', async () => {
    const { y, ok, take, close, line, ledger } = await atOffice();
    await take('findings', findings('F1 A1', 'F2 A1'));
    await ok('finding', 'report', 'F1', '--on', '2018-09-09');
    await close('2018-09-12');
    const reversed = await ok('reverse', 'reports-1', ...WHY);
    expect(reversed.stderr).toContain('Would be heavier');
    expect(reversed.stderr).toContain('A1 (1)');
    expect(reversed.stderr).not.toContain('yanquan correct');
    const before = snapshot(ledger);
    const refused = await y(...correct('A1', 1));
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('never makes a measure heavier');
    expect(snapshot(ledger)).toEqual(before);
    expect(await line('A1', 'round', 'show', '1')).toMatchObject({ counted: 1, now_in: false });
    expect(await line('A1', 'tally', '--cutoff', '2018-09-19')).toMatchObject({ counted: 2, now_in: true });
  });

  it('never makes a measure heavier by a decision or a leave that is reversed', async () => {
    const { y, ok, take, close, line } = await atOffice();
    await take('findings', findings('F1 A1', 'F2 A1', 'F3 A2', 'F4 A2'));
    await ok('round', 'open', '--cutoff', '2018-09-12');
    const decided = ['--measure', 'none', '--by', '书记', '--reason', '另行研究'];
    await ok('decide', 'A1', ...decided);
    await ok('cadre', 'leave', 'A2', '--on', '2018-09-11', '--by', '书记');
    await ok('round', 'close', '--approved-by', '书记');
    await ok('reverse', 'decisions-1', 'roster_events-1', ...WHY);
    for (const cadre of ['A1', 'A2']) {
      const before = await line(cadre, 'round', 'show', '1');
      expect((await y(...correct(cadre, 1))).code).toBe(1);
      expect(await line(cadre, 'round', 'show', '1')).toEqual(before);
    }
    await close('2018-09-19');
    expect(await line('A1', 'round', 'show', '2')).toMatchObject({ now_in: true });
    expect((await y('verify')).code).toBe(0);
  });

  it('takes what is lighter and leaves what is heavier', async () => {
    const { y, ok, take, close, line } = await atOffice();
    await take('findings', findings('F1 A1', 'F2 A1', 'F3 A1'));
    await ok('finding', 'report', 'F1', '--on', '2018-09-09');
    await close('2018-09-12');
    await ok('reverse', 'reports-1', 'F2', ...WHY);
    await ok(...correct('A1', 1));
    expect(await line('A1', 'round', 'show', '1')).toMatchObject({ counted: 1, pending: 1, now_in: false });
    expect((await y('verify')).code).toBe(0);
  });

  it('names other lines and later rounds as still to be corrected, with commands that put them right', async () => {
    const { ok, y, take, close, rows } = await atOffice();
    const rest = '省委巡视,问题,2018-09-01,2018-09-10';
    const head = 'finding_no,source,description,found_on,due_on,cadre_no,assist_no';
    await take('findings', `${head}\nF1,${rest},A1,A2\nF2,${rest},A1,\nF3,${rest},A2,\n`);
    await close('2018-09-12');
    await close('2018-09-19');
    const reversed = await ok('reverse', 'F1', ...WHY);
    const commands = reversed.stderr
      .split('\n')
      .flatMap((each) => /yanquan (correct .*)/.exec(each)?.[1] ?? []);
    expect(commands.length).toBe(4);
    for (const command of commands) {
      const args = command.replace('--by WHO', '--by 纪委').replace('--reason TEXT', '--reason 录错');
      await ok(...args.split(' '));
    }
    for (const round of ['1', '2']) {
      const lines = await rows('round', 'show', round);
      expect(lines.map((each) => [each.cadre_no, each.now_in, each.measure])).toEqual([
        ['A1', false, 'self_criticism'],
        ['A2', false, 'self_criticism'],
      ]);
    }
    const after = await ok('reverse', 'F1', '--dry-run', ...WHY);
    expect(after.stderr).not.toContain('yanquan correct');
    expect((await y('verify')).code).toBe(0);
  });
});

describe('a corrected round', () => {
  it('is marked alike by cadre show, circle, trend and explain', async () => {
    const { ok, line } = await wronglyReported();
    await ok(...correct('A1', 1, '--with', 'reports-2'));
    expect((await ok('cadre', 'show', 'A1')).stdout).toContain('Corrected (see explain): 1:A1');
    expect((await ok('circle', '--round', '1')).stdout).toContain('Corrected (see explain): A1');
    expect((await ok('trend')).stdout).toContain('Corrected (see explain): 1:A1');
    expect((await ok('explain', 'A1', '--round', '1', '--format', 'md')).stdout).toContain('纪委');
    expect(await line('A1', 'round', 'show', '1')).toMatchObject({ now_in: false });
  });
});
