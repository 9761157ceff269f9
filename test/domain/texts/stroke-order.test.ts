// The order of strokes, against the official table of characters and lists as offices write them.
import { expect, test } from 'vitest';
import { byKey, byStrokes, nameStrokeKey, strokeKey } from '../../../src/domain/texts/stroke-order.ts';
import { STROKES } from '../../../src/domain/texts/strokes-data.ts';

const inOrder = (names: readonly string[]): string[] =>
  [...names].reverse().sort((left, right) => byKey(nameStrokeKey(left), nameStrokeKey(right)));

test.each([
  // Four strokes, by the strokes in order; 阝 counts two and 艹 three.
  ['surnames of four strokes', '王 毛 方'],
  ['阝, 金 and 艹', '陈 金 郑 赵 黄 韩'],
  ['by number of strokes', '丁 习 马 王 尹 石 刘 李 何 汪 张 陈 赵 胡 栗 郭 黄 蔡'],
  ['of six strokes', '刘 许 孙'],
  ['of seven strokes', '李 杨 吴 何 余 汪 沈 宋 张 陈'],
])('%s', (_, surnames) => {
  const names = surnames.split(' ');
  expect(inOrder(names)).toEqual(names);
});

test.each([
  ['single names before double ones, then by the strokes of the given name', '李希 李强 李克强 李鸿忠'],
  ['the second character of the given name decides last', '张国平 张国庆 张国清'],
  ['a compound surname behind the single one that begins like it', '欧强 欧建国 欧阳华 欧阳卫国'],
  ['司马 behind 司', '甲一 司琴 司马琴 辛一'],
  ['two characters alone are no compound surname', '司马 司光明 司马光'],
  ['names with a middle dot behind those that are parted', '阿明 阿明国 阿里木·买买提'],
  ['what has no strokes comes last', '王一 齉齉 A B 〇'],
])('%s', (_, list) => {
  const names = list.split(' ');
  expect(inOrder(names)).toEqual(names);
});

test('a space inside a name does not move it', () => {
  expect(nameStrokeKey('张　三')).toBe(nameStrokeKey('张三'));
});

test('every character stands once, its number of strokes by its line', () => {
  const all = STROKES.join('');
  expect(new Set(all).size).toBe([...all].length);
  const counts = {
    一: 1,
    乙: 1,
    丁: 2,
    习: 3,
    王: 4,
    甲: 5,
    刘: 6,
    陈: 7,
    郑: 8,
    赵: 9,
    黄: 11,
    韩: 12,
    皙: 13,
    玥: 8,
  };
  for (const [character, count] of Object.entries(counts))
    expect([character, STROKES.findIndex((line) => line.includes(character)) + 1]).toEqual([
      character,
      count,
    ]);
});

test('whole texts go character by character', () => {
  expect(['韩家作战所', '王家作战所', '陈家作战所'].sort(byStrokes)).toEqual([
    ...['王家作战所', '陈家作战所', '韩家作战所'],
  ]);
  expect(strokeKey('')).toBe('');
});
