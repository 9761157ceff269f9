// Where a recorded fact came from: file, row and journal entry, so that every statement can be led back to them.

/** The origin of a fact. `file` is empty and `line` null for what was entered singly. */
export interface Origin {
  readonly file: string;
  readonly line: number | null;
  /** The journal entry that wrote it. */
  readonly seq: number;
  /** The instant of that entry, UTC. */
  readonly at: string;
  readonly actor: string;
}
