// The digests of a round, in two steps (contract, section 5): the draft's, over what the round says, and the closing's, over
// the draft's, who approved it, and the journal before it.

import type { ClosedRound } from '../../ledger/rounds/rounds.ts';
import { fromStanding } from '../../ledger/rounds/standings.ts';
import { additionColumns, standingColumns } from '../../ledger/tables.ts';
import { sha256OfLines } from '../../ledger/writing/journal.ts';
import type { RoundPlan } from '../../scoring/plan-round.ts';

/** What the digest of a plan covers in addition to header, policy, lines and reasons. */
export interface DigestForm {
  /** The columns of the lines. */
  readonly columns: readonly string[];
  /** `one`: the journal's head too, as of rounds closed before schema 5, whose only digest it is. `two`: a draft's digest. */
  readonly steps: 'one' | 'two';
}

/** The columns of the lines of rounds closed in one step, and of those that engine 1 closed. */
const COLUMNS: readonly string[] = standingColumns.filter((column) => column !== 'cadre_id');

/** The form of rounds that are closed from now on. */
export const CURRENT_FORM: DigestForm = { columns: [...COLUMNS, ...additionColumns], steps: 'two' };

/** The form that the digest of a closed round was made with. */
export function formOf({ draft }: Pick<ClosedRound, 'draft'>): DigestForm {
  return draft === null ? { columns: COLUMNS, steps: 'one' } : { columns: draft.columns, steps: 'two' };
}

/** What the digest of a plan is over. */
interface Digested {
  readonly plan: RoundPlan;
  /** SHA-256 of the policy's file. */
  readonly policy: string;
  /** The digest over the reasons. */
  readonly reasons: string;
  /** The hash of the last journal entry whose facts it rests on. */
  readonly head: string;
}

/** The digest of a plan: 64 hex digits. */
export function planDigest(digested: Digested, form: DigestForm): string {
  return sha256OfLines(linesOf(digested, form));
}

function* linesOf({ plan, policy, reasons, head }: Digested, form: DigestForm): Generator<string> {
  const header = form.steps === 'one' ? 'yanquan round' : 'yanquan draft';
  yield JSON.stringify([header, plan.number, plan.cutoff, plan.engine]);
  yield policy;
  for (const { shown, standing } of plan.lines) {
    if (!shown) continue;
    const row = fromStanding(standing, 0);
    yield JSON.stringify(form.columns.map((column) => row[column]));
  }
  yield reasons;
  if (form.steps === 'one') yield head;
}

/** What the digest of a closing is over. */
export interface Closing {
  readonly draft: string;
  readonly approvedBy: string;
  readonly meeting: string;
  /** The hash of the journal entry before the closing's. */
  readonly head: string;
}

/** The digest of a closing: 64 hex digits. */
export function closingDigest({ draft, approvedBy, meeting, head }: Closing): string {
  return sha256OfLines([JSON.stringify(['yanquan closing', approvedBy, meeting]), draft, head]);
}
