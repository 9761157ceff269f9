// The text around a name: brackets with a remark, titles, and words that mean further people.
import { lookOf } from '../texts/look.ts';

/** Titles that may follow a name (contract, section 3, "Persons"), longest first. */
export const titles: readonly string[] = [
  ...['副书记', '副乡长', '副镇长', '副主任', '副站长', '副所长', '副组长', '副局长', '副科长'],
  ...['同志', '书记', '乡长', '镇长', '主任', '站长', '所长', '组长', '局长', '科长', '部长'],
  ...['委员', '支书', '队长', '干事'],
];

/** Surnames of two characters in use: 欧阳主任 is a surname with a title, 张伟主任 a name with one. */
const DOUBLE_SURNAMES: ReadonlySet<string> = new Set(
  [
    '欧阳 上官 司马 东方 诸葛 尉迟 皇甫 公孙 慕容 长孙 宇文 司徒 鲜于 司空 令狐 呼延 夏侯 端木 南宫 轩辕 赫连 澹台 申屠 闻人 太史',
  ].flatMap((each) => each.split(' ')),
);

/** Separators between persons, in every form, the narrow and small ones too. */
export const SEPARATOR = /[;；﹔︔,，﹐、､﹑/／⁄∕\n\r\v\f\u0085\u2028\u2029]/u;
/** What joins persons only where a name is not torn apart (李和平). */
export const PLUS = /[+＋﹢]/u;
export const AND = /和/u;

/** Brackets of every kind: what is in them belongs to the name before it. */
export const OPENING = /[(（[［【〔{｛⟨〈《「『﹙]/u;
export const CLOSING = /[)）\]］】〕}｝⟩〉》」』﹚]/u;
const COUNT = '(?:[0-9一二三四五六七八九十两几数百余多壹贰叁肆伍陆柒捌玖拾]|若干)*';
const WHO = '(?:同志|干部|人员|工作人员|成员|组员|队员|领导)';
const AND_OTHERS = new RegExp(`等${COUNT}(?:人|名|位|个)?${WHO}?$`, 'u');

/** A text split at its outer brackets. */
export interface Bracketed {
  /** The text outside the brackets. */
  readonly outside: string;
  /** The text in each of them, without empty ones. */
  readonly remarks: readonly string[];
}

/** Splits a text at its brackets, of whatever kind; one that never closes reaches to the end. */
export function bracketed(text: string): Bracketed {
  if (!OPENING.test(text)) return { outside: text, remarks: [] };
  let outside = '';
  let depth = 0;
  const remarks: string[] = [];
  let remark = '';
  const finish = (): void => {
    if (remark.trim() !== '') remarks.push(remark.trim());
    remark = '';
  };
  for (const letter of text) {
    if (OPENING.test(letter)) {
      depth += 1;
      if (depth > 1) remark += letter;
    } else if (CLOSING.test(letter) && depth > 0) {
      depth -= 1;
      if (depth === 0) finish();
      else remark += letter;
    } else if (depth > 0) remark += letter;
    else outside += letter;
  }
  finish();
  return { outside: outside.trim(), remarks };
}

/**
 * The look of a person's name: brackets of every kind alike, whatever spaces are around them, and behind the name
 * (张伟（小）, 张 伟【小】). Of a text without brackets it is that of the text.
 */
export function nameLook(text: string): string {
  if (!OPENING.test(text)) return lookOf(text);
  const { outside, remarks } = bracketed(text);
  return nameWith(lookOf(outside), remarks);
}

/** The look of a name with brackets behind it. @param name look of the text outside them */
export function nameWith(name: string, remarks: readonly string[]): string {
  return name + remarks.map((remark) => `(${lookOf(remark)})`).join('');
}

/** A look without the titles at its end; the empty text when it is nothing but titles. */
export function withoutTitle(look: string): string {
  let rest = look;
  for (;;) {
    const title = titles.find((each) => rest.endsWith(each));
    if (title === undefined) return rest;
    rest = rest.slice(0, -title.length).trimEnd();
  }
}

/** The surnames in a text that have nothing but a title (辛站长), one or several with separators between them. */
export function surnamesWithTitle(text: string): readonly string[] {
  const parts = [SEPARATOR, PLUS, AND].reduce((all, mark) => all.flatMap((part) => part.split(mark)), [text]);
  return parts.flatMap((part) => {
    const look = lookOf(part);
    const rest = withoutTitle(look);
    if (rest === look) return [];
    return [...rest].length === 1 || DOUBLE_SURNAMES.has(rest) ? [rest] : [];
  });
}

/** Whether a text says that there are further people whom it does not name: 辛九等3人. */
export function namesOthersToo(text: string): boolean {
  const { outside, remarks } = bracketed(text);
  return [outside, ...remarks].some((part) => AND_OTHERS.test(lookOf(part).replaceAll(' ', '')));
}
