// Names of others in texts: masked, the longest first; the reader's own stays.
import { expect, test } from 'vitest';
import { masker } from '../../../src/domain/texts/mask.ts';

test('the first character stays, ＊ stands for each of the rest', () => {
  expect(masker(['王五', '欧阳丁一'])('王五和欧阳丁一在场')).toBe('王＊和欧＊＊＊在场');
});

test('the longer of two names that begin at one place goes first, whatever the order given', () => {
  for (const names of [
    ['王小', '王小明'],
    ['王小明', '王小'],
  ])
    expect(masker(names)('王小明、王小')).toBe('王＊＊、王＊');
});

test('names of one character and empty ones are left alone', () => {
  expect(masker(['王', '', ' '])('王五姓王')).toBe('王五姓王');
});

test('the own name survives, within and beside those of others', () => {
  expect(masker(['王小', '李四'], ['王小明'])('王小明、王小、李四')).toBe('王小明、王＊、李＊');
  expect(masker(['王小明', '李四'], ['王小'])('王小明、王小')).toBe('王＊＊、王小');
  expect(masker(['王小', '李四'], ['王小'])('王小、李四')).toBe('王小、李＊');
});

test('a space inside a Han name hides nothing, in the text or in the roster', () => {
  expect(masker(['张三'])('张　三与张 三')).toBe('张＊与张＊');
  expect(masker(['张　三'])('张三')).toBe('张＊');
});

test('Latin names end where their letters end', () => {
  expect(masker(['Ann'])('Ann annexed Anna; Ann.')).toBe('A＊＊ annexed Anna; A＊＊.');
  expect(masker(['Ann Lee'])('Ann Lee')).toBe('A＊＊ ＊＊＊');
  expect(masker(['a.b', 'x(y'])('a.b acb x(y')).toBe('a＊＊ acb x＊＊');
});

test('a text without a name of others is given back as it is', () => {
  const text = '  村卫生室主体完工\n水电未接入  ';
  expect(masker(['张三'], ['李四'])(text)).toBe(text);
});

test.each([
  ['阿依古丽·买买提', '阿依古丽.买买提', '阿＊＊＊＊＊＊＊'],
  ['阿依古丽·买买提', '阿依古丽・买买提', '阿＊＊＊＊＊＊＊'],
  ['阿依古丽·买买提', '阿依古丽买买提', '阿＊＊＊＊＊＊'],
  ['Ann Lee', 'ANN  lee', 'A＊＊  ＊＊＊'],
  ['Ann Lee', 'Ａｎｎ Lee', 'Ａ＊＊ ＊＊＊'],
  ['张伟（小）', '张伟(小)', '张＊＊＊＊'],
  ['张伟(小)', '张伟【小】', '张＊＊＊＊'],
  ['张伟（小）', '张伟', '张＊'],
  ['辛九', '辛\u200b九', '辛＊＊'],
  ['辛九', '⾟九', '⾟＊'],
])('%s is masked as %j', (name, text, expected) => {
  expect(masker([name])(`由${text}办理`)).toBe(`由${expected}办理`);
});

test.each(['辛。九号楼', '辛、九', 'Joann Leeds', '张伟国'.slice(0, 1)])('%j is no name', (text) => {
  expect(masker(['辛九', 'Ann Lee', '张伟（小）'])(text)).toBe(text);
});

test('an own name stays in every spelling', () => {
  expect(masker(['李四'], ['阿依古丽·买买提'])('阿依古丽.买买提、李四')).toBe('阿依古丽.买买提、李＊');
});
