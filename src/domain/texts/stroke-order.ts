// The order of strokes as offices have it (GB 13000.1): by number of strokes, then by the strokes 横竖撇点折 in order.
import { STROKES } from './strokes-data.ts';
import { comparableName } from './text.ts';

/** Surnames of two characters, which come after the surname that is their first character alone. */
const COMPOUND = new Set(
  (
    '欧阳 司马 上官 诸葛 夏侯 东方 皇甫 尉迟 公孙 令狐 宇文 长孙 慕容 司徒 司空 端木 独孤 南宫 西门 轩辕 淳于 申屠 ' +
    '太史 钟离 闻人 澹台 赫连 公冶 宗政 濮阳 仲孙 闾丘 呼延 万俟 鲜于 乐正 公羊 拓跋 东郭 羊舌 微生 梁丘 左丘 完颜 纳兰'
  ).split(' '),
);
/** Placed before the code of a character without strokes, and after every place of one that has them. */
const UNKNOWN = '\uffff';
/** Names that are not split into surname and given name come after those that are. */
const UNPARTED = 99;

let places: ReadonlyMap<string, string> | undefined;

/** The place of each character, as a letter that compares as the place does. */
function allPlaces(): ReadonlyMap<string, string> {
  places ??= new Map([...STROKES.join('')].map((character, at) => [character, String.fromCharCode(at + 1)]));
  return places;
}

/**
 * A text as one that compares, code unit by code unit, as its strokes do. What has no strokes here (rare characters,
 * letters, digits) comes after all that has, by code point.
 */
export function strokeKey(text: string): string {
  const known = allPlaces();
  return [...text].map((character) => known.get(character) ?? UNKNOWN + character).join('');
}

/**
 * The same of a person's name: first the surname, those of one character before compound ones, then single given names
 * before double ones, then the given name. A name with a middle dot is compared character by character.
 */
export function nameStrokeKey(name: string): string {
  const [first = '', ...rest] = [...comparableName(name)];
  const compound = rest.length > 1 && COMPOUND.has(first + rest[0]);
  const [surname, given] = compound ? [rest[0] ?? '', rest.slice(1)] : ['', rest];
  const length = name.includes('·') ? UNPARTED : given.length;
  const letters = [1 + Number(compound), length + 1].map((count) => String.fromCharCode(count));
  return strokeKey(first) + letters[0] + strokeKey(surname) + letters[1] + strokeKey(given.join(''));
}

/** Compares two texts by their strokes. */
export function byStrokes(left: string, right: string): number {
  return byKey(strokeKey(left), strokeKey(right));
}

/** Compares two keys. */
export function byKey(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
