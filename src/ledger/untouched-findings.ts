// Findings to which nothing has happened since they were recorded, read as compactly as SQLite gives them: a text for each
// finding and a number for each one named on it. Objects made of a million rows took longer than reading them.
import type { CadreNo } from '../domain/cadre.ts';
import type { Day } from '../domain/day.ts';
import { type Finding, type FindingNo, inRole, NO_PLACE, roles, type Severity } from '../domain/finding.ts';
import { usedEventTables } from './events.ts';
import type { IdSpan } from './findings.ts';
import type { View } from './view.ts';

/** Ids of one read. */
export const IDS_AT_ONCE = 512;

/** What the rules ask of a finding to which nothing has happened, beside its number and who is named on it. */
export type AlikeFacts = Pick<Finding, 'source' | 'severity' | 'dueOn' | 'recurs'>;

/** A finding to which nothing has happened. */
export interface UntouchedFinding {
  readonly id: number;
  readonly findingNo: FindingNo;
  /** Its source, as JSON writes it. */
  readonly source: string;
  /** Severity, recurrence and deadline in one number: findings of one source and kind are alike. */
  readonly kind: number;
  /** Those named on it, in the order given, as `inRole` numbers them. */
  readonly named: readonly number[];
  /** What figures ask besides, where they were asked for. */
  readonly figured: FiguredFacts | null;
}

/** Of area and station the empty text is what bears none. */
export interface FiguredFacts extends Pick<Finding, 'foundOn'> {
  readonly area: string;
  readonly station: string;
  /** The entry that recorded the finding. */
  readonly seq: number;
}

/** The place of a finding among the ids of one read is the first letter of its text; behind the control characters. */
const FIRST_LETTER = 0x20;
/** Above it stands the finding's place, below it who is named. */
const PLACE = 2 ** 32;

/** Ways to be severe and to recur: the number of it is the second letter, and the last figure of a kind. */
const WAYS = 8;
/** Where the deadline stands, as YYYY-MM-DD, and what stands there where there is none. */
const [DEADLINE, DEADLINE_LENGTH, NO_DEADLINE] = [2, 10, '0000-00-00'];

// JSON writes a line break as two letters: the first one in a text ends the source.
const RULED = `SELECT char(${FIRST_LETTER} + f.id - ?, ${FIRST_LETTER} + f.severity * 2 + (f.recurs_id IS NOT NULL))
    || ifnull(f.due_on, '${NO_DEADLINE}') || json_quote(f.source) || char(10)`;
/** What figures ask besides. */
const FIGURED = `|| json_quote(f.area) || char(10) || json_quote(f.station) || char(10)
    || f.found_on || f.seq || char(10)`;
/** Of a span to which nothing at all has happened. */
const ALL = `|| f.finding_no FROM findings f
  WHERE f.id BETWEEN ? AND ? AND f.found_on <= ? AND f.seq <= ? ORDER BY f.id`;
/** Of any other: those long settled are not even looked at. */
const NOT_TOUCHED = `|| f.finding_no FROM finding_now n CROSS JOIN findings f ON f.id = n.finding_id
  WHERE n.settled_on IS NULL AND n.finding_id BETWEEN ? AND ? AND f.found_on <= ? AND f.seq <= ?
    AND n.finding_id NOT IN (SELECT value FROM json_each(?)) ORDER BY n.finding_id`;
const DAY_LENGTH = 10;

const NAMED = `SELECT (finding_id - ?) * ${PLACE} + cadre_id * ${roles.length}
    + CASE role ${roles.map((role, at) => `WHEN '${role}' THEN ${at}`).join(' ')} END
  FROM finding_responsible WHERE finding_id BETWEEN ? AND ? ORDER BY finding_id, place`;

/** What source and kind say. */
export function alikeFacts({ source, kind }: Pick<UntouchedFinding, 'source' | 'kind'>): AlikeFacts {
  const [way, day] = [kind % WAYS, String(Math.floor(kind / WAYS)).padStart(8, '0')];
  const dueOn = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
  return {
    source: JSON.parse(source) as string,
    severity: (way >> 1) as Severity,
    dueOn: dueOn === NO_DEADLINE ? null : (dueOn as Day),
    recurs: way % 2 === 1,
  };
}

