// Findings to which nothing has happened since they were recorded, read as compactly as SQLite gives them: a text for each
// finding and a number for each one named on it. Objects made of a million rows took longer than reading them.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import {
  type Finding,
  type FindingNo,
  inRole,
  NO_PLACE,
  roles,
  type Severity,
} from '../../domain/findings/finding.ts';
import type { FiguredFacts } from '../../domain/round-figures.ts';
import type { View } from '../facts/view.ts';
import { usedEventTables } from './events.ts';
import type { IdSpan } from './round-ids.ts';

/** What the rules need of a finding to which nothing has happened, besides its number and who is named on it. */
export type AlikeFacts = Pick<Finding, 'source' | 'severity' | 'dueOn' | 'recurs'>;

/** A finding to which nothing has happened. */
export interface UntouchedFinding {
  readonly id: number;
  readonly findingNo: FindingNo;
  /** Severity, recurrence, deadline and source in one text: findings of one kind are alike. */
  readonly kind: string;
  /** Those named on it, in the order given, as `inRole` numbers them. */
  readonly named: readonly number[];
  /** What figures ask besides, where they were asked for. */
  readonly figured: FiguredFacts | null;
}

/** The place of a finding among the ids of one read is the first letter of its text; behind the control characters. */
const FIRST_LETTER = 0x20;

/**
 * The place of the deadline in a kind, as YYYY-MM-DD, and its placeholder where there is none; the source comes after
 * it.
 */
const [DEADLINE, SOURCE, NO_DEADLINE] = [1, 11, '0000-00-00'];

// No number has a line break in it: intake refuses several in one cell.
const NUMBER = `SELECT char(${FIRST_LETTER} + f.id - ?) || f.finding_no || char(10)`;
/** What figures ask besides. JSON writes a line break as two letters. */
const FIGURED = `|| f.found_on || f.seq || char(10) || json_quote(f.area) || char(10) || json_quote(f.station) || char(10)`;
const KIND = `|| char(${FIRST_LETTER} + f.severity * 2 + (f.recurs_id IS NOT NULL))
    || ifnull(f.due_on, '${NO_DEADLINE}') || f.source`;
/** Of a span to which nothing at all has happened. */
const ALL = ` FROM findings f
  WHERE f.id BETWEEN ? AND ? AND f.found_on <= ? AND f.seq <= ? ORDER BY f.id`;
/** Of any other: those long settled are not even looked at. */
const NOT_TOUCHED = ` FROM finding_now n CROSS JOIN findings f ON f.id = n.finding_id
  WHERE n.settled_on IS NULL AND n.finding_id BETWEEN ? AND ? AND f.found_on <= ? AND f.seq <= ?
    AND n.finding_id NOT IN (SELECT value FROM json_each(?)) ORDER BY n.finding_id`;
const DAY_LENGTH = 10;

const NAMED = `SELECT (finding_id - ?) * ? + cadre_id * ${roles.length}
    + CASE role ${roles.map((role, at) => `WHEN '${role}' THEN ${at}`).join(' ')} END
  FROM finding_responsible WHERE finding_id BETWEEN ? AND ? ORDER BY finding_id, place`;

/** What a kind says. @throws Error when a number with a line break has come before it: no import lets one in */
export function alikeFacts(kind: string): AlikeFacts {
  const way = kind.charCodeAt(0) - FIRST_LETTER;
  const dueOn = kind.slice(DEADLINE, SOURCE);
  if (way < 2 || way > 7 || !/^\d{4}-\d\d-\d\d$/.test(dueOn))
    throw new Error(`not a kind of finding: ${kind}`);
  return {
    source: kind.slice(SOURCE),
    severity: (way >> 1) as Severity,
    dueOn: dueOn === NO_DEADLINE ? null : (dueOn as Day),
    recurs: way % 2 === 1,
  };
}

/** Reads findings to which nothing has happened, and says which ones something has. */
export class UntouchedFindings {
  readonly #view: View;
  readonly #foundBy: Day;
  /** The place of each cadre, by the id of the row: as little memory as can be, for it is asked for in no order. */
  readonly #places: Int32Array;
  /** A cadre named is a number below it; the place of the finding is above it. Small numbers are not objects. */
  readonly #above: number;
  readonly #select: string;
  readonly #figured: boolean;
  /** Areas and stations, by how JSON writes them. */
  readonly #names = new Map<string, string>();
  /** Queries for the ids, within a span, of findings that have a row in some table. */
  readonly #touching: readonly string[];
  /** Those amended, and those reversed at any time. */
  readonly #changed: readonly number[];

