// Numbers, and names of cadres, that begin with what has been typed so far, for the completion of the shell.
import { cadreText } from '../../domain/persons/read.ts';
import { nameLook } from '../../domain/persons/wording.ts';
import { rosterOf } from '../../ledger/cadres/roster.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { numbersWithMeaning } from '../../ledger/facts/known-numbers.ts';
import { View } from '../../ledger/facts/view.ts';

/** A list longer than this is no help. */
const MOST = 200;

export const numberKinds = ['cadre', 'finding', 'task', 'order', 'round', 'batch'] as const;
export type NumberKind = (typeof numberKinds)[number];

export interface KnownNumber {
  readonly number: string;
  readonly what: string;
}

/**
 * Some hundreds of the numbers of a kind that begin with `beginning`, with what they denote; where no cadre's number
 * does, the names that only one cadre has.
 */
export function numbersBeginning(db: ReadDb, kind: NumberKind, beginning: string): KnownNumber[] {
  const numbers = numbersWithMeaning(db, kind, beginning, MOST).map(({ number, what }) => ({
    number,
    what: what ?? '',
  }));
  return numbers.length > 0 || kind !== 'cadre' ? numbers : namesBeginning(db, beginning);
}

/** What would be another line for the shell, or not be seen. */
const UNSEEN = /\p{C}/u;

function namesBeginning(db: ReadDb, beginning: string): KnownNumber[] {
  const roster = rosterOf(new View(db));
  return [...roster.cadres]
    .filter(({ name }) => name.startsWith(beginning) && !UNSEEN.test(name))
    .filter(({ name }) => roster.bearers(nameLook(name)).length === 1)
    .slice(0, MOST)
    .map((cadre) => ({ number: cadre.name, what: cadreText(cadre) }));
}
