// Records cadres: new ones are added, known ones compared.
import type { CadreNo } from '../../../domain/cadre.ts';
import type { CadreRecord } from '../../../domain/records/record-types.ts';
import { plainSpelling } from '../../../domain/texts/look.ts';
import { addCadre, findCadreRow, rosterEventsOf } from '../../../ledger/cadres/cadres.ts';
import type { CadreRow } from '../../../ledger/facts/view.ts';
import { amendOrConflict } from '../amending.ts';
import { numberLooksKnown, problemsOfNew } from '../looks.ts';
import { asRecorded, withPlainNames } from '../name-looks.ts';
import {
  type Draft,
  filled,
  type Outcome,
  problemAt,
  type Recording,
  rejected,
  type Settle,
} from '../recording.ts';

const AMENDABLE = new Set([
  ...['name', 'rank', 'post', 'unit', 'station', 'managed_by', 'identity', 'joined_on', 'left_on'],
]);

/** Records each cadre (contract, section 4, "cadres"). */
export function recordCadres(
  recording: Recording,
  drafts: Iterable<Draft<CadreRecord>>,
  settle: Settle<CadreRecord>,
): void {
  const { db, view } = recording;
  for (const draft of drafts) {
    const { cadre_no, ...given } = draft.record;
    const known = findCadreRow(db, cadre_no);
    if (known === undefined) {
      const held = recording.back?.hold(draft, { table: 'cadres', number: cadre_no, given });
      if (held !== undefined && 'outcome' in held) {
        settle(draft, held.outcome);
        continue;
      }
      const number = plainSpelling(cadre_no);
      const problems = problemsOfNew(recording, draft, numberLooksKnown(recording, draft, 'cadre', cadre_no));
      if (problems.length > 0) {
        settle(draft, rejected(...problems));
        continue;
      }
      const values = { ...filled(withPlainNames(given)), name: given.name, rank: given.rank };
      const id = addCadre(db, { ...values, cadre_no: number as CadreNo }, draft.origin);
      recording.persons.forget();
      settle(draft, recording.added(draft, 'cadres', id, held));
      continue;
    }
    const stored = view.amended('cadres', known);
    const left = rosterEventsOf(view, known.id).at(-1);
    // Who left by command has the day in the roster's events, and the file may say it too.
    const leftOn = left === undefined ? stored.left_on : left.kind === 'leave' ? left.on : null;
    const outcome = amendOrConflict(recording, draft, {
      record: 'cadres',
      id: known.id,
      number: known.cadre_no,
      seq: known.seq,
      stored: { ...stored, left_on: leftOn },
      given: asRecorded(given, stored),
      amendable: AMENDABLE,
    });
    if (outcome.what === 'amended') recording.persons.forget();
    settle(
      draft,
      outcome.what === 'amended' ? (leftBeforeJoined(recording, draft, known) ?? outcome) : outcome,
    );
  }
}

/** An amendment must not make a cadre leave before joining (contract, section 3, dates that contradict each other). */
function leftBeforeJoined(
  { view }: Recording,
  draft: Draft<CadreRecord>,
  known: CadreRow,
): Outcome | undefined {
  const { joined_on, left_on } = view.amended('cadres', known);
  if (joined_on === null || left_on === null || left_on >= joined_on) return undefined;
  return rejected(
    problemAt(draft, 'left_on', 'leave_before_joining', { cadre_no: known.cadre_no, on: left_on, joined_on }),
  );
}
