// Who runs a command and when: what every writing job receives in addition to its own input.
import type { Day } from '../domain/days/day.ts';
import { byCodePoint } from '../domain/texts/text.ts';
import { type Entry, sha256 } from '../ledger/writing/journal.ts';

/** What is recorded again on purpose: all of it, or what bears one of these numbers or fact ids. */
export type Again = 'all' | ReadonlySet<string>;

/** The world of a writing command. */
export interface Acting {
  /** The instant, UTC, ISO 8601. */
  readonly at: string;
  readonly actor: string;
  readonly idempotencyKey: string | null;
  readonly dryRun: boolean;
  /** Today in the ledger's time zone: later cutoffs and event days are refused; null allows them (`--future`). */
  readonly today: Day | null;
  /** What is recorded although it was reversed before (`--again`); nothing by default. */
  readonly again?: Again | null;
}

/**
 * The journal entry of a command.
 * @param command its words, without values
 * @param request everything it was asked, as JSON: the content of an idempotency key. What was not given (null, empty)
 * is no content, so that an option which is added later changes no request
 */
export function entryOf(acting: Acting, command: string, request: unknown): Entry {
  return {
    at: acting.at,
    actor: acting.actor,
    command,
    idempotencyKey: acting.idempotencyKey,
    request: sha256(JSON.stringify([command, given(request), ...againAsked(acting)])),
    dryRun: acting.dryRun,
  };
}

/** An option at its default is not content. */
function againAsked({ again }: Acting): readonly unknown[] {
  return again == null ? [] : [again === 'all' ? again : [...again].sort()];
}

/** What was given of a request, its keys in a fixed order. */
function given(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(given);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value)
    .map(([key, each]): [string, unknown] => [key, given(each)])
    .filter(([, each]) => each != null && each !== '' && !(Array.isArray(each) && each.length === 0));
  return Object.fromEntries(fields.sort(([left], [right]) => byCodePoint(left, right)));
}
