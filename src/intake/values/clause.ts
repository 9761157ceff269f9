// A word with what is written behind it (已完成，已补附菜单): the first clause is the word, the rest a note.
import { meaningOf, type Vocabulary, vocabularies } from './vocabulary.ts';

/** What a cell says: the code of its word, and what follows it, possibly nothing. */
export interface Saying {
  readonly code: string;
  readonly rest: string;
}

/** What ends the first clause (contract, section 4, "Read as it stands"); a full stop of ASCII only at the end of a text. */
const END = /[，。｡；：、（(,;:\s]|[.．]$/gu;
/** After these the clause goes on when what follows says how much of it the word is true of. */
const OPEN = /[：:（(\s]/u;
const LINE_BREAK = /[\r\n]/;

/** Spaces and brackets between the word and a quantity. */
const LEAD = /^[\s：:（(]+/u;
const DAY =
  /^(?:20\d{6}(?!\d)|\d{4}\s*[-/.年]\s*\d{1,2}(?!\d)|\d{4}\s*年|\d{1,2}\s*月|\d{1,2}\s*[日号](?!内)|\d{1,2}[./-]\d{2}(?=$|[\s)）,，。;；]))/u;
/** 1. 2、 3） number the points of a text. */
const POINT = /^\d{1,2}\s*[.．、)）](?!\d)/u;
const SOME = /^(?:部分|大部分|绝大部分|一部分|正在|拟)/u;
const QUANTITY =
  /^(?:(?:大?约|近|超|超过|仅|共计?|已|达|第|剩余?|余|尚?有)?\s*(?:\d|[一二三四五六七八九十百千万亿两几]+(?:余|多)?(?:分之|成|半|[项个处条件户次名人份张篇套座间所家台块米亩里元吨批期只头株栋公期]))|(?:一|过|大|多)?半|[多少]数)/u;
const PERCENT = /^(\d{1,3}(?:\.\d+)?)%$/;

/**
 * Reads the word of a cell. The whole cell may be a word, else its first clause must be one; where a space, a colon or a
 * bracket is followed at once by a quantity (a day is none), 部分, 正在 or 拟 the clause does not end there, so that
 * 已完成80% or 已完成（部分） is no word. Undefined when it is not understood.
 */
export function readSaying(terms: Vocabulary, text: string): Saying | undefined {
  const whole = meaningOf(terms, text);
  if (whole !== undefined) return { code: whole, rest: '' };
  const { clause, rest } = firstClause(text.trim());
  const code = meaningOf(terms, clause);
  return code === undefined ? undefined : { code, rest };
}

/**
 * Reads the unit's own word on how far it is: as `readSaying`, and percentages. 100 is `done`, 80 and more `partly`, less
 * `not_done`; the figure that is not 100 is kept at the beginning of the rest.
 */
export function readProgress(terms: Vocabulary, text: string): Saying | undefined {
  const saying = readSaying(terms, text);
  if (saying !== undefined) return saying;
  const { clause, rest } = firstClause(text.trim().replace(/(\d)\s+(?=[%％])/u, '$1'));
  const figure = PERCENT.exec(clause.normalize('NFKC'))?.[1];
  const percent = Number(figure ?? Number.NaN);
  if (!(percent <= 100)) return undefined;
  if (percent === 100) return { code: 'done', rest };
  return { code: percent >= 80 ? 'partly' : 'not_done', rest: rest === '' ? clause : `${clause}；${rest}` };
}

/** Whether a text is a word of the unit, with a note behind it or not. */
export function isUnitWord(text: string): boolean {
  return unitWordOf(text) !== undefined;
}

/** The code of the unit's word that a text begins with, or undefined. */
export function unitWordOf(text: string): string | undefined {
  return readProgress(vocabularies.progress, text)?.code;
}

function firstClause(text: string): { readonly clause: string; readonly rest: string } {
  for (const { 0: end, index } of text.matchAll(END)) {
    const rest = text.slice(index + 1);
    if (OPEN.test(end) && !LINE_BREAK.test(end) && saysHowMuch(rest)) continue;
    return { clause: text.slice(0, index), rest: noteOf(end, rest) };
  }
  return { clause: text, rest: '' };
}

function saysHowMuch(rest: string): boolean {
  const text = rest.replace(LEAD, '').replace(/[０-９％．／－]/gu, (letter) => letter.normalize('NFKC'));
  if (SOME.test(text)) return true;
  return QUANTITY.test(text) && !DAY.test(text) && !POINT.test(text);
}

/** What follows the word, without the marks between them; a bracket is kept where it does not enclose all of it. */
function noteOf(end: string, rest: string): string {
  const text = rest.trim();
  if (end === '（' || end === '(') {
    const inner = /^([^()（）]*)[)）][。.]?$/u.exec(text)?.[1];
    return inner === undefined ? `${end}${text}` : inner.trim();
  }
  const note = text.replace(/^[，。｡；：、,;:\s]+/u, '');
  return /^[.．!！…~]*$/u.test(note) ? '' : note;
}
