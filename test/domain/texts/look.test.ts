// Numbers and names that look alike have one look; what differs in meaning keeps its own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookOf, unwrapped } from '../../../src/domain/texts/look.ts';

describe('the look of a number', () => {
  it.each([
    'HT-001',
    'ht-001',
    'ＨＴ－００１',
    'HT\u2010001',
    'HT\u2013001',
    'HT\u2212001',
    'HT\u200b-001',
    'H\u00adT-001',
    '\ufeffHT-001',
    'HT-001\u2060',
    "'HT-001",
    '="HT-001"',
    ' HT-001\u3000',
  ])('of %j is HT-001', (text) => {
    expect(lookOf(text)).toBe('HT-001');
  });

  it.each([
    ['阿依·古丽', '阿依\u2022古丽'],
    ['阿依·古丽', '阿依\u30fb古丽'],
    ['张三', '张\u3000三'],
    ['HT 1', 'HT\u00a01'],
    ['IV', 'Ⅳ'],
    ['e\u0301', '\u00c9'],
  ])('of %j and %j is the same', (left, right) => {
    expect(lookOf(left)).toBe(lookOf(right));
  });

  it.each([
    ['HT-001', 'HT001'],
    ['1', '①'],
    ['m2', 'm²'],
    ['HT-1', 'HT-01'],
    ['一', '㈠'],
  ])('of %j and %j differ', (left, right) => {
    expect(lookOf(left)).not.toBe(lookOf(right));
  });

  it('has a look of its own that is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const look = lookOf(text);
        return look.startsWith('=') || lookOf(look) === look;
      }),
      {
        examples: [['ａ\u00ad－ß'], ['ﬀ'], ['\u0345'], ["''1"]],
      },
    );
  });
});

it('unwraps only what is wrapped', () => {
  expect(unwrapped('="007"')).toBe('007');
  expect(unwrapped('="a""b"')).toBe('a"b');
  expect(unwrapped('=1+1')).toBe('=1+1');
  expect(unwrapped('007')).toBe('007');
});
