// The columns that several tables have alike: those of a standing, of what is added to it, and of figures.
import type { Columns } from './column.ts';

/** The columns of a standing as they are stored, in a closed round and in a correction of it. */
export const lineColumns = {
  cadre_id: 'whole',
  cadre_no: 'text',
  name: 'text',
  rank: 'text',
  unit: 'text',
  station: 'text',
  counted: 'whole',
  pending: 'whole',
  overdue: 'whole',
  behind_tasks: 'whole',
  absences: 'whole',
  points: 'whole',
  measure: 'text',
  step: 'text',
  was_in: 'flag',
  now_in: 'flag',
  in_by: 'text',
  movement: 'text',
  rounds_in: 'whole',
  commended: 'flag',
  proposed_measure: 'text',
  proposed_now_in: 'flag',
  proposed_commended: 'flag',
  decided_by: 'text',
  decision_reason: 'text',
} as const satisfies Columns;

/** The columns that engine 2 adds to a standing, in tables of their own. */
export const additionColumns = { raised_by: 'text', late_pending: 'whole' } as const satisfies Columns;

/** The columns of figures: findings, and what became of them. */
export const figureColumns = {
  findings: 'whole',
  in_time: 'whole',
  late: 'whole',
  waiting: 'whole',
  objected: 'whole',
  extended: 'whole',
  not_rectified: 'whole',
  overdue: 'whole',
} as const satisfies Columns;
