// Lays a made register out as offices do: titles, one to three heading rows, merged cells, headings between, totals, notes, footers.
import type { Random } from '../prng.ts';
import { type Cell, EMPTY, numbering, text } from './cells.ts';
import { type Range, setCell } from './grid.ts';
import { addHeadings, GROUPS, type Headings, headingsOf } from './headings.ts';
import { type Key, type Problem, problem, type Style, type Truth } from './problems.ts';

export interface Sheet {
  readonly name: string;
  readonly rows: Cell[][];
  readonly merges: Range[];
  readonly hiddenRows: number[];
  readonly isHidden: boolean;
}

/** A made register: its sheets, the options that its layout needs, and what the ledger must hold. */
export interface Register {
  readonly seed: number;
  readonly sheets: readonly Sheet[];
  readonly options: readonly string[];
  readonly truths: readonly Truth[];
  /** Whether it is one table, which a CSV can hold. */
  readonly isOneTable: boolean;
}

/** Columns that a register may do without. */
const OPTIONAL: readonly Key[] = [
  ...([
    'serial',
    'clause',
    'area',
    'severity',
    'leader_no',
    'resp_unit',
    'action',
    'standard',
    'narrative',
  ] as const),
  'remark',
];
const SOURCES = ['省委巡视反馈', '市委巡察反馈', '县委巡察', '脱贫攻坚“回头看”'];
const SECTIONS = ['党的建设方面', '脱贫攻坚方面', '作风方面'];

/** A register of a seed: always the same. */
export function makeRegister(seed: number, random: Random): Register {
  const shape = random.pick(['one', 'one', 'one', 'all', 'sources'] as const);
  const style = styleOf(random, shape === 'sources');
  const numberOf = numbering(random);
  const truths: Truth[] = [];
  let at = 0;
  const next = (source: string): Problem => {
    at += 1;
    const made = problem(random, style, numberOf(at), source);
    truths.push(made.truth);
    return made;
  };
  const sources = random.shuffle(SOURCES).slice(0, random.between(1, 3));
  const headings = headingsOf(random, style);
  const sheets: Sheet[] = [];
  if (shape === 'one') {
    sheets.push(
      sheetOf(
        random,
        '整改台账',
        headings,
        sources.map((source) => problemsOf(random, source, next)),
      ),
    );
  } else {
    const names = shape === 'sources' ? sources : ['云脚村', '前塘村'];
    for (const name of names) {
      const ofSheet = shape === 'sources' ? [name] : sources;
      sheets.push(
        sheetOf(
          random,
          name,
          headings,
          ofSheet.map((source) => problemsOf(random, source, next)),
        ),
      );
    }
  }
  const isOneTable = shape === 'one';
  if (random.chance(40)) {
    const old = problemsOf(random, sources[0] ?? '', (source) =>
      problem(random, style, numberOf(900 + at), source),
    );
    sheets.push({ ...sheetOf(random, '2017年', headings, [old]), isHidden: true });
  }
  if (random.chance(30)) sheets.push(explanation());
  return { seed, sheets, options: optionsOf(shape, style), truths, isOneTable };
}

function optionsOf(shape: 'one' | 'all' | 'sources', style: Style): string[] {
  return [
    ...(style.yearGiven ? ['--year', '2018'] : []),
    ...(shape === 'sources' ? ['--sheet-as', 'source'] : []),
    ...(shape === 'all' ? ['--sheet', 'all'] : []),
  ];
}

function styleOf(random: Random, isSourceFromSheet: boolean): Style {
  const columns = new Set<Key>(GROUPS.flatMap(([, keys]) => keys));
  for (const key of OPTIONAL) if (random.chance(35)) columns.delete(key);
  if (isSourceFromSheet) columns.delete('source');
  if (random.chance(20))
    for (const key of ['result', 'checked_by', 'checked_on'] as const) columns.delete(key);
  if (random.chance(15)) columns.delete('reported_on');
  if (random.chance(10)) columns.delete('progress');
  const mostLines = random.chance(40) ? 3 : 1;
  return {
    columns,
    yearGiven: random.chance(40),
    mostLines: columns.has('action') ? mostLines : 1,
    personsByLine: mostLines > 1 && columns.has('action') && random.chance(50),
    asksForWord: columns.has('reported_on') && random.chance(15),
    wordsOnly: false,
  };
}

function problemsOf(random: Random, source: string, next: (source: string) => Problem): Problem[] {
  return Array.from({ length: random.between(3, 7) }, () => next(source));
}

