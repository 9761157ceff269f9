// Amends recorded cadres and findings one by one, through the comparison that imports use.
import { Failure, problem, refusal } from '../../domain/problem.ts';
import { findCadreRow } from '../../ledger/cadres/cadres.ts';
import { View } from '../../ledger/facts/view.ts';
import type { Ledger } from '../../ledger/file/open.ts';
import { findingId, loadFinding } from '../../ledger/findings/findings.ts';
import { answeredBefore } from '../../ledger/writing/answers.ts';
import type { Committed } from '../../ledger/writing/journal.ts';
import { type Acting, entryOf } from '../acting.ts';
import { type Recorded, recordValues, type Values } from './record-one.ts';

/** Amends columns of a cadre. @throws Failure `refused` */
export function amendCadre(
  ledger: Ledger,
  acting: Acting,
  cadreNo: string,
  changes: Values,
  reason: string,
): Committed<Recorded> {
  const asked = { cadreNo, changes, reason };
  const before = answeredBefore<Recorded>(ledger.connection, entryOf(acting, 'cadre amend', asked));
  if (before !== undefined) return before;
  const known = findCadreRow(ledger.connection, cadreNo);
  if (known === undefined) throw refusal('cadre_unknown', { cadre_no: cadreNo });
  const now = new View(ledger.connection).amended('cadres', known);
  const values = { cadre_no: cadreNo, name: now.name, rank: now.rank, ...changes };
  const amend = { columns: columnsOf(changes), reason };
  return recordValues(ledger, acting, 'cadre amend', 'cadres', [values], { amend, asked });
}

/** Amends columns of a finding. @throws Failure `refused` */
export function amendFinding(
  ledger: Ledger,
  acting: Acting,
  findingNo: string,
  changes: Values,
  reason: string,
): Committed<Recorded> {
  const asked = { findingNo, changes, reason };
  const before = answeredBefore<Recorded>(ledger.connection, entryOf(acting, 'finding amend', asked));
  if (before !== undefined) return before;
  const id = findingId(ledger.connection, findingNo);
  if (id === undefined) throw refusal('finding_unknown', { finding_no: findingNo });
  const { row, finding } = loadFinding(new View(ledger.connection), id);
  const leads = finding.named.filter((each) => each.role === 'lead').map((each) => each.cadreNo);
  const values = {
    finding_no: findingNo,
    source: row.source,
    description: row.description,
    found_on: row.found_on,
    cadre_no: leads.join(';'),
    ...changes,
  };
  const amend = { columns: columnsOf(changes), reason };
  return recordValues(ledger, acting, 'finding amend', 'findings', [values], { amend, asked });
}

function columnsOf(changes: Values): ReadonlySet<string> {
  const columns = Object.keys(changes);
  if (columns.length === 0) throw new Failure('usage', [problem('usage_nothing_to_change')]);
  return new Set(columns);
}
