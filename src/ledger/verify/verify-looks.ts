// Verifies the spellings kept by their look, and names what looks alike in a ledger that holds both.
import type { Fault } from '../../domain/verification.ts';
import type { Connection } from '../database.ts';
import { LIVE_NUMBERS, type NameKind, type NumberKind } from '../facts/looks.ts';
import { type Spelling, spellingsOfFacts } from '../facts/looks-of-facts.ts';
import { isBorne } from '../findings/names-borne.ts';
import { checked, fault, NAMED } from './verify-file.ts';

/**
 * Every spelling is kept that should be, and no other. Two of one look that are both live are a note: a ledger of an
 * earlier version may hold them, and each stays usable as it is written.
 * @param damaged whether the facts are known to be damaged: then nothing may follow from them
 */
export function verifyLooks(connection: Connection, damaged: boolean): Fault[] {
  const work = (tell: (found: Fault) => void): void => {
    // The temporary table in place of a later version's is filled from the facts anyway.
    const isKept =
      connection.raw.prepare("SELECT 1 FROM main.sqlite_schema WHERE name = 'looks'").get() !== undefined;
    let count = 0;
    const different = ({ kind, spelling }: Omit<Spelling, 'look'>): void => {
      count += 1;
      if (count <= NAMED) tell(fault('derived', 'verify_looks', { kind: termOf(kind), spelling }));
    };
    const alike = new Alike(connection, tell);
    let should = 0;
    for (const each of spellingsOfFacts(connection)) {
      should += 1;
      if (isKept && !isThere(connection, each)) different(each);
      alike.add(each);
    }
    if (isKept && count === 0) for (const each of beyond(connection, should)) different(each);
  };
  return checked('derived', work, damaged);
}

function termOf(kind: Spelling['kind']): { readonly term: string } {
  return { term: `column.${kind in LIVE_NUMBERS ? LIVE_NUMBERS[kind as NumberKind].column : kind}` };
}

function isThere(connection: Connection, { kind, look, spelling }: Spelling): boolean {
  const sql = 'SELECT 1 FROM looks WHERE kind = ? AND look = ? AND spelling = ?';
  return connection.get(sql, kind, look, spelling) !== undefined;
}

/** Rows that no fact asks for: all that should be there are. */
function* beyond(connection: Connection, should: number): Generator<Omit<Spelling, 'look'>> {
  const held = connection.get<{ n: number }>('SELECT count(*) AS n FROM looks')?.n ?? 0;
  if (held <= should) return;
  const asked = new Set([...spellingsOfFacts(connection)].map((each) => JSON.stringify(each)));
  for (const each of connection.all<Spelling>('SELECT kind, look, spelling FROM looks'))
    if (!asked.has(JSON.stringify(each))) yield each;
}

/** Reports live spellings that have the same look. */
class Alike {
  readonly #connection: Connection;
  readonly #tell: (found: Fault) => void;
  /** The first live spelling of each look. */
  readonly #first = new Map<string, string>();
  #count = 0;

  constructor(connection: Connection, tell: (found: Fault) => void) {
    this.#connection = connection;
    this.#tell = tell;
  }

  add(kept: Spelling): void {
    const { kind, look, spelling } = kept;
    const key = `${kind} ${look}`;
    const other = this.#first.get(key) ?? this.#itself(kept);
    if (other === undefined) this.#first.set(key, spelling);
    else if (this.#isLive(kind, spelling)) {
      if (!this.#isLive(kind, other)) this.#first.set(key, spelling);
      else this.#say(kind, spelling, other);
    }
  }

  /** The number that is its own look, which has no row of its own. */
  #itself({ kind, look }: Spelling): string | undefined {
    return kind in LIVE_NUMBERS && this.#isLive(kind, look) ? look : undefined;
  }

  #isLive(kind: Spelling['kind'], spelling: string): boolean {
    if (!(kind in LIVE_NUMBERS)) return isBorne(this.#connection, kind as NameKind, spelling);
    const { derived, column } = LIVE_NUMBERS[kind as NumberKind];
    return this.#connection.get(`SELECT 1 FROM ${derived} WHERE ${column} = ?`, spelling) !== undefined;
  }

  #say(kind: Spelling['kind'], spelling: string, other: string): void {
    this.#count += 1;
    if (this.#count > NAMED) return;
    const found = fault('derived', 'verify_alike', { kind: termOf(kind), spelling, other });
    this.#tell({ ...found, grave: false });
  }
}