/** The kind that the beginning of a text tells: the figures of its deadline, and its way. */
function kindOf(text: string): number {
  let day = 0;
  for (let at = DEADLINE; at < DEADLINE + DEADLINE_LENGTH; at += 1) {
    const figure = text.charCodeAt(at) - ZERO;
    // All but the two hyphens, which stand before the figures.
    if (figure >= 0) day = day * 10 + figure;
  }
  return day * WAYS + text.charCodeAt(1) - FIRST_LETTER;
}

const ZERO = 0x30;

/** Reads findings to which nothing has happened, and says which ones something has. */
export class UntouchedFindings {
  readonly #view: View;
  readonly #foundBy: Day;
  /** The place of each cadre, by the id of the row: as little memory as can be, for it is asked for in no order. */
  readonly #places: Int32Array;
  readonly #select: string;
  readonly #figured: boolean;
  /** Areas and stations, by how JSON writes them. */
  readonly #names = new Map<string, string>();
  /** Queries for the ids, within a span, of findings that have a row in some table. */
  readonly #touching: readonly string[];
  /** Those amended, and those taken back at any time. */
  readonly #changed: readonly number[];

  /**
   * @param foundBy those found later are left out
   * @param placeOf the place of a cadre on the roster, for `inRole`
   * @param figured whether `UntouchedFinding.figured` is read
   */
  constructor(view: View, foundBy: Day, placeOf: (cadreNo: CadreNo) => number | undefined, figured: boolean) {
    this.#figured = figured;
    this.#select = figured ? RULED + FIGURED : RULED;
    const { db } = view;
    this.#view = view;
    this.#foundBy = foundBy;
    const cadreNos = view.cadreNos();
    let last = 0;
    for (const id of cadreNos.keys()) if (id > last) last = id;
    this.#places = new Int32Array(last + 1);
    for (const [id, cadreNo] of cadreNos) this.#places[id] = placeOf(cadreNo) ?? NO_PLACE;
    // A ruling is on an objection, which is there too.
    const tables: string[] = usedEventTables(db).filter((table) => table !== 'rulings');
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
   * @param span no more than `IDS_AT_ONCE`
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
    const all = db.column<number>(NAMED, first, first, last);
    let at = 0;
    for (const text of texts) {
      const place = text.charCodeAt(0) - FIRST_LETTER;
      const end = text.indexOf('\n');
      const begin = place * PLACE;
      const named: number[] = [];
      for (let who = all[at]; who !== undefined && who < begin + PLACE; who = all[at]) {
        if (who >= begin) {
          const role = (who - begin) % roles.length;
          named.push(inRole(this.#places[(who - begin - role) / roles.length], role));
        }
        at += 1;
      }
      const source = text.slice(DEADLINE + DEADLINE_LENGTH, end);
      const figured = this.#figured ? this.#figuredFrom(text, end + 1) : null;
      const findingNo = text.slice((figured?.end ?? end) + 1) as FindingNo;
      take({ id: first + place, findingNo, source, kind: kindOf(text), named, figured });
    }
  }

  /** What figures ask, from a place in a text on, and where it ends. */
  #figuredFrom(text: string, from: number): FiguredFacts & { readonly end: number } {
    const station = text.indexOf('\n', from) + 1;
    const days = text.indexOf('\n', station) + 1;
    const end = text.indexOf('\n', days);
    return {
      area: this.#name(text.slice(from, station - 1)),
      station: this.#name(text.slice(station, days - 1)),
      foundOn: text.slice(days, days + DAY_LENGTH) as Day,
      seq: Number(text.slice(days + DAY_LENGTH, end)),
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

/** The description of a finding, as it was recorded. */
export function descriptionOf(view: View, id: number): string {
  return (
    view.db.get<{ description: string }>('SELECT description FROM findings WHERE id = ?', id)?.description ??
    ''
  );
}
