// The heading rows of a made register: words that offices use, broken, starred and spaced, one to three rows high.
import type { Random } from '../prng.ts';
import { type Cell, EMPTY, text } from './cells.ts';
import { type Range, setCell } from './grid.ts';
import type { Key, Style } from './problems.ts';

const HEADINGS: Readonly<Record<Key, string>> = {
  serial: '序号',
  source: '问题来源 来源 反馈来源 巡察来源',
  finding_no: '问题编号 台账编号 清单编号 编号',
  clause: '反馈条目 问题类别 问题大类',
  area: '工作领域 领域 问题领域',
  description: '问题描述 具体问题 存在问题 反馈问题 问题表现 具体表现 问题内容',
  severity: '严重程度 问题等级',
  found_on: '发现时间 发现日期 反馈时间 交办时间',
  due_on: '整改时限 整改期限 完成时限 整改完成时限 计划完成时间',
  cadre_no: '责任人 整改责任人 具体责任人 直接责任人 承办人',
  leader_no: '责任领导 牵头领导 分管领导 包保领导 整改第一责任人',
  resp_unit: '责任单位 牵头单位 整改单位 责任部门',
  action: '整改措施 具体措施',
  standard: '整改目标 整改标准 整改要求 销号标准',
  progress: '完成情况 整改进展 整改状态 进度',
  reported_on: '申请时间 申请销号时间 实际完成时间',
  narrative: '整改情况',
  result: '核查结果 核查结论 验收意见 复核结果',
  checked_by: '核查人 验收人 复核人 督查人员',
  checked_on: '核查时间 验收时间 复查时间 督查日期',
  remark: '备注',
};

/** The columns in their order, by the title that may be above them. */
export const GROUPS: readonly (readonly [title: string, keys: readonly Key[]])[] = [
  ['', ['serial']],
  ['', ['source']],
  ['', ['finding_no']],
  ['问题情况', ['clause', 'area', 'description', 'severity', 'found_on']],
  ['整改要求', ['standard', 'action', 'due_on']],
  ['责任情况', ['leader_no', 'resp_unit', 'cadre_no']],
  ['整改进展情况', ['progress', 'reported_on', 'narrative']],
  ['核查情况', ['result', 'checked_by', 'checked_on']],
  ['', ['remark']],
];
export interface Headings {
  /** Columns from left to right, with the title of the group of each. */
  readonly columns: readonly { readonly key: Key; readonly heading: string; readonly group: string }[];
  readonly height: number;
}

export function headingsOf(random: Random, style: Style): Headings {
  const columns = GROUPS.flatMap(([group, keys]) =>
    keys
      .filter((key) => style.columns.has(key))
      .map((key) => {
        const asked = key === 'reported_on' && style.asksForWord;
        const word = asked ? '上报时间' : random.pick(HEADINGS[key].split(' '));
        return { key, group, heading: decorated(random, key, word) };
      }),
  );
  return { columns, height: random.pick([1, 1, 2, 2, 3]) };
}

/** A heading as on paper: broken, spaced, starred, with a remark. */
function decorated(random: Random, key: Key, word: string): string {
  const half = word.length >> 1;
  const remark = key === 'progress' ? '（已完成/未完成）' : '（必填）';
  return random.pick([
    ...[word, word, word, word, `*${word}`, `${word}：`, [...word].join(' ')],
    ...[`${word.slice(0, half)}\n${word.slice(half)}`, `${word}${remark}`, ` ${word} `],
  ]);
}

export function addHeadings(rows: Cell[][], merges: Range[], { columns, height }: Headings): void {
  const top = rows.length;
  const half = columns.findIndex(({ group }) => group === '责任情况' || group === '整改进展情况');
  const above = (level: number, at: number): string => {
    const { group = '' } = columns[at] ?? {};
    if (group === '') return '';
    if (level === 1) return group;
    return at < half || half === -1 ? '问题基本情况' : '责任和办理情况';
  };
  for (let level = height - 1; level >= 0; level -= 1) {
    rows.push(columns.map(({ heading }, at) => text(level === 0 ? heading : above(level, at))));
  }
  for (const [at, { group }] of columns.entries()) {
    const isAlone = group === '';
    if (!isAlone || height === 1) continue;
    // Its heading is in the first of the rows that are one.
    const heading = rows[top + height - 1]?.[at] ?? EMPTY;
    for (let level = 0; level < height; level += 1)
      setCell(rows, top + level, at, level === 0 ? heading : EMPTY);
    merges.push({ row: top, column: at, toRow: top + height - 1, toColumn: at });
  }
  for (let row = top; row < top + height - 1; row += 1) mergeAlike(rows, merges, row);
}

/** Cells side by side with the same text become one. */
function mergeAlike(rows: Cell[][], merges: Range[], row: number): void {
  const cells = rows[row] ?? [];
  for (let from = 0; from < cells.length; ) {
    let to = from;
    const { shown } = cells[from] ?? EMPTY;
    const isTop = merges.some((range) => range.column === from && range.row === row && range.toRow > row);
    while (!isTop && shown !== '' && cells[to + 1]?.shown === shown) to += 1;
    if (to > from) {
      merges.push({ row, column: from, toRow: row, toColumn: to });
      for (let at = from + 1; at <= to; at += 1) setCell(rows, row, at, EMPTY);
    }
    from = to + 1;
  }
}
