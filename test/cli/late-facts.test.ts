// Closed means closed: late facts count from the next round on and are said; numbers of cancelled rounds are used again.
import { describe, expect, it } from 'vitest';
import { afterDemo, demoLedgerIn } from '../support/demo.ts';
import { bytesIn, ledgerIn, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';

const shown = async (ledger: string, round: number): Promise<string> =>
  (await runOk(['round', 'show', String(round), '--format', 'csv', '--ledger', ledger], afterDemo)).stdout;

describe('a late fact', () => {
  const singly: readonly (readonly string[])[] = [
    [
      'finding',
      'add',
      'N-1',
      '--source',
      '市委巡察反馈',
      '--description',
      '缺表',
      '--found-on',
      '2018-09-11',
      '--due-on',
      '2018-09-12',
      '--cadre-no',
      'TJ005',
    ],
    ['finding', 'report', 'HT-030', '--on', '2018-09-11', '--by', '某某'],
  ];

  it.each(singly)('%s %s: is said, and closed rounds stay the same bytes', async (...args) => {
    const ledger = await demoLedgerIn(temporaryFolder());
    const before = [await shown(ledger, 1), await shown(ledger, 2)];
    const ran = await runOk([...args, '--ledger', ledger], afterDemo);
    expect(ran.stderr).toMatch(/Dated within closed round 2: \d+\. They count from round 3 on/);
    expect([await shown(ledger, 1), await shown(ledger, 2)]).toEqual(before);
    for (const round of ['1', '2']) {
      expect((await runOk(['round', 'replay', round, '--ledger', ledger], afterDemo)).stderr).toContain(
        'replays the same',
      );
    }
  });

  it('by a file is said with its count, and counts in the next round', async () => {
    const folder = temporaryFolder();
    const ledger = await demoLedgerIn(folder);
    const rows = ['N-1,s,缺表,2018-09-01,2018-09-10,TJ005', 'N-2,s,缺表,2018-09-21,2018-09-22,TJ005'];
    const file = put(
      folder,
      'late.csv',
      `finding_no,source,description,found_on,due_on,cadre_no\n${rows.join('\n')}\n`,
    );
    const ran = await runOk(['import', 'findings', file, '--ledger', ledger, '--lang', 'zh'], afterDemo);
    expect(ran.stderr).toContain('有1条的日期在已定稿轮次之内，从下一轮起计入。');
    const tally = await runOk(
      ['tally', '--cutoff', '2018-09-26', '--format', 'json', '--ledger', ledger],
      afterDemo,
    );
    const line = (JSON.parse(tally.stdout) as { cadre_no: string; counted: number }[]).find(
      (each) => each.cadre_no === 'TJ005',
    );
    expect(line?.counted).toBe(2);
  });

  it('a reversal of what a closed round rests on is said, and changes nothing in it', async () => {
    const ledger = await demoLedgerIn(temporaryFolder());
    const before = await shown(ledger, 1);
    const ran = await runOk(
      ['reverse', 'extensions-1', '--reason', '录错', '--ledger', ledger, '--lang', 'zh'],
      afterDemo,
    );
    expect(ran.stderr).toContain('已定稿的第1、2轮用到了其中的记录');
    expect(await shown(ledger, 1)).toBe(before);
    await runOk(['round', 'replay', '1', '--ledger', ledger], afterDemo);
    await runOk(['round', 'replay', '2', '--ledger', ledger], afterDemo);
  });
});

describe('a cancelled round', () => {
  it('gives its number to the next one, and its decisions are gone', async () => {
    const ledger = await ledgerIn(temporaryFolder(), [
      ['round', 'open', '--cutoff', '2018-09-12'],
      ['decide', 'C3', '--measure', 'none', '--by', '审定甲', '--reason', '首次'],
    ]);
    const cancelled = await runOk(['round', 'cancel', '--reason', '日期有误', '--ledger', ledger], world);
    expect(cancelled).toMatchObject({ stdout: '', stderr: expect.stringContaining('Round 1') });
    const opened = await runOk(['round', 'open', '--cutoff', '2018-09-11', '--ledger', ledger], world);
    expect(opened.stderr).toContain('Round 1 is open, cutoff 2018-09-11');
    const lines = JSON.parse(
      (await runOk(['tally', '--format', 'json', '--ledger', ledger], world)).stdout,
    ) as Record<string, string>[];
    expect(lines.find((each) => each.cadre_no === 'C3')).toMatchObject({
      round: 1,
      measure: 'reminder_talk',
      decided_by: '',
    });
  });
});

describe('--expect', () => {
  it('closes on the digest of the draft that tally printed, whatever talks are recorded meanwhile', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder, [
      ['round', 'open', '--cutoff', '2018-09-12'],
      ['decide', 'C1', '--confirm', '--by', '审定甲', '--reason', '属实'],
    ]);
    const tallied = await runOk(['tally', '--ledger', ledger], world);
    const digest = /[0-9a-f]{64}/.exec(tallied.stderr)?.[0] ?? '';
    const statement = ['cadre', 'statement', 'C1', '--round', '1', '--on', '2018-09-12', '--waived'];
    await runOk([...statement, '--ledger', ledger], world);
    const closed = await runOk(
      ['round', 'close', '--approved-by', '书记', '--expect', digest.toUpperCase(), '--ledger', ledger],
      world,
    );
    expect(closed.stdout).toMatch(/^[0-9a-f]{64}\n$/);
    expect(closed.stdout).not.toBe(`${digest}\n`);
    const before = bytesIn(folder);
    const shown = (await run(['round', 'show', '1', '--ledger', ledger], world)).stdout;
    expect(shown).toContain(`Digest of the draft: ${digest}`);
    expect(shown).toContain(`Digest: ${closed.stdout.trim()}`);
    expect(bytesIn(folder)).toEqual(before);
  });
});
