// The findings of many closed rounds, gone through from the oldest on: each finding is read once and kept while it matters.
import type { Day } from '../../domain/days/day.ts';
import type { PreviousRound } from '../../domain/round.ts';
import type { ReadDb } from '../database.ts';
import { View } from '../facts/view.ts';
import { FIGURED, type FiguredFinding, type FiguredRow } from './figured-findings.ts';
import { type FindingRows, findingRows, liveFinding } from './finding-rows.ts';
import { recordedFindings } from './selections.ts';

/** The closed round before, if there is one. */
type Before = Pick<PreviousRound, 'cutoff' | 'closedAt'> | null;

/** A finding with what settled it, as the ledger holds it now. One that was reversed has nothing. */
interface EndedRow extends FiguredRow {
  readonly settled_on: Day | null;
  readonly settled_seq: number | null;
}

const ENDED = `${FIGURED},
  (SELECT settled_on FROM finding_now WHERE finding_id = findings.id) AS settled_on,
  (SELECT settled_seq FROM finding_now WHERE finding_id = findings.id) AS settled_seq`;

/** Gives for each round the findings that `figuredFindings` gives. */
export class FindingsOverRounds {
  readonly #unread: Generator<FindingRows<EndedRow>>;
  /** The first finding that no round has asked for yet; undefined after the last. */
  #next: IteratorResult<FindingRows<EndedRow>, void> | undefined;
  #kept: FindingRows<EndedRow>[] = [];

  constructor(db: ReadDb) {
    this.#unread = findingRows(new View(db), ENDED, recordedFindings);
  }

  /** The findings of a round. Rounds must be asked for from the oldest on; the same one may be asked for again. */
  readonly figured = (view: View, previous: Before): Generator<FiguredFinding> =>
    this.#figured(view, previous);

  *#figured(view: View, previous: Before): Generator<FiguredFinding> {
    this.#next ??= this.#unread.next();
    for (
      ;
      this.#next.done !== true && this.#next.value.row.seq <= view.position;
      this.#next = this.#unread.next()
    ) {
      this.#kept.push(this.#next.value);
    }
    this.#kept = this.#kept.filter(({ row }) => matters(row, previous));
    for (const rows of this.#kept) {
      const found = liveFinding(view, rows);
      if (found !== undefined) yield found;
    }
  }
}

/** Whether a round can rest on a finding: what `findingsOfRound` asks. Once not, it is not in any later round. */
function matters({ settled_on, settled_seq }: EndedRow, previous: Before): boolean {
  if (previous === null || settled_on === null) return true;
  return settled_on > previous.cutoff || (settled_seq ?? 0) > previous.closedAt;
}
