// Closes a round: its lines, its digests and its figures are frozen, with who approved it.
import type { Cadre, CadreNo } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import { refusal } from '../../domain/problem.ts';
import { cadreIds } from '../../ledger/cadres/cadres.ts';
import { Persons } from '../../ledger/cadres/persons.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import type { Ledger } from '../../ledger/file/open.ts';
import { addClosing } from '../../ledger/rounds/add-rounds.ts';
import { keepFigures, keptFigures } from '../../ledger/rounds/round-figures.ts';
import {
  frozenLines,
  keepDraftDigest,
  lastClosedRound,
  openRound,
  type RoundRow,
} from '../../ledger/rounds/rounds.ts';
import { freezeStanding, fromStanding } from '../../ledger/rounds/standings.ts';
import { refuseWrongDerived } from '../../ledger/verify/derived-differences.ts';
import {
  type Committed,
  commit,
  journalHead,
  type Work,
  type WriteDb,
} from '../../ledger/writing/journal.ts';
import type { Line } from '../../scoring/line.ts';
import { type Acting, entryOf } from '../acting.ts';
import { refuseConcerned } from '../lookups/refuse-persons.ts';
import { type ChangedSince, changedSince } from './changed-since.ts';
import {
  refuseDecidedOffRoster,
  refuseMissingDecisions,
  refuseMissingStatements,
} from './closing-decisions.ts';
import { CURRENT_FORM, closingDigest } from './round-digest.ts';
import { currentFrame } from './round-frame.ts';
import { type PlannedRound, planOf } from './round-plan.ts';
import { openInto, theOpenRound } from './rounds.ts';
import { withoutStatement } from './tally.ts';

export interface CloseRequest {
  /** Opens the round first when none is open. */
  readonly cutoff: Day | null;
  readonly approvedBy: string;
  readonly meeting: string | null;
  /** The digest of the draft that the leaders saw: any other is refused. */
  readonly expect: string | null;
}

export interface Closed {
  /** `unchanged`: it was closed in the same words, and nothing has been written since. */
  readonly what: 'added' | 'unchanged';
  readonly round: number;
  readonly cutoff: Day;
  /** The digest of the closing, and that of the draft (empty where it was closed in one step). */
  readonly digest: string;
  readonly draftDigest: string;
  readonly lines: number;
  readonly inCircle: number;
  readonly commended: number;
  readonly withoutDeadline: number;
  /** Outstanding findings that no one on the roster is responsible for. */
  readonly withoutResponsible: readonly string[];
  readonly changed: readonly ChangedSince[];
  /** Who has a measure but neither made a statement nor waived it. */
  readonly withoutStatement: readonly CadreNo[];
}

/**
 * Freezes a round: its lines, its digest, its figures, who approved it.
 * @throws Failure `refused`: no round is open (and no cutoff given), another is, a decision is missing that the policy
 *   requires, one is on somebody off the roster, the approver has a measure in it, or the digest is not the expected one;
 *   `damaged` where what is derived does not follow from the facts
 */
export function closeRound(ledger: Ledger, acting: Acting, request: CloseRequest): Committed<Closed> {
  const entry = entryOf(acting, 'round close', request);
  return commit(ledger, entry, (db) => closeInto(db, acting, request, ledger.file));
}

/**
 * Closes a round under the entry of `db`, opening it first where a cutoff is given; see `closeRound`. The caller commits.
 * A closing freezes the facts of the entries before its own, and its digest says which was the last: facts are committed
 * first, in an entry of their own, and the closing comes in the next.
 * @param file the ledger's, for what is said of a damaged one
 */