  /**
   * @param foundBy those found later are left out
   * @param placeOf the place of a cadre on the roster, for `inRole`
   * @param figured whether `UntouchedFinding.figured` is read
   */
  constructor(view: View, foundBy: Day, placeOf: (cadreNo: CadreNo) => number | undefined, figured: boolean) {
    this.#figured = figured;
    this.#select = (figured ? NUMBER + FIGURED : NUMBER) + KIND;
    const { db } = view;
    this.#view = view;
    this.#foundBy = foundBy;
    const cadreNos = view.cadreNos();
    const [last] = db.column<number | null>('SELECT max(id) FROM cadres');
    this.#places = new Int32Array((last ?? 0) + 1).fill(NO_PLACE);
    this.#above = 2 ** Math.ceil(Math.log2(this.#places.length * roles.length));
    for (const [id, cadreNo] of cadreNos) this.#places[id] = placeOf(cadreNo) ?? NO_PLACE;
    // A ruling or retraction is on an objection, which is there too.
    const tables: string[] = usedEventTables(db).filter(
      (table) => table !== 'rulings' && table !== 'retractions',
    );
    if (db.column('SELECT 1 FROM dispatch_items LIMIT 1').length > 0) tables.push('dispatch_items');
    this.#touching = tables.map(
      (table) => `SELECT finding_id FROM ${table} WHERE finding_id BETWEEN ? AND ?`,
    );
    const reversed = db.column<number>("SELECT fact_id FROM reversals WHERE fact = 'findings'");
    this.#changed = [...view.amendments('findings').keys(), ...reversed];
  }

  /** The ids of findings that something has happened to, ascending. */
  touched({ first, last }: IdSpan): number[] {
    const ids = new Set(this.#changed.filter((id) => id >= first && id <= last));
    for (const sql of this.#touching) {
      for (const id of this.#view.db.column<number>(sql, first, last)) ids.add(id);
    }
    return [...ids].sort((left, right) => left - right);
  }

  /**
   * Gives the others, in the order of their ids: recorded by the view's position, and found by the day.
   * @param span no more than `BATCH`
   * @param touched what `touched` has said of it
   */
  each({ first, last }: IdSpan, touched: readonly number[], take: (finding: UntouchedFinding) => void): void {
    const { db, position } = this.#view;
    const values = [first, first, last, this.#foundBy, position];
    const texts =
      touched.length === 0
        ? db.column<string>(this.#select + ALL, ...values)
        : db.column<string>(this.#select + NOT_TOUCHED, ...values, JSON.stringify(touched));
    if (texts.length === 0) return;
    const all = db.column<number>(NAMED, first, this.#above, first, last);
    let at = 0;
    for (const text of texts) {
      const place = text.charCodeAt(0) - FIRST_LETTER;
      const begin = place * this.#above;
      const named: number[] = [];
      for (let who = all[at]; who !== undefined && who < begin + this.#above; who = all[at]) {
        if (who >= begin) {
          const role = (who - begin) % roles.length;
          named.push(inRole(this.#places[(who - begin - role) / roles.length], role));
        }
        at += 1;
      }
      const end = text.indexOf('\n');
      const findingNo = text.slice(1, end) as FindingNo;
      const figured = this.#figured ? this.#figuredFrom(text, end + 1) : null;
      const kind = text.slice((figured?.end ?? end) + 1);
      take({ id: first + place, findingNo, kind, named, figured });
    }
  }

  /** What figures ask, from a place in a text on, and where it ends. */
  #figuredFrom(text: string, from: number): FiguredFacts & { readonly end: number } {
    const area = text.indexOf('\n', from) + 1;
    const station = text.indexOf('\n', area) + 1;
    const end = text.indexOf('\n', station);
    return {
      area: this.#name(text.slice(area, station - 1)),
      station: this.#name(text.slice(station, end)),
      foundOn: text.slice(from, from + DAY_LENGTH) as Day,
      seq: Number(text.slice(from + DAY_LENGTH, area - 1)),
      end,
    };
  }

  #name(json: string): string {
    let name = this.#names.get(json);
    if (name === undefined) {
      name = (JSON.parse(json) as string | null) ?? '';
      this.#names.set(json, name);
    }
    return name;
  }
}

/** Who leads on a finding, as it was recorded; undefined when no one does. */
export function leadNamedOn(view: View, id: number): CadreNo | undefined {
  const sql =
    "SELECT cadre_id FROM finding_responsible WHERE finding_id = ? AND role = 'lead' ORDER BY place LIMIT 1";
  const row = view.db.get<{ cadre_id: number }>(sql, id);
  return row === undefined ? undefined : view.cadreNo(row.cadre_id);
}

/** The description of a finding, as it was recorded. */
export function descriptionOf(view: View, id: number): string {
  return (
    view.db.get<{ description: string }>('SELECT description FROM findings WHERE id = ?', id)?.description ??
    ''
  );
}
