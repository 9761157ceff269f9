// What a digest typed from paper is of: a round of this ledger, an issued file, or nothing that the ledger knows.
import { editDistance } from '../../domain/known.ts';
import { Failure, problem } from '../../domain/problem.ts';
import type { DigestOf, Fault } from '../../domain/verification.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { issuedFile } from '../../ledger/rounds/notice-issues.ts';
import type { ClosedRound } from '../../ledger/rounds/rounds.ts';
import { fault } from '../../ledger/verify/verify-file.ts';

/** A digest to look for. */
export interface DigestAsked {
  /** 64 hex digits. */
  readonly digest: string;
  /** The round that it is said to be of, where that is known. */
  readonly round: number | null;
}

/** A digest as typed from paper: blanks left out, letters small. @throws Failure `usage` when it cannot be one */
export function readDigest(text: string): string {
  const digest = text.replaceAll(/\s/g, '').toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(digest))
    throw new Failure('usage', [problem('verify_digest_form', { digest: text })]);
  return digest;
}

/** Whether a round has a digest. */
export function hasDigest(round: ClosedRound, digest: string): boolean {
  return digestsOfRound(round).some((each) => each.digest === digest);
}

function digestsOfRound({ number: round, digest, draft }: ClosedRound): (DigestOf & { digest: string })[] {
  if (draft === null) return [{ round, which: 'only', digest }];
  return [
    { round, which: 'closing', digest },
    { round, which: 'draft', digest: draft.digest },
  ];
}

/** The result of looking for a digest. */
export interface DigestFound {
  readonly of: DigestOf | null;
  readonly faults: readonly Fault[];
}

/**
 * Looks for a digest among those of closed rounds. One that fits none is a slip of the hand, of another ledger, or of one
 * that was rewritten since: that is said and is no damage, unless it is known to be of a round that has another one,
 * or is not there.
 */
export function findDigest(
  db: ReadDb,
  rounds: readonly ClosedRound[],
  { digest, round }: DigestAsked,
): DigestFound {
  const known = rounds.flatMap(digestsOfRound);
  const found = known.find((each) => each.digest === digest && (round === null || each.round === round));
  if (found !== undefined) return { of: { round: found.round, which: found.which }, faults: [] };
  const issued = issuedFile(db, digest);
  if (issued !== undefined) {
    const { scope, given } = issued;
    const values = { round: issued.round, scope: { term: `scope.${scope}` }, number: given.number, digest };
    return said('verify_digest_of_file', values, issued.round);
  }
  if (round !== null) {
    const stored = rounds.find((each) => each.number === round)?.digest;
    const other = known.find((each) => each.digest === digest)?.round;
    const values = { digest, round, stored: stored ?? '', other: other ?? '' };
    const code = other === undefined ? 'verify_digest_differs' : 'verify_digest_of_other';
    const said = stored === undefined ? 'verify_digest_no_round' : code;
    return { of: null, faults: [fault('digest', said, values, { round })] };
  }
  const [near] = known
    .map((each) => ({ ...each, digits: editDistance([...digest], [...each.digest]) }))
    .sort((left, right) => left.digits - right.digits);
  if (near === undefined) return said('verify_digest_unknown', { digest });
  const values = { digest, round: near.round, near: near.digest, count: near.digits };
  return said('verify_digest_near', values);
}

function said(
  code: 'verify_digest_unknown' | 'verify_digest_near' | 'verify_digest_of_file',
  values: Parameters<typeof fault>[2],
  round?: number,
): DigestFound {
  const found = fault('digest', code, values, round === undefined ? {} : { round });
  return { of: null, faults: [{ ...found, grave: false }] };
}
