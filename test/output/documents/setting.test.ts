// How titles are broken into lines, and how wide the columns of printed tables are.
import { expect, test } from 'vitest';
import { settingOf } from '../../../src/output/documents/columns.ts';
import { titleLines } from '../../../src/output/documents/title-lines.ts';

test('a title that fits stands on one line; a longer one is broken where its sense allows, the upper line longer', () => {
  expect(titleLines(['任务派遣单'])).toEqual(['任务派遣单']);
  expect(titleLines(['中共样例乡委员会', '关于2018年第2轮', '反馈问题整改', '督查情况的通报'])).toEqual([
    '中共样例乡委员会关于2018年第2轮',
    '反馈问题整改督查情况的通报',
  ]);
  const long = titleLines([
    '中共某某某某某某县样例乡委员会',
    '关于2018年第12轮',
    '反馈问题整改',
    '督查情况的通报',
  ]);
  for (const line of long) expect(line.length).toBeLessThanOrEqual(20);
  // As even either way: the longer line is the upper one.
  const pieces = ['甲'.repeat(10), '乙'.repeat(4), '丙'.repeat(10)];
  expect(titleLines(pieces).map((each) => each.length)).toEqual([14, 10]);
  expect(titleLines([])).toEqual([]);
});

test('titles are a trapezium or a diamond, whatever the name of the office', () => {
  const names = [
    ['中共桶井乡委员会'],
    ['中共凤城街道工作委员会'],
    ['中共临夏州', '积石山保安族东乡族撒拉族自治县', '大河家镇委员会'],
    ['中共某某县', '某某某某某某某某某某镇委员会'],
  ];
  for (const name of names) {
    for (const round of ['2', '12']) {
      const lines = titleLines([...name, `关于2018年第${round}轮`, '反馈问题整改', '督查情况的通报']);
      const widths = lines.map((each) => [...each].length - (each.match(/\d/g)?.length ?? 0) / 2);
      expect(lines.length).toBeLessThan(4);
      for (const width of widths) expect(width).toBeLessThanOrEqual(20);
      for (const [at, width] of widths.entries()) {
        const waist =
          widths.slice(0, at).some((each) => each > width) &&
          widths.slice(at + 1).some((each) => each > width);
        expect(waist, lines.join('/')).toBe(false);
      }
    }
  }
});

const columns = (...headings: readonly string[]) => headings.map((heading) => ({ heading, numeric: false }));

test('columns fill the width exactly, in a size that can be read while it fits', () => {
  const few = settingOf(columns('序号', '单位', '姓名'), [['1', '农业服务中心', '甲一']], 8845);
  expect(few.widths.reduce((sum, each) => sum + each, 0)).toBe(8845);
  expect(few.size).toBe(24);
  const many = settingOf(columns(...Array.from({ length: 26 }, () => '对应方式')), [], 12_756);
  expect(many.widths.reduce((sum, each) => sum + each, 0)).toBe(12_756);
  expect(many.size).toBeLessThan(21);
  for (const width of [...few.widths, ...many.widths]) expect(width).toBeGreaterThan(0);
});

test('a number that is a name is not broken', () => {
  const rows = [['XH-2018-000123', '长'.repeat(200)]];
  const { widths, size, padding } = settingOf(columns('编号', '内容'), rows, 8845);
  expect((widths[0] ?? 0) - 2 * padding).toBeGreaterThanOrEqual(14 * size * 5);
});

test('even what fits nowhere has a width', () => {
  const rows = [Array.from({ length: 60 }, () => '字'.repeat(500))];
  const { widths } = settingOf(columns(...Array.from({ length: 60 }, () => '列')), rows, 8845);
  expect(widths.reduce((sum, each) => sum + each, 0)).toBe(8845);
});

test('words of an English heading are not broken while a smaller size saves them; numbers never are', () => {
  const heads = [
    'findings',
    'rectified',
    'disputed',
    'extended',
    'not rectified',
    'overdue',
    'to be checked',
  ];
  const rows = [heads.map(() => '12')];
  const { widths, size, padding } = settingOf(columns(...heads), rows, 8845);
  for (const [at, head] of heads.entries()) {
    const longest = Math.max(...head.split(' ').map((word) => word.length));
    // In a replacement font, a letter takes 0.62 of a character.
    expect((widths[at] ?? 0) - 2 * padding, head).toBeGreaterThanOrEqual(longest * 0.62 * size * 10);
  }
  // So many that no heading fits: they are torn, the numbers of cadres below them are not.
  const crowd = Array.from({ length: 24 }, () => 'commendation');
  const row = crowd.map((_, at) => (at === 0 ? '长'.repeat(300) : 'TJ012'));
  const narrow = settingOf(columns(...crowd), [row], 12_756);
  for (const width of narrow.widths)
    expect(width - 2 * narrow.padding).toBeGreaterThanOrEqual(5 * 0.62 * narrow.size * 10);
});

test('self-criticism may be broken after its hyphen, a number that is a name not', () => {
  const others = Array.from({ length: 11 }, () => '长'.repeat(12));
  const widthFor = (text: string): number =>
    settingOf(columns('a', ...others.map(() => '内容')), [[text, ...others]], 8845).widths[0] ?? 0;
  expect(widthFor('self-criticism-talks')).toBeLessThan(widthFor('SELF-CRITICISM-TALKS'));
});
