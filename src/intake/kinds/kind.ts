// What a record kind adds to its columns: headings, words that have to be asked about, defaults, and cross checks.

import type { IntakeCode } from '../../domain/codes/problem-codes.ts';
import type { ProblemValue } from '../../domain/problem.ts';
import type { RecordKind, RecordOf } from '../../domain/records/records.ts';
import { plainSpelling } from '../../domain/texts/look.ts';

/** Reports a problem of the row; `key` is the field whose cell it is about. */
export type Say = (code: IntakeCode, key: string, values?: Readonly<Record<string, ProblemValue>>) => void;

/** The unit's own word on a finding (contract, section 4, "Read as it stands"): its field, its day, and what is not understood. */
export interface UnitWord {
  readonly field: string;
  /** The field of the day of application. A day without a word is `done`. */
  readonly day: string;
  /** The field of a narrative that accompanies the word. */
  readonly note: string;
  /** Headings of a day that says nothing about how far it is: a row with one asks for a word. */
  readonly asking: string;
  /** A heading of a narrative, read as the word only when all its cells are words. */
  readonly narrative: string;
  /** The field that keeps words not understood in a row without a day; without it such a row is bad. */
  readonly keptIn?: string;
}

/** A record of which some cells could not be read. */
export type Unread<K extends RecordKind> = Partial<RecordOf[K]>;

/** Some fields of a record, if all of them could be read. */
export type Read<R> = <F extends keyof R>(...keys: readonly F[]) => Pick<R, F> | undefined;

/** The rules of one kind. Headings are separated by spaces, the office's own first (CLERK.md). */
export interface KindRules<K extends RecordKind> {
  readonly kind: K;
  /** Headings by field. */
  readonly headings: Readonly<Record<string, string>>;
  /** Headings by field under which offices write persons by name, not by number. */
  readonly names?: Readonly<Record<string, string>>;
  /** Headings that could be several fields of this kind: asked about, never chosen. */
  readonly asked?: Readonly<Record<string, string>>;
  /** Headings of what the ledger itself says in its exports: never read, and no news. */
  readonly shown?: string;
  /** Sheets that are lists of one register and are read together, by the ends of their names. */
  readonly lists?: readonly string[];
  /** Where the unit says how far it is. */
  readonly unitWord?: UnitWord;
  /** The note, by coded field, that takes what is written behind its word (整改到位，已入户核实). */
  readonly restTo?: Readonly<Record<string, string>>;
  /** The warning about a record that is accepted all the same. */
  readonly warning?: (record: RecordOf[K]) => 'checks_incomplete' | undefined;
  /** Looks at the cells together, of a row with unreadable cells too: `read` returns those fields that could be read. */
  readonly check?: (record: Unread<K>, say: Say, read: Read<RecordOf[K]>) => void;
}

/** Reports cadres named twice in one row, whatever the roles (contract, section 3, "Responsible at D"). */
export function sayCadreTwice(
  record: {
    readonly cadre_no?: unknown;
    readonly assist_no?: unknown;
    readonly leader_no?: unknown;
  },
  say: Say,
): void {
  const seen = new Set<string>();
  for (const key of ['cadre_no', 'assist_no', 'leader_no'] as const) {
    const list = record[key];
    if (!Array.isArray(list)) continue;
    for (const number of list.map(String)) {
      const comparable = plainSpelling(number);
      if (seen.has(comparable)) say('cadre_twice', key, { cadre: number });
      seen.add(comparable);
    }
  }
}
