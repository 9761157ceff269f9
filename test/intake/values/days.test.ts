// Days and deadlines as people write them.
import { describe, expect, it } from 'vitest';
import { type DayOptions, parseDay } from '../../../src/intake/values/days.ts';

const read = (text: string, options?: DayOptions) => {
  const reading = parseDay(text, options);
  return 'day' in reading ? reading.day : reading.code;
};

it.each([
  '2018-09-12',
  '2018/9/12',
  '2018/09/12',
  '2018.9.12',
  '2018年9月12日',
  '2018年09月12日',
  '20180912',
  ' 2018-9-12 ',
  '２０１８年９月１２日',
  '2018-09-12 00:00:00',
  '2018/9/12 8:30',
])('%j is a day', (text) => {
  expect(read(text)).toBe('2018-09-12');
});

it.each([
  ['2018-02-30', 'day_not_in_calendar'],
  ['2018-13-01', 'day_not_in_calendar'],
  ['1018-01-01', 'day_not_in_calendar'],
  ['2018-09/12', 'cell_not_a_day'],
  ['12/09/2018', 'cell_not_a_day'],
  ['2018-09', 'cell_not_a_day'],
  ['2018-09-12T10:00:00Z', 'cell_not_a_day'],
  ['昨天', 'cell_not_a_day'],
  ['9.2', 'day_like_number'],
  ['9.20', 'day_without_year'],
  ['9月20日', 'day_without_year'],
  ['2018年9月底前', 'cell_not_a_day'],
])('%j is refused as %s', (text, code) => {
  expect(read(text)).toBe(code);
});

describe('deadlines', () => {
  it.each([
    ['2018年9月底前', '2018-09-30'],
    ['2018年2月底', '2018-02-28'],
    ['2020年2月底前', '2020-02-29'],
    ['2018年12月底前', '2018-12-31'],
    ['2018年底前', '2018-12-31'],
    ['2018年9月20日前', '2018-09-20'],
    ['2018-09-20前', '2018-09-20'],
  ])('%s is %s', (text, day) => {
    expect(read(text, { deadline: true })).toBe(day);
  });

  it.each([
    ['9月20日', 'day_without_year'],
    ['9月底前', 'day_without_year'],
    ['9.2', 'day_like_number'],
    ['长期坚持', 'deadline_in_words'],
    ['立行立改', 'deadline_in_words'],
    ['2018年13月底前', 'day_not_in_calendar'],
  ])('%s is refused as %s', (text, code) => {
    expect(read(text, { deadline: true })).toBe(code);
  });

  it('takes the year it is lent, and still not for 9.2', () => {
    const options = { deadline: true, year: 2018 };
    expect(['9月20日', '9月20日前', '9月底前'].map((text) => read(text, options))).toEqual([
      '2018-09-20',
      '2018-09-20',
      '2018-09-30',
    ]);
    expect(read('9.2', options)).toBe('day_like_number');
    expect(read('2月30日', options)).toBe('day_not_in_calendar');
  });
});
