// The register as an office keeps it: each finding with its current people, deadlines and status, and its last words.
import type { Role, Status } from '../../domain/findings/finding.ts';
import { statusAt } from '../../domain/findings/finding-status.ts';
import { deadlineInForce, stateAt } from '../../domain/findings/history.ts';
import { findCadre } from '../../ledger/cadres/cadres.ts';
import type { ReadDb } from '../../ledger/database.ts';
import type { ExportedRecord } from '../../ledger/facts/exported-record.ts';
import { latestOf } from '../../ledger/facts/records.ts';
import { View } from '../../ledger/facts/view.ts';
import { findingNumber, findingsChosen, LAST_DAY, lastFindingId } from '../../ledger/findings/findings.ts';
import { allFindings } from '../../ledger/findings/selections.ts';

/** A finding of the register: the columns of the kind `ledger`, and what is only shown. */
export type RegisterRow = ExportedRecord & {
  readonly serial: number;
  readonly current_status: Status;
  readonly first_due_on: string | null;
};

const COLUMNS: Readonly<Record<Role, readonly [numbers: string, names: string]>> = {
  lead: ['cadre_no', 'lead_names'],
  assist: ['assist_no', 'assist_names'],
  leader: ['leader_no', 'leader_names'],
};

/** How many findings there can be at most. */
export function registerSize(db: ReadDb): number {
  return lastFindingId(db);
}

/** The findings in the order of recording, deadlines and people in force after everything recorded. */
export function* registerRows(db: ReadDb): Generator<RegisterRow> {
  const view = new View(db);
  const names = new Map<string, string>();
  const nameOf = (cadreNo: string): string => {
    const known = names.get(cadreNo) ?? findCadre(view, cadreNo)?.name ?? '';
    names.set(cadreNo, known);
    return known;
  };
  let serial = 0;
  for (const { finding, row } of findingsChosen(view, allFindings)) {
    serial += 1;
    const state = stateAt(finding, LAST_DAY);
    const people: Record<string, string> = {};
    for (const role of ['lead', 'assist', 'leader'] as const) {
      const numbers = [...state.responsible].filter(([, own]) => own === role).map(([cadreNo]) => cadreNo);
      const [inNumbers, inNames] = COLUMNS[role];
      people[inNumbers] = numbers.join(';');
      people[inNames] = numbers.map(nameOf).join('、');
    }
    const recurs = row.recurs_id === null ? null : (findingNumber(db, row.recurs_id) ?? null);
    yield {
      ...row,
      ...people,
      serial,
      recurs,
      first_due_on: row.due_on,
      due_on: deadlineInForce(finding, state, LAST_DAY),
      current_status: statusAt(finding, state, LAST_DAY),
      ...latestOf(view, row.id),
    };
  }
}
