// Worked by hand from section 3: due, the roster, pending, points, windows.

import { describe, expect, it } from 'vitest';
import { Book, policyWith, sept } from './book.ts';
import { pointsText } from './exact.ts';

const numbers = (book: Book, cadre_no: string, day: number) => {
  const line = book.line(cadre_no, day);
  return line && [line.counted, line.pending, line.overdue, line.points];
};

describe('due', () => {
  it('counts from the deadline on, that day included, and is overdue the day after', () => {
    const book = new Book().cadres('A').finding('F', 'A', 10);
    expect(book.tally(9)).toEqual([]);
    expect(numbers(book, 'A', 10)).toEqual([1, 0, 0, '1']);
    expect(numbers(book, 'A', 11)).toEqual([1, 0, 1, '1']);
  });
  it('leaves out a finding without a deadline, unless the basis is outstanding', () => {
    const book = new Book().cadres('A').finding('F', 'A', 0).finding('G', 'A', 20);
    expect(book.tally(12)).toEqual([]);
    book.policy = policyWith({}, { basis: 'outstanding' });
    expect(numbers(book, 'A', 12)).toEqual([2, 0, 0, '2']);
  });
  it('leaves out what is found after the cutoff, rectified or withdrawn', () => {
    const book = new Book(policyWith({}, { basis: 'outstanding' }))
      .cadres('A')
      .finding('F', 'A', 15, { found_on: sept(13) });
    book.finding('G', 'A', 5).check('G', 6, 'rectified');
    book.finding('H', 'A', 5).object('H', 'A', 3).rule('H', 'A', 3, 12, 'upheld');
    expect(book.tally(12)).toEqual([]);
    expect(numbers(book, 'A', 13)).toEqual([1, 0, 0, '1']);
  });
  it('asks a role of weight above 0: the leader has none by default', () => {
    const book = new Book().cadres('A', 'B', 'L').finding('F', 'A', 10, { assist: ['B'], leader: ['L'] });
    expect(book.tally(12).map((line) => line.cadre_no)).toEqual(['A', 'B']);
    book.policy = policyWith({ role: { lead: 0, assist: 0.5, leader: 1 } });
    expect(book.tally(12).map((line) => [line.cadre_no, line.points])).toEqual([
      ['L', '1'],
      ['B', '0.5'],
    ]);
  });
  it('goes by who is responsible at the cutoff', () => {
    const book = new Book().cadres('A', 'B').finding('F', 'A', 10).reassign('F', 'A', 'B', 12);
    expect(book.tally(11).map((line) => line.cadre_no)).toEqual(['A']);
    expect(book.tally(12).map((line) => line.cadre_no)).toEqual(['B']);
  });
  it('goes by an extension granted by the cutoff', () => {
    const book = new Book().cadres('A').finding('F', 'A', 10).extend('F', 10, 14);
    expect(book.tally(12)).toEqual([]);
    expect(numbers(book, 'A', 14)).toEqual([1, 0, 0, '1']);
  });
});

describe('the roster', () => {
  const onRoster = (book: Book, day: number) => book.tally(day, true).map((line) => line.cadre_no);
  it('has a cadre from joined_on to the day before left_on', () => {
    const book = new Book().cadre('A', sept(5), sept(10));
    expect([4, 5, 9, 10].map((day) => onRoster(book, day).length)).toEqual([0, 1, 1, 0]);
  });
  it('lets leave and return add spans', () => {
    const book = new Book().cadre('A').move('A', 'leave', 5).move('A', 'return', 8).move('A', 'leave', 12);
    expect([4, 5, 7, 8, 11, 12].map((day) => onRoster(book, day).length)).toEqual([1, 0, 0, 1, 1, 0]);
  });
  it('gives no line to who is off it and was not in', () => {
    const book = new Book().cadre('A', '', sept(12)).findings('F', 'A', 3, 5);
    expect(book.tally(12, true)).toEqual([]);
    expect(numbers(book, 'A', 11)).toEqual([3, 0, 3, '3']);
  });
});

