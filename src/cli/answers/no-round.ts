// Lists of a ledger without a round: empty, with the reason on stderr (exit 0), for scripts that run before the first closing.
import type { ProblemCode } from '../../domain/codes/problem-codes.ts';
import { Failure } from '../../domain/problem.ts';
import type { Report } from '../../report/report.ts';
import type { Session } from '../session.ts';

const NO_ROUND: ReadonlySet<ProblemCode> = new Set([
  'round_not_open',
  'no_round_yet',
  'no_closed_round',
  'no_own_round',
]);

/**
 * Prints a list, or an empty one where the ledger has no round to list.
 * @param print prints the list
 * @param empty the list without rows
 * @param asked whether a round was asked for by its number: one that is not there stays a refusal
 * @throws Failure what `print` throws for any other reason
 */
export async function printUnlessNoRound(
  session: Session,
  print: () => Promise<number>,
  empty: () => Report,
  asked: boolean,
): Promise<number> {
  try {
    return await print();
  } catch (error) {
    const why = error instanceof Failure ? error.problems[0] : undefined;
    if (asked || why === undefined || !NO_ROUND.has(why.code)) throw error;
    session.tell({ key: 'said.problem', values: { problem: session.words.problem(why) } });
    return session.print({ ...empty(), title: { key: 'title.no_round' } });
  }
}
