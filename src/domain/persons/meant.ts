// Who was meant by the texts of facts: judged when a fact is recorded, kept with it, and never judged again by its text.
import type { CadreNo } from '../cadre.ts';
import type { Person } from './read.ts';
import type { NamedCadre } from './roster.ts';

/** The columns of facts that name persons; who was meant by each is kept when the fact is recorded. */
export const personColumns = {
  roster_events: ['by'],
  reports: ['reported_by'],
  checks: ['checked_by', 'approved_by'],
  extensions: ['granted_by'],
  rulings: ['ruled_by'],
  reassignments: ['by'],
  dispatch_orders: ['issued_by'],
  dispatch_receipts: ['received_by'],
  task_cancellations: ['by'],
  progress: ['accepted_by'],
  decisions: ['by'],
  talks: ['talker', 'recorder'],
  services: ['served_by'],
  appeal_rulings: ['ruled_by'],
  followups: ['by'],
  retractions: ['by'],
  recheck_draws: ['by'],
  rechecks: ['rechecked_by'],
  corrections: ['by'],
  round_closings: ['approved_by'],
  seals: ['by'],
} as const;

export type PersonFact = keyof typeof personColumns;

/** A text of a fact that names persons. */
export interface PersonText {
  readonly fact: PersonFact;
  readonly column: string;
  /** The id and journal entry of the fact; a provisional id where it is about to be recorded. */
  readonly id: number;
  readonly seq: number;
  readonly text: string;
}

/** What the rules of four eyes ask of a ledger. */
export interface PersonsMeant {
  /** Who was meant by a text of a fact: as kept with it, or as read now when it is new. */
  readonly meant: (text: PersonText) => readonly Person[];
  /** A cadre with all present and former names. */
  readonly cadre: (cadreNo: CadreNo) => NamedCadre;
}
