// Copies carried rows into a new ledger: new ids and entries, everything else as it was recorded, and where it was.
import { byCodePoint } from '../../domain/texts/text.ts';
import { keepPerson } from '../cadres/persons.ts';
import { rowFor } from '../columns/known.ts';
import type { ReadDb, SqlValue } from '../database.ts';
import { sheetOf } from '../facts/batches.ts';
import { View } from '../facts/view.ts';
import { findingsChosen, updateFindingNow } from '../findings/findings.ts';
import { originOf } from '../findings/history.ts';
import { recordedFindings } from '../findings/selections.ts';
import type { FactTable, TableRows } from '../tables.ts';
import type { WriteDb } from '../writing/journal.ts';
import type { Values } from './carried-row.ts';
import type { CarriedRow } from './carry-over-rows.ts';

/** The columns that hold ids, with the table they are of. */
const REFERENCES: Readonly<Record<string, FactTable>> = {
  cadre_id: 'cadres',
  from_id: 'cadres',
  to_id: 'cadres',
  finding_id: 'findings',
  recurs_id: 'findings',
  task_id: 'tasks',
  objection_id: 'objections',
  talk_id: 'talks',
  appeal_id: 'appeals',
  ruling_id: 'appeal_rulings',
  order_id: 'dispatch_orders',
  plan_id: 'task_plans',
  year_id: 'calendar_years',
  policy_id: 'policies',
  round_id: 'rounds',
  draw_id: 'recheck_draws',
  new_id: 'findings',
};

/** How the derived tables begin, by the facts they are derived from. */
const DERIVED: Readonly<Partial<Record<FactTable, (db: WriteDb, id: number, row: Values) => void>>> = {
  cadres: (db, cadre_id, { cadre_no }) =>
    db.insertDerived('cadre_now', { cadre_id, cadre_no: String(cadre_no) }),
  findings: (db, finding_id, { finding_no }) => {
    const now = { status: 'registered', settled_on: null, settled_seq: null };
    db.insertDerived('finding_now', { finding_id, finding_no: String(finding_no), ...now });
  },
  tasks: (db, task_id, { task_no }) => db.insertDerived('task_now', { task_id, task_no: String(task_no) }),
  dispatch_orders: (db, order_id, { order_no }) =>
    db.insertDerived('order_now', { order_id, order_no: String(order_no) }),
};

/** Copies the rows of one ledger into a new one, a journal entry at a time. */
export class RowCopier {
  readonly #old: ReadDb;
  /** The new ids, given before anything is written: a finding may recur from one that comes after it. */
  readonly #ids = new Map<FactTable, Map<number, number>>();
  readonly #batches = new Map<string, number>();

  /** @param rows all that will be copied, each table in the order of recording */
  constructor(old: ReadDb, rows: readonly CarriedRow[]) {
    this.#old = old;
    for (const { table, row } of rows) {
      const known = this.#ids.get(table) ?? new Map<number, number>();
      this.#ids.set(table, known);
      known.set(row.id, known.size + 1);
    }
  }

