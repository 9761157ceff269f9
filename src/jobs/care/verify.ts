// Verifies a ledger: every check in turn, what each finds, and how much can be trusted all the same.
import type { Check, Fault, Verification } from '../../domain/verification.ts';
import { carryOverOf } from '../../ledger/carry-over/carry-overs.ts';
import type { Connection } from '../../ledger/database.ts';
import { type OpenOptions, openForReading, read } from '../../ledger/file/open.ts';
import { type ClosedRound, closedRounds } from '../../ledger/rounds/rounds.ts';
import { isReadable, schemaDifferences } from '../../ledger/schema.ts';
import { compareJournals } from '../../ledger/verify/compare-journals.ts';
import { verifyDerived } from '../../ledger/verify/verify-derived.ts';
import {
  checked,
  fault,
  verifyForeignKeys,
  verifyIntegrity,
  verifySchema,
  verifySettings,
} from '../../ledger/verify/verify-file.ts';
import { verifyChain, verifyRows } from '../../ledger/verify/verify-journal.ts';
import { verifyLooks } from '../../ledger/verify/verify-looks.ts';
import { journalHead } from '../../ledger/writing/journal.ts';
import { type DigestAsked, findDigest, hasDigest, readDigest } from './verify-digest.ts';
import { verifyDraws } from './verify-draws.ts';
import { verifyCarried, verifyRounds } from './verify-rounds.ts';
import { trustedOf } from './verify-trust.ts';

export interface VerifyRequest {
  /** Digests and the last round only: without SQLite's own checks, the rounds before, and figures. */
  readonly quick: boolean;
  /** A digest from a printed notice. */
  readonly digest: string | null;
  /** The round that the notice is of: another digest than its own is damage then. */
  readonly round?: number | null;
  /** The path of a copy. */
  readonly against: string | null;
}

const QUICK: readonly Check[] = [
  ...['schema', 'settings', 'sequence', 'chain', 'rows', 'beyond_head', 'derived', 'rounds'],
] as const;
const FULL: readonly Check[] = ['integrity', 'foreign_keys', ...QUICK, 'draws'];

/**
 * Verifies a ledger (contract, section 5, "`verify`"). What is damaged comes back as faults.
 * @throws Failure when the ledger, or the copy, cannot be opened at all
 */
export function verify(file: string, request: VerifyRequest, options: OpenOptions = {}): Verification {
  const digest = digestAsked(request);
  const ledger = openForReading(file, { ...options, anySchema: true });
  try {
    return read(ledger, () => {
      const unread = unreadable(ledger.connection);
      if (unread !== undefined) return unread;
      const against =
        request.against === null ? null : compareWith(ledger.connection, request.against, options);
      return verifyConnection(ledger.connection, { quick: request.quick, digest, against });
    });
  } finally {
    ledger.close();
  }
}

function digestAsked({ digest, round = null }: VerifyRequest): DigestAsked | null {
  return digest === null ? null : { digest: readDigest(digest), round };
}

/** The rounds that are replayed: all, or the last, the carried ones, and that of a printed digest. */
function roundsToReplay(rounds: readonly ClosedRound[], { quick, digest = null }: Asked): ClosedRound[] {
  const last = rounds.at(-1)?.number;
  const isAsked = (each: ClosedRound): boolean => digest !== null && hasDigest(each, digest.digest);
  return rounds.filter(
    (each) => !quick || each.carriedFrom !== null || each.number === last || isAsked(each),
  );
}

interface Compared extends NonNullable<Verification['against']> {
  readonly faults: readonly Fault[];
}

function compareWith(own: Connection, file: string, options: OpenOptions): Compared {
  const copy = openForReading(file, options);
  try {
    return read(copy, () => {
      const compared = compareJournals(own, copy.connection);
      return { ...compared, faults: [...standing(compared), ...damageOf(compared, copy.connection)] };
    });
  } finally {
    copy.close();
  }
}