function sheetOf(
  random: Random,
  name: string,
  { columns, height }: Headings,
  groups: readonly (readonly Problem[])[],
): Sheet {
  const rows: Cell[][] = [];
  const merges: Range[] = [];
  const hiddenRows: number[] = [];
  const width = columns.length;
  const line = (texts: readonly string[], isMerged = false): void => {
    if (isMerged) merges.push({ row: rows.length, column: 0, toRow: rows.length, toColumn: width - 1 });
    rows.push(Array.from({ length: width }, (_, at) => text(texts[at] ?? '')));
  };
  const isWide = random.chance(70);
  if (random.chance(80)) line([`桶坪乡${name}问题整改台账`], isWide);
  if (random.chance(40)) line(['单位：桶坪乡', '', '', '2018年9月28日']);
  const header = rows.length;
  addHeadings(rows, merges, { columns, height });
  const serials = { next: 1 };
  for (const [at, problems] of groups.entries()) {
    if (random.chance(groups.length > 1 ? 50 : 20)) {
      const numeral = '一二三四'[at] ?? '五';
      line([`${random.pick([`${numeral}、`, `（${numeral}）`])}${SECTIONS[at]}`], random.chance(60));
      serials.next = 1;
    }
    addProblems(random, { rows, merges, hiddenRows, columns, serials }, problems);
    if (random.chance(20)) line([random.pick(['小计', '小 计']), '', String(problems.length)]);
    if (random.chance(10)) line([]);
    if (random.chance(10)) repeatHeadings(rows, merges, header, height);
  }
  if (random.chance(50)) line([random.pick(['合计', '合  计', '总计：']), '', String(groups.flat().length)]);
  if (random.chance(30)) {
    line(
      [random.pick(['注：1.本表一式三份。', '备注：本表由督查组负责解释。', '说明：时限为自然日。'])],
      random.chance(50),
    );
    if (random.chance(50)) line(['2.涂改无效，以签字为准。'], random.chance(50));
  }
  if (random.chance(60)) {
    line(
      random.pick([
        ['填报人：甲一', '', '审核人：乙二', '填报日期：2018年9月28日'],
        ['填报单位（盖章）：桶坪乡'],
        ['主要领导签字：', '', '', '日期：'],
      ]),
    );
  }
  if (random.chance(15)) line([...Array(width - 1).fill(''), '2018年9月28日']);
  return { name, rows, merges, hiddenRows, isHidden: false };
}

/** The heading once more, as on the next page of a paper. */
function repeatHeadings(rows: Cell[][], merges: Range[], header: number, height: number): void {
  const down = rows.length - header;
  for (const range of merges.filter(({ row }) => row >= header && row < header + height)) {
    merges.push({ ...range, row: range.row + down, toRow: range.toRow + down });
  }
  rows.push(...rows.slice(header, header + height).map((row) => [...row]));
}

interface Body {
  readonly rows: Cell[][];
  readonly merges: Range[];
  readonly hiddenRows: number[];
  readonly columns: Headings['columns'];
  readonly serials: { next: number };
}

/** The rows of the problems of one source: the source merged down all of them or written in each, a problem's cells down its rows. */
function addProblems(random: Random, body: Body, problems: readonly Problem[]): void {
  const { rows, merges, hiddenRows, columns, serials } = body;
  const start = rows.length;
  for (const { cells, lines } of problems) {
    const top = rows.length;
    for (const [at, own] of lines.entries()) {
      rows.push(
        columns.map(({ key }) => {
          if (key === 'serial')
            return at === 0 ? { value: serials.next, shown: String(serials.next) } : EMPTY;
          return own[key] ?? (at === 0 ? cells[key] : undefined) ?? EMPTY;
        }),
      );
      if (random.chance(3)) hiddenRows.push(rows.length);
    }
    serials.next += 1;
    if (lines.length === 1) continue;
    for (const [column, { key }] of columns.entries()) {
      const isByLine = lines.slice(1).some((own) => own[key] !== undefined);
      if (!isByLine && key !== 'source')
        merges.push({ row: top, column, toRow: rows.length - 1, toColumn: column });
    }
  }
  const column = columns.findIndex(({ key }) => key === 'source');
  if (column === -1 || rows.length - start < 2) return;
  if (random.chance(50)) {
    for (let row = start + 1; row < rows.length; row += 1) setCell(rows, row, column, EMPTY);
    merges.push({ row: start, column, toRow: rows.length - 1, toColumn: column, repeats: true });
    return;
  }
  // Written in each row of a number, or merged down its rows like its other cells.
  const source = rows[start]?.[column] ?? EMPTY;
  const number = columns.findIndex(({ key }) => key === 'finding_no');
  for (let row = start; row < rows.length; row += 1) {
    const isFirst = rows[row]?.[number]?.shown !== '';
    setCell(rows, row, column, isFirst ? source : EMPTY);
  }
  for (const range of merges.filter((each) => each.row >= start && each.column === number)) {
    merges.push({ ...range, column, toColumn: column });
  }
}

function explanation(): Sheet {
  const rows = [['填表说明'], ['一、请逐项填写。'], ['二、时间写到日。']].map((row) => row.map(text));
  return { name: '填表说明', rows, merges: [], hiddenRows: [], isHidden: false };
}
