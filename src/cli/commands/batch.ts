// batch: past imports, what became of each row, taking one back.
import { readableInstant } from '../../domain/days/instant.ts';
import type { Problem } from '../../domain/problem.ts';
import { listOfBatches, showBatch } from '../../jobs/import/batches.ts';
import { undoBatch } from '../../jobs/record/reverse.ts';
import { batchColumns, batchRowColumns, listOf } from '../../report/lists/lists.ts';
import { reverseOptions, reverseRequest, sayReversed } from '../answers/reversed.ts';
import type { Leaf } from '../leaf.ts';
import type { Session } from '../session.ts';

export const leaves: readonly Leaf[] = [
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
    arguments: '<batch>',
    traits: ['write'],
    options: reverseOptions,
    async run(session, input) {
      const number = input.wholeArgument(0, 'batch');
      const request = reverseRequest(input);
      const came = await session.writing((ledger, acting) => undoBatch(ledger, acting, number, request));
      return sayReversed(session, input, came);
    },
  },
];

/** The reason of a row is kept as codes; a text that is none (names of columns) stands for itself. */
function worded(session: Session, reason: string): string {
  if (!reason.startsWith('[')) return reason;
  return (JSON.parse(reason) as Problem[]).map((each) => session.words.problem(each)).join(' ');
}
