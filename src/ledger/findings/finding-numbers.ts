// Findings by their numbers, looked up many at a time: the one with a number, or one whose number only looks like it.
import { lookOf, spellingsOf } from '../../domain/texts/look.ts';
import { comparableNumber } from '../../domain/texts/text.ts';
import type { ReadDb } from '../database.ts';

/** The number of parameters of one statement: prepared once, whatever the count. */
const AT_ONCE = 256;
/** Fewer are asked for one by one. */
const FEW = 8;

const places = Array.from({ length: AT_ONCE }, () => '?').join(', ');
const ONE = 'SELECT finding_no, finding_id FROM finding_now WHERE finding_no = ?';
const MANY = `SELECT finding_no, finding_id FROM finding_now WHERE finding_no IN (${places})`;
const ONE_LOOK = "SELECT spelling FROM looks WHERE kind = 'finding' AND look = ?";
const MANY_LOOKS = `SELECT spelling FROM looks WHERE kind = 'finding' AND look IN (${places})`;

/** Looks up a batch of numbers: which live findings have each of them or look like it. */
export class FindingNumbers {
  readonly #db: ReadDb;
  readonly #ids = new Map<string, number>();
  /** The live numbers among them by their look. */
  readonly #looks = new Map<string, string[]>();

  constructor(db: ReadDb) {
    this.#db = db;
  }

  /** Looks numbers up, and forgets those looked up before. */
  look(numbers: readonly string[]): void {
    this.#ids.clear();
    this.#looks.clear();
    const spellings = new Set(numbers.flatMap((number) => spellingsOf(number)).map(asStored));
    const looks = new Set([...spellings].map(lookOf));
    // Most numbers are their own look: those are asked for once.
    const numbered = this.#select<{ finding_no: string; finding_id: number }>(ONE, MANY, [
      ...new Set([...spellings, ...looks]),
    ]);
    for (const row of numbered) this.#keep(row.finding_no, row.finding_id);
    const alike = this.#select<{ spelling: string }>(ONE_LOOK, MANY_LOOKS, [...looks])
      .map((row) => row.spelling)
      .filter((spelling) => !spellings.has(spelling));
    if (alike.length === 0) return;
    for (const row of this.#select<{ finding_no: string; finding_id: number }>(ONE, MANY, alike))
      this.#keep(row.finding_no, row.finding_id);
  }

  #select<R>(one: string, many: string, values: readonly string[]): R[] {
    if (values.length < FEW) return values.flatMap((value) => this.#db.all<R>(one, value));
    const rows: R[] = [];
    for (let at = 0; at < values.length; at += AT_ONCE) {
      const few = values.slice(at, at + AT_ONCE);
      while (few.length < AT_ONCE) few.push(few[0] ?? '');
      for (const row of this.#db.all<R>(many, ...few)) rows.push(row);
    }
    return rows;
  }

  #keep(number: string, id: number): void {
    this.#ids.set(number, id);
    const look = lookOf(number);
    const same = this.#looks.get(look);
    if (same === undefined) this.#looks.set(look, [number]);
    else if (!same.includes(number)) same.push(number);
  }

  /** The id of the live finding with one of the numbers looked up, or undefined. */
  id(findingNo: string): number | undefined {
    for (const spelling of spellingsOf(findingNo)) {
      const id = this.#ids.get(asStored(spelling));
      if (id !== undefined) return id;
    }
    return undefined;
  }

  /** The live number that one of the numbers looked up only looks like, with its finding; undefined when there is none. */
  alike(findingNo: string): { readonly number: string; readonly id: number } | undefined {
    const number = this.#looks.get(lookOf(findingNo))?.[0];
    const id = number === undefined ? undefined : this.#ids.get(number);
    return number === undefined || id === undefined ? undefined : { number, id };
  }

  /** Takes in a finding that has been recorded since. */
  add(findingNo: string, id: number): void {
    this.#keep(asStored(comparableNumber(findingNo)), id);
  }
}

/** As the ledger keeps it: half a surrogate pair is stored as U+FFFD. */
function asStored(number: string): string {
  return number.toWellFormed();
}
