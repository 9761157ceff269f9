// A row that an event adds to a finding.
import type { FindingEvent } from '../../../domain/findings/finding.ts';
import type { EventTable } from '../../../ledger/findings/events.ts';
import type { Given } from '../recording.ts';

/**
 * A row that a record would add, with the event it represents; `ofObjection` when the row waits for an objection's id.
 */
export type EventPart = { readonly [T in EventTable]: PartOf<T> }[EventTable];

interface PartOf<T extends EventTable> {
  readonly table: T;
  readonly values: Given<T, 'finding_id' | 'objection_id' | 'task_id'>;
  readonly event: FindingEvent;
  /** The reversed fact whose place it takes, where it is recorded again. */
  readonly again?: number;
}
