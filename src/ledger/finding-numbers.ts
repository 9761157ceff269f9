// The ids of findings by their numbers, looked up many at a time.
import { comparableNumber } from '../domain/text.ts';
import type { ReadDb } from './database.ts';
import { findingId } from './findings.ts';

/** So many numbers go into one statement: prepared once, whatever the count. */
const AT_ONCE = 256;
/** Fewer are asked for one by one. */
const FEW = 8;
const LOOK_UP = `SELECT finding_no, finding_id FROM finding_now
  WHERE finding_no IN (${Array.from({ length: AT_ONCE }, () => '?').join(', ')})`;

/** Knows of a few hundred numbers which live finding bears each, and of no others. */
export class FindingNumbers {
  readonly #db: ReadDb;
  readonly #ids = new Map<string, number>();

  constructor(db: ReadDb) {
    this.#db = db;
  }

  /** Looks numbers up, and forgets those looked up before. */
  look(numbers: readonly string[]): void {
    this.#ids.clear();
    if (numbers.length < FEW) {
      for (const number of numbers) {
        const id = findingId(this.#db, number);
        if (id !== undefined) this.add(number, id);
      }
      return;
    }
    for (let at = 0; at < numbers.length; at += AT_ONCE) {
      const few = numbers.slice(at, at + AT_ONCE).map(keyOf);
      while (few.length < AT_ONCE) few.push(few[0] ?? '');
      for (const row of this.#db.all<{ finding_no: string; finding_id: number }>(LOOK_UP, ...few))
        this.#ids.set(row.finding_no, row.finding_id);
    }
  }

  /** The id of the live finding with one of the numbers looked up, or undefined. */
  id(findingNo: string): number | undefined {
    return this.#ids.get(keyOf(findingNo));
  }

  /** Takes in a finding that has been recorded since. */
  add(findingNo: string, id: number): void {
    this.#ids.set(keyOf(findingNo), id);
  }
}

/** As the ledger keeps it: half a surrogate pair is stored as U+FFFD. */
function keyOf(findingNo: string): string {
  return comparableNumber(findingNo).toWellFormed();
}
