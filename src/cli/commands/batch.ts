// batch: past imports, what became of each row, taking one back.
import { readableInstant } from '../../domain/days/instant.ts';
import { type Failure, type Problem, refusal } from '../../domain/problem.ts';
import type { ReadDb } from '../../jobs/care/ledger-access.ts';
import { lastBatchToUndo, listOfBatches, showBatch } from '../../jobs/import/batches.ts';
import { undoBatches } from '../../jobs/record/reverse.ts';
import { batchColumns, batchRowColumns, listOf } from '../../report/lists/lists.ts';
import { reverseOptions, reverseRequest, sayReversed } from '../answers/reversed.ts';
import type { CommandSpec } from '../command-spec.ts';
import type { Session } from '../session.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'batch list',
    traits: ['list'],
    async run(session) {
      return session.print(listOf('batch list', batchColumns, await session.reading(listOfBatches)));
    },
  },
  {
    name: 'batch show',
    arguments: '<batch>',
    traits: ['list'],
    async run(session, input) {
      const number = input.wholeArgument(0, 'batch');
      const { batch, rows, undone } = await session.reading((db) => showBatch(db, number));
      const entries = rows.map((row) => ({ ...row, reason: worded(session, row.reason) }));
      const title = {
        key: 'title.batch_show',
        values: { batch: batch.id, file: batch.file, at: readableInstant(batch.at), actor: batch.actor },
      };
      return session.print(
        listOf('batch show', batchRowColumns(rows.some((row) => row.sheet !== '')), entries, {
          title,
          notes: undone ? [{ key: 'note.batch_undone' }] : [],
        }),
      );
    },
  },
  {
    name: 'batch undo',
    arguments: '[batch...]',
    traits: ['write'],
    options: reverseOptions,
    async run(session, input) {
      const batches = input.wholeNumbers(0, 'batch');
      if (batches.length === 0) throw await session.reading(undoWithoutNumber);
      const request = reverseRequest(input);
      const came = await session.writing((ledger, acting) => undoBatches(ledger, acting, batches, request));
      return sayReversed(session, input, came);
    },
  },
];

/** Nothing is undone on a guess: the command for the last batch that is not undone is named. */
function undoWithoutNumber(db: ReadDb): Failure {
  const batch = lastBatchToUndo(db);
  return batch === undefined ? refusal('batch_none_to_undo') : refusal('batch_undo_which', batch);
}

/** The reason of a row is kept as codes; a text that is none (names of columns) is shown as it is. */
function worded(session: Session, reason: string): string {
  if (!reason.startsWith('[')) return reason;
  return (JSON.parse(reason) as Problem[]).map((each) => session.words.problem(each)).join(' ');
}
