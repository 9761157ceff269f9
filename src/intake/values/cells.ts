// One cell to one value, by the type of its column: the readers behind every record kind.
import { parseHundredths } from '../../domain/amount.ts';
import type { IntakeCode } from '../../domain/codes/problem-codes.ts';
import type { Day } from '../../domain/days/day.ts';
import type { ProblemValue } from '../../domain/problem.ts';
import type { ColumnSpec } from '../../domain/records/record-columns.ts';
import type { DayOffset } from '../../domain/records/record-types.ts';
import { plainSpelling } from '../../domain/texts/look.ts';
import { readProgress, readSaying, type Saying } from './clause.ts';
import { dayReader } from './days.ts';
import { isAsked, nearWord, type Vocabulary, vocabularies } from './vocabulary.ts';

/** Says that the cell is wrong, and why; always gives undefined so that readers can return it. */
export type Refuse = (
  code: IntakeCode | 'person_nobody',
  values?: Readonly<Record<string, ProblemValue>>,
) => undefined;

/** Takes what is written behind the word of a coded cell, for the note. */
export type TakeRest = (rest: string) => void;

/**
 * Reads a cell that is not blank; undefined after it was refused.
 * @param rest absent where nothing takes what follows a word: then nothing may follow it
 */
export type CellReader = (text: string, refuse: Refuse, rest?: TakeRest) => unknown;

/** Columns whose words form code lists or groups: outer spaces would make two words of one. */
const groupedTexts = new Set(['source', 'area', 'station', 'village', 'unit', 'resp_unit', 'site', 'name']);
const deadlineKeys = new Set(['due_on', 'new_due_on']);

const SPOILT = /^[+-]?\d(?:\.\d+)?[eE]\+?\d+$/;
const SEPARATOR = /[;；,，、\r\n]/;
const SEPARATORS = /[;；,，、\r\n]+/;
const OFFSET = /^\+(\d{1,4})(d|wd)$/i;
const ROUND = /^[1-9]\d{0,8}$/;

/** The reader of a column. `year` is lent to days without one. */
export function cellReader(spec: ColumnSpec, year: number | undefined): CellReader {
  switch (spec.type) {
    case 'text':
      return groupedTexts.has(spec.key) ? (text) => text.trim() : (text) => text;
    case 'number_name':
      return readNumber;
    case 'numbers':
      return readNumbers;
    case 'day':
      return readDay({ year, deadline: deadlineKeys.has(spec.key) });
    case 'due':
      return readDue(year);
    case 'whole':
      return (text, refuse) => (ROUND.test(text.trim()) ? Number(text.trim()) : refuse('cell_not_whole'));
    case 'amount':
      return readAmount;
    case 'boolean':
      return readBoolean;
    case 'milestones':
      return readMilestones(year);
    case 'term':
      return termReader(spec.terms);
  }
}

/** A number that is a name: as typed. Refuses what a spreadsheet has spoilt (1.1E+17) and several numbers in one cell. */
function readNumber(text: string, refuse: Refuse): string | undefined {
  const number = text.trim();
  if (SPOILT.test(number)) return refuse('number_spoilt');
  if (SEPARATOR.test(number)) return refuse('number_not_single');
  return number;
}

/** Several numbers: `;` `,` 、 (full-width too) or line breaks between them, in the order given. */
function readNumbers(text: string, refuse: Refuse): readonly string[] | undefined {
  if (!SEPARATOR.test(text)) {
    const number = readNumber(text, refuse);
    return number === undefined ? undefined : [number];
  }
  const numbers: string[] = [];
  for (const part of text.split(SEPARATORS)) {
    if (part.trim() === '') continue;
    const number = readNumber(part, refuse);
    if (number === undefined) return undefined;
    numbers.push(number);
  }
  const comparable = new Set(numbers.map(plainSpelling));
  if (comparable.size === 0) return refuse('person_nobody', { text });
  return numbers;
}

