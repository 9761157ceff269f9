// Reports that wait for a check, and objections that wait for a ruling.
import type { Duty } from '../../domain/duty.ts';
import { findCadre } from '../../ledger/cadres/cadres.ts';
import { findingsChosen } from '../../ledger/findings/findings.ts';
import { dutiesOfFinding } from '../../scoring/finding-duties.ts';
import type { DutiesAsked } from './asked.ts';

/** The findings that can wait for the office on a day: what was settled later may have waited then. */
const CHOSEN = `SELECT finding_id FROM finding_now
    WHERE settled_on IS NULL AND status IN ('reported', 'returned', 'objected')
  UNION ALL SELECT finding_id FROM finding_now WHERE settled_on > ?`;

/** Checks and rulings that are owed on a day. */
export function* findingDuties({ view, on, policy }: DutiesAsked): Generator<Duty> {
  for (const { finding, row } of findingsChosen(view, CHOSEN, [on])) {
    for (const { cadreNo, ...duty } of dutiesOfFinding(finding, on, policy.duties)) {
      const cadre = cadreNo === null ? null : { cadreNo, name: findCadre(view, cadreNo)?.name ?? '' };
      yield { ...duty, cadre, subject: finding.findingNo, description: row.description, by: '' };
    }
  }
}
