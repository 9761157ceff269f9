// The spellings that the facts of a ledger ask to be kept by their look.
import { lookOf } from '../../domain/texts/look.ts';
import type { ReadDb } from '../database.ts';
import { LIVE_NUMBERS, type NameKind, type NumberKind } from './looks.ts';

/** A spelling with its look. */
export interface Spelling {
  readonly kind: NumberKind | NameKind;
  readonly look: string;
  readonly spelling: string;
}

/** Numbers made of these only are their own look (`lookOf`). */
const NOT_PLAIN = "GLOB '*[^-0-9A-Z]*'";

/** Where names of each kind are recorded; amendments give some too. */
const RECORDED: Readonly<Record<NameKind, string>> = {
  source: 'SELECT source AS name FROM findings',
  area: 'SELECT area AS name FROM findings UNION SELECT area FROM tasks',
  station:
    'SELECT station AS name FROM findings UNION SELECT station FROM cadres UNION SELECT station FROM dispatch_orders',
  village: 'SELECT village AS name FROM findings',
};

/** Each once: numbers that are not their own look, and all names, those of reversed facts too. Reads every fact. */
export function* spellingsOfFacts(db: ReadDb): Generator<Spelling> {
  for (const kind of Object.keys(LIVE_NUMBERS) as NumberKind[]) {
    const { facts, column } = LIVE_NUMBERS[kind];
    const sql = `SELECT DISTINCT ${column} FROM ${facts} WHERE ${column} ${NOT_PLAIN}`;
    for (const spelling of db.column<string>(sql)) {
      const look = lookOf(spelling);
      if (look !== spelling) yield { kind, look, spelling };
    }
  }
  for (const kind of Object.keys(RECORDED) as NameKind[]) {
    const given = 'SELECT new_value FROM amendments WHERE field = ?';
    const sql = `SELECT name FROM (${RECORDED[kind]} UNION ${given}) WHERE name <> ''`;
    for (const spelling of db.column<string>(sql, kind)) yield { kind, look: lookOf(spelling), spelling };
  }
}
