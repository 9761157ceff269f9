// What a county sees of its townships: every registered one by its name, whether it has published or not.
import { refusal } from '../../domain/problem.ts';
import type { LedgerFigures, TownshipFigures, TownshipGroup } from '../../domain/publication.ts';
import type { Server } from '../../server/connect.ts';
import { groupsOf, type Span, sumsOf, townships } from '../../server/overview.ts';

/** Which rounds are summed up: of a span of cutoffs. */
export interface OverviewRequest extends Span {
  /** null: all counties. */
  readonly county: string | null;
}

/** The content of the overview and its page. */
export interface OverviewFacts extends OverviewRequest {
  readonly townships: readonly TownshipFigures[];
  /** Of the townships' last rounds; empty when they are not asked for. */
  readonly groups: readonly TownshipGroup[];
}

/**
 * Sums up what is published. A township with several ledgers, one a year, is one: its last round is that of the latest
 * cutoff.
 * @param withGroups whether findings are also shown by source and area, as the page does
 * @throws Failure `refused` when no township of that county is registered
 */
export async function overview(
  server: Server,
  request: OverviewRequest,
  withGroups: boolean,
): Promise<OverviewFacts> {
  const all = await townships(server);
  const { county } = request;
  const shown = county === null ? all : all.filter((each) => each.county === county);
  if (county !== null && shown.length === 0)
    throw refusal('county_unknown', { county, known: [...new Set(all.map((each) => each.county))].sort() });
  const ledgers = county === null ? null : shown.map((each) => each.ledgerId);
  const figures = new Map((await sumsOf(server, request, ledgers)).map((each) => [each.ledgerId, each]));
  const named = [...Map.groupBy(shown, (each) => JSON.stringify([each.county, each.township])).values()].map(
    (of) => ({ of, rounds: of.flatMap(({ ledgerId }) => figures.get(ledgerId) ?? []) }),
  );
  const lasts = named.flatMap(({ rounds }) => latestOf(rounds) ?? []);
  return {
    ...request,
    townships: named.map(({ of: [first], rounds }) => ({
      county: first?.county ?? '',
      township: first?.township ?? '',
      ...summed(rounds),
    })),
    groups: withGroups ? await groupsOf(server, lasts) : [],
  };
}

/** The ledger whose last round has the latest cutoff. */
function latestOf(ledgers: readonly LedgerFigures[]): LedgerFigures | undefined {
  return [...ledgers].sort((left, right) => (left.cutoff < right.cutoff ? 1 : -1))[0];
}

/** The ledgers of a township as one. */
function summed(ledgers: readonly LedgerFigures[]): Pick<TownshipFigures, 'rounds' | 'last'> {
  const sum = (of: (each: LedgerFigures) => number): number =>
    ledgers.reduce((total, each) => total + of(each), 0);
  const latest = latestOf(ledgers);
  if (latest === undefined) return { rounds: 0, last: null };
  const { ledgerId: _, rounds: __, ...last } = latest;
  return {
    rounds: sum((each) => each.rounds),
    last: {
      ...last,
      rectified: sum((each) => each.rectified),
      inTime: sum((each) => each.inTime),
      entered: sum((each) => each.entered),
      left: sum((each) => each.left),
      checks: sum((each) => each.checks),
      checksTimed: sum((each) => each.checksTimed),
      checkDays: sum((each) => each.checkDays),
      talksOwed: sum((each) => each.talksOwed),
      talksHeld: sum((each) => each.talksHeld),
      talksLate: sum((each) => each.talksLate),
      servicesOwed: sum((each) => each.servicesOwed),
      services: sum((each) => each.services),
      servicesLate: sum((each) => each.servicesLate),
      appeals: sum((each) => each.appeals),
      appealsUpheld: sum((each) => each.appealsUpheld),
      rechecks: sum((each) => each.rechecks),
      rebounds: sum((each) => each.rebounds),
    },
  };
}