/** What is asked of an open ledger: see `VerifyRequest`; the comparison with a copy is known. */
interface Asked {
  readonly quick: boolean;
  readonly digest?: DigestAsked | null;
  readonly against?: Compared | null;
}

/** Verifies an open ledger; see `verify`. */
export function verifyConnection(connection: Connection, asked: Asked): Verification {
  const { quick, digest = null, against = null } = asked;
  const faults = [
    ...(quick ? [] : [...verifyIntegrity(connection), ...verifyForeignKeys(connection)]),
    ...verifySchema(schemaDifferences(connection)),
    ...verifySettings(connection),
    ...verifyChain(connection),
    ...verifyRows(connection),
  ];
  const damaged = faults.length > 0;
  faults.push(...verifyDerived(connection, damaged), ...verifyLooks(connection, damaged));
  let rounds: readonly ClosedRound[] = [];
  const readRounds = (): void => {
    rounds = closedRounds(connection);
  };
  faults.push(...checked('rounds', readRounds, faults.length > 0));
  const { same, faults: ofRounds } = verifyRounds(connection, roundsToReplay(rounds, asked), !quick);
  faults.push(...ofRounds);
  if (!quick) faults.push(...checked('draws', (tell) => verifyDraws(connection, tell), faults.length > 0));
  const found = digest === null ? null : findDigest(connection, rounds, digest);
  faults.push(...(found?.faults ?? []));
  if (against !== null) faults.push(...against.faults);
  const entries = headOf(connection);
  return {
    made: [
      ...(quick ? QUICK : FULL),
      ...(digest === null ? [] : (['digest'] as const)),
      ...(against === null ? [] : (['copy'] as const)),
    ],
    faults,
    entries,
    rounds: rounds.length,
    replayed: same.size,
    digestOf: found?.of ?? null,
    carriedFrom: originOf(connection),
    against: against && { says: against.says, entry: against.entry },
    trusted: trustedOf(faults, entries, rounds),
  };
}

/** Where tables are not its own nothing is read of a ledger: a view in the place of one could say anything, or never end. */
function unreadable(connection: Connection): Verification | undefined {
  const differences = schemaDifferences(connection);
  if (isReadable(differences)) return undefined;
  return {
    made: ['schema'],
    faults: verifySchema(differences),
    entries: 0,
    rounds: 0,
    replayed: 0,
    trusted: { entry: 0, round: 0 },
    digestOf: null,
    carriedFrom: null,
    against: null,
  };
}

/** Where the ledger was carried over from, as far as it can be read. */
function originOf(connection: Connection): Verification['carriedFrom'] {
  let from: Verification['carriedFrom'] = null;
  checked('chain', () => {
    const over = carryOverOf(connection);
    if (over !== undefined) from = { file: over.file, entry: over.lastSeq };
  });
  return from;
}

/** A copy that has more, or has gone another way, means that entries are missing here, or are not what they were. */
function standing({ says, entry, newer, older }: ReturnType<typeof compareJournals>): Fault[] {
  if (newer !== undefined && older !== undefined) {
    const wentOn = { ...fault('copy', 'verify_went_on', { entry }), grave: false };
    return [...verifyCarried(newer, older), ...(says === 'went_on' ? [wentOn] : [])];
  }
  if (says === 'behind') return [fault('copy', 'verify_behind', { entry }, { entry: entry + 1 })];
  if (says === 'forked')
    return [fault('copy', 'verify_forked', { entry, next: entry + 1 }, { entry: entry + 1 })];
  return [];
}

/** Where two ledgers have grown apart it matters whether the other one, looked at quickly, is whole. */
function damageOf({ says }: ReturnType<typeof compareJournals>, copy: Connection): Fault[] {
  if (says !== 'forked') return [];
  const count = verifyConnection(copy, { quick: true }).faults.filter((each) => each.grave).length;
  return count === 0 ? [] : [fault('copy', 'verify_copy_damaged', { count })];
}

function headOf(connection: Connection): number {
  let head = 0;
  checked('chain', () => {
    head = journalHead(connection)?.seq ?? 0;
  });
  return head;
}
