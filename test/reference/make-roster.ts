// A generated roster: names that repeat, cadres who join late, leave and return.

import { addDays } from './exact.ts';
import { cutoffOf, dayFor, emit, emitBatch, FIRST_DAY, type Maker, next, STATIONS } from './maker.ts';
import { onRoster } from './roster.ts';
import { cadreFrom, type Row } from './rows.ts';

const NAMES = [
  '张三',
  '李四',
  '王五',
  '赵六',
  '田茂',
  '安明',
  '冉光',
  '杨秀',
  '陈林',
  '罗成',
  '欧阳明',
  '吴江',
] as const;

/** A file of `count` further cadres. */
export function makeCadres(maker: Maker, count: number): void {
  const { random, options } = maker;
  const rows: Row[] = [];
  for (let i = 0; i < count; i += 1) {
    const joined_on = options.roster ? joinedOn(maker) : '';
    const leaves = options.roster && random.chance(8);
    const left_on = leaves ? addDays(joined_on || FIRST_DAY, random.between(3, maker.options.weeks * 7)) : '';
    const row = {
      cadre_no: cadreNo(maker),
      name: random.pick(NAMES),
      rank: random.pick(['section', 'subsection', 'staff', 'other']),
      unit: random.pick(['党政办', '农业服务中心', '']),
      station: random.pick(STATIONS),
      joined_on,
      left_on,
    };
    rows.push(row);
    maker.cadres.push({ ...cadreFrom(row, next(maker)), spans: [] });
  }
  emitBatch(maker, 'cadres', rows);
}

function joinedOn(maker: Maker): string {
  const { random } = maker;
  const fate = random.below(10);
  if (fate < 6) return '';
  if (fate < 8) return addDays(FIRST_DAY, -random.between(0, 900));
  return addDays(FIRST_DAY, random.between(1, maker.options.weeks * 4));
}

/** Numbers whose order by code point is neither that of numbers nor that of letters. */
function cadreNo(maker: Maker): string {
  const place = maker.cadres.length + 1;
  if (maker.options.odd_numbers && place % 5 === 0) return `${place % 2 === 0 ? '𠀀' : 'Ａ'}${place}`;
  return `${place % 7 === 0 ? 'g' : 'G'}${place % 3 === 0 ? String(place).padStart(4, '0') : place}`;
}

/** Some cadres leave, some come back. */
export function makeMoves(maker: Maker): void {
  const { random } = maker;
  const moves = Math.ceil(maker.cadres.length / 20);
  for (let i = 0; i < moves; i += 1) {
    const cadre = random.pick(maker.cadres);
    const on = dayFor(maker);
    const latest =
      [cadre.joined_on, cadre.left_on, ...cadre.spans.map((span) => span.on)].sort().at(-1) ?? '';
    if (on <= latest) continue;
    const kind = onRoster({ ...cadre, name: '', recorded: 0 }, cadre.spans, on) ? 'leave' : 'return';
    if (kind === 'leave' && !random.chance(60)) continue;
    cadre.spans.push({ recorded: next(maker), cadre_no: cadre.cadre_no, kind, on });
    emit(maker, { kind, cadre_no: cadre.cadre_no, on });
  }
}

/** Those whom a decision may concern: on the roster at the cutoff. */
export function decidable(maker: Maker): string[] {
  const cutoff = cutoffOf(maker);
  return maker.cadres
    .filter((cadre) => onRoster({ ...cadre, name: '', recorded: 0 }, cadre.spans, cutoff))
    .map((cadre) => cadre.cadre_no);
}
