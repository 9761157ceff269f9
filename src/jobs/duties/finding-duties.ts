// Reports that wait for a check, and objections that wait for a ruling.
import type { Duty } from '../../domain/duty.ts';
import { findCadre } from '../../ledger/cadres/cadres.ts';
import { findingsChosen } from '../../ledger/findings/findings.ts';
import { awaitingOfficeOn } from '../../ledger/findings/selections.ts';
import { dutiesOfFinding } from '../../scoring/finding-duties.ts';
import type { DutiesAsked } from './asked.ts';

/** Checks and rulings that are owed on a day. */
export function* findingDuties({ view, on, policy }: DutiesAsked): Generator<Duty> {
  for (const { finding, row } of findingsChosen(view, awaitingOfficeOn(on))) {
    for (const { cadreNo, ...duty } of dutiesOfFinding(finding, on, policy.duties)) {
      const cadre = cadreNo === null ? null : { cadreNo, name: findCadre(view, cadreNo)?.name ?? '' };
      yield { ...duty, cadre, subject: finding.findingNo, description: row.description, by: '' };
    }
  }
}
