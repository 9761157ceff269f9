// Worked by hand from section 3: a finding at a day, its deadline, who is responsible, a task's schedule.

import { describe, expect, it } from 'vitest';
import { Book, sept } from './book.ts';
import { dayOfCompletion } from './count.ts';
import { orderedEvents, overdueAt } from './finding.ts';
import { deadlineInForce, referenceStatus, responsibleAt } from './reference.ts';
import { behindSchedule, taskDeadline, taskResponsibleAt } from './task.ts';

const status = (book: Book, day: number) => referenceStatus(book.of('F'), sept(day));
const deadline = (book: Book, day: number) => deadlineInForce(book.of('F'), sept(day));
const kinds = (book: Book) => orderedEvents(book.of('F')).map((event) => event.kind);

describe('a finding at day D', () => {
  it('is registered, and dispatched from the day of the order', () => {
    const book = new Book().finding('F', 'A', 10).order('O', ['F'], 4, 9);
    expect([status(book, 3), status(book, 4)]).toEqual(['registered', 'dispatched']);
  });
  it('is reported by a report done only', () => {
    const book = new Book()
      .finding('F', 'A', 10)
      .report('F', 4, 'partly')
      .report('F', 5, 'not_done')
      .report('F', 6);
    expect([status(book, 5), status(book, 6)]).toEqual(['registered', 'reported']);
  });
  it('is returned by not_rectified and by partial, reported again by a later report', () => {
    const book = new Book()
      .finding('F', 'A', 10)
      .check('F', 4, 'partial')
      .report('F', 5)
      .check('F', 6, 'not_rectified')
      .report('F', 7, 'partly');
    expect([4, 5, 6, 7].map((day) => status(book, day))).toEqual([
      'returned',
      'reported',
      'returned',
      'returned',
    ]);
  });
  it('is objected until ruled, then what it was', () => {
    const book = new Book()
      .finding('F', 'A', 10)
      .report('F', 3)
      .object('F', 'A', 4)
      .rule('F', 'A', 4, 6, 'dismissed');
    expect([3, 4, 5, 6].map((day) => status(book, day))).toEqual([
      'reported',
      'objected',
      'objected',
      'reported',
    ]);
  });
  it('is withdrawn by an objection upheld, rectified by a check even under objection', () => {
    const upheld = new Book().finding('F', 'A', 10).object('F', 'A', 4).rule('F', 'A', 4, 6, 'upheld');
    expect([status(upheld, 5), status(upheld, 6)]).toEqual(['objected', 'withdrawn']);
    const rectified = new Book().finding('F', 'A', 10).object('F', 'A', 4).check('F', 5, 'rectified');
    expect([status(rectified, 4), status(rectified, 5), status(rectified, 30)]).toEqual([
      'objected',
      'rectified',
      'rectified',
    ]);
  });
  it('takes a report before a check of the same day, however they were recorded', () => {
    const book = new Book().finding('F', 'A', 10).check('F', 4, 'not_rectified').report('F', 4);
    expect(status(book, 4)).toBe('returned');
  });
  it('orders a day: reassignment, extension, objection, report, check (rectified last), ruling', () => {
    const book = new Book()
      .finding('F', 'A', 10)
      .check('F', 4, 'rectified')
      .rule('F', 'A', 4, 4, 'dismissed')
      .check('F', 4, 'partial')
      .report('F', 4)
      .object('F', 'A', 4)
      .extend('F', 4, 12)
      .reassign('F', 'B', 'C', 4)
      .report('F', 3);
    expect(kinds(book)).toEqual([
      'report',
      'reassignment',
      'extension',
      'objection',
      'report',
      'check',
      'check',
      'ruling',
    ]);
    const checks = orderedEvents(book.of('F')).flatMap((each) =>
      each.kind === 'check' ? [each.fact.result] : [],
    );
    expect(checks).toEqual(['partial', 'rectified']);
  });
});

