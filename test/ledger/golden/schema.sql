-- user_version 15
CREATE TABLE amendments (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  "record" TEXT NOT NULL CHECK ("record" IN ('cadres', 'findings', 'tasks', 'attendance', 'objections')),
  record_id INTEGER NOT NULL,
  "field" TEXT NOT NULL CHECK ("field" <> ''),
  old_value TEXT,
  new_value TEXT,
  "from_day" TEXT CHECK ("from_day" IS NULL OR "from_day" IS date("from_day")),
  "reason" TEXT NOT NULL CHECK ("reason" <> '')
) STRICT;
CREATE TABLE answers (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  "key" TEXT NOT NULL UNIQUE CHECK ("key" <> ''),
  answer TEXT NOT NULL CHECK (json_valid(answer))
) STRICT, WITHOUT ROWID;
CREATE TABLE appeal_rulings (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  appeal_id INTEGER NOT NULL REFERENCES appeals (id),
  "ruled_on" TEXT NOT NULL CHECK ("ruled_on" IS date("ruled_on")),
  "ruling" TEXT NOT NULL CHECK ("ruling" IN ('upheld', 'dismissed', 'retracted')),
  "ruled_by" TEXT NOT NULL CHECK ("ruled_by" <> ''),
  note TEXT
) STRICT;
CREATE TABLE appeals (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  cadre_id INTEGER NOT NULL REFERENCES cadres (id),
  round_no INTEGER NOT NULL CHECK (round_no > 0),
  "raised_on" TEXT NOT NULL CHECK ("raised_on" IS date("raised_on")),
  "reason" TEXT NOT NULL CHECK ("reason" <> ''),
  note TEXT
) STRICT;
CREATE TABLE attendance (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  "site" TEXT NOT NULL CHECK ("site" <> ''),
  "on" TEXT NOT NULL CHECK ("on" IS date("on")),
  "session" TEXT NOT NULL CHECK ("session" IN ('morning', 'evening')),
  cadre_id INTEGER NOT NULL REFERENCES cadres (id),
  "present" TEXT NOT NULL CHECK ("present" IN ('present', 'absent', 'leave'))
) STRICT;
CREATE TABLE batch_counts (
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER PRIMARY KEY REFERENCES batches (id),
  added INTEGER NOT NULL CHECK (added >= 0),
  unchanged INTEGER NOT NULL CHECK (unchanged >= 0),
  amended INTEGER NOT NULL CHECK (amended >= 0),
  rejected INTEGER NOT NULL CHECK (rejected >= 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE batch_notes (
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER NOT NULL REFERENCES batches (id),
  place INTEGER NOT NULL CHECK (place >= 0),
  note TEXT NOT NULL CHECK (json_valid(note)),
  PRIMARY KEY (batch_id, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE batch_rows (
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER NOT NULL REFERENCES batches (id),
  place INTEGER NOT NULL,
  line INTEGER NOT NULL CHECK (line > 0),
  "outcome" TEXT NOT NULL CHECK ("outcome" IN ('unchanged', 'amended', 'rejected')),
  reason TEXT NOT NULL,
  PRIMARY KEY (batch_id, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE batch_sheets (
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER NOT NULL REFERENCES batches (id),
  "table" TEXT NOT NULL CHECK ("table" <> ''),
  first_row INTEGER NOT NULL CHECK (first_row >= 0),
  sheet TEXT NOT NULL,
  PRIMARY KEY (batch_id, "table", first_row)
) STRICT, WITHOUT ROWID;
CREATE TABLE batches (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  "kind" TEXT NOT NULL CHECK ("kind" <> ''),
  "file" TEXT NOT NULL CHECK ("file" <> ''),
  "sha256" TEXT NOT NULL CHECK (length("sha256") = 64)
) STRICT;
CREATE TABLE cadre_now (cadre_id INTEGER PRIMARY KEY REFERENCES cadres (id), cadre_no TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE cadres (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  "cadre_no" TEXT NOT NULL CHECK ("cadre_no" <> ''),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "rank" TEXT NOT NULL CHECK ("rank" IN ('section', 'subsection', 'staff', 'other')),
  post TEXT,
  unit TEXT,
  station TEXT,
  managed_by TEXT,
  identity TEXT,
  "joined_on" TEXT CHECK ("joined_on" IS NULL OR "joined_on" IS date("joined_on")),
  "left_on" TEXT CHECK ("left_on" IS NULL OR "left_on" IS date("left_on")),
  CHECK (joined_on IS NULL OR left_on IS NULL OR joined_on <= left_on)
) STRICT;
CREATE TABLE calendar_days (
  seq INTEGER NOT NULL CHECK (seq > 0),
  year_id INTEGER NOT NULL REFERENCES calendar_years (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on")),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('holiday', 'workday')),
  name TEXT NOT NULL,
  PRIMARY KEY (year_id, "on")
) STRICT, WITHOUT ROWID;
CREATE TABLE calendar_years (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  "source" TEXT NOT NULL CHECK ("source" <> ''),
  "sha256" TEXT NOT NULL CHECK (length("sha256") = 64)
) STRICT;
CREATE TABLE carried_facts (
  seq INTEGER NOT NULL CHECK (seq > 0),
  fact TEXT NOT NULL CHECK (fact <> ''),
  fact_id INTEGER NOT NULL CHECK (fact_id > 0),
  old_id INTEGER NOT NULL CHECK (old_id > 0),
  old_seq INTEGER NOT NULL CHECK (old_seq > 0),
  at TEXT NOT NULL CHECK (at <> ''),
  actor TEXT NOT NULL CHECK (actor <> ''),
  PRIMARY KEY (seq, fact, fact_id),
  UNIQUE (fact, fact_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE carried_holds (
  seq INTEGER NOT NULL CHECK (seq > 0),
  "fact" TEXT NOT NULL CHECK ("fact" <> ''),
  fact_id INTEGER NOT NULL CHECK (fact_id > 0),
  "held_since" TEXT NOT NULL CHECK ("held_since" IS date("held_since")),
  PRIMARY KEY (seq, fact, fact_id),
  UNIQUE (fact, fact_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE carried_lines (
  seq INTEGER NOT NULL CHECK (seq > 0),
  cadre_id INTEGER NOT NULL REFERENCES cadres (id),
  round_no INTEGER NOT NULL CHECK (round_no > 0),
  "cutoff" TEXT NOT NULL CHECK ("cutoff" IS date("cutoff")),
  "measure" TEXT NOT NULL CHECK ("measure" IN ('none', 'self_criticism', 'reminder_talk', 'admonition_talk')),
  months INTEGER NOT NULL CHECK (months >= 0),
  talk_within INTEGER NOT NULL CHECK (talk_within >= 0),
  serve_within INTEGER NOT NULL CHECK (serve_within >= 0),
  corrected INTEGER NOT NULL CHECK (corrected >= 0),
  approved_by TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  PRIMARY KEY (cadre_id, round_no)
) STRICT, WITHOUT ROWID;
CREATE TABLE carried_movements (
  seq INTEGER NOT NULL CHECK (seq > 0),
  cadre_id INTEGER NOT NULL REFERENCES cadres (id),
  round_no INTEGER NOT NULL CHECK (round_no > 0),
  cutoff TEXT NOT NULL CHECK (cutoff <> ''),
  movement TEXT NOT NULL CHECK (movement IN ('enter', 'exit')),
  late_pending INTEGER NOT NULL CHECK (late_pending >= 0),
  PRIMARY KEY (cadre_id, round_no)
) STRICT, WITHOUT ROWID;
CREATE TABLE carried_waits (
  seq INTEGER NOT NULL CHECK (seq > 0),
  fact TEXT NOT NULL CHECK (fact IN ('reports', 'objections')),
  fact_id INTEGER NOT NULL CHECK (fact_id > 0),
  held_since TEXT NOT NULL CHECK (held_since <> ''),
  PRIMARY KEY (seq, fact, fact_id),
  UNIQUE (fact, fact_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE carry_overs (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  "file" TEXT NOT NULL CHECK ("file" <> ''),
  last_seq INTEGER NOT NULL CHECK (last_seq > 0),
  last_hash TEXT NOT NULL CHECK (length(last_hash) = 64),
  sealed INTEGER NOT NULL CHECK (sealed IN (0, 1)),
  round_no INTEGER UNIQUE CHECK (round_no > 0),
  cutoff TEXT CHECK (cutoff IS NULL OR cutoff IS date(cutoff)),
  digest TEXT CHECK (digest IS NULL OR length(digest) = 64),
  earlier_rounds TEXT NOT NULL CHECK (json_valid(earlier_rounds)),
  order_numbers TEXT NOT NULL CHECK (json_valid(order_numbers)),
  CHECK ((round_no IS NULL) = (cutoff IS NULL) AND (round_no IS NULL) = (digest IS NULL))
) STRICT;
CREATE TABLE checks (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  finding_id INTEGER NOT NULL REFERENCES findings (id),
  "result" TEXT NOT NULL CHECK ("result" IN ('rectified', 'partial', 'not_rectified')),
  "checked_on" TEXT NOT NULL CHECK ("checked_on" IS date("checked_on")),
  "checked_by" TEXT NOT NULL CHECK ("checked_by" <> ''),
  method TEXT,
  approved_by TEXT,
  "approved_on" TEXT CHECK ("approved_on" IS NULL OR "approved_on" IS date("approved_on")),
  note TEXT
) STRICT;
CREATE TABLE correction_additions (
  seq INTEGER NOT NULL CHECK (seq > 0),
  correction_id INTEGER PRIMARY KEY REFERENCES corrections (id),
  raised_by TEXT NOT NULL CHECK (raised_by IN ('', 'entries', 'rounds', 'entries;rounds')),
  late_pending INTEGER NOT NULL CHECK (late_pending >= 0),
  CHECK (raised_by <> '' OR late_pending > 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE correction_bases (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  correction_id INTEGER NOT NULL UNIQUE REFERENCES corrections (id),
  engine INTEGER NOT NULL,
  facts_seq INTEGER NOT NULL CHECK (facts_seq < seq)
) STRICT;
CREATE TABLE correction_facts (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  correction_id INTEGER NOT NULL REFERENCES corrections (id),
  fact TEXT NOT NULL CHECK (fact <> ''),
  fact_id INTEGER NOT NULL CHECK (fact_id > 0),
  reversed_id INTEGER CHECK (reversed_id > 0),
  UNIQUE (correction_id, fact, fact_id)
) STRICT;
CREATE TABLE correction_measures (
  seq INTEGER NOT NULL CHECK (seq > 0),
  correction_id INTEGER PRIMARY KEY REFERENCES corrections (id),
  ruling_id INTEGER NOT NULL REFERENCES appeal_rulings (id),
  "measure" TEXT NOT NULL CHECK ("measure" IN ('none', 'self_criticism', 'reminder_talk', 'admonition_talk'))
) STRICT, WITHOUT ROWID;
CREATE TABLE corrections (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  round_no INTEGER NOT NULL,
  "by" TEXT NOT NULL CHECK ("by" <> ''),
  "reason" TEXT NOT NULL CHECK ("reason" <> ''),
  cadre_id INTEGER NOT NULL REFERENCES cadres (id),
  cadre_no TEXT NOT NULL,
  name TEXT NOT NULL,
  "rank" TEXT NOT NULL CHECK ("rank" IN ('section', 'subsection', 'staff', 'other')),
  unit TEXT NOT NULL,
  station TEXT NOT NULL,
  counted INTEGER NOT NULL CHECK (counted >= 0),
  pending INTEGER NOT NULL CHECK (pending >= 0),
  overdue INTEGER NOT NULL CHECK (overdue >= 0),
  behind_tasks INTEGER NOT NULL CHECK (behind_tasks >= 0),
  absences INTEGER NOT NULL CHECK (absences >= 0),
  points INTEGER NOT NULL CHECK (points >= 0),
  "measure" TEXT NOT NULL CHECK ("measure" IN ('none', 'self_criticism', 'reminder_talk', 'admonition_talk')),
  "step" TEXT NOT NULL CHECK ("step" IN ('', 'new', 'raised', 'continued', 'lowered', 'cleared')),
  "was_in" INTEGER NOT NULL CHECK ("was_in" IN (0, 1)),
  "now_in" INTEGER NOT NULL CHECK ("now_in" IN (0, 1)),
  "in_by" TEXT NOT NULL CHECK ("in_by" IN ('', 'tier', 'kept', 'decision')),
  "movement" TEXT NOT NULL CHECK ("movement" IN ('enter', 'stay', 'exit', 'outside', 'departed')),
  rounds_in INTEGER NOT NULL CHECK (rounds_in >= 0),
  "commended" INTEGER NOT NULL CHECK ("commended" IN (0, 1)),
  "proposed_measure" TEXT NOT NULL CHECK ("proposed_measure" IN ('none', 'self_criticism', 'reminder_talk', 'admonition_talk')),
  "proposed_now_in" INTEGER NOT NULL CHECK ("proposed_now_in" IN (0, 1)),
  "proposed_commended" INTEGER NOT NULL CHECK ("proposed_commended" IN (0, 1)),
  decided_by TEXT NOT NULL,
  decision_reason TEXT NOT NULL,
  CHECK (now_in = (movement IN ('enter', 'stay')))
) STRICT;
CREATE TABLE decisions (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  round_id INTEGER NOT NULL REFERENCES rounds (id),
  cadre_id INTEGER NOT NULL REFERENCES cadres (id),
  measure TEXT CHECK (measure IN ('none', 'self_criticism', 'reminder_talk', 'admonition_talk')),
  commended INTEGER CHECK (commended IN (0, 1)),
  "cleared" INTEGER NOT NULL CHECK ("cleared" IN (0, 1)),
  "by" TEXT NOT NULL CHECK ("by" <> ''),
  "reason" TEXT NOT NULL CHECK ("reason" <> ''),
  facts_seq INTEGER NOT NULL,
  CHECK (cleared = (measure IS NULL AND commended IS NULL))
) STRICT;
CREATE TABLE deriving (seq INTEGER PRIMARY KEY CHECK (seq > 0)) STRICT;
CREATE TABLE dispatch_items (
  seq INTEGER NOT NULL CHECK (seq > 0),
  order_id INTEGER NOT NULL REFERENCES dispatch_orders (id),
  place INTEGER NOT NULL,
  finding_id INTEGER REFERENCES findings (id),
  task_id INTEGER REFERENCES tasks (id),
  PRIMARY KEY (order_id, place),
  CHECK ((finding_id IS NULL) <> (task_id IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE dispatch_orders (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  "order_no" TEXT NOT NULL CHECK ("order_no" <> ''),
  "station" TEXT NOT NULL CHECK ("station" <> ''),
  "due_on" TEXT NOT NULL CHECK ("due_on" IS date("due_on")),
  "sent_on" TEXT NOT NULL CHECK ("sent_on" IS date("sent_on")),
  "issued_by" TEXT NOT NULL CHECK ("issued_by" <> ''),
  note TEXT
) STRICT;
CREATE TABLE dispatch_receipts (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  order_id INTEGER NOT NULL REFERENCES dispatch_orders (id),
  "received_on" TEXT NOT NULL CHECK ("received_on" IS date("received_on")),
  "received_by" TEXT NOT NULL CHECK ("received_by" <> ''),
  note TEXT
) STRICT;
CREATE TABLE draft_digests (
  seq INTEGER NOT NULL CHECK (seq > 0),
  round_no INTEGER PRIMARY KEY REFERENCES round_closings (round_no),
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  digest TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT, WITHOUT ROWID;
CREATE TABLE extensions (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  finding_id INTEGER NOT NULL REFERENCES findings (id),
  "new_due_on" TEXT NOT NULL CHECK ("new_due_on" IS date("new_due_on")),
  "granted_on" TEXT NOT NULL CHECK ("granted_on" IS date("granted_on")),
  "granted_by" TEXT NOT NULL CHECK ("granted_by" <> ''),
  reason TEXT
) STRICT;
CREATE TABLE figure_stations (
  seq INTEGER NOT NULL CHECK (seq > 0),
  round_no INTEGER PRIMARY KEY REFERENCES round_figures (round_no),
  station TEXT NOT NULL CHECK (station = 'lead')
) STRICT, WITHOUT ROWID;
CREATE TABLE finding_figures (
  seq INTEGER NOT NULL CHECK (seq > 0),
  round_no INTEGER NOT NULL REFERENCES round_figures (round_no),
  grouping TEXT NOT NULL CHECK (grouping IN ('source', 'area', 'station')),
  name TEXT NOT NULL,
  findings INTEGER NOT NULL CHECK (findings >= 0),
  in_time INTEGER NOT NULL CHECK (in_time >= 0),
  late INTEGER NOT NULL CHECK (late >= 0),
  waiting INTEGER NOT NULL CHECK (waiting >= 0),
  objected INTEGER NOT NULL CHECK (objected >= 0),
  extended INTEGER NOT NULL CHECK (extended >= 0),
  not_rectified INTEGER NOT NULL CHECK (not_rectified >= 0),
  overdue INTEGER NOT NULL CHECK (overdue >= 0),
  CHECK (findings = in_time + late + waiting + objected + extended + not_rectified),
  CHECK (overdue <= not_rectified),
  PRIMARY KEY (round_no, grouping, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE finding_now (
  finding_id INTEGER PRIMARY KEY REFERENCES findings (id),
  finding_no TEXT NOT NULL UNIQUE,
  "status" TEXT NOT NULL CHECK ("status" IN ('registered', 'dispatched', 'reported', 'returned', 'objected', 'rectified', 'withdrawn')),
  settled_on TEXT,
  settled_seq INTEGER,
  CHECK ((settled_on IS NULL) = (settled_seq IS NULL))
) STRICT;
CREATE TABLE finding_responsible (
  seq INTEGER NOT NULL CHECK (seq > 0),
  finding_id INTEGER NOT NULL REFERENCES findings (id),
  place INTEGER NOT NULL,
  cadre_id INTEGER NOT NULL REFERENCES cadres (id),
  "role" TEXT NOT NULL CHECK ("role" IN ('lead', 'assist', 'leader')),
  PRIMARY KEY (finding_id, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE findings (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  "finding_no" TEXT NOT NULL CHECK ("finding_no" <> ''),
  "source" TEXT NOT NULL CHECK ("source" <> ''),
  clause TEXT,
  area TEXT,
  village TEXT,
  station TEXT,
  "description" TEXT NOT NULL CHECK ("description" <> ''),
  severity INTEGER NOT NULL CHECK (severity IN (1, 2, 3)),
  reason TEXT,
  "action" TEXT,
  standard TEXT,
  "found_on" TEXT NOT NULL CHECK ("found_on" IS date("found_on")),
  "due_on" TEXT CHECK ("due_on" IS NULL OR "due_on" IS date("due_on")),
  due_reckoned TEXT,
  resp_unit TEXT,
  recurs_id INTEGER REFERENCES findings (id) DEFERRABLE INITIALLY DEFERRED,
  remark TEXT,
  CHECK (due_on IS NULL OR due_on >= found_on),
  CHECK (recurs_id IS NULL OR recurs_id <> id)
) STRICT;
CREATE TABLE followups (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  cadre_id INTEGER NOT NULL REFERENCES cadres (id),
  round_no INTEGER NOT NULL CHECK (round_no > 0),
  "on" TEXT NOT NULL CHECK ("on" IS date("on")),
  "by" TEXT NOT NULL CHECK ("by" <> ''),
  "result" TEXT NOT NULL CHECK ("result" IN ('improved', 'not_improved')),
  note TEXT
) STRICT;
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  "actor" TEXT NOT NULL CHECK ("actor" <> ''),
  "command" TEXT NOT NULL CHECK ("command" <> ''),
  idempotency_key TEXT UNIQUE,
  "request" TEXT NOT NULL CHECK (length("request") = 64),
  did TEXT NOT NULL CHECK (json_valid(did)),
  "rows_digest" TEXT NOT NULL CHECK (length("rows_digest") = 64),
  "previous_hash" TEXT NOT NULL CHECK (length("previous_hash") = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;
CREATE TABLE looks (
  kind TEXT NOT NULL CHECK (kind IN ('cadre', 'finding', 'task', 'order', 'source', 'area', 'station', 'village')),
  look TEXT NOT NULL,
  spelling TEXT NOT NULL CHECK (spelling <> ''),
  PRIMARY KEY (kind, look, spelling)
) STRICT, WITHOUT ROWID;
CREATE TABLE main_problems (
  seq INTEGER NOT NULL CHECK (seq > 0),
  round_no INTEGER NOT NULL REFERENCES round_figures (round_no),
  area TEXT NOT NULL,
  place INTEGER NOT NULL CHECK (place > 0),
  description TEXT NOT NULL,
  PRIMARY KEY (round_no, area, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE milestones (
  seq INTEGER NOT NULL CHECK (seq > 0),
  plan_id INTEGER NOT NULL REFERENCES task_plans (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on")),
  amount INTEGER NOT NULL CHECK (amount > 0),
  PRIMARY KEY (plan_id, "on")
) STRICT, WITHOUT ROWID;
CREATE TABLE notice_imprints (
  seq INTEGER NOT NULL CHECK (seq > 0),
  issue_id INTEGER PRIMARY KEY REFERENCES notice_issues (id),
  copied_to TEXT NOT NULL,
  printed_by TEXT NOT NULL,
  CHECK (copied_to <> '' OR printed_by <> '')
) STRICT, WITHOUT ROWID;
CREATE TABLE notice_issues (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  round_no INTEGER NOT NULL CHECK (round_no > 0),
  "scope" TEXT NOT NULL CHECK ("scope" IN ('leader', 'internal', 'public')),
  "format" TEXT NOT NULL CHECK ("format" IN ('md', 'docx', 'html')),
  "lang" TEXT NOT NULL CHECK ("lang" IN ('zh', 'en')),
  "notice_no" TEXT NOT NULL CHECK ("notice_no" <> ''),
  "issued_on" TEXT NOT NULL CHECK ("issued_on" IS date("issued_on")),
  sent_to TEXT NOT NULL,
  signed TEXT NOT NULL,
  copies TEXT NOT NULL,
  contact TEXT NOT NULL,
  phone TEXT NOT NULL,
  talker TEXT NOT NULL,
  objection_days TEXT NOT NULL,
  objection_office TEXT NOT NULL,
  facts_seq INTEGER NOT NULL CHECK (facts_seq < seq),
  "sha256" TEXT NOT NULL CHECK (length("sha256") = 64)
) STRICT;
CREATE TABLE objections (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  finding_id INTEGER NOT NULL REFERENCES findings (id),
  cadre_id INTEGER NOT NULL REFERENCES cadres (id),
  "raised_on" TEXT NOT NULL CHECK ("raised_on" IS date("raised_on")),
  "ground" TEXT NOT NULL CHECK ("ground" IN ('facts', 'not_mine', 'deadline', 'other')),
  "reason" TEXT NOT NULL CHECK ("reason" <> ''),
  note TEXT
) STRICT;
CREATE TABLE order_now (order_id INTEGER PRIMARY KEY REFERENCES dispatch_orders (id), order_no TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE persons_meant (
  seq INTEGER NOT NULL CHECK (seq > 0),
  nth INTEGER NOT NULL CHECK (nth > 0),
  fact TEXT NOT NULL CHECK (fact <> ''),
  fact_id INTEGER NOT NULL CHECK (fact_id > 0),
  "column" TEXT NOT NULL CHECK ("column" <> ''),
  place INTEGER NOT NULL CHECK (place >= 0),
  cadre_id INTEGER REFERENCES cadres (id),
  outsider TEXT CHECK (outsider <> ''),
  PRIMARY KEY (seq, nth),
  CHECK ((cadre_id IS NULL) <> (outsider IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE policies (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "version" TEXT NOT NULL CHECK ("version" <> ''),
  "sha256" TEXT NOT NULL CHECK (length("sha256") = 64),
  "text" TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  UNIQUE (name, version)
) STRICT;
CREATE TABLE policy_adoptions (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  policy_id INTEGER NOT NULL REFERENCES policies (id)
) STRICT;
CREATE TABLE progress (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  task_id INTEGER NOT NULL REFERENCES tasks (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on")),
  done INTEGER NOT NULL CHECK (done >= 0),
  accepted INTEGER CHECK (accepted IN (0, 1)),
  accepted_by TEXT,
  note TEXT
) STRICT;
CREATE TABLE reassignments (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  finding_id INTEGER REFERENCES findings (id),
  task_id INTEGER REFERENCES tasks (id),
  from_id INTEGER NOT NULL REFERENCES cadres (id),
  to_id INTEGER NOT NULL REFERENCES cadres (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on")),
  "by" TEXT NOT NULL CHECK ("by" <> ''),
  "new_due_on" TEXT CHECK ("new_due_on" IS NULL OR "new_due_on" IS date("new_due_on")),
  reason TEXT,
  CHECK ((finding_id IS NULL) <> (task_id IS NULL))
) STRICT;
CREATE TABLE recheck_draws (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  from_on TEXT NOT NULL CHECK (from_on <> ''),
  to_on TEXT NOT NULL CHECK (to_on >= from_on),
  share INTEGER NOT NULL CHECK (share BETWEEN 1 AND 10000),
  grouping TEXT NOT NULL CHECK (grouping IN ('station', 'source', 'area')),
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  "by" TEXT NOT NULL CHECK ("by" <> '')
) STRICT;
CREATE TABLE recheck_members (
  seq INTEGER NOT NULL CHECK (seq > 0),
  draw_id INTEGER NOT NULL REFERENCES recheck_draws (id),
  place INTEGER NOT NULL CHECK (place >= 0),
  finding_id INTEGER NOT NULL REFERENCES findings (id),
  "group" TEXT NOT NULL,
  ticket TEXT NOT NULL CHECK (length(ticket) = 64),
  PRIMARY KEY (draw_id, place),
  UNIQUE (draw_id, finding_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE rechecks (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  finding_id INTEGER NOT NULL REFERENCES findings (id),
  rechecked_on TEXT NOT NULL CHECK (rechecked_on <> ''),
  rechecked_by TEXT NOT NULL CHECK (rechecked_by <> ''),
  recheck_result TEXT NOT NULL CHECK (recheck_result IN ('holds', 'rebound')),
  new_id INTEGER REFERENCES findings (id),
  note TEXT,
  CHECK ((recheck_result = 'rebound') = (new_id IS NOT NULL)),
  CHECK (new_id <> finding_id)
) STRICT;
CREATE TABLE recorded_again (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  fact TEXT NOT NULL CHECK (fact <> ''),
  fact_id INTEGER NOT NULL CHECK (fact_id > 0),
  reversed_id INTEGER NOT NULL CHECK (reversed_id > 0),
  UNIQUE (fact, fact_id),
  CHECK (fact_id <> reversed_id)
) STRICT;
CREATE TABLE reports (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  finding_id INTEGER NOT NULL REFERENCES findings (id),
  "reported_on" TEXT NOT NULL CHECK ("reported_on" IS date("reported_on")),
  reported_by TEXT,
  "progress" TEXT NOT NULL CHECK ("progress" IN ('not_done', 'partly', 'done')),
  evidence TEXT,
  note TEXT
) STRICT;
CREATE TABLE retractions (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  objection_id INTEGER NOT NULL REFERENCES objections (id),
  "retracted_on" TEXT NOT NULL CHECK ("retracted_on" IS date("retracted_on")),
  "by" TEXT NOT NULL CHECK ("by" <> ''),
  note TEXT
) STRICT;
CREATE TABLE reversals (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  "fact" TEXT NOT NULL CHECK ("fact" <> ''),
  fact_id INTEGER NOT NULL,
  "reason" TEXT NOT NULL CHECK ("reason" <> ''),
  UNIQUE (fact, fact_id)
) STRICT;
CREATE TABLE roster_events (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  cadre_id INTEGER NOT NULL REFERENCES cadres (id),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('leave', 'return')),
  "on" TEXT NOT NULL CHECK ("on" IS date("on")),
  "by" TEXT,
  note TEXT
) STRICT;
CREATE TABLE round_cancellations (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  round_id INTEGER NOT NULL UNIQUE REFERENCES rounds (id),
  reason TEXT
) STRICT;
CREATE TABLE round_closings (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  round_id INTEGER NOT NULL UNIQUE REFERENCES rounds (id),
  round_no INTEGER NOT NULL UNIQUE,
  "approved_by" TEXT NOT NULL CHECK ("approved_by" <> ''),
  meeting TEXT,
  engine INTEGER NOT NULL,
  facts_seq INTEGER NOT NULL,
  "digest" TEXT NOT NULL CHECK (length("digest") = 64)
) STRICT;
CREATE TABLE round_figures (
  seq INTEGER NOT NULL CHECK (seq > 0),
  round_no INTEGER PRIMARY KEY REFERENCES round_closings (round_no),
  cadres INTEGER NOT NULL CHECK (cadres >= 0),
  without_deadline INTEGER NOT NULL CHECK (without_deadline >= 0),
  added INTEGER NOT NULL CHECK (added >= 0),
  rectified_since INTEGER NOT NULL CHECK (rectified_since >= 0),
  checks INTEGER NOT NULL CHECK (checks >= 0),
  checks_timed INTEGER NOT NULL CHECK (checks_timed >= 0),
  check_days INTEGER NOT NULL CHECK (check_days >= 0),
  findings INTEGER NOT NULL CHECK (findings >= 0),
  in_time INTEGER NOT NULL CHECK (in_time >= 0),
  late INTEGER NOT NULL CHECK (late >= 0),
  waiting INTEGER NOT NULL CHECK (waiting >= 0),
  objected INTEGER NOT NULL CHECK (objected >= 0),
  extended INTEGER NOT NULL CHECK (extended >= 0),
  not_rectified INTEGER NOT NULL CHECK (not_rectified >= 0),
  overdue INTEGER NOT NULL CHECK (overdue >= 0),
  CHECK (findings = in_time + late + waiting + objected + extended + not_rectified),
  CHECK (overdue <= not_rectified),
  CHECK (checks_timed <= checks)
) STRICT, WITHOUT ROWID;
CREATE TABLE rounds (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  round_no INTEGER NOT NULL CHECK (round_no > 0),
  "cutoff" TEXT NOT NULL CHECK ("cutoff" IS date("cutoff")),
  policy_id INTEGER NOT NULL REFERENCES policies (id)
) STRICT;
CREATE TABLE rulings (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  objection_id INTEGER NOT NULL REFERENCES objections (id),
  "ruled_on" TEXT NOT NULL CHECK ("ruled_on" IS date("ruled_on")),
  "ruling" TEXT NOT NULL CHECK ("ruling" IN ('upheld', 'released', 'dismissed')),
  "ruled_by" TEXT NOT NULL CHECK ("ruled_by" <> ''),
  note TEXT
) STRICT;
CREATE TABLE seals (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  "by" TEXT NOT NULL CHECK ("by" <> ''),
  reason TEXT
) STRICT;
CREATE TABLE services (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  cadre_id INTEGER NOT NULL REFERENCES cadres (id),
  round_no INTEGER NOT NULL CHECK (round_no > 0),
  "served_on" TEXT NOT NULL CHECK ("served_on" IS date("served_on")),
  "served_by" TEXT NOT NULL CHECK ("served_by" <> ''),
  "receipt" TEXT NOT NULL CHECK ("receipt" IN ('signed', 'refused', 'left')),
  note TEXT
) STRICT;
CREATE TABLE settings (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  "key" TEXT NOT NULL CHECK ("key" <> ''),
  "value" TEXT NOT NULL
) STRICT;
CREATE TABLE standing_additions (
  seq INTEGER NOT NULL CHECK (seq > 0),
  round_no INTEGER NOT NULL,
  place INTEGER NOT NULL,
  raised_by TEXT NOT NULL CHECK (raised_by IN ('', 'entries', 'rounds', 'entries;rounds')),
  late_pending INTEGER NOT NULL CHECK (late_pending >= 0),
  CHECK (raised_by <> '' OR late_pending > 0),
  PRIMARY KEY (round_no, place),
  FOREIGN KEY (round_no, place) REFERENCES standings (round_no, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE standings (
  seq INTEGER NOT NULL CHECK (seq > 0),
  round_no INTEGER NOT NULL,
  place INTEGER NOT NULL,
  cadre_id INTEGER NOT NULL REFERENCES cadres (id),
  cadre_no TEXT NOT NULL,
  name TEXT NOT NULL,
  "rank" TEXT NOT NULL CHECK ("rank" IN ('section', 'subsection', 'staff', 'other')),
  unit TEXT NOT NULL,
  station TEXT NOT NULL,
  counted INTEGER NOT NULL CHECK (counted >= 0),
  pending INTEGER NOT NULL CHECK (pending >= 0),
  overdue INTEGER NOT NULL CHECK (overdue >= 0),
  behind_tasks INTEGER NOT NULL CHECK (behind_tasks >= 0),
  absences INTEGER NOT NULL CHECK (absences >= 0),
  points INTEGER NOT NULL CHECK (points >= 0),
  "measure" TEXT NOT NULL CHECK ("measure" IN ('none', 'self_criticism', 'reminder_talk', 'admonition_talk')),
  "step" TEXT NOT NULL CHECK ("step" IN ('', 'new', 'raised', 'continued', 'lowered', 'cleared')),
  "was_in" INTEGER NOT NULL CHECK ("was_in" IN (0, 1)),
  "now_in" INTEGER NOT NULL CHECK ("now_in" IN (0, 1)),
  "in_by" TEXT NOT NULL CHECK ("in_by" IN ('', 'tier', 'kept', 'decision')),
  "movement" TEXT NOT NULL CHECK ("movement" IN ('enter', 'stay', 'exit', 'outside', 'departed')),
  rounds_in INTEGER NOT NULL CHECK (rounds_in >= 0),
  "commended" INTEGER NOT NULL CHECK ("commended" IN (0, 1)),
  "proposed_measure" TEXT NOT NULL CHECK ("proposed_measure" IN ('none', 'self_criticism', 'reminder_talk', 'admonition_talk')),
  "proposed_now_in" INTEGER NOT NULL CHECK ("proposed_now_in" IN (0, 1)),
  "proposed_commended" INTEGER NOT NULL CHECK ("proposed_commended" IN (0, 1)),
  decided_by TEXT NOT NULL,
  decision_reason TEXT NOT NULL,
  CHECK (now_in = (movement IN ('enter', 'stay'))),
  PRIMARY KEY (round_no, place),
  UNIQUE (cadre_id, round_no)
) STRICT, WITHOUT ROWID;
CREATE TABLE statements (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  cadre_id INTEGER NOT NULL REFERENCES cadres (id),
  round_no INTEGER NOT NULL,
  "made_on" TEXT NOT NULL CHECK ("made_on" IS date("made_on")),
  "text" TEXT,
  "waived" INTEGER NOT NULL CHECK ("waived" IN (0, 1))
) STRICT;
CREATE TABLE talk_receipts (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  talk_id INTEGER NOT NULL REFERENCES talks (id),
  "receipt" TEXT NOT NULL CHECK ("receipt" IN ('signed', 'refused', 'left'))
) STRICT;
CREATE TABLE talks (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  cadre_id INTEGER NOT NULL REFERENCES cadres (id),
  round_no INTEGER NOT NULL,
  "talked_on" TEXT NOT NULL CHECK ("talked_on" IS date("talked_on")),
  "talker" TEXT NOT NULL CHECK ("talker" <> ''),
  recorder TEXT,
  note TEXT
) STRICT;
CREATE TABLE task_cancellations (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  task_id INTEGER NOT NULL REFERENCES tasks (id),
  "cancelled_on" TEXT NOT NULL CHECK ("cancelled_on" IS date("cancelled_on")),
  "by" TEXT NOT NULL CHECK ("by" <> ''),
  reason TEXT
) STRICT;
CREATE TABLE task_now (task_id INTEGER PRIMARY KEY REFERENCES tasks (id), task_no TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE task_plans (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  task_id INTEGER NOT NULL REFERENCES tasks (id),
  reason TEXT
) STRICT;
CREATE TABLE task_responsible (
  seq INTEGER NOT NULL CHECK (seq > 0),
  task_id INTEGER NOT NULL REFERENCES tasks (id),
  place INTEGER NOT NULL,
  cadre_id INTEGER NOT NULL REFERENCES cadres (id),
  "role" TEXT NOT NULL CHECK ("role" IN ('lead', 'assist', 'leader')),
  PRIMARY KEY (task_id, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE tasks (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  "task_no" TEXT NOT NULL CHECK ("task_no" <> ''),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  area TEXT,
  target INTEGER NOT NULL CHECK (target > 0),
  quantity_unit TEXT,
  "start_on" TEXT NOT NULL CHECK ("start_on" IS date("start_on")),
  "due_on" TEXT NOT NULL CHECK ("due_on" IS date("due_on")),
  CHECK (start_on <= due_on)
) STRICT;
CREATE TABLE unit_words (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  finding_id INTEGER NOT NULL REFERENCES findings (id),
  words TEXT CHECK (words <> '')
) STRICT;
CREATE INDEX amendments_record ON amendments (record, record_id);
CREATE INDEX appeal_rulings_appeal ON appeal_rulings (appeal_id);
CREATE INDEX appeals_cadre ON appeals (cadre_id);
CREATE INDEX appeals_round ON appeals (round_no, cadre_id);
CREATE INDEX attendance_cadre ON attendance (cadre_id, "on");
CREATE INDEX attendance_on ON attendance ("on", site, session, cadre_id);
CREATE INDEX attendance_seq ON attendance (seq);
CREATE INDEX calendar_years_year ON calendar_years (year);
CREATE INDEX checks_finding ON checks (finding_id);
CREATE INDEX corrections_round ON corrections (round_no, cadre_id);
CREATE INDEX decisions_round ON decisions (round_id, cadre_id);
CREATE INDEX dispatch_items_finding ON dispatch_items (finding_id) WHERE finding_id IS NOT NULL;
CREATE INDEX dispatch_items_task ON dispatch_items (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX dispatch_receipts_order ON dispatch_receipts (order_id);
CREATE INDEX extensions_finding ON extensions (finding_id);
CREATE INDEX finding_now_settled ON finding_now (settled_on);
CREATE INDEX finding_now_settled_seq ON finding_now (settled_seq) WHERE settled_seq IS NOT NULL;
CREATE UNIQUE INDEX finding_responsible_cadre ON finding_responsible (cadre_id, finding_id);
CREATE INDEX findings_recurs ON findings (recurs_id) WHERE recurs_id IS NOT NULL;
CREATE INDEX followups_cadre ON followups (cadre_id);
CREATE INDEX followups_round ON followups (round_no, cadre_id);
CREATE INDEX notice_issues_round ON notice_issues (round_no, scope);
CREATE INDEX objections_cadre ON objections (cadre_id);
CREATE INDEX objections_finding ON objections (finding_id);
CREATE INDEX persons_meant_cadre ON persons_meant (cadre_id) WHERE cadre_id IS NOT NULL;
CREATE UNIQUE INDEX persons_meant_fact ON persons_meant (fact_id, fact, "column", place);
CREATE INDEX progress_task ON progress (task_id);
CREATE INDEX reassignments_finding ON reassignments (finding_id) WHERE finding_id IS NOT NULL;
CREATE INDEX reassignments_from ON reassignments (from_id);
CREATE INDEX reassignments_task ON reassignments (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX reassignments_to ON reassignments (to_id);
CREATE INDEX recheck_members_finding ON recheck_members (finding_id);
CREATE INDEX rechecks_finding ON rechecks (finding_id);
CREATE INDEX rechecks_new ON rechecks (new_id) WHERE new_id IS NOT NULL;
CREATE INDEX reports_finding ON reports (finding_id);
CREATE INDEX retractions_objection ON retractions (objection_id);
CREATE INDEX roster_events_cadre ON roster_events (cadre_id);
CREATE INDEX rounds_round_no ON rounds (round_no);
CREATE INDEX rulings_objection ON rulings (objection_id);
CREATE INDEX services_cadre ON services (cadre_id);
CREATE INDEX services_round ON services (round_no, cadre_id);
CREATE INDEX standings_measured ON standings (round_no, place) WHERE measure <> 'none';
CREATE INDEX statements_cadre ON statements (cadre_id);
CREATE INDEX statements_round ON statements (round_no, cadre_id);
CREATE INDEX talk_receipts_talk ON talk_receipts (talk_id);
CREATE INDEX talks_cadre ON talks (cadre_id);
CREATE INDEX talks_round ON talks (round_no, cadre_id);
CREATE INDEX task_cancellations_task ON task_cancellations (task_id);
CREATE INDEX task_plans_task ON task_plans (task_id);
CREATE UNIQUE INDEX task_responsible_cadre ON task_responsible (cadre_id, task_id);
CREATE INDEX unit_words_finding ON unit_words (finding_id);
CREATE TRIGGER amendments_next_entry BEFORE INSERT ON amendments
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'amendments: rows belong to the next journal entry'); END;
CREATE TRIGGER amendments_no_delete BEFORE DELETE ON amendments
BEGIN SELECT RAISE(ABORT, 'amendments: rows are never deleted'); END;
CREATE TRIGGER amendments_no_update BEFORE UPDATE ON amendments
BEGIN SELECT RAISE(ABORT, 'amendments: rows are never changed'); END;
CREATE TRIGGER answers_next_entry BEFORE INSERT ON answers
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'answers: rows belong to the next journal entry'); END;
CREATE TRIGGER answers_no_delete BEFORE DELETE ON answers
BEGIN SELECT RAISE(ABORT, 'answers: rows are never deleted'); END;
CREATE TRIGGER answers_no_update BEFORE UPDATE ON answers
BEGIN SELECT RAISE(ABORT, 'answers: rows are never changed'); END;
CREATE TRIGGER appeal_rulings_next_entry BEFORE INSERT ON appeal_rulings
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'appeal_rulings: rows belong to the next journal entry'); END;
CREATE TRIGGER appeal_rulings_no_delete BEFORE DELETE ON appeal_rulings
BEGIN SELECT RAISE(ABORT, 'appeal_rulings: rows are never deleted'); END;
CREATE TRIGGER appeal_rulings_no_update BEFORE UPDATE ON appeal_rulings
BEGIN SELECT RAISE(ABORT, 'appeal_rulings: rows are never changed'); END;
CREATE TRIGGER appeals_next_entry BEFORE INSERT ON appeals
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'appeals: rows belong to the next journal entry'); END;
CREATE TRIGGER appeals_no_delete BEFORE DELETE ON appeals
BEGIN SELECT RAISE(ABORT, 'appeals: rows are never deleted'); END;
CREATE TRIGGER appeals_no_update BEFORE UPDATE ON appeals
BEGIN SELECT RAISE(ABORT, 'appeals: rows are never changed'); END;
CREATE TRIGGER attendance_next_entry BEFORE INSERT ON attendance
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'attendance: rows belong to the next journal entry'); END;
CREATE TRIGGER attendance_no_delete BEFORE DELETE ON attendance
BEGIN SELECT RAISE(ABORT, 'attendance: rows are never deleted'); END;
CREATE TRIGGER attendance_no_update BEFORE UPDATE ON attendance
BEGIN SELECT RAISE(ABORT, 'attendance: rows are never changed'); END;
CREATE TRIGGER batch_counts_next_entry BEFORE INSERT ON batch_counts
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'batch_counts: rows belong to the next journal entry'); END;
CREATE TRIGGER batch_counts_no_delete BEFORE DELETE ON batch_counts
BEGIN SELECT RAISE(ABORT, 'batch_counts: rows are never deleted'); END;
CREATE TRIGGER batch_counts_no_update BEFORE UPDATE ON batch_counts
BEGIN SELECT RAISE(ABORT, 'batch_counts: rows are never changed'); END;
CREATE TRIGGER batch_notes_next_entry BEFORE INSERT ON batch_notes
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'batch_notes: rows belong to the next journal entry'); END;
CREATE TRIGGER batch_notes_no_delete BEFORE DELETE ON batch_notes
BEGIN SELECT RAISE(ABORT, 'batch_notes: rows are never deleted'); END;
CREATE TRIGGER batch_notes_no_update BEFORE UPDATE ON batch_notes
BEGIN SELECT RAISE(ABORT, 'batch_notes: rows are never changed'); END;
CREATE TRIGGER batch_rows_next_entry BEFORE INSERT ON batch_rows
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'batch_rows: rows belong to the next journal entry'); END;
CREATE TRIGGER batch_rows_no_delete BEFORE DELETE ON batch_rows
BEGIN SELECT RAISE(ABORT, 'batch_rows: rows are never deleted'); END;
CREATE TRIGGER batch_rows_no_update BEFORE UPDATE ON batch_rows
BEGIN SELECT RAISE(ABORT, 'batch_rows: rows are never changed'); END;
CREATE TRIGGER batch_sheets_next_entry BEFORE INSERT ON batch_sheets
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'batch_sheets: rows belong to the next journal entry'); END;
CREATE TRIGGER batch_sheets_no_delete BEFORE DELETE ON batch_sheets
BEGIN SELECT RAISE(ABORT, 'batch_sheets: rows are never deleted'); END;
CREATE TRIGGER batch_sheets_no_update BEFORE UPDATE ON batch_sheets
BEGIN SELECT RAISE(ABORT, 'batch_sheets: rows are never changed'); END;
CREATE TRIGGER batches_next_entry BEFORE INSERT ON batches
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'batches: rows belong to the next journal entry'); END;
CREATE TRIGGER batches_no_delete BEFORE DELETE ON batches
BEGIN SELECT RAISE(ABORT, 'batches: rows are never deleted'); END;
CREATE TRIGGER batches_no_update BEFORE UPDATE ON batches
BEGIN SELECT RAISE(ABORT, 'batches: rows are never changed'); END;
CREATE TRIGGER cadre_now_delete_with_entry BEFORE DELETE ON cadre_now
WHEN NOT EXISTS (SELECT 1 FROM deriving)
BEGIN SELECT RAISE(ABORT, 'cadre_now: rows change with a journal entry only'); END;
CREATE TRIGGER cadre_now_insert_with_entry BEFORE INSERT ON cadre_now
WHEN NOT EXISTS (SELECT 1 FROM deriving)
BEGIN SELECT RAISE(ABORT, 'cadre_now: rows change with a journal entry only'); END;
CREATE TRIGGER cadre_now_update_with_entry BEFORE UPDATE ON cadre_now
WHEN NOT EXISTS (SELECT 1 FROM deriving)
BEGIN SELECT RAISE(ABORT, 'cadre_now: rows change with a journal entry only'); END;
CREATE TRIGGER cadres_next_entry BEFORE INSERT ON cadres
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'cadres: rows belong to the next journal entry'); END;
CREATE TRIGGER cadres_no_delete BEFORE DELETE ON cadres
BEGIN SELECT RAISE(ABORT, 'cadres: rows are never deleted'); END;
CREATE TRIGGER cadres_no_update BEFORE UPDATE ON cadres
BEGIN SELECT RAISE(ABORT, 'cadres: rows are never changed'); END;
CREATE TRIGGER calendar_days_next_entry BEFORE INSERT ON calendar_days
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'calendar_days: rows belong to the next journal entry'); END;
CREATE TRIGGER calendar_days_no_delete BEFORE DELETE ON calendar_days
BEGIN SELECT RAISE(ABORT, 'calendar_days: rows are never deleted'); END;
CREATE TRIGGER calendar_days_no_update BEFORE UPDATE ON calendar_days
BEGIN SELECT RAISE(ABORT, 'calendar_days: rows are never changed'); END;
CREATE TRIGGER calendar_years_next_entry BEFORE INSERT ON calendar_years
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'calendar_years: rows belong to the next journal entry'); END;
CREATE TRIGGER calendar_years_no_delete BEFORE DELETE ON calendar_years
BEGIN SELECT RAISE(ABORT, 'calendar_years: rows are never deleted'); END;
CREATE TRIGGER calendar_years_no_update BEFORE UPDATE ON calendar_years
BEGIN SELECT RAISE(ABORT, 'calendar_years: rows are never changed'); END;
CREATE TRIGGER carried_facts_next_entry BEFORE INSERT ON carried_facts
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'carried_facts: rows belong to the next journal entry'); END;
CREATE TRIGGER carried_facts_no_delete BEFORE DELETE ON carried_facts
BEGIN SELECT RAISE(ABORT, 'carried_facts: rows are never deleted'); END;
CREATE TRIGGER carried_facts_no_update BEFORE UPDATE ON carried_facts
BEGIN SELECT RAISE(ABORT, 'carried_facts: rows are never changed'); END;
CREATE TRIGGER carried_holds_next_entry BEFORE INSERT ON carried_holds
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'carried_holds: rows belong to the next journal entry'); END;
CREATE TRIGGER carried_holds_no_delete BEFORE DELETE ON carried_holds
BEGIN SELECT RAISE(ABORT, 'carried_holds: rows are never deleted'); END;
CREATE TRIGGER carried_holds_no_update BEFORE UPDATE ON carried_holds
BEGIN SELECT RAISE(ABORT, 'carried_holds: rows are never changed'); END;
CREATE TRIGGER carried_lines_next_entry BEFORE INSERT ON carried_lines
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'carried_lines: rows belong to the next journal entry'); END;
CREATE TRIGGER carried_lines_no_delete BEFORE DELETE ON carried_lines
BEGIN SELECT RAISE(ABORT, 'carried_lines: rows are never deleted'); END;
CREATE TRIGGER carried_lines_no_update BEFORE UPDATE ON carried_lines
BEGIN SELECT RAISE(ABORT, 'carried_lines: rows are never changed'); END;
CREATE TRIGGER carried_movements_next_entry BEFORE INSERT ON carried_movements
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'carried_movements: rows belong to the next journal entry'); END;
CREATE TRIGGER carried_movements_no_delete BEFORE DELETE ON carried_movements
BEGIN SELECT RAISE(ABORT, 'carried_movements: rows are never deleted'); END;
CREATE TRIGGER carried_movements_no_update BEFORE UPDATE ON carried_movements
BEGIN SELECT RAISE(ABORT, 'carried_movements: rows are never changed'); END;
CREATE TRIGGER carried_waits_next_entry BEFORE INSERT ON carried_waits
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'carried_waits: rows belong to the next journal entry'); END;
CREATE TRIGGER carried_waits_no_delete BEFORE DELETE ON carried_waits
BEGIN SELECT RAISE(ABORT, 'carried_waits: rows are never deleted'); END;
CREATE TRIGGER carried_waits_no_update BEFORE UPDATE ON carried_waits
BEGIN SELECT RAISE(ABORT, 'carried_waits: rows are never changed'); END;
CREATE TRIGGER carry_overs_next_entry BEFORE INSERT ON carry_overs
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'carry_overs: rows belong to the next journal entry'); END;
CREATE TRIGGER carry_overs_no_delete BEFORE DELETE ON carry_overs
BEGIN SELECT RAISE(ABORT, 'carry_overs: rows are never deleted'); END;
CREATE TRIGGER carry_overs_no_update BEFORE UPDATE ON carry_overs
BEGIN SELECT RAISE(ABORT, 'carry_overs: rows are never changed'); END;
CREATE TRIGGER checks_next_entry BEFORE INSERT ON checks
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'checks: rows belong to the next journal entry'); END;
CREATE TRIGGER checks_no_delete BEFORE DELETE ON checks
BEGIN SELECT RAISE(ABORT, 'checks: rows are never deleted'); END;
CREATE TRIGGER checks_no_update BEFORE UPDATE ON checks
BEGIN SELECT RAISE(ABORT, 'checks: rows are never changed'); END;
CREATE TRIGGER correction_additions_next_entry BEFORE INSERT ON correction_additions
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'correction_additions: rows belong to the next journal entry'); END;
CREATE TRIGGER correction_additions_no_delete BEFORE DELETE ON correction_additions
BEGIN SELECT RAISE(ABORT, 'correction_additions: rows are never deleted'); END;
CREATE TRIGGER correction_additions_no_update BEFORE UPDATE ON correction_additions
BEGIN SELECT RAISE(ABORT, 'correction_additions: rows are never changed'); END;
CREATE TRIGGER correction_bases_next_entry BEFORE INSERT ON correction_bases
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'correction_bases: rows belong to the next journal entry'); END;
CREATE TRIGGER correction_bases_no_delete BEFORE DELETE ON correction_bases
BEGIN SELECT RAISE(ABORT, 'correction_bases: rows are never deleted'); END;
CREATE TRIGGER correction_bases_no_update BEFORE UPDATE ON correction_bases
BEGIN SELECT RAISE(ABORT, 'correction_bases: rows are never changed'); END;
CREATE TRIGGER correction_facts_next_entry BEFORE INSERT ON correction_facts
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'correction_facts: rows belong to the next journal entry'); END;
CREATE TRIGGER correction_facts_no_delete BEFORE DELETE ON correction_facts
BEGIN SELECT RAISE(ABORT, 'correction_facts: rows are never deleted'); END;
CREATE TRIGGER correction_facts_no_update BEFORE UPDATE ON correction_facts
BEGIN SELECT RAISE(ABORT, 'correction_facts: rows are never changed'); END;
CREATE TRIGGER correction_measures_next_entry BEFORE INSERT ON correction_measures
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'correction_measures: rows belong to the next journal entry'); END;
CREATE TRIGGER correction_measures_no_delete BEFORE DELETE ON correction_measures
BEGIN SELECT RAISE(ABORT, 'correction_measures: rows are never deleted'); END;
CREATE TRIGGER correction_measures_no_update BEFORE UPDATE ON correction_measures
BEGIN SELECT RAISE(ABORT, 'correction_measures: rows are never changed'); END;
CREATE TRIGGER corrections_next_entry BEFORE INSERT ON corrections
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'corrections: rows belong to the next journal entry'); END;
CREATE TRIGGER corrections_no_delete BEFORE DELETE ON corrections
BEGIN SELECT RAISE(ABORT, 'corrections: rows are never deleted'); END;
CREATE TRIGGER corrections_no_update BEFORE UPDATE ON corrections
BEGIN SELECT RAISE(ABORT, 'corrections: rows are never changed'); END;
CREATE TRIGGER decisions_next_entry BEFORE INSERT ON decisions
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'decisions: rows belong to the next journal entry'); END;
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions: rows are never deleted'); END;
CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions: rows are never changed'); END;
CREATE TRIGGER deriving_next_entry BEFORE INSERT ON deriving
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'deriving: rows change with the next journal entry'); END;
CREATE TRIGGER dispatch_items_next_entry BEFORE INSERT ON dispatch_items
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'dispatch_items: rows belong to the next journal entry'); END;
CREATE TRIGGER dispatch_items_no_delete BEFORE DELETE ON dispatch_items
BEGIN SELECT RAISE(ABORT, 'dispatch_items: rows are never deleted'); END;
CREATE TRIGGER dispatch_items_no_update BEFORE UPDATE ON dispatch_items
BEGIN SELECT RAISE(ABORT, 'dispatch_items: rows are never changed'); END;
CREATE TRIGGER dispatch_orders_next_entry BEFORE INSERT ON dispatch_orders
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'dispatch_orders: rows belong to the next journal entry'); END;
CREATE TRIGGER dispatch_orders_no_delete BEFORE DELETE ON dispatch_orders
BEGIN SELECT RAISE(ABORT, 'dispatch_orders: rows are never deleted'); END;
CREATE TRIGGER dispatch_orders_no_update BEFORE UPDATE ON dispatch_orders
BEGIN SELECT RAISE(ABORT, 'dispatch_orders: rows are never changed'); END;
CREATE TRIGGER dispatch_receipts_next_entry BEFORE INSERT ON dispatch_receipts
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'dispatch_receipts: rows belong to the next journal entry'); END;
CREATE TRIGGER dispatch_receipts_no_delete BEFORE DELETE ON dispatch_receipts
BEGIN SELECT RAISE(ABORT, 'dispatch_receipts: rows are never deleted'); END;
CREATE TRIGGER dispatch_receipts_no_update BEFORE UPDATE ON dispatch_receipts
BEGIN SELECT RAISE(ABORT, 'dispatch_receipts: rows are never changed'); END;
CREATE TRIGGER draft_digests_next_entry BEFORE INSERT ON draft_digests
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'draft_digests: rows belong to the next journal entry'); END;
CREATE TRIGGER draft_digests_no_delete BEFORE DELETE ON draft_digests
BEGIN SELECT RAISE(ABORT, 'draft_digests: rows are never deleted'); END;
CREATE TRIGGER draft_digests_no_update BEFORE UPDATE ON draft_digests
BEGIN SELECT RAISE(ABORT, 'draft_digests: rows are never changed'); END;
CREATE TRIGGER extensions_next_entry BEFORE INSERT ON extensions
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'extensions: rows belong to the next journal entry'); END;
CREATE TRIGGER extensions_no_delete BEFORE DELETE ON extensions
BEGIN SELECT RAISE(ABORT, 'extensions: rows are never deleted'); END;
CREATE TRIGGER extensions_no_update BEFORE UPDATE ON extensions
BEGIN SELECT RAISE(ABORT, 'extensions: rows are never changed'); END;
CREATE TRIGGER figure_stations_next_entry BEFORE INSERT ON figure_stations
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'figure_stations: rows belong to the next journal entry'); END;
CREATE TRIGGER figure_stations_no_delete BEFORE DELETE ON figure_stations
BEGIN SELECT RAISE(ABORT, 'figure_stations: rows are never deleted'); END;
CREATE TRIGGER figure_stations_no_update BEFORE UPDATE ON figure_stations
BEGIN SELECT RAISE(ABORT, 'figure_stations: rows are never changed'); END;
CREATE TRIGGER finding_figures_next_entry BEFORE INSERT ON finding_figures
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'finding_figures: rows belong to the next journal entry'); END;
CREATE TRIGGER finding_figures_no_delete BEFORE DELETE ON finding_figures
BEGIN SELECT RAISE(ABORT, 'finding_figures: rows are never deleted'); END;
CREATE TRIGGER finding_figures_no_update BEFORE UPDATE ON finding_figures
BEGIN SELECT RAISE(ABORT, 'finding_figures: rows are never changed'); END;
CREATE TRIGGER finding_now_delete_with_entry BEFORE DELETE ON finding_now
WHEN NOT EXISTS (SELECT 1 FROM deriving)
BEGIN SELECT RAISE(ABORT, 'finding_now: rows change with a journal entry only'); END;
CREATE TRIGGER finding_now_insert_with_entry BEFORE INSERT ON finding_now
WHEN NOT EXISTS (SELECT 1 FROM deriving)
BEGIN SELECT RAISE(ABORT, 'finding_now: rows change with a journal entry only'); END;
CREATE TRIGGER finding_now_update_with_entry BEFORE UPDATE ON finding_now
WHEN NOT EXISTS (SELECT 1 FROM deriving)
BEGIN SELECT RAISE(ABORT, 'finding_now: rows change with a journal entry only'); END;
CREATE TRIGGER finding_responsible_next_entry BEFORE INSERT ON finding_responsible
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'finding_responsible: rows belong to the next journal entry'); END;
CREATE TRIGGER finding_responsible_no_delete BEFORE DELETE ON finding_responsible
BEGIN SELECT RAISE(ABORT, 'finding_responsible: rows are never deleted'); END;
CREATE TRIGGER finding_responsible_no_update BEFORE UPDATE ON finding_responsible
BEGIN SELECT RAISE(ABORT, 'finding_responsible: rows are never changed'); END;
CREATE TRIGGER findings_next_entry BEFORE INSERT ON findings
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'findings: rows belong to the next journal entry'); END;
CREATE TRIGGER findings_no_delete BEFORE DELETE ON findings
BEGIN SELECT RAISE(ABORT, 'findings: rows are never deleted'); END;
CREATE TRIGGER findings_no_update BEFORE UPDATE ON findings
BEGIN SELECT RAISE(ABORT, 'findings: rows are never changed'); END;
CREATE TRIGGER followups_next_entry BEFORE INSERT ON followups
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'followups: rows belong to the next journal entry'); END;
CREATE TRIGGER followups_no_delete BEFORE DELETE ON followups
BEGIN SELECT RAISE(ABORT, 'followups: rows are never deleted'); END;
CREATE TRIGGER followups_no_update BEFORE UPDATE ON followups
BEGIN SELECT RAISE(ABORT, 'followups: rows are never changed'); END;
CREATE TRIGGER journal_ends_deriving AFTER INSERT ON journal
BEGIN DELETE FROM deriving; END;
CREATE TRIGGER journal_next_entry BEFORE INSERT ON journal
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'journal: rows belong to the next journal entry'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'journal: rows are never deleted'); END;
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'journal: rows are never changed'); END;
CREATE TRIGGER journal_sealed BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM seals WHERE seq < NEW.seq)
BEGIN SELECT RAISE(ABORT, 'journal: the ledger is sealed'); END;
CREATE TRIGGER looks_insert_with_entry BEFORE INSERT ON looks
WHEN NOT EXISTS (SELECT 1 FROM deriving)
BEGIN SELECT RAISE(ABORT, 'looks: rows change with a journal entry only'); END;
CREATE TRIGGER looks_no_delete BEFORE DELETE ON looks
BEGIN SELECT RAISE(ABORT, 'looks: rows are never deleted'); END;
CREATE TRIGGER looks_no_update BEFORE UPDATE ON looks
BEGIN SELECT RAISE(ABORT, 'looks: rows are never changed'); END;
CREATE TRIGGER main_problems_next_entry BEFORE INSERT ON main_problems
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'main_problems: rows belong to the next journal entry'); END;
CREATE TRIGGER main_problems_no_delete BEFORE DELETE ON main_problems
BEGIN SELECT RAISE(ABORT, 'main_problems: rows are never deleted'); END;
CREATE TRIGGER main_problems_no_update BEFORE UPDATE ON main_problems
BEGIN SELECT RAISE(ABORT, 'main_problems: rows are never changed'); END;
CREATE TRIGGER milestones_next_entry BEFORE INSERT ON milestones
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'milestones: rows belong to the next journal entry'); END;
CREATE TRIGGER milestones_no_delete BEFORE DELETE ON milestones
BEGIN SELECT RAISE(ABORT, 'milestones: rows are never deleted'); END;
CREATE TRIGGER milestones_no_update BEFORE UPDATE ON milestones
BEGIN SELECT RAISE(ABORT, 'milestones: rows are never changed'); END;
CREATE TRIGGER notice_imprints_next_entry BEFORE INSERT ON notice_imprints
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'notice_imprints: rows belong to the next journal entry'); END;
CREATE TRIGGER notice_imprints_no_delete BEFORE DELETE ON notice_imprints
BEGIN SELECT RAISE(ABORT, 'notice_imprints: rows are never deleted'); END;
CREATE TRIGGER notice_imprints_no_update BEFORE UPDATE ON notice_imprints
BEGIN SELECT RAISE(ABORT, 'notice_imprints: rows are never changed'); END;
CREATE TRIGGER notice_issues_next_entry BEFORE INSERT ON notice_issues
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'notice_issues: rows belong to the next journal entry'); END;
CREATE TRIGGER notice_issues_no_delete BEFORE DELETE ON notice_issues
BEGIN SELECT RAISE(ABORT, 'notice_issues: rows are never deleted'); END;
CREATE TRIGGER notice_issues_no_update BEFORE UPDATE ON notice_issues
BEGIN SELECT RAISE(ABORT, 'notice_issues: rows are never changed'); END;
CREATE TRIGGER objections_next_entry BEFORE INSERT ON objections
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'objections: rows belong to the next journal entry'); END;
CREATE TRIGGER objections_no_delete BEFORE DELETE ON objections
BEGIN SELECT RAISE(ABORT, 'objections: rows are never deleted'); END;
CREATE TRIGGER objections_no_update BEFORE UPDATE ON objections
BEGIN SELECT RAISE(ABORT, 'objections: rows are never changed'); END;
CREATE TRIGGER order_now_delete_with_entry BEFORE DELETE ON order_now
WHEN NOT EXISTS (SELECT 1 FROM deriving)
BEGIN SELECT RAISE(ABORT, 'order_now: rows change with a journal entry only'); END;
CREATE TRIGGER order_now_insert_with_entry BEFORE INSERT ON order_now
WHEN NOT EXISTS (SELECT 1 FROM deriving)
BEGIN SELECT RAISE(ABORT, 'order_now: rows change with a journal entry only'); END;
CREATE TRIGGER order_now_update_with_entry BEFORE UPDATE ON order_now
WHEN NOT EXISTS (SELECT 1 FROM deriving)
BEGIN SELECT RAISE(ABORT, 'order_now: rows change with a journal entry only'); END;
CREATE TRIGGER persons_meant_next_entry BEFORE INSERT ON persons_meant
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'persons_meant: rows belong to the next journal entry'); END;
CREATE TRIGGER persons_meant_no_delete BEFORE DELETE ON persons_meant
BEGIN SELECT RAISE(ABORT, 'persons_meant: rows are never deleted'); END;
CREATE TRIGGER persons_meant_no_update BEFORE UPDATE ON persons_meant
BEGIN SELECT RAISE(ABORT, 'persons_meant: rows are never changed'); END;
CREATE TRIGGER policies_next_entry BEFORE INSERT ON policies
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'policies: rows belong to the next journal entry'); END;
CREATE TRIGGER policies_no_delete BEFORE DELETE ON policies
BEGIN SELECT RAISE(ABORT, 'policies: rows are never deleted'); END;
CREATE TRIGGER policies_no_update BEFORE UPDATE ON policies
BEGIN SELECT RAISE(ABORT, 'policies: rows are never changed'); END;
CREATE TRIGGER policy_adoptions_next_entry BEFORE INSERT ON policy_adoptions
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'policy_adoptions: rows belong to the next journal entry'); END;
CREATE TRIGGER policy_adoptions_no_delete BEFORE DELETE ON policy_adoptions
BEGIN SELECT RAISE(ABORT, 'policy_adoptions: rows are never deleted'); END;
CREATE TRIGGER policy_adoptions_no_update BEFORE UPDATE ON policy_adoptions
BEGIN SELECT RAISE(ABORT, 'policy_adoptions: rows are never changed'); END;
CREATE TRIGGER progress_next_entry BEFORE INSERT ON progress
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'progress: rows belong to the next journal entry'); END;
CREATE TRIGGER progress_no_delete BEFORE DELETE ON progress
BEGIN SELECT RAISE(ABORT, 'progress: rows are never deleted'); END;
CREATE TRIGGER progress_no_update BEFORE UPDATE ON progress
BEGIN SELECT RAISE(ABORT, 'progress: rows are never changed'); END;
CREATE TRIGGER reassignments_next_entry BEFORE INSERT ON reassignments
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'reassignments: rows belong to the next journal entry'); END;
CREATE TRIGGER reassignments_no_delete BEFORE DELETE ON reassignments
BEGIN SELECT RAISE(ABORT, 'reassignments: rows are never deleted'); END;
CREATE TRIGGER reassignments_no_update BEFORE UPDATE ON reassignments
BEGIN SELECT RAISE(ABORT, 'reassignments: rows are never changed'); END;
CREATE TRIGGER recheck_draws_next_entry BEFORE INSERT ON recheck_draws
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'recheck_draws: rows belong to the next journal entry'); END;
CREATE TRIGGER recheck_draws_no_delete BEFORE DELETE ON recheck_draws
BEGIN SELECT RAISE(ABORT, 'recheck_draws: rows are never deleted'); END;
CREATE TRIGGER recheck_draws_no_update BEFORE UPDATE ON recheck_draws
BEGIN SELECT RAISE(ABORT, 'recheck_draws: rows are never changed'); END;
CREATE TRIGGER recheck_members_next_entry BEFORE INSERT ON recheck_members
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'recheck_members: rows belong to the next journal entry'); END;
CREATE TRIGGER recheck_members_no_delete BEFORE DELETE ON recheck_members
BEGIN SELECT RAISE(ABORT, 'recheck_members: rows are never deleted'); END;
CREATE TRIGGER recheck_members_no_update BEFORE UPDATE ON recheck_members
BEGIN SELECT RAISE(ABORT, 'recheck_members: rows are never changed'); END;
CREATE TRIGGER rechecks_next_entry BEFORE INSERT ON rechecks
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'rechecks: rows belong to the next journal entry'); END;
CREATE TRIGGER rechecks_no_delete BEFORE DELETE ON rechecks
BEGIN SELECT RAISE(ABORT, 'rechecks: rows are never deleted'); END;
CREATE TRIGGER rechecks_no_update BEFORE UPDATE ON rechecks
BEGIN SELECT RAISE(ABORT, 'rechecks: rows are never changed'); END;
CREATE TRIGGER recorded_again_next_entry BEFORE INSERT ON recorded_again
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'recorded_again: rows belong to the next journal entry'); END;
CREATE TRIGGER recorded_again_no_delete BEFORE DELETE ON recorded_again
BEGIN SELECT RAISE(ABORT, 'recorded_again: rows are never deleted'); END;
CREATE TRIGGER recorded_again_no_update BEFORE UPDATE ON recorded_again
BEGIN SELECT RAISE(ABORT, 'recorded_again: rows are never changed'); END;
CREATE TRIGGER reports_next_entry BEFORE INSERT ON reports
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'reports: rows belong to the next journal entry'); END;
CREATE TRIGGER reports_no_delete BEFORE DELETE ON reports
BEGIN SELECT RAISE(ABORT, 'reports: rows are never deleted'); END;
CREATE TRIGGER reports_no_update BEFORE UPDATE ON reports
BEGIN SELECT RAISE(ABORT, 'reports: rows are never changed'); END;
CREATE TRIGGER retractions_next_entry BEFORE INSERT ON retractions
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'retractions: rows belong to the next journal entry'); END;
CREATE TRIGGER retractions_no_delete BEFORE DELETE ON retractions
BEGIN SELECT RAISE(ABORT, 'retractions: rows are never deleted'); END;
CREATE TRIGGER retractions_no_update BEFORE UPDATE ON retractions
BEGIN SELECT RAISE(ABORT, 'retractions: rows are never changed'); END;
CREATE TRIGGER reversals_next_entry BEFORE INSERT ON reversals
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'reversals: rows belong to the next journal entry'); END;
CREATE TRIGGER reversals_no_delete BEFORE DELETE ON reversals
BEGIN SELECT RAISE(ABORT, 'reversals: rows are never deleted'); END;
CREATE TRIGGER reversals_no_update BEFORE UPDATE ON reversals
BEGIN SELECT RAISE(ABORT, 'reversals: rows are never changed'); END;
CREATE TRIGGER roster_events_next_entry BEFORE INSERT ON roster_events
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'roster_events: rows belong to the next journal entry'); END;
CREATE TRIGGER roster_events_no_delete BEFORE DELETE ON roster_events
BEGIN SELECT RAISE(ABORT, 'roster_events: rows are never deleted'); END;
CREATE TRIGGER roster_events_no_update BEFORE UPDATE ON roster_events
BEGIN SELECT RAISE(ABORT, 'roster_events: rows are never changed'); END;
CREATE TRIGGER round_cancellations_next_entry BEFORE INSERT ON round_cancellations
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'round_cancellations: rows belong to the next journal entry'); END;
CREATE TRIGGER round_cancellations_no_delete BEFORE DELETE ON round_cancellations
BEGIN SELECT RAISE(ABORT, 'round_cancellations: rows are never deleted'); END;
CREATE TRIGGER round_cancellations_no_update BEFORE UPDATE ON round_cancellations
BEGIN SELECT RAISE(ABORT, 'round_cancellations: rows are never changed'); END;
CREATE TRIGGER round_closings_next_entry BEFORE INSERT ON round_closings
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'round_closings: rows belong to the next journal entry'); END;
CREATE TRIGGER round_closings_no_delete BEFORE DELETE ON round_closings
BEGIN SELECT RAISE(ABORT, 'round_closings: rows are never deleted'); END;
CREATE TRIGGER round_closings_no_update BEFORE UPDATE ON round_closings
BEGIN SELECT RAISE(ABORT, 'round_closings: rows are never changed'); END;
CREATE TRIGGER round_figures_next_entry BEFORE INSERT ON round_figures
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'round_figures: rows belong to the next journal entry'); END;
CREATE TRIGGER round_figures_no_delete BEFORE DELETE ON round_figures
BEGIN SELECT RAISE(ABORT, 'round_figures: rows are never deleted'); END;
CREATE TRIGGER round_figures_no_update BEFORE UPDATE ON round_figures
BEGIN SELECT RAISE(ABORT, 'round_figures: rows are never changed'); END;
CREATE TRIGGER rounds_next_entry BEFORE INSERT ON rounds
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'rounds: rows belong to the next journal entry'); END;
CREATE TRIGGER rounds_no_delete BEFORE DELETE ON rounds
BEGIN SELECT RAISE(ABORT, 'rounds: rows are never deleted'); END;
CREATE TRIGGER rounds_no_update BEFORE UPDATE ON rounds
BEGIN SELECT RAISE(ABORT, 'rounds: rows are never changed'); END;
CREATE TRIGGER rulings_next_entry BEFORE INSERT ON rulings
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'rulings: rows belong to the next journal entry'); END;
CREATE TRIGGER rulings_no_delete BEFORE DELETE ON rulings
BEGIN SELECT RAISE(ABORT, 'rulings: rows are never deleted'); END;
CREATE TRIGGER rulings_no_update BEFORE UPDATE ON rulings
BEGIN SELECT RAISE(ABORT, 'rulings: rows are never changed'); END;
CREATE TRIGGER seals_next_entry BEFORE INSERT ON seals
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'seals: rows belong to the next journal entry'); END;
CREATE TRIGGER seals_no_delete BEFORE DELETE ON seals
BEGIN SELECT RAISE(ABORT, 'seals: rows are never deleted'); END;
CREATE TRIGGER seals_no_update BEFORE UPDATE ON seals
BEGIN SELECT RAISE(ABORT, 'seals: rows are never changed'); END;
CREATE TRIGGER services_next_entry BEFORE INSERT ON services
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'services: rows belong to the next journal entry'); END;
CREATE TRIGGER services_no_delete BEFORE DELETE ON services
BEGIN SELECT RAISE(ABORT, 'services: rows are never deleted'); END;
CREATE TRIGGER services_no_update BEFORE UPDATE ON services
BEGIN SELECT RAISE(ABORT, 'services: rows are never changed'); END;
CREATE TRIGGER settings_next_entry BEFORE INSERT ON settings
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'settings: rows belong to the next journal entry'); END;
CREATE TRIGGER settings_no_delete BEFORE DELETE ON settings
BEGIN SELECT RAISE(ABORT, 'settings: rows are never deleted'); END;
CREATE TRIGGER settings_no_update BEFORE UPDATE ON settings
BEGIN SELECT RAISE(ABORT, 'settings: rows are never changed'); END;
CREATE TRIGGER standing_additions_next_entry BEFORE INSERT ON standing_additions
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'standing_additions: rows belong to the next journal entry'); END;
CREATE TRIGGER standing_additions_no_delete BEFORE DELETE ON standing_additions
BEGIN SELECT RAISE(ABORT, 'standing_additions: rows are never deleted'); END;
CREATE TRIGGER standing_additions_no_update BEFORE UPDATE ON standing_additions
BEGIN SELECT RAISE(ABORT, 'standing_additions: rows are never changed'); END;
CREATE TRIGGER standings_next_entry BEFORE INSERT ON standings
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'standings: rows belong to the next journal entry'); END;
CREATE TRIGGER standings_no_delete BEFORE DELETE ON standings
BEGIN SELECT RAISE(ABORT, 'standings: rows are never deleted'); END;
CREATE TRIGGER standings_no_update BEFORE UPDATE ON standings
BEGIN SELECT RAISE(ABORT, 'standings: rows are never changed'); END;
CREATE TRIGGER statements_next_entry BEFORE INSERT ON statements
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'statements: rows belong to the next journal entry'); END;
CREATE TRIGGER statements_no_delete BEFORE DELETE ON statements
BEGIN SELECT RAISE(ABORT, 'statements: rows are never deleted'); END;
CREATE TRIGGER statements_no_update BEFORE UPDATE ON statements
BEGIN SELECT RAISE(ABORT, 'statements: rows are never changed'); END;
CREATE TRIGGER talk_receipts_next_entry BEFORE INSERT ON talk_receipts
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'talk_receipts: rows belong to the next journal entry'); END;
CREATE TRIGGER talk_receipts_no_delete BEFORE DELETE ON talk_receipts
BEGIN SELECT RAISE(ABORT, 'talk_receipts: rows are never deleted'); END;
CREATE TRIGGER talk_receipts_no_update BEFORE UPDATE ON talk_receipts
BEGIN SELECT RAISE(ABORT, 'talk_receipts: rows are never changed'); END;
CREATE TRIGGER talks_next_entry BEFORE INSERT ON talks
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'talks: rows belong to the next journal entry'); END;
CREATE TRIGGER talks_no_delete BEFORE DELETE ON talks
BEGIN SELECT RAISE(ABORT, 'talks: rows are never deleted'); END;
CREATE TRIGGER talks_no_update BEFORE UPDATE ON talks
BEGIN SELECT RAISE(ABORT, 'talks: rows are never changed'); END;
CREATE TRIGGER task_cancellations_next_entry BEFORE INSERT ON task_cancellations
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'task_cancellations: rows belong to the next journal entry'); END;
CREATE TRIGGER task_cancellations_no_delete BEFORE DELETE ON task_cancellations
BEGIN SELECT RAISE(ABORT, 'task_cancellations: rows are never deleted'); END;
CREATE TRIGGER task_cancellations_no_update BEFORE UPDATE ON task_cancellations
BEGIN SELECT RAISE(ABORT, 'task_cancellations: rows are never changed'); END;
CREATE TRIGGER task_now_delete_with_entry BEFORE DELETE ON task_now
WHEN NOT EXISTS (SELECT 1 FROM deriving)
BEGIN SELECT RAISE(ABORT, 'task_now: rows change with a journal entry only'); END;
CREATE TRIGGER task_now_insert_with_entry BEFORE INSERT ON task_now
WHEN NOT EXISTS (SELECT 1 FROM deriving)
BEGIN SELECT RAISE(ABORT, 'task_now: rows change with a journal entry only'); END;
CREATE TRIGGER task_now_update_with_entry BEFORE UPDATE ON task_now
WHEN NOT EXISTS (SELECT 1 FROM deriving)
BEGIN SELECT RAISE(ABORT, 'task_now: rows change with a journal entry only'); END;
CREATE TRIGGER task_plans_next_entry BEFORE INSERT ON task_plans
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'task_plans: rows belong to the next journal entry'); END;
CREATE TRIGGER task_plans_no_delete BEFORE DELETE ON task_plans
BEGIN SELECT RAISE(ABORT, 'task_plans: rows are never deleted'); END;
CREATE TRIGGER task_plans_no_update BEFORE UPDATE ON task_plans
BEGIN SELECT RAISE(ABORT, 'task_plans: rows are never changed'); END;
CREATE TRIGGER task_responsible_next_entry BEFORE INSERT ON task_responsible
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'task_responsible: rows belong to the next journal entry'); END;
CREATE TRIGGER task_responsible_no_delete BEFORE DELETE ON task_responsible
BEGIN SELECT RAISE(ABORT, 'task_responsible: rows are never deleted'); END;
CREATE TRIGGER task_responsible_no_update BEFORE UPDATE ON task_responsible
BEGIN SELECT RAISE(ABORT, 'task_responsible: rows are never changed'); END;
CREATE TRIGGER tasks_next_entry BEFORE INSERT ON tasks
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'tasks: rows belong to the next journal entry'); END;
CREATE TRIGGER tasks_no_delete BEFORE DELETE ON tasks
BEGIN SELECT RAISE(ABORT, 'tasks: rows are never deleted'); END;
CREATE TRIGGER tasks_no_update BEFORE UPDATE ON tasks
BEGIN SELECT RAISE(ABORT, 'tasks: rows are never changed'); END;
CREATE TRIGGER unit_words_next_entry BEFORE INSERT ON unit_words
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'unit_words: rows belong to the next journal entry'); END;
CREATE TRIGGER unit_words_no_delete BEFORE DELETE ON unit_words
BEGIN SELECT RAISE(ABORT, 'unit_words: rows are never deleted'); END;
CREATE TRIGGER unit_words_no_update BEFORE UPDATE ON unit_words
BEGIN SELECT RAISE(ABORT, 'unit_words: rows are never changed'); END;
