// Worked by hand from section 3: measure and step, the circle, decisions, commendation, lines.

import { describe, expect, it } from 'vitest';
import { Book, policyWith, sept } from './book.ts';
import { byCodePoint } from './exact.ts';

describe('measure and step', () => {
  const measured = (count: number) => new Book().cadres('A').findings('F', 'A', count, 10).line('A', 12);
  it('is the last tier that the points reach', () => {
    expect([1, 2, 3, 4, 9].map((count) => measured(count)?.measure)).toEqual([
      'self_criticism',
      'reminder_talk',
      'reminder_talk',
      'admonition_talk',
      'admonition_talk',
    ]);
  });
  it('needs the threshold exactly', () => {
    const book = new Book(policyWith({ severity: { 1: 0.99, 2: 1, 3: 1 } }))
      .cadres('A')
      .finding('F', 'A', 10);
    expect(book.line('A', 12)?.measure).toBe('none');
  });
  it('compares with the line of the last closed round', () => {
    const book = new Book().cadres('A').findings('F', 'A', 1, 10).findings('G', 'A', 3, 17);
    const steps: (string | undefined)[] = [book.line('A', 12)?.step];
    book.close(12);
    steps.push(book.line('A', 19)?.step);
    book.close(19);
    steps.push(book.line('A', 26)?.step);
    book.close(26);
    book.check('F1', 27, 'rectified').check('G1', 27, 'rectified');
    steps.push(book.line('A', 33)?.step);
    book.close(33);
    book.check('G2', 34, 'rectified').check('G3', 34, 'rectified');
    steps.push(book.line('A', 40)?.step);
    book.close(40);
    steps.push(book.tally(47, true)[0]?.step);
    expect(steps).toEqual(['new', 'raised', 'continued', 'lowered', 'cleared', '']);
  });
});

describe('the circle', () => {
  const place = (book: Book, day: number) => {
    const line = book.line('A', day);
    return line && [line.was_in, line.now_in, line.in_by, line.movement, line.rounds_in];
  };
  it('is entered by the tier, not by self-criticism under the default', () => {
    expect(place(new Book().cadres('A').findings('F', 'A', 1, 10), 12)).toEqual([
      false,
      false,
      '',
      'outside',
      0,
    ]);
    expect(place(new Book().cadres('A').findings('F', 'A', 2, 10), 12)).toEqual([
      false,
      true,
      'tier',
      'enter',
      1,
    ]);
  });
  it('keeps a member while a finding is counted or pending, and lets go when all is done', () => {
    const book = new Book().cadres('A').findings('F', 'A', 2, 10).close(12);
    book.check('F1', 13, 'rectified');
    expect(place(book, 19)).toEqual([true, true, 'kept', 'stay', 2]);
    book.object('F2', 'A', 14);
    expect(place(book, 19)).toEqual([true, true, 'kept', 'stay', 2]);
    expect(book.line('A', 19)).toMatchObject({ counted: 0, pending: 1, measure: 'none', step: 'cleared' });
    book.check('F2', 19, 'rectified');
    expect(place(book, 19)).toEqual([true, false, '', 'exit', 0]);
    expect(place(book.close(19), 26)).toBeUndefined();
  });
  it('keeps a member whose central task is behind, but lets nobody in by it', () => {
    const book = new Book().cadres('A').findings('F', 'A', 2, 10).task('T', 'A', '5', 14, 16).close(12);
    book.check('F1', 13, 'rectified').check('F2', 13, 'rectified');
    expect(place(book, 19)).toEqual([true, true, 'kept', 'stay', 2]);
    expect(place(book.progress('T', 17, '5'), 19)).toEqual([true, false, '', 'exit', 0]);
    expect(place(new Book().cadres('A').task('T', 'A', '5', 1, 2), 12)).toEqual([
      false,
      false,
      '',
      'outside',
      0,
    ]);
  });
  it('asks only that nothing is overdue under no_overdue_findings', () => {
    const policy = policyWith({}, {}, { exit: { require: ['no_overdue_findings'] } });
    const book = new Book(policy).cadres('A').findings('F', 'A', 2, 10).close(12);
    book.check('F1', 13, 'rectified');
    expect(place(book, 19)).toEqual([true, true, 'kept', 'stay', 2]);
    book.reassign('F2', 'A', 'B', 14).reassign('F2', 'B', 'A', 15, 19);
    expect(place(book, 19)).toEqual([true, false, '', 'exit', 0]);
  });
  it('asks nothing with an empty list', () => {
    const book = new Book(policyWith({}, {}, { exit: { require: [] } }))
      .cadres('A')
      .findings('F', 'A', 2, 10)
      .close(12);
    expect(place(book.check('F1', 13, 'rectified'), 19)).toEqual([true, false, '', 'exit', 0]);
  });
  it('says tier rather than kept when both hold', () => {
    expect(place(new Book().cadres('A').findings('F', 'A', 2, 10).close(12), 19)).toEqual([
      true,
      true,
      'tier',
      'stay',
      2,
    ]);
  });
  it('reads the corrected line of the last closed round', () => {
    const book = new Book().cadres('A').findings('F', 'A', 1, 10).close(12);
    const lines = (book.closed.at(-1)?.lines ?? []).map((line) => ({
      ...line,
      measure: 'reminder_talk' as const,
      now_in: true,
      rounds_in: 4,
    }));
    book.closed.splice(0, 1, { cutoff: sept(12), closed_at: book.position, lines });
    expect(place(book, 19)).toEqual([true, true, 'kept', 'stay', 5]);
    expect(book.line('A', 19)?.step).toBe('lowered');
  });
  it('gives a member off the roster one line, and none in the round after', () => {
    const book = new Book().cadres('A').findings('F', 'A', 5, 10).close(12).move('A', 'leave', 19);
    expect(book.tally(19)).toEqual([
      {
        cadre_no: 'A',
        counted: 0,
        pending: 0,
        overdue: 0,
        behind_tasks: 0,
        absences: 0,
        points: '0',
        measure: 'none',
        step: '',
        was_in: true,
        now_in: false,
        in_by: '',
        movement: 'departed',
        rounds_in: 0,
        commended: false,
        proposed_measure: 'none',
        proposed_now_in: false,
        proposed_commended: false,
        raised_by: '',
        late_pending: 0,
      },
    ]);
    book.close(19);
    expect(book.tally(26, true)).toEqual([]);
    expect(place(book.move('A', 'return', 26), 26)).toEqual([false, true, 'tier', 'enter', 1]);
  });
});

