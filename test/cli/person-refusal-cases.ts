// Refusals of texts that name persons: what is asked of a small ledger, and what must be said about it.
import type { ProblemCode } from '../../src/domain/codes/problem-codes.ts';
import { fixture } from '../support/errors.ts';
import type { RefusalCase } from './refusal-cases.ts';

function bad(
  kind: string,
  code: ProblemCode,
  names: readonly string[],
  before: RefusalCase['before'] = [],
): RefusalCase {
  const name = `${code}.csv`;
  return { code, args: ['import', kind, fixture('cli', name)], names: [`${name}:2:`, ...names], before };
}

const CHECK_BY_C8 = ['finding', 'check', 'F-5', '--result', 'partial', '--on', '2018-09-05', '--by', 'C8'];
const OPEN = ['round', 'open', '--cutoff', '2018-09-12'];

/** Issue 18, "Bad input", and four eyes on every act. */
export const persons: readonly RefusalCase[] = [
  bad('checks', 'person_nobody', ['checked_by', '；']),
  bad('checks', 'person_several', ['checked_by', '甲一', 'C1 甲一 乡领导班子', 'C6 甲一 林业站']),
  bad('checks', 'person_apart', ['checked_by', 'C3 丙三', 'C4 丁四']),
  bad('checks', 'person_number_unknown', ['checked_by', 'C99', 'cadre list']),
  bad('checks', 'person_and_others', ['checked_by', '督查甲等3人']),
  bad('checks', 'person_unit_missing', ['checked_by', '外:戊五', '外:']),
  bad('checks', 'person_contains', ['checked_by', '督查组（戊五）', 'C5 戊五', '外:戊五']),
  bad('checks', 'person_surname', ['checked_by', '戊站长', 'C5 戊五']),
  bad('checks', 'four_eyes_name', ['checked_by', '戊五同志', 'C5', '外:戊五']),
  bad('reassignments', 'reassignment_to_actor', ['C8', '2018-09-05'], [CHECK_BY_C8]),
  bad('reassignments', 'reassignment_signed_by_new', ['by', 'C8 庚七']),
  bad('talks', 'talker_is_cadre', ['talker', 'C3 丙三'], [OPEN]),
  {
    code: 'roster_by_cadre',
    args: ['cadre', 'leave', 'C3', '--on', '2018-09-20', '--by', '丙三'],
    names: ['C3', '丙三'],
  },
];