export function closeInto(db: WriteDb, acting: Acting, request: CloseRequest, file: string): Work<Closed> {
  if ([...db.written].some((table) => table !== 'rounds'))
    throw new Error('facts of the same entry are not in what a closing freezes');
  const stands = closedAlready(db, request);
  if (stands !== undefined) return { value: stands, did: {} };
  const before = openRound(db);
  if (request.cutoff !== null && before !== undefined && before.cutoff !== request.cutoff) {
    throw refusal('round_is_open', { round: before.round_no, cutoff: before.cutoff });
  }
  if (request.cutoff !== null && before === undefined) openInto(db, acting, request.cutoff);
  const round = theOpenRound(db);
  refuseWrongDerived(db, file);
  const view = new View(db);
  const planned = planOf(view, currentFrame(view), { figures: true });
  const lines = planned.plan.lines.filter((line) => line.shown);
  if (request.expect !== null && request.expect.toLowerCase() !== planned.digest) {
    throw refusal('digest_differs', { expected: request.expect, digest: planned.digest });
  }
  refuseDecidedOffRoster(view, planned.frame);
  refuseMissingDecisions(view, round.id, lines, planned.plan.policy.requireDecision);
  const measured = lines
    .filter((line) => line.standing.measure !== 'none')
    .map((each) => each.standing.cadre);
  const { number, cutoff, policy, withoutDeadline, withoutResponsible } = planned.plan;
  const silent = withoutStatement(
    view,
    number,
    measured.map((cadre) => cadre.cadreNo),
  );
  refuseMissingStatements(lines, silent, policy.requireStatement);
  const persons = new Persons(view);
  refuseApprover(persons, request.approvedBy, measured);
  const digest = freeze({ db, persons }, round, request, planned, lines);
  const closed = { round: number, cutoff, lines: lines.length, digest };
  const value: Closed = {
    what: 'added',
    ...closed,
    draftDigest: planned.digest,
    inCircle: lines.filter(({ standing }) => standing.nowIn).length,
    commended: lines.filter(({ standing }) => standing.commended).length,
    withoutDeadline,
    withoutResponsible: [...withoutResponsible],
    changed: changedSince(view, round, planned),
    withoutStatement: silent,
  };
  return { value, did: closed };
}

/** The last closed round, when the last journal entry closed it in the words of the request. @throws Failure `refused` */
function closedAlready(db: ReadDb, request: CloseRequest): Closed | undefined {
  const last = lastClosedRound(db);
  const { cutoff, approvedBy, meeting, expect } = request;
  if (last === undefined || last.carriedFrom !== null || last.closedAt !== journalHead(db)?.seq)
    return undefined;
  if (last.approvedBy !== approvedBy || last.meeting !== (meeting ?? '')) return undefined;
  if (cutoff !== null && cutoff !== last.cutoff) return undefined;
  const draft = last.draft?.digest ?? '';
  const digest = draft === '' ? last.digest : draft;
  if (expect !== null && expect.toLowerCase() !== digest)
    throw refusal('digest_differs', { expected: expect, digest });
  const lines = frozenLines(db, last.number);
  const measured = lines.filter((line) => line.measure !== 'none').map((line) => line.cadre_no);
  return {
    what: 'unchanged',
    round: last.number,
    cutoff: last.cutoff,
    digest: last.digest,
    draftDigest: draft,
    lines: lines.length,
    inCircle: lines.filter((line) => line.now_in === 1).length,
    commended: lines.filter((line) => line.commended === 1).length,
    withoutDeadline: keptFigures(db, last.number)?.withoutDeadline ?? 0,
    withoutResponsible: [],
    changed: [],
    withoutStatement: withoutStatement(new View(db), last.number, measured),
  };
}

/** Who approves a round has no measure in it (contract, section 3, "Four eyes"). */
function refuseApprover(persons: Persons, approvedBy: string, measured: readonly Cadre[]): void {
  const concerned = measured.map((cadre) => cadre.cadreNo);
  const codes = { same: 'approver_has_measure', name: 'approver_has_measure_name' } as const;
  refuseConcerned(persons, approvedBy, concerned, codes);
}

/** Stores the closing with its lines and figures. Returns its digest. */
function freeze(
  { db, persons }: { readonly db: WriteDb; readonly persons: Persons },
  round: RoundRow,
  request: CloseRequest,
  planned: PlannedRound,
  lines: readonly Line[],
): string {
  const { number, engine } = planned.plan;
  const { approvedBy, meeting } = request;
  const { digest: draft, factsHash: head } = planned;
  const digest = closingDigest({ draft, approvedBy, meeting: meeting ?? '', head });
  addClosing(
    { db, persons },
    {
      round_id: round.id,
      round_no: number,
      approved_by: approvedBy,
      meeting,
      engine,
      facts_seq: planned.factsSeq,
      digest,
    },
  );
  keepDraftDigest(db, number, { digest: draft, columns: CURRENT_FORM.columns });
  const ids = cadreIds(db);
  for (const [place, { standing }] of lines.entries()) {
    const cadreId = ids.get(standing.cadre.cadreNo);
    if (cadreId === undefined) throw new Error(`no live cadre ${standing.cadre.cadreNo}`);
    freezeStanding(db, { round_no: number, place: place + 1 }, fromStanding(standing, cadreId));
  }
  if (planned.figures !== null) keepFigures(db, number, planned.figures);
  return digest;
}
