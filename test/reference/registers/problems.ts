// The problems of a made register: the cells of each, row by row where it has several, and what the ledger must hold of it.
import type { Random } from '../prng.ts';
import { type Cell, dayCell, EMPTY, NO_WORDS, persons, text, verdict, word } from './cells.ts';

/** The columns that a register may have, by the key of the field that each fills. */
export type Key =
  | 'serial'
  | 'source'
  | 'finding_no'
  | 'clause'
  | 'area'
  | 'description'
  | 'severity'
  | 'found_on'
  | 'due_on'
  | 'cadre_no'
  | 'leader_no'
  | 'resp_unit'
  | 'action'
  | 'standard'
  | 'progress'
  | 'reported_on'
  | 'narrative'
  | 'result'
  | 'checked_by'
  | 'checked_on'
  | 'remark';

/** What the ledger must hold of a problem, as `export ledger` gives it; notes are given by their parts. */
export interface Truth {
  readonly finding_no: string;
  readonly fields: Readonly<Record<string, string | number>>;
  readonly note: readonly string[];
  readonly check_note: readonly string[];
  /** What has to be refused: a cell that says nothing certain. */
  readonly refused?: string;
}

/** A problem: its cells by column, those of `action` and `cadre_no` once for each of its rows. */
export interface Problem {
  readonly cells: Readonly<Partial<Record<Key, Cell>>>;
  readonly lines: readonly Readonly<Partial<Record<Key, Cell>>>[];
  readonly truth: Truth;
}

/** How a register is made besides its layout. */
export interface Style {
  readonly columns: ReadonlySet<Key>;
  readonly yearGiven: boolean;
  /** The most rows that one problem has. */
  readonly mostLines: number;
  /** Whether each row of a problem names people of its own. */
  readonly personsByLine: boolean;
  /** Whether a day of application is under a heading that says no more than when it was written. */
  readonly asksForWord: boolean;
  /** Whether 完成情况 holds words only. */
  readonly wordsOnly: boolean;
}

/** The day that `--on` gives. */
export const ON = '2018-10-08';

const AREAS = ['农村产业革命', '非贫困户二级档案', '村内项目推进'];
const DESCRIPTIONS = [
  ...[
    '三会一课记录不规范',
    '通组路停工，未按期复工',
    '台账与实地不符',
    '缺家庭基本情况表12份',
    '改厕未完工（3户）',
  ],
  ...[
    '村级财务公开不及时；群众不知晓',
    '“一事一议”项目未公示',
    '超标准接待\n附件未归档',
    '低保对象核查不到位',
  ],
];
const MEASURES = [
  '补齐记录',
  '建立台账，每月检查',
  '约谈村支书',
  '1.清退资金；2.公示',
  '倒排工期',
  '入户核实',
];
const UNITS = ['农业服务中心', '党政办公室', '云脚村', '财政分局'];

/** A problem by its number and source. */
export function problem(
  random: Random,
  style: Style,
  { cell, number }: { readonly cell: Cell; readonly number: string },
  source: string,
): Problem {
  const has = (key: Key) => style.columns.has(key);
  const found = dayOf(2018, 8, random.between(1, 28));
  const due = random.chance(25)
    ? random.pick(['2018-09-30', '2018-10-31', '2018-11-30'])
    : dayOf(2018, 9, random.between(1, 30));
  const cells: Partial<Record<Key, Cell>> = { finding_no: cell, source: text(source) };
  const fields: Record<string, string | number> = { source, severity: 1 };
  const put = (key: Key, given: Cell, value: string | number) => {
    if (!has(key)) return;
    cells[key] = given;
    fields[key] = value;
  };
  const free = (key: Key, value: string) => put(key, text(value), value);
  free('clause', random.pick(['党的建设', '脱贫攻坚', '']));
  free('area', random.pick(AREAS));
  free('description', random.pick(DESCRIPTIONS));
  const severity = random.pick([
    ['一般', 1],
    ['较重', 2],
    ['严重', 3],
    ['重大', 3],
    ['', 1],
  ] as const);
  put('severity', text(severity[0]), severity[1]);
  put('found_on', dayCell(random, found, 'day', style.yearGiven).cell, found);
  if (random.chance(90)) put('due_on', dayCell(random, due, 'deadline', style.yearGiven).cell, due);
  free('resp_unit', random.pick(UNITS));
  free('standard', random.pick(['资料齐全', '']));
  free('remark', random.pick(['', '', '移交派驻组', '√']));
  if (has('leader_no')) {
    const leaders = persons(random, 'leader', 2);
    put('leader_no', leaders.cell, leaders.numbers.join(';'));
  }
  const lines = linesOf(random, style, fields);
  const said = progressOf(random, style, { found, cells, fields });
  return {
    cells,
    lines,
    truth: { finding_no: number, fields, ...said },
  };
}

