// Working-day deadlines in a ledger: calculated with the shipped years, imported ones over them, none where there is
// none.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CalendarYear, isWorkingDay, shippedCalendar } from '../../../src/domain/days/calendar.ts';
import type { Day } from '../../../src/domain/days/day.ts';
import type { FindingRecord } from '../../../src/domain/records/record-types.ts';
import type { Plain } from '../../../src/domain/texts/plain.ts';
import { calendarOf } from '../../../src/jobs/lookups/calendar.ts';
import { type Draft, type Outcome, Recording } from '../../../src/jobs/record/recording.ts';
import { recorders } from '../../../src/jobs/record/registry.ts';
import { View } from '../../../src/ledger/facts/view.ts';
import { createLedger } from '../../../src/ledger/file/create.ts';
import { type Ledger, openForWriting } from '../../../src/ledger/file/open.ts';
import { addCalendarYear, calendarYears } from '../../../src/ledger/work/calendar.ts';
import { type Committed, commit, type WriteDb } from '../../../src/ledger/writing/journal.ts';
import { insertFact } from '../../support/rows.ts';

const ORIGIN = { batch_id: null, line: null };
const day = (text: string) => text as Day;

/** A small year: the fixed holidays and what is given, one make-up day. */
function calendarYear(year: number, more: Readonly<Record<string, string>> = {}): CalendarYear {
  const off = ['01-01', '05-01', '10-01', '10-02', '10-03'].map(
    (each) => [day(`${year}-${each}`), '法定'] as const,
  );
  const holidays = new Map([...off, ...Object.entries(more).map(([on, name]) => [day(on), name] as const)]);
  return { year, source: `${year}.csv`, holidays, workdays: new Map([[day(`${year}-05-08`), '劳动节']]) };
}

let folder: string;
let ledger: Ledger;

function write<T>(work: (db: WriteDb) => T): Committed<T> {
  const entry = {
    at: '2026-12-01T00:00:00.000Z',
    actor: 'test',
    command: 'calendar import',
    idempotencyKey: null,
    request: '0'.repeat(64),
    dryRun: false,
  };
  return commit(ledger, entry, (db) => ({ value: work(db) as T & Plain<T>, did: {} }));
}

function given<T>(committed: Committed<T>): T {
  if (committed.outcome === 'already') throw new Error('already');
  return committed.value;
}

const findings = (
  ...dues: readonly (readonly [number: string, found: string, due: FindingRecord['due_on']])[]
) =>
  dues.map(([finding_no, found_on, due_on], index): Draft<FindingRecord> => {
    const empty = { clause: null, area: null, village: null, station: null, reason: null, action: null };
    const record = {
      ...empty,
      standard: null,
      assist_no: null,
      leader_no: null,
      resp_unit: null,
      recurs: null,
      remark: null,
      finding_no,
      source: 's',
      description: 'd',
      severity: undefined,
      found_on: day(found_on),
      due_on,
      cadre_no: ['001'],
    };
    const headings = new Map([['due_on', '整改时限']]);
    return { record, origin: ORIGIN, place: { file: 'f.csv', line: index + 2 }, headings };
  });

function record(drafts: readonly Draft<FindingRecord>[]): Outcome[] {
  return given(
    write((db) => {
      const outcomes: Outcome[] = [];
      const recording = new Recording(db, { today: null, amend: null });
      recorders.findings(recording, drafts, (_, outcome) => outcomes.push(outcome));
      return outcomes;
    }),
  );
}

const wd = (plus: number) => ({ plus, unit: 'wd' }) as const;

const stored = () =>
  ledger.connection.all('SELECT finding_no, due_on, due_reckoned FROM findings ORDER BY id') as unknown;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'calendar-'));
  const file = join(folder, 'yanquan.db');
  createLedger(file, () => undefined);
  ledger = openForWriting(file);
  write((db) => {
    const id = insertFact(db, 'cadres', { cadre_no: '001', name: '张三', rank: 'staff', ...ORIGIN });
    db.insertDerived('cadre_now', { cadre_id: id, cadre_no: '001' });
  });
});
afterEach(() => {
  ledger.close();
  rmSync(folder, { recursive: true });
});

