// What became of the rows of an import: counts of several batches in one, the order and the reasons of those refused.
import type { Problem } from '../../domain/problem.ts';
import type { BatchCounts } from '../../ledger/facts/batches.ts';
import type { RejectedRow } from './staged-table.ts';

/** Problems as they are kept: codes, which the language words when a batch is shown. */
export function reasonOf(problems: readonly Problem[]): string {
  return JSON.stringify(problems.map(({ code, values, place }) => ({ code, values, place })));
}

/** Compares by the line of the file. */
export function byPlace(left: RejectedRow, right: RejectedRow): number {
  return (left.place.line ?? 0) - (right.place.line ?? 0);
}

/** The counts of several batches in one. */
export function sumOf(batches: readonly BatchCounts[]): BatchCounts {
  const sum = { added: 0, unchanged: 0, amended: 0, rejected: 0 };
  for (const each of batches) {
    for (const key of Object.keys(sum) as (keyof BatchCounts)[]) sum[key] += each[key];
  }
  return sum;
}
