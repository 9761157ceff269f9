// One row of cells to one record: every problem of the row is collected, each at its cell.

import type { IntakeCode } from '../domain/codes/problem-codes.ts';
import { splitPersons } from '../domain/persons/split.ts';
import { bracketed } from '../domain/persons/wording.ts';
import { type Place, type Problem, type ProblemValue, problem } from '../domain/problem.ts';
import { namesCadres, recordColumns } from '../domain/records/record-columns.ts';
import type { RecordKind, RecordOf } from '../domain/records/records.ts';
import { plainSpelling } from '../domain/texts/look.ts';
import { type PersonalNumber, personalNumbersIn } from '../domain/texts/personal-numbers.ts';
import { LONGEST_TEXT, textFault } from '../domain/texts/readable.ts';
import { kindRules } from './kinds/all-kinds.ts';
import type { KindRules, Unread } from './kinds/kind.ts';
import { checkRecord } from './record-schemas.ts';
import type { RawRow, RowFault } from './table.ts';
import { type CellReader, cellReader, isPercentage, type Refuse, type TakeRest } from './values/cells.ts';
import { columnText, type Field } from './values/field.ts';
import { type Rests, wordSettler } from './values/unit-word.ts';

/** Cells of a row that name persons, by field, to be looked up on the roster. */
type RowNames = Readonly<Record<string, string>>;

/**
 * What became of a row. `record` is there when no problem is. A field in `names` is empty in the record (no number,
 * or the empty text) until the names are looked up; `cadre_twice` has then to be asked again.
 */
export interface ReadRow<K extends RecordKind> {
  readonly place: Place;
  /** The cells as read, unguarded, for `--rejects`. */
  readonly original: readonly string[];
  readonly record?: RecordOf[K];
  readonly problems: readonly Problem[];
  readonly names?: RowNames;
  /** Cells that name persons whose numbers the row gives too: the numbers count. */
  readonly alsoNamed?: RowNames;
  /** Whether the row keeps words of the unit that are not understood. */
  readonly keptWords?: true;
  /** What of a bad row could be read, for questions that the ledger answers too; fields that could not are left out. */
  readonly partial?: Readonly<Record<string, unknown>>;
  /** What is wrong with the row where it is news: nothing is asked of one that equals what is recorded. */
  readonly doubts?: readonly Problem[];
  /** Whether it extends over several rows of the file, which may name one cadre in several spellings. */
  readonly joined?: true;
  /** Numbers of persons in columns of free text, by the heading of the column. */
  readonly personal?: readonly { readonly kind: PersonalNumber; readonly column: string }[];
}

export interface RowOptions {
  /** Lent to days without a year. */
  readonly year?: number | undefined;
  /** Whether columns of names may be used. */
  readonly matchNames?: boolean | undefined;
}

/** A letter that numbers do not have as a rule: the cell may hold names. */
const FOREIGN = /[^\P{L}A-Za-z]/u;
/** Several Han letters and nothing else: a person, not a number. */
const LIKE_NAME = /^[\p{Script=Han}·\s\u3000]{2,}$/u;

