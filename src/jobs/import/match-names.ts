// Names in a file to numbers of the roster: one that fits one cadre is accepted with a warning, anything else is asked
// about.
import { type CadreNamed, cadreNamed } from '../../domain/persons/cadre-named.ts';
import { canOnlyBeNumber } from '../../domain/persons/naming.ts';
import { cadreText } from '../../domain/persons/read.ts';
import type { Roster } from '../../domain/persons/roster.ts';
import { splitPersons } from '../../domain/persons/split.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { RecordKind, RecordOf } from '../../domain/records/records.ts';
import { sayCadreTwice } from '../../intake/kinds/kind.ts';
import type { ReadRow } from '../../intake/read-row.ts';
import { checkRecord } from '../../intake/record-schemas.ts';
import { rosterOf } from '../../ledger/cadres/roster.ts';
import type { View } from '../../ledger/facts/view.ts';

/** A row with its names looked up: a record, or what is wrong. */
export type Matched<K extends RecordKind> =
  | { readonly record: RecordOf[K] }
  | { readonly problems: readonly Problem[] };

/** A column of texts that are all different must not fill the memory. */
const MOST_KNOWN = 10_000;

/** How often something was found, and the line of the first. */
interface Found {
  readonly values: Readonly<Record<string, string>>;
  readonly line: number;
  count: number;
}

/** Looks up the names of rows among all cadres of a view, those who have left too (contract, section 3, "Persons"). */
export class NameBook {
  readonly #roster: Roster;
  /** What each text names: a file repeats a small number of names. */
  readonly #known = new Map<string, CadreNamed>();
  /** Each name that was matched to a number. */
  readonly #matched = new Map<string, Found>();
  /** Names next to numbers of others. */
  readonly #differing = new Map<string, Found>();

  constructor(view: View) {
    this.#roster = rosterOf(view);
  }

  /** Fills the named fields of a row's record with numbers. @param headings the heading of each field in the file */
  look<K extends RecordKind>(kind: K, row: ReadRow<K>, headings: ReadonlyMap<string, string>): Matched<K> {
    const record: Record<string, unknown> = { ...(row.record ?? row.partial) };
    const problems: Problem[] = [];
    for (const [field, text] of Object.entries(row.names ?? {})) {
      const at = { ...row.place, column: headings.get(field) ?? field };
      const parts = this.#partsOf(text);
      const several = Array.isArray(record[field]);
      if (!several && parts.length > 1)
        problems.push(problem('number_not_single', {}, { ...at, value: text }));
      if (parts.length === 0) problems.push(problem('person_nobody', { text }, { ...at, value: text }));
      const numbers = parts.flatMap((part) => {
        const found = this.#numberOf(part, field, at.line ?? 1);
        if (typeof found === 'string') return [found];
        problems.push(problem(found.code, found.values, { ...at, value: part }));
        return [];
      });
      record[field] = several ? (row.joined === true ? [...new Set(numbers)] : numbers) : (numbers[0] ?? '');
    }
    for (const [field, text] of Object.entries(row.record === undefined ? {} : (row.alsoNamed ?? {})))
      this.#compare(record[field], text, row.place.line ?? 1);
    if (problems.length === 0 && Array.isArray(record.cadre_no)) {
      sayCadreTwice(record, (code, key, values) => {
        problems.push(problem(code, values, { ...row.place, column: headings.get(key) ?? key }));
      });
    }
    if (problems.length > 0 || row.record === undefined) return { problems };
    checkRecord(kind, record);
    return { record };
  }

  #named(text: string): CadreNamed {
    let named = this.#known.get(text);
    if (named === undefined) {
      if (this.#known.size >= MOST_KNOWN) this.#known.clear();
      named = cadreNamed(text, this.#roster);
      this.#known.set(text, named);
    }
    return named;
  }

  /** The texts between separators; a number that contains one is whole. */
  #partsOf(text: string): string[] {
    return this.#roster.cadre(text.trim()) === undefined ? splitPersons(text, this.#roster) : [text.trim()];
  }

  #numberOf(text: string, field: string, line: number): string | Problem {
    const named = this.#named(text);
    if (named.kind === 'one') {
      const { cadreNo, unit } = named.cadre;
      if (cadreNo !== text) count(this.#matched, text, { name: text, cadre_no: cadreNo, unit }, line);
      return cadreNo;
    }
    const candidates = named.candidates.map(cadreText);
    if (named.kind === 'several') return problem('name_fits_several', { name: text, candidates });
    if (named.kind === 'apart') return problem('person_apart', { given: text, candidates });
    if (candidates.length > 0) return problem('name_only_alike', { name: text, candidates });
    // An unknown number is refused as such, with the nearest.
    if (canOnlyBeNumber(text)) return text;
    return problem('name_fits_nobody', { name: text, field: { term: `column.${field}` } });
  }

  /** Remembers the names of a cell that are none of the cadres whose numbers the row gives. */
  #compare(given: unknown, text: string, line: number): void {
    const numbers = (Array.isArray(given) ? given : [given]).map(String);
    const cadres = numbers.flatMap((number) => this.#roster.numbered(number));
    for (const part of this.#partsOf(text)) {
      const named = this.#named(part);
      const meant = named.kind === 'one' ? [named.cadre] : named.candidates;
      if (meant.some((each) => cadres.includes(each))) continue;
      const values = { name: part, numbers: cadres.map(cadreText).join('、') || numbers.join('、') };
      count(this.#differing, JSON.stringify(values), values, line);
    }
  }

  /** Warnings about what was matched and what differs: each once. */
  warnings(file: string): Problem[] {
    return [
      ...[...this.#matched.values()].map(({ values, count }) =>
        problem('name_taken', { ...values, count }, { file }),
      ),
      ...[...this.#differing.values()].map(({ values, count, line }) =>
        problem('name_differs', { ...values, count, line }, { file }),
      ),
    ];
  }
}

function count(found: Map<string, Found>, key: string, values: Found['values'], line: number): void {
  const known = found.get(key);
  if (known === undefined) found.set(key, { values, line, count: 1 });
  else known.count += 1;
}
