// What every fact about a measure is asked: the round is closed, the cadre has a measure in it, nothing before the cutoff.
import type { CadreNo } from '../../../domain/cadre.ts';
import type { ProblemCode } from '../../../domain/codes/problem-codes.ts';
import type { Day } from '../../../domain/days/day.ts';
import { touching, touchProblem } from '../../../domain/persons/four-eyes.ts';
import type { Problem } from '../../../domain/problem.ts';
import { hasCarriedLines, type LineAbout, lineAbout } from '../../../ledger/measures/line.ts';
import { closedRound } from '../../../ledger/rounds/rounds.ts';
import { type Draft, problemAt, type Recording } from '../recording.ts';

/** A cadre's line that a fact is about. */
export interface AboutLine extends LineAbout {
  readonly cadreId: number;
}

interface Asked {
  readonly cadre_no: string;
  readonly round: number;
}

/**
 * The line that a draft is about, or what is wrong with it.
 * @param days its days by column: none is after today, none before the cutoff (`early` says of which act)
 */
export function aboutLine<R extends Asked>(
  recording: Recording,
  draft: Draft<R>,
  days: readonly (readonly [string, Day])[],
  early: ProblemCode,
): AboutLine | readonly Problem[] {
  const { view } = recording;
  const { cadre_no, round } = draft.record;
  const problems: Problem[] = [];
  const cadreId = recording.cadreId(draft, 'cadre_no', cadre_no);
  if (typeof cadreId !== 'number') problems.push(cadreId);
  for (const [column, day] of days) {
    const late = recording.afterToday(draft, column, day);
    if (late !== undefined) problems.push(late);
  }
  if (closedRound(recording.db, round) === undefined && !hasCarriedLines(view, round))
    problems.push(problemAt(draft, 'round', 'round_not_closed', { round }, String(round)));
  if (typeof cadreId !== 'number' || problems.length > 0) return problems;
  const line = lineAbout(view, cadreId, round);
  if (line === undefined || (line.frozen === 'none' && line.measure === 'none')) {
    const name = recording.persons.cadre(view.cadreNo(cadreId)).name;
    return [problemAt(draft, 'cadre_no', 'measure_none_in_round', { cadre_no, name, round }, cadre_no)];
  }
  const { cutoff } = line;
  const tooEarly = days.filter(([, day]) => day < cutoff);
  if (tooEarly.length > 0)
    return tooEarly.map(([column, day]) =>
      problemAt(draft, column, early, { cadre_no, round, day, cutoff }, day),
    );
  return { ...line, cadreId };
}

/** Whether `aboutLine` found a line. */
export function isLine(found: AboutLine | readonly Problem[]): found is AboutLine {
  return 'cadreId' in found;
}

/** Who does something to a cadre is not that cadre (contract, section 3, "Four eyes"). */
export function concernedProblems<R>(
  { persons }: Recording,
  draft: Draft<R>,
  [column, text]: readonly [string, string],
  cadreNo: CadreNo,
  code: ProblemCode,
): Problem[] {
  const found = touching(persons.read(text).persons, [persons.cadre(cadreNo)]);
  if (found === undefined) return [];
  const said = touchProblem(found, { same: code, name: code });
  return [problemAt(draft, column, said.code, said.values, text)];
}
