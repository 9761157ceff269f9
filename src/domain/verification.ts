// What a verification looks at and what it finds: each check by its name, each fault by its code.
import type { Problem } from './problem.ts';

/** The checks of `verify`, in the order in which they are made (contract, section 5). */
export const checks = [
  ...['integrity', 'foreign_keys', 'schema', 'settings', 'sequence', 'chain', 'rows', 'beyond_head'],
  ...['derived', 'rounds', 'draws', 'digest', 'copy'],
] as const;
export type Check = (typeof checks)[number];

/** Something found. A `grave` one means that the ledger is damaged; any other is only said. */
export interface Fault {
  readonly check: Check;
  readonly problem: Problem;
  /** The journal entry that it concerns, or null. */
  readonly entry: number | null;
  /** The closed round that it concerns, or null. */
  readonly round: number | null;
  readonly grave: boolean;
}

/** A digest of a closed round: of its draft, of its closing, or `only`, where it was closed in one step. */
export interface DigestOf {
  readonly round: number;
  readonly which: 'draft' | 'closing' | 'only';
}

/** How much of a ledger can still be trusted: the entries up to one, and the rounds closed by then. 0 is nothing. */
export interface Trusted {
  readonly entry: number;
  readonly round: number;
}

/** The result of a verification. */
export interface Verification {
  readonly made: readonly Check[];
  readonly faults: readonly Fault[];
  readonly entries: number;
  readonly rounds: number;
  /** Rounds that were replayed and came out the same. */
  readonly replayed: number;
  readonly trusted: Trusted;
  /** What the digest that was given is of; null when none was given, or it fits no round. */
  readonly digestOf: DigestOf | null;
  /** The ledger that it was carried over from, by its file's name, and that one's last journal entry; or null. */
  readonly carriedFrom: { readonly file: string; readonly entry: number } | null;
  /** The relation of the ledger to a copy, or null when none was given; `entry` is the last one they share. */
  readonly against: { readonly says: Against; readonly entry: number } | null;
}

/**
 * `same`; `behind`, `ahead`: this ledger lacks entries of the copy, or has more; `forked`. `carried_from`, `carried_to`: one
 * was carried over from the other; `went_on`: and the older one was written to after that.
 */
export type Against = 'same' | 'behind' | 'ahead' | 'forked' | 'carried_from' | 'carried_to' | 'went_on';
