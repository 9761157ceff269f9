// Which closed rounds used a fact.
import { stateAt } from '../../domain/findings/history.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { type AboutFact, aboutFact, affectsRounds } from '../../ledger/facts/about-facts.ts';
import { type Fact, findFact } from '../../ledger/facts/dependants.ts';
import { View } from '../../ledger/facts/view.ts';
import { LAST_DAY, loadFinding } from '../../ledger/findings/findings.ts';
import { type ClosedRound, closedRounds } from '../../ledger/rounds/rounds.ts';

/** The closed rounds, with a check of whether they used a fact. */
export class RoundsUsing {
  readonly #db: ReadDb;
  readonly #before: View;
  readonly #rounds: readonly ClosedRound[];

  /** @param position the last journal entry before the reversal */
  constructor(db: ReadDb, position: number) {
    this.#db = db;
    this.#before = new View(db, position);
    this.#rounds = closedRounds(db);
  }

  /**
   * The rounds that used a fact, oldest first: the journal held it at the closing, its day is by the cutoff, and what it is
   * about was not done with before.
   */
  using({ table, id }: Fact): ClosedRound[] {
    const row = findFact(this.#db, table, id);
    if (row === undefined || !affectsRounds(table)) return [];
    const about = aboutFact(this.#db, table, id);
    const held = this.#rounds.filter(
      ({ cutoff, ...round }) =>
        row.seq <= heldUntil(round) &&
        (about.day === null || about.day <= cutoff) &&
        (about.round === null || about.round === round.number),
    );
    if (table === 'attendance') return held.slice(0, 1);
    return held.filter((round) => !this.#doneBefore(about, round));
  }

  /** Whether the finding was settled by the closing of the round before. */
  #doneBefore({ findingId }: AboutFact, { number }: ClosedRound): boolean {
    const before = this.#rounds.find((each) => each.number === number - 1);
    if (findingId === null || before === undefined) return false;
    const { settled } = stateAt(loadFinding(this.#before, findingId).finding, LAST_DAY);
    return settled !== null && settled.on <= before.cutoff && settled.seq <= before.closedAt;
  }
}

/** The last entry whose facts a round rests on; of a carried round all that was carried with it. */
function heldUntil(round: Pick<ClosedRound, 'factsSeq' | 'closedAt' | 'carriedFrom'>): number {
  return round.carriedFrom === null ? round.factsSeq : round.closedAt;
}