describe('deadline in force at D', () => {
  it('is due_on rather than that of an order', () => {
    expect(deadline(new Book().finding('F', 'A', 10).order('O', ['F'], 2, 7), 5)).toBe(sept(10));
  });
  it('is that of the first order it was sent on by D, else none', () => {
    const book = new Book().finding('F', 'A', 0).order('O2', ['F'], 6, 20).order('O1', ['F'], 4, 15);
    expect([3, 4, 6].map((day) => deadline(book, day))).toEqual([undefined, sept(15), sept(15)]);
  });
  it('is the new deadline of the latest extension or reassignment by D', () => {
    const book = new Book()
      .finding('F', 'A', 10)
      .extend('F', 9, 14)
      .reassign('F', 'A', 'B', 7, 12)
      .reassign('F', 'B', 'C', 11);
    expect([6, 7, 8, 9, 11].map((day) => deadline(book, day))).toEqual([
      sept(10),
      sept(12),
      sept(12),
      sept(14),
      sept(14),
    ]);
  });
  it('is, of two on one day, that of the later recorded, of whatever kind', () => {
    expect(deadline(new Book().finding('F', 'A', 10).extend('F', 9, 14).extend('F', 9, 16), 9)).toBe(
      sept(16),
    );
    const book = new Book().finding('F', 'A', 10).extend('F', 9, 20).reassign('F', 'A', 'B', 9, 12);
    expect(deadline(book, 9)).toBe(sept(12));
  });
  it('may be set by a reassignment where there was none', () => {
    const book = new Book().finding('F', 'A', 0).reassign('F', 'A', 'B', 5, 8);
    expect([deadline(book, 4), deadline(book, 5)]).toEqual([undefined, sept(8)]);
  });
  it('is overdue from the day after, while outstanding, never without a deadline', () => {
    const book = new Book().finding('F', 'A', 10).check('F', 12, 'rectified');
    expect([10, 11, 12].map((day) => overdueAt(book.of('F'), sept(day)))).toEqual([false, true, false]);
    expect(overdueAt(new Book().finding('F', 'A', 0).of('F'), sept(30))).toBe(false);
  });
});

describe('responsible at D', () => {
  it('passes the role of the old cadre to the new one on the day', () => {
    const book = new Book()
      .finding('F', 'A', 10, { assist: ['B'], leader: ['L'] })
      .reassign('F', 'B', 'C', 5);
    expect([...responsibleAt(book.of('F'), sept(4))]).toEqual([
      ['A', 'lead'],
      ['B', 'assist'],
      ['L', 'leader'],
    ]);
    expect(responsibleAt(book.of('F'), sept(5))).toEqual(
      new Map([
        ['A', 'lead'],
        ['L', 'leader'],
        ['C', 'assist'],
      ]),
    );
  });
  it('leaves out who was released, and only that cadre', () => {
    const book = new Book().finding('F', 'A;B', 10).object('F', 'A', 3).rule('F', 'A', 3, 5, 'released');
    expect([...responsibleAt(book.of('F'), sept(4)).keys()]).toEqual(['A', 'B']);
    expect([...responsibleAt(book.of('F'), sept(5)).keys()]).toEqual(['B']);
    expect(status(book, 5)).toBe('registered');
  });
  it('follows several reassignments in the order of days, not of recording', () => {
    const book = new Book().finding('F', 'A', 10).reassign('F', 'B', 'C', 6).reassign('F', 'A', 'B', 4);
    expect([...responsibleAt(book.of('F'), sept(6)).keys()]).toEqual(['C']);
  });
});

describe('day of completion', () => {
  it('is the latest report done before the rectifying check', () => {
    const book = new Book().finding('F', 'A', 10).report('F', 4).report('F', 6).report('F', 7, 'partly');
    expect(dayOfCompletion(book.check('F', 12, 'rectified').of('F'))).toBe(sept(6));
  });
  it('is after any earlier check, else the day of the check', () => {
    const book = new Book().finding('F', 'A', 10).report('F', 4).check('F', 5, 'partial');
    expect(dayOfCompletion(book.check('F', 12, 'rectified').of('F'))).toBe(sept(12));
  });
  it('does not take a report of the day of the earlier check', () => {
    const book = new Book().finding('F', 'A', 10).check('F', 5, 'partial').report('F', 5);
    expect(dayOfCompletion(book.check('F', 12, 'rectified').of('F'))).toBe(sept(12));
  });
  it('takes a report of the day of the rectifying check', () => {
    const book = new Book().finding('F', 'A', 10).check('F', 12, 'rectified').report('F', 12);
    expect(dayOfCompletion(book.of('F'))).toBe(sept(12));
  });
});

