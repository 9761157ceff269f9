// What a command hands to the journal, what the journal keeps, and the result.

/** Who does what, when: what the journal keeps of a command in addition to its rows. */
export interface Entry {
  /** The instant, UTC, ISO 8601. */
  readonly at: string;
  readonly actor: string;
  /** The words of the command, without its values: `import findings`. */
  readonly command: string;
  readonly idempotencyKey: string | null;
  /** SHA-256 of everything the command was asked: the same key with another request is refused. */
  readonly request: string;
  /** Undo everything at the end and say what would have been. */
  readonly dryRun: boolean;
}

/** A journal entry as stored. */
export interface JournalRow {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly command: string;
  readonly idempotency_key: string | null;
  readonly request: string;
  readonly did: string;
  readonly rows_digest: string;
  readonly previous_hash: string;
  readonly hash: string;
}

/** The result of a command. */
export type Committed<T> =
  /** Written, now or, under the same idempotency key, before: the answer is the same. */
  | { readonly outcome: 'written'; readonly value: T; readonly seq: number; readonly repeated?: true }
  /** Nothing was to be written (all unchanged, or a dry run). */
  | { readonly outcome: 'nothing'; readonly value: T }
  /** The idempotency key was used before answers were kept. */
  | { readonly outcome: 'already'; readonly seq: number };
