// A sample of the walk through the command line: the commands that the duties name settle them until nothing is owed.
import { describe, expect, it } from 'vitest';
import { ledger } from '../support/clocks.ts';

type Words = readonly string[];
const no = 'F1';
const report = (on: string): Words => ['finding', 'report', no, '--on', on];
const check = (on: string): Words => [
  ...['finding', 'check', no, '--result', 'not_rectified', '--on', on, '--by', '督查组'],
];
const object = (on: string, ground: string): Words => [
  ...['finding', 'object', no, '--cadre', 'A1', '--ground', ground, '--reason', '另有证据', '--on', on],
];
const rule = (on: string, ground: string): Words => [
  ...['finding', 'rule', no, '--cadre', 'A1', '--ground', ground, '--ruling', 'dismissed'],
  ...['--on', on, '--by', '裁定组'],
];
const hand = (on: string): Words => [
  ...['finding', 'reassign', no, '--from', 'A1', '--to', 'A2', '--on', on, '--by', '移交组'],
];
const day = (date: number): string => `2018-09-${String(date).padStart(2, '0')}`;

/** Histories of five events, a day each, with the duties that are left: what, since when, by when. */
const histories: readonly (readonly [string, readonly Words[], readonly string[]])[] = [
  [
    'reported twice, two objections, handed over',
    [report(day(2)), object(day(3), 'facts'), object(day(4), 'not_mine'), report(day(5)), hand(day(6))],
    ['check 2018-09-02 2018-09-07'],
  ],
  [
    'returned and reported again, objected twice on one ground',
    [report(day(2)), check(day(3)), object(day(4), 'facts'), rule(day(5), 'facts'), object(day(6), 'facts')],
    ['rule 2018-09-06 2018-09-11'],
  ],
  [
    'handed over, then reported, with nobody objecting',
    [hand(day(2)), report(day(3)), check(day(4)), report(day(5)), report(day(6))],
    ['check 2018-09-05 2018-09-10'],
  ],
  [
    'a report and two objections that wait together',
    [object(day(2), 'facts'), report(day(3)), check(day(4)), report(day(5)), object(day(6), 'other')],
    ['rule 2018-09-02 2018-09-07', 'check 2018-09-05 2018-09-10', 'rule 2018-09-06 2018-09-11'],
  ],
];

describe('a history of five events', () => {
  it.each(histories)('%s', async (_, events, owed) => {
    const { ok, json } = await ledger({ [no]: '2018-09-04' });
    for (const event of events) await ok(...event);
    const duties = () => json('duties', '--on', day(20));
    const told = (await duties()).map(({ duty, owed_since, due_by }) => `${duty} ${owed_since} ${due_by}`);
    expect(told).toEqual(owed);
    for (let date = 7; ; date += 1) {
      const [first] = await duties();
      if (first === undefined) break;
      // The last one withdraws or rectifies: every other way leaves the finding outstanding.
      const last = (await duties()).length === 1;
      const words = String(first.settled_with)
        .replace(/^yanquan /, '')
        .replace('RESULT', last ? 'rectified' : 'not_rectified')
        .replace('RULING', last ? 'upheld' : 'dismissed')
        .replace('DAY', day(date))
        .replace('WHO', first.duty === 'check' ? '督查组' : '裁定组');
      await ok(...words.split(' '));
      expect((await duties()).length).toBeLessThan(owed.length - date + 7);
    }
    expect(['rectified', 'withdrawn']).toContain((await json('finding', 'list'))[0]?.status);
  });
});
