// The records of each kind as `export` writes them: streamed from the ledger, amendments laid over, numbers for ids.

import { formatHundredths } from '../../domain/amount.ts';
import type { Role } from '../../domain/findings/finding.ts';
import type { RecordKind } from '../../domain/records/records.ts';
import { listCadres } from '../cadres/cadres.ts';
import { type EventRow, eventsOf } from '../findings/events.ts';
import { findingsChosen } from '../findings/findings.ts';
import { recheckRows } from '../findings/rechecks.ts';
import { allFindings } from '../findings/selections.ts';
import { unitWordsOf } from '../findings/unit-words.ts';
import { exportedOfRounds } from '../measures/exported.ts';
import { countingDecisions } from '../rounds/decisions.ts';
import { listOrders } from '../work/dispatches.ts';
import { type AttendanceRow, listTasks, type ProgressRow } from '../work/tasks.ts';
import type { ExportedRecord } from './exported-record.ts';
import type { FactRow, View } from './view.ts';

/** The live records of a kind, in the order of recording (cadres by number). */
export const exported: Readonly<Record<RecordKind, (view: View) => Iterable<ExportedRecord>>> = {
  cadres: function* (view) {
    for (const cadre of listCadres(view)) {
      const last = cadre.rosterEvents.at(-1);
      yield {
        cadre_no: cadre.cadreNo,
        name: cadre.name,
        rank: cadre.rank,
        post: cadre.post,
        unit: cadre.unit,
        station: cadre.station,
        managed_by: cadre.managedBy,
        identity: cadre.identity,
        joined_on: cadre.joinedOn,
        left_on: last === undefined ? cadre.leftOn : last.kind === 'leave' ? last.on : null,
      };
    }
  },
  findings: (view) => findings(view, () => ({})),
  reports: (view) => events(view, 'reports'),
  checks: (view) => events(view, 'checks'),
  extensions: (view) => events(view, 'extensions'),
  objections: function* (view) {
    const rows = view.db.iterate<Record<string, string | number | null> & FactRow>(
      `SELECT o.*, f.finding_no, c.cadre_no FROM objections o JOIN findings f ON f.id = o.finding_id
       JOIN cadres c ON c.id = o.cadre_id ORDER BY o.id`,
    );
    for (const row of rows) {
      if (!view.isLive('objections', row)) continue;
      const ruling = view.db
        .all<FactRow & { ruled_on: string; ruling: string; ruled_by: string }>(
          'SELECT * FROM rulings WHERE objection_id = ?',
          row.id,
        )
        .find((each) => view.isLive('rulings', each));
      const {
        ruled_on = null,
        ruling: word = null,
        ruled_by = null,
      } = ruling ?? retractionOf(view, row.id) ?? {};
      yield { ...texts(view.amended('objections', row)), ruled_on, ruling: word, ruled_by };
    }
  },
  reassignments: function* (view) {
    const rows = view.db.iterate<EventRow & { readonly table: 'reassignments' }>(
      `SELECT 'reassignments' AS "table", r.* FROM reassignments r ORDER BY id`,
    );
    for (const row of rows) {
      if (!view.isLive('reassignments', row)) continue;
      yield {
        finding_no: row.task_id === null ? numberOf(view, 'finding', row.finding_id) : null,
        task_no: row.task_id === null ? null : numberOf(view, 'task', row.task_id),
        from_no: view.cadreNo(row.from_id),
        to_no: view.cadreNo(row.to_id),
        on: row.on,
        by: row.by,
        new_due_on: row.new_due_on,
        reason: row.reason,
      };
    }
  },
  dispatches: function* (view) {
    for (const { row, items } of listOrders(view)) {
      for (const { finding_id, task_id } of items) {
        yield {
          ...texts(row),
          finding_no: finding_id === null ? null : numberOf(view, 'finding', finding_id),
          task_no: task_id === null ? null : numberOf(view, 'task', task_id),
        };
      }
    }
  },
  decisions: function* (view) {
    for (const row of countingDecisions(view)) {
      yield {
        cadre_no: view.cadreNo(row.cadre_id),
        measure: row.measure,
        by: row.by,
        reason: row.reason,
        commended: row.commended === null ? null : row.commended === 1,
      };
    }
  },
  tasks: function* (view) {
    for (const task of listTasks(view)) {
      const numbers = (role: Role): string =>
        task.named
          .filter((each) => each.role === role)
          .map((each) => each.cadreNo)
          .join(';');
      yield {
        ...texts(task.row),
        target: formatHundredths(task.target),
        cadre_no: numbers('lead'),
        assist_no: numbers('assist'),
        leader_no: numbers('leader'),
        milestones: task.milestones.map((each) => `${each.on}:${formatHundredths(each.amount)}`).join(';'),
      };
    }
  },
  progress: function* (view) {
    for (const row of view.db.iterate<ProgressRow>('SELECT * FROM progress ORDER BY id')) {
      if (!view.isLive('progress', row)) continue;
      yield {
        task_no: numberOf(view, 'task', row.task_id),
        on: row.on,
        done: formatHundredths(row.done),
        accepted: row.accepted === null ? null : row.accepted === 1,
        accepted_by: row.accepted_by,
        note: row.note,
      };
    }
  },
  attendance: function* (view) {
    for (const recorded of view.db.iterate<AttendanceRow>('SELECT * FROM attendance ORDER BY id')) {
      if (!view.isLive('attendance', recorded)) continue;
      const row = view.amended('attendance', recorded);
      yield {
        site: row.site,
        on: row.on,
        session: row.session,
        cadre_no: view.cadreNo(row.cadre_id),
        present: row.present,
      };
    }
  },
  ...exportedOfRounds,
  rechecks: function* (view) {
    for (const { new_id, finding_id: _, ...row } of recheckRows(view)) {
      yield { ...texts(row), new_no: new_id === null ? null : numberOf(view, 'finding', new_id) };
    }
  },
  ledger: (view) => findings(view, (id) => latestOf(view, id)),
};

