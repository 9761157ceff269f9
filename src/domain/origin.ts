// Where a recorded fact came from: file, row and journal entry, so that every statement can be led back to them.

/** The origin of a fact. `file` is empty and `line` null for what was entered singly. */
export interface Origin {
  readonly file: string;
  readonly line: number | null;
  /** The journal entry that wrote it. */
  readonly seq: number;
  /** The instant at which it was recorded, UTC; of a carried fact in the ledger that it comes from. */
  readonly at: string;
  readonly actor: string;
  /** The ledger that a carried fact was recorded in, by the name of its file, and the journal entry there. */
  readonly carriedFrom: { readonly ledger: string; readonly seq: number } | null;
}
