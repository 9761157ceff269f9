// The tables whose rows the journal vouches for, with their columns in the order of the row digests.

/** Columns of each guarded table, without `id`, `seq`, `batch_id` and `line`, which facts have besides. */
const factColumns = {
  settings: ['key', 'value'],
  cadres: [
    ...['cadre_no', 'name', 'rank', 'post', 'unit', 'station'],
    ...['managed_by', 'identity', 'joined_on', 'left_on'],
  ],
  roster_events: ['cadre_id', 'kind', 'on', 'by', 'note'],
  findings: [
    ...['finding_no', 'source', 'clause', 'area', 'village', 'station', 'description', 'severity'],
    ...[
      'reason',
      'action',
      'standard',
      'found_on',
      'due_on',
      'due_reckoned',
      'resp_unit',
      'recurs_id',
      'remark',
    ],
  ],
  reports: ['finding_id', 'reported_on', 'reported_by', 'progress', 'evidence', 'note'],
  checks: [
    ...['finding_id', 'result', 'checked_on', 'checked_by'],
    ...['method', 'approved_by', 'approved_on', 'note'],
  ],
  extensions: ['finding_id', 'new_due_on', 'granted_on', 'granted_by', 'reason'],
  objections: ['finding_id', 'cadre_id', 'raised_on', 'ground', 'reason', 'note'],
  rulings: ['objection_id', 'ruled_on', 'ruling', 'ruled_by', 'note'],
  reassignments: ['finding_id', 'task_id', 'from_id', 'to_id', 'on', 'by', 'new_due_on', 'reason'],
  dispatch_orders: ['order_no', 'station', 'due_on', 'sent_on', 'issued_by', 'note'],
  dispatch_receipts: ['order_id', 'received_on', 'received_by', 'note'],
  tasks: ['task_no', 'name', 'area', 'target', 'quantity_unit', 'start_on', 'due_on'],
  task_plans: ['task_id', 'reason'],
  task_cancellations: ['task_id', 'cancelled_on', 'by', 'reason'],
  progress: ['task_id', 'on', 'done', 'accepted', 'accepted_by', 'note'],
  attendance: ['site', 'on', 'session', 'cadre_id', 'present'],
  calendar_years: ['year', 'source', 'sha256'],
  policies: ['name', 'version', 'sha256', 'text', 'content'],
  policy_adoptions: ['policy_id'],
  rounds: ['round_no', 'cutoff', 'policy_id'],
  round_cancellations: ['round_id', 'reason'],
  round_closings: ['round_id', 'round_no', 'approved_by', 'meeting', 'engine', 'facts_seq', 'digest'],
  notice_issues: [
    ...[
      'round_no',
      'scope',
      'format',
      'lang',
      'notice_no',
      'issued_on',
      'sent_to',
      'signed',
      'copies',
      'contact',
    ],
    ...['phone', 'talker', 'objection_days', 'objection_office', 'facts_seq', 'sha256'],
  ],
  decisions: ['round_id', 'cadre_id', 'measure', 'commended', 'cleared', 'by', 'reason', 'facts_seq'],
  statements: ['cadre_id', 'round_no', 'made_on', 'text', 'waived'],
  talks: ['cadre_id', 'round_no', 'talked_on', 'talker', 'recorder', 'note'],
  talk_receipts: ['talk_id', 'receipt'],
  services: ['cadre_id', 'round_no', 'served_on', 'served_by', 'receipt', 'note'],
  appeals: ['cadre_id', 'round_no', 'raised_on', 'reason', 'note'],
  appeal_rulings: ['appeal_id', 'ruled_on', 'ruling', 'ruled_by', 'note'],
  followups: ['cadre_id', 'round_no', 'on', 'by', 'result', 'note'],
  retractions: ['objection_id', 'retracted_on', 'by', 'note'],
  unit_words: ['finding_id', 'words'],
  amendments: ['record', 'record_id', 'field', 'old_value', 'new_value', 'from_day', 'reason'],
  reversals: ['fact', 'fact_id', 'reason'],
  carry_overs: [
    ...['file', 'last_seq', 'last_hash', 'sealed', 'round_no', 'cutoff', 'digest'],
    ...['earlier_rounds', 'order_numbers'],
  ],
  seals: ['by', 'reason'],
  recorded_again: ['fact', 'fact_id', 'reversed_id'],
  correction_bases: ['correction_id', 'engine', 'facts_seq'],
  correction_facts: ['correction_id', 'fact', 'fact_id', 'reversed_id'],
  recheck_draws: ['from_on', 'to_on', 'share', 'grouping', 'digest', 'by'],
  rechecks: ['finding_id', 'rechecked_on', 'rechecked_by', 'recheck_result', 'new_id', 'note'],
} as const;

/** The columns of a standing as they are stored. */
export const standingColumns = [
  ...['cadre_id', 'cadre_no', 'name', 'rank', 'unit', 'station'],
  ...['counted', 'pending', 'overdue', 'behind_tasks', 'absences', 'points'],
  ...['measure', 'step', 'was_in', 'now_in', 'in_by', 'movement', 'rounds_in', 'commended'],
  ...['proposed_measure', 'proposed_now_in', 'proposed_commended', 'decided_by', 'decision_reason'],
] as const;

/** The columns that engine 2 adds to a standing, in tables of their own. */
export const additionColumns = ['raised_by', 'late_pending'] as const;

/** The columns of figures: findings, and what became of them. */
const figureColumns = [
  ...['findings', 'in_time', 'late', 'waiting', 'objected', 'extended', 'not_rectified', 'overdue'],
] as const;

export type FactTable = keyof typeof factColumns | 'corrections';

