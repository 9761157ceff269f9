// The findings of many closed rounds, gone through from the oldest on: each finding is read once and kept while it matters.
import type { Day } from '../domain/day.ts';
import type { Finding } from '../domain/finding.ts';
import type { PreviousRound } from '../domain/round.ts';
import type { ReadDb } from './database.ts';
import { type FindingRows, findingRows, liveFinding } from './finding-rows.ts';
import { View } from './view.ts';

/** The closed round before, if there is one. */
type Before = Pick<PreviousRound, 'cutoff' | 'closedAt'> | null;

/** What the ledger holds of a finding now: what settled it, or what reversed it. */
interface End {
  readonly settled_on: Day | null;
  readonly settled_seq: number | null;
  readonly reversed_seq: number | null;
}

interface Kept extends FindingRows {
  readonly end: End;
}

/** Gives for each round the findings that `findingsForRound` gives. `close` it when done. */
export class FindingsOverRounds {
  readonly #db: ReadDb;
  readonly #unread: Generator<FindingRows>;
  #next: FindingRows | undefined;
  #kept: Kept[] = [];

  constructor(db: ReadDb) {
    this.#db = db;
    this.#unread = findingRows(new View(db), 'SELECT id FROM findings', []);
    this.#next = this.#unread.next().value;
  }

  /** The findings of a round. Rounds must be asked for from the oldest on. */
  readonly forRound = (view: View, previous: Before): Generator<Finding> => this.#forRound(view, previous);

  *#forRound(view: View, previous: Before): Generator<Finding> {
    for (; this.#next !== undefined && this.#next.row.seq <= view.position; this.#next = this.#unread.next().value) {
      this.#kept.push({ ...this.#next, end: this.#endOf(this.#next.row.id) });
    }
    this.#kept = this.#kept.filter(({ end }) => matters(end, view, previous));
    for (const rows of this.#kept) {
      const found = liveFinding(view, rows);
      if (found !== undefined) yield found.finding;
    }
  }

  close(): void {
    this.#unread.return(undefined);
  }

  #endOf(id: number): End {
    const end = this.#db.get<End>(
      `SELECT n.settled_on, n.settled_seq, r.seq AS reversed_seq
       FROM findings f LEFT JOIN finding_now n ON n.finding_id = f.id
         LEFT JOIN reversals r ON r.fact = 'findings' AND r.fact_id = f.id WHERE f.id = ?`,
      id,
    );
    return end ?? { settled_on: null, settled_seq: null, reversed_seq: null };
  }
}

/** Whether a round can rest on a finding: what `CHOSEN_FOR_ROUND` asks. Once not, it is not in any later round. */
function matters({ settled_on, settled_seq, reversed_seq }: End, view: View, previous: Before): boolean {
  if (reversed_seq !== null) return reversed_seq > view.position;
  if (previous === null || settled_on === null) return true;
  return settled_on > previous.cutoff || (settled_seq ?? 0) > previous.closedAt;
}
