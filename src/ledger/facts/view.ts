// The ledger as it was at a journal position: which rows count, and what was amended by then.
import type { Cadre, CadreNo, RosterEvent } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Responsible, Role } from '../../domain/findings/finding.ts';
import type { ReadDb } from '../database.ts';
import type { FactTable } from '../tables.ts';

/** Every entry so far, and those to come. */
export const NOW = Number.MAX_SAFE_INTEGER;

/** Fields whose amended values are numbers: amendments keep all values as text. */
const NUMERIC_FIELDS: ReadonlySet<string> = new Set(['severity', 'recurs_id']);

/** The columns of every fact row. */
export interface FactRow {
  readonly id: number;
  readonly seq: number;
  readonly batch_id: number | null;
  readonly line: number | null;
}

/** A change of one field of a recorded fact. `from_day` null: from the beginning. */
export interface AmendmentRow extends FactRow {
  readonly record: 'cadres' | 'findings' | 'tasks' | 'attendance' | 'objections';
  readonly record_id: number;
  readonly field: string;
  readonly old_value: string | null;
  readonly new_value: string | null;
  readonly from_day: Day | null;
  readonly reason: string;
}

export interface CadreRow extends FactRow {
  readonly cadre_no: CadreNo;
  readonly name: string;
  readonly rank: Cadre['rank'];
  readonly post: string | null;
  readonly unit: string | null;
  readonly station: string | null;
  readonly managed_by: string | null;
  readonly identity: string | null;
  readonly joined_on: Day | null;
  readonly left_on: Day | null;
}

export interface RosterEventRow extends FactRow, RosterEvent {
  readonly cadre_id: number;
  readonly by: string | null;
  readonly note: string | null;
}

/**
 * The facts that the journal held at `position`, without those reversed by then; or without those reversed up to a later
 * `reversedBy`: what a closed round should have rested on (contract, section 3, "Closed means closed").
 */
export class View {
  readonly db: ReadDb;
  readonly position: number;
  readonly reversedBy: number;
  /** The journal entry that reversed each fact, by its id. */
  #reversals: ReadonlyMap<string, number> | undefined;
  readonly #included: ReadonlySet<string>;
  #waits: Waits | undefined;
  readonly #windows = new Map<string, ReadonlyMap<number, number>>();
  readonly #amendments = new Map<AmendmentRow['record'], ReadonlyMap<number, readonly AmendmentRow[]>>();
  readonly #cadreNos = new Map<number, CadreNo>();
  /** One object for each cadre in each role, by the cadre's row id: findings share them to save memory. */
  readonly #inRoles: Readonly<Record<Role, Responsible[]>> = { lead: [], assist: [], leader: [] };

  /** @param included ids of facts recorded after the position that count all the same: what a correction includes */
  constructor(
    db: ReadDb,
    position: number = NOW,
    reversedBy: number = position,
    included: ReadonlySet<string> = NO_FACTS,
  ) {
    this.db = db;
    this.position = position;
    this.reversedBy = reversedBy;
    this.#included = included;
  }

