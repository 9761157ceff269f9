// Who is on the roster on a day, and who is who when four eyes are asked for.
import { describe, expect, it } from 'vitest';
import { onRoster } from '../../src/domain/cadre.ts';
import { randomLedger } from '../reference/random-ledger.ts';
import { rosterAt } from '../reference/roster.ts';
import { cadre, sept } from '../support/build.ts';
import { factsFrom, roundInputs } from '../support/from-reference.ts';

const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, place) => from + place);
const leave = (date: number) => ({ kind: 'leave', on: sept(date) }) as const;
const comeBack = (date: number) => ({ kind: 'return', on: sept(date) }) as const;

describe('on the roster', () => {
  it.each([
    ['always, without days', {}, '11111'],
    ['from the day of joining', { joinedOn: sept(12) }, '01111'],
    ['until the day before leaving', { leftOn: sept(13) }, '11000'],
    ['between leave and return', { rosterEvents: [leave(12), comeBack(14)] }, '10011'],
    ['again after left_on', { leftOn: sept(12), rosterEvents: [comeBack(13)] }, '10111'],
    ['again on the very day of left_on', { leftOn: sept(12), rosterEvents: [comeBack(12)] }, '11111'],
    [
      'not by a return before left_on',
      { leftOn: sept(13), rosterEvents: [leave(11), comeBack(12)] },
      '01000',
    ],
    [
      'of two on one day by the later recorded',
      { rosterEvents: [leave(12), comeBack(12), leave(12)] },
      '10000',
    ],
  ] as const)('%s', (_, more, expected) => {
    const there = days(11, 15).map((date) => Number(onRoster(cadre('a', more), sept(date))));
    expect(there.join('')).toBe(expected);
  });

  it('is who the reference says', () => {
    let moved = 0;
    for (let seed = 500; seed < 512; seed += 1) {
      const ledger = randomLedger(seed);
      for (const { input, facts, now } of roundInputs(ledger.steps, ledger.policy)) {
        for (const date of [0, 8, 15, 22, 29, 36]) {
          const expected = rosterAt(facts, sept(date), now);
          const cadres = [...factsFrom(facts, now).cadres];
          const ours = cadres.filter((each) => onRoster(each, sept(date))).map((each) => each.cadreNo);
          expect(new Set<string>(ours)).toEqual(expected);
          moved += cadres.length - ours.length;
        }
        expect(input.cutoff).toBeDefined();
      }
    }
    expect(moved).toBeGreaterThan(20);
  });
});
