// The findings of a ledger in spans of ids, one after the other: shares of a work on all of them.
import type { ReadDb } from '../../ledger/database.ts';
import { lastFindingId } from '../../ledger/findings/findings.ts';
import type { IdSpan } from '../../ledger/findings/round-ids.ts';

/** How large shares are. */
export interface Sizes {
  /** Ids in a share, at the least. */
  readonly ids: number;
  /** Shares, at the most. */
  readonly shares: number;
}

/** Spans of ids that take in every finding. */
export function findingSpans(db: ReadDb, { ids, shares }: Sizes): readonly IdSpan[] {
  const last = lastFindingId(db);
  const size = Math.max(ids, Math.ceil(last / shares));
  const spans: IdSpan[] = [];
  for (let first = 1; first <= last; first += size) spans.push({ first, last: first + size - 1 });
  return spans;
}