describe('behind schedule', () => {
  const behind = (book: Book, day: number) => behindSchedule(book.ofTask('T'), sept(day));

  it('is nothing before the start, the target from the deadline on', () => {
    const book = new Book().task('T', 'A', '10', 5, 10).progress('T', 9, '9.99');
    expect(behind(book, 4)).toBe(false);
    expect(behind(book, 10)).toBe(true);
    expect(behind(book.progress('T', 10, '10'), 10)).toBe(false);
  });
  it('is compared exactly between start and deadline: 10 x 1/3', () => {
    const exact = (done: string) => behind(new Book().task('T', 'A', '10', 5, 8).progress('T', 6, done), 6);
    expect([exact('3.33'), exact('3.34')]).toEqual([true, false]);
  });
  it('is nothing on the first day of several, the target at once in a task of one day', () => {
    expect(behind(new Book().task('T', 'A', '10', 5, 8), 5)).toBe(false);
    expect(behind(new Book().task('T', 'A', '10', 5, 5), 5)).toBe(true);
    expect(behind(new Book().task('T', 'A', '10', 5, 5), 4)).toBe(false);
  });
  it('goes by the last milestone on or before the day, nothing before the first', () => {
    const milestones = [
      { on: sept(6), amount: '2' },
      { on: sept(10), amount: '7.5' },
    ];
    const book = new Book().task('T', 'A', '10', 1, 20, { milestones });
    expect([behind(book, 5), behind(book, 6)]).toEqual([false, true]);
    book.progress('T', 6, '2').progress('T', 10, '7.49');
    expect([9, 10, 19].map((day) => behind(book, day))).toEqual([false, true, true]);
    book.progress('T', 11, '7.5');
    expect([11, 19, 20].map((day) => behind(book, day))).toEqual([false, false, true]);
  });
  it('takes as done the entry with the greatest day, of two the later recorded', () => {
    const book = new Book().task('T', 'A', '10', 1, 8).progress('T', 8, '10').progress('T', 7, '4');
    expect(behind(book, 8)).toBe(false);
    expect(behind(book, 7)).toBe(true);
    const twice = new Book().task('T', 'A', '10', 1, 8).progress('T', 8, '9').progress('T', 8, '10');
    expect(behind(twice, 8)).toBe(false);
  });
  it('is behind while the latest acceptance mark says no; an entry without one does not clear it', () => {
    const book = new Book().task('T', 'A', '10', 1, 20).progress('T', 5, '9', 'no').progress('T', 6, '12');
    expect([1, 5, 6].map((day) => behind(book, day))).toEqual([false, true, true]);
    expect(behind(book.progress('T', 7, '12', 'yes'), 7)).toBe(false);
  });
  it('is no longer behind once cancelled', () => {
    const book = new Book().task('T', 'A', '10', 1, 5).cancel('T', 9);
    expect([behind(book, 8), behind(book, 9)]).toEqual([true, false]);
  });
  it('passes with a reassignment, the deadline too when one is set', () => {
    const book = new Book().task('T', 'A', '10', 1, 11).progress('T', 2, '5').reassign('T', 'A', 'B', 6, 21);
    expect([...taskResponsibleAt(book.ofTask('T'), sept(5)).keys()]).toEqual(['A']);
    expect([...taskResponsibleAt(book.ofTask('T'), sept(6)).entries()]).toEqual([['B', 'lead']]);
    expect(taskDeadline(book.ofTask('T'), sept(6))).toBe(sept(21));
    // 10 x 10/20 = 5 on the 11th, and 5.5 on the 12th
    expect([behind(book, 11), behind(book, 12)]).toEqual([false, true]);
  });
});