function readDay(options: { year: number | undefined; deadline: boolean }): CellReader {
  const read = dayReader(options);
  return (text, refuse): Day | undefined => {
    const reading = read(text);
    return 'day' in reading ? reading.day : refuse(reading.code);
  };
}

function readDue(year: number | undefined): CellReader {
  const read = readDay({ year, deadline: true });
  return (text, refuse): Day | DayOffset | undefined => {
    const offset = OFFSET.exec(text.trim());
    if (offset === null) return read(text, refuse) as Day | undefined;
    return { plus: Number(offset[1]), unit: offset[2]?.toLowerCase() === 'wd' ? 'wd' : 'd' };
  };
}

/** A percentage is the number that is shown; whether the unit is `%` is asked with the row, or with its task. */
const PERCENT = /[%％]$/u;

/** Whether a cell writes an amount as a percentage. */
export function isPercentage(text: string): boolean {
  return PERCENT.test(text.trim());
}

function readAmount(text: string, refuse: Refuse): number | undefined {
  const amount = parseHundredths(text.trim().replace(PERCENT, '').trimEnd());
  return amount === undefined ? refuse('cell_not_an_amount') : amount;
}

/** `2018-09-01:20;2018-09-10:60`: days and cumulative amounts. Whether they rise is asked with the whole task. */
function readMilestones(year: number | undefined): CellReader {
  const read = readDay({ year, deadline: false });
  return (text, refuse): readonly { readonly on: Day; readonly amount: number }[] | undefined => {
    const milestones: { on: Day; amount: number }[] = [];
    for (const part of text.split(/[;；\r\n]+/)) {
      if (part.trim() === '') continue;
      const [dayText = '', amountText = '', ...more] = part.split(/[:：]/);
      if (more.length > 0 || amountText.trim() === '')
        return refuse('milestone_unreadable', { part: part.trim() });
      const on = read(dayText.trim(), refuse) as Day | undefined;
      if (on === undefined) return undefined;
      const amount = readAmount(amountText, refuse);
      if (amount === undefined) return undefined;
      milestones.push({ on, amount });
    }
    return milestones.length === 0 ? refuse('milestone_unreadable', { part: text.trim() }) : milestones;
  };
}

function readBoolean(text: string, refuse: Refuse, rest?: TakeRest): boolean | undefined {
  const meaning = readTerm(vocabularies.boolean, text, refuse, rest);
  return meaning === undefined ? undefined : meaning === 'true';
}

function termReader(name: string): CellReader {
  const terms = (vocabularies as Readonly<Record<string, Vocabulary>>)[name];
  if (terms === undefined) throw new Error(`no vocabulary ${name}`);
  if (name === 'progress') return readWord;
  if (name !== 'severity') return (text, refuse, rest) => readTerm(terms, text, refuse, rest);
  return (text, refuse) => {
    const saying = readSaying(terms, text);
    return saying === undefined || saying.rest !== '' ? refuse('severity_not_1_to_3') : Number(saying.code);
  };
}

/** The unit's own word. */
function readWord(text: string, refuse: Refuse, rest?: TakeRest): string | undefined {
  const terms = vocabularies.progress;
  const code = codeOf(readProgress(terms, text), rest);
  return code ?? refuse('word_not_understood', { allowed: terms.codes, words: terms.words });
}

function readTerm(terms: Vocabulary, text: string, refuse: Refuse, rest?: TakeRest): string | undefined {
  const code = codeOf(readSaying(terms, text), rest);
  if (code !== undefined) return code;
  const known = { allowed: terms.codes, words: terms.words };
  if (isAsked(terms, text)) return refuse('cell_word_asked', known);
  const near = nearWord(terms, text);
  return near === undefined
    ? refuse('cell_not_one_of', known)
    : refuse('cell_not_one_of_near', { ...known, near });
}

/** The code of what a cell says; undefined where more follows it than anything takes. */
function codeOf(saying: Saying | undefined, rest: TakeRest | undefined): string | undefined {
  if (saying === undefined || saying.rest === '') return saying?.code;
  rest?.(saying.rest);
  return rest === undefined ? undefined : saying.code;
}
