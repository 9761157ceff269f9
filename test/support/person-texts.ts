// Generated texts that name persons: spellings of one cadre, outsiders who share nothing, and how both are put together.
import { Random } from '../reference/prng.ts';

/** A cadre of the generated texts. */
export interface Spelt {
  readonly cadreNo: string;
  readonly name: string;
  readonly before: string;
}

const TITLES = ['', '', '同志', '副站长', '主任', '副书记同志'];
const BRACKETS = ['', '', '（扶贫站）', '【组长】', '(副站长)', '〔乡纪委、扶贫站〕'];
const SEPARATORS = [
  '；',
  ';',
  '、',
  ',',
  '，',
  '/',
  '／',
  '\n',
  '+',
  '＋',
  '和',
  ' ',
  '　',
  '与',
  '&',
  '|',
  '及',
  '·',
];
const OUTSIDERS = [
  '督查甲',
  '督查乙（乡督查组）',
  '县纪委刘某某',
  '王建国组长',
  '督查丙同志',
  '外:赵敏（县委办）',
];
/** Texts around a person that is not written apart. */
const AROUND: readonly ((who: string) => string)[] = [
  (who) => `督查组（${who}）`,
  (who) => `站长${who}`,
  (who) => `${who}等3人`,
  (who) => `${who}等`,
  (who) => `外:督查甲（${who}）`,
  (who) => `经办${who}代签`,
];

function wide(text: string): string {
  return text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
}

/** A spelling of a cadre: by number, by a name borne, or both; other widths, cases, spaces and letters without a width. */
function spelling(random: Random, { cadreNo, name, before }: Spelt): string {
  const written = random.pick([name, name, before]);
  const number = random.pick([cadreNo, wide(cadreNo), cadreNo.toLowerCase(), [...cadreNo].join('\u200b')]);
  const named = random.pick([
    written,
    [...written].join('　'),
    [...written].join('\u00ad'),
    [...written].join(' '),
  ]);
  const [title, bracket] = [random.pick(TITLES), random.pick(BRACKETS)];
  return random.pick([
    number + bracket,
    number + title,
    named + title + bracket,
    named + bracket,
    `${written} ${number}`,
    `${number}${written}`,
    `${written}（${number}）`,
  ]);
}

/** A surname with only a title: no one in particular, and so perhaps this one. */
function surnameOf({ name }: Spelt): string {
  return `${[...name][0] ?? ''}副站长`;
}

/** Texts each of which contains the cadre in some spelling. @param count how many; the same for the same seed */
export function textsWith(cadre: Spelt, count: number, seed: number): string[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => {
    const chosen = random.below(11);
    if (chosen === 10) return `${random.pick(OUTSIDERS)}、${surnameOf(cadre)}`;
    const who = spelling(random, cadre);
    if (chosen < 2) return who;
    if (chosen < 4) return random.pick(AROUND)(who);
    const pair = random.pick([
      [random.pick(OUTSIDERS), who],
      [who, random.pick(OUTSIDERS)],
    ]);
    return pair.join(random.pick(SEPARATORS));
  });
}

/** Texts of persons who share nothing with any cadre. */
export function textsWithout(count: number, seed: number): string[] {
  const random = new Random(seed);
  const apart = SEPARATORS.slice(0, 11);
  return Array.from({ length: count }, () => {
    const some = random.shuffle(OUTSIDERS).slice(0, random.between(1, 3));
    return some.join(random.pick(apart));
  });
}
