// The findings of many closed rounds, gone through from the oldest on: each finding is read once and kept while it matters.
import type { Day } from '../domain/day.ts';
import type { Finding } from '../domain/finding.ts';
import type { PreviousRound } from '../domain/round.ts';
import type { ReadDb } from './database.ts';
import { GroupedRows } from './events.ts';
import { type FindingRows, findingRows, liveFinding } from './finding-rows.ts';
import { View } from './view.ts';

/** The closed round before, if there is one. */
type Before = Pick<PreviousRound, 'cutoff' | 'closedAt'> | null;

/** What the ledger holds of a finding now: what settled it. One that was reversed has nothing. */
interface End {
  readonly of_finding: number;
  readonly settled_on: Day | null;
  readonly settled_seq: number | null;
}

interface Kept extends FindingRows {
  readonly end: End;
}

const ENDS = `SELECT f.id AS of_finding, n.settled_on, n.settled_seq
  FROM findings f LEFT JOIN finding_now n ON n.finding_id = f.id ORDER BY f.id`;

/** Gives for each round the findings that `findingsForRound` gives. `close` it when done. */
export class FindingsOverRounds {
  readonly #unread: Generator<FindingRows>;
  readonly #ends: GroupedRows<End>;
  /** The first finding that no round has asked for yet; undefined after the last. */
  #next: IteratorResult<FindingRows, void> | undefined;
  #kept: Kept[] = [];

  constructor(db: ReadDb) {
    this.#unread = findingRows(new View(db), 'SELECT id FROM findings', []);
    this.#ends = new GroupedRows(() => db.iterate<End>(ENDS));
  }

  /** The findings of a round. Rounds must be asked for from the oldest on. */
  readonly forRound = (view: View, previous: Before): Generator<Finding> => this.#forRound(view, previous);

  *#forRound(view: View, previous: Before): Generator<Finding> {
    this.#next ??= this.#unread.next();
    for (
      ;
      this.#next.done !== true && this.#next.value.row.seq <= view.position;
      this.#next = this.#unread.next()
    ) {
      const [end] = this.#ends.take(this.#next.value.row.id);
      if (end !== undefined) this.#kept.push({ ...this.#next.value, end });
    }
    this.#kept = this.#kept.filter(({ end }) => matters(end, previous));
    for (const rows of this.#kept) {
      const found = liveFinding(view, rows);
      if (found !== undefined) yield found.finding;
    }
  }

  close(): void {
    this.#unread.return(undefined);
    this.#ends.close();
  }
}

/** Whether a round can rest on a finding: what `CHOSEN_FOR_ROUND` asks. Once not, it is not in any later round. */
function matters({ settled_on, settled_seq }: End, previous: Before): boolean {
  if (previous === null || settled_on === null) return true;
  return settled_on > previous.cutoff || (settled_seq ?? 0) > previous.closedAt;
}
