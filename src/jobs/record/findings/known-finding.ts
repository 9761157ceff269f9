// Compares a row with the finding that is recorded under its number: the same, no news, amended, or a conflict.
import type { CadreNo } from '../../../domain/cadre.ts';
import type { Day } from '../../../domain/days/day.ts';
import type { Role } from '../../../domain/findings/finding.ts';
import { faultsOf, firstRefused } from '../../../domain/findings/validity.ts';
import type { FindingGiven } from '../../../domain/records/record-types.ts';
import type { SqlValue } from '../../../ledger/database.ts';
import { View } from '../../../ledger/facts/view.ts';
import { type FindingWithRows, loadFinding, type NewFinding } from '../../../ledger/findings/findings.ts';
import { reboundsBehind } from '../../../ledger/findings/rechecks.ts';
import { amendOrConflict } from '../amending.ts';
import { asRecorded } from '../name-looks.ts';
import { type Draft, type Outcome, problemAt, problemOf, type Recording, rejected } from '../recording.ts';
import { datesContradict } from './finding-dates.ts';
import { isDeadlineInForce, peopleStandAlready } from './standing-already.ts';

const ROLES = { cadre_no: 'lead', assist_no: 'assist', leader_no: 'leader' } as const;
type PeopleColumn = keyof typeof ROLES;

const ALWAYS_AMENDABLE = [
  ...['source', 'clause', 'area', 'village', 'station', 'description', 'severity', 'reason', 'action'],
  ...['standard', 'found_on', 'resp_unit', 'recurs_id', 'remark'],
];
/** Once recorded these are changed by extension or reassignment (contract, section 3, "Reversal"). */
const AMENDABLE_WHILE_EMPTY = ['due_on', 'assist_no', 'leader_no'];

type Columns = Readonly<Record<string, SqlValue | undefined>>;

interface Given {
  readonly dueOn: Day | null | undefined;
  readonly recursId: number | null;
}

/** The effect of a record; `named` are the cadres that it names in a role. */
interface Named extends Given {
  readonly named: (role: Role) => readonly CadreNo[];
}

/** What a draft's texts refer to. */
interface Resolved extends Given {
  readonly responsible: NewFinding['responsible'];
}

/**
 * Compares a draft with the finding recorded under its number. A deadline and people that are no news, since they are in
 * force or have passed to who is, are not compared with what was recorded first (contract, section 3, "Persons").
 */
export function compareFinding(
  recording: Recording,
  draft: Draft<FindingGiven>,
  id: number,
  { dueOn, recursId, responsible }: Resolved,
): Outcome {
  const { db, view, persons, options } = recording;
  const { finding_no } = draft.record;
  const known = loadFinding(view, id);
  const { row, finding } = known;
  const named = (role: Role): CadreNo[] =>
    responsible.filter((each) => each.role === role).map((each) => view.cadreNo(each.cadreId));
  const { stored, given } = comparedColumns(known, draft.record, { dueOn, recursId, named });
  const empty = AMENDABLE_WHILE_EMPTY.filter((column) => stored[column as keyof typeof stored] === null);
  const standing = options.amend && faultsOf(finding, persons);
  const outcome = amendOrConflict(recording, draft, {
    record: 'findings',
    id,
    number: finding_no,
    seq: row.seq,
    stored,
    given,
    amendable: new Set([...ALWAYS_AMENDABLE, ...empty]),
    called: { recurs_id: 'recurs' },
  });
  if (outcome.what !== 'amended') return outcome;
  const dates = datesContradict(recording, draft, id);
  if (dates !== undefined) return rejected(dates);
  const others = draft.record.recurs === undefined ? [] : reboundsBehind(view, id);
  const rebound = others.find((each) => each.finding_id !== recursId);
  if (rebound !== undefined) {
    const values = { finding_no, old_no: rebound.finding_no, on: rebound.rechecked_on };
    return rejected(problemAt(draft, 'recurs', 'recurs_of_rebound', values, draft.record.recurs ?? ''));
  }
  // What was recorded since must still hold under the amended finding.
  const refused = firstRefused(loadFinding(new View(db), id).finding, persons, standing ?? undefined);
  return refused === undefined ? outcome : rejected(problemOf(draft, refused.problem));
}

/** A finding and a record of it, column by column; a column that is no news is not given. */
export function comparedColumns(
  { row, finding }: Pick<FindingWithRows, 'row' | 'finding'>,
  { finding_no: _, ...record }: FindingGiven,
  { dueOn, recursId, named: namedNow }: Named,
): { readonly stored: Columns; readonly given: Columns } {
  const named = (role: Role): string =>
    joined(finding.named.filter((each) => each.role === role).map((each) => each.cadreNo));
  const stored = {
    ...row,
    cadre_no: named('lead'),
    assist_no: named('assist') || null,
    leader_no: named('leader') || null,
  };
  const people = (column: PeopleColumn): string | null | undefined => {
    if (record[column] == null) return record[column];
    const role = ROLES[column];
    const numbers = namedNow(role);
    const text = joined(numbers);
    return text !== stored[column] && peopleStandAlready(finding, role, numbers) ? undefined : text;
  };
  const isNews = dueOn == null || dueOn === stored.due_on || !isDeadlineInForce(finding, dueOn);
  const given = {
    ...asRecorded(record, stored),
    due_on: isNews ? dueOn : undefined,
    cadre_no: people('cadre_no'),
    assist_no: people('assist_no'),
    leader_no: people('leader_no'),
    recurs: undefined,
    recurs_id: record.recurs === undefined ? undefined : recursId,
  };
  return { stored, given };
}

function joined(numbers: readonly CadreNo[]): string {
  return numbers.toSorted().join(';');
}
