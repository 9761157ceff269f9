// Names in a file to numbers of the roster: one that fits one cadre is taken and told, anything else is asked about.
import { onRoster } from '../domain/cadre.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { RecordKind, RecordOf } from '../domain/records.ts';
import { comparableNumber } from '../domain/text.ts';
import { sayCadreTwice } from '../intake/kinds/kind.ts';
import { nameMatcher } from '../intake/names.ts';
import type { ReadRow } from '../intake/read-row.ts';
import { type CadreWithId, listCadres } from '../ledger/cadres.ts';
import { LAST_DAY } from '../ledger/findings.ts';
import type { View } from '../ledger/view.ts';

/** A row with its names looked up: a record, or what is wrong. */
export type Matched<K extends RecordKind> =
  | { readonly record: RecordOf[K] }
  | { readonly problems: readonly Problem[] };

/** Looks up the names of rows on the roster of a view (issue 4, "Names"). */
export class NameBook {
  readonly #match: ReturnType<typeof nameMatcher<CadreWithId>>;
  readonly #numbers: ReadonlySet<string>;
  /** How often each name was taken for which number. */
  readonly #taken = new Map<string, { readonly name: string; readonly cadre: CadreWithId; count: number }>();

  constructor(view: View) {
    const cadres = listCadres(view);
    this.#match = nameMatcher(cadres.filter((cadre) => onRoster(cadre, LAST_DAY)));
    this.#numbers = new Set(cadres.map((cadre) => cadre.cadreNo));
  }

  /** Fills the named fields of a row's record with numbers. @param headings how the file heads each field */
  look<K extends RecordKind>(row: ReadRow<K>, headings: ReadonlyMap<string, string>): Matched<K> {
    const record: Record<string, unknown> = { ...row.record };
    const problems: Problem[] = [];
    for (const [field, names] of Object.entries(row.names ?? {})) {
      const numbers = names.flatMap((name) => {
        const found = this.#numberOf(name, field);
        if (typeof found === 'string') return [found];
        problems.push(
          problem(found.code, found.values, {
            ...row.place,
            column: headings.get(field) ?? field,
            value: name,
          }),
        );
        return [];
      });
      record[field] = Array.isArray(record[field]) ? numbers : (numbers[0] ?? '');
    }
    if (problems.length === 0 && Array.isArray(record.cadre_no)) {
      sayCadreTwice(record as unknown as RecordOf['findings'], (code, key, values) => {
        problems.push(problem(code, values, { ...row.place, column: headings.get(key) ?? key }));
      });
    }
    return problems.length > 0 ? { problems } : { record: record as unknown as RecordOf[K] };
  }

  #numberOf(name: string, field: string): string | Problem {
    const number = comparableNumber(name);
    if (this.#numbers.has(number)) return number;
    const match = this.#match(name);
    if (match.kind === 'none')
      return problem('name_fits_nobody', { name, field: { term: `column.${field}` } });
    if (match.kind === 'one') {
      const taken = this.#taken.get(name) ?? { name, cadre: match.candidate, count: 0 };
      taken.count += 1;
      this.#taken.set(name, taken);
      return match.candidate.cadreNo;
    }
    const candidates = match.candidates.map((each) =>
      [each.cadreNo, each.name, each.unit].filter(Boolean).join(' '),
    );
    return problem(match.kind === 'several' ? 'name_fits_several' : 'name_only_alike', { name, candidates });
  }

  /** What was taken, for the talk: each name once. */
  told(file: string): Problem[] {
    return [...this.#taken.values()].map(({ name, cadre, count }) =>
      problem('name_taken', { name, cadre_no: cadre.cadreNo, unit: cadre.unit, count }, { file }),
    );
  }
}
