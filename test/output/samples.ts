// Sample reports that every renderer is walked over: empty, ordinary, hostile, and long ones.
import type { Column, Report, Row } from '../../src/report/report.ts';

const term = (key: string, terms: string): Column => ({ key, type: 'term', terms });

/** The columns of `standing`. */
const standingColumns: readonly Column[] = [
  { key: 'round', type: 'number', machineOnly: true },
  { key: 'cutoff', type: 'day', machineOnly: true },
  { key: 'cadre_no', type: 'text' },
  { key: 'name', type: 'text' },
  term('rank', 'rank'),
  { key: 'unit', type: 'text' },
  { key: 'station', type: 'text', machineOnly: true },
  { key: 'counted', type: 'number' },
  { key: 'pending', type: 'number' },
  { key: 'points', type: 'decimal' },
  term('measure', 'measure'),
  term('step', 'step'),
  { key: 'now_in', type: 'boolean' },
  term('movement', 'movement'),
];

const standings: readonly Row[] = [
  [
    1,
    '2018-09-12',
    '0101',
    '甲一',
    'section',
    '乡党政办',
    '作战一所',
    5,
    0,
    '5',
    'admonition_talk',
    'new',
    true,
    'enter',
  ],
  [
    1,
    '2018-09-12',
    '0207',
    '甲二',
    'staff',
    '农业服务中心',
    '作战二所',
    3,
    1,
    '3.25',
    'reminder_talk',
    '',
    true,
    'stay',
  ],
  [
    1,
    '2018-09-12',
    '0103',
    '欧阳甲三',
    'subsection',
    '财政所',
    '',
    1,
    0,
    '0.5',
    'self_criticism',
    'lowered',
    false,
    'exit',
  ],
  [1, '2018-09-12', '007', '甲四', 'other', '', '', 0, 0, '0', 'none', 'cleared', false, 'outside'],
];

/** A round's tally as a table would show it. */
export const tally: Report = {
  name: 'tally',
  title: { key: 'word.tally' },
  columns: standingColumns,
  rows: standings,
  notes: [{ key: 'word.draft' }],
};

/** No rows. */
export const empty: Report = { ...tally, name: 'empty', rows: [], notes: [] };

const findingColumns: readonly Column[] = [
  { key: 'finding_no', type: 'text' },
  { key: 'source', type: 'text' },
  { key: 'description', type: 'text' },
  term('severity', 'severity'),
  { key: 'found_on', type: 'day' },
  { key: 'due_on', type: 'day' },
  { key: 'cadre_no', type: 'text' },
];

/** Long Chinese and Latin texts, next to days and codes. */
export const findings: Report = {
  name: 'findings',
  title: { key: 'kind.findings' },
  columns: findingColumns,
  rows: [
    [
      'WT-001',
      '省委巡视反馈',
      '非贫困户二级档案中，户主姓名与户口簿不一致（共3户），且“两不愁三保障”佐证材料缺失；限时补齐。',
      2,
      '2018-09-01',
      '2018-09-10',
      '0101',
    ],
    [
      'WT-002',
      '五个专项治理回头看',
      'The project board on site names https://example.org/a/very/long/address/without/any/space/in/it as its source',
      1,
      '2018-09-02',
      null,
      '0103;0207',
    ],
    ['WT-003', '市委巡察反馈', '产业覆盖不足', 3, '2018-09-03', '2018-09-12', '007'],
  ],
};

/** Texts that break renderers: formulas, quotes, line breaks, control and bidi characters, odd widths. */
export const payloads: readonly string[] = [
  '=1+1',
  '+86 138',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  "'=1",
  "''=1",
  "'plain",
  '＝1',
  '＋1',
  '－1',
  '＠1',
  "=cmd|' /C calc'!A0",
  'say "hello", she said',
  'a,b;c',
  'first\nsecond',
  'first\r\nsecond',
  'one | two \\| three \\',
  '<script>alert(1)</script> & more',
  '*bold* _low_ `code` [link](javascript:x) ~gone~',
  '\u001b[31mred\u001b[0m',
  '\u001b]0;title\u0007',
  '\u009b2J',
  '\u0000\u0001\u0008\u007f',
  'a\u202eb\u2066c\u2069d\u200f',
  'zero\u200bwidth\u200d\ufeffjoin\u00ad',
  'e\u0301 \u0301alone',
  'z\u0300\u0301\u0302\u0303\u0304\u0305\u0306',
  '👨‍👩‍👧 ✔️ 🇨🇳 👍🏽',
  '𠮷野家 㐂',
  'ก็ नि',
  '\u2028line\u2029paragraph\u0085next',
  '  spaces  ',
  '007',
  '1e5',
  'TRUE',
  '2018-09-12',
  '\ud800lone',
  '',
];

/** Every payload as a cell, next to the other types. */
export const hostile: Report = {
  name: 'hostile',
  title: { key: 'word.journal' },
  columns: [
    { key: 'id', type: 'number' },
    { key: 'text', type: 'text' },
    { key: 'points', type: 'decimal' },
    { key: 'met', type: 'boolean' },
    { key: 'remark', type: 'text' },
  ],
  rows: payloads.map(
    (payload, at): Row => [at - 3, payload, `-${at}.5`, at % 2 === 0, at % 3 === 0 ? null : payload],
  ),
};

/** One column with empty cells: an empty line would be lost. */
export const single: Report = {
  name: 'single',
  title: { key: 'word.batch' },
  columns: [{ key: 'note', type: 'text' }],
  rows: [['x'], [null], ['']],
};

export const samples: readonly Report[] = [tally, empty, findings, hostile, single];
