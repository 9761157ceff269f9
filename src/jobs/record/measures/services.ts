// Records that measures were handed to cadres: once for each line, by a service or by a talk with a receipt.

import type { ServiceRecord } from '../../../domain/records/record-types.ts';
import { addService } from '../../../ledger/measures/add-facts.ts';
import { servicesOf } from '../../../ledger/measures/facts.ts';
import { factId } from '../../lookups/fact-id.ts';
import {
  type Draft,
  filled,
  type Outcome,
  problemAt,
  type Recording,
  rejected,
  type Settle,
} from '../recording.ts';
import { aboutLine, concernedProblems, isLine } from './about-line.ts';

/** Records services (contract, section 3, "After the closing"). */
export function recordServices(
  recording: Recording,
  drafts: Iterable<Draft<ServiceRecord>>,
  settle: Settle<ServiceRecord>,
): void {
  for (const draft of drafts) settle(draft, recordService(recording, draft));
}

function recordService(recording: Recording, draft: Draft<ServiceRecord>): Outcome {
  const { cadre_no, round, served_on, served_by, receipt, note } = draft.record;
  const given = { round_no: round, served_on, served_by, receipt, note };
  const row = { table: 'services', number: cadre_no, given } as const;
  const line = aboutLine(recording, draft, [['served_on', served_on]], 'service_before_round');
  if (!isLine(line)) return recording.back?.leftOut(draft, row) ?? rejected(...line);
  const [served] = servicesOf(recording.view, line.cadreId, round);
  if (served !== undefined) {
    if (served.on === served_on && served.receipt === receipt)
      return { what: 'unchanged', standing: [factId(served.table, served.id)] };
    const values = { cadre_no, round, on: served.on, day: served_on, id: factId(served.table, served.id) };
    return rejected(problemAt(draft, 'served_on', 'service_twice', values, served_on));
  }
  const held = recording.back?.hold(draft, row);
  if (held !== undefined && 'outcome' in held) return held.outcome;
  const cadreNo = recording.view.cadreNo(line.cadreId);
  const problems = [
    ...(draft.doubts ?? []),
    ...recording.personProblems(draft, 'services', { served_by }),
    ...concernedProblems(recording, draft, ['served_by', served_by], cadreNo, 'server_is_cadre'),
  ];
  if (problems.length > 0) return rejected(...problems);
  const id = addService(recording, { cadre_id: line.cadreId, ...filled(given), ...draft.origin });
  return recording.added(draft, 'services', id, held);
}
