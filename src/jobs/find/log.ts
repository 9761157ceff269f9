// The journal as a list: who did what, when, newest first.
import type { Day } from '../../domain/days/day.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { instantsOf } from '../../ledger/settings.ts';
import { entriesNewestFirst } from '../../ledger/writing/journal-entries.ts';

export interface LogFilter {
  /** Days in the ledger's time zone, both included. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly actor: string | null;
  /** The words of a command, or the first of them: `import`, `import findings`. */
  readonly command: string | null;
  readonly limit: number | null;
}

/** A journal entry by the columns of `log`; `at` is the instant in the ledger's time zone, `did` what it did, as JSON. */
export type LoggedEntry = Readonly<Record<'at' | 'actor' | 'command' | 'what' | 'did' | 'hash', string>> & {
  readonly seq: number;
  readonly idempotency_key: string | null;
};

/** The entries that a filter lets through, newest first. */
export function logOf(db: ReadDb, filter: LogFilter): LoggedEntry[] {
  const local = instantsOf(db);
  const entries: LoggedEntry[] = [];
  for (const row of entriesNewestFirst(db)) {
    if (filter.limit !== null && entries.length >= filter.limit) break;
    if (filter.actor !== null && row.actor !== filter.actor) continue;
    if (filter.command !== null && !`${row.command} `.startsWith(`${filter.command} `)) continue;
    const at = local(row.at);
    const day = at.slice(0, DAY_LENGTH);
    if (filter.from !== null && day < filter.from) continue;
    if (filter.to !== null && day > filter.to) continue;
    const { seq, actor, command, did, hash, idempotency_key } = row;
    entries.push({ seq, at, actor, command, what: summaryOf(did), did, hash, idempotency_key });
  }
  return entries;
}

const DAY_LENGTH = 10;

/** Facts beyond these are only counted. */
const NAMED = 3;

/** A summary of what an entry did: files with their counts, ids of facts, else its values. */
function summaryOf(did: string): string {
  const { batches, facts, records: _, kind: __, ...rest } = JSON.parse(did) as Record<string, unknown>;
  const said: string[] = [];
  if (Array.isArray(batches)) {
    for (const { id, file, ...counts } of batches as Record<string, unknown>[]) {
      said.push(`#${id} ${file} ${worded(counts)}`.trim());
    }
  }
  if (Array.isArray(facts)) {
    said.push(facts.slice(0, NAMED).join(' ') + (facts.length > NAMED ? ` … (${facts.length})` : ''));
  } else if (facts !== undefined) said.push(worded({ facts }));
  return [...said, worded(rest)].filter((each) => each !== '').join(' ');
}

function worded(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== 0 && value !== '')
    .map(([key, value]) => `${key}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(' ');
}