describe('pending', () => {
  it('suspends, for all responsible, an objection on the facts, any other only for who raised it', () => {
    const facts = new Book().cadres('A', 'B').finding('F', 'A;B', 10).object('F', 'A', 9, 'facts');
    expect([numbers(facts, 'A', 12), numbers(facts, 'B', 12)]).toEqual([
      [0, 1, 0, '0'],
      [0, 1, 0, '0'],
    ]);
    const mine = new Book().cadres('A', 'B').finding('F', 'A;B', 10).object('F', 'A', 9, 'not_mine');
    expect([numbers(mine, 'A', 12), numbers(mine, 'B', 12)]).toEqual([
      [0, 1, 0, '0'],
      [1, 0, 1, '1'],
    ]);
  });
  it('no longer suspends when ruled by the cutoff', () => {
    const book = new Book()
      .cadres('A')
      .finding('F', 'A', 10)
      .object('F', 'A', 9)
      .rule('F', 'A', 9, 12, 'dismissed');
    expect([numbers(book, 'A', 11), numbers(book, 'A', 12)]).toEqual([
      [0, 1, 0, '0'],
      [1, 0, 1, '1'],
    ]);
  });
  it('does not suspend when the policy counts objected findings', () => {
    const book = new Book(policyWith({}, { objected: 'count' })).cadres('A').finding('F', 'A', 10);
    expect(numbers(book.object('F', 'A', 9, 'facts'), 'A', 12)).toEqual([1, 0, 1, '1']);
  });
  it('suspends what was reported on or before the deadline and not checked since', () => {
    const reported = (day: number) => new Book().cadres('A').finding('F', 'A', 10).report('F', day);
    expect(numbers(reported(10), 'A', 12)).toEqual([0, 1, 0, '0']);
    expect(numbers(reported(11), 'A', 12)).toEqual([1, 0, 1, '1']);
    expect(numbers(reported(13), 'A', 12)).toEqual([1, 0, 1, '1']);
    expect(numbers(reported(10).check('F', 12, 'partial'), 'A', 12)).toEqual([1, 0, 1, '1']);
    expect(numbers(reported(10).report('F', 12, 'not_done'), 'A', 12)).toEqual([0, 1, 0, '0']);
  });
  it('goes by the first of the reports since the check: reporting again changes nothing', () => {
    const book = new Book().cadres('A').finding('F', 'A', 10).report('F', 9).report('F', 11);
    expect(numbers(book, 'A', 12)).toEqual([0, 1, 0, '0']);
  });
  it('does not suspend what was checked since, before the deadline too', () => {
    const book = new Book().cadres('A').finding('F', 'A', 10).report('F', 8).check('F', 9, 'not_rectified');
    expect(numbers(book, 'A', 12)).toEqual([1, 0, 1, '1']);
    expect(numbers(book.report('F', 10), 'A', 12)).toEqual([0, 1, 0, '0']);
  });
  it('measures a report by the deadline in force at the cutoff, suspends it when there is none', () => {
    const book = new Book()
      .cadres('A')
      .finding('F', 'A', 10)
      .report('F', 9)
      .reassign('F', 'A', 'B', 11, 8)
      .cadre('B');
    expect(numbers(book, 'B', 12)).toEqual([1, 0, 1, '1']);
    const none = new Book(policyWith({}, { basis: 'outstanding' }))
      .cadres('A')
      .finding('F', 'A', 0)
      .report('F', 9);
    expect(numbers(none, 'A', 12)).toEqual([0, 1, 0, '0']);
  });
  it('does not suspend when the policy counts reported findings', () => {
    const book = new Book(policyWith({}, { reported: 'count' }))
      .cadres('A')
      .finding('F', 'A', 10)
      .report('F', 9);
    expect(numbers(book, 'A', 12)).toEqual([1, 0, 1, '1']);
  });
});