  #newId(table: FactTable, id: SqlValue): number {
    const known = this.#ids.get(table)?.get(Number(id));
    if (known === undefined) throw new Error(`${table}-${id} is referred to and was not carried`);
    return known;
  }

  /** Writes rows under the entry of `db`, and where each was recorded. */
  copy(db: WriteDb, rows: readonly CarriedRow[]): void {
    const waits: TableRows['carried_waits'][] = [];
    const holds: TableRows['carried_holds'][] = [];
    const movements: TableRows['carried_movements'][] = [];
    const lines: TableRows['carried_lines'][] = [];
    for (const { table, row, parts, reversed } of rows) {
      const { id: _, seq: __, ...values } = this.#translated(row);
      const own = this.#ownValues(table, row);
      const id = db.insert(
        table,
        rowFor(table, { ...values, ...own, batch_id: this.#batch(db, table, row) }),
      );
      if (id !== this.#newId(table, row.id)) throw new Error(`${table}-${row.id} became ${table}-${id}`);
      for (const part of parts) {
        const { seq: _, ...values } = this.#translated(part.row);
        // Persons are counted within an entry of this ledger.
        if (part.table === 'persons_meant')
          keepPerson(db, rowFor(part.table, { ...values, nth: 0, fact_id: id }));
        else if (part.table === 'carried_waits') waits.push(rowFor(part.table, { ...values, fact_id: id }));
        else if (part.table === 'carried_holds') holds.push(rowFor(part.table, { ...values, fact_id: id }));
        else if (part.table === 'correction_additions' || part.table === 'correction_measures')
          db.insertPart(part.table, rowFor(part.table, { ...values, correction_id: id }));
        else if (part.table === 'carried_movements') movements.push(rowFor(part.table, values));
        else if (part.table === 'carried_lines') lines.push(rowFor(part.table, values));
        else db.insertPart(part.table, rowFor(part.table, values));
      }
      if (reversed !== true) DERIVED[table]?.(db, id, row);
    }
    for (const row of inOrderOf(waits, 'fact', 'fact_id')) db.insertPart('carried_waits', row);
    for (const row of inOrderOf(movements, 'cadre_id', 'round_no')) db.insertPart('carried_movements', row);
    for (const row of inOrderOf(holds, 'fact', 'fact_id')) db.insertPart('carried_holds', row);
    for (const row of inOrderOf(lines, 'cadre_id', 'round_no')) db.insertPart('carried_lines', row);
    this.#recordOrigins(db, rows);
  }

  /** Derives what follows from all that was copied; under the last entry, when every event is there. */
  derive(db: WriteDb): void {
    for (const { finding } of findingsChosen(new View(db), recordedFindings)) {
      updateFindingNow(db, finding);
    }
  }

  /** A row with the ids of this ledger. */
  #translated(row: CarriedRow['row'] | CarriedRow['parts'][number]['row']): Record<string, SqlValue> {
    const values: Record<string, SqlValue> = { ...row };
    for (const [column, table] of Object.entries(REFERENCES)) {
      const id = values[column];
      if (id != null) values[column] = this.#newId(table, id);
    }
    return values;
  }

  /** What a copied row cannot keep: ids in other columns, and positions in the journal of the old ledger. */
  #ownValues(table: FactTable, row: CarriedRow['row']): Record<string, SqlValue> {
    // No entry of this ledger is what the round rested on.
    if (table === 'round_closings') return { facts_seq: 0 };
    if (table === 'reversals' || table === 'recorded_again') {
      const of = (id: SqlValue | undefined): number => this.#newId(row.fact as FactTable, id ?? null);
      const reversed_id = table === 'recorded_again' ? { reversed_id: of(row.reversed_id) } : {};
      return { fact_id: of(row.fact_id), ...reversed_id };
    }
    if (table !== 'amendments') return {};
    const record_id = this.#newId(row.record as FactTable, row.record_id ?? null);
    if (row.field !== 'recurs_id') return { record_id };
    const id = (value: SqlValue | undefined): string | null => {
      const known = value == null ? undefined : this.#ids.get('findings')?.get(Number(value));
      return known === undefined ? null : String(known);
    };
    return { record_id, old_value: id(row.old_value), new_value: id(row.new_value) };
  }

  /** The batch of a row here, one for each sheet; it is begun when its first row comes. */
  #batch(db: WriteDb, table: FactTable, row: CarriedRow['row']): number | null {
    const id = row.batch_id;
    if (id === null) return null;
    const sheet = sheetOf(this.#old, id, table, row.id);
    const key = `${id}#${sheet ?? ''}`;
    const known = this.#batches.get(key);
    if (known !== undefined) return known;
    const batch = this.#old.get<TableRows['batches']>(
      'SELECT kind, "file", sha256 FROM batches WHERE id = ?',
      id,
    );
    if (batch === undefined) throw new Error(`no batch ${id}`);
    const file = sheet === undefined ? batch.file : `${batch.file}#${sheet}`;
    const begun = db.insert('batches', { ...batch, file });
    this.#batches.set(key, begun);
    return begun;
  }

  /** In the order of the key, in which the rows of an entry are digested. */
  #recordOrigins(db: WriteDb, rows: readonly CarriedRow[]): void {
    const origins = rows.map(({ table, row }) => {
      const { at, actor } = originOf(this.#old, table, row);
      const fact_id = this.#newId(table, row.id);
      return { fact: table, fact_id, old_id: row.id, old_seq: row.seq, at, actor };
    });
    origins.sort((left, right) => byCodePoint(left.fact, right.fact) || left.fact_id - right.fact_id);
    for (const origin of origins) db.insertPart('carried_facts', origin);
  }
}

/** Rows in the order of their key, in which the rows of an entry are digested. */
function inOrderOf<R extends Values, C extends keyof R>(rows: readonly R[], first: C, second: C): R[] {
  return [...rows].sort(
    (left, right) =>
      byValue(left[first] ?? null, right[first] ?? null) ||
      byValue(left[second] ?? null, right[second] ?? null),
  );
}

function byValue(left: SqlValue, right: SqlValue): number {
  return typeof left === 'number' ? left - Number(right) : byCodePoint(String(left), String(right));
}
