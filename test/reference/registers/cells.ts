// The contents of the cells of a made register, and what it means: days, names, words, verdicts, numbers.
import type { Random } from '../prng.ts';

/** A cell as a workbook holds it, and as its sheet shows it, which is what a CSV has. */
export interface Cell {
  readonly value: string | number;
  readonly format?: string;
  readonly shown: string;
}

export const text = (value: string): Cell => ({ value, shown: value });
export const EMPTY = text('');

/** The cadres of the township, by number. */
export const ROSTER: readonly (readonly [number: string, name: string, title: string])[] = [
  ['TJ001', '张三', '副乡长'],
  ['TJ002', '李四', '站长'],
  ['TJ003', '王五', '办事员'],
  ['TJ004', '欧阳和平', '主任'],
  ['TJ005', '赵一鸣', '干事'],
  ['TJ006', '钱小七', '副站长'],
  ['TJ007', '孙明', '支书'],
  ['TJ008', '郑和', '所长'],
  ['TJ009', '张伟', '委员'],
  ['TJ010', '张伟（小）', '办事员'],
  ['TJ011', '李六（女）', '办事员'],
  ['TJ012', '冉光荣', '书记'],
  ['TJ013', '吴江', '乡长'],
  ['TJ014', '田茂林', '副书记'],
];
/** From here on the roster has those who lead. */
const LEADERS = 11;

export interface Persons {
  readonly cell: Cell;
  readonly numbers: readonly string[];
}

/** Cadres in a cell: one or several, by name, with titles, spaces, brackets and numbers. */
export function persons(random: Random, role: 'cadre' | 'leader', most: number): Persons {
  const pool = role === 'leader' ? ROSTER.slice(LEADERS) : ROSTER.slice(0, LEADERS);
  const chosen = random.shuffle(pool).slice(0, random.between(1, most));
  const separator = random.pick(['、', '，', '；', ';', '/', '\n', ',', '、']);
  const names = chosen.map(([number, name, title]) => personAs(random, number, name, title));
  return { cell: text(names.join(separator)), numbers: chosen.map(([number]) => number) };
}

function personAs(random: Random, number: string, name: string, title: string): string {
  const isPlain = /^\p{Script=Han}+$/u.test(name);
  const spaced = name.length === 2 ? `${name[0]}${random.pick(['　', ' ', '  '])}${name[1]}` : name;
  const forms = [name, name, name, spaced, `${name} ${number}`, `${number} ${name}`, number];
  if (isPlain) {
    forms.push(`${name}（${title}）`, `${name}(${title})`, `${name}同志`);
    // 办事员 is no title that the contract knows without a bracket.
    if (title !== '办事员') forms.push(`${name}${title}`);
  }
  return random.pick(forms);
}

const two = (value: number): string => String(value).padStart(2, '0');

interface DayCell {
  readonly cell: Cell;
  /** Whether it can be read with `--year` only. */
  readonly needsYear: boolean;
}

/** A day in one of the forms of offices. */
export function dayCell(random: Random, day: string, use: 'day' | 'deadline', yearGiven: boolean): DayCell {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const serial = Date.UTC(year, month - 1, date) / 86_400_000 + 25_569;
  const [m, d] = [two(month), two(date)];
  const dated = (format: string, shown: string): Cell => ({ value: serial, format, shown });
  const plain: Cell[] = [
    ...[day, `${year}/${month}/${date}`, `${year}.${month}.${date}`, `${year}年${month}月${date}日`],
    ...[`${year}.${m}.${d}`, `${year} 年 ${month} 月 ${date} 日`, `${year}${m}${d}`, `${year}年${m}月${d}日`],
    ...[
      `${year}-${month}-${date}`,
      `${year}. ${month}. ${date}`,
      `${year}/${m}/${d} 10:30`,
      `${year}年${month}月${date}号`,
    ],
  ].map(text);
  plain.push(
    dated('yyyy-mm-dd', day),
    dated('yyyy/m/d', `${year}/${month}/${date}`),
    dated('yyyy"年"m"月"d"日"', `${year}年${month}月${date}日`),
    { value: Number(`${year}${m}${d}`), shown: `${year}${m}${d}` },
  );
  const short: Cell[] = [];
  if (yearGiven) {
    short.push(
      text(`${month}月${date}日`),
      text(`${month} 月 ${date} 日`),
      dated('m"月"d"日"', `${month}月${date}日`),
    );
    if (date >= 10) short.push(text(`${month}.${date}`));
  }
  if (use === 'deadline') {
    plain.push(text(`${year}年${month}月${date}日前`), text(`${year}-${m}-${d}前`));
    if (yearGiven) short.push(text(`${month}月${date}日前`), text(`${month}月${date}日之前`));
    if (date === new Date(Date.UTC(year, month, 0)).getUTCDate()) {
      plain.push(
        text(`${year}年${month}月底前`),
        text(`${year}年${month}月底`),
        text(`${year}年${month}月末`),
      );
      if (yearGiven) short.push(text(`${month}月底前`), text(`${month}月底`));
    }
  }
  if (short.length > 0 && random.chance(35)) return { cell: random.pick(short), needsYear: true };
  return { cell: random.pick(plain), needsYear: false };
}

