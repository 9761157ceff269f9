// batch: past imports, what became of each row, taking one back.
import { readableInstant } from '../../domain/days/instant.ts';
import { type Failure, type Problem, refusal } from '../../domain/problem.ts';
import { loadWords, type Words } from '../../i18n/words.ts';
import type { ReadDb } from '../../jobs/care/ledger-access.ts';
import { type BatchInFull, lastBatchToUndo, listOfBatches, showBatch } from '../../jobs/import/batches.ts';
import { undoBatches } from '../../jobs/record/reverse.ts';
import { batchColumns, batchRowColumns, listOf } from '../../report/lists/lists.ts';
import { wholeList } from '../../report/lists/own-columns.ts';
import type { Card } from '../../report/lists/shown.ts';
import { reverseOptions, reverseRequest, sayReversed } from '../answers/reversed.ts';
import type { CommandSpec } from '../command-spec.ts';

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
      const { nameStyle } = session;
      // Machines read the same in every language, as in the objects of a refusal.
      const words = nameStyle === 'machines' ? await loadWords('en') : session.words;
      const entries = rows.map((row) => ({
        ...row,
        code: codesOf(row.reason).join(';'),
        reason: worded(words, row.reason),
      }));
      const title = {
        key: 'title.batch_show',
        values: { batch: batch.id, file: batch.file, at: readableInstant(batch.at), actor: batch.actor },
      };
      const sheets = rows.some((row) => row.sheet !== '');
      const list = listOf('batch show', batchRowColumns(sheets), entries, {
        title,
        notes: undone ? [{ key: 'note.batch_undone' }] : [],
      });
      return session.print(
        nameStyle === 'names' ? list : wholeList({ list, own: ownOfBatch(batch, undone) }),
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

/** A batch's own columns, for machines. */
function ownOfBatch(batch: BatchInFull['batch'], undone: boolean): Card['own'] {
  return batchColumns.map((column) => {
    const { id, ...rest } = batch;
    const values: Readonly<Record<string, string | number | boolean>> = { ...rest, batch: id, undone };
    return [column, values[column.key] ?? null] as const;
  });
}

/** The reason of a row is kept as codes; a text that is none (names of columns) stands for itself. */
function worded(words: Words, reason: string): string {
  return reason.startsWith('[')
    ? problemsIn(reason)
        .map((each) => words.problem(each))
        .join(' ')
    : reason;
}

function codesOf(reason: string): string[] {
  return reason.startsWith('[') ? problemsIn(reason).map(({ code }) => code) : [];
}

const problemsIn = (reason: string): Problem[] => JSON.parse(reason) as Problem[];