/** Tables of rows that belong to a fact. */
const partColumns = {
  finding_responsible: ['finding_id', 'place', 'cadre_id', 'role'],
  dispatch_items: ['order_id', 'place', 'finding_id', 'task_id'],
  task_responsible: ['task_id', 'place', 'cadre_id', 'role'],
  milestones: ['plan_id', 'on', 'amount'],
  calendar_days: ['year_id', 'on', 'kind', 'name'],
  batch_counts: ['batch_id', 'added', 'unchanged', 'amended', 'rejected'],
  batch_rows: ['batch_id', 'place', 'line', 'outcome', 'reason'],
  batch_notes: ['batch_id', 'place', 'note'],
  batch_sheets: ['batch_id', 'table', 'first_row', 'sheet'],
  standings: ['round_no', 'place', ...standingColumns],
  carried_facts: ['fact', 'fact_id', 'old_id', 'old_seq', 'at', 'actor'],
  round_figures: [
    ...['round_no', 'cadres', 'without_deadline', 'added', 'rectified_since'],
    ...['checks', 'checks_timed', 'check_days', ...figureColumns],
  ],
  finding_figures: ['round_no', 'grouping', 'name', ...figureColumns],
  main_problems: ['round_no', 'area', 'place', 'description'],
  figure_stations: ['round_no', 'station'],
  draft_digests: ['round_no', 'columns', 'digest'],
  standing_additions: ['round_no', 'place', ...additionColumns],
  correction_additions: ['correction_id', ...additionColumns],
  carried_waits: ['fact', 'fact_id', 'held_since'],
  carried_movements: ['cadre_id', 'round_no', 'cutoff', 'movement', 'late_pending'],
  correction_measures: ['correction_id', 'ruling_id', 'measure'],
  carried_lines: [
    ...['cadre_id', 'round_no', 'cutoff', 'measure', 'months', 'talk_within', 'serve_within'],
    ...['corrected', 'approved_by', 'decided_by'],
  ],
  carried_holds: ['fact', 'fact_id', 'held_since'],
  persons_meant: ['nth', 'fact', 'fact_id', 'column', 'place', 'cadre_id', 'outsider'],
  answers: ['key', 'answer'],
  recheck_members: ['draw_id', 'place', 'finding_id', 'group', 'ticket'],
} as const;
export type PartTable = keyof typeof partColumns;

/** The keys of the tables that have no `id`: the order of their rows in an entry's digest. */
export const partKeys: Readonly<Record<PartTable, string>> = {
  finding_responsible: 'finding_id, place',
  dispatch_items: 'order_id, place',
  task_responsible: 'task_id, place',
  milestones: 'plan_id, "on"',
  calendar_days: 'year_id, "on"',
  batch_counts: 'batch_id',
  batch_rows: 'batch_id, place',
  batch_notes: 'batch_id, place',
  batch_sheets: 'batch_id, "table", first_row',
  standings: 'round_no, place',
  carried_facts: 'seq, fact, fact_id',
  round_figures: 'round_no',
  finding_figures: 'round_no, grouping, name',
  main_problems: 'round_no, area, place',
  figure_stations: 'round_no',
  draft_digests: 'round_no',
  standing_additions: 'round_no, place',
  correction_additions: 'correction_id',
  carried_waits: 'seq, fact, fact_id',
  carried_movements: 'cadre_id, round_no',
  correction_measures: 'correction_id',
  carried_lines: 'cadre_id, round_no',
  carried_holds: 'seq, fact, fact_id',
  persons_meant: 'seq, nth',
  answers: 'seq',
  recheck_members: 'draw_id, place',
};

export type GuardedTable = FactTable | PartTable | 'batches';

/** All columns of each guarded table, as inserted, digested and read back by `verify`. */
export const guardedTables: Readonly<Record<GuardedTable, readonly string[]>> = {
  batches: ['id', 'seq', 'kind', 'file', 'sha256'],
  ...mapColumns(factColumns, (columns) => ['id', 'seq', 'batch_id', 'line', ...columns]),
  corrections: ['id', 'seq', 'batch_id', 'line', 'round_no', ...standingColumns, 'by', 'reason'],
  ...mapColumns(partColumns, (columns) => [...columns, 'seq']),
};

/** What is derived from the facts and can be rebuilt: tables that no journal entry vouches for, with their columns. */
export const derivedTables: Readonly<Record<string, readonly string[]>> = {
  finding_now: ['finding_id', 'finding_no', 'status', 'settled_on', 'settled_seq'],
  cadre_now: ['cadre_id', 'cadre_no'],
  task_now: ['task_id', 'task_no'],
  order_now: ['order_id', 'order_no'],
  looks: ['kind', 'look', 'spelling'],
};

/** The table that has a row while what is derived may change: the next journal entry. */
export const DERIVING = 'deriving';

/**
 * The tables in an order in which the rows of one command can be written: none refers to a row of a later one. It is the
 * order above, but for central tasks, to which reassignments refer, and corrections, to which their grounds do.
 */
export const parentsFirst: readonly GuardedTable[] = [
  ...new Set<GuardedTable>([
    'batches',
    'cadres',
    'tasks',
    'corrections',
    ...(Object.keys(guardedTables) as GuardedTable[]),
  ]),
];

function mapColumns<K extends string>(
  tables: Readonly<Record<K, readonly string[]>>,
  change: (columns: readonly string[]) => readonly string[],
): Record<K, readonly string[]> {
  const entries = Object.entries(tables) as [K, readonly string[]][];
  return Object.fromEntries(entries.map(([table, columns]) => [table, change(columns)])) as Record<
    K,
    readonly string[]
  >;
}

/** A column name as it stands in SQL: some of the contract's columns are SQL words (`on`, `by`, `text`). */
export function quoted(column: string): string {
  return `"${column}"`;
}
