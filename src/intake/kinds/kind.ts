// What a record kind adds to its columns: headings, words that have to be asked about, defaults, and cross checks.
import { plainSpelling } from '../../domain/look.ts';
import type { ProblemValue } from '../../domain/problem.ts';
import type { IntakeCode } from '../../domain/problem-codes.ts';
import type { RecordKind, RecordOf } from '../../domain/records.ts';

/** Reports a problem of the row; `key` is the field whose cell it is about. */
export type Say = (code: IntakeCode, key: string, values?: Readonly<Record<string, ProblemValue>>) => void;

/** The rules of one kind. Headings are separated by spaces, the office's own first (CLERK.md). */
export interface KindRules<K extends RecordKind> {
  readonly kind: K;
  /** Headings by field. */
  readonly headings: Readonly<Record<string, string>>;
  /** Headings by field under which offices write persons by name, not by number. */
  readonly names?: Readonly<Record<string, string>>;
  /** Headings that could be several fields of this kind: asked about, never chosen. */
  readonly asked?: Readonly<Record<string, string>>;
  /** Values of empty cells of fields that have a default. */
  readonly defaults?: { readonly [F in keyof RecordOf[K]]?: RecordOf[K][F] };
  /** Fields whose default also holds when the file has no such column. */
  readonly defaultWithoutColumn?: readonly string[];
  /** A field whose other words become the note: it then holds `value` (CLERK.md, reports). */
  readonly becomesNote?: {
    readonly field: string;
    readonly value: string;
    readonly isOther: (text: string) => boolean;
  };
  /** What is told of a record that is taken all the same. */
  readonly told?: (record: RecordOf[K]) => 'checks_incomplete' | undefined;
  /** Looks at the cells together, once each of them could be read. */
  readonly check?: (record: RecordOf[K], say: Say) => void;
}

/** Reports cadres that stand twice on one row, whatever the roles (contract, section 3, "Responsible at D"). */
export function sayCadreTwice(
  record: {
    readonly cadre_no: readonly string[];
    readonly assist_no?: readonly string[] | null | undefined;
    readonly leader_no?: readonly string[] | null | undefined;
  },
  say: Say,
): void {
  const seen = new Set<string>();
  for (const key of ['cadre_no', 'assist_no', 'leader_no'] as const) {
    for (const number of record[key] ?? []) {
      const comparable = plainSpelling(number);
      if (seen.has(comparable)) say('cadre_twice', key, { cadre: number });
      seen.add(comparable);
    }
  }
}