describe('decision', () => {
  const round = () => new Book().cadres('A', 'B').findings('F', 'A', 4, 10);
  it('settles measure and now_in by the tier alone, and keeps the proposal on the line', () => {
    expect(round().decide('A', { measure: 'self_criticism' }).line('A', 12)).toMatchObject({
      measure: 'self_criticism',
      now_in: false,
      in_by: '',
      movement: 'outside',
      rounds_in: 0,
      step: 'new',
      proposed_measure: 'admonition_talk',
      proposed_now_in: true,
    });
    const inside = round().decide('A', { measure: 'reminder_talk' }).line('A', 12);
    expect(inside).toMatchObject({
      measure: 'reminder_talk',
      now_in: true,
      in_by: 'decision',
      movement: 'enter',
    });
  });
  it('does not ask the exit requirements: none is outside', () => {
    const book = round().close(12).decide('A', { measure: 'none' });
    expect(book.line('A', 19)).toMatchObject({ now_in: false, in_by: '', movement: 'exit', step: 'cleared' });
    expect(book.close(19).line('A', 26)).toMatchObject({
      was_in: false,
      movement: 'enter',
      step: 'new',
      rounds_in: 1,
    });
  });
  it('may confirm, and says so', () => {
    const line = round().decide('A', { measure: 'admonition_talk' }).line('A', 12);
    expect(line).toMatchObject({ measure: 'admonition_talk', now_in: true, in_by: 'decision' });
  });
  it('lets the last of each win, and clear go back to the proposal', () => {
    const book = round().decide('A', { measure: 'none' }).decide('A', { commended: true });
    book.decide('A', { measure: 'reminder_talk' });
    expect(book.line('A', 12)).toMatchObject({ measure: 'reminder_talk', commended: true });
    book.decide('A', { clear: true });
    expect(book.line('A', 12)).toMatchObject({ measure: 'admonition_talk', in_by: 'tier', commended: false });
  });
  it('on the commendation settles only that, and gives a line', () => {
    const book = round().decide('B', { commended: true }).decide('A', { commended: false });
    expect(book.line('B', 12)).toMatchObject({
      commended: true,
      proposed_commended: false,
      movement: 'outside',
    });
    expect(book.line('A', 12)).toMatchObject({ measure: 'admonition_talk', in_by: 'tier' });
    expect(round().decide('B', { measure: 'none' }).line('B', 12)).toMatchObject({
      points: '0',
      measure: 'none',
    });
  });
});

