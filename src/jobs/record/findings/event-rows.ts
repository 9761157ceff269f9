// Events on findings as rows of their tables.
import type { FindingEvent } from '../../../domain/findings/finding.ts';
import { isProvisional } from '../../../domain/provisional.ts';
import {
  addCheck,
  addExtension,
  addObjection,
  addReassignment,
  addReport,
  addRetraction,
  addRuling,
} from '../../../ledger/findings/add-events.ts';
import { filled, type Origin, type Recording } from '../recording.ts';
import type { EventPart } from './event-part.ts';

/** What the row of an event belongs to. */
interface Owner {
  readonly findingId: number;
  /** The objection of the same row of a file, for its ruling. */
  readonly objectionId: number | undefined;
}

/** Inserts the row of an event. Returns its id. */
export function insertEvent(recording: Recording, part: EventPart, owner: Owner, origin: Origin): number {
  const finding_id = owner.findingId;
  switch (part.table) {
    case 'reports':
      return addReport(recording, { finding_id, ...filled(part.values), ...origin });
    case 'checks':
      return addCheck(recording, { finding_id, ...filled(part.values), ...origin });
    case 'extensions':
      return addExtension(recording, { finding_id, ...filled(part.values), ...origin });
    case 'objections':
      return addObjection(recording, { finding_id, ...filled(part.values), ...origin });
    case 'reassignments': {
      const fact = { finding_id, task_id: null, ...filled(part.values), ...origin };
      return addReassignment(recording, fact);
    }
    case 'rulings': {
      const objection_id = objectionOf(part.event, owner.objectionId);
      return addRuling(recording, { objection_id, ...filled(part.values), ...origin });
    }
    case 'retractions': {
      const objection_id = objectionOf(part.event, owner.objectionId);
      return addRetraction(recording, { objection_id, ...filled(part.values), ...origin });
    }
  }
}

function objectionOf(event: FindingEvent, ofSameRow: number | undefined): number {
  const id = event.kind !== 'ruling' || isProvisional(event.objection) ? ofSameRow : event.objection;
  if (id === undefined) throw new Error('a ruling without its objection');
  return id;
}
