// Version 1: the journal, the facts (insert-only), the closed rounds, and what is derived from them.

/** Columns every fact row has: the journal entry that wrote it, and the batch and line it came from. */
const ORIGIN = `seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0)`;

const day = (name: string): string => `"${name}" TEXT NOT NULL CHECK ("${name}" IS date("${name}"))`;
const dayOrNull = (name: string): string =>
  `"${name}" TEXT CHECK ("${name}" IS NULL OR "${name}" IS date("${name}"))`;
const word = (name: string, words: readonly string[]): string =>
  `"${name}" TEXT NOT NULL CHECK ("${name}" IN (${words.map((each) => `'${each}'`).join(', ')}))`;
const flag = (name: string): string => `"${name}" INTEGER NOT NULL CHECK ("${name}" IN (0, 1))`;
const filled = (name: string): string => `"${name}" TEXT NOT NULL CHECK ("${name}" <> '')`;
const hash = (name: string): string => `"${name}" TEXT NOT NULL CHECK (length("${name}") = 64)`;

/** Rows are only ever added, and only under the entry that is about to be written to the journal. */
const guards = (table: string): string => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table}: rows are never changed'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table}: rows are never deleted'); END;
CREATE TRIGGER ${table}_next_entry BEFORE INSERT ON ${table}
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, '${table}: rows belong to the next journal entry'); END;`;

const fact = (table: string, ...columns: readonly string[]): string => `
CREATE TABLE ${table} (
  id INTEGER PRIMARY KEY,
  ${ORIGIN},
  ${columns.join(',\n  ')}
) STRICT;${guards(table)}`;

/** Rows that belong to a fact and are written with it. */
const part = (table: string, ...columns: readonly string[]): string => `
CREATE TABLE ${table} (
  seq INTEGER NOT NULL CHECK (seq > 0),
  ${columns.join(',\n  ')}
) STRICT, WITHOUT ROWID;${guards(table)}`;

const MEASURES = ['none', 'self_criticism', 'reminder_talk', 'admonition_talk'];
const FINDING = 'finding_id INTEGER NOT NULL REFERENCES findings (id)';
const CADRE = 'cadre_id INTEGER NOT NULL REFERENCES cadres (id)';
const TASK = 'task_id INTEGER NOT NULL REFERENCES tasks (id)';
const ROLE = word('role', ['lead', 'assist', 'leader']);

/** A cadre's line, in the order of the contract's standing columns; texts as they were at the cutoff. */
const STANDING = [
  CADRE,
  'cadre_no TEXT NOT NULL',
  'name TEXT NOT NULL',
  word('rank', ['section', 'subsection', 'staff', 'other']),
  'unit TEXT NOT NULL',
  'station TEXT NOT NULL',
  ...['counted', 'pending', 'overdue', 'behind_tasks', 'absences', 'points'].map(
    (name) => `${name} INTEGER NOT NULL CHECK (${name} >= 0)`,
  ),
  word('measure', MEASURES),
  word('step', ['', 'new', 'raised', 'continued', 'lowered', 'cleared']),
  flag('was_in'),
  flag('now_in'),
  word('in_by', ['', 'tier', 'kept', 'decision']),
  word('movement', ['enter', 'stay', 'exit', 'outside', 'departed']),
  'rounds_in INTEGER NOT NULL CHECK (rounds_in >= 0)',
  flag('commended'),
  word('proposed_measure', MEASURES),
  flag('proposed_now_in'),
  flag('proposed_commended'),
  'decided_by TEXT NOT NULL',
  'decision_reason TEXT NOT NULL',
  "CHECK (now_in = (movement IN ('enter', 'stay')))",
];

export const sql = `
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  ${filled('actor')},
  ${filled('command')},
  idempotency_key TEXT UNIQUE,
  ${hash('request')},
  did TEXT NOT NULL CHECK (json_valid(did)),
  ${hash('rows_digest')},
  ${hash('previous_hash')},
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;
${guards('journal')}
${fact('settings', filled('key'), '"value" TEXT NOT NULL')}
CREATE TABLE batches (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  ${filled('kind')},
  ${filled('file')},
  ${hash('sha256')}
) STRICT;
${guards('batches')}
${part(
  'batch_counts',
  'batch_id INTEGER PRIMARY KEY REFERENCES batches (id)',
  ...['added', 'unchanged', 'amended', 'rejected'].map(
    (name) => `${name} INTEGER NOT NULL CHECK (${name} >= 0)`,
  ),
)}
${part(
  'batch_rows',
  'batch_id INTEGER NOT NULL REFERENCES batches (id)',
  'place INTEGER NOT NULL',
  'line INTEGER NOT NULL CHECK (line > 0)',
  word('outcome', ['unchanged', 'amended', 'rejected']),
  'reason TEXT NOT NULL',
  'PRIMARY KEY (batch_id, place)',
)}
${fact(
  'cadres',
  filled('cadre_no'),
  filled('name'),
  word('rank', ['section', 'subsection', 'staff', 'other']),
  ...['post', 'unit', 'station', 'managed_by', 'identity'].map((name) => `${name} TEXT`),
  dayOrNull('joined_on'),
  dayOrNull('left_on'),
  'CHECK (joined_on IS NULL OR left_on IS NULL OR joined_on <= left_on)',
)}
${fact('roster_events', CADRE, word('kind', ['leave', 'return']), day('on'), '"by" TEXT', 'note TEXT')}
CREATE INDEX roster_events_cadre ON roster_events (cadre_id);
${fact(
  'findings',
  filled('finding_no'),
  filled('source'),
  ...['clause', 'area', 'village', 'station'].map((name) => `${name} TEXT`),
  filled('description'),
  'severity INTEGER NOT NULL CHECK (severity IN (1, 2, 3))',
  ...['reason', '"action"', 'standard'].map((name) => `${name} TEXT`),
  day('found_on'),
  dayOrNull('due_on'),
  'due_reckoned TEXT',
  'resp_unit TEXT',
  'recurs_id INTEGER REFERENCES findings (id) DEFERRABLE INITIALLY DEFERRED',
  'remark TEXT',
  'CHECK (due_on IS NULL OR due_on >= found_on)',
  'CHECK (recurs_id IS NULL OR recurs_id <> id)',
)}
CREATE INDEX findings_recurs ON findings (recurs_id) WHERE recurs_id IS NOT NULL;
${part(
  'finding_responsible',
  FINDING,
  'place INTEGER NOT NULL',
  CADRE,
  ROLE,
  'PRIMARY KEY (finding_id, place)',
)}
CREATE UNIQUE INDEX finding_responsible_cadre ON finding_responsible (cadre_id, finding_id);
${fact(
  'reports',
  FINDING,
  day('reported_on'),
  'reported_by TEXT',
  word('progress', ['not_done', 'partly', 'done']),
  'evidence TEXT',
  'note TEXT',
)}
CREATE INDEX reports_finding ON reports (finding_id);
${fact(
  'checks',
  FINDING,
  word('result', ['rectified', 'partial', 'not_rectified']),
  day('checked_on'),
  filled('checked_by'),
  'method TEXT',
  'approved_by TEXT',
  dayOrNull('approved_on'),
  'note TEXT',
)}
CREATE INDEX checks_finding ON checks (finding_id);
${fact('extensions', FINDING, day('new_due_on'), day('granted_on'), filled('granted_by'), 'reason TEXT')}
CREATE INDEX extensions_finding ON extensions (finding_id);
${fact(
  'objections',
  FINDING,
  CADRE,
  day('raised_on'),
  word('ground', ['facts', 'not_mine', 'deadline', 'other']),
  filled('reason'),
  'note TEXT',
)}
CREATE INDEX objections_finding ON objections (finding_id);
CREATE INDEX objections_cadre ON objections (cadre_id);
${fact(
  'rulings',
  'objection_id INTEGER NOT NULL REFERENCES objections (id)',
  day('ruled_on'),
  word('ruling', ['upheld', 'released', 'dismissed']),
  filled('ruled_by'),
  'note TEXT',
)}
CREATE INDEX rulings_objection ON rulings (objection_id);
${fact(
  'reassignments',
  'finding_id INTEGER REFERENCES findings (id)',
  'task_id INTEGER REFERENCES tasks (id)',
  'from_id INTEGER NOT NULL REFERENCES cadres (id)',
  'to_id INTEGER NOT NULL REFERENCES cadres (id)',
  day('on'),
  filled('by'),
  dayOrNull('new_due_on'),
  'reason TEXT',
  'CHECK ((finding_id IS NULL) <> (task_id IS NULL))',
)}
CREATE INDEX reassignments_finding ON reassignments (finding_id) WHERE finding_id IS NOT NULL;
CREATE INDEX reassignments_task ON reassignments (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX reassignments_from ON reassignments (from_id);
CREATE INDEX reassignments_to ON reassignments (to_id);
${fact('dispatch_orders', filled('order_no'), filled('station'), day('due_on'), day('sent_on'), filled('issued_by'), 'note TEXT')}
${part(
  'dispatch_items',
  'order_id INTEGER NOT NULL REFERENCES dispatch_orders (id)',
  'place INTEGER NOT NULL',
  'finding_id INTEGER REFERENCES findings (id)',
  'task_id INTEGER REFERENCES tasks (id)',
  'PRIMARY KEY (order_id, place)',
  'CHECK ((finding_id IS NULL) <> (task_id IS NULL))',
)}
CREATE INDEX dispatch_items_finding ON dispatch_items (finding_id) WHERE finding_id IS NOT NULL;
CREATE INDEX dispatch_items_task ON dispatch_items (task_id) WHERE task_id IS NOT NULL;
${fact('dispatch_receipts', 'order_id INTEGER NOT NULL REFERENCES dispatch_orders (id)', day('received_on'), filled('received_by'), 'note TEXT')}
CREATE INDEX dispatch_receipts_order ON dispatch_receipts (order_id);
${fact(
  'tasks',
  filled('task_no'),
  filled('name'),
  'area TEXT',
  'target INTEGER NOT NULL CHECK (target > 0)',
  'quantity_unit TEXT',
  day('start_on'),
  day('due_on'),
  'CHECK (start_on <= due_on)',
)}
${part('task_responsible', TASK, 'place INTEGER NOT NULL', CADRE, ROLE, 'PRIMARY KEY (task_id, place)')}
CREATE UNIQUE INDEX task_responsible_cadre ON task_responsible (cadre_id, task_id);
${fact('task_plans', TASK, 'reason TEXT')}
CREATE INDEX task_plans_task ON task_plans (task_id);
${part(
  'milestones',
  'plan_id INTEGER NOT NULL REFERENCES task_plans (id)',
  day('on'),
  'amount INTEGER NOT NULL CHECK (amount > 0)',
  'PRIMARY KEY (plan_id, "on")',
)}
${fact('task_cancellations', TASK, day('cancelled_on'), filled('by'), 'reason TEXT')}
CREATE INDEX task_cancellations_task ON task_cancellations (task_id);
${fact(
  'progress',
  TASK,
  day('on'),
  'done INTEGER NOT NULL CHECK (done >= 0)',
  'accepted INTEGER CHECK (accepted IN (0, 1))',
  'accepted_by TEXT',
  'note TEXT',
)}
CREATE INDEX progress_task ON progress (task_id);
${fact(
  'attendance',
  filled('site'),
  day('on'),
  word('session', ['morning', 'evening']),
  CADRE,
  word('present', ['present', 'absent', 'leave']),
)}
CREATE INDEX attendance_on ON attendance ("on", site, session, cadre_id);
CREATE INDEX attendance_cadre ON attendance (cadre_id, "on");
CREATE INDEX attendance_seq ON attendance (seq);
${fact('calendar_years', 'year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999)', filled('source'), hash('sha256'))}
CREATE INDEX calendar_years_year ON calendar_years (year);
${part(
  'calendar_days',
  'year_id INTEGER NOT NULL REFERENCES calendar_years (id)',
  day('on'),
  word('kind', ['holiday', 'workday']),
  'name TEXT NOT NULL',
  'PRIMARY KEY (year_id, "on")',
)}
${fact('policies', filled('name'), filled('version'), hash('sha256'), '"text" TEXT NOT NULL', 'content TEXT NOT NULL CHECK (json_valid(content))', 'UNIQUE (name, version)')}
${fact('policy_adoptions', 'policy_id INTEGER NOT NULL REFERENCES policies (id)')}
${fact('rounds', 'round_no INTEGER NOT NULL CHECK (round_no > 0)', day('cutoff'), 'policy_id INTEGER NOT NULL REFERENCES policies (id)')}
CREATE INDEX rounds_round_no ON rounds (round_no);
${fact('round_cancellations', 'round_id INTEGER NOT NULL UNIQUE REFERENCES rounds (id)', 'reason TEXT')}
${fact(
  'round_closings',
  'round_id INTEGER NOT NULL UNIQUE REFERENCES rounds (id)',
  'round_no INTEGER NOT NULL UNIQUE',
  filled('approved_by'),
  'meeting TEXT',
  'engine INTEGER NOT NULL',
  'facts_seq INTEGER NOT NULL',
  hash('digest'),
)}
${part('standings', 'round_no INTEGER NOT NULL', 'place INTEGER NOT NULL', ...STANDING, 'PRIMARY KEY (round_no, place)', 'UNIQUE (cadre_id, round_no)')}
${fact(
  'notice_issues',
  'round_no INTEGER NOT NULL CHECK (round_no > 0)',
  word('scope', ['leader', 'internal', 'public']),
  word('format', ['md', 'docx', 'html']),
  word('lang', ['zh', 'en']),
  filled('notice_no'),
  day('issued_on'),
  ...['sent_to', 'signed', 'copies', 'contact', 'phone', 'talker', 'objection_days', 'objection_office'].map(
    (name) => `${name} TEXT NOT NULL`,
  ),
  'facts_seq INTEGER NOT NULL CHECK (facts_seq < seq)',
  hash('sha256'),
)}
CREATE INDEX notice_issues_round ON notice_issues (round_no, scope);
${fact(
  'decisions',
  'round_id INTEGER NOT NULL REFERENCES rounds (id)',
  CADRE,
  `measure TEXT CHECK (measure IN (${MEASURES.map((each) => `'${each}'`).join(', ')}))`,
  'commended INTEGER CHECK (commended IN (0, 1))',
  flag('cleared'),
  filled('by'),
  filled('reason'),
  'facts_seq INTEGER NOT NULL',
  'CHECK (cleared = (measure IS NULL AND commended IS NULL))',
)}
CREATE INDEX decisions_round ON decisions (round_id, cadre_id);
${fact('statements', CADRE, 'round_no INTEGER NOT NULL', day('made_on'), '"text" TEXT', flag('waived'))}
CREATE INDEX statements_round ON statements (round_no, cadre_id);
CREATE INDEX statements_cadre ON statements (cadre_id);
${fact('talks', CADRE, 'round_no INTEGER NOT NULL', day('talked_on'), filled('talker'), 'recorder TEXT', 'note TEXT')}
CREATE INDEX talks_round ON talks (round_no, cadre_id);
CREATE INDEX talks_cadre ON talks (cadre_id);
${fact('corrections', 'round_no INTEGER NOT NULL', filled('by'), filled('reason'), ...STANDING)}
CREATE INDEX corrections_round ON corrections (round_no, cadre_id);
${fact(
  'amendments',
  word('record', ['cadres', 'findings', 'tasks', 'attendance', 'objections']),
  'record_id INTEGER NOT NULL',
  filled('field'),
  'old_value TEXT',
  'new_value TEXT',
  dayOrNull('from_day'),
  filled('reason'),
)}
CREATE INDEX amendments_record ON amendments (record, record_id);
${fact('reversals', filled('fact'), 'fact_id INTEGER NOT NULL', filled('reason'), 'UNIQUE (fact, fact_id)')}

-- Derived from the facts, rebuilt and compared by verify. Numbers are unique among live rows here.
CREATE TABLE finding_now (
  finding_id INTEGER PRIMARY KEY REFERENCES findings (id),
  finding_no TEXT NOT NULL UNIQUE,
  ${word('status', ['registered', 'dispatched', 'reported', 'returned', 'objected', 'rectified', 'withdrawn'])},
  settled_on TEXT,
  settled_seq INTEGER,
  CHECK ((settled_on IS NULL) = (settled_seq IS NULL))
) STRICT;
CREATE INDEX finding_now_settled ON finding_now (settled_on);
CREATE INDEX finding_now_settled_seq ON finding_now (settled_seq) WHERE settled_seq IS NOT NULL;
CREATE TABLE cadre_now (cadre_id INTEGER PRIMARY KEY REFERENCES cadres (id), cadre_no TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE task_now (task_id INTEGER PRIMARY KEY REFERENCES tasks (id), task_no TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE order_now (order_id INTEGER PRIMARY KEY REFERENCES dispatch_orders (id), order_no TEXT NOT NULL UNIQUE) STRICT;
`;
