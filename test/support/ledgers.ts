// Ledgers on disk for the tests: new ones in a folder of their own, and one with a row in every table.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Plain } from '../../src/domain/texts/plain.ts';
import { Persons } from '../../src/ledger/cadres/persons.ts';
import { rowFor } from '../../src/ledger/columns/known.ts';
import { View } from '../../src/ledger/facts/view.ts';
import { createLedger } from '../../src/ledger/file/create.ts';
import { type Ledger, openForWriting } from '../../src/ledger/file/open.ts';
import { adoptPolicy } from '../../src/ledger/rounds/policies.ts';
import { recordSetting } from '../../src/ledger/settings.ts';
import { commit, type Entry, sha256, type WriteDb } from '../../src/ledger/writing/journal.ts';
import { contractPolicy } from './build.ts';
import { insertFact, insertPart } from './rows.ts';

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yanquan-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function entry(more: Partial<Entry> = {}): Entry {
  return {
    at: '2018-09-12T08:00:00.000Z',
    actor: '督查办',
    command: 'test',
    idempotencyKey: null,
    request: sha256('nothing asked'),
    dryRun: false,
    ...more,
  };
}

/** Writes a policy and the time zone, as `init` does. */
export function fillNew(ledger: Ledger): void {
  commit(ledger, entry({ command: 'init' }), (db) => {
    recordSetting(db, 'time_zone', 'Asia/Shanghai');
    adoptPolicy(db, { text: 'name: tongjing', sha256: sha256('name: tongjing'), policy: contractPolicy });
    return { value: undefined, did: {} };
  });
}

/** A new ledger's file, closed. */
export function newFile(folder = temporaryFolder()): string {
  const file = join(folder, 'yanquan.db');
  createLedger(file, fillNew);
  return file;
}

/** A new ledger, open for writing and closed when the test is over. */
export function newLedger(): Ledger {
  const ledger = openForWriting(newFile());
  onTestFinished(() => ledger.close());
  return ledger;
}

/** Commits what `work` writes. */
export function write<T>(ledger: Ledger, work: (db: WriteDb) => T, more: Partial<Entry> = {}): T {
  const committed = commit(ledger, entry(more), (db) => ({ value: work(db) as T & Plain<T>, did: {} }));
  if (committed.outcome === 'already') throw new Error('already');
  return committed.value;
}

/** The bytes of a file and the names next to it, to be compared. */
export function snapshot(file: string): { readonly bytes: string; readonly beside: readonly string[] } {
  return {
    bytes: sha256(readFileSync(file).toString('latin1')),
    beside: readdirSync(join(file, '..')).sort(),
  };
}