describe('commended', () => {
  const two = () => new Book().cadres('A').finding('F', 'A', 10).finding('G', 'A', 10);
  const commended = (book: Book, day = 12) => book.tally(day, true)[0]?.commended;
  it('is who had enough rectified, all of them in time', () => {
    expect(commended(two().check('F', 9, 'rectified'))).toBe(false);
    expect(commended(two().check('F', 9, 'rectified').check('G', 10, 'rectified'))).toBe(true);
    expect(commended(two().check('F', 9, 'rectified').check('G', 11, 'rectified'))).toBe(false);
    const late = two().finding('H', 'A', 10).check('F', 9, 'rectified').check('G', 9, 'rectified');
    expect(commended(late.check('H', 11, 'rectified'))).toBe(false);
  });
  it('takes the day of the report as the day of completion, against the deadline in force that day', () => {
    const book = two().report('F', 10).check('F', 12, 'rectified').report('G', 9).check('G', 12, 'rectified');
    expect(commended(book)).toBe(true);
    // completed on the 11th, after the 10th; the reassignment of the 12th sets a later deadline too late
    const moved = new Book()
      .cadres('A')
      .finding('F', 'B', 10)
      .report('F', 11)
      .reassign('F', 'B', 'A', 12, 20);
    moved.check('F', 12, 'rectified').finding('G', 'A', 0).check('G', 5, 'rectified');
    expect(commended(moved)).toBe(false);
  });
  it('takes a finding without a deadline as in time', () => {
    const book = new Book().cadres('A').finding('F', 'A', 0).finding('G', 'A', 0);
    expect(commended(book.check('F', 12, 'rectified').check('G', 12, 'rectified'))).toBe(true);
  });
  it('asks that nothing is counted, pending or behind', () => {
    const done = () => two().check('F', 9, 'rectified').check('G', 9, 'rectified');
    expect(commended(done().finding('H', 'A', 12))).toBe(false);
    expect(commended(done().finding('H', 'A', 12).report('H', 12))).toBe(false);
    expect(commended(done().task('T', 'A', '5', 1, 2))).toBe(false);
    expect(commended(done().finding('H', 'A', 13).attend('A', 5, 'no'))).toBe(true);
  });
  it('asks who is responsible on the day of the check, with a role of weight above 0', () => {
    const book = two()
      .cadres('B', 'L')
      .check('F', 9, 'rectified')
      .reassign('G', 'A', 'B', 9)
      .check('G', 9, 'rectified');
    expect(book.tally(12, true).map((line) => line.commended)).toEqual([false, false, false]);
    const leader = new Book()
      .cadres('L')
      .finding('F', 'A', 10, { leader: ['L'] })
      .check('F', 9, 'rectified');
    leader.policy = policyWith({}, {}, { commend: { rectified_at_least: 1 } });
    expect(commended(leader)).toBe(false);
  });
  it('may go to a member on the way out, and follows the settled measure', () => {
    const book = two().close(12).check('F', 13, 'rectified').check('G', 13, 'rectified');
    expect(commended(book, 19)).toBe(false);
    const prompt = two().close(12).extend('F', 10, 20).extend('G', 10, 20);
    prompt.check('F', 13, 'rectified').check('G', 13, 'rectified');
    expect(prompt.line('A', 19)).toMatchObject({
      movement: 'exit',
      commended: true,
      proposed_commended: true,
    });
    prompt.decide('A', { measure: 'self_criticism' });
    expect(prompt.line('A', 19)).toMatchObject({ commended: false, proposed_commended: true });
  });
});

describe('lines', () => {
  it('are sparse, or everybody on the roster', () => {
    const book = new Book().cadres('A', 'B').attend('B', 5, 'no');
    expect(book.tally(12).map((line) => line.cadre_no)).toEqual(['B']);
    expect(book.tally(12, true).map((line) => line.cadre_no)).toEqual(['A', 'B']);
  });
  it('stand in first, heaviest measure first, points descending, number ascending', () => {
    const book = new Book()
      .cadres('A', 'B', 'C', 'D', 'E', 'F')
      .findings('A', 'A', 1, 10)
      .findings('B', 'B', 2, 10);
    book
      .findings('C', 'C', 5, 10)
      .findings('D', 'D', 6, 10)
      .findings('E', 'E', 9, 10)
      .findings('F', 'F', 6, 10);
    book.decide('E', { measure: 'self_criticism' });
    expect(book.tally(12).map((line) => line.cadre_no)).toEqual(['D', 'F', 'C', 'B', 'E', 'A']);
  });
  it('order numbers by code point', () => {
    expect(['g1', 'G10', 'G9', '𠀀', 'Ａ'].sort(byCodePoint)).toEqual(['G10', 'G9', 'g1', 'Ａ', '𠀀']);
  });
  it('ignore what was not yet recorded, and what was taken back', () => {
    const book = new Book().cadres('A').finding('F', 'A', 10);
    book.facts.findings = book.facts.findings.map((each) => ({ ...each, reversed_at: 5 }));
    const at = (position: number) => {
      book.position = position;
      return book.tally(12).length;
    };
    expect([1, 2, 4, 5].map(at)).toEqual([0, 1, 1, 0]);
  });
});
