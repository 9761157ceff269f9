// Four eyes: who of a text is one of those concerned, or may be.
import { describe, expect, test } from 'vitest';
import type { CadreNo } from '../../../src/domain/cadre.ts';
import { samePerson, touching } from '../../../src/domain/persons/four-eyes.ts';
import { readPersons } from '../../../src/domain/persons/read.ts';
import { type NamedCadre, Roster } from '../../../src/domain/persons/roster.ts';

const cadre = (cadreNo: string, name: string, ...before: string[]): NamedCadre => ({
  cadreNo: cadreNo as CadreNo,
  name,
  unit: '',
  before,
});
const concerned = [
  cadre('TJ018', '辛九', '辛久'),
  cadre('7', '张伟（小）'),
  cadre('TJ107', '阿依古丽·买买提'),
  cadre('TJ108', 'Ann Li'),
  cadre('TJ109', '欧阳锋'),
  cadre('TJ110', '孟和平'),
];
const others = [cadre('TJ001', '李四'), cadre('TJ101', '张伟'), cadre('TJ002', '辛久')];
const roster = new Roster([...concerned, ...others]);

function touch(text: string): string {
  const { persons, problems } = readPersons(text, roster);
  if (problems.length > 0) return problems.map((each) => each.code).join(' ');
  const found = touching(persons, concerned);
  return found === undefined ? 'nobody' : `${found.cadre.cadreNo} ${found.touch}`;
}

describe('a responsible cadre', () => {
  test.each([
    ['督查甲、辛九', 'TJ018 name'],
    ['督查甲、TJ018', 'TJ018 number'],
    ['辛九（TJ018）', 'TJ018 number'],
    ['TJ018', 'TJ018 number'],
    ['辛久', 'TJ018 name'],
    ['TJ002', 'nobody'],
    ['督查甲 辛九', 'TJ018 contains'],
    ['督查甲与辛九', 'TJ018 contains'],
    ['督查组（辛九）', 'TJ018 contains'],
    ['李四（代辛九）', 'TJ018 contains'],
    ['辛·九', 'TJ018 contains'],
    ['站长辛九', 'TJ018 contains'],
    ['督查组TJ018', 'person_apart'],
    ['督查TJ018组', 'TJ018 contains'],
    ['\u0422J018', 'TJ018 contains'],
    ['督查甲（Т\u0408018）', 'TJ018 contains'],
    ['\u0391nn Li', 'TJ108 contains'],
    ['督查组（TJ 018号）', 'TJ018 contains'],
    ['辛站长', 'TJ018 surname'],
    ['辛　副站长', 'TJ018 surname'],
    ['欧阳主任', 'TJ109 surname'],
    ['欧阳锋主任', 'TJ109 name'],
    ['副书记孟和平同志', 'TJ110 contains'],
    ['督查甲和副书记孟和平同志', 'TJ110 contains'],
    ['督查组（辛站长）', 'TJ018 surname'],
    ['督查组【李四、辛副站长】', 'TJ018 surname'],
    ['李四（代辛站长）', 'nobody'],
    ['李四（辛站长）', 'TJ018 surname'],
    ['李四（站长）', 'nobody'],
    ['张伟', 'nobody'],
    ['张伟（小）同志', '7 name'],
    ['张伟【小】', '7 name'],
    ['张伟 （小）', '7 name'],
    ['张伟小', '7 contains'],
    ['督查7组', '7 contains'],
    ['阿依古丽.买买提', 'TJ107 contains'],
    ['ANN  LI', 'TJ108 name'],
    ['Ann.Li', 'TJ108 contains'],
    ['外:辛九（县纪委）', 'nobody'],
    ['外:督查甲（辛九）', 'TJ018 contains'],
    ['外:辛九（TJ018）', 'TJ018 contains'],
    ['外:督查甲与辛九（县纪委）', 'TJ018 contains'],
  ])('%j: %s', (text, expected) => {
    expect(touch(text)).toBe(expected);
  });
});

test.each([
  '督查甲',
  '李四',
  '督查17组',
  '县纪委（第3组）',
  'Joanna Lilly',
  '王站长',
  '书记',
  '外:李四（县纪委）',
  '辛酉',
])('%j shares nothing', (text) => {
  expect(touch(text)).toBe('nobody');
});

test.each([
  ['督查甲', '督查甲（组长）', true],
  ['督查甲', '督查甲同志', true],
  ['督查甲', '督查组（督查甲）', true],
  ['督查甲', '督查乙', false],
  ['外:张伟（县纪委）', '外：张伟（县委办）', false],
  ['外:张伟（县纪委）', '外：张伟（县纪委）', true],
  ['外:张伟（县纪委）', '张伟', false],
  ['TJ018', '辛九', true],
  ['李四', '辛九', false],
])('%j and %j the same: %s', (one, other, expected) => {
  const [left] = readPersons(one, roster).persons;
  const [right] = readPersons(other, roster).persons;
  if (left === undefined || right === undefined) throw new Error('nobody');
  const cadreOf = (no: string): NamedCadre => roster.cadre(no) ?? cadre(no, no);
  expect(samePerson(left, right, cadreOf)).toBe(expected);
  expect(samePerson(right, left, cadreOf)).toBe(expected);
});
