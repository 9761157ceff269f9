// A cadre's history in the circle: entries in the window and rounds running, and the step that they raise a proposal by.
import { addDays, addMonths, type Day } from '../domain/days/day.ts';
import type { Policy } from '../domain/policy.ts';
import type { PastLine, PreviousLine, RaisedBy } from '../domain/round.ts';
import type { EntryTried, HistoryTried, TierTried } from './reasons.ts';

/** What the history rules look at. */
export interface HistoryInput {
  readonly cutoff: Day;
  readonly policy: Policy;
  /** The cadre's line in the last closed round. */
  readonly before: Pick<PreviousLine, 'nowIn' | 'roundsIn'> | null;
  readonly pastLines: () => readonly PastLine[];
}

/** What becomes of the tier that the points reach. */
export interface Raised {
  readonly tier: TierTried | null;
  readonly raisedBy: RaisedBy;
  readonly history: HistoryTried | null;
}

/**
 * Raises a tier of the circle by one step where the policy says so (contract, section 3, "History").
 * @param tiers all of them, lightest first
 * @param tier that which the points reach
 * @param asked whether the entries are wanted even where they raise nothing
 */
export function raiseByHistory(
  tiers: readonly TierTried[],
  tier: TierTried | null,
  input: HistoryInput,
  asked: boolean,
): Raised {
  const { raiseAtEntries, raiseAtRounds } = input.policy.history;
  const inByPoints = tier?.inCircle === true;
  if ((raiseAtEntries === 0 && raiseAtRounds === 0) || (!inByPoints && !asked))
    return { tier, raisedBy: '', history: null };
  const entries = raiseAtEntries === 0 ? [] : entriesIn(input, inByPoints);
  const roundsIn = inByPoints ? (input.before?.nowIn ? input.before.roundsIn : 0) + 1 : 0;
  const because = [
    ...(raiseAtEntries > 0 && entries.filter((each) => each.counts).length >= raiseAtEntries
      ? ['entries']
      : []),
    ...(raiseAtRounds > 0 && roundsIn >= raiseAtRounds ? ['rounds'] : []),
  ];
  const heavier = inByPoints ? nextInCircle(tiers, tier) : undefined;
  const raisedBy = (heavier === undefined ? '' : because.join(';')) as RaisedBy;
  const history = { entries, roundsIn, reached: tier?.measure ?? 'none', raisedBy } as const;
  return { tier: raisedBy === '' ? tier : (heavier ?? tier), raisedBy, history };
}

/** The next heavier tier that is in the circle too. */
function nextInCircle(tiers: readonly TierTried[], tier: TierTried): TierTried | undefined {
  return tiers.slice(tiers.indexOf(tier) + 1).find((each) => each.inCircle);
}

/** The entries in the window, and this round's. */
function entriesIn({ cutoff, policy, before, pastLines }: HistoryInput, inByPoints: boolean): EntryTried[] {
  const { windowMonths } = policy.history;
  const opens = addMonths(cutoff, -windowMonths);
  const entries: EntryTried[] = [];
  let lastExitLate = false;
  const take = (on: Day): void => {
    if (on > opens) entries.push({ on, counts: !lastExitLate, lapsesOn: lapseOf(on, windowMonths) });
  };
  for (const line of pastLines()) {
    if (line.movement === 'exit') lastExitLate = line.latePending > 0;
    if (line.movement === 'enter') take(line.cutoff);
  }
  if (inByPoints && before?.nowIn !== true) take(cutoff);
  return entries;
}

/**
 * The first cutoff whose window no longer holds an entry: months are subtracted from the cutoff, and may be shorter.
 */
function lapseOf(entry: Day, months: number): Day {
  let day = addMonths(entry, months);
  while (addMonths(day, -months) < entry) day = addDays(day, 1);
  return day;
}
