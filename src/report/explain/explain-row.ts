// The rows of an explanation as a list: the columns, and what several kinds of rows share.
import { formatHundredths } from '../../domain/amount.ts';
import type { Origin } from '../../domain/origin.ts';
import type { PointsParts } from '../../scoring/points.ts';
import type { Cell, Column, Row } from '../report.ts';

/** The columns of an explanation. */
export const columns: readonly Column[] = [
  { key: 'part', type: 'term', terms: 'part' },
  { key: 'item', type: 'text' },
  { key: 'outcome', type: 'term', terms: 'treatment' },
  { key: 'why', type: 'term', terms: 'why' },
  { key: 'role', type: 'term', terms: 'role' },
  { key: 'status', type: 'term', terms: 'status' },
  { key: 'deadline', type: 'day' },
  { key: 'weeks_overdue', type: 'number' },
  { key: 'points', type: 'decimal' },
  ...['role', 'severity', 'source', 'recurrence', 'returned', 'overdue'].map(
    (part): Column => ({ key: `points_${part}`, type: 'decimal', machineOnly: true }),
  ),
  { key: 'missing', type: 'decimal' },
  { key: 'detail', type: 'text' },
  { key: 'file', type: 'text' },
  { key: 'line', type: 'number' },
  { key: 'entry', type: 'number' },
  { key: 'carried_from', type: 'text', machineOnly: true },
  { key: 'carried_entry', type: 'number', machineOnly: true },
];

type ColumnKey =
  | 'part'
  | 'item'
  | 'outcome'
  | 'why'
  | 'role'
  | 'status'
  | 'deadline'
  | 'weeks_overdue'
  | 'points'
  | 'missing'
  | 'detail'
  | keyof ReturnType<typeof pointsColumns>
  | keyof ReturnType<typeof ledBack>;

/** A row by its columns; what is left out is empty. */
export function row(cells: Partial<Record<ColumnKey, Cell>>): Row {
  return columns.map(({ key }) => cells[key as ColumnKey] ?? null);
}

/** The parts of points; weights are hundredths. */
export function pointsColumns(points: PointsParts) {
  return {
    points_role: formatHundredths(points.role),
    points_severity: formatHundredths(points.severity),
    points_source: formatHundredths(points.source),
    points_recurrence: formatHundredths(points.recurrence),
    points_returned: formatHundredths(points.returned),
    points_overdue: formatHundredths(points.overdue),
  };
}

/** Where a fact came from. */
export function ledBack(origin: Origin | undefined) {
  const { file = null, line = null, seq: entry = null, carriedFrom = null } = origin ?? {};
  const carried = { carried_from: carriedFrom?.ledger ?? null, carried_entry: carriedFrom?.seq ?? null };
  return { file, line, entry, ...carried };
}
