// Records re-checks: each of a rectified finding, by somebody other than its checker, a rebound with its new finding.

import type { CadreNo } from '../../../domain/cadre.ts';
import { notFourEyes } from '../../../domain/findings/acting-persons.ts';
import { everResponsible, stateAt } from '../../../domain/findings/history.ts';
import { samePerson } from '../../../domain/persons/four-eyes.ts';
import type { PersonText } from '../../../domain/persons/meant.ts';
import { type Problem, problem } from '../../../domain/problem.ts';
import { provisionalId } from '../../../domain/provisional.ts';
import type { RecheckRecord } from '../../../domain/records/record-types.ts';
import { plainSpelling } from '../../../domain/texts/look.ts';
import type { Persons } from '../../../ledger/cadres/persons.ts';
import {
  type FindingWithRows,
  findingId,
  findingRow,
  LAST_DAY,
  loadFinding,
} from '../../../ledger/findings/findings.ts';
import { addRecheck, rechecksOf } from '../../../ledger/findings/rechecks.ts';
import { factId } from '../../lookups/fact-id.ts';
import {
  type Draft,
  filled,
  type Outcome,
  problemAt,
  type Recording,
  rejected,
  type Settle,
  sameValues,
} from '../recording.ts';

type RecheckDraft = Draft<RecheckRecord>;

/** Records re-checks (contract, section 3, "Re-checks"). They change nothing else about a finding. */
export function recordRechecks(
  recording: Recording,
  drafts: Iterable<RecheckDraft>,
  settle: Settle<RecheckRecord>,
): void {
  for (const draft of drafts) settle(draft, recordRecheck(recording, draft));
}

function recordRecheck(recording: Recording, draft: RecheckDraft): Outcome {
  const { db, view, back } = recording;
  const { finding_no, new_no, ...given } = draft.record;
  const id = findingId(db, finding_no);
  const newNumber = new_no == null ? new_no : plainSpelling(new_no);
  const row = { table: 'rechecks', number: finding_no, given: { ...given, new_no: newNumber } } as const;
  const late = recording.afterToday(draft, 'rechecked_on', given.rechecked_on);
  if (id === undefined || late !== undefined) {
    const reversed =
      back?.leftOut(draft, row) ??
      (id === undefined ? back?.subjectReversed(draft, 'findings', finding_no) : undefined);
    return reversed ?? rejected(late ?? findingUnknown(draft, finding_no));
  }
  const newId = newNumber ? findingId(db, newNumber) : null;
  const values = { ...given, new_id: newNumber === undefined ? undefined : newId };
  const same =
    newId === undefined ? undefined : rechecksOf(view, id).find((each) => sameValues(each, values));
  if (same !== undefined) return { what: 'unchanged', standing: [factId('rechecks', same.id)] };
  const held = back?.hold(draft, row);
  if (held !== undefined && 'outcome' in held) return held.outcome;
  const known = loadFinding(view, id);
  const problems = [
    ...recording.personProblems(draft, 'rechecks', given),
    ...placeProblems(draft, known),
    ...(newNumber && newId !== null ? newFindingProblems(recording, draft, id, newNumber, newId) : []),
  ];
  if (problems.length > 0) return rejected(...problems);
  const eyes = fourEyesProblems(recording, draft, known);
  if (eyes.length > 0) return rejected(...eyes);
  if (draft.doubts !== undefined) return rejected(...draft.doubts);
  const fact = { finding_id: id, ...filled(given), new_id: newId ?? null, ...draft.origin };
  return recording.added(draft, 'rechecks', addRecheck(recording, fact), held);
}

function findingUnknown(draft: RecheckDraft, finding_no: string): Problem {
  return problemAt(draft, 'finding_no', 'finding_unknown', { finding_no }, finding_no);
}

/** Only what is rectified is looked at again, from the day of its check on. */
function placeProblems(draft: RecheckDraft, { finding }: FindingWithRows): Problem[] {
  const { finding_no, rechecked_on } = draft.record;
  const { settled } = stateAt(finding, LAST_DAY);
  if (settled?.status !== 'rectified') {
    return [problemAt(draft, 'finding_no', 'recheck_not_rectified', { finding_no }, finding_no)];
  }
  if (rechecked_on >= settled.on) return [];
  const values = { finding_no, on: rechecked_on, checked_on: settled.on };
  return [problemAt(draft, 'rechecked_on', 'recheck_before_check', values, rechecked_on)];
}

/** A rebound is a new finding that names the old one. */
function newFindingProblems(
  { view }: Recording,
  draft: RecheckDraft,
  id: number,
  newNo: string,
  newId: number | undefined,
): Problem[] {
  const values = { finding_no: draft.record.finding_no, new_no: newNo };
  if (newId === undefined) return [problemAt(draft, 'new_no', 'recheck_new_unknown', values, newNo)];
  if (findingRow(view, newId).recurs_id === id) return [];
  return [problemAt(draft, 'new_no', 'recheck_new_names_other', values, newNo)];
}

/**
 * No one who is or was responsible looks at it again, nor whoever gave the latest check (contract, section 3, "Four
 * eyes").
 */
function fourEyesProblems(
  { persons, db }: Recording,
  draft: RecheckDraft,
  { finding, stored }: FindingWithRows,
): Problem[] {
  const { finding_no, rechecked_on: on, rechecked_by } = draft.record;
  const state = stateAt(finding, LAST_DAY);
  const text: PersonText = {
    fact: 'rechecks',
    column: 'rechecked_by',
    id: provisionalId(0),
    seq: db.seq,
    text: rechecked_by,
  };
  const about = { finding_no, event: { term: 'event.recheck' }, on };
  const found = [...notFourEyes(text, everResponsible(state), persons, about)];
  const check = stored.find(({ row }) => row.table === 'checks' && row.id === state.latestCheck?.id)?.row;
  if (check?.table === 'checks') {
    const checkers: PersonText = {
      fact: 'checks',
      column: 'checked_by',
      id: check.id,
      seq: check.seq,
      text: check.checked_by,
    };
    found.push(...sharedPersons(persons, text, checkers, finding_no));
  }
  return found.map((each) => problemAt(draft, 'rechecked_by', each.code, each.values, rechecked_by));
}

function sharedPersons(persons: Persons, one: PersonText, other: PersonText, finding_no: string): Problem[] {
  const others = persons.meant(other);
  return persons
    .meant(one)
    .filter((person) => others.some((each) => samePerson(person, each, (no) => persons.cadre(no as CadreNo))))
    .map((person) => problem('recheck_by_checker', { finding_no, person: person.given }));
}
