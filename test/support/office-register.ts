// Three weeks of one office workbook: title, two heading rows, sources merged down, a total, footers, a hidden row.
import { officeWorkbook } from './workbook.ts';

const TOP = [
  '序号',
  '问题来源',
  '问题编号',
  '具体问题',
  '发现时间',
  '整改时限',
  '责任情况',
  '',
  '整改情况',
  '',
  '核查情况',
  '',
  '',
];
const BELOW = [
  '',
  '',
  '',
  '',
  '',
  '',
  '责任人',
  '责任单位',
  '完成情况',
  '上报时间',
  '核查结果',
  '核查人',
  '核查日期',
];

export type Line = readonly [
  no: string,
  text: string,
  due: string,
  who: string,
  word?: string,
  reported?: string,
  result?: string,
  by?: string,
  on?: string,
];

/** One week's workbook: a title, a line below it, a header of two rows, sources merged down, a total, footers. */
export function week(title: string, lines: readonly Line[]): Buffer {
  const rows = lines.map(
    ([no, text, due, who, word = '', reported = '', result = '', by = '', on = ''], at) => [
      ...[
        at + 1,
        at === 0 ? '市委巡察反馈' : null,
        no,
        text,
        '2018年8月20日',
        due,
        who,
        '农业服务中心',
        word,
        reported,
        result,
        by,
        on,
      ],
    ],
  );
  const last = rows.length + 4;
  return officeWorkbook([
    {
      name: '整改台账',
      rows: [
        [title],
        ['单位：试验乡'],
        TOP,
        BELOW,
        ...rows,
        ['合计', null, rows.length],
        ['填报人：甲一', null, '填报日期：2018年9月28日'],
      ],
      merges: [
        'A1:M1',
        'A2:M2',
        'G3:H3',
        'I3:J3',
        'K3:M3',
        ...'ABCDEF'.split('').map((letter) => `${letter}3:${letter}4`),
        `B5:B${last}`,
      ],
      hidden: [6],
    },
  ]);
}

export const week1: readonly Line[] = [
  ['W-1', '缺家庭基本情况表12份', '2018年9月20日', '丙　三', '未完成'],
  ['W-2', '通组路停工', '2018年9月底前', '丁四（办事员）、戊五', '正在推进'],
  ['W-3', '台账与实地不符', '', '戊五'],
];
export const week2: readonly Line[] = [
  ['W-1', '缺家庭基本情况表12份', '2018年9月20日', '丙三', '已完成', '2018.9.18'],
  ['W-2', '通组路停工', '2018年9月底前', '丁四、戊五', '正在推进'],
  ['W-3', '台账与实地不符', '', '戊五', '', '', '整改到位'],
  ['W-4', '改厕未完工', '2018-10-20', '庚七'],
];
export const week3: readonly Line[] = [
  [
    'W-1',
    '缺家庭基本情况表12份',
    '2018年9月20日',
    '丙三',
    '已完成',
    '2018.9.18',
    '整改到位',
    '督查甲、督查乙',
    '2018-09-21',
  ],
  ['W-2', '通组路停工', '2018年9月底前', '丁四、戊五', '基本完成', '', '未整改到位', '督查甲', '2018-09-25'],
  ['W-3', '台账与实地不符', '', '', '', '', '', '', ''],
  ['W-4', '改厕未完工', '2018-10-20', '庚七', '已完成', '2018-09-26'],
];
