// Instants in a township's time zone: the same instant, with the zone's offset.
import { describe, expect, it } from 'vitest';
import { instantsIn, readableInstant } from '../../../src/domain/days/instant.ts';

describe('an instant in a time zone', () => {
  it.each([
    ['Asia/Shanghai', '2018-09-11T16:30:05.000Z', '2018-09-12T00:30:05.000+08:00'],
    // Summer time in China, the last one.
    ['Asia/Shanghai', '1990-07-01T00:00:00.000Z', '1990-07-01T09:00:00.000+09:00'],
    ['Asia/Urumqi', '2018-09-11T18:30:00.000Z', '2018-09-12T00:30:00.000+06:00'],
    ['America/New_York', '2018-09-12T03:59:59.999Z', '2018-09-11T23:59:59.999-04:00'],
    ['America/New_York', '2018-12-12T03:59:59.999Z', '2018-12-11T22:59:59.999-05:00'],
    ['Asia/Kathmandu', '2018-09-11T18:15:00.000Z', '2018-09-12T00:00:00.000+05:45'],
    ['America/St_Johns', '2018-01-01T00:00:00.000Z', '2017-12-31T20:30:00.000-03:30'],
    ['UTC', '2018-09-12T00:00:00.000Z', '2018-09-12T00:00:00.000+00:00'],
  ])('%s: %s', (zone, at, local) => {
    expect(instantsIn(zone)(at)).toBe(local);
    expect(Date.parse(local)).toBe(Date.parse(at));
  });

  it('comes back as it is where it is none, or the zone is none', () => {
    expect(instantsIn('Asia/Shanghai')('')).toBe('');
    expect(instantsIn('Europe/Berlin')('yesterday')).toBe('yesterday');
    expect(instantsIn('Mars/Olympus')('2018-09-12T00:00:00.000Z')).toBe('2018-09-12T00:00:00.000Z');
  });

  it('is read as day and time of day', () => {
    expect(readableInstant('2018-09-12T00:30:05.123+08:00')).toBe('2018-09-12 00:30:05');
    expect(readableInstant('2018-09-12T00:30:05Z')).toBe('2018-09-12 00:30:05');
    expect(readableInstant('')).toBe('');
  });
});
