// The unit's own word on a finding: what becomes of a row whose word is missing or not understood.
import type { Problem } from '../../domain/problem.ts';
import { comparableHeading } from '../headings.ts';
import type { Say, UnitWord } from '../kinds/kind.ts';
import { isUnitWord } from './clause.ts';
import { columnText, type Field } from './field.ts';

/** The text after the words of coded cells, by the note that keeps it. */
export type Rests = Map<string, string>;

/** A row whose cells have been read one by one. */
interface WordRow {
  readonly cells: readonly string[];
  /** Gets the word, and the words that are kept. */
  readonly record: Record<string, unknown>;
  /** Loses the problem of words that are kept. */
  readonly problems: Problem[];
  readonly rests: Rests;
  readonly say: Say;
}

/**
 * Builds the rule of a kind under a layout (contract, section 4, "Read as it stands"): a day of application without a
 * word is `done`, under a heading such as 上报时间 it asks for one; words that are not understood make a row with a day
 * bad, and without a day are kept with the finding where the kind can keep them.
 * @returns a function that returns whether words were kept
 */
export function wordSettler(unit: UnitWord, fields: readonly Field[]): (row: WordRow) => boolean {
  const fieldOf = (key: string) => fields.find((field) => field.spec.key === key);
  const [word, day, note] = [unit.field, unit.day, unit.note].map(fieldOf);
  const textOf = (field: Field | undefined, cells: readonly string[]) =>
    field === undefined ? '' : columnText(field, cells).trim();
  const asking = new Set(unit.asking.split(' ').map(comparableHeading));
  const asks = day !== undefined && asking.has(comparableHeading(day.column));
  const { keptIn } = unit;
  return ({ cells, record, problems, rests, say }) => {
    const said = textOf(word, cells);
    const hasDay = textOf(day, cells) !== '';
    if (keptIn !== undefined && (word ?? note) !== undefined) record[keptIn] ??= null;
    if (record[unit.field] != null) {
      // A mapping says what the words mean; they stay as the note.
      if (word?.derive !== undefined && !isUnitWord(said) && said !== '') rests.set(unit.note, said);
      return false;
    }
    if (said === '' && hasDay) {
      if (asks) say('word_wanted', unit.day, { heading: day?.column ?? '' });
      else record[unit.field] = 'done';
      return false;
    }
    const words = said === '' ? textOf(note, cells) : said;
    if (words === '' || hasDay || keptIn === undefined) return false;
    record[keptIn] = words;
    if (said === '') return true;
    record[unit.field] = null;
    const at = problems.findIndex(({ code }) => code === 'word_not_understood');
    if (at !== -1) problems.splice(at, 1);
    return true;
  };
}