/** Builds the reader of a kind's rows under a layout. It throws nothing: what is wrong comes back with the row. */
export function rowReader<K extends RecordKind>(
  kind: K,
  fields: readonly Field[],
  options: RowOptions,
): (row: RawRow, place: Place) => ReadRow<K> {
  const rules: KindRules<K> = kindRules[kind];
  const absent = recordColumns[kind].filter(
    ({ key, filled, default: value }) =>
      filled === 'always' && value !== undefined && !fields.some((field) => field.spec.key === key),
  );
  const readers: readonly CellReader[] = fields.map((field) => cellReader(field.spec, options.year));
  const settleWord = rules.unitWord && wordSettler(rules.unitWord, fields);
  return (row, place) => {
    const { cells } = row;
    const problems: Problem[] = [];
    const record: Record<string, unknown> = {};
    const unread = new Set<string>();
    const rests: Rests = new Map();
    let names: Record<string, string> | undefined;
    let alsoNamed: Record<string, string> | undefined;
    let doubts: Problem[] | undefined;
    let personal: { kind: PersonalNumber; column: string }[] | undefined;
    let field: Field | undefined;
    let text = '';
    const refuse: Refuse = (code, values) => {
      if (field !== undefined) unread.add(field.spec.key);
      problems.push(problem(code, values, placeOf(place, field, text)));
    };
    for (let at = 0; at < fields.length; at += 1) {
      field = fields[at];
      const reader = readers[at];
      if (field === undefined || reader === undefined) continue;
      const { key } = field.spec;
      text = cells[field.index] ?? '';
      const nameCell =
        options.matchNames === true && field.nameColumn ? (cells[field.nameColumn.index] ?? '') : '';
      let named = field.named;
      if (!isBlank(nameCell)) {
        if (isBlank(text)) {
          text = nameCell;
          named = true;
        } else {
          alsoNamed ??= {};
          alsoNamed[key] = nameCell;
        }
      }
      const fault = faultOf(row, field);
      if (field.derive !== undefined && fault === undefined) {
        text = columnText(field, cells);
        const derived = field.derive(cells, refuse);
        if (derived === undefined) continue;
        text = derived;
      }
      const lost = textFault(text);
      if (lost !== undefined) {
        doubts ??= [];
        doubts.push(problem(lost, { most: LONGEST_TEXT }, placeOf(place, field, text)));
      }
      if (fault !== undefined) refuse(fault.code, fault.values);
      else if (isBlank(text)) {
        if (field.spec.required === true) refuse('cell_required', { field: { term: `column.${key}` } });
        else record[key] = field.spec.default ?? null;
      } else if (isErrorValue(text.trim())) refuse('cell_is_error');
      else if (row.dates?.has(field.index) === true && holdsNumbers(field)) refuse('number_became_date');
      else if (options.matchNames === true && (named || (namesCadres(kind, key) && FOREIGN.test(text)))) {
        record[key] = field.spec.type === 'numbers' ? [] : '';
        names ??= {};
        names[key] = text;
      } else if (field.named && holdsName(text)) {
        refuse('name_not_number', { field: { term: `column.${key}` } });
      } else if (isRoundedUp(row, field)) refuse('percent_rounded');
      else {
        if (field.spec.type === 'amount' && isPercentage(text)) record.percent = true;
        const value = reader(text, refuse, restTo(rules.restTo?.[key], rests));
        const mayRepeat = row.joined === true && field.spec.type === 'numbers' && value !== undefined;
        if (value !== undefined) record[key] = mayRepeat ? withoutRepeated(value as string[]) : value;
        if (field.spec.type !== 'text') continue;
        for (const kind of personalNumbersIn(text)) {
          personal ??= [];
          personal.push({ kind, column: field.column });
        }
      }
    }
    for (const { key, default: value } of absent) record[key] = value;
    const sayAbout = (
      code: IntakeCode,
      key: string,
      values?: Readonly<Record<string, ProblemValue>>,
    ): void => {
      const about = fields.find((each) => each.spec.key === key);
      const value = about === undefined ? '' : columnText(about, cells);
      problems.push(problem(code, values, placeOf(place, about ?? key, value)));
    };
    const keptWords = settleWord?.({ cells, record, problems, rests, say: sayAbout });
    for (const [key, rest] of rests) {
      const note = record[key];
      if (!unread.has(key)) record[key] = typeof note === 'string' ? `${rest}；${note}` : rest;
    }
    const read = <F extends keyof RecordOf[K]>(...keys: readonly F[]) =>
      keys.some((key) => unread.has(String(key))) ? undefined : (record as Pick<RecordOf[K], F>);
    rules.check?.(record as Unread<K>, sayAbout, read);
    const outcome = {
      place,
      original: cells,
      problems,
      ...(names && { names }),
      ...(alsoNamed && { alsoNamed }),
      ...(keptWords === true && { keptWords }),
      ...(doubts && { doubts }),
      ...(row.joined === true && { joined: row.joined }),
      ...(personal && { personal }),
    };
    if (problems.length > 0) return { ...outcome, partial: record };
    checkRecord(kind, record);
    return { ...outcome, record };
  };
}

/** Numbers without those that look like one before them. */
function withoutRepeated(numbers: readonly string[]): string[] {
  const looks = numbers.map(plainSpelling);
  return numbers.filter((_, at) => looks.indexOf(looks[at] ?? '') === at);
}

function restTo(note: string | undefined, rests: Rests): TakeRest | undefined {
  return note === undefined ? undefined : (rest) => rests.set(note, rest);
}

function placeOf(place: Place, field: Field | string | undefined, value: string): Place {
  if (field === undefined) return place;
  return { ...place, column: typeof field === 'string' ? field : field.column, value };
}

function isBlank(text: string): boolean {
  return text === '' || text.trim() === '';
}

/** What Excel (and WPS, and LibreOffice) shows where a formula failed, of any kind: #N/A, #SPILL!, #NAME?, Err:502. */
const ERROR_VALUE = /^(?:#(?:N\/A|GETTING_DATA|[A-Z][A-Z0-9_/]{1,20}[!?])|Err:\d{3})$/;

function isErrorValue(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first === 0x23 || first === 0x45) && ERROR_VALUE.test(text);
}

/** Why the cell of a field, or one that it is made of, cannot be read as it is. */
function faultOf({ faults }: RawRow, field: Field): RowFault | undefined {
  if (faults === undefined) return undefined;
  const found = (field.indices ?? [field.index]).find((index) => faults.has(index));
  return found === undefined ? undefined : faults.get(found);
}

/** Whether 99.6 % is shown as 100 % where that says that something is done. */
function isRoundedUp({ roundedUp }: RawRow, field: Field): boolean {
  if (roundedUp === undefined) return false;
  const counts = field.spec.type === 'amount' || field.spec.terms === 'progress';
  return counts && (field.indices ?? [field.index]).some((index) => roundedUp.has(index));
}

/** Whether a column holds numbers that are names: a date cell there is what Excel made of 1-2. */
function holdsNumbers(field: Field): boolean {
  return field.spec.type === 'number_name' || field.spec.type === 'numbers';
}

/** The roster is not at hand here. */
const NO_NAMES = { isName: () => false, joined: [], numbered: () => [] };

function holdsName(text: string): boolean {
  return splitPersons(text, NO_NAMES).some((part) => LIKE_NAME.test(bracketed(part).outside));
}
