// What a fact is about: its subject for people, its day, and the finding, task or cadre whose lines it can change.
import type { Day } from '../../domain/days/day.ts';
import type { ReadDb } from '../database.ts';
import type { FactTable } from '../tables.ts';

/** What a fact is about. */
export interface AboutFact {
  /** Numbers, names and the day, for people: `HT-001 2018-09-12`. */
  readonly name: string;
  /** The day of an event; null for what has none, or counts whatever its day is. */
  readonly day: Day | null;
  readonly findingId: number | null;
  readonly taskId: number | null;
  readonly cadreId: number | null;
  /** The round that it belongs to alone (decisions). */
  readonly round: number | null;
}

interface Columns {
  /** An SQL expression for the name; rows are called `t`. */
  readonly name: string;
  readonly day?: string;
  readonly finding?: string;
  readonly task?: string;
  readonly cadre?: string;
  readonly round?: string;
  /** Joins, behind the table. */
  readonly with?: string;
}

const WITH_FINDING = 'LEFT JOIN findings f ON f.id = t.finding_id';
const WITH_TASK = 'JOIN tasks k ON k.id = t.task_id';
const WITH_CADRE = 'JOIN cadres c ON c.id = t.cadre_id';

const onFinding = (day: string): Columns => ({
  name: `f.finding_no || ' ' || t.${day}`,
  day: `t.${day}`,
  finding: 't.finding_id',
  with: WITH_FINDING,
});
const ofRound = (what: string): Columns => ({
  name: `c.cadre_no || ' ' || ${what}`,
  with: WITH_CADRE,
});
/** The number of the record that an amendment changed. */
const AMENDED = `CASE t.record
    WHEN 'cadres' THEN (SELECT cadre_no FROM cadres WHERE id = t.record_id)
    WHEN 'findings' THEN (SELECT finding_no FROM findings WHERE id = t.record_id)
    WHEN 'tasks' THEN (SELECT task_no FROM tasks WHERE id = t.record_id)
    ELSE t.record || '-' || t.record_id END`;

const COLUMNS: Readonly<Partial<Record<FactTable, Columns>>> = {
  cadres: { name: "t.cadre_no || ' ' || t.name", cadre: 't.id' },
  roster_events: {
    name: `c.cadre_no || ' ' || t."on"`,
    day: 't."on"',
    cadre: 't.cadre_id',
    with: WITH_CADRE,
  },
  findings: { name: 't.finding_no', day: 't.found_on', finding: 't.id' },
  reports: onFinding('reported_on'),
  checks: onFinding('checked_on'),
  extensions: onFinding('granted_on'),
  objections: onFinding('raised_on'),
  rulings: {
    name: "f.finding_no || ' ' || t.ruled_on",
    day: 't.ruled_on',
    finding: 'o.finding_id',
    with: 'JOIN objections o ON o.id = t.objection_id JOIN findings f ON f.id = o.finding_id',
  },
  reassignments: {
    name: `coalesce(f.finding_no, k.task_no) || ' ' || t."on"`,
    day: 't."on"',
    finding: 't.finding_id',
    task: 't.task_id',
    with: `${WITH_FINDING} LEFT JOIN tasks k ON k.id = t.task_id`,
  },
  unit_words: { name: 'f.finding_no', finding: 't.finding_id', with: WITH_FINDING },
  dispatch_orders: { name: 't.order_no', day: 't.sent_on' },
  dispatch_receipts: {
    name: "o.order_no || ' ' || t.received_on",
    with: 'JOIN dispatch_orders o ON o.id = t.order_id',
  },
  tasks: { name: 't.task_no', day: 't.start_on', task: 't.id' },
  task_plans: { name: 'k.task_no', task: 't.task_id', with: WITH_TASK },
  task_cancellations: {
    name: "k.task_no || ' ' || t.cancelled_on",
    day: 't.cancelled_on',
    task: 't.task_id',
    with: WITH_TASK,
  },
  progress: { name: `k.task_no || ' ' || t."on"`, day: 't."on"', task: 't.task_id', with: WITH_TASK },
  attendance: {
    name: `t.site || ' ' || t."on" || ' ' || c.cadre_no`,
    day: 't."on"',
    cadre: 't.cadre_id',
    with: WITH_CADRE,
  },
  calendar_years: { name: 't.year' },
  notice_issues: { name: 't.notice_no' },
  round_closings: { name: 't.round_no' },
  decisions: {
    name: "c.cadre_no || ' ' || r.round_no",
    cadre: 't.cadre_id',
    round: 'r.round_no',
    with: `${WITH_CADRE} JOIN rounds r ON r.id = t.round_id`,
  },
  statements: ofRound('t.made_on'),
  talks: ofRound('t.talked_on'),
  services: ofRound('t.served_on'),
  appeals: ofRound('t.raised_on'),
  appeal_rulings: {
    name: "c.cadre_no || ' ' || t.ruled_on",
    with: 'JOIN appeals p ON p.id = t.appeal_id JOIN cadres c ON c.id = p.cadre_id',
  },
  followups: ofRound('t."on"'),
  talk_receipts: {
    name: "c.cadre_no || ' ' || k.talked_on",
    with: 'JOIN talks k ON k.id = t.talk_id JOIN cadres c ON c.id = k.cadre_id',
  },
  retractions: {
    name: "f.finding_no || ' ' || t.retracted_on",
    day: 't.retracted_on',
    finding: 'o.finding_id',
    with: 'JOIN objections o ON o.id = t.objection_id JOIN findings f ON f.id = o.finding_id',
  },
  recheck_draws: { name: "t.from_on || ' ' || t.to_on" },
  rechecks: onFinding('rechecked_on'),
  corrections: { name: "t.cadre_no || ' ' || t.round_no" },
  amendments: {
    name: `${AMENDED} || ' ' || t.field`,
    finding: "CASE t.record WHEN 'findings' THEN t.record_id END",
    task: "CASE t.record WHEN 'tasks' THEN t.record_id END",
    cadre: "CASE t.record WHEN 'cadres' THEN t.record_id END",
  },
};

/** What a fact is about, whether it was reversed or not. */
export function aboutFact(db: ReadDb, table: FactTable, id: number): AboutFact {
  const { name = "''", day, finding, task, cadre, round, with: joins = '' } = COLUMNS[table] ?? {};
  const row = db.get<AboutFact>(
    `SELECT CAST(${name} AS TEXT) AS name, ${day ?? 'NULL'} AS day, ${finding ?? 'NULL'} AS findingId,
       ${task ?? 'NULL'} AS taskId, ${cadre ?? 'NULL'} AS cadreId, ${round ?? 'NULL'} AS round
     FROM ${table} t ${joins} WHERE t.id = ?`,
    id,
  );
  if (row === undefined) throw new Error(`no fact ${table}-${id}`);
  return row;
}

/** Facts that no tally rests on: what is said, held and printed around a round, and the calendar of working days. */
const BESIDE_ROUNDS: ReadonlySet<string> = new Set([
  ...['calendar_years', 'notice_issues', 'round_closings', 'statements', 'talks', 'corrections'],
  ...[
    'dispatch_receipts',
    'unit_words',
    'services',
    'appeals',
    'appeal_rulings',
    'followups',
    'talk_receipts',
    'recheck_draws',
    'rechecks',
  ],
]);

/** Whether the facts of a table can affect the lines of a round. */
export function affectsRounds(table: FactTable): boolean {
  return COLUMNS[table] !== undefined && !BESIDE_ROUNDS.has(table);
}
