// Who was meant by the persons of facts: read when a fact is recorded, kept in rows that belong to it.
import type { CadreNo } from '../../domain/cadre.ts';
import {
  type PersonFact,
  type PersonsMeant,
  type PersonText,
  personColumns,
} from '../../domain/persons/meant.ts';
import { type Person, type PersonsRead, readPersons } from '../../domain/persons/read.ts';
import type { NamedCadre, Roster } from '../../domain/persons/roster.ts';
import { isProvisional } from '../../domain/provisional.ts';
import { comparableNumber } from '../../domain/texts/text.ts';
import type { Exactly } from '../columns/column.ts';
import type { SqlValue } from '../database.ts';
import type { View } from '../facts/view.ts';
import type { TableRows } from '../tables.ts';
import type { WriteDb } from '../writing/journal.ts';
import { findCadreRow } from './cadres.ts';
import { rosterOf } from './roster.ts';

interface MeantRow {
  readonly cadre_id: number | null;
  readonly outsider: string | null;
}

/** A column of texts that are all different must not fill the memory. */
const MOST_READ = 10_000;

/** How facts that are older than `persons_meant` separated persons. */
const OLD_SEPARATOR = /[;；]/u;

/** The persons of a ledger: texts read against its roster, each once, and who was meant when facts were recorded. */
export class Persons implements PersonsMeant {
  readonly #view: View;
  #roster: Roster | undefined;
  readonly #read = new Map<string, PersonsRead>();
  /** Row ids of cadres who were meant. */
  readonly #ids = new Map<CadreNo, number>();

  constructor(view: View) {
    this.#view = view;
  }

  /** The roster, read when it is first asked for. */
  get roster(): Roster {
    this.#roster ??= rosterOf(this.#view);
    return this.#roster;
  }

  /** Forgets what was read: a cadre has been added or renamed. */
  forget(): void {
    this.#roster = undefined;
    this.#read.clear();
    this.#ids.clear();
  }

  /** A text that names persons, read as it would be recorded now. */
  read(text: string): PersonsRead {
    let known = this.#read.get(text);
    if (known === undefined) {
      if (this.#read.size >= MOST_READ) this.#read.clear();
      known = readPersons(text, this.roster);
      this.#read.set(text, known);
    }
    return known;
  }

  /** A cadre with all present and former names. */
  cadre(cadreNo: CadreNo): NamedCadre {
    return this.roster.cadre(cadreNo) ?? { cadreNo, name: cadreNo, unit: '', before: [] };
  }

  /** See `PersonsMeant`. Facts recorded before who was meant was kept are read as they were recorded then. */
  meant(text: PersonText): readonly Person[] {
    if (isProvisional(text.id)) return this.read(text.text).persons;
    const rows = this.#view.db.all<MeantRow>(KEPT, text.id, text.fact, text.column);
    if (rows.length === 0) return this.#meantBefore(text);
    return rows.map(({ cadre_id, outsider }) => {
      if (cadre_id === null) return { cadreNo: undefined, given: outsider ?? '' };
      const cadreNo = this.#view.cadreNo(cadre_id);
      return { cadreNo, given: cadreNo, name: '' };
    });
  }

  /** A number that the roster knew then is its cadre; everybody else is known by name. */
  #meantBefore({ text, seq }: PersonText): readonly Person[] {
    return text
      .split(OLD_SEPARATOR)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((given) => {
        const row = findCadreRow(this.#view.db, comparableNumber(given));
        const isKnown = row !== undefined && row.seq <= seq;
        return isKnown ? { cadreNo: row.cadre_no, given, name: '' } : { cadreNo: undefined, given };
      });
  }

  /** Inserts a fact that names persons, and keeps who is meant. Its texts have been read before, without problems. */
  insert<T extends PersonFact, R extends TableRows[T]>(
    db: WriteDb,
    fact: T,
    row: Exactly<R, TableRows[T]>,
  ): number {
    const id = db.insert<T, R>(fact, row);
    const values: Readonly<Record<string, SqlValue | undefined>> = row;
    for (const column of personColumns[fact]) {
      const text = values[column];
      if (typeof text !== 'string' || text === '') continue;
      const { persons, problems } = this.read(text);
      if (problems.length > 0) throw new Error(`${fact}-${id}: ${column} names no persons: ${text}`);
      for (const [place, person] of persons.entries()) {
        keepPerson(db, {
          fact,
          fact_id: id,
          column,
          place,
          cadre_id: person.cadreNo === undefined ? null : this.#cadreId(person.cadreNo),
          outsider: person.cadreNo === undefined ? person.given : null,
        });
      }
    }
    return id;
  }

  #cadreId(cadreNo: CadreNo): number {
    let id = this.#ids.get(cadreNo);
    if (id === undefined) {
      id = findCadreRow(this.#view.db, cadreNo)?.id;
      if (id === undefined) throw new Error(`no live cadre ${cadreNo}`);
      this.#ids.set(cadreNo, id);
    }
    return id;
  }
}

/** By the index on the fact; pinned by a test of the query plan. */
export const KEPT = `SELECT cadre_id, outsider FROM persons_meant WHERE fact_id = ? AND fact = ? AND "column" = ?
  ORDER BY place`;

/** How many persons each command has kept: the rows of an entry are digested in their order. */
const counts = new WeakMap<WriteDb, number>();

/** A person of a fact: a cadre, or an outsider by the name as given. */
type PersonRow = Omit<TableRows['persons_meant'], 'nth'>;

/** Keeps one person of a fact under the entry of `db`. */
export function keepPerson(db: WriteDb, row: PersonRow): void {
  const { fact, fact_id, column, place, cadre_id, outsider } = row;
  const nth = (counts.get(db) ?? 0) + 1;
  counts.set(db, nth);
  db.insertPart('persons_meant', { nth, fact, fact_id, column, place, cadre_id, outsider });
}
