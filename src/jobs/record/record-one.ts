// Records the facts of a single command through the same recorders as a batch.
import { Failure, refusal } from '../../domain/problem.ts';
import type { RecordKind, RecordOf } from '../../domain/records/records.ts';
import { LONGEST_TEXT, textFault } from '../../domain/texts/readable.ts';
import { readValues } from '../../intake/values/read-values.ts';
import type { Ledger } from '../../ledger/file/open.ts';
import { type Committed, commit, type Work, type WriteDb } from '../../ledger/writing/journal.ts';
import { type Acting, entryOf } from '../acting.ts';
import { refuseUnread } from '../lookups/refuse-persons.ts';
import { type ObjectedAgain, objectedAgain } from '../round/objected-again.ts';
import { type Amend, type Outcome, Recording, recordingOf } from './recording.ts';
import { recorders } from './registry.ts';

/** The result of a single command. */
export interface Recorded {
  readonly what: 'added' | 'unchanged' | 'amended';
  /** The ids that `reverse` takes; of what is unchanged, those of what is recorded already, where they are known. */
  readonly facts: readonly string[];
  /** Facts whose day a closed round has passed, and that round. */
  readonly late: { readonly count: number; readonly round: number } | null;
  /** The objections that do not suspend. */
  readonly again?: readonly ObjectedAgain[];
}

/**
 * Records one or several records of a kind under the entry of `db`, all or none; what was written before in the same
 * transaction is seen. A decision that is recorded so rests on the facts of the entries before: it is reported as
 * overtaken where facts of its own entry change the proposal.
 * @throws Failure `refused` with everything that is wrong; the caller undoes the transaction
 */
export function recordInto<K extends RecordKind>(
  db: WriteDb,
  acting: Acting,
  kind: K,
  records: readonly RecordOf[K][],
  { amend = null, noted }: Pick<RecordOptions<K>, 'amend' | 'noted'> = {},
): Work<Recorded> {
  const recording = new Recording(db, { ...recordingOf(acting), amend });
  if (noted !== undefined) refuseUnread(recording.persons, noted);
  const outcomes: Outcome[] = [];
  const drafts = records.map((record) => ({ record, origin: { batch_id: null, line: null } }));
  recorders[kind](recording, drafts, ({ record }, outcome) => {
    outcomes.push(records.length > 1 ? withNumber(outcome, record) : outcome);
  });
  const problems = outcomes.flatMap((each) => (each.what === 'rejected' ? each.problems : []));
  if (problems.length > 0) throw new Failure('refused', problems);
  const recorded = outcomes.flatMap((each) => ('facts' in each ? each.facts : []));
  const amended = outcomes.some((each) => each.what === 'amended');
  const what = recorded.length === 0 ? 'unchanged' : amended ? 'amended' : 'added';
  const standing = outcomes.flatMap((each) => ('standing' in each ? (each.standing ?? []) : []));
  const facts = recorded.length === 0 ? standing : recorded;
  const { closed, late } = recording;
  const value: Recorded = {
    what,
    facts,
    late: late === 0 || closed === null ? null : { count: late, round: closed.number },
    ...(kind === 'objections' &&
      what === 'added' && {
        again: objectedAgain(
          db,
          records as readonly RecordOf[RecordKind][] as readonly RecordOf['objections'][],
        ),
      }),
  };
  return { value, did: { facts, records } };
}

/** Of several records, what is wrong with one is placed at its number, unless it is placed already. */
function withNumber(outcome: Outcome, record: object): Outcome {
  if (outcome.what !== 'rejected') return outcome;
  const { finding_no, task_no } = record as { readonly finding_no?: string; readonly task_no?: string };
  const file = finding_no ?? task_no;
  if (file == null) return outcome;
  return { ...outcome, problems: outcome.problems.map((each) => ({ place: { file }, ...each })) };
}

export interface RecordOptions<K extends RecordKind> {
  readonly amend?: Amend | null;
  /** What a command gives in addition to the columns of a file. */
  readonly extra?: Partial<RecordOf[K]>;
  /** Persons whom the note names, read like all others though no column keeps them. */
  readonly noted?: string;
  /** The content of an idempotency key, where the values are filled up from the ledger: by default the records. */
  readonly asked?: object;
}

/** Texts by column, as options give them; a column left out is not spoken of. */
export type Values = Readonly<Record<string, string | undefined>>;

/**
 * Reads texts into records of a kind, by the rules of a file's rows, and records them, all or none.
 * @param command the words of the command, for the journal
 * @throws Failure `refused` with everything that is wrong
 */
export function recordValues<K extends RecordKind>(
  ledger: Ledger,
  acting: Acting,
  command: string,
  kind: K,
  values: readonly Values[],
  { extra = {}, asked, ...options }: RecordOptions<K> = {},
): Committed<Recorded> {
  const records = values.map((each) => ({ ...readValues(kind, each), ...extra }));
  for (const text of records.flatMap((record) => Object.values(record))) {
    const fault = typeof text === 'string' ? textFault(text) : undefined;
    if (fault !== undefined) throw refusal(fault, { most: LONGEST_TEXT });
  }
  const entry = entryOf(acting, command, asked ?? { records });
  return commit(ledger, entry, (db) => recordInto(db, acting, kind, records, options));
}
