// This version: what happens to a cadre after a round is closed: services, appeals, follow-ups, receipts, retractions.

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
  seq INTEGER NOT NULL CHECK (seq > 0),
  batch_id INTEGER REFERENCES batches (id),
  line INTEGER CHECK (line > 0),
  ${columns.join(',\n  ')}
) STRICT;${guards(table)}`;

const part = (table: string, ...columns: readonly string[]): string => `
CREATE TABLE ${table} (
  seq INTEGER NOT NULL CHECK (seq > 0),
  ${columns.join(',\n  ')}
) STRICT, WITHOUT ROWID;${guards(table)}`;

const day = (name: string): string => `"${name}" TEXT NOT NULL CHECK ("${name}" IS date("${name}"))`;
const word = (name: string, words: readonly string[]): string =>
  `"${name}" TEXT NOT NULL CHECK ("${name}" IN (${words.map((each) => `'${each}'`).join(', ')}))`;
const filled = (name: string): string => `"${name}" TEXT NOT NULL CHECK ("${name}" <> '')`;

const OF_ROUND = [
  'cadre_id INTEGER NOT NULL REFERENCES cadres (id)',
  'round_no INTEGER NOT NULL CHECK (round_no > 0)',
];
const RECEIPT = word('receipt', ['signed', 'refused', 'left']);
const MEASURES = ['none', 'self_criticism', 'reminder_talk', 'admonition_talk'];
const limit = (name: string): string => `${name} INTEGER NOT NULL CHECK (${name} >= 0)`;

export const sql = `
-- That a measure was handed to the cadre.${fact(
  'services',
  ...OF_ROUND,
  day('served_on'),
  filled('served_by'),
  RECEIPT,
  'note TEXT',
)}
CREATE INDEX services_round ON services (round_no, cadre_id);
CREATE INDEX services_cadre ON services (cadre_id);
-- That the cadre signed for a talk, which then is the service of the measure.${fact(
  'talk_receipts',
  'talk_id INTEGER NOT NULL REFERENCES talks (id)',
  RECEIPT,
)}
CREATE INDEX talk_receipts_talk ON talk_receipts (talk_id);
-- That the cadre disputes a measure, and what came of it.${fact(
  'appeals',
  ...OF_ROUND,
  day('raised_on'),
  filled('reason'),
  'note TEXT',
)}
CREATE INDEX appeals_round ON appeals (round_no, cadre_id);
CREATE INDEX appeals_cadre ON appeals (cadre_id);${fact(
  'appeal_rulings',
  'appeal_id INTEGER NOT NULL REFERENCES appeals (id)',
  day('ruled_on'),
  word('ruling', ['upheld', 'dismissed', 'retracted']),
  filled('ruled_by'),
  'note TEXT',
)}
CREATE INDEX appeal_rulings_appeal ON appeal_rulings (appeal_id);
-- That an objection to a finding was taken back by who raised it.${fact(
  'retractions',
  'objection_id INTEGER NOT NULL REFERENCES objections (id)',
  day('retracted_on'),
  filled('by'),
  'note TEXT',
)}
CREATE INDEX retractions_objection ON retractions (objection_id);
-- How a cadre does after a talk.${fact(
  'followups',
  ...OF_ROUND,
  day('on'),
  filled('by'),
  word('result', ['improved', 'not_improved']),
  'note TEXT',
)}
CREATE INDEX followups_round ON followups (round_no, cadre_id);
CREATE INDEX followups_cadre ON followups (cadre_id);
-- The lines with a measure, of which a round of a county has few.
CREATE INDEX standings_measured ON standings (round_no, place) WHERE measure <> 'none';
-- The measure that a correction gives because an appeal was upheld.${part(
  'correction_measures',
  'correction_id INTEGER PRIMARY KEY REFERENCES corrections (id)',
  'ruling_id INTEGER NOT NULL REFERENCES appeal_rulings (id)',
  word('measure', MEASURES),
)}
-- Lines of earlier ledgers (as corrected), before the round that was carried over, on which something open rests, with
-- what the policies of their rounds said: months of influence and days for talks and services.${part(
  'carried_lines',
  'cadre_id INTEGER NOT NULL REFERENCES cadres (id)',
  'round_no INTEGER NOT NULL CHECK (round_no > 0)',
  day('cutoff'),
  word('measure', MEASURES),
  ...['months', 'talk_within', 'serve_within', 'corrected'].map(limit),
  'approved_by TEXT NOT NULL',
  'decided_by TEXT NOT NULL',
  'PRIMARY KEY (cadre_id, round_no)',
)}
-- The cutoff of the last round that was closed before a carried appeal was recorded in the old ledger.${part(
  'carried_holds',
  filled('fact'),
  'fact_id INTEGER NOT NULL CHECK (fact_id > 0)',
  day('held_since'),
  'PRIMARY KEY (seq, fact, fact_id)',
  'UNIQUE (fact, fact_id)',
)}
`;
