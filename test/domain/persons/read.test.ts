// One reading of texts that name persons: the order in which a text is tried, and what is refused.
import { describe, expect, test } from 'vitest';
import type { CadreNo } from '../../../src/domain/cadre.ts';
import { cadreNamed } from '../../../src/domain/persons/cadre-named.ts';
import { readPersons } from '../../../src/domain/persons/read.ts';
import { type NamedCadre, Roster } from '../../../src/domain/persons/roster.ts';
import { splitPersons } from '../../../src/domain/persons/split.ts';

const cadre = (cadreNo: string, name: string, ...before: string[]): NamedCadre => ({
  cadreNo: cadreNo as CadreNo,
  name,
  unit: '',
  before,
});

const roster = new Roster([
  cadre('TJ001', '李四', '李思'),
  cadre('TJ018', '辛九'),
  cadre('TJ101', '张伟'),
  cadre('TJ102', '张伟（小）'),
  cadre('TJ103', '李六（女）'),
  cadre('TJ104', '王芳'),
  cadre('TJ105', '王芳'),
  cadre('TJ106', '李和平'),
  cadre('TJ107', '阿依古丽·买买提'),
  cadre('TJ110', '丁卯', '司马和'),
  cadre('A/3', '戊午'),
  cadre('TJ108', 'Li Wei'),
  cadre('7', '陈七'),
  cadre('丁一', '丁十'),
  cadre('TJ109', '丁一'),
]);

/** Cadres by number, outsiders by name, or the codes of what is wrong. */
function read(text: string): string {
  const { persons, problems } = readPersons(text, roster);
  if (problems.length > 0) return problems.map((each) => each.code).join(' ');
  return persons.map((each) => each.cadreNo ?? `外人${each.given}`).join(' ');
}

describe('separators', () => {
  test.each([
    ['督查甲；辛九', ['督查甲', '辛九']],
    ['督查甲、 辛九,李四，王五;赵六/钱七／孙八', ['督查甲', '辛九', '李四', '王五', '赵六', '钱七', '孙八']],
    ['督查甲\n辛九\r\n李四', ['督查甲', '辛九', '李四']],
    ['督查甲（督查组、乡纪委）、辛九', ['督查甲（督查组、乡纪委）', '辛九']],
    ['督查甲+辛九＋李四', ['督查甲', '辛九', '李四']],
    ['督查甲和辛九', ['督查甲', '辛九']],
    ['李和平', ['李和平']],
    ['王和平', ['王和平']],
    ['李和平和辛九', ['李和平', '辛九']],
    ['督查甲和李和平', ['督查甲', '李和平']],
    ['欧阳和平和辛九', ['欧阳和平', '辛九']],
    ['副书记李和平同志', ['副书记李和平同志']],
    ['副书记李和平同志和辛九', ['副书记李和平同志', '辛九']],
    ['由李\u200b和平代签和督查甲', ['由李\u200b和平代签', '督查甲']],
    ['督查甲和司马和主任', ['督查甲', '司马和主任']],
    ['督查甲和王和平', ['督查甲', '王和平']],
    ['李和平 TJ106', ['李和平 TJ106']],
    ['TJ106 李和平', ['TJ106 李和平']],
    ['TJ106李和平和辛九 TJ018', ['TJ106李和平', '辛九 TJ018']],
    ['甲乙和丙丁和戊己', ['甲乙', '丙丁', '戊己']],
    ['A+B', ['A+B']],
    ['001+002', ['001', '002']],
    [' ; ；、', []],
    ['()', []],
  ])('%j', (text, parts) => {
    expect(splitPersons(text, roster)).toEqual(parts);
  });
});

