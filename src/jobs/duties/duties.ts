// What the office owes on a day, late ones first: each kind of duty is a source of its own in the list below.
import type { Day } from '../../domain/days/day.ts';
import { type Duty, daysLate, dutyKinds } from '../../domain/duty.ts';
import { byCodePoint } from '../../domain/texts/text.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { policyInForce } from '../../ledger/rounds/policies.ts';
import type { DutiesAsked } from './asked.ts';
import { findingDuties } from './finding-duties.ts';
import { measureDuties } from './measure-duties.ts';
import { recheckDuties } from './recheck-duties.ts';
import { correctionDuties, decisionDuties, receiptDuties } from './round-duties.ts';

/** Gives the duties of some kinds. A new kind is added here, and to `dutyKinds`. */
type Source = (asked: DutiesAsked) => Iterable<Duty>;

const sources: readonly Source[] = [
  findingDuties,
  decisionDuties,
  receiptDuties,
  measureDuties,
  correctionDuties,
  recheckDuties,
];

export interface DutyOwed extends Duty {
  /** 0 when it is not late. */
  readonly daysLate: number;
}

/** What the office owes at the end of a day. @param onlyLate what is late alone */
export function dutiesOn(db: ReadDb, on: Day, onlyLate = false): DutyOwed[] {
  const asked: DutiesAsked = { db, view: new View(db), on, policy: policyInForce(db).policy };
  return sources
    .flatMap((source) => [...source(asked)])
    .map((duty) => ({ ...duty, daysLate: daysLate(duty, on) }))
    .filter((duty) => !onlyLate || duty.daysLate > 0)
    .sort(lateFirst);
}

function lateFirst(left: DutyOwed, right: DutyOwed): number {
  return (
    right.daysLate - left.daysLate ||
    byCodePoint(left.due ?? '9999', right.due ?? '9999') ||
    byCodePoint(left.since, right.since) ||
    dutyKinds.indexOf(left.kind) - dutyKinds.indexOf(right.kind) ||
    byCodePoint(left.subject, right.subject) ||
    byCodePoint(left.cadre?.cadreNo ?? '', right.cadre?.cadreNo ?? '')
  );
}
