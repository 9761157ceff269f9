// Verifies a ledger: every check in turn, what each finds, and how much can be trusted all the same.
import { Failure, problem } from '../domain/problem.ts';
import type { Check, Fault, Trusted, Verification } from '../domain/verification.ts';
import { compareJournals } from '../ledger/compare-journals.ts';
import type { Connection } from '../ledger/database.ts';
import { journalHead } from '../ledger/journal.ts';
import { type OpenOptions, openForReading, read } from '../ledger/open.ts';
import { type ClosedRound, closedRounds } from '../ledger/rounds.ts';
import { verifyDerived } from '../ledger/verify-derived.ts';
import {
  checked,
  fault,
  verifyForeignKeys,
  verifyIntegrity,
  verifySchema,
  verifySettings,
} from '../ledger/verify-file.ts';
import { verifyChain, verifyRows } from '../ledger/verify-journal.ts';
import { verifyRounds } from './verify-rounds.ts';

export interface VerifyRequest {
  /** Digests and the last round only: without SQLite's own checks, what is derived, and the rounds before. */
  readonly quick: boolean;
  /** A digest from a printed notice. */
  readonly digest: string | null;
  /** The path of a copy. */
  readonly against: string | null;
}

const QUICK: readonly Check[] = ['schema', 'settings', 'sequence', 'chain', 'rows', 'beyond_head', 'rounds'];
const FULL: readonly Check[] = ['integrity', 'foreign_keys', ...QUICK, 'derived'];

/** A digest as typed from paper: blanks left out, letters small. @throws Failure `usage` when it cannot be one */
function readDigest(text: string): string {
  const digest = text.replaceAll(/\s/g, '').toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(digest))
    throw new Failure('usage', [problem('verify_digest_form', { digest: text })]);
  return digest;
}

/**
 * Verifies a ledger (contract, section 5, "`verify`"). What is damaged comes back as faults.
 * @throws Failure when the ledger, or the copy, cannot be opened at all
 */
export function verify(file: string, request: VerifyRequest, options: OpenOptions = {}): Verification {
  const digest = request.digest === null ? null : readDigest(request.digest);
  const ledger = openForReading(file, options);
  try {
    return read(ledger, () => {
      const against =
        request.against === null ? null : compareWith(ledger.connection, request.against, options);
      return verifyOpen(ledger.connection, request.quick, digest, against);
    });
  } finally {
    ledger.close();
  }
}

function compareWith(own: Connection, file: string, options: OpenOptions): Verification['against'] {
  const copy = openForReading(file, options);
  try {
    return read(copy, (db) => compareJournals(own, db));
  } finally {
    copy.close();
  }
}

function verifyOpen(
  connection: Connection,
  quick: boolean,
  digest: string | null,
  against: Verification['against'],
): Verification {
  const faults = [
    ...(quick ? [] : [...verifyIntegrity(connection), ...verifyForeignKeys(connection)]),
    ...verifySchema(connection),
    ...verifySettings(connection),
    ...verifyChain(connection),
    ...verifyRows(connection),
  ];
  if (!quick) faults.push(...verifyDerived(connection, faults.length > 0));
  let rounds: readonly ClosedRound[] = [];
  const readRounds = (): void => {
    rounds = closedRounds(connection);
  };
  faults.push(...checked('rounds', readRounds, faults.length > 0));
  const digestRound = rounds.find((each) => each.digest === digest)?.number ?? null;
  const last = rounds.at(-1)?.number;
  const replayed = rounds.filter(({ number }) => !quick || number === last || number === digestRound);
  const { same, faults: ofRounds } = verifyRounds(connection, replayed, faults.length > 0);
  faults.push(...ofRounds);
  if (digest !== null && digestRound === null)
    faults.push(fault('digest', 'verify_digest_unknown', { digest }));
  if (against !== null) faults.push(...standing(against));
  const entries = headOf(connection);
  return {
    made: [
      ...(quick ? QUICK : FULL),
      ...(digest === null ? [] : (['digest'] as const)),
      ...(against === null ? [] : (['copy'] as const)),
    ],
    ...{ faults, entries, rounds: rounds.length, replayed: same.size, digestRound, against },
    trusted: trustedOf(faults, entries, rounds),
  };
}

/** A copy that has more, or has gone another way, means that entries are missing here, or are not what they were. */
function standing({ says, entry }: NonNullable<Verification['against']>): Fault[] {
  if (says === 'behind') return [fault('copy', 'verify_behind', { entry }, { entry: entry + 1 })];
  if (says === 'forked')
    return [fault('copy', 'verify_forked', { entry, next: entry + 1 }, { entry: entry + 1 })];
  return [];
}

function headOf(connection: Connection): number {
  let head = 0;
  checked('chain', () => {
    head = journalHead(connection)?.seq ?? 0;
  });
  return head;
}

/**
 * What can be trusted: the entries before the first bad one, and the rounds closed by then. A round that comes out
 * differently although no entry up to its closing is bad was rewritten with all that followed: what came before is vouched
 * for by the round before. A journal that a printed notice does not know vouches for nothing.
 */
function trustedOf(faults: readonly Fault[], entries: number, rounds: readonly ClosedRound[]): Trusted {
  const grave = faults.filter((each) => each.grave);
  const vouching: readonly Check[] = ['chain', 'rows', 'digest'];
  if (grave.some(({ check, entry }) => entry === null && vouching.includes(check)))
    return { entry: 0, round: 0 };
  const bad = grave.filter(({ check }) => check !== 'rounds').map((each) => each.entry ?? entries + 1);
  let entry = Math.min(entries, ...bad.map((each) => each - 1));
  const rewritten = grave.find((each) => each.check === 'rounds' && (each.entry ?? 0) <= entry)?.round;
  if (rewritten != null) entry = rounds.findLast(({ number }) => number < rewritten)?.closedAt ?? 0;
  return { entry, round: rounds.findLast(({ closedAt }) => closedAt <= entry)?.number ?? 0 };
}
