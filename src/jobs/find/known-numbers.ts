// Numbers, and names of cadres, that begin with what has been typed so far, for the completion of the shell.
import { toldOf } from '../../domain/persons/read.ts';
import { nameLook } from '../../domain/persons/wording.ts';
import { rosterOf } from '../../ledger/cadres/roster.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';

/** A list longer than this is no help. */
const MOST = 200;

export const numberKinds = ['cadre', 'finding', 'task', 'order', 'round', 'batch'] as const;
export type NumberKind = (typeof numberKinds)[number];

const SELECTS: Readonly<Record<NumberKind, string>> = {
  cadre: `SELECT n.cadre_no AS number, c.name AS what FROM cadre_now n JOIN cadres c ON c.id = n.cadre_id
    WHERE n.cadre_no >= ? AND n.cadre_no < ? ORDER BY n.cadre_no LIMIT ?`,
  finding: `SELECT n.finding_no AS number, f.description AS what FROM finding_now n JOIN findings f ON f.id = n.finding_id
    WHERE n.finding_no >= ? AND n.finding_no < ? ORDER BY n.settled_on IS NOT NULL, n.finding_no LIMIT ?`,
  task: `SELECT n.task_no AS number, t.name AS what FROM task_now n JOIN tasks t ON t.id = n.task_id
    WHERE n.task_no >= ? AND n.task_no < ? ORDER BY n.task_no LIMIT ?`,
  order: `SELECT n.order_no AS number, o.station AS what FROM order_now n JOIN dispatch_orders o ON o.id = n.order_id
    WHERE n.order_no >= ? AND n.order_no < ? ORDER BY o.id DESC LIMIT ?`,
  round: `SELECT CAST(round_no AS TEXT) AS number, cutoff AS what FROM rounds
    WHERE CAST(round_no AS TEXT) >= ? AND CAST(round_no AS TEXT) < ? ORDER BY id DESC LIMIT ?`,
  batch: `SELECT CAST(id AS TEXT) AS number, kind AS what FROM batches
    WHERE CAST(id AS TEXT) >= ? AND CAST(id AS TEXT) < ? ORDER BY id DESC LIMIT ?`,
};

export interface KnownNumber {
  readonly number: string;
  readonly what: string;
}

/**
 * Some hundreds of the numbers of a kind that begin with `beginning`, with what they stand for; where no cadre's number
 * does, the names that only one cadre bears.
 */
export function numbersBeginning(db: ReadDb, kind: NumberKind, beginning: string): KnownNumber[] {
  const numbers = db
    .all<{ number: string; what: string | null }>(SELECTS[kind], beginning, `${beginning}\u{10FFFF}`, MOST)
    .map(({ number, what }) => ({ number, what: what ?? '' }));
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
    .map((cadre) => ({ number: cadre.name, what: toldOf(cadre) }));
}