export type Code = 'done' | 'partly' | 'not_done';

/** What a cell of 完成情况 says: a code with a note, or words that are none. */
export interface Word {
  readonly cell: Cell;
  readonly code?: Code;
  readonly note: string;
}

const WORDS: Readonly<Record<Code, string>> = {
  done: '已完成 完成 已办结 办结 整改完成 已整改 已整改完成 已整改到位 整改到位 已销号 是 √ ✓ ✔ ✔️ ☑ ○',
  partly: '基本完成 部分完成 基本整改到位 阶段性完成',
  not_done: '未完成 尚未完成 未整改 未整改到位 整改中 正在整改 推进中 持续推进 未启动 否 × ✗ ✘',
};
const NOTES = [
  '已补附菜单',
  '附照片3张',
  '资金已拨付到户',
  '见附件',
  '待乡里统一验收',
  '台账已补齐并公示',
  '涉及9户均已退款',
];
/** After a comma a note may begin with a quantity or a day. */
const QUANTITIES = ['3户已退款', '9月8日已验收', '共清退1200元', '部分资料在村里'];
/** What is none of the words, or says it of a part only. */
export const NO_WORDS = [
  ...[
    '材料上报中',
    '已完成80%',
    '已完成3项',
    '已完成（部分）',
    '正在协调',
    '待验收',
    '拟于10月完成',
    '完成大半',
  ],
  ...['已完成：部分', '资金到位后实施', '已完成 2 户', '整改完成（剩余3户）', '已经完成', '较好'],
];

/** What is written behind a word: nothing, a mark, or a note. */
function behind(random: Random, word: string): { readonly written: string; readonly note: string } {
  if (random.chance(50))
    return { written: `${word}${random.pick(['', '', '', '。', '；', ' ', '，'])}`, note: '' };
  const note = random.pick(NOTES);
  const written = random.pick([
    ...[`${word}，${note}`, `${word}。${note}`, `${word}；${note}`, `${word}：${note}`, `${word}（${note}）`],
    ...[`${word}(${note})`, `${word},${note}`, `${word}\n${note}`, `${word} ${note}`, `${word}、${note}。`],
  ]);
  if (random.chance(80)) return { written, note };
  const quantity = random.pick(QUANTITIES);
  return { written: `${word}${random.pick(['，', '。', '；', ','])}${quantity}`, note: quantity };
}

/** A cell of the unit's word. */
export function word(random: Random, plain: boolean): Word {
  const code = random.pick(['done', 'done', 'partly', 'not_done'] as const);
  if (!plain && random.chance(15)) return percentage(random);
  const { written, note } = behind(random, random.pick(WORDS[code].split(' ')));
  return { cell: text(written), code, note };
}

function percentage(random: Random): Word {
  const figure = random.pick([100, 100, 95, 80, 60, 30, 0]);
  const shown = `${figure}%`;
  const exact = `${figure}.00%`;
  const code = figure === 100 ? 'done' : figure >= 80 ? 'partly' : 'not_done';
  const cells: Cell[] = [
    { value: figure / 100, format: '0%', shown },
    text(shown),
    text(`${figure}％`),
    { value: figure / 100, format: '0.00%', shown: exact },
  ];
  const cell = random.pick(cells);
  return { cell, code, note: figure === 100 ? '' : cell.shown };
}

export type Result = 'rectified' | 'partial' | 'not_rectified';
const RESULTS: Readonly<Record<Result, string>> = {
  rectified: '整改到位 合格 通过 同意销号 √ ✔',
  partial: '基本到位 阶段性完成',
  not_rectified: '未整改到位 不合格 退回 不予销号 ×',
};

/** A cell of the team's verdict. */
export function verdict(random: Random): {
  readonly cell: Cell;
  readonly result: Result;
  readonly note: string;
} {
  const result = random.pick(['rectified', 'rectified', 'partial', 'not_rectified'] as const);
  const { written, note } = behind(random, random.pick(RESULTS[result].split(' ')));
  return { cell: text(written), result, note };
}

/** How a register numbers its problems. */
export function numbering(random: Random): (at: number) => { readonly cell: Cell; readonly number: string } {
  const asText = (number: string) => ({ cell: text(number), number });
  return random.pick([
    (at: number) => asText(`WT-${String(at).padStart(3, '0')}`),
    (at: number) => asText(`2018-${at}`),
    (at: number) => asText(`省委巡视〔2018〕${at}号`),
    (at: number) => asText(String(at).padStart(4, '0')),
    (at: number) => ({ cell: { value: 100 + at, shown: String(100 + at) }, number: String(100 + at) }),
    (at: number) => {
      const number = `XS-${String(at).padStart(3, '0')}`;
      return { cell: { value: at, format: '"XS-"000', shown: number }, number };
    },
  ]);
}
