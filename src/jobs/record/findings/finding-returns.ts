// Compares an incoming finding with those of its number that were reversed.
import type { CadreNo } from '../../../domain/cadre.ts';
import type { Role } from '../../../domain/findings/finding.ts';
import type { FindingGiven } from '../../../domain/records/record-types.ts';
import { lookOf, plainSpelling } from '../../../domain/texts/look.ts';
import type { ReversedFact } from '../../../ledger/facts/reversals.ts';
import {
  type FindingRow,
  findingNumber,
  loadFinding,
  recordedFinding,
} from '../../../ledger/findings/findings.ts';
import type { Held } from '../coming-back.ts';
import { calculatedDay } from '../deadline-offset.ts';
import { type Draft, differing } from '../draft.ts';
import type { Recording } from '../recording.ts';
import { comparedColumns } from './known-finding.ts';

const COLUMN_OF = { lead: 'cadre_no', assist: 'assist_no', leader: 'leader_no' } as const;

/** Compares a finding whose number no live one has with those that were reversed. */
export function holdFinding(recording: Recording, draft: Draft<FindingGiven>): Held | undefined {
  return recording.back?.hold(draft, {
    table: 'findings',
    number: draft.record.finding_no,
    equals: (reversed) => isEqual(recording, draft, reversed),
  });
}

/** Whether a record says what a reversed finding said: as it was recorded, or as it was before the reversal. */
function isEqual(
  recording: Recording,
  draft: Draft<FindingGiven>,
  { row: { id }, reversal }: ReversedFact,
): boolean {
  const { db } = recording;
  const { record } = draft;
  const { due_on, recurs } = record;
  const { found_on } = record;
  const dueOn =
    due_on == null || typeof due_on === 'string'
      ? due_on
      : found_on && calculatedDay(recording, draft, 'due_on', found_on, due_on);
  if (dueOn != null && typeof dueOn !== 'string') return false;
  const before = loadFinding(recording.view.at(reversal.seq - 1), id);
  const recorded = recordedFinding(db, id) ?? before.row;
  // Cadres and the older finding are compared by number: they may have been reversed and recorded again themselves.
  const named = (role: Role): CadreNo[] =>
    (record[COLUMN_OF[role]] ?? []).map((number) => plainSpelling(number) as CadreNo);
  const recursOf = ({ recurs_id }: FindingRow): number | null => {
    if (recurs == null) return null;
    const older = recurs_id === null ? undefined : findingNumber(db, recurs_id);
    return older !== undefined && lookOf(older) === lookOf(recurs) ? recurs_id : UNKNOWN;
  };
  return [before.row, recorded].some((row) => {
    const asGiven = { dueOn, recursId: recursOf(row), named };
    const { stored, given } = comparedColumns({ row, finding: before.finding }, record, asGiven);
    return differing(stored, given).length === 0;
  });
}

/** No finding has this id. */
const UNKNOWN = -1;
