// A new year: a ledger that goes on from another one, built whole, verified, then put in its place.
import { basename, resolve } from 'node:path';
import type { Day } from '../../domain/days/day.ts';
import { Failure, problem, refusal } from '../../domain/problem.ts';
import { RowCopier } from '../../ledger/carry-over/carry-over-copy.ts';
import { layersOf } from '../../ledger/carry-over/carry-over-layers.ts';
import { type CarriedRow, rowsCarried } from '../../ledger/carry-over/carry-over-rows.ts';
import { addCarryOver, type CarryOver, carryOverOf } from '../../ledger/carry-over/carry-overs.ts';
import type { Connection, ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { createLedger } from '../../ledger/file/create.ts';
import { type Ledger, type OpenOptions, openForReading, read } from '../../ledger/file/open.ts';
import { policyInForce } from '../../ledger/rounds/policies.ts';
import { type ClosedRound, closedRounds, openRound } from '../../ledger/rounds/rounds.ts';
import { sealOf } from '../../ledger/seals.ts';
import { recordSetting } from '../../ledger/settings.ts';
import { allOrderNumbers } from '../../ledger/work/dispatches.ts';
import { listTasks } from '../../ledger/work/tasks.ts';
import {
  type Committed,
  commit,
  type Entry,
  type JournalRow,
  journalHead,
} from '../../ledger/writing/journal.ts';
import { isOver } from '../../scoring/tasks.ts';
import { type Acting, entryOf } from '../acting.ts';
import { createdBefore } from './created-before.ts';
import { openLines } from './open-lines.ts';
import { verifyConnection } from './verify.ts';

export interface CarryOverRequest {
  /** The path of the ledger that the new one goes on from. */
  readonly from: string;
  /** The township's name from now on; null keeps it. */
  readonly township: string | null;
  /** Settled findings, finished tasks and attendance in closed rounds too. */
  readonly all: boolean;
}

/** What was carried over. */
export interface CarriedOver {
  readonly what: 'added' | 'unchanged';
  /** The old ledger: the name of its file, whether it is sealed, its last closed round. */
  readonly from: string;
  readonly sealed: boolean;
  readonly round: { readonly number: number; readonly cutoff: Day; readonly digest: string } | null;
  readonly cadres: number;
  readonly findings: number;
  readonly tasks: number;
  /** Lines of the last closed round that are in the circle. */
  readonly inCircle: number;
  readonly policy: string;
}

/**
 * Makes the ledger `file` from another one: its roster, open findings and tasks, its last closed round and policies, row by
 * row as they were recorded, so that the next round says in it what it would have said in the old one. The old one is
 * only read.
 * @throws Failure `refused`: there is something at `file`, it is the old ledger itself, or a round is open in that one;
 *   `damaged` when the old one is; what `preflight` says of it
 */
export function carryOver(
  file: string,
  acting: Acting,
  request: CarryOverRequest,
  options: OpenOptions = {},
): Committed<CarriedOver> {
  const from = resolve(request.from);
  if (from === file) throw refusal('carry_over_same_file', { file });
  const old = openForReading(from, options);
  try {
    return read(old, (db) => {
      refuseDamaged(old.connection, from);
      const open = openRound(db);
      if (open !== undefined) {
        throw refusal('carry_over_round_open', { file: from, round: open.round_no, cutoff: open.cutoff });
      }
      const { rows, closed, carried } = whatIsCarried(db, from, request.all);
      const value = summaryOf(db, rows, carried);
      const entry = (parts: number): Entry =>
        entryOf(acting, 'init', askedOf(carried, request, parts, parts));
      const stands = (_: ReadDb, head: JournalRow): CarriedOver | undefined =>
        head.request === entry(head.seq).request ? { ...value, what: 'unchanged' } : undefined;
      const before = createdBefore(file, acting, { entry, stands }, options);
      if (before !== undefined) return before;
      const fill = ({ connection, ...rest }: Ledger): Committed<CarriedOver> => {
        const seq = writeAll({ connection, ...rest }, db, acting, request, { rows, closed, carried, value });
        refuseUnsound(connection);
        return { outcome: 'written', value, seq };
      };
      return createLedger(file, fill, options);
    });
  } finally {
    old.close();
  }
}

function refuseDamaged(connection: Connection, file: string): void {
  const grave = verifyConnection(connection, { quick: true }).faults.filter((each) => each.grave);
  if (grave.length === 0) return;
  throw new Failure('damaged', [
    problem('carry_over_damaged', { file }),
    ...grave.map((each) => each.problem),
  ]);
}

/** A ledger that is not whole must not come into being: it would be a mistake of this program. */
function refuseUnsound(connection: Connection): void {
  const grave = verifyConnection(connection, { quick: false }).faults.filter((each) => each.grave);
  if (grave.length > 0) {
    throw new Error(`carried over wrongly: ${JSON.stringify(grave.map((each) => each.problem))}`);
  }
}

interface Carried {
  readonly rows: readonly CarriedRow[];
  readonly closed: ClosedRound | undefined;
  readonly carried: Omit<CarryOver, 'seq'>;
}

function whatIsCarried(db: ReadDb, file: string, all: boolean): Carried {
  const view = new View(db);
  const rounds = closedRounds(db);
  const closed = rounds.at(-1);
  const tasks = listTasks(view).filter((task) => all || closed === undefined || !isOver(task, closed.cutoff));
  const head = journalHead(db);
  if (head === undefined) throw new Error('a ledger without entries');
  const before = carryOverOf(db);
  return {
    rows: rowsCarried(view, closed, {
      tasks: tasks.map((task) => task.id),
      lines: closed === undefined ? [] : openLines(view, closed),
      all,
    }),
    closed,
    carried: {
      file: basename(file),
      lastSeq: head.seq,
      lastHash: head.hash,
      sealed: sealOf(db) !== undefined,
      round: closed ?? null,
      earlierRounds: [...(before?.earlierRounds ?? []), ...rounds.slice(0, -1)],
      orderNumbers: allOrderNumbers(db),
    },
  };
}

/** What one of the journal entries of a carry-over was asked. */
function askedOf(
  { file, lastHash }: Carried['carried'],
  { township, all }: CarryOverRequest,
  part: number,
  of: number,
): object {
  return { carry_over: file, last_hash: lastHash, township, ...(all && { all }), part, of };
}

/**
 * Writes the entries of the new ledger: the first says where it comes from, the last has the idempotency key and the
 * answer. Returns how many there are.
 */
function writeAll(
  ledger: Parameters<typeof commit>[0],
  old: ReadDb,
  acting: Acting,
  request: CarryOverRequest,
  { rows, closed, carried, value }: Carried & { readonly value: CarriedOver },
): number {
  const { township } = request;
  const copier = new RowCopier(old, rows);
  const layers = layersOf(rows, closed?.closedAt);
  for (const [at, layer] of layers.entries()) {
    const part = { part: at + 1, of: layers.length };
    const isLast = at === layers.length - 1;
    const acts = isLast ? acting : { ...acting, idempotencyKey: null };
    commit(ledger, entryOf(acts, 'init', askedOf(carried, request, part.part, part.of)), (db) => {
      if (at === 0) addCarryOver(db, carried);
      copier.copy(db, layer);
      if (isLast) {
        copier.derive(db);
        // After all that is carried: the latest value counts.
        if (township !== null) recordSetting(db, 'township', township);
      }
      const { file, lastSeq, round } = carried;
      const did = { carried_over: file, entry: lastSeq, round: round?.number ?? null };
      return { value, did: { ...did, rows: layer.length, ...part } };
    });
  }
  return layers.length;
}

function summaryOf(old: ReadDb, rows: readonly CarriedRow[], from: Omit<CarryOver, 'seq'>): CarriedOver {
  const count = (table: CarriedRow['table']): number =>
    rows.filter((each) => each.table === table && each.reversed !== true).length;
  const { name, version } = policyInForce(old).policy;
  const parts = rows.find((each) => each.table === 'round_closings')?.parts ?? [];
  const lines = parts.filter(
    (each) => each.table === 'standings' && each.row.round_no === from.round?.number,
  );
  const { file, sealed, round } = from;
  return {
    what: 'added',
    from: file,
    sealed,
    round: round === null ? null : { number: round.number, cutoff: round.cutoff, digest: round.digest },
    cadres: count('cadres'),
    findings: count('findings'),
    tasks: count('tasks'),
    inCircle: lines.filter((each) => each.row.now_in === 1).length,
    policy: `${name} ${version}`,
  };
}
