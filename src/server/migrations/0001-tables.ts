// Version 1: registered townships, and of each closed round its figures, its editions, and its lines where they are published.

/** Findings by what became of them, as the notice of a round counts them. */
const FIGURES = ['findings', 'in_time', 'late', 'waiting', 'objected', 'extended', 'not_rectified', 'overdue']
  .map((name) => `${name} integer NOT NULL CHECK (${name} >= 0)`)
  .join(', ');
const counts = (...names: readonly string[]): string =>
  names.map((name) => `${name} integer NOT NULL CHECK (${name} >= 0)`).join(', ');
const HASH = "text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$')";

/*
 * Every key begins with ledger_id, by which Citus spreads the tables: the rows of a township lie together, and every
 * foreign key stays among them. published_at is for people; nothing rests on the server's clock.
 */
export const sql = `
CREATE TABLE yanquan.registrations (
  ledger_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  county text NOT NULL,
  township text NOT NULL CHECK (township <> ''),
  PRIMARY KEY (ledger_id, number)
);
CREATE TABLE yanquan.rounds (
  ledger_id uuid NOT NULL,
  round_no integer NOT NULL CHECK (round_no > 0),
  cutoff date NOT NULL,
  digest ${HASH},
  engine integer NOT NULL,
  policy text NOT NULL,
  ${FIGURES},
  ${counts('without_deadline', 'checks', 'checks_timed', 'check_days')},
  published_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ledger_id, round_no),
  CHECK (findings = in_time + late + waiting + objected + extended + not_rectified)
);
CREATE TABLE yanquan.finding_figures (
  ledger_id uuid NOT NULL,
  round_no integer NOT NULL,
  grouping text NOT NULL CHECK (grouping IN ('source', 'area', 'station')),
  name text NOT NULL,
  ${FIGURES},
  PRIMARY KEY (ledger_id, round_no, grouping, name),
  FOREIGN KEY (ledger_id, round_no) REFERENCES yanquan.rounds (ledger_id, round_no)
);
CREATE TABLE yanquan.editions (
  ledger_id uuid NOT NULL,
  round_no integer NOT NULL,
  edition integer NOT NULL CHECK (edition >= 0),
  digest ${HASH},
  ${counts('lines', 'in_circle', 'entered', 'stayed', 'exited', 'departed', 'commended')},
  published_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ledger_id, round_no, edition),
  FOREIGN KEY (ledger_id, round_no) REFERENCES yanquan.rounds (ledger_id, round_no)
);
CREATE TABLE yanquan.people_figures (
  ledger_id uuid NOT NULL,
  round_no integer NOT NULL,
  edition integer NOT NULL,
  grouping text NOT NULL CHECK (grouping IN ('measure', 'movement')),
  code text NOT NULL,
  people integer NOT NULL CHECK (people > 0),
  PRIMARY KEY (ledger_id, round_no, edition, grouping, code),
  FOREIGN KEY (ledger_id, round_no, edition) REFERENCES yanquan.editions (ledger_id, round_no, edition)
);
CREATE TABLE yanquan.standings (
  ledger_id uuid NOT NULL,
  round_no integer NOT NULL,
  edition integer NOT NULL,
  place integer NOT NULL CHECK (place > 0),
  cadre_no text NOT NULL,
  name text NOT NULL,
  rank text NOT NULL,
  unit text NOT NULL,
  station text NOT NULL,
  ${counts('counted', 'pending', 'overdue', 'behind_tasks', 'absences')},
  -- Ten-thousandths: exact.
  points bigint NOT NULL CHECK (points >= 0),
  measure text NOT NULL,
  step text NOT NULL,
  was_in boolean NOT NULL,
  now_in boolean NOT NULL,
  in_by text NOT NULL,
  movement text NOT NULL,
  rounds_in integer NOT NULL CHECK (rounds_in >= 0),
  commended boolean NOT NULL,
  proposed_measure text NOT NULL,
  proposed_now_in boolean NOT NULL,
  proposed_commended boolean NOT NULL,
  decided_by text NOT NULL,
  decision_reason text NOT NULL,
  PRIMARY KEY (ledger_id, round_no, edition, place),
  FOREIGN KEY (ledger_id, round_no, edition) REFERENCES yanquan.editions (ledger_id, round_no, edition)
);
`;