describe('who is meant', () => {
  test.each([
    ['TJ018', 'TJ018'],
    ['ＴＪ０１８', 'TJ018'],
    ['tj018', 'TJ018'],
    ['TJ\u200b018', 'TJ018'],
    ['A/3', 'A/3'],
    ['ａ／３', 'A/3'],
    ['辛九', 'TJ018'],
    ['辛　九', 'TJ018'],
    ['辛\u00ad九', 'TJ018'],
    ['张伟', 'TJ101'],
    ['张伟（小）', 'TJ102'],
    ['张伟(小)', 'TJ102'],
    ['张伟【小】', 'TJ102'],
    ['张伟 〔 小 〕', 'TJ102'],
    ['张 伟（小', 'TJ102'],
    ['张伟（小）同志', 'TJ102'],
    ['张伟副站长（小）', 'TJ102'],
    ['张伟（小）（副站长）', 'TJ102'],
    ['张伟（小） TJ102', 'TJ102'],
    ['TJ102张伟【小】', 'TJ102'],
    ['张伟（水利站）', 'TJ101'],
    ['李六（女）', 'TJ103'],
    ['辛九（副站长）', 'TJ018'],
    ['辛九【扶贫站】', 'TJ018'],
    ['辛九同志', 'TJ018'],
    ['辛九副站长', 'TJ018'],
    ['辛九副站长同志（扶贫站）', 'TJ018'],
    ['辛九 TJ018', 'TJ018'],
    ['TJ018辛九', 'TJ018'],
    ['辛九（TJ018）', 'TJ018'],
    ['TJ018（辛九）', 'TJ018'],
    ['TJ018（副站长）', 'TJ018'],
    ['TJ018同志', 'TJ018'],
    ['张伟（TJ102）', 'TJ102'],
    ['王芳 TJ105', 'TJ105'],
    ['陈七 7', '7'],
    ['李思', 'TJ001'],
    ['li wei', 'TJ108'],
    ['阿依古丽・买买提', 'TJ107'],
    ['督查甲', '外人督查甲'],
    ['督查甲 辛九', '外人督查甲 辛九'],
    ['督查7组', '外人督查7组'],
    ['督查组7', '外人督查组7'],
    ['高等学校督查组', '外人高等学校督查组'],
    ['外:张伟（县纪委）', '外人外:张伟（县纪委）'],
    ['外：张伟（县纪委、组织部）', '外人外：张伟（县纪委、组织部）'],
    ['督查甲、TJ018', '外人督查甲 TJ018'],
  ])('%j is %s', (text, who) => {
    expect(read(text)).toBe(who);
  });
});

describe('refused', () => {
  test.each([
    ['', 'person_nobody'],
    [';', 'person_nobody'],
    [' 、（）', 'person_nobody'],
    ['和', 'person_nobody'],
    ['；和、', 'person_nobody'],
    ['TJ101张伟（小）', 'person_apart'],
    ['张伟【小】 TJ101', 'person_apart'],
    ['王芳', 'person_several'],
    ['王芳主任', 'person_several'],
    ['丁一', 'person_several'],
    ['辛九 TJ001', 'person_apart'],
    ['TJ018（李四）', 'person_apart'],
    ['督查甲（TJ018）', 'person_apart'],
    ['TJ018 督查甲', 'person_apart'],
    ['辛九 TJ999', 'person_apart'],
    ['辛九（TJ999）', 'person_apart'],
    ['TJ999', 'person_number_unknown'],
    ['13800138000', 'person_number_unknown'],
    ['Ｔ－９９', 'person_number_unknown'],
    ['辛九等', 'person_and_others'],
    ['辛九等3人', 'person_and_others'],
    ['督查甲等三位同志', 'person_and_others'],
    ['督查组（督查甲等5人）', 'person_and_others'],
    ['督查甲等叁人', 'person_and_others'],
    ['督查甲等若干人', 'person_and_others'],
    ['督查甲等工作人员', 'person_and_others'],
    ['督查甲等五名工作人员', 'person_and_others'],
    ['李四（等3人）', 'person_and_others'],
    ['TJ001（等）', 'person_and_others'],
    ['张伟（小）（等2人）', 'person_and_others'],
    ['外:张伟', 'person_unit_missing'],
    ['外:（县纪委）', 'person_unit_missing'],
    ['外:TJ018（县纪委）', 'person_apart'],
  ])('%j: %s', (text, code) => {
    expect(read(text)).toBe(code);
  });
});

describe('one cadre', () => {
  const named = (text: string): string => {
    const found = cadreNamed(text, roster);
    if (found.kind === 'one') return `${found.cadre.cadreNo} by ${found.by}`;
    return [found.kind, ...found.candidates.map((each) => each.cadreNo)].join(' ');
  };
  test.each([
    ['TJ018', 'TJ018 by number'],
    ['辛九', 'TJ018 by name'],
    ['辛九（副站长）', 'TJ018 by name'],
    ['王芳', 'several TJ104 TJ105'],
    ['辛九 TJ001', 'apart TJ001 TJ018'],
    ['李六', 'none TJ103'],
    ['李思', 'none TJ001'],
    ['李西', 'none TJ001 TJ103'],
    ['张玮', 'none TJ101 TJ102'],
    ['李合平', 'none TJ106'],
    ['李和', 'none TJ001 TJ103 TJ106'],
    ['孙十', 'none'],
    ['TJ999', 'none'],
  ])('%j: %s', (text, expected) => {
    expect(named(text)).toBe(expected);
  });
});
