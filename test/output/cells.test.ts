// Lists of codes: as they are for machines, in words for people.
import { expect, test } from 'vitest';
import { wordedText } from '../../src/output/cells.ts';
import { answeringCodes } from '../../src/report/lists/answering.ts';
import { circleReport } from '../../src/report/lists/circle.ts';
import type { Column } from '../../src/report/report.ts';
import { wordsFor } from '../support/words.ts';

const column = (key: string, codes: NonNullable<Column['codes']>): Column => ({ key, type: 'text', codes });
const [zh, en] = [wordsFor('zh'), wordsFor('en')];

test.each([
  [
    'no_counted_findings:2',
    [['requirement'], []],
    '无计入或待定的问题（2）',
    'no counted or pending findings (2)',
  ],
  ['entries;rounds', [['raised_by']], '进圈次数、连续轮数', 'entries, rounds in a row'],
  ['SX-001:check:2018-09-20', [[], ['late'], []], 'SX-001（核查 2018-09-20）', 'SX-001 (check 2018-09-20)'],
  ['TJ018:lead;TJ009:leader', answeringCodes, 'TJ018（主要责任人）、TJ009（责任领导）', undefined],
  // Already worded, or no such list: as it is.
  ['辛九、甲:乙;丙', answeringCodes, '辛九、甲:乙;丙', '辛九、甲:乙;丙'],
  ['rectified', [['task_state', 'status']], '已销号', undefined],
] as const)('%s', (text, codes, chinese, english) => {
  expect(wordedText(text, column('any', codes), zh)).toBe(chinese);
  if (english !== undefined) expect(wordedText(text, column('any', codes), en)).toBe(english);
});

test('the circle lists what is still needed by codes that have words', () => {
  const { columns } = circleReport({
    round: 1,
    cutoff: '2018-09-12',
    draft: false,
    count: 0,
    corrected: new Set(),
    members: () => [],
  });
  const codesOf = (key: string) => columns.find((each) => each.key === key)?.codes;
  expect(codesOf('still_needed')).toEqual([['requirement'], []]);
  expect(codesOf('not_kept_by')).toEqual([[], ['late'], []]);
});