describe('a deadline in working days', () => {
  test('is stored as a day and how it was reckoned; found on the eve of National Day 2018, it passes the week off', () => {
    const outcomes = record(
      findings(['A1', '2018-09-12', wd(5)], ['A2', '2018-09-29', wd(2)], ['A3', '2018-09-30', wd(0)]),
    );
    expect(outcomes.map(({ what }) => what)).toEqual(['added', 'added', 'added']);
    expect(stored()).toEqual([
      { finding_no: 'A1', due_on: '2018-09-19', due_reckoned: '+5wd' },
      { finding_no: 'A2', due_on: '2018-10-08', due_reckoned: '+2wd' },
      { finding_no: 'A3', due_on: '2018-09-30', due_reckoned: '+0wd' },
    ]);
  });

  test('that runs into a year without a calendar is a bad row that names the year, at the cell', () => {
    const outcomes = record(
      findings(['B1', '2026-12-30', wd(1)], ['B2', '2026-12-30', wd(2)], ['B3', '1998-06-01', wd(1)]),
    );
    expect(outcomes[0]?.what).toBe('added');
    const missing = (year: number, line: number, value: string) => ({
      what: 'rejected',
      problems: [
        {
          code: 'calendar_year_missing',
          values: { year },
          place: { file: 'f.csv', line, column: '整改时限', value },
        },
      ],
    });
    expect(outcomes.slice(1)).toEqual([missing(2027, 3, '+2wd'), missing(1998, 4, '+1wd')]);
  });

  test('is reckoned with the imported year, over the shipped one too', () => {
    write((db) => [
      addCalendarYear(db, calendarYear(2018), ORIGIN),
      addCalendarYear(db, calendarYear(2027), ORIGIN),
    ]);
    record(findings(['C1', '2018-10-03', wd(1)], ['C2', '2026-12-30', wd(2)], ['C3', '2019-10-01', wd(1)]));
    expect(stored()).toEqual([
      { finding_no: 'C1', due_on: '2018-10-04', due_reckoned: '+1wd' },
      { finding_no: 'C2', due_on: '2027-01-04', due_reckoned: '+2wd' },
      { finding_no: 'C3', due_on: '2019-10-08', due_reckoned: '+1wd' },
    ]);
  });
});

describe('imported years', () => {
  test('come back as they went in, in the order of the years', () => {
    const years = [calendarYear(2028, { '2028-04-04': '清明' }), calendarYear(2027)];
    const ids = given(write((db) => years.map((each) => addCalendarYear(db, each, ORIGIN).id)));
    expect(ids).toEqual([1, 2]);
    const read = calendarYears(new View(ledger.connection)).map(({ row: _row, ...year }) => year);
    const inOrder = (days: ReadonlyMap<Day, string>) => new Map([...days].sort());
    expect(read).toEqual(
      years
        .reverse()
        .map((year) => ({ ...year, holidays: inOrder(year.holidays), workdays: inOrder(year.workdays) })),
    );
  });

  test('the last recorded counts, the same days again are nothing new', () => {
    const first = calendarYear(2027);
    const second = calendarYear(2027, { '2027-02-08': '春节' });
    const added = (id: number) => ({ outcome: 'written', value: { id, isNew: true } });
    expect(write((db) => addCalendarYear(db, first, ORIGIN))).toMatchObject(added(1));
    const again = { ...first, source: 'copy.csv', holidays: new Map([...first.holidays].reverse()) };
    expect(write((db) => addCalendarYear(db, again, ORIGIN))).toEqual({
      outcome: 'nothing',
      value: { id: 1, isNew: false },
    });
    expect(write((db) => addCalendarYear(db, second, ORIGIN))).toMatchObject(added(2));
    expect(isWorkingDay(day('2027-02-08'), calendarOf(new View(ledger.connection)))).toBe(false);
    expect(write((db) => addCalendarYear(db, first, ORIGIN))).toMatchObject(added(3));
    expect(isWorkingDay(day('2027-02-08'), calendarOf(new View(ledger.connection)))).toBe(true);
    expect(calendarYears(new View(ledger.connection)).map(({ row }) => row.id)).toEqual([3]);
  });

  test('one taken back leaves the one before it, and then the shipped one; an earlier position knows none', () => {
    const calendar = (position?: number) => calendarOf(new View(ledger.connection, position));
    const before = ledger.connection.get<{ seq: number }>('SELECT max(seq) AS seq FROM journal')?.seq ?? 0;
    write((db) => addCalendarYear(db, calendarYear(2018), ORIGIN));
    write((db) => addCalendarYear(db, calendarYear(2018, { '2018-10-04': '国庆节' }), ORIGIN));
    const national = day('2018-10-04');
    expect(isWorkingDay(national, calendar())).toBe(false);
    const takeBack = (id: number) =>
      write((db) => db.insert('reversals', { fact: 'calendar_years', fact_id: id, reason: 'r', ...ORIGIN }));
    takeBack(2);
    expect(isWorkingDay(national, calendar())).toBe(true);
    takeBack(1);
    expect(calendar()(2018)).toBe(shippedCalendar(2018));
    expect(calendar(before)(2018)).toBe(shippedCalendar(2018));
    expect(calendar(before + 1)(2018)?.source).toBe('2018.csv');
  });

  test('the schema refuses what is no calendar', () => {
    const insert = (row: Readonly<Record<string, string | number>>) => () =>
      write((db) => {
        const id = db.insert('calendar_years', {
          year: 2027,
          source: 's',
          sha256: '0'.repeat(64),
          ...ORIGIN,
        });
        db.insertPart('calendar_days', { year_id: id, on: '2027-01-01', kind: 'holiday', name: '', ...row });
      });
    expect(insert({ kind: 'half' })).toThrow();
    expect(insert({ on: '2027-02-30' })).toThrow();
    expect(insert({ year_id: 9 })).toThrow();
    expect(insert({})).not.toThrow();
  });
});
