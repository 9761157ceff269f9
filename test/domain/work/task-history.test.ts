// A task's history: who is responsible at a day, and which entries are valid.
import { describe, expect, it } from 'vitest';
import type { ReassignmentEvent } from '../../../src/domain/findings/finding.ts';
import { compareRecorded, taskResponsibleAt } from '../../../src/domain/work/task-history.ts';
import { type AcceptedEntry, firstRefusedEntry } from '../../../src/domain/work/task-validity.ts';
import { people, progress, reassignment, sept, task } from '../../support/build.ts';

const roster = people({ a: '甲一', b: '乙二', c: '丙三' });
const entry = (date: number, done: number, acceptedBy = ''): AcceptedEntry => ({
  ...progress(date, done),
  acceptedBy,
});

function refused(entries: readonly AcceptedEntry[], reassignments: readonly ReassignmentEvent[] = []) {
  const of = task(1000, 5, 20, { of: ['a', 'b:assist'] });
  const sorted = [...entries].sort(compareRecorded);
  return firstRefusedEntry(
    { ...of, progress: sorted, reassignments: [...reassignments].sort(compareRecorded) },
    roster,
  );
}
const code = (...given: Parameters<typeof refused>) => refused(...given)?.problem.code ?? '';

describe('responsible for a task', () => {
  it('passes on, that day included', () => {
    const of = task(100, 1, 20, { of: ['a', 'b:assist'], reassignments: [reassignment(10, 'b', 'c')] });
    expect([...taskResponsibleAt(of, sept(9))]).toEqual([
      ['a', 'lead'],
      ['b', 'assist'],
    ]);
    expect([...taskResponsibleAt(of, sept(10))]).toEqual([
      ['a', 'lead'],
      ['c', 'assist'],
    ]);
  });
});

describe('progress', () => {
  it('never falls, may stay, may pass the target', () => {
    expect(code([entry(8, 300), entry(6, 200), entry(9, 300), entry(10, 5000)])).toBe('');
    const falling = entry(9, 299);
    const found = refused([entry(8, 300), falling]);
    expect(found).toMatchObject({ entry: falling, problem: { code: 'progress_falls' } });
    expect(found?.problem.values).toMatchObject({ done: '2.99', earlier: '3', earlier_on: sept(8) });
    // Of two on one day the later recorded comes after.
    expect(code([entry(8, 300), entry(8, 200)])).toBe('progress_falls');
  });

  it('is accepted by none of those who are or have been responsible', () => {
    expect(code([entry(8, 300, '验收组')])).toBe('');
    expect(code([entry(8, 300, 'b')])).toBe('four_eyes');
    expect(code([entry(8, 300, '验收组;乙二')])).toBe('four_eyes_name');
    const moved = [reassignment(8, 'b', 'c')];
    expect(code([entry(9, 300, 'b')], moved)).toBe('four_eyes');
    expect(code([entry(8, 300, 'c')], moved)).toBe('four_eyes');
    expect(code([entry(7, 300, 'c')], moved)).toBe('');
  });
});

describe('reassignments of a task', () => {
  it('pass a part from one who has it to one who has none', () => {
    expect(code([], [reassignment(8, 'c', 'b')])).toBe('reassignment_from_not_responsible');
    expect(code([], [reassignment(8, 'a', 'b')])).toBe('reassignment_to_responsible');
    expect(code([], [reassignment(8, 'a', 'c'), reassignment(9, 'c', 'a')])).toBe('');
  });

  it('set no deadline before the start', () => {
    expect(code([], [reassignment(8, 'a', 'c', 4)])).toBe('start_after_due');
    expect(code([], [reassignment(8, 'a', 'c', 5)])).toBe('');
  });
});