function dayOf(year: number, month: number, date: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The rows of a problem: a measure each, and people each or together. */
function linesOf(random: Random, style: Style, fields: Record<string, string | number>): Problem['lines'] {
  const count = random.between(1, style.mostLines);
  const measures = random.shuffle(MEASURES).slice(0, count);
  const together = style.personsByLine ? undefined : persons(random, 'cadre', 3);
  const numbers = new Set(together?.numbers ?? []);
  const lines = measures.map((measure, at) => {
    const line: Partial<Record<Key, Cell>> = style.columns.has('action') ? { action: text(measure) } : {};
    const own = together ?? persons(random, 'cadre', 1);
    for (const each of own.numbers) numbers.add(each);
    if (together === undefined || at === 0) line.cadre_no = own.cell;
    return line;
  });
  fields.cadre_no = [...numbers].join(';');
  if (style.columns.has('action')) fields.action = measures.join('\n');
  return lines;
}

interface Making {
  readonly found: string;
  readonly cells: Partial<Record<Key, Cell>>;
  readonly fields: Record<string, string | number>;
}

/** What the unit says of a problem and what the team found, and what of it is a report, a check, or words that are kept. */
function progressOf(
  random: Random,
  style: Style,
  { found, cells, fields }: Making,
): Pick<Truth, 'note' | 'check_note' | 'refused'> {
  const has = (key: Key) => style.columns.has(key);
  const reported = `2018-09-${String(random.between(2, 14)).padStart(2, '0')}`;
  const checked = `2018-09-${String(random.between(15, 28)).padStart(2, '0')}`;
  const isBare = !has('progress') && !has('narrative');
  let checkNote: readonly string[] = [];
  const isChecked = has('result') && random.chance(40);
  if (isChecked) {
    const { cell, result, note } = verdict(random);
    cells.result = cell;
    cells.checked_on = dayCell(random, checked, 'day', style.yearGiven).cell;
    const who = random.pick(['督查甲', '督查甲、督查乙', '督查甲，督查乙']);
    cells.checked_by = text(who);
    Object.assign(fields, { result, checked_on: checked, checked_by: who });
    checkNote = note === '' ? [] : [note];
  }
  if (isBare) return { note: [], check_note: checkNote };
  const hasDay = has('reported_on') && random.chance(60) && found < reported;
  if (hasDay) cells.reported_on = dayCell(random, reported, 'day', style.yearGiven).cell;
  const narrative =
    has('narrative') && random.chance(60) ? random.pick(['菜单已补附', '已退款并公示', '台账已重建']) : '';
  cells.narrative = text(narrative);
  const report = (progress: string, on: string, note: readonly string[]) => {
    Object.assign(fields, { progress, reported_on: on });
    return { note: note.filter((part) => part !== ''), check_note: checkNote };
  };
  const nothing = { note: [], check_note: checkNote };
  const saysNothing = !has('progress') || random.chance(20);
  if (saysNothing) {
    cells.progress = EMPTY;
    if (hasDay && style.asksForWord) return { ...nothing, refused: 'word_wanted' };
    if (hasDay) return report('done', reported, [narrative]);
    if (narrative !== '') fields.unit_words = narrative;
    return nothing;
  }
  if (!style.wordsOnly && random.chance(8)) {
    const words = random.pick(NO_WORDS);
    cells.progress = text(words);
    if (hasDay) return { ...nothing, refused: 'word_not_understood' };
    fields.unit_words = words;
    return nothing;
  }
  const { cell, code, note } = word(random, style.wordsOnly);
  cells.progress = cell;
  if (hasDay) return report(code ?? '', reported, [note, narrative]);
  return code === 'not_done' || isChecked ? nothing : report(code ?? '', ON, [note, narrative]);
}