describe('points', () => {
  it('are one a finding by default, whatever its severity', () => {
    const book = new Book()
      .cadres('A')
      .finding('F', 'A', 10, { severity: 3 })
      .finding('G', 'A', 10, { recurs: 'F' });
    expect(numbers(book.check('F', 11, 'not_rectified'), 'A', 30)).toEqual([2, 0, 2, '2']);
  });
  it('are role x (severity + source + recurrence + returned + per week x whole weeks)', () => {
    const weights = {
      severity: { 1: 1, 2: 1.25, 3: 2 },
      source: { 省委巡视: 0.5 },
      recurrence: 0.3,
      returned: 0.2,
      overdue_per_week: 0.15,
      role: { lead: 0.75, assist: 0.01, leader: 0 },
    };
    const book = new Book(policyWith(weights)).cadres('A', 'B').finding('E', 'X', 0);
    book
      .finding('F', 'A', 2, { severity: 2, recurs: 'E', assist: ['B'] })
      .check('F', 3, 'not_rectified')
      .report('F', 9);
    // 1.25 + 0.5 + 0.3 + 0.2 + 0.15 x 2 weeks (2nd to 17th: 15 days) = 2.55; x 0.75 = 1.9125; x 0.01 = 0.0255
    expect(numbers(book, 'A', 17)).toEqual([1, 0, 1, '1.9125']);
    expect(numbers(book, 'B', 17)).toEqual([1, 0, 1, '0.0255']);
    // on the 15th 13 days: one week; on the 16th two
    expect([book.line('A', 15)?.points, book.line('A', 16)?.points]).toEqual(['1.8', '1.9125']);
  });
  it('add returned only when the latest check says not_rectified', () => {
    const book = new Book(policyWith({ returned: 1 }))
      .cadres('A')
      .finding('F', 'A', 2)
      .check('F', 3, 'not_rectified');
    expect(book.line('A', 12)?.points).toBe('2');
    expect(book.check('F', 5, 'partial').line('A', 12)?.points).toBe('1');
  });
  it('add each task behind and each absence, the same for every role', () => {
    const policy = policyWith(
      { role: { lead: 1, assist: 0.5, leader: 0 } },
      { task_behind: 0.25, absence: 0.1 },
    );
    const book = new Book(policy)
      .cadres('A', 'B', 'L')
      .task('T', 'A', '5', 1, 5, { assist: ['B'], leader: ['L'] });
    book.attend('B', 4, 'no').attend('B', 4, 'no', 'evening').attend('B', 5, 'leave').attend('B', 6, 'yes');
    const told = book.tally(12).map((line) => [line.cadre_no, line.behind_tasks, line.absences, line.points]);
    expect(told).toEqual([
      ['B', 1, 2, '0.45'],
      ['A', 1, 0, '0.25'],
    ]);
  });
  it('count a finding of no weight without giving points', () => {
    const book = new Book(policyWith({ severity: { 1: 0, 2: 1, 3: 1 } })).cadres('A').finding('F', 'A', 10);
    expect(numbers(book, 'A', 12)).toEqual([1, 0, 1, '0']);
    expect(book.line('A', 12)?.measure).toBe('none');
  });
  it('are written without trailing zeros', () => {
    expect([0n, 1n, 10_000n, 105_000n, 1_000_000n].map(pointsText)).toEqual([
      '0',
      '0.0001',
      '1',
      '10.5',
      '100',
    ]);
  });
});

describe('windows', () => {
  it('take an absence in once: after the last cutoff, or recorded after that closing', () => {
    const book = new Book().cadres('A').attend('A', 12, 'no').attend('A', 13, 'no');
    expect(book.line('A', 12)?.absences).toBe(1);
    book.close(12);
    expect(book.line('A', 19)?.absences).toBe(1);
    book.attend('A', 3, 'no', 'evening').attend('A', 20, 'no');
    expect(book.line('A', 19)?.absences).toBe(2);
    book.close(19);
    expect(book.line('A', 26)?.absences).toBe(1);
  });
  it('go from the beginning in the first round', () => {
    expect(new Book().cadres('A').attend('A', -600, 'no').line('A', 12)?.absences).toBe(1);
  });
  it('take a rectification in by the day of its check', () => {
    const book = new Book().cadres('A').finding('F', 'A', 30).finding('G', 'A', 30);
    book.report('F', 5).check('F', 13, 'rectified').report('G', 5).check('G', 13, 'rectified');
    expect(book.line('A', 12)).toBeUndefined();
    book.close(12);
    expect(book.line('A', 19)?.commended).toBe(true);
    book.close(19);
    expect(book.line('A', 26)).toBeUndefined();
  });
  it('take in what was rectified early and recorded late', () => {
    const book = new Book().cadres('A').finding('F', 'A', 30).finding('G', 'A', 30).close(12);
    book.check('F', 3, 'rectified').check('G', 14, 'rectified');
    expect(book.line('A', 19)?.commended).toBe(true);
  });
});