  /** Whether a fact was there at the position and not reversed. Corrections go with the reversals they come from. */
  isLive(table: FactTable, row: { readonly id: number; readonly seq: number }): boolean {
    const until = table === 'corrections' ? this.reversedBy : this.position;
    if (row.seq > until && !this.#included.has(`${table}-${row.id}`)) return false;
    this.#reversals ??= reversalsIn(this.db);
    if (this.#reversals.size === 0) return true;
    const by = this.#reversals.get(`${table}-${row.id}`);
    return by === undefined || by > this.reversedBy;
  }

  /** The ledger as it was at another position; what is known of reversals is shared. */
  at(position: number): View {
    const view = new View(this.db, position);
    this.#reversals ??= reversalsIn(this.db);
    view.#reversals = this.#reversals;
    return view;
  }

  /**
   * The journal entry whose place a fact takes in the windows of rounds, where it was recorded again for a reversed one
   * (contract, section 3, "Reversal").
   */
  windowOf(table: 'checks' | 'attendance', id: number): { readonly windowSeq?: number } {
    let windows = this.#windows.get(table);
    if (windows === undefined) {
      windows = windowsOf(this.db, table);
      this.#windows.set(table, windows);
    }
    const windowSeq = windows.get(id);
    return windowSeq === undefined ? {} : { windowSeq };
  }

  /**
   * The cutoff of the last round that was closed before a fact was recorded, where one was; a carried fact was recorded in
   * the ledger that this one was carried over from.
   */
  heldSince(
    table: 'reports' | 'objections' | 'appeals',
    { id, seq }: { readonly id: number; readonly seq: number },
  ): { readonly heldSince?: Day } {
    this.#waits ??= waitsOf(this.db);
    const { closings, carried } = this.#waits;
    const held = carried.get(`${table}-${id}`) ?? lastBefore(closings, seq);
    return held === undefined ? {} : { heldSince: held };
  }

  /** The live amendments of a kind of record, by the record's id, in the order of recording. */
  amendments(record: AmendmentRow['record']): ReadonlyMap<number, readonly AmendmentRow[]> {
    let known = this.#amendments.get(record);
    if (known === undefined) {
      const rows = this.db.all<AmendmentRow>(
        'SELECT * FROM amendments WHERE record = ? AND seq <= ? ORDER BY id',
        record,
        this.position,
      );
      known = Map.groupBy(
        rows.filter((row) => this.isLive('amendments', row)),
        (row) => row.record_id,
      );
      this.#amendments.set(record, known);
    }
    return known;
  }

  /** Forgets what was read of amendments: one has been recorded. */
  forgetAmendments(record: AmendmentRow['record']): void {
    this.#amendments.delete(record);
  }

  /** A row with its amendments laid over it: all of them, or those in force on `day`. */
  amended<T extends { readonly id: number }>(record: AmendmentRow['record'], row: T, day?: Day): T {
    const changes = this.amendments(record).get(row.id);
    if (changes === undefined) return row;
    const copy: Record<string, unknown> = { ...row };
    for (const change of changes) {
      if (day !== undefined && change.from_day !== null && change.from_day > day) continue;
      const value = change.new_value;
      copy[change.field] = value !== null && NUMERIC_FIELDS.has(change.field) ? Number(value) : value;
    }
    return copy as T;
  }

  /** The number of a cadre by the row's id. */
  cadreNo(id: number): CadreNo {
    let known = this.#cadreNos.get(id);
    if (known === undefined) {
      known = this.db.get<{ cadre_no: CadreNo }>('SELECT cadre_no FROM cadres WHERE id = ?', id)?.cadre_no;
      if (known === undefined) throw new Error(`no cadre with id ${id}`);
      this.#cadreNos.set(id, known);
    }
    return known;
  }

  /** A cadre, by the row's id, in a role. */
  inRole(id: number, role: Role): Responsible {
    let known = this.#inRoles[role][id];
    if (known === undefined) {
      known = { cadreNo: this.cadreNo(id), role };
      this.#inRoles[role][id] = known;
    }
    return known;
  }

  /** The numbers of all cadres ever recorded, by the ids of their rows: for somebody who asks for most of them. */
  cadreNos(): ReadonlyMap<number, CadreNo> {
    for (const row of this.db.all<Pick<CadreRow, 'id' | 'cadre_no'>>('SELECT id, cadre_no FROM cadres'))
      this.knowCadre(row);
    return this.#cadreNos;
  }

  /** Keeps the number of a cadre that has been read already. */
  knowCadre(row: { readonly id: number; readonly cadre_no: CadreNo }): void {
    this.#cadreNos.set(row.id, row.cadre_no);
  }
}

/** What says how long something has waited. */
interface Waits {
  /** Every closing, oldest first. */
  readonly closings: readonly { readonly seq: number; readonly cutoff: Day }[];
  /** Cutoffs of earlier ledgers, by the fact. */
  readonly carried: ReadonlyMap<string, Day>;
}

function waitsOf(db: ReadDb): Waits {
  const closings = db.all<Waits['closings'][number]>(
    'SELECT c.seq, r.cutoff FROM round_closings c JOIN rounds r ON r.id = c.round_id ORDER BY c.seq',
  );
  const carried = db.all<{ fact: string; fact_id: number; held_since: Day }>(
    `SELECT fact, fact_id, held_since FROM carried_waits
     UNION ALL SELECT fact, fact_id, held_since FROM carried_holds`,
  );
  return {
    closings,
    carried: new Map(carried.map((each) => [`${each.fact}-${each.fact_id}`, each.held_since])),
  };
}

/** The cutoff of the last closing before an entry; there may be hundreds, and each event asks. */
function lastBefore(closings: Waits['closings'], seq: number): Day | undefined {
  let [from, to] = [0, closings.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((closings[middle]?.seq ?? 0) < seq) from = middle + 1;
    else to = middle;
  }
  return closings[from - 1]?.cutoff;
}

function reversalsIn(db: ReadDb): ReadonlyMap<string, number> {
  const rows = db.all<{ fact: string; fact_id: number; seq: number }>(
    'SELECT fact, fact_id, seq FROM reversals',
  );
  return new Map(rows.map((each) => [`${each.fact}-${each.fact_id}`, each.seq]));
}

/** The entries of the facts that were reversed and recorded again, by the row that takes the place of each. */
function windowsOf(db: ReadDb, table: 'checks' | 'attendance'): ReadonlyMap<number, number> {
  const windows = new Map<number, number>();
  const again = db.all<{ fact_id: number; reversed_id: number; seq: number }>(
    `SELECT a.fact_id, a.reversed_id, t.seq FROM recorded_again a JOIN ${table} t ON t.id = a.reversed_id
     WHERE a.fact = '${table}' ORDER BY a.id`,
  );
  for (const { fact_id, reversed_id, seq } of again) windows.set(fact_id, windows.get(reversed_id) ?? seq);
  return windows;
}

const NO_FACTS: ReadonlySet<string> = new Set();
