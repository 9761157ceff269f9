// Problems as machine output: the same in every language (contract, section 4).
import type { Problem } from '../../domain/problem.ts';
import { loadWords } from '../../i18n/words.ts';

/** A problem by its code and place; what is not known is empty text. */
export interface ProblemObject {
  readonly code: string;
  readonly file: string;
  readonly line: number | '';
  readonly column: string;
  readonly value: string;
  /** In English, whatever the language of the talk. */
  readonly message: string;
}

/** Problems as objects. */
export async function problemObjects(problems: readonly Problem[]): Promise<ProblemObject[]> {
  if (problems.length === 0) return [];
  const words = await loadWords('en');
  return problems.map((each) => {
    const { file = '', line = '', column = '', value = '' } = each.place ?? {};
    return { code: each.code, file, line, column, value, message: words.problem(each) };
  });
}