/** Writes a row into every guarded table but `seals`: a test sees that none is left out. */
export function fillEveryTable(db: WriteDb): void {
  const on = '2018-09-10';
  const batch = db.insert('batches', { kind: 'findings', file: 'a.csv', sha256: sha256('a') });
  db.insertPart('batch_counts', { batch_id: batch, added: 1, unchanged: 1, amended: 0, rejected: 0 });
  db.insertPart('batch_notes', { batch_id: batch, place: 0, note: '{}' });
  db.insertPart('batch_sheets', { batch_id: batch, table: 'findings', first_row: 1, sheet: '一村' });
  db.insertPart('batch_rows', { batch_id: batch, place: 0, line: 3, outcome: 'unchanged', reason: '' });
  const origin = { batch_id: batch, line: 2 };
  const cadre = (no: string, more: Readonly<Record<string, string>> = {}): number => {
    const id = insertFact(db, 'cadres', { cadre_no: no, name: `名${no}`, rank: 'staff', ...more, ...origin });
    db.insertDerived('cadre_now', { cadre_id: id, cadre_no: no });
    return id;
  };
  const [a, b] = [cadre('A1', { unit: '办公室', joined_on: '2018-01-01' }), cadre('A2')];
  insertFact(db, 'roster_events', { cadre_id: b, kind: 'leave', on, by: '办公室' });
  const finding = (no: string, more: Readonly<Record<string, string | number>> = {}): number => {
    const values = {
      finding_no: no,
      source: '省委巡视',
      description: '问题',
      severity: 2,
      found_on: '2018-09-01',
    };
    const id = insertFact(db, 'findings', { ...values, due_on: '2018-09-12', ...more, ...origin });
    db.insertPart('finding_responsible', { finding_id: id, place: 0, cadre_id: a, role: 'lead' });
    db.insertPart('finding_responsible', { finding_id: id, place: 1, cadre_id: b, role: 'assist' });
    db.deriveNewFinding(id);
    return id;
  };
  const f = finding('F1');
  finding('F2', { recurs_id: f, area: '产业覆盖', remark: '半个代理对 \ud800 与 NUL \0' });
  insertFact(db, 'reports', { finding_id: f, reported_on: on, reported_by: 'A1', progress: 'done' });
  const check = { finding_id: f, result: 'partial', checked_on: on, checked_by: '督查组、A2' };
  new Persons(new View(db)).insert(db, 'checks', rowFor('checks', check));
  db.insert('unit_words', { finding_id: f, words: '正在协调' });
  insertFact(db, 'extensions', {
    finding_id: f,
    new_due_on: '2018-09-20',
    granted_on: on,
    granted_by: '分管领导',
  });
  const values = { finding_id: f, cadre_id: a, raised_on: on, ground: 'facts', reason: '不实' };
  const objection = insertFact(db, 'objections', values);
  insertFact(db, 'rulings', {
    objection_id: objection,
    ruled_on: on,
    ruling: 'dismissed',
    ruled_by: '裁定组',
  });
  insertFact(db, 'reassignments', {
    finding_id: f,
    from_id: b,
    to_id: a,
    on,
    by: '办公室',
    new_due_on: '2018-09-25',
  });
  const task = insertFact(db, 'tasks', {
    task_no: 'T1',
    name: '清运',
    target: 10000,
    start_on: on,
    due_on: '2018-09-30',
  });
  db.insertDerived('task_now', { task_id: task, task_no: 'T1' });
  db.insertPart('task_responsible', { task_id: task, place: 0, cadre_id: a, role: 'lead' });
  const plan = db.insert('task_plans', { task_id: task, reason: '首次' });
  db.insertPart('milestones', { plan_id: plan, on: '2018-09-15', amount: 2000 });
  insertFact(db, 'task_cancellations', { task_id: task, cancelled_on: '2018-09-28', by: '书记' });
  insertFact(db, 'progress', {
    task_id: task,
    on: '2018-09-15',
    done: 1500,
    accepted: 0,
    accepted_by: '验收组',
  });
  const due = { station: '一号作战所', due_on: '2018-09-15', sent_on: on, issued_by: '办公室' };
  const order = insertFact(db, 'dispatch_orders', { order_no: 'D1', ...due });
  db.insertDerived('order_now', { order_id: order, order_no: 'D1' });
  insertPart(db, 'dispatch_items', { order_id: order, place: 0, finding_id: f });
  insertPart(db, 'dispatch_items', { order_id: order, place: 1, task_id: task });
  insertFact(db, 'dispatch_receipts', { order_id: order, received_on: on, received_by: 'A1' });
  db.insert('attendance', { site: '工地', on, session: 'morning', cadre_id: a, present: 'absent' });
  const year = db.insert('calendar_years', { year: 2018, source: '国办', sha256: sha256('2018') });
  db.insertPart('calendar_days', { year_id: year, on: '2018-10-01', kind: 'holiday', name: '国庆节' });
  const round = db.insert('rounds', { round_no: 1, cutoff: '2018-09-12', policy_id: 1 });
  const cancelled = db.insert('rounds', { round_no: 2, cutoff: '2018-09-19', policy_id: 1 });
  db.insert('round_cancellations', { round_id: cancelled, reason: '日期有误' });
  const decided = { measure: 'reminder_talk', cleared: 0, by: '党委会', reason: '研究', facts_seq: 1 };
  insertFact(db, 'decisions', { round_id: round, cadre_id: a, ...decided });
  const closing = { approved_by: '书记', engine: 1, facts_seq: 1, digest: sha256('round') };
  insertFact(db, 'round_closings', { round_id: round, round_no: 1, ...closing });
  const counts = { counted: 2, pending: 0, overdue: 0, behind_tasks: 0, absences: 0, points: 20000 };
  const proposed = { proposed_measure: 'reminder_talk', proposed_now_in: 1, proposed_commended: 0 };
  const line = {
    cadre_id: a,
    cadre_no: 'A1',
    name: '名A1',
    rank: 'staff',
    unit: '办公室',
    station: '',
    ...counts,
    measure: 'reminder_talk',
    step: 'new',
    was_in: 0,
    now_in: 1,
    in_by: 'decision',
    movement: 'enter',
    rounds_in: 1,
    commended: 0,
    ...proposed,
    decided_by: '党委会',
    decision_reason: '研究',
  };
  insertPart(db, 'standings', { round_no: 1, place: 1, ...line });
  db.insertPart('standing_additions', { round_no: 1, place: 1, raised_by: 'entries', late_pending: 1 });
  db.insertPart('answers', { key: 'week-37', answer: 'null' });
  db.insertPart('draft_digests', { round_no: 1, columns: '["cadre_no"]', digest: sha256('draft') });
  const figures = { findings: 1, in_time: 0, late: 0, waiting: 0, objected: 0, extended: 0 };
  const open = { ...figures, not_rectified: 1, overdue: 0 };
  const since = { added: 1, rectified_since: 0, checks: 1, checks_timed: 1, check_days: 2 };
  db.insertPart('round_figures', { round_no: 1, cadres: 2, without_deadline: 0, ...since, ...open });
  db.insertPart('finding_figures', { round_no: 1, grouping: 'area', name: '', ...open });
  db.insertPart('figure_stations', { round_no: 1, station: 'lead' });
  db.insertPart('main_problems', { round_no: 1, area: '', place: 1, description: '问题' });
  const corrected = { round_no: 1, ...line, measure: 'self_criticism', by: '纪委', reason: '更正' };
  const correction = insertFact(db, 'corrections', corrected);
  const added = { raised_by: '', late_pending: 2 };
  db.insertPart('correction_additions', { correction_id: correction, ...added });
  db.insert('correction_bases', { correction_id: correction, engine: 1, facts_seq: 1 });
  db.insert('correction_facts', { correction_id: correction, fact: 'reports', fact_id: 2, reversed_id: 1 });
  db.insert('recorded_again', { fact: 'checks', fact_id: 2, reversed_id: 1 });
  const draw = { from_on: '2018-09-01', to_on: '2018-09-30', share: 1000, grouping: 'station' };
  const drawn = db.insert('recheck_draws', { ...draw, digest: sha256('round'), by: '督查组' });
  const member = { draw_id: drawn, place: 0, finding_id: f };
  db.insertPart('recheck_members', { ...member, group: '一号作战所', ticket: sha256('ticket') });
  const looked = { finding_id: f, rechecked_on: '2018-10-08', rechecked_by: '回头看组' };
  db.insert('rechecks', { ...looked, recheck_result: 'rebound', new_id: f + 1, note: '又见' });
  db.insert('statements', { cadre_id: a, round_no: 1, made_on: on, text: '无异议', waived: 0 });
  insertFact(db, 'talks', { cadre_id: a, round_no: 1, talked_on: on, talker: '书记' });
  db.insert('talk_receipts', { talk_id: 1, receipt: 'signed' });
  const served = { served_on: on, served_by: '办公室', receipt: 'left' };
  insertFact(db, 'services', { cadre_id: a, round_no: 1, ...served });
  const appeal = insertFact(db, 'appeals', { cadre_id: a, round_no: 1, raised_on: on, reason: '过重' });
  const upheld = { appeal_id: appeal, ruled_on: on, ruling: 'upheld', ruled_by: '纪委' };
  const answered = insertFact(db, 'appeal_rulings', upheld);
  db.insertPart('correction_measures', {
    correction_id: correction,
    ruling_id: answered,
    measure: 'self_criticism',
  });
  insertFact(db, 'followups', { cadre_id: a, round_no: 1, on, by: '组织委员', result: 'improved' });
  insertFact(db, 'retractions', { objection_id: objection, retracted_on: on, by: 'A1' });
  const given = {
    notice_no: '3',
    issued_on: on,
    sent_to: '各村',
    signed: '',
    copies: '60',
    contact: '',
    phone: '',
  };
  const issue = db.insert('notice_issues', {
    round_no: 1,
    scope: 'internal',
    format: 'docx',
    lang: 'zh',
    ...given,
    talker: '书记',
    objection_days: '5',
    objection_office: '',
    facts_seq: 0,
    sha256: '0'.repeat(64),
  });
  db.insertPart('notice_imprints', { issue_id: issue, copied_to: '县纪委', printed_by: '党政办' });
  const changed = { field: 'severity', old_value: '2', new_value: '3', reason: '更正' };
  insertFact(db, 'amendments', { record: 'findings', record_id: f, ...changed });
  db.insert('reversals', { fact: 'reports', fact_id: 1, reason: '误录' });
  const old = { old_id: 7, old_seq: 5, at: '2017-12-01T00:00:00.000Z', actor: '督查办' };
  db.insertPart('carried_waits', { fact: 'reports', fact_id: 1, held_since: '2017-12-31' });
  const gone = { cutoff: '2017-12-24', movement: 'exit', late_pending: 1 };
  db.insertPart('carried_movements', { cadre_id: a, round_no: 51, ...gone });
  const earlier = { cadre_id: a, round_no: 51, cutoff: '2017-12-24', measure: 'reminder_talk' };
  const limits = { months: 6, talk_within: 14, serve_within: 0, corrected: 0 };
  db.insertPart('carried_lines', { ...earlier, ...limits, approved_by: '书记', decided_by: '' });
  db.insertPart('carried_holds', { fact: 'appeals', fact_id: appeal, held_since: '2017-12-31' });
  db.insertPart('carried_facts', { fact: 'cadres', fact_id: a, ...old });
  insertFact(db, 'carry_overs', {
    file: '2017.db',
    last_seq: 9,
    last_hash: sha256('2017'),
    sealed: 1,
    earlier_rounds: '[]',
    order_numbers: '[]',
  });
}

/** Writes the one row after which nothing more is written. */
export function fillSeals(db: WriteDb): void {
  db.insert('seals', { by: '书记', reason: '年度终了' });
}