/** That an objection was retracted, in the columns of a ruling. */
function retractionOf(
  view: View,
  objection: number,
): { readonly ruled_on: string; readonly ruling: string; readonly ruled_by: string } | undefined {
  const row = view.db
    .all<FactRow & { retracted_on: string; by: string }>(
      'SELECT * FROM retractions WHERE objection_id = ?',
      objection,
    )
    .find((each) => view.isLive('retractions', each));
  return row && { ruled_on: row.retracted_on, ruling: 'retracted', ruled_by: row.by };
}

/** Findings, each with what `more` adds to its columns. */
function* findings(view: View, more: (id: number) => ExportedRecord): Generator<ExportedRecord> {
  for (const { finding, row } of findingsChosen(view, allFindings)) {
    const numbers: Record<Role, string> = { lead: '', assist: '', leader: '' };
    for (const { cadreNo, role } of finding.named) {
      numbers[role] = numbers[role] === '' ? cadreNo : `${numbers[role]};${cadreNo}`;
    }
    yield {
      ...texts(row),
      cadre_no: numbers.lead,
      assist_no: numbers.assist,
      leader_no: numbers.leader,
      recurs: row.recurs_id === null ? null : numberOf(view, 'finding', row.recurs_id),
      ...more(row.id),
    };
  }
}

/** The latest report and check of a finding, by the register's columns. */
export function latestOf(view: View, id: number): ExportedRecord {
  const stored = eventsOf(view, id);
  const report = stored.findLast((each) => each.row.table === 'reports')?.row;
  const check = stored.findLast((each) => each.row.table === 'checks')?.row;
  const {
    progress = null,
    reported_on = null,
    reported_by = null,
    evidence = null,
    note = null,
  } = report?.table === 'reports' ? report : {};
  return {
    progress,
    reported_on,
    reported_by,
    evidence,
    note,
    unit_words: unitWordsOf(view, id),
    ...(check?.table === 'checks' && {
      result: check.result,
      checked_on: check.checked_on,
      checked_by: check.checked_by,
      method: check.method,
      approved_by: check.approved_by,
      approved_on: check.approved_on,
      check_note: check.note,
    }),
  };
}

/** The stored columns that are texts, days or whole numbers, as they are. */
function texts(row: object): Record<string, string | number | null> {
  return { ...(row as Record<string, string | number | null>) };
}

function numberOf(view: View, what: 'finding' | 'task', id: number): string {
  const row = view.db.get<{ no: string }>(`SELECT ${what}_no AS no FROM ${what}s WHERE id = ?`, id);
  return row?.no ?? '';
}

function* events(view: View, table: 'reports' | 'checks' | 'extensions'): Generator<ExportedRecord> {
  const rows = view.db.iterate<FactRow & Record<string, string | number | null>>(
    `SELECT e.*, f.finding_no FROM ${table} e JOIN findings f ON f.id = e.finding_id ORDER BY e.id`,
  );
  for (const row of rows) if (view.isLive(table, row)) yield row;
}
