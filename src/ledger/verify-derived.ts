// Verifies what is derived: status and settlement of every finding, the numbers of what is live, rebuilt and compared.
import type { Fault } from '../domain/verification.ts';
import type { Connection } from './database.ts';
import { deriveFinding, findingsChosen } from './findings.ts';
import { checked, fault, NAMED } from './verify-file.ts';
import type { FactRow } from './view.ts';
import { View } from './view.ts';

/** A row of a derived table: the id of the fact, then what is derived of it. */
type Derived = readonly (string | number | null)[];

/** The tables of live numbers: the facts, the derived table and its columns. */
const NUMBERS = [
  { facts: 'cadres', derived: 'cadre_now', id: 'cadre_id', number: 'cadre_no' },
  { facts: 'tasks', derived: 'task_now', id: 'task_id', number: 'task_no' },
  { facts: 'dispatch_orders', derived: 'order_now', id: 'order_id', number: 'order_no' },
] as const;

/**
 * Everything derived is what the facts say (contract, section 5, "What is derived can be rebuilt").
 * @param damaged whether the facts are known to be damaged: then nothing may follow from them
 */
export function verifyDerived(connection: Connection, damaged: boolean): Fault[] {
  const work = (tell: (found: Fault) => void): void => {
    const view = new View(connection);
    let count = 0;
    const different = (table: string, id: number): void => {
      count += 1;
      if (count <= NAMED) tell(fault('derived', 'verify_derived', { table, id }));
    };
    const columns = 'finding_id, finding_no, status, settled_on, settled_seq';
    compare(findingsNow(view), stored(connection, 'finding_now', columns), (id) =>
      different('finding_now', id),
    );
    for (const { facts, derived, id, number } of NUMBERS) {
      const live = connection
        .all<FactRow & Readonly<Record<string, string>>>(
          `SELECT id, seq, ${number} FROM ${facts} ORDER BY id`,
        )
        .filter((row) => view.isLive(facts, row))
        .map((row) => [row.id, row[number] ?? '']);
      compare(live, stored(connection, derived, `${id}, ${number}`), (each) => different(derived, each));
    }
  };
  return checked('derived', work, damaged);
}

function* findingsNow(view: View): Generator<Derived> {
  for (const { finding } of findingsChosen(view, 'SELECT id FROM findings', [])) {
    const now = deriveFinding(finding);
    yield [finding.id, finding.findingNo, now.status, now.settledOn, now.settledSeq];
  }
}

function stored(connection: Connection, table: string, columns: string): Iterable<Derived> {
  return connection.raw
    .prepare(`SELECT ${columns} FROM ${table} ORDER BY 1`)
    .raw()
    .iterate() as Iterable<Derived>;
}

/** Walks two lists in the order of their ids side by side and tells each id at which they differ. */
function compare(should: Iterable<Derived>, held: Iterable<Derived>, tell: (id: number) => void): void {
  const rows = held[Symbol.iterator]();
  try {
    let next = rows.next();
    for (const row of should) {
      const id = Number(row[0]);
      for (; next.done !== true && Number(next.value[0]) < id; next = rows.next())
        tell(Number(next.value[0]));
      const own = next.done === true || Number(next.value[0]) !== id ? undefined : next.value;
      if (own === undefined || row.some((value, at) => value !== own[at])) tell(id);
      if (own !== undefined) next = rows.next();
    }
    for (; next.done !== true; next = rows.next()) tell(Number(next.value[0]));
  } finally {
    // An open cursor would hold up the end of the transaction.
    rows.return?.();
  }
}
